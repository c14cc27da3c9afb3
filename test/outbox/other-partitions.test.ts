import { expect } from '@open-wc/testing';
import { Ledger } from '../../src/outbox/ledger.ts';
import { type OtherPartitions, bringHere, countsElsewhere, label } from '../../src/outbox/other-partitions.ts';
import type { PartitionOwner } from '../../src/outbox/partition.ts';
import { browserPartitions } from '../../src/outbox/browser-partitions.ts';
import { nameOf } from '../../src/outbox/browser.ts';
import { sha256 } from '../../src/outbox/sha256.ts';
import { createIdbStore } from '../../src/outbox/store/idb-store.ts';
import type { OutboxStore } from '../../src/outbox/store/store.ts';
import { readRow, toStored } from '../../src/outbox/stored-row.ts';
import type { OutboxRecord } from '../../src/outbox/types.ts';
import { deleteDB } from 'idb';
import { type Change, done, record, sending } from './records.ts';

const HOST = 'https://erp.example/api';
const partition = ({ origin, tenant, user }: PartitionOwner) => sha256(JSON.stringify([origin, tenant, user]));

describe('Counts in another partition of this device', () => {
  let user: string;
  let made = 0;
  let others: OtherPartitions;
  let ledger: Ledger;
  let stores: OutboxStore[];
  let used: Set<string>;

  const owner = (change: Partial<PartitionOwner> = {}): PartitionOwner => ({
    origin: HOST,
    tenant: '',
    user,
    ...change,
  });
  const open = (of: PartitionOwner) => {
    const name = nameOf(partition(of));
    used.add(name);
    const store = createIdbStore(name);
    stores.push(store);
    return store;
  };
  const put = (of: PartitionOwner, ...records: readonly OutboxRecord[]) =>
    open(of).transact('strict', async tx => {
      for (const each of records) await tx.put(toStored(each));
      await tx.putMeta('lease', { owner: 'a tab', epoch: 4, version: 2 });
    });
  const there = (of: PartitionOwner, change: Change) => record({ ...change, partition: partition(of) });
  const left = (of: PartitionOwner) => open(of).transact('readonly', tx => tx.openIds());
  const here = () => [...ledger.mirror.open()].map(({ id, seq, fate }) => `${id} ${seq} ${fate.kind}`);

  beforeEach(() => {
    user = `ana ${Date.now()} ${++made}`;
    stores = [];
    used = new Set();
    others = browserPartitions(of => Promise.resolve(partition(of)));
    ledger = new Ledger({
      store: open(owner()),
      partition: partition(owner()),
      makeRoom: () => Promise.resolve(),
      tellTabs: () => undefined,
      moveIn: () => Promise.resolve(),
    });
  });
  afterEach(async () => {
    for (const store of stores) store.close();
    for (const name of used) await deleteDB(name);
  });

  const SLASH = { origin: `${HOST}/` };

  it('come here from another spelling of the host, under their keys and in their order', async () => {
    const old = owner(SLASH);
    await put(old, there(old, { id: 'b', seq: 9 }), there(old, { id: 'a', seq: 2, listId: '2' }));
    await ledger.write(async tx =>
      tx.put(record({ id: 'mine', partition: partition(owner()), seq: await tx.nextSeq(1) })),
    );
    await bringHere(others, owner(), ledger);
    expect(here()).to.deep.equal(['mine 1 queued', 'a 2 queued', 'b 3 queued']);
    expect(await left(old)).to.deep.equal([]);
  });

  it('are read here as what they are', async () => {
    const old = owner(SLASH);
    await put(old, there(old, { id: 'a' }));
    await bringHere(others, owner(), ledger);
    const rows = await open(owner()).transact('readonly', tx => tx.all());
    expect(rows.map(row => readRow(row, partition(owner())).ok)).to.deep.equal([true]);
  });

  it('may be at the host, where a tab had them under way, and that tab sends no more', async () => {
    const old = owner(SLASH);
    await put(old, sending({ id: 'a', partition: partition(old) }));
    await bringHere(others, owner(), ledger);
    expect(here()).to.deep.equal(['a 1 unknown']);
    const lease = await open(old).transact('readonly', tx => tx.getMeta('lease'));
    expect(lease).to.deep.equal({ owner: null, epoch: 5, version: 2 });
  });

  it('are not brought twice, whatever a crash left there', async () => {
    const old = owner(SLASH);
    const a = there(old, { id: 'a' });
    await put(old, a);
    await bringHere(others, owner(), ledger);
    await ledger.write(tx => tx.put({ ...record({ id: 'a', partition: partition(owner()) }), fate: done() }));
    await put(old, a);
    await bringHere(others, owner(), ledger);
    expect([here(), await left(old)]).to.deep.equal([[], []]);
  });

  it('do not come back under the key they had before a person decided anew', async () => {
    const old = owner(SLASH);
    await ledger.write(tx => tx.put(record({ id: 'new', partition: partition(owner()), previousIds: ['a'] })));
    await put(old, there(old, { id: 'a' }));
    await bringHere(others, owner(), ledger);
    expect([here(), await left(old)]).to.deep.equal([['new 1 queued'], []]);
  });

  it('stay where they are where they can’t be read', async () => {
    const old = owner(SLASH);
    await open(old).transact('strict', tx => tx.put({ id: 'x', lane: 'x', record: { v: 99, id: 'x' } }));
    await bringHere(others, owner(), ledger);
    expect([here(), await left(old)]).to.deep.equal([[], ['x']]);
  });

  it('stay where they are, where they are another user’s', async () => {
    const mihai = owner({ ...SLASH, user: `mihai ${user}` });
    await put(mihai, there(mihai, { id: 'a' }));
    await bringHere(others, owner(), ledger);
    expect([here(), await left(mihai)]).to.deep.equal([[], ['a']]);
  });

  it('make no data base where there is none', async () => {
    await bringHere(others, owner(), ledger);
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).to.not.include(nameOf(partition(owner(SLASH))));
  });

  it('are told of where they are for another host, with its address', async () => {
    const other = owner({ origin: 'https://old.example/api', tenant: '2' });
    await put(other, there(other, { id: 'a' }), there(other, { id: 'b' }), {
      ...there(other, { id: 'c' }),
      fate: done(),
    });
    await label(open(other), other);
    expect(await countsElsewhere(others, owner())).to.deep.equal([
      { host: 'https://old.example/api', tenant: '2', unsent: 2 },
    ]);
  });

  it('are told to nobody else', async () => {
    const mihai = owner({ origin: 'https://old.example/api', user: `mihai ${user}` });
    await put(mihai, there(mihai, { id: 'a' }));
    await label(open(mihai), mihai);
    expect(await countsElsewhere(others, owner())).to.deep.equal([]);
  });

  it('are told of no more once they are sent', async () => {
    const other = owner({ origin: 'https://old.example/api' });
    await put(other, { ...there(other, { id: 'a' }), fate: done() });
    await label(open(other), other);
    expect(await countsElsewhere(others, owner())).to.deep.equal([]);
  });
});
