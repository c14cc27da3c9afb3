import { and, eq, getTableName, isNull, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '../database/database.ts';
import * as tables from '../database/schema.ts';
import { hashPin } from '../pin.ts';
import { CLASSES, UNITS, createItems, ean13 } from './catalogue.ts';
import { EMPLOYEES, INVENTORIES, LIST_TYPES, type SeedList } from './inventories.ts';
import { WAREHOUSES, createLocations } from './locations.ts';
import { type Random, createRandom } from './random.ts';
import { TOKENIZERS } from './tokenizers.ts';

/** PostgreSQL takes at most 65,535 parameters in a statement; no table here has more than 20 columns. */
const BATCH = 500;

type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** Fills an empty data base with the warehouse that the documentation and the tests speak of; does nothing else. */
export async function seed(db: Database): Promise<void> {
  await db.transaction(async tx => {
    // Two processes that start at once on an empty data base: the second waits here and finds it filled.
    await tx.execute(sql`select pg_advisory_xact_lock(20261122)`);
    const [filled] = await tx.select({ code: tables.warehouse.code }).from(tables.warehouse).limit(1);
    if (filled !== undefined) return;
    const random = createRandom(20261122);
    await insert(
      tx,
      tables.employee,
      EMPLOYEES.map(({ pin: _, ...employee }) => employee),
    );
    await insert(tx, tables.warehouse, WAREHOUSES);
    await insert(tx, tables.unit, UNITS);
    await insert(
      tx,
      tables.itemClass,
      CLASSES.map(({ code, description }) => ({ code, description })),
    );
    await insert(tx, tables.listType, LIST_TYPES);
    await insertTokenizers(tx);
    const locations = await insertLocations(tx);
    const stock = await insertItems(tx, random);
    await insertBookStock(tx, stock, locations, random);
    await insertInventories(tx, stock, locations, random);
  });
}

/** Gives those of the seed a PIN who have none, in a data base of before there were any too; nobody else gets one. */
export async function fillPins(db: Database): Promise<void> {
  const without = await db
    .select({ userName: tables.employee.userName })
    .from(tables.employee)
    .where(isNull(tables.employee.pinHash));
  for (const { userName } of without) {
    const pin = EMPLOYEES.find(each => each.userName === userName)?.pin;
    if (pin === undefined) continue;
    // Where two processes start at once, one of them was first.
    await db
      .update(tables.employee)
      .set({ pinHash: await hashPin(pin) })
      .where(and(eq(tables.employee.userName, userName), isNull(tables.employee.pinHash)));
  }
}

async function insert(tx: Transaction, table: PgTable, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await tx.insert(table).values(rows.slice(start, start + BATCH));
  }
}

async function insertTokenizers(tx: Transaction): Promise<void> {
  await insert(
    tx,
    tables.tokenizer,
    TOKENIZERS.map(({ code, description }, position) => ({ code, description, position, separator: '-' })),
  );
  await insert(
    tx,
    tables.tokenizerRow,
    TOKENIZERS.flatMap(({ code, rows }) =>
      rows.map((row, index) => ({ ...row, tokenizer: code, sequence: index + 1, separator: '-' })),
    ),
  );
}

interface PlacedLocation {
  readonly id: number;
  readonly warehouse: string;
}

/** The ids of the locations that stock may lie in. */
async function insertLocations(tx: Transaction): Promise<PlacedLocation[]> {
  const rows = createLocations().map((location, index) => ({ id: index + 1, ...location }));
  await insert(tx, tables.location, rows);
  await continueIdsAfter(tx, tables.location, rows.length);
  return rows.filter(location => location.active && !location.obsolete);
}

/** One thing that lies on a shelf: an item, its variant and its lot. */
interface StockKeepingUnit {
  readonly itemId: number;
  readonly variantId: number | null;
  readonly lotId: number | null;
  readonly decimals: number;
}

