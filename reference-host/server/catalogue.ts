import { type SQL, and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Location, Lot } from '../../src/domain/inventory.ts';
import type { CatalogueItem, CataloguePage } from '../../src/services/inventory-gateway.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Database } from './database/database.ts';
import { alternativeUnit, barcode, item, itemVariant, location, lot, unit } from './database/schema.ts';
import { locationColumns, lotColumns, toItems } from './look-ups.ts';

export const DEFAULT_LIMIT = 500;

export interface CatalogueRequest {
  readonly cursor: string | undefined;
  readonly limit: number;
  /** The revision that the client has; with a first page only. */
  readonly known: string | undefined;
}

/**
 * The first page finds out the revision; the cursor carries it through the others, so that a client which stores it
 * reads again what changed while it was paging.
 */
async function pages<T>(
  { cursor, limit, known }: CatalogueRequest,
  keyTypes: readonly ('string' | 'number')[],
  revisionNow: () => Promise<string>,
  read: (
    after: readonly (string | number)[] | null,
    limit: number,
  ) => Promise<readonly { key: (string | number)[]; value: T }[]>,
): Promise<CataloguePage<T> | null> {
  const [revision, ...after] = cursor === undefined ? [] : decodeCursor(cursor, ['string', ...keyTypes]);
  const current = revision === undefined ? await revisionNow() : String(revision);
  if (cursor === undefined && current === known) return null;
  const found = await read(cursor === undefined ? null : after, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ value }) => value),
    next: found.length > limit && last !== undefined ? encodeCursor([current, ...last.key]) : null,
    revision: current,
  };
}

/** A sum over the rows as they stand: any change of any of them makes it another; no counter has to be kept. */
async function revisionOf(db: Database, tables: readonly PgTable[], where?: SQL): Promise<string> {
  const sums = await Promise.all(
    tables.map(async table => {
      const [sum] = await db
        .select({ sum: sql<string>`coalesce(sum(hashtextextended(${table}::text, 0)), 0)::text || '.' || count(*)` })
        .from(table)
        .where(where);
      return sum?.sum ?? '0';
    }),
  );
  return Buffer.from(sums.join(' ')).toString('base64url');
}

export function catalogueLocations(
  db: Database,
  warehouse: string,
  request: CatalogueRequest,
): Promise<CataloguePage<Location> | null> {
  const inWarehouse = eq(location.warehouse, warehouse);
  return pages(
    request,
    ['string'],
    () => revisionOf(db, [location], inWarehouse),
    async (after, limit) => {
      const found = await db
        .select(locationColumns)
        .from(location)
        .where(and(inWarehouse, after === null ? undefined : sql`${location.code} > ${after[0]}`))
        .orderBy(asc(location.code))
        .limit(limit);
      return found.map(value => ({ key: [value.code], value }));
    },
  );
}

export function catalogueLots(db: Database, request: CatalogueRequest): Promise<CataloguePage<Lot> | null> {
  return pages(
    request,
    ['number', 'string'],
    () => revisionOf(db, [lot]),
    async (after, limit) => {
      const found = await db
        .select({ itemId: lot.itemId, ...lotColumns })
        .from(lot)
        .innerJoin(item, eq(item.id, lot.itemId))
        .where(after === null ? undefined : sql`(${lot.itemId}, ${lot.code}) > (${after[0]}, ${after[1]})`)
        .orderBy(asc(lot.itemId), asc(lot.code))
        .limit(limit);
      return found.map(({ itemId, ...value }) => ({ key: [itemId, value.code], value }));
    },
  );
}

/** One entry for each item, or for each variant where it has any. */
export function catalogueItems(db: Database, request: CatalogueRequest): Promise<CataloguePage<CatalogueItem> | null> {
  const tables = [item, itemVariant, barcode, alternativeUnit, unit];
  return pages(
    request,
    ['number', 'number'],
    () => revisionOf(db, tables),
    async (after, limit) => {
      const variantId = sql<number>`coalesce(${itemVariant.id}, 0)`;
      const found = await db
        .select({ item, variant: itemVariant })
        .from(item)
        .leftJoin(itemVariant, eq(itemVariant.itemId, item.id))
        .where(
          after === null
            ? undefined
            : // The first part alone is what the index can answer.
              and(gte(item.id, Number(after[0])), sql`(${item.id}, ${variantId}) > (${after[0]}, ${after[1]})`),
        )
        .orderBy(asc(item.id), asc(variantId))
        .limit(limit);
      const records = [...new Map(found.map(each => [each.item.id, each.item])).values()];
      const [items, barcodes] = await Promise.all([
        toItems(db, records),
        barcodesOf(
          db,
          records.map(({ id }) => id),
        ),
      ]);
      return found.flatMap(({ item: { id }, variant }) => {
        const whole = items.get(id);
        if (whole === undefined) return [];
        return [
          {
            key: [id, variant?.id ?? 0],
            value: {
              item: whole,
              variant: variant === null ? null : { code: variant.code, description: variant.description },
              barcodes: meaning(barcodes.get(id) ?? [], variant?.id ?? null),
            },
          },
        ];
      });
    },
  );
}

interface BarcodeRecord {
  readonly itemId: number;
  readonly variantId: number | null;
  readonly value: string;
}

async function barcodesOf(db: Database, itemIds: readonly number[]): Promise<Map<number, BarcodeRecord[]>> {
  if (itemIds.length === 0) return new Map();
  const found = await db
    .select({ itemId: barcode.itemId, variantId: barcode.variantId, value: barcode.value })
    .from(barcode)
    .where(inArray(barcode.itemId, [...itemIds]))
    .orderBy(asc(barcode.id));
  return Map.groupBy(found, ({ itemId }) => itemId);
}

/** As a look-up by barcode answers: a barcode without a variant means each of them, unless it names one elsewhere. */
function meaning(barcodes: readonly BarcodeRecord[], variantId: number | null): string[] {
  const named = new Set(barcodes.filter(each => each.variantId !== null).map(({ value }) => value));
  const ofThis = barcodes.filter(
    each => each.variantId === variantId || (each.variantId === null && !named.has(each.value)),
  );
  return [...new Set(ofThis.map(({ value }) => value))];
}
