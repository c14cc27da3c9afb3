import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, describe, it } from 'node:test';
import { startHost } from '../../reference-host/server/serve.ts';
import type { RowQuantities } from '../../src/domain/record-count.ts';
import { Client, aCount, problemOf } from './client.ts';
import { onEachDatabase } from './databases.ts';

const pieces = (quantity: string): RowQuantities => ({
  quantity,
  alternativeUnit: null,
  alternativeQuantity: null,
});

onEachDatabase('What a count was decided on', {}, stage => {
  /** A row of 12 pieces at this place, and a count of 5 that is decided on it. */
  const twelve = async (location: string) => {
    const { ana } = stage();
    const { id } = await ana.list(14, 1);
    const { body } = await ana.count(id, aCount({ location }, { quantity: '12' }));
    const on = (mode: 'add' | 'replace', baseQuantities: RowQuantities) =>
      aCount({ location }, { mode, quantity: '5', baseVersion: body.row.version, baseQuantities });
    return { ana, id, row: body.row, on };
  };

  for (const [location, mode] of [
    ['A-01-02', 'replace'],
    ['A-01-03', 'add'],
  ] as const) {
    it(`refuses ${mode} in the right version where the row holds another quantity, with the row as it is`, async () => {
      const { ana, id, row, on } = await twelve(location);
      const key = randomUUID();
      const refused = await ana.count(id, on(mode, pieces('10')), key);
      assert.deepEqual([refused.status, problemOf(refused)], [412, 'changed-meanwhile']);
      assert.deepEqual(refused.body.row, row);
      assert.deepEqual(await ana.history(row), (await ana.history(row)).slice(0, 1), 'nothing was done');
      // The key is free: what a person decides on what is there goes through, whatever key it has.
      const again = await ana.count(id, on(mode, pieces('12')), key);
      assert.equal(again.body.row.quantity, mode === 'add' ? '17' : '5');
      assert.equal(again.headers.get('idempotency-replayed'), null);
    });
  }

  it('compares the alternative unit and its quantity too, and all as numbers', async () => {
    const { ana } = stage();
    const { id } = await ana.list(14, 1);
    const shelf = { itemCode: 'ART-204', location: 'A-01-04' };
    const { body } = await ana.count(id, aCount(shelf, { quantity: '2', unit: 'cutii' }));
    const { quantity, alternativeUnit, alternativeQuantity, version } = body.row;
    const held = { quantity, alternativeUnit: alternativeUnit.code, alternativeQuantity };
    const asked = (baseQuantities: RowQuantities) =>
      ana.count(id, aCount(shelf, { mode: 'replace', quantity: '7', baseVersion: version, baseQuantities }));
    for (const other of [
      { ...held, alternativeUnit: null, alternativeQuantity: null },
      { ...held, alternativeQuantity: '3' },
      { ...held, alternativeUnit: 'paleti' },
    ])
      assert.equal((await asked(other)).status, 412, JSON.stringify(other));
    assert.equal((await asked({ ...held, quantity: `${quantity}.000`, alternativeQuantity: '2.0' })).status, 200);
  });

  it('is no word against a count that does not say it, nor told as if an operator had noted it', async () => {
    const { ana, id, row, on } = await twelve('A-01-05');
    const { baseQuantities: _, ...silent } = on('add', pieces('10'));
    const added = await ana.count(id, silent);
    assert.equal(added.body.row.quantity, '17');
    await ana.count(id, { ...on('replace', pieces('17')), baseVersion: added.body.row.version });
    const [newest] = await ana.history(row);
    assert.equal(newest?.mode, 'replace');
    assert.equal('baseQuantities' in newest, false);
  });

  it('is refused as no row where nobody has counted the row any more', async () => {
    const { ana } = stage();
    const { id } = await ana.list(14, 1);
    const place = { location: 'A-02-01' };
    const key = randomUUID();
    const counted = await ana.count(id, aCount(place), key);
    const undone = await ana.undo(id, { undoes: key, baseVersion: counted.body.row.version });
    const { version } = undone.body.row;
    const on = aCount(place, { mode: 'replace', baseVersion: version, baseQuantities: pieces('5') });
    assert.equal((await ana.count(id, on)).status, 412);
    assert.equal((await ana.count(id, aCount(place, { baseVersion: version }))).status, 200);
  });

  it('has to be quantities: anything else is 400', async () => {
    const { ana, id, row } = await twelve('A-02-02');
    for (const baseQuantities of [null, '12', { quantity: '12' }, { ...pieces('12'), quantity: 12 }, pieces('1e3')]) {
      const reply = await ana.request(
        'POST',
        `/lists/${id}/counts`,
        { ...aCount({ location: 'A-02-02' }, { mode: 'add', baseVersion: row.version }), baseQuantities },
        { 'idempotency-key': randomUUID() },
      );
      assert.deepEqual([reply.status, problemOf(reply)], [400, 'bad-request'], JSON.stringify(baseQuantities));
    }
  });
});

describe('A backup put back', () => {
  it('gives a version out twice, and no waiting count overwrites what a colleague counted under it', async t => {
    const { data, backup } = scratch(t);
    const place = { location: 'A-01-02' };
    const before = await start(t, data);
    const { id } = await before.mihai.list(12, 2);
    const first = await before.mihai.count(id, aCount(place, { quantity: '12' }));
    await before.close();
    cpSync(data, backup, { recursive: true });

    // Counted again, in a version that the backup does not know: ana decides on it, and her count waits.
    const lost = await start(t, data);
    const added = await lost.mihai.count(
      id,
      aCount(place, { mode: 'add', quantity: '8', baseVersion: first.body.row.version }),
    );
    const waiting = (mode: 'add' | 'replace') =>
      aCount(place, {
        mode,
        quantity: '3',
        baseVersion: added.body.row.version,
        baseQuantities: pieces(added.body.row.quantity),
      });
    await lost.close();
    rmSync(data, { recursive: true });
    cpSync(backup, data, { recursive: true });

    const restored = await start(t, data);
    const colleague = await restored.mihai.count(
      id,
      aCount(place, { mode: 'replace', quantity: '30', baseVersion: first.body.row.version }),
    );
    assert.equal(colleague.body.row.version, added.body.row.version, 'the same version for another quantity');
    for (const mode of ['replace', 'add'] as const) {
      const reply = await restored.ana.count(id, waiting(mode));
      assert.deepEqual([reply.status, problemOf(reply)], [412, 'changed-meanwhile']);
      assert.equal(reply.body.row.quantity, '30');
    }
    assert.equal((await restored.ana.rows(id)).at(0)?.quantity, '30');
  });
});

function scratch(t: TestContext) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'wms-inventar-backup-'));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  return { data: path.join(directory, 'data'), backup: path.join(directory, 'backup') };
}

async function start(t: TestContext, directory: string) {
  const host = await startHost({ place: { directory }, port: 0, hostname: '127.0.0.1' });
  let open = true;
  const close = async () => {
    if (open) await host.close();
    open = false;
  };
  t.after(close);
  return {
    ana: await Client.signIn(host.url, 'ana'),
    mihai: await Client.signIn(host.url, 'mihai'),
    close,
  };
}
