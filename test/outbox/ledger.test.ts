import { expect } from '@open-wc/testing';
import { Ledger } from '../../src/outbox/ledger.ts';
import { prune } from '../../src/outbox/prune.ts';
import type { OutboxRecord } from '../../src/outbox/types.ts';
import { StorageFullError } from '../../src/outbox/store/store.ts';
import { MemoryDisk, createBreakableStore } from '../support/breakable-store.ts';
import { PARTITION, asking, discarded, done, doubtful, record } from './records.ts';

async function aLedger(...records: readonly OutboxRecord[]) {
  const disk = new MemoryDisk();
  const said = { rooms: 0, tabs: [] as (readonly string[])[] };
  const ledger = new Ledger({
    store: createBreakableStore({ disk, storage: 'device' }),
    partition: PARTITION,
    makeRoom: async () => {
      said.rooms++;
    },
    tellTabs: ids => said.tabs.push(ids),
    moveIn: () => Promise.resolve(),
  });
  await ledger.write(async tx => {
    for (const each of records) await tx.put(each);
  });
  said.tabs.length = 0;
  return { disk, ledger, said };
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('The records of this device', () => {
  const sent = (count: number) =>
    Array.from({ length: count }, (_, n) => record({ id: `done ${n}`, seq: 2_000 - n, fate: done() }));
  const others = [
    record({ id: 'queued', seq: 1 }),
    doubtful({ id: 'doubtful', seq: 2 }),
    asking({ kind: 'forbidden' }, record({ id: 'asking', seq: 3 })),
    record({ id: 'discarded', seq: 4, fate: discarded() }),
  ];

  it('keep the newest thousand of those sent, once there are many more, and all of the others', async () => {
    const { disk, ledger } = await aLedger(...others, ...sent(1_200));
    await prune(ledger);
    expect(disk.rows.size).to.equal(1_204);
    await ledger.write(tx => tx.put(record({ id: 'one more', seq: 3_000, fate: done() })));
    await prune(ledger);
    expect(disk.rows.size).to.equal(1_004);
    expect(others.every(({ id }) => disk.rows.has(id))).to.equal(true);
    expect(['one more', 'done 0', 'done 998', 'done 999'].map(id => disk.rows.has(id))).to.deep.equal([
      true,
      true,
      true,
      false,
    ]);
  });

  it('give up what is sent, then what can be fetched again, for a count that does not fit, and nothing else', async () => {
    const { disk, ledger, said } = await aLedger(...others, ...sent(3));
    disk.capacity = 10;
    const full = await failure(ledger.write(tx => tx.put(record({ id: 'new', seq: 9 }))));
    expect(full).to.be.instanceOf(StorageFullError);
    expect([said.rooms, [...disk.rows.keys()]]).to.deep.equal([1, others.map(({ id }) => id)]);
  });

  it('are tried once where it is no full disk that fails', async () => {
    const { disk, ledger, said } = await aLedger(...sent(3));
    let runs = 0;
    const error = await failure(ledger.write(() => Promise.reject(new RangeError(String(++runs)))));
    expect([error instanceof RangeError, runs, said.rooms, disk.rows.size]).to.deep.equal([true, 1, 0, 3]);
  });

  it('are told to other tabs where something was written, and only then', async () => {
    const { ledger, said } = await aLedger(record());
    let changes = 0;
    ledger.changes$.subscribe(() => changes++);
    await ledger.write(tx => tx.get(record().id));
    expect([said.tabs, changes]).to.deep.equal([[], 0]);
    await ledger.write(async tx => {
      await tx.put(record({ id: 'b' }));
      await tx.remove(record().id);
    });
    expect([said.tabs, changes]).to.deep.equal([[['b', record().id]], 1]);
  });

  it('have places in their order that are given out once, without a gap', async () => {
    const { ledger } = await aLedger();
    const places: number[] = [];
    for (const count of [1, 3, 1]) places.push(await ledger.write(tx => tx.nextSeq(count)));
    expect(places).to.deep.equal([1, 2, 5]);
  });

  it('are read anew as the store has them, in order, and what is gone there is gone here', async () => {
    const { disk, ledger } = await aLedger(
      record({ id: 'c', seq: 3 }),
      record({ id: 'a', seq: 1 }),
      record({ id: 'b', seq: 2 }),
    );
    const order = () => [...ledger.mirror.open()].map(({ id }) => id);
    expect(order()).to.deep.equal(['a', 'b', 'c']);
    expect((await ledger.write(tx => tx.lane(record()))).map(({ id }) => id)).to.deep.equal(['a', 'b', 'c']);
    disk.rows.delete('b');
    await ledger.load();
    expect(order()).to.deep.equal(['a', 'c']);
  });
});
