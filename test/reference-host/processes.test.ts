import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { CountRow } from '../../src/domain/inventory.ts';
import { Client, aCount, problemOf } from './client.ts';
import { type HostProcess, startInVain, startProcess } from './processes.ts';
import { emptyPostgres } from './warehouse.ts';

const CLIENTS = 8;
const COUNTS = 5;

describe('Two server processes on one PostgreSQL data base', () => {
  let hosts: HostProcess[];
  let clients: Client[];
  before(async () => {
    const environment = { DATABASE_URL: (await emptyPostgres()).url };
    // Both start at once on an empty data base: one creates and fills it, the other waits for that.
    hosts = await Promise.all([startProcess(environment), startProcess(environment)]);
    clients = await Client.signInEach(
      Array.from({ length: CLIENTS }, (_, i) => [hosts[i % 2]?.url ?? '', i % 4 < 2 ? 'ana' : 'mihai'] as const),
    );
  });
  after(() => Promise.all(hosts.map(host => host.stop())));

  it('sum exactly what 8 clients add to one row, each adding again when told that it changed', async () => {
    const [first] = clients;
    assert.ok(first);
    const { id } = await first.list(12, 2);
    const coffee = { itemClass: 'ALI', itemCode: 'CAF-01' };
    const start = await first.count(id, aCount(coffee, { quantity: '0.001', unit: 'kg' }));
    assert.equal(start.status, 200);
    let told = 0;
    const addOnce = async (client: Client) => {
      for (let base: CountRow = start.body.row; ;) {
        const reply = await client.count(
          id,
          aCount(coffee, { mode: 'add', quantity: '0.1', unit: 'kg', baseVersion: base.version }),
        );
        if (reply.status === 200) return;
        assert.equal(problemOf(reply), 'changed-meanwhile');
        told++;
        base = reply.body.row;
      }
    };
    await Promise.all(
      clients.map(async client => {
        for (let n = 0; n < COUNTS; n++) await addOnce(client);
      }),
    );
    const [row] = await first.rows(id, 'text=CAF-01');
    assert.equal(row?.quantity, '4.001');
    assert.equal(row.version, String(1 + CLIENTS * COUNTS));
    assert.ok(told > 0, 'clients did meet each other');
  });

  it('give 8 clients that create rows at once row numbers without a gap', async () => {
    const [first] = clients;
    assert.ok(first);
    const { id } = await first.list(12, 2);
    const before = (await first.rows(id)).length;
    const replies = await Promise.all(
      clients.flatMap((client, i) =>
        Array.from({ length: COUNTS }, (_, n) =>
          client.count(
            id,
            aCount({ location: `B-0${n + 1}-0${(i % 6) + 1}`, itemCode: i < 6 ? 'ART-118' : 'ART-204' }),
          ),
        ),
      ),
    );
    assert.deepEqual([...new Set(replies.map(reply => reply.status))], [200]);
    const numbers = (await first.rows(id)).map(row => row.rowNumber).sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      Array.from({ length: before + CLIENTS * COUNTS }, (_, i) => i + 1),
    );
  });

  it('create one row when the same new count comes to both at once', async () => {
    const [one, two] = clients;
    assert.ok(one && two);
    const { id } = await one.list(12, 2);
    const count = aCount({ location: 'C-01-01' });
    const replies = await Promise.all([
      one.count(id, count, 'same-key-of-one-device'),
      two.count(id, count, 'same-key-of-one-device'),
    ]);
    assert.deepEqual(replies[0].body, replies[1].body);
    assert.equal((await one.rows(id, 'text=C-01-01')).length, 1);
  });
});

describe('One PGlite directory', () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'wms-inventar-'));
  after(() => rmSync(directory, { recursive: true, force: true }));

  it('keeps the counts when the host is stopped and started again, and after a power cut', async () => {
    const environment = { DATA_DIR: directory };
    const host = await startProcess(environment);
    const ana = await Client.signIn(host.url, 'ana');
    const { id } = await ana.list(14, 1);
    assert.equal((await ana.count(id, aCount())).status, 200);
    await host.stop();

    const again = await startProcess(environment);
    const back = await Client.signIn(again.url, 'ana');
    assert.equal((await back.rows(id)).length, 1);
    assert.equal((await back.count(id, aCount({ location: 'A-01-03' }))).status, 200);
    await again.kill();

    const third = await startProcess(environment);
    assert.equal((await (await Client.signIn(third.url, 'ana')).rows(id)).length, 2);
    await third.stop();
  });

  it('refuses a second process, in words that say what to do', async () => {
    const host = await startProcess({ DATA_DIR: directory });
    const { code, said } = await startInVain({ DATA_DIR: directory });
    await host.stop();
    assert.equal(code, 1);
    assert.match(said, /in use by another process.*DATA_DIR.*DATABASE_URL/s);
  });
});
