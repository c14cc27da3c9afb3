import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import pg from 'pg';
import { startHost } from '../../reference-host/server/serve.ts';
import { Client, aCount, problemOf } from './client.ts';
import { startInVain, startProcess } from './processes.ts';
import { filledPostgres } from './warehouse.ts';

describe('A key whose request is still being handled', () => {
  it('is answered 409 with a time to come again, and then as the first request was', async t => {
    const { url } = await filledPostgres();
    const host = await startHost({ place: { url }, port: 0, hostname: '127.0.0.1', keyWaitMs: 50 });
    t.after(() => host.close());
    const ana = await Client.signIn(host.url, 'ana');
    const { id } = await ana.list(14, 1);

    // Somebody holds the list, so that the first request can't get on.
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    t.after(() => holder.end());
    await holder.query('begin');
    await holder.query('select id from inventory_list where id = $1 for update', [id]);
    const key = randomUUID();
    const first = ana.count(id, aCount(), key);
    const claimed = async () => {
      const { rows } = await holder.query(
        `select 1 from pg_locks join pg_database on pg_database.oid = database
         where datname = current_database() and locktype = 'advisory' and granted`,
      );
      return rows.length > 0;
    };
    while (!(await claimed()));

    const meanwhile = await ana.count(id, aCount(), key);
    assert.deepEqual([meanwhile.status, problemOf(meanwhile)], [409, 'key-in-progress']);
    assert.equal(meanwhile.headers.get('retry-after'), '1');
    await holder.query('commit');
    assert.equal((await first).status, 200);
    const again = await ana.count(id, aCount(), key);
    assert.deepEqual(again.body, (await first).body);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
  });
});

describe('A host that starts again with its key store wiped', () => {
  it('takes a repeated request for a new one, which the version stops; what was counted stays, with its history', async () => {
    const environment = { DATABASE_URL: (await filledPostgres()).url };
    const before = await startProcess(environment);
    const ana = await Client.signIn(before.url, 'ana');
    const { id } = await ana.list(14, 1);
    const [countKey, addKey] = [randomUUID(), randomUUID()];
    const added = aCount({}, { mode: 'add', quantity: '2', baseVersion: 1 });
    await ana.count(id, aCount(), countKey);
    const { body } = await ana.count(id, added, addKey);
    await before.stop();

    const after = await startProcess({ ...environment, WIPE_KEYS: '1' });
    const back = await Client.signIn(after.url, 'ana');
    const repeated = [await back.count(id, aCount(), countKey), await back.count(id, added, addKey)];
    assert.deepEqual(repeated.map(problemOf), ['row-exists', 'changed-meanwhile']);
    assert.deepEqual(
      (await back.rows(id)).map(({ quantity }) => quantity),
      ['7'],
    );
    const history = await back.history(body.row);
    assert.deepEqual(
      history.map(({ mode, key }) => [mode, key]),
      [
        ['add', null],
        ['new', null],
      ],
    );
    const undone = await back.undo(id, { undoes: addKey, baseVersion: 2 });
    assert.equal(problemOf(undone), 'nothing-to-undo', 'nobody knows any more which count that was');
    await after.stop();
  });
});

describe('CAPABILITIES', () => {
  it('says which kind of host it is, and refuses a word it does not know', async () => {
    const environment = { DATABASE_URL: (await filledPostgres()).url };
    const blind = await startProcess({ ...environment, CAPABILITIES: 'none' });
    const ana = await Client.signIn(blind.url, 'ana');
    assert.equal((await ana.get('/configuration')).body.capabilities.versions, false);
    await blind.stop();
    const { code, said } = await startInVain({ ...environment, CAPABILITIES: 'some' });
    assert.equal(code, 1);
    assert.match(said, /keys, versions, none/);
  });
});
