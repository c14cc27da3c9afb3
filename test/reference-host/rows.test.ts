import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { PgTable } from 'drizzle-orm/pg-core';
import { fillFolded } from '../../reference-host/server/database/folded.ts';
import * as tables from '../../reference-host/server/database/schema.ts';
import { findRows } from '../../reference-host/server/rows.ts';
import { PIECES } from '../support/fixtures.ts';
import { ROWS, ROW_QUERIES } from '../support/row-queries.ts';

const client = new PGlite({ extensions: { pg_trgm } });
const db = drizzle(client);

/** The rows as this host holds them, in a list with the id 1. */
async function fill(): Promise<void> {
  const insert = <T extends PgTable>(table: T, values: T['$inferInsert'][]) => db.insert(table).values(values);
  await migrate(db, { migrationsFolder: 'reference-host/server/database/migrations' });
  // Only what rows are read from: nothing that this refers to.
  await db.execute(sql`set session_replication_role = replica`);
  await insert(tables.unit, [PIECES]);
  const byTime = ROWS.filter(({ countedAt }) => countedAt !== null).sort(
    (a, b) => Date.parse(a.countedAt ?? '') - Date.parse(b.countedAt ?? ''),
  );
  // Each row with an item, a lot and a location of its own, all with the row's number as their id.
  for (const row of ROWS) {
    const id = row.rowNumber;
    const state = { active: true, blocked: false, reserved: false, obsolete: false };
    const item = { itemClass: String(id), code: row.itemCode, description: row.itemDescription, unit: PIECES.code };
    await insert(tables.item, [
      { id, ...item, lotManaged: row.lot !== null, serialManaged: false, archived: false, phantom: false },
    ]);
    await insert(tables.location, [
      { id, warehouse: String(id), code: row.location, description: '', type: 'shelf', ...state },
    ]);
    if (row.lot !== null) {
      await insert(tables.lot, [{ id, itemId: id, code: row.lot, status: 'open', closed: false }]);
    }
    await insert(tables.countRow, [
      {
        id,
        listId: 1,
        rowNumber: row.rowNumber,
        itemId: id,
        lotId: row.lot === null ? null : id,
        serial: row.serial,
        locationId: id,
        quantity: row.quantity,
        insertedAt: new Date(0),
        countedAt: row.countedAt === null ? null : new Date(row.countedAt),
        recording: byTime.indexOf(row) + 1,
      },
    ]);
  }
  await fillFolded(db);
}

describe('The rows that the host finds', () => {
  before(fill);
  after(() => client.close());

  for (const { title, query, ids } of ROW_QUERIES) {
    it(`are, in their order: ${title}`, async () => {
      const { items } = await findRows(db, '1', query, undefined);
      assert.equal(items.map(({ id }) => id).join(' '), ids);
    });
  }
});
