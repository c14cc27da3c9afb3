import ky, { type HTTPError, type KyInstance, isHTTPError } from 'ky';
import type * as z from 'zod/mini';
import { type Refusal, REFUSALS } from '../../domain/failure.ts';
import {
  ChangedMeanwhileError,
  ContractError,
  ForbiddenError,
  HostError,
  RefusedError,
  RowExistsError,
  SignedOutError,
  UnreachableError,
} from '../errors.ts';
import type { CatalogueQuery, CataloguePage, InventoryGateway } from '../inventory-gateway.ts';
import * as contract from './contract.ts';

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
}

type Schema<T> = z.ZodMiniType<T>;

/** 304: the client has it already. */
class UnchangedError extends Error {}

interface Request {
  readonly method?: 'get' | 'post';
  readonly query?: Readonly<Record<string, string | boolean | readonly string[] | null | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The port on the published REST contract. Nothing is retried but once after a 401, when the host has a newer token:
 * a request that was refused so was not applied. Replies are validated; what does not fit is a ContractError.
 */
export function createRestGateway(options: RestGatewayOptions): Required<InventoryGateway> {
  const { baseUrl, timeoutMs = 15_000, credentials = 'same-origin', fetch } = options;
  const tokens = createTokens(options.token ?? null);
  const http = ky.create({
    retry: 0,
    timeout: timeoutMs,
    credentials,
    headers: { accept: 'application/json' },
    ...(fetch !== undefined && { fetch }),
  });
  const prefix = baseUrl.replace(/\/+$/, '');

  const call = async <T>(path: string, schema: Schema<T>, request: Request = {}): Promise<T> => {
    const token = await tokens.current();
    try {
      return await send(http, prefix + path, schema, request, token);
    } catch (error) {
      if (!(error instanceof SignedOutError)) throw error;
      const renewed = await tokens.renew(token);
      if (renewed === null) throw error;
      return send(http, prefix + path, schema, request, renewed);
    }
  };
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
    operator: signal => call('/me', contract.operator, { signal }),
    configuration: signal => call('/configuration', contract.configuration, { signal }),
    inventories: (query, cursor, signal) =>
      call('/inventories', contract.inventoryPage, { query: { ...query, cursor }, signal }),
    lists: async (inventoryIds, signal) => {
      if (inventoryIds.length === 0) return [];
      return (await call('/lists', contract.lists, { query: { inventory: inventoryIds }, signal })).items;
    },
    list: (listId, signal) => call(at(listId), contract.inventoryList, { signal }),
    rows: (listId, query, cursor, signal) =>
      call(`${at(listId)}/rows`, contract.rowPage, { query: { ...query, cursor }, signal }),
    row: async (listId, identity, signal) =>
      (await call(`${at(listId)}/row`, contract.row, { query: { ...identity }, signal })).row,
    items: (query, signal) => call('/items', contract.itemMatches, { query: { ...query }, signal }),
    locations: (query, signal) => call('/locations', contract.locationMatches, { query: { ...query }, signal }),
    lots: (query, signal) => call('/lots', contract.lotMatches, { query: { ...query }, signal }),
    recordCount: (listId, { key, mode, identity, entry, baseVersion, barcode, device, confirmedAt }) => {
      const body: contract.CountRequestBody = { mode, identity, ...entry, baseVersion, barcode, device, confirmedAt };
      return call(`${at(listId)}/counts`, contract.recordedCount, { method: 'post', body, headers: keyHeader(key) });
    },
    undoCount: (listId, { key, undoes, baseVersion, device, confirmedAt }) => {
      const body: contract.UndoRequestBody = { undoes, baseVersion, device, confirmedAt };
      return call(`${at(listId)}/counts/undo`, contract.recordedCount, {
        method: 'post',
        body,
        headers: keyHeader(key),
      });
    },
    rowHistory: (listId, rowId, signal) =>
      call(`${at(listId)}/rows/${encodeURIComponent(rowId)}/history`, contract.rowHistory, { signal }),
    catalogue: {
      items: catalogue('items', contract.catalogueItems),
      locations: catalogue('locations', contract.catalogueLocations),
      lots: catalogue('lots', contract.catalogueLots),
    },
  };
}

function keyHeader(key: string): Record<string, string> {
  return { 'idempotency-key': key };
}

async function send<T>(
  http: KyInstance,
  url: string,
  schema: Schema<T>,
  request: Request,
  token: string | null,
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
    if (isHTTPError(error)) throw refusalOf(error);
    if (signal?.aborted === true) throw error;
    throw new UnreachableError('The host could not be reached', { cause: error });
  }
  const parsed = schema.safeParse(await jsonOf(response));
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

function refusalOf(error: HTTPError): Error {
  const { status, headers } = error.response;
  const options = { cause: error };
  const failed = () => new HostError(status, { ...options, retryAfterMs: retryAfterOf(headers) });
  if (status === 304) return new UnchangedError();
  if (status === 401) return new SignedOutError('The sign-in is no longer valid', options);
  if (status === 408 || status === 429 || status >= 500) return failed();
  const parsed = contract.problem.safeParse(error.data);
  if (!parsed.success) {
    return status === 403
      ? new ForbiddenError('Not allowed', options)
      : new ContractError(`The host answered ${status} without a problem`, options);
  }
  const { type, row = null } = parsed.data;
  const name = type.startsWith(contract.PROBLEM_PREFIX) ? type.slice(contract.PROBLEM_PREFIX.length) : type;
  if (name === 'row-exists' && row !== null) return new RowExistsError(row, options);
  if (name === 'changed-meanwhile') return new ChangedMeanwhileError(row, options);
  if (name === 'key-in-progress') return failed();
  if (isRefusal(name)) return new RefusedError(name, options);
  return status === 403
    ? new ForbiddenError('Not allowed', options)
    : new ContractError(`The host refused with ${status} for a reason we do not know: ${name}`, options);
}

/** Seconds, or a date: that is by the host's clock, which `Date` tells, for ours may be a day off. */
function retryAfterOf(headers: Headers): number | undefined {
  const said = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(said)) return Number(said) * 1000;
  const until = Date.parse(said);
  if (Number.isNaN(until)) return undefined;
  const date = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(date) ? Date.now() : date));
}

function isRefusal(name: string): name is Refusal {
  return (REFUSALS as readonly string[]).includes(name);
}

/** Keeps the token in memory only, and asks for a new one once, however many requests were refused at once. */
function createTokens(source: TokenSource) {
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
  return {
    current: () => (known ?? ask()).catch(inWords),
    /** A token other than the refused one; `null` where there is none. */
    renew: async (refused: string | null): Promise<string | null> => {
      if (typeof source !== 'function') return null;
      const current = await (known ?? ask()).catch(inWords);
      if (current !== refused) return current;
      renewing ??= ask().finally(() => (renewing = null));
      const renewed = await renewing.catch(inWords);
      return renewed === refused ? null : renewed;
    },
  };
}
