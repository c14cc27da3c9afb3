import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { CountRow } from '../../src/domain/inventory.ts';
import { Client, type Reply, aCount, problemOf } from './client.ts';
import { createDatabase, type PostgresServer, startPostgres } from './postgres.ts';
import { type HostProcess, startProcess } from './processes.ts';

const CLIENTS = 8;
/** Each client adds 1 to a row of its own until all restarts are over, and so many times more. */
const AFTERWARDS = 3;
const shelf = (n: number) => ({ location: `C-0${n + 1}-01` });

/** A server of its own, since it goes down; the process is one too, since it must not. */
describe('A host whose PostgreSQL is restarted under load', () => {
  let server: PostgresServer;
  let host: HostProcess;
  let clients: Client[];
  let id: string;
  before(async () => {
    server = startPostgres();
    host = await startProcess({ DATABASE_URL: await createDatabase(server.socket) });
    clients = await Client.signInEach(Array.from({ length: CLIENTS }, () => [host.url, 'ana']));
    ({ id } = await (clients[0] as Client).list(12, 2));
  });
  after(async () => {
    await host.stop();
    server.stop();
  });

  it('loses and doubles no count that it acknowledged, answers the others 503, and lives', async () => {
    const statuses = new Map<number, number>();
    /** The same request under the same key, until the host says something else than that it can't reach its data. */
    const insist = async (send: () => Promise<Reply>): Promise<Reply> => {
      for (;;) {
        const reply = await send();
        statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
        if (reply.status !== 503) return reply;
        assert.equal(problemOf(reply), 'unavailable');
        assert.equal(reply.headers.get('retry-after'), null, 'it does not say that nothing was done');
      }
    };
    let over = false;
    const acknowledged = clients.map(() => 0);
    const working = clients.map(async (client, n) => {
      const send = async (mode: 'new' | 'add', base: CountRow | null): Promise<CountRow> => {
        const count = aCount(shelf(n), { mode, quantity: '1', baseVersion: base?.version ?? null });
        const key = randomUUID();
        const reply = await insist(() => client.count(id, count, key));
        assert.equal(reply.status, 200, JSON.stringify(reply.body));
        acknowledged[n] = (acknowledged[n] ?? 0) + 1;
        return reply.body.row;
      };
      let row = await send('new', null);
      for (let left = AFTERWARDS; left > 0; left -= Number(over)) row = await send('add', row);
    });
    const counted = () => acknowledged.reduce((sum, each) => sum + each, 0);
    for (const mode of ['fast', 'immediate', 'fast', 'immediate'] as const) {
      const enough = counted() + 3 * CLIENTS;
      // In the midst of counts: the next ones are under way by then.
      while (counted() < enough) await Promise.race([Promise.all(working), new Promise(setImmediate)]);
      server.restart(mode);
    }
    over = true;
    await Promise.all(working);

    assert.ok(host.isRunning());
    assert.deepEqual([...statuses.keys()].sort(), [200, 503], 'some were interrupted, and none was told anything else');
    const [first] = clients;
    assert.ok(first);
    const rows = await first.rows(id, 'status=counted');
    for (const [n, times] of acknowledged.entries()) {
      const row = rows.find(each => each.location === shelf(n).location);
      assert.ok(row);
      assert.equal(row.quantity, String(times));
      const history = await first.history(row);
      assert.equal(history.length, Math.min(times, 200));
      assert.equal(new Set(history.map(({ key }) => key)).size, history.length);
    }
    assert.deepEqual(
      rows.map(row => row.rowNumber).sort(),
      Array.from({ length: CLIENTS }, (_, n) => n + 1),
    );
  });

  it('answers 503 while its data base is down, and goes on by itself when it is back', async () => {
    const [ana] = clients;
    assert.ok(ana);
    server.down();
    const down = await Promise.all([ana.get('/me'), ana.count(id, aCount(shelf(0))), ana.get(`/lists/${id}/rows`)]);
    assert.deepEqual(
      down.map(reply => [reply.status, problemOf(reply)]),
      Array(3).fill([503, 'unavailable']),
    );
    server.up();
    assert.equal((await ana.get('/me')).status, 200);
  });
});
