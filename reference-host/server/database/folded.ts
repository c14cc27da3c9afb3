import { and, isNotNull, isNull, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { fold, naturalKey } from '../../../src/domain/text.ts';
import type { Database, Transaction } from './database.ts';
import { countRow, inventory, item, location, lot } from './schema.ts';

/**
 * What stands beside a text to search or to put in order by it. It is made here and not by the data base, whose own
 * functions know other letters than the client's, and not the same ones on every server.
 */
interface Derived {
  readonly table: PgTable & { readonly id: PgColumn };
  readonly from: PgColumn;
  readonly into: PgColumn;
  readonly make: (text: string) => string;
}

const DERIVED: readonly Derived[] = [
  { table: item, from: item.code, into: item.foldedCode, make: fold },
  { table: item, from: item.description, into: item.foldedDescription, make: fold },
  { table: location, from: location.code, into: location.foldedCode, make: fold },
  { table: location, from: location.description, into: location.foldedDescription, make: fold },
  { table: location, from: location.code, into: location.naturalCode, make: naturalKey },
  { table: lot, from: lot.code, into: lot.foldedCode, make: fold },
  { table: countRow, from: countRow.serial, into: countRow.foldedSerial, make: fold },
  { table: inventory, from: inventory.description, into: inventory.foldedDescription, make: fold },
  { table: inventory, from: inventory.notes, into: inventory.foldedNotes, make: fold },
];

const BATCH = 2000;

/**
 * Fills in what is not there yet: all of it after a migration that brings a column, or empties one because `fold` has
 * changed; nothing on any other start.
 */
export async function fillFolded(db: Database | Transaction): Promise<void> {
  for (const derived of DERIVED) while ((await fillSome(db, derived)) === BATCH);
}

async function fillSome(db: Database | Transaction, { table, from, into, make }: Derived): Promise<number> {
  const found = await db
    .select({ id: table.id, text: from })
    .from(table)
    .where(and(isNull(into), isNotNull(from)))
    .limit(BATCH);
  if (found.length === 0) return 0;
  const made = JSON.stringify(found.map(({ id, text }) => ({ id: Number(id), made: make(String(text)) })));
  await db.execute(sql`
    update ${table} set ${sql.identifier(into.name)} = each.made
    from jsonb_to_recordset(${made}::jsonb) as each (id integer, made text)
    where ${table.id} = each.id`);
  return found.length;
}
