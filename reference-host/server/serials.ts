import { type SQL, and, asc, eq, gt, ne, sql } from 'drizzle-orm';
import type { CountedSerial } from '../../src/domain/counted-serial.ts';
import type { CountRow, InventoryList } from '../../src/domain/inventory.ts';
import { isZero } from '../../src/domain/quantity.ts';
import type { Matches } from '../../src/services/inventory-gateway.ts';
import type { CountRequestBody } from '../../src/services/rest/contract.ts';
import type { Database, Transaction } from './database/database.ts';
import { countRow, inventory, inventoryList, item, location } from './database/schema.ts';
import { Problem } from './problems.ts';
import type { Subject } from './subject.ts';

const MOST_PLACES = 20;

/** Where a serial number is counted in the list's inventory, whoever counted it. */
export async function findSerials(db: Database, list: InventoryList, serial: string): Promise<Matches<CountedSerial>> {
  const found = await select(db, list, serial).limit(MOST_PLACES + 1);
  const matches = found.slice(0, MOST_PLACES).map(({ listId, inventory, countedAt, ...place }) => ({
    ...place,
    listId: String(listId),
    inventory: String(inventory),
    countedAt: countedAt?.toISOString() ?? null,
  }));
  return { matches, more: found.length > MOST_PLACES };
}

function select(db: Database | Transaction, list: InventoryList, serial: string, more?: SQL) {
  return db
    .select({
      itemClass: item.itemClass,
      itemCode: item.code,
      listId: countRow.listId,
      inventory: inventory.number,
      row: inventoryList.row,
      warehouse: location.warehouse,
      location: location.code,
      countedAt: countRow.countedAt,
    })
    .from(countRow)
    .innerJoin(inventoryList, eq(inventoryList.id, countRow.listId))
    .innerJoin(inventory, eq(inventory.id, inventoryList.inventoryId))
    .innerJoin(item, eq(item.id, countRow.itemId))
    .innerJoin(location, eq(location.id, countRow.locationId))
    .where(
      and(
        eq(countRow.serial, serial),
        eq(inventoryList.inventoryId, Number(list.inventory.id)),
        gt(countRow.quantity, '0'),
        more,
      ),
    )
    .orderBy(asc(countRow.id));
}

/**
 * A serial number is in one place: counted in a second one of the inventory it is refused, unless somebody says that
 * they know. Two lists may bring it at once, and each holds only its own list's lock: the number has one too.
 */
export async function checkElsewhere(
  tx: Transaction,
  list: InventoryList,
  { itemId, serial }: Subject,
  { quantity, acknowledged = [] }: CountRequestBody,
  existing: CountRow | null,
): Promise<void> {
  if (serial === null || isZero(quantity)) return;
  const name = JSON.stringify(['serial', list.inventory.id, itemId, serial]);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  if (acknowledged.includes('serial-elsewhere')) return;
  const isCountedHere = existing !== null && existing.quantity !== null && !isZero(existing.quantity);
  if (isCountedHere) return;
  const notHere = existing === null ? undefined : ne(countRow.id, Number(existing.id));
  const [found] = await select(tx, list, serial, and(eq(countRow.itemId, itemId), notHere)).limit(1);
  if (found !== undefined) throw new Problem('serial-elsewhere');
}
