import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import type { CataloguePage } from '../../src/services/inventory-gateway.ts';
import * as contract from '../../src/services/rest/contract.ts';
import {
  type CatalogueRequest,
  DEFAULT_LIMIT,
  catalogueItems,
  catalogueLocations,
  catalogueLots,
} from './catalogue.ts';
import type { Database } from './database/open.ts';
import { getList } from './lists.ts';
import { answers, send, takes } from './routes.ts';
import type { Env } from './sign-in.ts';

/** All that may be counted in a list, for a client that goes on without the host. */
export function addCatalogueRoutes(api: Hono<Env>, db: Database): void {
  const query = takes('query', contract.catalogueQuery);
  const request = (
    c: Context,
    { cursor, limit }: { cursor?: string | undefined; limit?: string | undefined },
  ): CatalogueRequest => ({
    cursor,
    limit: limit === undefined ? DEFAULT_LIMIT : Number(limit),
    known: knownRevision(c.req.header('if-none-match')),
  });
  const warehouseOf = async (c: Context<Env, '/lists/:id'>) =>
    (await getList(db, c.get('operator'), c.req.param('id'))).warehouse.code;

  api.get(
    '/lists/:id/catalogue/items',
    answers('Items and their barcodes', contract.catalogueItems),
    query,
    async c => {
      await warehouseOf(c);
      return sendPage(c, contract.catalogueItems, await catalogueItems(db, request(c, c.req.valid('query'))));
    },
  );

  api.get(
    '/lists/:id/catalogue/locations',
    answers("The locations of the list's warehouse", contract.catalogueLocations),
    query,
    async c => {
      const warehouse = await warehouseOf(c);
      const page = await catalogueLocations(db, warehouse, request(c, c.req.valid('query')));
      return sendPage(c, contract.catalogueLocations, page);
    },
  );

  api.get('/lists/:id/catalogue/lots', answers('Lots', contract.catalogueLots), query, async c => {
    await warehouseOf(c);
    return sendPage(c, contract.catalogueLots, await catalogueLots(db, request(c, c.req.valid('query'))));
  });
}

/** A proxy that compresses may have made the tag a weak one. */
function knownRevision(ifNoneMatch: string | undefined): string | undefined {
  return /^(?:W\/)?"(.+)"$/.exec(ifNoneMatch ?? '')?.[1];
}

function sendPage<T>(c: Context, schema: z.ZodMiniType<CataloguePage<T>>, page: CataloguePage<T> | null) {
  if (page === null) return c.body(null, 304);
  c.header('etag', `"${page.revision}"`);
  return send(c, schema, page);
}
