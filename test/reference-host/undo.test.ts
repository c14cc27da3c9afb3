import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import type { CountRow } from '../../src/domain/inventory.ts';
import { aCount, problemOf } from './client.ts';
import { onEachDatabase } from './databases.ts';

/** What a row says of itself, without the version that rises. */
function content({ version: _, ...row }: CountRow) {
  return row;
}

onEachDatabase('Undo', {}, stage => {
  const openList = async () => (await stage().ana.list(14, 1)).id;

  it('brings back what the row held before, in a new version, and keeps both entries', async () => {
    const { ana } = stage();
    const id = await openList();
    const place = { itemCode: 'ART-204', location: 'A-01-02' };
    const { body: first } = await ana.count(id, aCount(place, { quantity: '3', unit: 'cutii' }));
    const key = randomUUID();
    const { body: second } = await ana.count(
      id,
      aCount(place, { mode: 'replace', quantity: '7', unit: 'buc', baseVersion: 1 }),
      key,
    );
    assert.equal(second.row.alternativeUnit, null);
    const undone = await ana.undo(id, { undoes: key, baseVersion: 2 });
    assert.equal(undone.status, 200);
    assert.deepEqual(content(undone.body.row), content(first.row), 'unit, operator and time of the first count too');
    assert.equal(undone.body.row.version, '3');
    assert.equal(undone.headers.get('etag'), '"3"');

    const [undo, replace, fresh] = await ana.history(undone.body.row);
    assert.deepEqual([undo?.mode, replace?.mode, fresh?.mode], ['undo', 'replace', 'new']);
    assert.deepEqual([undo?.undoes, replace?.undoneBy], [replace?.id, undo?.id]);
    assert.deepEqual([undo?.undoneBy, replace?.undoes, fresh?.undoneBy], [null, null, null]);
  });

  it('leaves a row that the count had created: not counted, with its number, and no longer counted in progress', async () => {
    const { ana } = stage();
    const id = await openList();
    const key = randomUUID();
    const { body: counted } = await ana.count(id, aCount({ location: 'A-01-03' }), key);
    const { body: undone } = await ana.undo(id, { undoes: key, baseVersion: 1 });
    assert.equal(undone.row.quantity, null);
    assert.deepEqual([undone.row.operator, undone.row.countedAt], [null, null]);
    assert.equal(undone.row.rowNumber, counted.row.rowNumber);
    assert.deepEqual(undone.progress, { ...counted.progress, counted: counted.progress.counted - 1 });
    assert.equal((await ana.rows(id, 'status=expected&text=A-01-03')).length, 1);

    const { body: again } = await ana.count(id, aCount({ location: 'A-01-03' }, { quantity: '8', baseVersion: 2 }));
    assert.deepEqual([again.row.quantity, again.row.rowNumber], ['8', counted.row.rowNumber]);
  });

  it('answers a repeated request as the first time, and undoes once', async () => {
    const { ana } = stage();
    const id = await openList();
    const counted = randomUUID();
    await ana.count(id, aCount({ location: 'A-01-04' }), counted);
    const key = randomUUID();
    const first = await ana.undo(id, { undoes: counted, baseVersion: 1 }, key);
    const again = await ana.undo(id, { undoes: counted, baseVersion: 1 }, key);
    assert.deepEqual(again.body, first.body);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    const another = await ana.undo(id, { undoes: counted, baseVersion: 2 });
    assert.deepEqual([another.status, problemOf(another)], [422, 'already-undone']);
    assert.equal(another.body.row.version, '2');
    const reused = await ana.undo(id, { undoes: counted, baseVersion: 1 }, counted);
    assert.equal(problemOf(reused), 'key-reused', "the count's own key is taken");
    const elsewhere = await ana.undo((await ana.list(12, 2)).id, { undoes: counted, baseVersion: 1 }, key);
    assert.deepEqual([elsewhere.status, problemOf(elsewhere)], [422, 'key-reused'], 'asked of another list');
  });

  it('does not touch what was changed since, by whomever, and shows it', async () => {
    const { ana, mihai } = stage();
    const { id } = await ana.list(12, 2);
    const place = { location: 'B-01-01' };
    const key = randomUUID();
    await ana.count(id, aCount(place), key);
    await mihai.count(id, aCount(place, { mode: 'add', quantity: '2', baseVersion: 1 }));
    for (const baseVersion of [1, 2]) {
      const reply = await ana.undo(id, { undoes: key, baseVersion });
      assert.deepEqual([reply.status, problemOf(reply)], [412, 'changed-meanwhile']);
      assert.equal(reply.body.row.quantity, '7');
    }
  });

  it('does not touch a row of which another version was seen than the count came to, and takes it back by that one', async () => {
    const { ana } = stage();
    const id = await openList();
    const key = randomUUID();
    const { body: counted } = await ana.count(id, aCount({ location: 'A-02-01' }), key);
    for (const baseVersion of [0, 2, '01', 'W/"1"']) {
      const reply = await ana.undo(id, { undoes: key, baseVersion });
      assert.deepEqual([reply.status, problemOf(reply)], [412, 'changed-meanwhile'], `seen: ${baseVersion}`);
      assert.deepEqual(reply.body.row, counted.row);
    }
    assert.equal((await ana.undo(id, { undoes: key, baseVersion: '1' })).status, 200);
  });

  it('takes back only counts of the operator, of that list, and no undo', async () => {
    const { ana, mihai } = stage();
    const { id } = await ana.list(12, 2);
    const key = randomUUID();
    await ana.count(id, aCount({ location: 'B-01-02' }), key);
    const undoKey = randomUUID();
    const refused = [
      await mihai.undo(id, { undoes: key, baseVersion: 1 }),
      await ana.undo(await openList(), { undoes: key, baseVersion: 1 }),
      await ana.undo(id, { undoes: randomUUID(), baseVersion: 1 }),
    ];
    assert.equal((await ana.undo(id, { undoes: key, baseVersion: 1 }, undoKey)).status, 200);
    refused.push(await ana.undo(id, { undoes: undoKey, baseVersion: 2 }));
    assert.deepEqual(
      refused.map(problemOf),
      Array.from({ length: 4 }, () => 'nothing-to-undo'),
    );
  });

  it('keeps the order "newest first" of what is counted', async () => {
    const { ana } = stage();
    const id = await openList();
    const key = randomUUID();
    await ana.count(id, aCount({ location: 'A-03-01' }), key);
    await ana.count(id, aCount({ location: 'A-03-02' }));
    await ana.undo(id, { undoes: key, baseVersion: 1 });
    const rows = await ana.rows(id, 'order=newest');
    assert.equal(rows[0]?.location, 'A-03-02');
    assert.equal(rows.at(-1)?.quantity, null, 'what is not counted comes last');
  });
});

