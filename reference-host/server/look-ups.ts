import { type Column, type SQL, and, eq, or, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Item, ItemMatch, Location, Lot } from '../../src/domain/inventory.ts';
import type { ItemQuery, LocationQuery, LotQuery, Matches } from '../../src/services/inventory-gateway.ts';
import type { Database, Transaction } from './database/database.ts';
import { alternativeUnit, barcode, item, itemVariant, location, lot, unit } from './database/schema.ts';
import { contains } from './lists.ts';
import { Problem } from './problems.ts';

/** A chooser on a handheld: more would not be read. */
const MOST_MATCHES = 20;
const MOST_LOTS = 200;

/** What a location is to a client, in columns of `location`. */
export const locationColumns = {
  warehouse: location.warehouse,
  code: location.code,
  description: location.description,
  type: location.type,
  active: location.active,
  blocked: location.blocked,
  reserved: location.reserved,
  obsolete: location.obsolete,
};

/** What a lot is to a client, in columns of `lot` and its `item`. */
export const lotColumns = {
  itemClass: item.itemClass,
  itemCode: item.code,
  code: lot.code,
  supplierLot: lot.supplierLot,
  startDate: lot.startDate,
  expiryDate: lot.expiryDate,
  status: lot.status,
  closed: lot.closed,
};

/** As the client has it offline, character by character, whatever the order of this data base's language. */
export const alongShelves = sql`${location.naturalCode} collate "C"`;

/** As one parameter, however many there are: a list of them would be another statement for each length. */
function isOneOf(column: Column, ids: readonly number[]): SQL {
  return sql`${column} = any(${sql.param(ids)}::integer[])`;
}

function matches<T>(found: readonly T[], most: number): Matches<T> {
  return { matches: found.slice(0, most), more: found.length > most };
}

export async function findLocations(db: Database, query: LocationQuery): Promise<Matches<Location>> {
  const found = await db
    .select(locationColumns)
    .from(location)
    .where(query.text === undefined ? isLocation(query) : mentionsLocation(query.text, isLocation(query)))
    .orderBy(location.warehouse, alongShelves)
    .limit(MOST_MATCHES + 1);
  return matches(found, MOST_MATCHES);
}

function isLocation({ warehouse, code }: LocationQuery): SQL | undefined {
  return and(
    warehouse === undefined ? undefined : eq(location.warehouse, warehouse),
    code === undefined ? undefined : eq(location.code, code),
  );
}

function mentionsLocation(text: string, isMeant: SQL | undefined): SQL {
  const mentions = and(
    isMeant,
    or(contains(location.foldedCode, text), contains(location.foldedDescription, text)),
    // Rule 8: inactive and obsolete ones are not offered; read whole, they answer and say what they are.
    eq(location.active, true),
    eq(location.obsolete, false),
  );
  return isAmongFirst(location, mentions, sql`${location.warehouse}, ${alongShelves}`);
}

export async function findLots(db: Database, query: LotQuery): Promise<Matches<Lot>> {
  if (query.code === undefined && query.itemCode === undefined) {
    throw new Problem('bad-request', { detail: 'Lots are looked up by code or by item' });
  }
  const found = await db
    .select(lotColumns)
    .from(lot)
    .innerJoin(item, eq(item.id, lot.itemId))
    .where(
      and(
        query.code === undefined ? undefined : eq(lot.code, query.code),
        query.itemClass === undefined ? undefined : eq(item.itemClass, query.itemClass),
        query.itemCode === undefined ? undefined : eq(item.code, query.itemCode),
      ),
    )
    .orderBy(lot.closed, lot.expiryDate, lot.code)
    .limit(MOST_LOTS + 1);
  return matches(found, MOST_LOTS);
}

/**
 * Items by barcode, by code or by a part of code or description. An item with variants is counted by variant: it
 * answers one match for each, or the one that the barcode belongs to.
 */
export async function findItems(db: Database, query: ItemQuery): Promise<Matches<ItemMatch>> {
  const asked = [query.barcode, query.code, query.text].filter(value => value !== undefined);
  if (asked.length !== 1) throw new Problem('bad-request', { detail: 'Exactly one of barcode, code, text' });
  const byBarcode = query.barcode === undefined ? null : await readBarcode(db, query.barcode);
  const found = await db
    .select()
    .from(item)
    .where(byBarcode === null ? whereItem(query) : isOneOf(item.id, [...byBarcode.keys()]))
    .orderBy(item.code, item.itemClass)
    .limit(MOST_MATCHES + 1);
  const ids = found.map(({ id }) => id);
  const [items, variants] = await Promise.all([toItems(db, found), variantsOf(db, ids)]);
  const all = ids.flatMap(id => {
    const match = items.get(id);
    const wanted = byBarcode?.get(id) ?? null;
    return match === undefined ? [] : inVariants(match, variants.get(id) ?? [], wanted);
  });
  return matches(all, MOST_MATCHES);
}

