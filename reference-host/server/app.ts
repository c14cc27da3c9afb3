import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { openAPIRouteHandler } from 'hono-openapi';
import * as z from 'zod/mini';
import type { CountIdentity } from '../../src/domain/count-identity.ts';
import type { CountRow } from '../../src/domain/inventory.ts';
import * as contract from '../../src/services/rest/contract.ts';
import { addBackOfficeRoutes } from './back-office.ts';
import { addCatalogueRoutes } from './catalogue-routes.ts';
import { readConfiguration } from './configuration.ts';
import { addCountRoutes } from './count-routes.ts';
import { isUnavailable } from './database/failures.ts';
import { findInventories, findLists, getList } from './lists.ts';
import { findItems, findLocations, findLots } from './look-ups.ts';
import { Problem, reply } from './problems.ts';
import { dayIn } from './day.ts';
import type { HostOptions } from './host-options.ts';
import { answers, send, takes } from './routes.ts';
import { readHistory } from './row-history.ts';
import { findRow, findRows } from './rows.ts';
import { findSerials } from './serials.ts';
import { type Env, createToken, requireSignIn } from './sign-in.ts';

z.config(z.locales.en());

/** In bytes: several times the longest count that the contract allows. */
const LARGEST_BODY = 256 * 1024;

/** The REST services of the host, below `/api`. */
export function createApi(options: HostOptions): Hono<Env> {
  const { db, policies, capabilities, dimensions = [], now = () => new Date(), keyWaitMs = 5000 } = options;
  const { timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone } = options;
  /** A host without versions has none to show: what it answers there is always `0`. */
  const shown = <T extends CountRow | null>(row: T): T =>
    row === null || capabilities.versions ? row : { ...row, version: '0' };
  const api = new Hono<Env>();

  // No answer may be stored, whatever it says: a 401 neither.
  api.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });
  api.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: c => {
        // What comes of it is not read, so that nothing else can follow on this connection.
        c.header('connection', 'close');
        return reply(c, new Problem('too-large'));
      },
    }),
  );

  const short = z.string().check(z.minLength(1), z.maxLength(50));
  const signInBody = z.object({ userName: short, pin: short });
  const signedIn = z.object({ token: z.string() });
  api.post(
    '/sign-in',
    answers('Sign in by user name and PIN', signedIn),
    takes('json', contract.wholeText(signInBody)),
    async c => {
      const { userName, pin } = c.req.valid('json');
      // No header of a proxy is believed: whoever tries writes what they like there.
      const address = getConnInfo(c).remote.address ?? '';
      return send(c, signedIn, { token: await createToken(db, { userName: userName.trim(), pin, address }, now()) });
    },
  );

  api.get(
    '/openapi.json',
    openAPIRouteHandler(api, {
      // No part of the contract.
      exclude: [/^\/back-office\//],
      documentation: {
        openapi: '3.1.0',
        info: { title: 'Physical inventory', version: '2' },
        components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
        security: [{ bearer: [] }],
      },
    }),
  );

  api.use(requireSignIn(db, now));

  api.get('/me', answers('The operator who is signed in', contract.operator), c => {
    const operator = c.get('operator');
    return send(c, contract.operator, { ...operator, supervisor: operator.roles.includes('supervisor') });
  });

  api.get('/configuration', answers('Tokenizers, policies, capabilities', contract.configuration), async c =>
    send(c, contract.configuration, await readConfiguration(db, { policies, capabilities, dimensions })),
  );

  api.get(
    '/inventories',
    answers('Search inventories', contract.inventoryPage),
    takes('query', contract.inventoryQuery),
    async c => {
      const { cursor, closed, ...query } = c.req.valid('query');
      const wanted = { ...withoutEmpty(query), ...(closed !== undefined && { closed: closed === 'true' }) };
      return send(c, contract.inventoryPage, await findInventories(db, wanted, cursor));
    },
  );

  api.get(
    '/lists',
    answers("The operator's and the unassigned lists of inventories", contract.lists),
    takes('query', contract.listQuery),
    async c => {
      const { inventory } = c.req.valid('query');
      const items = await findLists(db, c.get('operator'), typeof inventory === 'string' ? [inventory] : inventory);
      return send(c, contract.lists, { items });
    },
  );

  api.get('/lists/:id', answers('One list', contract.inventoryList), async c =>
    send(c, contract.inventoryList, await getList(db, c.get('operator'), c.req.param('id'))),
  );

  api.get(
    '/lists/:id/rows',
    answers("A list's rows, paged", contract.rowPage),
    takes('query', contract.rowQuery),
    async c => {
      const { id } = await getList(db, c.get('operator'), c.req.param('id'));
      const { cursor, ...query } = c.req.valid('query');
      const page = await findRows(db, id, withoutEmpty(query), cursor);
      return send(c, contract.rowPage, { ...page, items: page.items.map(shown) });
    },
  );

  api.get(
    '/lists/:id/row',
    answers('The row with one identity, or null', contract.row),
    takes('query', contract.identityQuery),
    async c => {
      const { id } = await getList(db, c.get('operator'), c.req.param('id'));
      const { variant = null, lot = null, serial = null, dimensions, ...rest } = c.req.valid('query');
      return send(c, contract.row, {
        row: shown(await findRow(db, id, { ...rest, variant, lot, serial, ...dimensionsIn(dimensions) })),
      });
    },
  );

  api.get('/items', answers('Look items up', contract.itemMatches), takes('query', contract.itemQuery), async c =>
    send(c, contract.itemMatches, await findItems(db, withoutEmpty(c.req.valid('query')))),
  );

  api.get(
    '/locations',
    answers('Look locations up', contract.locationMatches),
    takes('query', contract.locationQuery),
    async c => send(c, contract.locationMatches, await findLocations(db, withoutEmpty(c.req.valid('query')))),
  );

  api.get('/lots', answers('Look lots up', contract.lotMatches), takes('query', contract.lotQuery), async c =>
    send(c, contract.lotMatches, await findLots(db, withoutEmpty(c.req.valid('query')))),
  );

  addCountRoutes(api, { db, policies, capabilities, dimensions, now, keyWaitMs }, shown);

  if (capabilities.history) {
    api.get('/lists/:id/rows/:rowId/history', answers('What was done to a row', contract.rowHistory), async c => {
      const { id } = await getList(db, c.get('operator'), c.req.param('id'));
      return send(c, contract.rowHistory, await readHistory(db, id, c.req.param('rowId')));
    });
  }

  if (capabilities.serials) {
    api.get(
      '/lists/:id/serials',
      answers('Where a serial number is counted in the inventory of a list', contract.countedSerials),
      takes('query', contract.serialQuery),
      async c => {
        const list = await getList(db, c.get('operator'), c.req.param('id'));
        return send(c, contract.countedSerials, await findSerials(db, list, c.req.valid('query').serial));
      },
    );
  }

  if (capabilities.catalogue) addCatalogueRoutes(api, db);

  addBackOfficeRoutes(api, db, () => dayIn(timeZone, now()));

  // Not `notFound`: that of an app mounted in another one is never asked.
  api.all('*', c => reply(c, new Problem('not-found')));
  api.onError((error, c) => {
    if (error instanceof Problem) return reply(c, error);
    if (isUnavailable(error)) return reply(c, new Problem('unavailable'));
    if (error instanceof HTTPException) return reply(c, new Problem('bad-request', { detail: error.message }));
    console.error(error);
    return reply(c, new Problem('internal'));
  });
  return api;
}

function dimensionsIn(json: string | undefined): Pick<CountIdentity, 'dimensions'> {
  if (json === undefined) return {};
  const parsed = contract.wholeText(contract.dimensions).safeParse(parse(json));
  if (!parsed.success) throw new Problem('bad-request', { detail: 'query dimensions: codes by name, in JSON' });
  return { dimensions: parsed.data };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** `?text=` asks for nothing; and a field that is absent is left out, not undefined. */
function withoutEmpty<T extends object>(query: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
