import ky, { type KyInstance, isHTTPError } from 'ky';
import type * as z from 'zod/mini';
import { type Clock, browserClock } from '../../ports/time.ts';
import type { CountIdentity } from '../../domain/count-identity.ts';
import { ContractError, OtherUserError, SignedOutError, UnreachableError } from '../errors.ts';
import type { CatalogueQuery, CataloguePage, InventoryGateway } from '../inventory-gateway.ts';
import type { CountRequestBody, EXPECTED_USER, UndoRequestBody } from './contract.ts';
import * as later from './later-replies.ts';
import * as replies from './replies.ts';
import { isSameToken } from '../../domain/same-token.ts';
import { readReply } from './read-reply.ts';
import { UnchangedError, refusalOf } from './refusal.ts';

/** A bearer token, or how to get one; asked again after a 401. `null`: the browser's cookies sign the request. */
export type TokenSource = string | null | (() => string | null | Promise<string | null>);

export interface RestGatewayOptions {
  /** Where the services of the contract are, such as `/api`; relative to the page. */
  readonly baseUrl: string;
  readonly token?: TokenSource;
  readonly timeoutMs?: number;
  /** For requests to another origin that cookies sign. */
  readonly credentials?: RequestCredentials;
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970, for a Retry-After that names a moment. */
  readonly now?: Clock['now'];
}

type Schema<T> = z.ZodMiniType<T>;

/** Named here too: the table that has it comes with all that hosts check. */
const EXPECTED: typeof EXPECTED_USER = 'expected-user';

interface Request {
  readonly method?: 'get' | 'post';
  readonly query?: Readonly<Record<string, string | boolean | readonly string[] | null | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** In whose name alone it may be sent. */
  readonly userName?: string | undefined;
}

/**
 * The port on the published REST replies. Nothing is retried but once after a 401, when the host has a newer token:
 * a request that was refused so was not applied. Replies are validated; what does not fit is a ContractError.
 */
export function createRestGateway(options: RestGatewayOptions): Required<InventoryGateway> {
  const { baseUrl, timeoutMs = 15_000, credentials = 'same-origin', fetch, now = browserClock.now } = options;
  const tokens = createTokens(() => options.token ?? null);
  const http = ky.create({
    retry: 0,
    timeout: timeoutMs,
    credentials,
    headers: { accept: 'application/json' },
    ...(fetch !== undefined && { fetch }),
  });
  const prefix = baseUrl.replace(/\/+$/, '');

  /** Whose token it is, asked once for each; cookies may change between two requests, so each time for them. */
  let known: { readonly token: string; readonly userName: string } | null = null;
  const isOf = async (token: string | null, userName: string): Promise<boolean> => {
    if (token !== null && known?.token === token) return known.userName === userName;
    const signedIn = await send(http, `${prefix}/me`, replies.signedIn, {}, token, now);
    if (token !== null) known = { token, userName: signedIn.userName };
    return signedIn.userName === userName;
  };
  /** The version of the contract that the host said it speaks: one of before the second lets no unknown header through. */
  let contract = 1;
  const sendAs = async <T>(path: string, schema: Schema<T>, request: Request, token: string | null): Promise<T> => {
    const { userName } = request;
    if (userName !== undefined && !(await isOf(token, userName))) {
      throw new OtherUserError();
    }
    const name = userName === undefined || contract < 2 ? {} : { [EXPECTED]: encodeURIComponent(userName) };
    return send(http, prefix + path, schema, { ...request, headers: { ...request.headers, ...name } }, token, now);
  };
  const call = async <T>(path: string, schema: Schema<T>, request: Request = {}): Promise<T> => {
    const token = await tokens.current();
    try {
      return await sendAs(path, schema, request, token);
    } catch (error) {
      if (!(error instanceof SignedOutError) || error instanceof OtherUserError) throw error;
      const renewed = await tokens.renew(token);
      if (renewed === null) throw error;
      return sendAs(path, schema, request, renewed);
    }
  };
  const post = (path: string, key: string, body: CountRequestBody | UndoRequestBody, userName: string | undefined) =>
    call(path, replies.recordedCount, { method: 'post', body, headers: { 'idempotency-key': key }, userName });
  const at = (listId: string) => `/lists/${encodeURIComponent(listId)}`;

  const catalogue =
    <T>(part: string, schema: Schema<CataloguePage<T>>) =>
    async (listId: string, { cursor, limit, revision }: CatalogueQuery, signal?: AbortSignal) => {
      const query = { cursor, ...(limit !== undefined && { limit: String(limit) }) };
      const headers = revision === undefined ? {} : { 'if-none-match': `"${revision}"` };
      try {
        return await call(`${at(listId)}/catalogue/${part}`, schema, { query, headers, signal });
      } catch (error) {
        if (error instanceof UnchangedError) return null;
        throw error;
      }
    };

  return {
    operator: async signal => replies.operatorIn(await call('/me', replies.signedIn, { signal })),
    configuration: async signal => {
      const configuration = await call('/configuration', replies.configuration, { signal });
      contract = configuration.contract ?? 1;
      return configuration;
    },
    inventories: (query, cursor, signal) =>
      call('/inventories', replies.inventoryPage, { query: { ...query, cursor }, signal }),
    lists: async (inventoryIds, signal) => {
      if (inventoryIds.length === 0) return [];
      return (await call('/lists', replies.lists, { query: { inventory: inventoryIds }, signal })).items;
    },
    list: (listId, signal) => call(at(listId), replies.inventoryList, { signal }),
    rows: (listId, query, cursor, signal) =>
      call(`${at(listId)}/rows`, replies.rowPage, { query: { ...query, cursor }, signal }),
    row: async (listId, identity, signal) =>
      (await call(`${at(listId)}/row`, replies.row, { query: identityQuery(identity), signal })).row,
    items: (query, signal) => call('/items', replies.itemMatches, { query: { ...query }, signal }),
    locations: (query, signal) => call('/locations', replies.locationMatches, { query: { ...query }, signal }),
    lots: (query, signal) => call('/lots', replies.lotMatches, { query: { ...query }, signal }),
    serials: (listId, serial, signal) =>
      call(`${at(listId)}/serials`, later.countedSerials, { query: { serial }, signal }),
    recordCount: (listId, { key, mode, identity, entry, baseVersion, barcode, ...rest }, userName) => {
      const body: CountRequestBody = { mode, identity, ...entry, baseVersion, barcode, ...rest };
      return post(`${at(listId)}/counts`, key, body, userName);
    },
    undoCount: (listId, { key, ...body }, userName) => post(`${at(listId)}/counts/undo`, key, body, userName),
    rowHistory: (listId, rowId, signal) =>
      call(`${at(listId)}/rows/${encodeURIComponent(rowId)}/history`, later.rowHistory, { signal }),
    catalogue: {
      items: catalogue('items', later.catalogueItems),
      locations: catalogue('locations', later.catalogueLocations),
      lots: catalogue('lots', later.catalogueLots),
    },
  };
}

