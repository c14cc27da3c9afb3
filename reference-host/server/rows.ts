import { type SQL, and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { CountIdentity } from '../../src/domain/count-identity.ts';
import type { CountRow } from '../../src/domain/inventory.ts';
import { withUnitDecimals } from '../../src/domain/quantity.ts';
import type { RowQuery } from '../../src/domain/row-query.ts';
import type { Page } from '../../src/services/inventory-gateway.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Database, Transaction } from './database/database.ts';
import { countRow, employee, item, itemVariant, location, lot, unit } from './database/schema.ts';
import { contains } from './lists.ts';
import { alongShelves } from './look-ups.ts';

const PAGE = 200;

/**
 * What the order ends with, and how many are read. The number stands in the statement: for one whose number is a parameter
 * the server expects a tenth of the list, finds each plan for a certain number the better one, and makes it anew each time.
 */
const MOST = sql`${asc(countRow.rowNumber)} limit ${sql.raw(String(PAGE + 1))}`;

const entered = alias(unit, 'entered');

const columns = {
  id: countRow.id,
  listId: countRow.listId,
  rowNumber: countRow.rowNumber,
  itemClass: item.itemClass,
  itemCode: item.code,
  itemDescription: item.description,
  variant: itemVariant.code,
  lot: lot.code,
  serial: countRow.serial,
  warehouse: location.warehouse,
  location: location.code,
  dimensions: countRow.dimensions,
  unit: { code: unit.code, description: unit.description, decimals: unit.decimals },
  quantity: countRow.quantity,
  alternativeUnit: { code: entered.code, description: entered.description, decimals: entered.decimals },
  alternativeQuantity: countRow.alternativeQuantity,
  countedAt: countRow.countedAt,
  operator: { userName: employee.userName, name: employee.name },
  recording: countRow.recording,
  naturalLocation: location.naturalCode,
  version: countRow.version,
};

function selectRows(db: Database | Transaction) {
  return db
    .select(columns)
    .from(countRow)
    .innerJoin(item, eq(item.id, countRow.itemId))
    .innerJoin(unit, eq(unit.code, item.unit))
    .innerJoin(location, eq(location.id, countRow.locationId))
    .leftJoin(itemVariant, eq(itemVariant.id, countRow.variantId))
    .leftJoin(lot, eq(lot.id, countRow.lotId))
    .leftJoin(entered, eq(entered.code, countRow.alternativeUnit))
    .leftJoin(employee, eq(employee.userName, countRow.operator))
    .$dynamic();
}

type RowRecord = Awaited<ReturnType<typeof selectRows>>[number];

function toRow({ recording: _, naturalLocation: __, dimensions, ...row }: RowRecord): CountRow {
  const { alternativeUnit: alternative, alternativeQuantity: entered } = row;
  return {
    ...row,
    ...(Object.keys(dimensions).length > 0 && { dimensions }),
    version: String(row.version),
    id: String(row.id),
    listId: String(row.listId),
    quantity: row.quantity === null ? null : withUnitDecimals(row.quantity, row.unit),
    alternativeQuantity: entered === null || alternative === null ? null : withUnitDecimals(entered, alternative),
    countedAt: row.countedAt?.toISOString() ?? null,
  };
}

/** As `domain/row-query.ts` says; what was recorded last, a number tells, which no clock can disturb. */
export async function findRows(
  db: Database,
  listId: string,
  query: RowQuery,
  cursor: string | undefined,
): Promise<Page<CountRow>> {
  const newest = query.order === 'newest';
  const found = await rowsAfter(db, listId, query, cursor);
  const items = found.slice(0, PAGE);
  const last = items.at(-1);
  const next = last === undefined ? [] : [newest ? last.recording : (last.naturalLocation ?? ''), last.rowNumber];
  return { items: items.map(toRow), next: found.length > PAGE ? encodeCursor(next) : null };
}

/** The query of a page, and of one row more. */
export function rowsAfter(db: Database, listId: string, query: RowQuery, cursor: string | undefined) {
  const newest = query.order === 'newest';
  return (
    selectRows(db)
      .where(
        and(
          eq(countRow.listId, Number(listId)),
          query.status === 'counted' ? isNotNull(countRow.quantity) : undefined,
          query.status === 'expected' ? isNull(countRow.quantity) : undefined,
          query.text === undefined ? undefined : mentions(query.text),
          cursor === undefined ? undefined : newest ? afterNewest(cursor) : afterLocation(cursor),
        ),
      )
      // As the index has it: with the nulls first, which there are none of, it would not be used.
      .orderBy(newest ? sql`${countRow.recording} desc nulls last` : asc(alongShelves), MOST)
  );
}

function mentions(text: string): SQL | undefined {
  return or(
    contains(item.foldedCode, text),
    contains(item.foldedDescription, text),
    contains(location.foldedCode, text),
    contains(lot.foldedCode, text),
    contains(countRow.foldedSerial, text),
  );
}

function afterNewest(cursor: string): SQL {
  const [recording, rowNumber] = decodeCursor(cursor, ['number', 'number']);
  // The first part is what the index is entered by.
  return sql`${countRow.recording} <= ${recording} and
    (${countRow.recording} < ${recording} or ${countRow.rowNumber} > ${rowNumber})`;
}

function afterLocation(cursor: string): SQL {
  const [place, rowNumber] = decodeCursor(cursor, ['string', 'number']);
  return sql`(${alongShelves}, ${countRow.rowNumber}) > (${place}, ${rowNumber})`;
}

/** The row with this identity; `null` where there is none. */
export async function findRow(
  db: Database | Transaction,
  listId: string,
  identity: CountIdentity,
): Promise<CountRow | null> {
  const [found] = await selectRows(db).where(
    and(
      eq(countRow.listId, Number(listId)),
      eq(item.itemClass, identity.itemClass),
      eq(item.code, identity.itemCode),
      identity.variant === null ? isNull(countRow.variantId) : eq(itemVariant.code, identity.variant),
      identity.lot === null ? isNull(countRow.lotId) : eq(lot.code, identity.lot),
      identity.serial === null ? isNull(countRow.serial) : eq(countRow.serial, identity.serial),
      eq(location.warehouse, identity.warehouse),
      eq(location.code, identity.location),
      eq(countRow.dimensions, identity.dimensions ?? {}),
    ),
  );
  return found === undefined ? null : toRow(found);
}

export async function getRow(db: Database | Transaction, rowId: number): Promise<CountRow | null> {
  const [found] = await selectRows(db).where(eq(countRow.id, rowId));
  return found === undefined ? null : toRow(found);
}
