import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../reference-host/server/database/open.ts';
import * as tables from '../../reference-host/server/database/schema.ts';
import { contains } from '../../reference-host/server/lists.ts';
import { findItems, findLocations } from '../../reference-host/server/look-ups.ts';
import { oldPglite, oldPostgres } from '../fixtures/old-device/warehouse.ts';
import { fold, naturalKey } from '../../src/domain/text.ts';
import type { Client } from './client.ts';
import { onEachDatabase } from './databases.ts';
import { filledPglite, filledPostgres } from './warehouse.ts';

const state = { active: true, blocked: false, reserved: false, obsolete: false };

async function numbers(client: Client, query: Record<string, string>): Promise<string> {
  const reply = await client.get(`/inventories?${new URLSearchParams(query)}`);
  assert.equal(reply.status, 200);
  return reply.body.items.map(({ number }: { number: string }) => number).join(' ');
}

onEachDatabase('The search for inventories', {}, stage => {
  it('finds a part of the description without its accents, and with a cedilla for a comma', async () => {
    for (const description of ['rotatie', 'ROTAŢIE oct', 'rotat\u0326ie', 'Rotație']) {
      assert.equal(await numbers(stage().ana, { description }), '11', description);
    }
    assert.equal(await numbers(stage().ana, { description: 'rotație%' }), '');
  });

  it('finds a part of the notes', async () => {
    for (const notes of ['depozit CENTRAL', 'toate', 'Depózit']) {
      assert.equal(await numbers(stage().ana, { notes }), '12', notes);
    }
    assert.equal(await numbers(stage().ana, { notes: 'nicăieri' }), '');
  });

  it('finds a part of the operator’s name, and of the user name', async () => {
    const { ana } = stage();
    assert.equal(await numbers(ana, { operator: 'radu', number: '12' }), '12');
    assert.equal(await numbers(ana, { operator: 'ELENA', number: '12' }), '12');
    assert.equal(await numbers(ana, { operator: 'Rădu', number: '12' }), '12');
    assert.equal(await numbers(ana, { operator: 'nobody' }), '');
  });

  it('finds a part of the number', async () => {
    const { ana } = stage();
    assert.deepEqual((await numbers(ana, { number: '1' })).split(' ').includes('12'), true);
    assert.equal(await numbers(ana, { number: ' 12 ' }), '12');
    assert.equal(await numbers(ana, { number: '_2' }), '');
    assert.equal(await numbers(ana, { number: '999' }), '');
  });
});

for (const [name, filled, old] of [
  ['PGlite', filledPglite, oldPglite],
  ['PostgreSQL', filledPostgres, oldPostgres],
] as const) {
  describe(`What is searched for, on ${name}`, () => {
    it('is found by an index', async t => {
      const opened = await openDatabase(await filled());
      t.after(() => opened.close());
      const { db } = opened;
      const plan = await db.transaction(async tx => {
        // The warehouse is small: it would be read whole.
        await tx.execute(sql`set local enable_seqscan = off`);
        return tx.execute(sql`explain select 1 from item where ${contains(tables.item.foldedDescription, 'Șurub')}`);
      });
      assert.match(JSON.stringify(plan), /item_folded_description/);
    });

    it('is found in a data base of before, which is folded when it is opened', async t => {
      const opened = await openDatabase(await old());
      t.after(() => opened.close());
      const { db } = opened;
      const [{ description: known } = { description: '' }] = await db.select().from(tables.item).limit(1);
      assert.notEqual(known, '');
      const { matches } = await findItems(db, { text: known.toUpperCase() });
      assert.ok(matches.some(({ item }) => item.description === known));
      for (const [table, column] of [
        [tables.item, tables.item.foldedCode],
        [tables.item, tables.item.foldedDescription],
        [tables.location, tables.location.foldedCode],
        [tables.location, tables.location.foldedDescription],
        [tables.location, tables.location.naturalCode],
        [tables.lot, tables.lot.foldedCode],
        [tables.inventory, tables.inventory.foldedDescription],
        [tables.inventory, tables.inventory.foldedNotes],
      ] as const) {
        assert.equal(await db.$count(table, sql`${column} is null`), 0, column.name);
      }
      const { foldedSerial, serial } = tables.countRow;
      assert.equal(await db.$count(tables.countRow, sql`${foldedSerial} is null and ${serial} is not null`), 0);
    });

    it('is found whatever the case, the accents and how they are written, and codes are told apart by them', async t => {
      const opened = await openDatabase(await filled());
      t.after(() => opened.close());
      const { db } = opened;
      const one = async (text: string) => (await findItems(db, { text })).matches.length > 0;
      for (const text of ['surub', 'Şurub', 'S\u0326URUB', 'scandura']) assert.equal(await one(text), true, text);
      const [{ code } = { code: '' }] = await db.select().from(tables.item).limit(1);
      assert.deepEqual((await findItems(db, { code: code.toLowerCase() })).matches, []);
      assert.equal((await findItems(db, { code })).matches.length > 0, true);
    });

    it('comes in natural order where it is locations', async t => {
      const opened = await openDatabase(await filled());
      t.after(() => opened.close());
      const { db } = opened;
      const codes = ['Q9-10', 'Q9-2', 'Q10-1', 'Q9-1'];
      await db.insert(tables.location).values(
        codes.map(code => ({
          warehouse: '01',
          code,
          description: 'x',
          type: 'shelf',
          ...state,
          foldedCode: fold(code),
          naturalCode: naturalKey(code),
        })),
      );
      const found = async (text: string) =>
        (await findLocations(db, { warehouse: '01', text })).matches.map(({ code }) => code).join(' ');
      assert.equal(await found('q9-'), 'Q9-1 Q9-2 Q9-10');
      assert.equal(await found('Q1'), 'Q10-1');
    });
  });
}