async function insertItems(tx: Transaction, random: Random): Promise<StockKeepingUnit[]> {
  const items = createItems(random).map((item, index) => ({ id: index + 1, ...item }));
  const variants: (typeof tables.itemVariant.$inferInsert)[] = [];
  const lots: (typeof tables.lot.$inferInsert)[] = [];
  const barcodes: (typeof tables.barcode.$inferInsert)[] = [];
  const alternatives: (typeof tables.alternativeUnit.$inferInsert)[] = [];
  const stock: StockKeepingUnit[] = [];
  for (const item of items) {
    const decimals = UNITS.find(unit => unit.code === item.unit)?.decimals ?? 0;
    const variantIds = (item.variants ?? []).map(variant => {
      variants.push({ id: variants.length + 1, itemId: item.id, ...variant });
      return variants.length;
    });
    const lotIds = (item.lots ?? []).map((lot, index) => {
      lots.push({ id: lots.length + 1, itemId: item.id, ...lot, ...lotState(lot.expiryDate, index) });
      return lots.length;
    });
    (item.eans ?? []).forEach((digits, index) =>
      barcodes.push({ type: 'EAN13', value: ean13(digits), itemId: item.id, variantId: variantIds[index] ?? null }),
    );
    (item.alternatives ?? []).forEach((alternative, index) =>
      alternatives.push({
        itemId: item.id,
        ...alternative,
        default: index === 0,
        mandatory: false,
        priority: index + 1,
      }),
    );
    if (item.phantom === true || item.archived === true || item.serialManaged === true) continue;
    for (const variantId of variantIds.length > 0 ? variantIds : [null]) {
      for (const lotId of lotIds.length > 0 ? lotIds : [null])
        stock.push({ itemId: item.id, variantId, lotId, decimals });
    }
  }
  await insert(
    tx,
    tables.item,
    items.map(item => ({ lotManaged: false, serialManaged: false, archived: false, phantom: false, ...item })),
  );
  await continueIdsAfter(tx, tables.item, items.length);
  await insert(tx, tables.itemVariant, variants);
  await continueIdsAfter(tx, tables.itemVariant, variants.length);
  await insert(tx, tables.lot, lots);
  await continueIdsAfter(tx, tables.lot, lots.length);
  await insert(tx, tables.barcode, barcodes);
  await insert(tx, tables.alternativeUnit, alternatives);
  return stock;
}

function lotState(expiryDate: string | null, index: number) {
  const expired = expiryDate !== null && expiryDate < '2026-11-22';
  return {
    supplierLot: index === 0 ? null : `F${String(1000 + index)}`,
    startDate: '2025-06-01',
    status: expired ? 'expired' : 'open',
    closed: false,
  };
}

/** Keys given by hand don't move a serial column's sequence: the next free one has to be told to it. */
async function continueIdsAfter(tx: Transaction, table: PgTable, last: number): Promise<void> {
  await tx.execute(sql`select setval(pg_get_serial_sequence(${getTableName(table)}, 'id'), ${last})`);
}

function quantity(decimals: number, random: Random): string {
  const whole = random.whole(0, 240);
  return decimals === 0
    ? String(whole)
    : `${whole}.${String(random.whole(0, 10 ** decimals - 1)).padStart(decimals, '0')}`;
}

async function insertBookStock(
  tx: Transaction,
  stock: readonly StockKeepingUnit[],
  locations: readonly PlacedLocation[],
  random: Random,
): Promise<void> {
  const rows = stock.flatMap(({ decimals, ...unit }) => {
    const first = random.whole(0, locations.length - 1);
    return [0, 97].slice(0, random.whole(1, 2)).map(offset => ({
      ...unit,
      locationId: locations[(first + offset) % locations.length]?.id,
      quantity: quantity(decimals, random),
    }));
  });
  await insert(tx, tables.bookStock, rows);
}

async function insertInventories(
  tx: Transaction,
  stock: readonly StockKeepingUnit[],
  locations: readonly PlacedLocation[],
  random: Random,
): Promise<void> {
  for (const { lists, ...inventory } of INVENTORIES) {
    const [{ id: inventoryId } = { id: 0 }] = await tx
      .insert(tables.inventory)
      .values(inventory)
      .returning({ id: tables.inventory.id });
    for (const [index, list] of lists.entries()) {
      const { expected, counted, ...fields } = list;
      const [{ id: listId } = { id: 0 }] = await tx
        .insert(tables.inventoryList)
        .values({
          ...fields,
          inventoryId,
          row: index + 1,
          lastRowNumber: expected,
          lastRecording: counted,
          rows: expected,
          expected,
          counted,
        })
        .returning({ id: tables.inventoryList.id });
      const places = locations.filter(location => location.warehouse === list.warehouse);
      await insert(tx, tables.countRow, createRows(listId, list, inventory.date, stock, places, random));
    }
  }
}

/** Expected rows, shelf by shelf; the first of them counted. Each pairs another stock keeping unit with a place. */
function createRows(
  listId: number,
  list: SeedList,
  day: string,
  stock: readonly StockKeepingUnit[],
  places: readonly PlacedLocation[],
  random: Random,
) {
  const perPlace = Math.max(1, Math.ceil(list.expected / places.length));
  return Array.from({ length: list.expected }, (_, index) => {
    // The named items stay out of the expected rows, so that a first count of one of them is a new row.
    const { decimals, ...unit } = stock[40 + ((index * 7) % (stock.length - 40))] ?? { decimals: 0, itemId: 1 };
    const counted = index < list.counted;
    return {
      ...unit,
      listId,
      expected: true,
      rowNumber: index + 1,
      locationId: places[Math.floor(index / perPlace) % places.length]?.id,
      insertedAt: new Date(`${day}T06:00:00Z`),
      bookStock: quantity(decimals, random),
      ...(counted && {
        quantity: quantity(decimals, random),
        countedAt: new Date(Date.parse(`${day}T07:00:00Z`) + index * 30_000),
        operator: list.operator ?? 'mihai',
        recording: index + 1,
        version: 2,
      }),
    };
  });
}
