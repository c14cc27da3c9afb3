import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { type OpenDatabase, openDatabase } from '../../reference-host/server/database/open.ts';
import { unit } from '../../reference-host/server/database/schema.ts';
import { findLists } from '../../reference-host/server/lists.ts';
import { findItems, findLocations } from '../../reference-host/server/look-ups.ts';
import { record } from '../../reference-host/server/record.ts';
import { findRows } from '../../reference-host/server/rows.ts';
import { aCount } from './client.ts';
import { filledPostgres } from './warehouse.ts';

const ana = { userName: 'ana', name: 'Ana Pop', roles: ['counter'] } as const;
const OPTIONS = {
  policies: { newLots: true, dimensions: [] },
  versions: true,
  baseQuantities: true,
  serials: true,
};

/** One connection, as long as one thing is done after the other. */
async function open(t: TestContext) {
  const opened = await openDatabase(await filledPostgres());
  t.after(() => opened.close());
  const lists = await findLists(opened.db, { ...ana, roles: ['supervisor'] }, ['1', '2', '3']);
  const listId = lists.find(({ operator, warehouse }) => operator === null && warehouse.code === '01')?.id ?? '';
  let n = 0;
  const count = async () => {
    const body = aCount(
      { location: 'A-01-02' },
      { mode: n === 0 ? 'new' : 'add', baseVersion: n === 0 ? null : String(n) },
    );
    n++;
    const asked = { operator: ana, listId, key: randomUUID(), body, now: new Date(), keyWaitMs: 1000 };
    const { recorded } = await record(opened.db, asked, OPTIONS);
    assert.equal(recorded.row.quantity, String(5 * n));
  };
  return { opened, count, id: listId };
}

/** What its connection has prepared, and how often it was used. */
async function prepared({ db }: OpenDatabase): Promise<{ statements: number; uses: number }> {
  const found = await db.execute(sql`
    select count(*)::integer as statements, coalesce(sum(generic_plans + custom_plans), 0)::integer as uses
    from pg_prepared_statements where not from_sql`);
  const [row] = (found as { rows: { statements: number; uses: number }[] }).rows;
  assert.ok(row);
  return row;
}

describe('A statement on PostgreSQL', () => {
  it('is prepared once for a connection, and used again by each further count', async t => {
    const { opened, count } = await open(t);
    // The first is a new row, the second an Add: from there on all is known.
    for (let n = 0; n < 2; n++) await count();
    const before = await prepared(opened);
    assert.ok(before.statements >= 10, `${before.statements}`);
    for (let n = 0; n < 10; n++) await count();
    const after = await prepared(opened);
    assert.equal(after.statements, before.statements);
    assert.ok(after.uses - before.uses >= 100, `${after.uses - before.uses} uses by 10 counts`);
  });

  it('is prepared anew on a connection that takes the place of one that broke', async t => {
    const { opened, count } = await open(t);
    await count();
    t.mock.method(console, 'error', () => undefined);
    await assert.rejects(async () => opened.db.execute(sql`select pg_terminate_backend(pg_backend_pid())`));
    for (let n = 0; n < 3; n++) await count();
    assert.ok((await prepared(opened)).statements > 0);
  });

  it('finds the same in its tenth use as in its first, also what it knows only then', async t => {
    const { opened } = await open(t);
    const found = async (text: string) => (await findItems(opened.db, { text })).matches.map(({ item }) => item.code);
    for (const text of ['scaun', 'a', '%', 'ART-1', 'Șurub', '_', 'zzzz']) {
      const first = await found(text);
      for (let n = 0; n < 9; n++) assert.deepEqual(await found(text), first);
      if (text === 'zzzz') assert.deepEqual(first, []);
    }
    assert.ok((await found('scaun')).includes('ART-118'));
  });

  it('is planned once, whatever its parameters: a count, a page of rows, a search', async t => {
    const { opened, count, id } = await open(t);
    const { db } = opened;
    for (let n = 0; n < 10; n++) {
      await count();
      await findRows(db, id, { order: 'newest' }, undefined);
      await findItems(db, { text: `scaun ${n}` });
      await findLocations(db, { text: 'a-01', warehouse: '01' });
    }
    const { rows } = (await db.execute(sql`
      select coalesce(sum(custom_plans), 0)::integer as anew, coalesce(max(generic_plans), 0)::integer as uses
      from pg_prepared_statements where not from_sql`)) as { rows: { anew: number; uses: number }[] };
    const [row] = rows;
    assert.equal(row?.anew, 0);
    assert.ok(row.uses >= 10);
  });

  it('that searches looks into few items: for what nothing has, what few have, and what all have', async t => {
    const { opened } = await open(t);
    const { db } = opened;
    await db.execute(sql`
      insert into item (item_class, code, description, unit, lot_managed, serial_managed, archived, phantom, folded_code,
        folded_description)
      select 'MOB', 'X-' || n, 'Piesa ' || n, 'buc', false, false, false, false, 'x-' || n, 'piesa ' || n
      from generate_series(1, 100000) as n`);
    // As the server does by itself now and then: what was written last is not in the index of parts until then.
    await db.execute(sql`vacuum analyze item`);
    const itemsRead = async () => {
      await db.execute(sql`select pg_stat_clear_snapshot(), pg_stat_force_next_flush()`);
      const { rows } = (await db.execute(sql`
        select (seq_tup_read + coalesce(idx_tup_fetch, 0))::integer as read
        from pg_stat_user_tables where relname = 'item'`)) as { rows: { read: number }[] };
      return rows[0]?.read ?? NaN;
    };
    for (let n = 0; n < 10; n++) await findItems(db, { text: 'piesa 49999 de mobilier pentru depozit' });
    // 1,111 of them begin with x-99, and they are the last ones in the order of the answer.
    for (const [text, most] of [
      ['zzzzz', 0],
      ['piesa 49999', 1],
      ['xyz-1', 0],
      ['scaun', 20],
      ['x-99', 20],
      ['x', 20],
    ] as const) {
      const before = await itemsRead();
      const { matches } = await findItems(db, { text });
      assert.equal(matches.length > 0, most > 0, text);
      assert.ok(most === 20 || matches.length === most, `${matches.length} found for ${text}`);
      const read = (await itemsRead()) - before;
      assert.ok(read < 10_000, `${read} items read for ${text}`);
    }
  });

  it('without parameters may be several in one text; and of ever new texts so many are kept', async t => {
    const { opened } = await open(t);
    await opened.db.execute(sql`select 1; select 2`);
    for (let n = 1; n <= 220; n++) {
      const codes = Array.from({ length: n }, (_, each) => `unit ${each}`);
      const found = await opened.db
        .select()
        .from(unit)
        .where(sql`${unit.code} in ${codes}`);
      assert.deepEqual(found, []);
    }
    assert.equal((await prepared(opened)).statements, 200);
  });
});
