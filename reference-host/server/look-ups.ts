import { type SQL, and, eq, inArray, or, sql } from 'drizzle-orm';
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

function matches<T>(found: readonly T[], most: number): Matches<T> {
  return { matches: found.slice(0, most), more: found.length > most };
}

export async function findLocations(db: Database, query: LocationQuery): Promise<Matches<Location>> {
  const text =
    query.text === undefined
      ? undefined
      : or(contains(location.foldedCode, query.text), contains(location.foldedDescription, query.text));
  const found = await db
    .select(locationColumns)
    .from(location)
    .where(
      and(
        query.warehouse === undefined ? undefined : eq(location.warehouse, query.warehouse),
        query.code === undefined ? undefined : eq(location.code, query.code),
        text,
        // Rule 8: inactive and obsolete ones are not offered; read whole, they answer and say what they are.
        query.text === undefined ? undefined : and(eq(location.active, true), eq(location.obsolete, false)),
      ),
    )
    .orderBy(location.warehouse, alongShelves)
    .limit(MOST_MATCHES + 1);
  return matches(found, MOST_MATCHES);
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
    .where(byBarcode === null ? whereItem(query) : inArray(item.id, [...byBarcode.keys()]))
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
  if (query.text !== undefined) {
    return and(
      or(contains(item.foldedCode, query.text), contains(item.foldedDescription, query.text)),
      eq(item.phantom, false),
      eq(item.archived, false),
    );
  }
  return and(
    eq(item.code, query.code ?? ''),
    query.itemClass === undefined ? undefined : eq(item.itemClass, query.itemClass),
  );
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
  const found = await db
    .select()
    .from(itemVariant)
    .where(inArray(itemVariant.itemId, [...itemIds]))
    .orderBy(itemVariant.id);
  return Map.groupBy(found, ({ itemId }) => itemId);
}

/** Items with their units, by id. */
export async function toItems(
  db: Database | Transaction,
  found: readonly (typeof item.$inferSelect)[],
): Promise<Map<number, Item>> {
  const units = new Map((await db.select().from(unit)).map(each => [each.code, each]));
  const unitOf = (code: string) => units.get(code) ?? { code, description: code, decimals: 0 };
  const ids = found.map(({ id }) => id);
  const alternatives =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(alternativeUnit)
          .where(inArray(alternativeUnit.itemId, ids))
          .orderBy(alternativeUnit.priority);
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
