import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { CountRow } from '../../src/domain/inventory.ts';
import { type Client, aCount, problemOf } from './client.ts';
import { onEachDatabase } from './databases.ts';

let serials = 900;
const METER = { itemClass: 'ELE', itemCode: 'CTR-1F' };
const acknowledged = ['serial-elsewhere'];

const at = (serial: string, location: string, more: Parameters<typeof aCount>[1] = {}) =>
  aCount({ ...METER, serial, location }, { quantity: '1', ...more });
const places = async (client: Client, listId: string, serial: string) => {
  const reply = await client.get(`/lists/${listId}/serials?serial=${serial}`);
  assert.equal(reply.status, 200);
  return reply.body.matches;
};

onEachDatabase('A serial number', {}, stage => {
  it('counted in a second place of a list is refused, and taken where that is acknowledged', async () => {
    const { ana } = stage();
    const { id } = await ana.list(12, 2);
    const serial = `SN${++serials}`;
    assert.equal((await ana.count(id, at(serial, 'A-06-01'))).status, 200);
    const second = await ana.count(id, at(serial, 'A-06-02'));
    assert.deepEqual([second.status, problemOf(second)], [409, 'serial-elsewhere']);
    assert.equal((await ana.count(id, at(serial, 'A-06-02', { acknowledged }))).status, 200);
    const found = await places(ana, id, serial);
    assert.deepEqual(
      found.map(({ location }: { location: string }) => location),
      ['A-06-01', 'A-06-02'],
    );
  });

  it('is told with its list, place and time, and without a quantity', async () => {
    const { ana, mihai } = stage();
    const serial = `SN${++serials}`;
    const [mine, other] = [await ana.list(12, 2), await mihai.list(12, 4)];
    assert.equal((await mihai.count(other.id, at(serial, 'A-06-03'))).status, 200);
    const [place, ...more] = await places(ana, mine.id, serial);
    assert.deepEqual(more, []);
    const { countedAt, ...rest } = place;
    assert.ok(Date.parse(countedAt) > 0);
    assert.deepEqual(rest, {
      ...METER,
      listId: other.id,
      inventory: '12',
      row: 4,
      warehouse: '01',
      location: 'A-06-03',
    });
    assert.equal(problemOf(await ana.count(mine.id, at(serial, 'A-06-04'))), 'serial-elsewhere');
  });

  it('in another inventory, or of another item, is another one', async () => {
    const { ana } = stage();
    const serial = `SN${++serials}`;
    const [list, elsewhere] = [await ana.list(12, 2), await ana.list(14, 1)];
    assert.equal((await ana.count(list.id, at(serial, 'A-06-05'))).status, 200);
    assert.deepEqual(await places(ana, elsewhere.id, serial), []);
    assert.equal((await ana.count(elsewhere.id, at(serial, 'A-06-05'))).status, 200);
    assert.deepEqual(await places(ana, list.id, serial.toLowerCase()), []);
  });

  it('that is counted as not there, or whose count is undone, may be counted elsewhere', async () => {
    const { ana } = stage();
    const { id } = await ana.list(12, 2);
    const [absent, undone] = [`SN${++serials}`, `SN${++serials}`];
    assert.equal((await ana.count(id, at(absent, 'A-06-01', { quantity: '0' }))).status, 200);
    assert.equal((await ana.count(id, at(absent, 'A-06-02'))).status, 200);
    // And that it is not there either is no second place.
    assert.equal((await ana.count(id, at(absent, 'A-06-03', { quantity: '0' }))).status, 200);
    const key = 'undone-serial-0123456789';
    const { row }: { row: CountRow } = (await ana.count(id, at(undone, 'A-06-01'), key)).body;
    assert.equal((await ana.undo(id, { undoes: key, baseVersion: row.version })).status, 200);
    assert.equal((await ana.count(id, at(undone, 'A-06-02'))).status, 200);
  });

  it('counted in two lists at once is refused in one of them', async () => {
    const { ana, mihai } = stage();
    const [a, b] = [await ana.list(12, 2), await mihai.list(12, 4)];
    for (let turn = 0; turn < 5; turn++) {
      const serial = `SN${++serials}`;
      const replies = await Promise.all([
        ana.count(a.id, at(serial, 'A-07-01')),
        mihai.count(b.id, at(serial, 'A-07-02')),
      ]);
      assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409]);
    }
  });

  it('that is refused leaves its key free, and a repeated count is answered as it was', async () => {
    const { ana } = stage();
    const { id } = await ana.list(12, 2);
    const serial = `SN${++serials}`;
    const key = `free-key-${serial}-0123456789`;
    assert.equal((await ana.count(id, at(serial, 'A-06-01'))).status, 200);
    assert.equal((await ana.count(id, at(serial, 'A-06-02'), key)).status, 409);
    const again = at(serial, 'A-06-02', { acknowledged });
    assert.equal((await ana.count(id, again, key)).status, 200);
    assert.equal((await ana.count(id, again, key)).headers.get('idempotency-replayed'), 'true');
  });
});

onEachDatabase('A host that does not look after serial numbers', { capabilities: 'none' }, stage => {
  it('takes one in every place, and has no such service', async () => {
    const { ana } = stage();
    const { id } = await ana.list(12, 2);
    for (const location of ['A-06-01', 'A-06-02']) {
      assert.equal((await ana.count(id, at('SN1', location))).status, 200);
    }
    assert.equal((await ana.get(`/lists/${id}/serials?serial=SN1`)).status, 404);
  });
});
