import { type SQL, and, desc, eq, gte, inArray, isNull, like, lt, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Inventory, type InventoryList, type Operator, isSupervisor } from '../../src/domain/inventory.ts';
import { finder, sought } from '../../src/domain/text.ts';
import type { InventoryQuery, Page } from '../../src/services/inventory-gateway.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Database, Transaction } from './database/database.ts';
import { employee, inventory, inventoryList, listType, warehouse } from './database/schema.ts';
import { Problem } from './problems.ts';
import { toId } from './ids.ts';

const PAGE = 50;

const keeper = alias(employee, 'keeper');

const inventoryColumns = {
  id: inventory.id,
  number: inventory.number,
  date: inventory.date,
  description: inventory.description,
  notes: inventory.notes,
  closed: inventory.closed,
};
const keeperColumns = { userName: keeper.userName, name: keeper.name };

type InventoryRecord = { [K in keyof typeof inventoryColumns]: (typeof inventory.$inferSelect)[K] };

function toInventory({ number, id, ...rest }: InventoryRecord, operator: Inventory['operator']): Inventory {
  return { ...rest, id: String(id), number: String(number), operator };
}

/** Inventories, the latest first. */
export async function findInventories(
  db: Database,
  query: InventoryQuery,
  cursor: string | undefined,
): Promise<Page<Inventory>> {
  const conditions: (SQL | undefined)[] = [];
  if (query.number !== undefined) conditions.push(contains(sql`${inventory.number}::text`, query.number));
  if (query.from !== undefined) conditions.push(gte(inventory.date, query.from));
  if (query.to !== undefined) conditions.push(lte(inventory.date, query.to));
  if (query.description !== undefined) conditions.push(contains(inventory.foldedDescription, query.description));
  if (query.notes !== undefined) conditions.push(contains(inventory.foldedNotes, query.notes));
  if (query.operator !== undefined)
    conditions.push(inArray(inventory.operator, await operatorsCalled(db, query.operator)));
  if (query.closed !== undefined) conditions.push(eq(inventory.closed, query.closed));
  if (cursor !== undefined) conditions.push(lt(inventory.number, Number(decodeCursor(cursor, ['number'])[0])));
  const found = await db
    .select({ inventory: inventoryColumns, keeper: keeperColumns })
    .from(inventory)
    .leftJoin(keeper, eq(keeper.userName, inventory.operator))
    .where(and(...conditions))
    .orderBy(desc(inventory.number))
    .limit(PAGE + 1);
  const items = found.slice(0, PAGE);
  const last = items.at(-1);
  return {
    items: items.map(({ inventory, keeper }) => toInventory(inventory, keeper)),
    next: found.length > PAGE && last !== undefined ? encodeCursor([last.inventory.number]) : null,
  };
}

/** Their user names. A warehouse has few operators: they are folded as they are read. */
async function operatorsCalled(db: Database, text: string): Promise<string[]> {
  const finds = finder(text);
  const all = await db.select({ userName: employee.userName, name: employee.name }).from(employee);
  return all.filter(({ userName, name }) => finds([userName, name])).map(({ userName }) => userName);
}

/** Whether a folded text contains what was typed; its wildcards are taken literally. */
export function contains(folded: Parameters<typeof like>[0], text: string): SQL {
  return like(folded, `%${sought(text).replace(/[\\%_]/g, '\\$&')}%`);
}

/** Rule 1: theirs and nobody's. A supervisor sees all. */
function visibleTo(operator: Operator): SQL | undefined {
  if (isSupervisor(operator)) return undefined;
  return or(eq(inventoryList.operator, operator.userName), isNull(inventoryList.operator));
}

export async function findLists(
  db: Database,
  operator: Operator,
  inventoryIds: readonly string[],
): Promise<InventoryList[]> {
  const ids = inventoryIds.map(id => toId(id, 'bad-request'));
  return selectLists(db, and(inArray(inventoryList.inventoryId, ids), visibleTo(operator)));
}

/** One list, or the refusal that fits: there is none, or it is somebody else's. */
export async function getList(db: Database | Transaction, operator: Operator, listId: string): Promise<InventoryList> {
  const [list] = await selectLists(db, eq(inventoryList.id, toId(listId, 'unknown-list')));
  return checkVisible(list, operator);
}

/** The list as it stands once this transaction alone may change it. */
export async function lockList(tx: Transaction, id: number): Promise<InventoryList | undefined> {
  const [list] = toLists(await listsWhere(tx, eq(inventoryList.id, id)).for('update', { of: inventoryList }));
  return list;
}

export function checkVisible(list: InventoryList | undefined, operator: Operator): InventoryList {
  if (list === undefined) throw new Problem('unknown-list');
  if (!isSupervisor(operator) && list.operator !== null && list.operator.userName !== operator.userName) {
    throw new Problem('not-your-list');
  }
  return list;
}

async function selectLists(db: Database | Transaction, where: SQL | undefined): Promise<InventoryList[]> {
  return toLists(await listsWhere(db, where).orderBy(desc(inventory.number), inventoryList.row));
}

/** How far a list is, in columns of it. */
export const progressColumns = {
  rows: inventoryList.rows,
  expected: inventoryList.expected,
  counted: inventoryList.counted,
};

function listsWhere(db: Database | Transaction, where: SQL | undefined) {
  return db
    .select({
      id: inventoryList.id,
      row: inventoryList.row,
      closingDate: inventoryList.closingDate,
      listType: { code: listType.code, description: listType.description, keepLocation: listType.keepLocation },
      operator: { userName: employee.userName, name: employee.name },
      warehouse: { code: warehouse.code, description: warehouse.description },
      inventory: inventoryColumns,
      keeper: keeperColumns,
      progress: progressColumns,
    })
    .from(inventoryList)
    .innerJoin(inventory, eq(inventory.id, inventoryList.inventoryId))
    .innerJoin(listType, eq(listType.code, inventoryList.listType))
    .innerJoin(warehouse, eq(warehouse.code, inventoryList.warehouse))
    .leftJoin(employee, eq(employee.userName, inventoryList.operator))
    .leftJoin(keeper, eq(keeper.userName, inventory.operator))
    .where(where)
    .$dynamic();
}

type ListRecord = Awaited<ReturnType<typeof listsWhere>>[number];

function toLists(found: readonly ListRecord[]): InventoryList[] {
  return found.map(({ keeper, ...list }) => ({
    ...list,
    id: String(list.id),
    inventory: toInventory(list.inventory, keeper),
  }));
}
