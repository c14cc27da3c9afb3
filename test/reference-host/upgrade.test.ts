import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { describe, it } from 'node:test';
import { startHost } from '../../reference-host/server/serve.ts';
import { oldDevice } from '../fixtures/old-device/old-device.ts';
import { oldWarehouse } from '../fixtures/old-device/warehouse.ts';
import { Client, aCount, problemOf } from './client.ts';

/** Makes the ledger what it was at first: named by user and key, without what a row held before. */
const BACK_TO_THE_FIRST_LEDGER = `
  set search_path to public;
  drop index count_ledger_row_id_id_index;
  alter table count_ledger drop constraint count_ledger_user_name_key_unique;
  alter table count_ledger drop column undoes, drop column before, drop column id;
  alter table count_ledger add constraint count_ledger_user_name_key_pk primary key (user_name, key);
  create index count_ledger_row_id_index on count_ledger (row_id);
  delete from drizzle.__drizzle_migrations where id > 1;`;

describe('A data base of the first version', () => {
  it('keeps its counts, answers what comes again and tells their history; they are too old to be undone', async t => {
    const { user, unsent, bodies } = oldDevice();
    const counted = unsent.find(({ id, record }) => id in bodies && record.context.device !== '')?.record;
    assert.ok(counted);
    const { id: key, listId, identity } = counted;
    const old = new PGlite();
    t.after(() => old.close());
    await old.exec(oldWarehouse());
    await old.exec(BACK_TO_THE_FIRST_LEDGER);
    await assert.rejects(old.query('select id from count_ledger'));
    const inMemory = await old.dumpDataDir('none');

    const host = await startHost({ place: { inMemory }, port: 0, hostname: '127.0.0.1' });
    t.after(() => host.close());
    const back = await Client.signIn(host.url, user);
    const again = await back.count(listId, JSON.parse(bodies[key] ?? ''), key);
    assert.deepEqual([again.status, again.headers.get('idempotency-replayed')], [200, 'true']);
    const { row } = again.body;
    assert.equal(problemOf(await back.undo(listId, { undoes: key, baseVersion: row.version })), 'nothing-to-undo');
    const { unit } = row;
    const added = await back.count(
      listId,
      aCount(identity, { mode: 'add', baseVersion: row.version, unit: unit.code, quantity: '10' }),
    );
    assert.equal(added.status, 200);
    const history = await back.history(added.body.row);
    assert.deepEqual(
      history.map(({ mode }) => mode),
      ['add', JSON.parse(bodies[key] ?? '').mode],
    );
    assert.equal(history[1]?.key, key);
  });
});
