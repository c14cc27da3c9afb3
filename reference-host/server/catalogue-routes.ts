import type { Hono } from 'hono';
import * as z from 'zod/mini';
import type { CataloguePage } from '../../src/services/inventory-gateway.ts';
import * as contract from '../../src/services/rest/contract.ts';
import {
  type CatalogueRequest,
  DEFAULT_LIMIT,
  catalogueItems,
  catalogueLocations,
  catalogueLots,
} from './catalogue.ts';
import type { Database } from './database/database.ts';
import { getList } from './lists.ts';
import { answers, send, takes } from './routes.ts';
import type { Env } from './sign-in.ts';

const headers = z.object({ 'if-none-match': z.optional(z.string()) });
const unchanged = { 304: { description: 'Nothing has changed since the revision in If-None-Match' } };

/** All that may be counted in a list, for a client that goes on without the host. */
export function addCatalogueRoutes(api: Hono<Env>, db: Database): void {
  const addPart = <T>(
    part: 'items' | 'locations' | 'lots',
    schema: z.ZodMiniType<CataloguePage<T>>,
    read: (request: CatalogueRequest, warehouse: string) => Promise<CataloguePage<T> | null>,
  ) =>
    api.get(
      `/lists/:id/catalogue/${part}`,
      answers(`All ${part} that may be counted in a list, paged`, schema, unchanged),
      takes('query', contract.catalogueQuery),
      takes('header', headers),
      async c => {
        const { warehouse } = await getList(db, c.get('operator'), c.req.param('id'));
        const { cursor, limit = DEFAULT_LIMIT } = c.req.valid('query');
        const known = knownRevision(c.req.valid('header')['if-none-match']);
        const page = await read({ cursor, limit: Number(limit), known }, warehouse.code);
        if (page === null) return c.body(null, 304);
        c.header('etag', `"${page.revision}"`);
        return send(c, schema, page);
      },
    );
  addPart('items', contract.catalogueItems, request => catalogueItems(db, request));
  addPart('locations', contract.catalogueLocations, (request, warehouse) => catalogueLocations(db, warehouse, request));
  addPart('lots', contract.catalogueLots, request => catalogueLots(db, request));
}

/** A proxy that compresses may have made the tag a weak one. */
function knownRevision(ifNoneMatch: string | undefined): string | undefined {
  return /^(?:W\/)?"(.+)"$/.exec(ifNoneMatch ?? '')?.[1];
}