function whereItem(query: ItemQuery): SQL | undefined {
  if (query.text !== undefined) return mentionsItem(query.text);
  return and(
    eq(item.code, query.code ?? ''),
    query.itemClass === undefined ? undefined : eq(item.itemClass, query.itemClass),
  );
}

function mentionsItem(text: string): SQL {
  const isMeant = and(
    or(contains(item.foldedCode, text), contains(item.foldedDescription, text)),
    eq(item.phantom, false),
    eq(item.archived, false),
  );
  return isAmongFirst(item, isMeant, sql`${item.code}, ${item.itemClass}`);
}

/** So many are read in their order before an index is asked: of a part that many have, enough are among them. */
const WALKED = 2000;

/**
 * Those that an answer has room for, by a part of a text. What many have is soon found by reading on in the order of the
 * answer, what few have by the index; which of the two a text is the server can only guess, and a wrong guess reads
 * everything. So it is told: the second is done only where the first does not find enough.
 */
function isAmongFirst(table: PgTable & { readonly id: PgColumn }, isMeant: SQL | undefined, order: SQL): SQL {
  const most = sql.raw(String(MOST_MATCHES + 1));
  return sql`${table.id} in (
    with walked as materialized (
      select * from (select * from ${table} order by ${order} limit ${sql.raw(String(WALKED))}) ${table}
      where ${isMeant} order by ${order} limit ${most}
    ), indexed as materialized (
      select * from ${table} where (select count(*) from walked) < ${most} and ${isMeant}
    ), found as (
      select * from walked where (select count(*) from walked) = ${most} union all select * from indexed
    )
    select id from found ${table} order by ${order} limit ${most}
  )`;
}

/** The items that carry a barcode, each with the variants it names (none: the item as a whole). */
async function readBarcode(db: Database, value: string): Promise<Map<number, Set<number>>> {
  const found = await db.select().from(barcode).where(eq(barcode.value, value)).limit(MOST_MATCHES);
  const named = new Map<number, Set<number>>();
  for (const { itemId, variantId } of found) {
    const ids = named.get(itemId) ?? new Set();
    if (variantId !== null) ids.add(variantId);
    named.set(itemId, ids);
  }
  return named;
}

type VariantRecord = typeof itemVariant.$inferSelect;

function inVariants(match: Item, variants: readonly VariantRecord[], wanted: Set<number> | null): ItemMatch[] {
  if (variants.length === 0) return [{ item: match, variant: null }];
  return variants
    .filter(({ id }) => wanted === null || wanted.size === 0 || wanted.has(id))
    .map(({ code, description }) => ({ item: match, variant: { code, description } }));
}

export async function variantsOf(
  db: Database | Transaction,
  itemIds: readonly number[],
): Promise<Map<number, VariantRecord[]>> {
  if (itemIds.length === 0) return new Map();
  const found = await db.select().from(itemVariant).where(isOneOf(itemVariant.itemId, itemIds)).orderBy(itemVariant.id);
  return Map.groupBy(found, ({ itemId }) => itemId);
}

/** Items with their units, by id. */
export async function toItems(
  db: Database | Transaction,
  found: readonly (typeof item.$inferSelect)[],
): Promise<Map<number, Item>> {
  // All units, each with what it is to these items: one statement tells both.
  const all = await db
    .select({ unit, alternative: alternativeUnit })
    .from(unit)
    .leftJoin(
      alternativeUnit,
      and(
        eq(alternativeUnit.unit, unit.code),
        isOneOf(
          alternativeUnit.itemId,
          found.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(alternativeUnit.priority);
  const units = new Map(all.map(each => [each.unit.code, each.unit]));
  const unitOf = (code: string) => units.get(code) ?? { code, description: code, decimals: 0 };
  const alternatives = all.flatMap(({ alternative }) => alternative ?? []);
  return new Map(
    found.map(({ id, foldedCode: _, foldedDescription: __, ...fields }) => [
      id,
      {
        ...fields,
        unit: unitOf(fields.unit),
        alternativeUnits: alternatives
          .filter(({ itemId }) => itemId === id)
          .map(({ itemId: _, ...alternative }) => ({ ...alternative, unit: unitOf(alternative.unit) })),
      },
    ]),
  );
}
