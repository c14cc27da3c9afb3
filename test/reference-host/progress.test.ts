import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import type { CountRow } from '../../src/domain/inventory.ts';
import { startHost } from '../../reference-host/server/serve.ts';
import { oldPostgres } from '../fixtures/old-device/warehouse.ts';
import { Client, aCount } from './client.ts';
import { filledPostgres } from './warehouse.ts';

const SUMS = `
  select list.id, list.rows, list.expected, list.counted,
    count(count_row.id)::integer as sum_of_rows, count(*) filter (where count_row.expected)::integer as sum_of_expected,
    count(count_row.quantity)::integer as sum_of_counted
  from inventory_list list left join count_row on list_id = list.id group by list.id`;

/** What each list says of itself is what its rows sum up to. */
async function addsUp(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(SUMS);
  await client.end();
  assert.ok(rows.length > 5 && rows.some(list => list.counted > 0 && list.counted < list.rows));
  for (const list of rows) {
    assert.deepEqual(
      [list.rows, list.expected, list.counted],
      [list.sum_of_rows, list.sum_of_expected, list.sum_of_counted],
      `list ${list.id}`,
    );
  }
}

describe('How far a list is', () => {
  it('is kept as the sum of its rows through new, expected, added, replaced, undone, repeated and refused counts', async t => {
    const place = await filledPostgres();
    const host = await startHost({ place, port: 0, hostname: '127.0.0.1' });
    t.after(() => host.close());
    const ana = await Client.signIn(host.url, 'ana');
    await addsUp(place.url);
    const { id, progress } = await ana.list(12, 1);
    assert.deepEqual(progress, { rows: 120, expected: 120, counted: 36 });
    const told = async (
      change: () => Promise<{ status: number; body: { progress: unknown } }>,
      counted: number,
      rows = 121,
    ) => {
      const { status, body } = await change();
      assert.equal(status, 200);
      assert.deepEqual(body.progress, { rows, expected: 120, counted });
      assert.deepEqual((await ana.list(12, 1)).progress, { rows, expected: 120, counted });
    };
    const key = crypto.randomUUID();
    const anew = aCount({ location: 'D-01-01' });
    let row = {} as CountRow;
    await told(async () => {
      const reply = await ana.count(id, anew, key);
      row = reply.body.row;
      return reply;
    }, 37);
    await told(() => ana.count(id, anew, key), 37);
    await told(() => ana.undo(id, { undoes: key, baseVersion: row.version }), 36);
    assert.equal((await ana.undo(id, { undoes: key, baseVersion: row.version })).status, 422);

    const again = await ana.count(id, aCount({ location: 'D-01-01' }, { baseVersion: '2' }));
    const added = crypto.randomUUID();
    const onto = aCount({ location: 'D-01-01' }, { mode: 'add', baseVersion: again.body.row.version });
    await told(() => ana.count(id, onto, added), 37);
    await told(() => ana.undo(id, { undoes: added, baseVersion: '4' }), 37);
    await told(() => ana.count(id, { ...onto, mode: 'replace', quantity: '0', baseVersion: '5' }), 37);
    assert.equal((await ana.count(id, anew)).status, 409);
    assert.equal((await ana.count(id, aCount({ location: 'Z-99' }))).status, 404);

    const [expected] = await ana.rows(id, 'status=expected');
    assert.ok(expected);
    const { itemClass, itemCode, variant, lot, serial, warehouse, location, unit, version } = expected;
    const identity = { itemClass, itemCode, variant, lot, serial, warehouse, location };
    const filled = crypto.randomUUID();
    const filling = aCount(identity, { unit: unit.code, baseVersion: version });
    await told(() => ana.count(id, filling, filled), 38);
    await told(() => ana.undo(id, { undoes: filled, baseVersion: '2' }), 37);
    await addsUp(place.url);
  });

  it('is the sum of its rows too where many count in it at once, and some of them the same', async t => {
    const place = await filledPostgres();
    const host = await startHost({ place, port: 0, hostname: '127.0.0.1' });
    t.after(() => host.close());
    const clients = await Promise.all(
      Array.from({ length: 6 }, (_, n) => Client.signIn(host.url, n % 2 ? 'ana' : 'mihai')),
    );
    const { id } = await (clients[0] as Client).list(12, 2);
    const replies = await Promise.all(
      clients.flatMap((client, n) =>
        Array.from({ length: 6 }, (_, place) =>
          client.count(id, aCount({ location: `C-0${1 + ((n + place) % 8)}-01` })),
        ),
      ),
    );
    assert.deepEqual([...new Set(replies.map(({ status }) => status))].sort(), [200, 409]);
    await addsUp(place.url);
  });

  it('is summed up once for a data base of the version before, which then goes on', async t => {
    const place = await oldPostgres();
    const host = await startHost({ place, port: 0, hostname: '127.0.0.1' });
    t.after(() => host.close());
    await addsUp(place.url);
    const ana = await Client.signIn(host.url, 'ana');
    const { id } = await ana.list(12, 2);
    assert.equal((await ana.count(id, aCount({ location: 'D-04-04' }))).status, 200);
    await addsUp(place.url);
  });
});