const PLACE = { itemClass: 'MOB', itemCode: 'ART-204', warehouse: '01', location: 'B-02-02' };

onEachDatabase('The history of a row', {}, stage => {
  it('shows what came with a count and is not named in the contract, and counts stock of two owners apart', async () => {
    const { ana } = stage();
    const { id } = await ana.list(12, 2);
    const newer: object = { pallet: '7' };
    const of = (owner: string) => ({ itemCode: 'ART-204', location: 'B-02-02', dimensions: { owner } });
    const [first, second] = [
      await ana.count(id, aCount(of('ACME'), newer)),
      await ana.count(id, aCount(of('Globex'), { quantity: '3' })),
    ];
    assert.deepEqual([first.status, second.status], [200, 200]);
    assert.notEqual(first.body.row.id, second.body.row.id);
    assert.deepEqual(second.body.row.dimensions, { owner: 'Globex' });
    const query = new URLSearchParams({ ...PLACE, dimensions: '{"owner":"ACME"}' });
    assert.equal((await ana.get(`/lists/${id}/row?${query.toString()}`)).body.row.quantity, '5');
    const [entry] = await ana.history(first.body.row);
    assert.deepEqual({ ...entry }, { ...entry, pallet: '7' });
  });

  it('says who, when, on which device, what was read and entered, and what it came to; newest first', async () => {
    const { ana, mihai } = stage();
    const { id } = await ana.list(12, 2);
    const place = { itemCode: 'ART-204', location: 'B-02-01' };
    const stamp = { device: 'Zebra 7 · Ana', confirmedAt: '2026-11-21T08:00:00+02:00' };
    const key = randomUUID();
    const { body } = await ana.count(
      id,
      aCount(place, { quantity: '2', unit: 'cutii', barcode: 'Item-MOB-ART-204', ...stamp }),
      key,
    );
    await mihai.count(id, aCount(place, { mode: 'add', quantity: '5', baseVersion: 1 }));
    const [added, first, ...others] = await ana.history(body.row);
    assert.deepEqual(others, []);
    assert.ok(first && added);
    const { id: entryId, recordedAt, ...said } = first;
    assert.deepEqual(said, {
      key,
      mode: 'new',
      operator: { userName: 'ana', name: 'Ana Pop' },
      ...stamp,
      barcode: 'Item-MOB-ART-204',
      entered: { quantity: '2', unit: 'cutii' },
      result: { quantity: '24', alternativeUnit: 'cutii', alternativeQuantity: '2' },
      version: '1',
      undoes: null,
      undoneBy: null,
    });
    assert.ok(Math.abs(Date.parse(recordedAt) - Date.now()) < 60_000, "by the host's clock");
    assert.notEqual(entryId, added.id);
    assert.equal(added.operator.userName, 'mihai');
    assert.deepEqual([added.device, added.confirmedAt], [null, null]);
    assert.deepEqual(added.result, { quantity: '29', alternativeUnit: null, alternativeQuantity: null });
  });

  it('is empty for a row that is only expected', async () => {
    const { mihai } = stage();
    const { id } = await mihai.list(12, 4);
    const [row] = await mihai.rows(id, 'status=expected');
    assert.ok(row);
    assert.deepEqual(await mihai.history(row), []);
  });

  it("is not told of another list's row, and not to who may not see the list", async () => {
    const { ana, mihai } = stage();
    const [mine, shared] = [await ana.list(12, 1), await ana.list(12, 2)];
    const { body } = await ana.count(shared.id, aCount({ location: 'B-02-02' }));
    assert.equal(problemOf(await ana.get(`/lists/${mine.id}/rows/${body.row.id}/history`)), 'not-found');
    assert.equal(problemOf(await mihai.get(`/lists/${mine.id}/rows/1/history`)), 'not-your-list');
    assert.equal(problemOf(await ana.get(`/lists/${mine.id}/rows/none/history`)), 'not-found');
  });

  it('refuses a device name that is too long and a time that is none', async () => {
    const { ana } = stage();
    const { id } = await ana.list(14, 1);
    for (const stamp of [{ device: 'x'.repeat(65) }, { confirmedAt: 'yesterday' }]) {
      assert.equal(problemOf(await ana.count(id, aCount({}, stamp))), 'bad-request');
    }
  });
});