function identityQuery({ dimensions, ...identity }: CountIdentity): NonNullable<Request['query']> {
  return { ...identity, dimensions: dimensions && JSON.stringify(dimensions) };
}

async function send<T>(
  http: KyInstance,
  url: string,
  schema: Schema<T>,
  request: Request,
  token: string | null,
  now: Clock['now'],
): Promise<T> {
  const { method = 'get', query = {}, body, headers, signal } = request;
  let response: Response;
  try {
    response = await http(url, {
      method,
      searchParams: searchParams(query),
      headers: { ...headers, ...(token !== null && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { json: body }),
      // ky joins it with its time-out by AbortSignal.any, which Chrome has from 116 on; before, an answer that
      // nobody waits for any more is merely not used.
      ...(signal !== undefined && 'any' in AbortSignal && { signal }),
    });
  } catch (error) {
    if (isHTTPError(error)) throw refusalOf(error, now());
    if (signal?.aborted === true) throw error;
    throw new UnreachableError('The host could not be reached', { cause: error });
  }
  const parsed = readReply(schema, await jsonOf(response));
  if (!parsed.success) throw new ContractError(`${url} does not answer its contract`, { cause: parsed.error });
  return parsed.data;
}

function searchParams(query: NonNullable<Request['query']>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const each of Array.isArray(value) ? value : [value]) params.append(name, String(each));
  }
  return params;
}

/** A login page answers 200 with HTML, or after a redirect: that is no reply to what was asked. */
async function jsonOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (response.redirected || !/[/+]json\b/.test(type)) {
    throw new ContractError(`The host answered ${type || 'something untyped'} instead of JSON`);
  }
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) throw new ContractError('The reply is not JSON', { cause: error });
    throw new UnreachableError('The reply broke off', { cause: error });
  }
}

/** Keeps the token in memory only, and asks for a new one once, however many requests were refused at once. */
function createTokens(sourceNow: () => TokenSource) {
  let source = sourceNow();
  let known: Promise<string | null> | null = null;
  let renewing: Promise<string | null> | null = null;
  const ask = () => {
    // Inside a promise, so that a function which throws at once fails like one that rejects.
    const asked = new Promise<string | null>(resolve => resolve(typeof source === 'function' ? source() : source));
    known = asked;
    // A token that could not be had is asked for again by the next request.
    asked.catch(() => (known = null));
    return asked;
  };
  const inWords = (error: unknown): never => {
    throw new SignedOutError('The page gave no token', { cause: error });
  };
  const current = () => {
    const before = source;
    source = sourceNow();
    if (!isSameToken(before, source)) known = null;
    return (known ?? ask()).catch(inWords);
  };
  return {
    current,
    /** A token other than the refused one; `null` where there is none. */
    renew: async (refused: string | null): Promise<string | null> => {
      const now = await current();
      if (now !== refused) return now;
      if (typeof source !== 'function') return null;
      renewing ??= ask().finally(() => (renewing = null));
      const renewed = await renewing.catch(inWords);
      return renewed === refused ? null : renewed;
    },
  };
}
