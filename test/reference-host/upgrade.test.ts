import { PGlite } from '@electric-sql/pglite';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { startHost } from '../../reference-host/server/serve.ts';
import { Client, aCount, problemOf } from './client.ts';

/** Makes the ledger what it was at first: named by user and key, without what a row held before. */
const BACK_TO_THE_FIRST_LEDGER = `
  drop index count_ledger_row_id_id_index;
  alter table count_ledger drop constraint count_ledger_user_name_key_unique;
  alter table count_ledger drop column undoes, drop column before, drop column id;
  alter table count_ledger add constraint count_ledger_user_name_key_pk primary key (user_name, key);
  create index count_ledger_row_id_index on count_ledger (row_id);
  alter table book_stock drop constraint book_stock_identity, drop column dimensions;
  alter table book_stock add constraint book_stock_item_id_variant_id_lot_id_location_id_unique
    unique nulls not distinct (item_id, variant_id, lot_id, location_id);
  alter table count_row drop constraint count_row_identity, drop column dimensions;
  alter table count_row add constraint count_row_identity
    unique nulls not distinct (list_id, item_id, variant_id, lot_id, serial, location_id);
  delete from drizzle.__drizzle_migrations where id > 1;`;

describe('A data base of the first version', () => {
  it('keeps its counts, answers what comes again and tells their history; they are too old to be undone', async t => {
    const directory = mkdtempSync(path.join(os.tmpdir(), 'wms-inventar-'));
    t.after(() => rmSync(directory, { recursive: true, force: true }));
    const start = () => startHost({ place: { directory }, port: 0, hostname: '127.0.0.1' });
    const key = 'a-key-of-the-first-version';

    const before = await start();
    const ana = await Client.signIn(before.url, 'ana');
    const { id } = await ana.list(14, 1);
    const counted = await ana.count(id, aCount(), key);
    await before.close();
    const old = new PGlite(directory);
    await old.exec(BACK_TO_THE_FIRST_LEDGER);
    await assert.rejects(old.query('select id from count_ledger'));
    await old.close();

    const host = await start();
    t.after(() => host.close());
    const back = await Client.signIn(host.url, 'ana');
    assert.deepEqual((await back.count(id, aCount(), key)).body, counted.body);
    assert.equal(problemOf(await back.undo(id, { undoes: key, baseVersion: 1 })), 'nothing-to-undo');
    const added = await back.count(id, aCount({}, { mode: 'add', baseVersion: 1 }));
    assert.equal(added.body.row.quantity, '10');
    assert.deepEqual(
      (await back.history(added.body.row)).map(({ mode }) => mode),
      ['add', 'new'],
    );
  });
});
