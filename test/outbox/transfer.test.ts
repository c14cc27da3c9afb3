import { expect } from '@open-wc/testing';
import { Ledger } from '../../src/outbox/ledger.ts';
import type { PartitionOwner } from '../../src/outbox/partition.ts';
import { sha256 } from '../../src/outbox/sha256.ts';
import { isInDoubt, sentOf } from '../../src/outbox/standing.ts';
import type { OutboxStore } from '../../src/outbox/store/store.ts';
import { toStored } from '../../src/outbox/stored-row.ts';
import { exportText, importText } from '../../src/outbox/transfer.ts';
import type { ImportResult, Importer, OutboxRecord } from '../../src/outbox/types.ts';
import { MemoryDisk, createBreakableStore } from '../support/breakable-store.ts';
import { NOW, asking, done, doubtful, record, sending } from './records.ts';

const ANA: PartitionOwner = { origin: 'https://erp.example/api', tenant: '', user: 'ana' };
const ELENA: PartitionOwner = { ...ANA, user: 'elena' };
const nameIn = ({ origin, tenant, user }: PartitionOwner) => sha256(JSON.stringify([origin, tenant, user]));
const KEYS = { idempotencyKeys: true };

/** What a device gives away. */
function exported(records: readonly OutboxRecord[], owner = ANA, change: object = {}): string {
  const partition = nameIn(owner);
  const rows = records.map(each => toStored({ ...each, partition }));
  return exportText({ ...owner, partition, exportedAt: '2026-11-27T10:00:00.000Z', records: rows, ...change });
}

/** Another device, on which this user is signed in. */
function device(owner = ANA) {
  const disks = new Map<string, MemoryDisk>();
  const storeOf = (partition: string): OutboxStore => {
    const disk = disks.get(partition) ?? new MemoryDisk();
    disks.set(partition, disk);
    return createBreakableStore({ disk, storage: 'device' });
  };
  const ledger = new Ledger({
    store: storeOf(nameIn(owner)),
    partition: nameIn(owner),
    makeRoom: () => Promise.resolve(),
    tellTabs: () => undefined,
    moveIn: () => Promise.resolve(),
  });
  const nameOf = (of: PartitionOwner) => Promise.resolve(nameIn(of));
  const bring = (text: string, by: Partial<Importer> = {}): Promise<ImportResult> =>
    importText(text, { owner, nameOf, storeOf, ledger, now: NOW, isSupervisor: false, host: KEYS, take: true, ...by });
  const open = () => [...ledger.mirror.open()];
  const rowsOf = (of: PartitionOwner) => [...(disks.get(nameIn(of))?.rows.keys() ?? [])];
  return { ledger, bring, open, rowsOf };
}

const kindOf = (result: ImportResult) => (result.ok ? 'ok' : result.kind);

describe('The counts of another device', () => {
  it('are here under their keys, in their order, behind what is here', async () => {
    const { ledger, bring, open } = device();
    await ledger.write(async tx =>
      tx.put(record({ id: 'mine', partition: nameIn(ANA), listId: '2', seq: await tx.nextSeq(1) })),
    );
    await bring(exported([record({ id: 'b', seq: 8 }), record({ id: 'a', seq: 3 })]));
    expect(open().map(({ id, seq }) => `${id} ${seq}`)).to.deep.equal(['mine 1', 'a 2', 'b 3']);
  });

  it('are told of before they are taken, and nothing is here until then', async () => {
    const { bring, open } = device();
    const text = exported([record({ id: 'a' }), record({ id: 'b', fate: done() })]);
    expect(await bring(text, { take: false })).to.deep.equal({
      ok: true,
      user: 'ana',
      isOther: false,
      exportedAt: '2026-11-27T10:00:00.000Z',
      counts: 1,
      known: 0,
      unreadable: 0,
    });
    expect(open()).to.deep.equal([]);
  });

  it('are taken once, however often the file is chosen', async () => {
    const { bring, open } = device();
    const text = exported([record({ id: 'a' })]);
    await bring(text);
    expect(await bring(text)).to.deep.include({ counts: 0, known: 1 });
    expect(open()).to.have.length(1);
  });

  it('do not come back once they are sent from here, or under a key from before a decision', async () => {
    const { ledger, bring, open } = device();
    await ledger.write(async tx => {
      await tx.put(record({ id: 'a', partition: nameIn(ANA), fate: done() }));
      await tx.put(record({ id: 'new', partition: nameIn(ANA), previousIds: ['b'] }));
    });
    expect(await bring(exported([record({ id: 'a' }), record({ id: 'b' })]))).to.deep.include({ counts: 0, known: 2 });
    expect(open().map(({ id }) => id)).to.deep.equal(['new']);
  });

  it('may be at the host where they were on their way, and ask what they asked there', async () => {
    const { bring, open } = device();
    await bring(exported([sending({ id: 'a', seq: 1 }), asking({ kind: 'forbidden' }, record({ id: 'b', seq: 2 }))]));
    expect(open().map(({ fate }) => fate.kind)).to.deep.equal(['unknown', 'attention']);
  });

  it('are sent as they were first, where they were sent before', async () => {
    const { bring, open } = device();
    const before = doubtful({ id: 'a' });
    await bring(exported([before]));
    expect(open().map(each => sentOf(each)?.wire)).to.deep.equal([sentOf(before)?.wire]);
  });

  it('wait as new ones for a host with keys, and are in doubt for one without: the first device may go on', async () => {
    const keys = device();
    await keys.bring(exported([record({ id: 'a' })]));
    expect(keys.open().map(isInDoubt)).to.deep.equal([false]);
    const none = device();
    await none.bring(exported([record({ id: 'a' })]), { host: { idempotencyKeys: false } });
    expect(none.open().map(isInDoubt)).to.deep.equal([true]);
  });

  it('are not taken by another user', async () => {
    const { bring, open, rowsOf } = device({ ...ANA, user: 'mihai' });
    expect(await bring(exported([record({ id: 'a' })]))).to.deep.equal({ ok: false, kind: 'other-user', user: 'ana' });
    expect([open(), rowsOf(ANA)]).to.deep.equal([[], []]);
  });

  it('are kept by a supervisor for who made them, and not sent in the supervisor’s name', async () => {
    const { bring, open, rowsOf } = device(ELENA);
    const text = exported([record({ id: 'a' })]);
    expect(await bring(text, { isSupervisor: true })).to.deep.include({ ok: true, isOther: true, counts: 1 });
    expect([open(), rowsOf(ANA)]).to.deep.equal([[], ['a']]);
    expect(await bring(text, { isSupervisor: true })).to.deep.include({ counts: 0, known: 1 });
  });

  it('are kept for nobody before the supervisor says so', async () => {
    const { bring, rowsOf } = device(ELENA);
    await bring(exported([record({ id: 'a' })]), { isSupervisor: true, take: false });
    expect(rowsOf(ANA)).to.deep.equal([]);
  });

  for (const [what, owner] of [
    ['another host', { ...ANA, origin: 'https://old.example/api' }],
    ['another company', { ...ANA, tenant: '2' }],
  ] as const) {
    it(`are not taken where they are for ${what}`, async () => {
      const { bring, open } = device();
      const result = await bring(exported([record({ id: 'a' })], owner), { isSupervisor: true });
      expect([kindOf(result), open()]).to.deep.equal(['other-host', []]);
    });
  }

  const whole = exported([record({ id: 'a' })]);
  for (const [what, text, kind] of [
    ['is cut off', whole.slice(0, -20), 'damaged'],
    ['is another file', '{"records":[]}', 'damaged'],
    ['is no JSON at all', 'PK\u0003\u0004', 'damaged'],
    ['has other shapes', exported([], ANA, { records: 'none' }), 'damaged'],
    ['names another user than its counts are of', exported([], ANA, { user: 'mihai' }), 'damaged'],
    ['is a newer version’s', exported([], ANA, { version: 2, records: { other: 'shape' } }), 'newer'],
  ] as const) {
    it(`are not taken from a file that ${what}`, async () => {
      const { bring, open } = device();
      expect([kindOf(await bring(text)), open()]).to.deep.equal([kind, []]);
    });
  }

  it('are taken without those that can’t be read, which are told of', async () => {
    const { bring, open } = device();
    const partition = nameIn(ANA);
    const rows = [
      toStored({ ...record({ id: 'a' }), partition }),
      { id: 'x', record: { v: 99 } },
      { id: 'y', record: 1 },
    ];
    expect(await bring(exported([], ANA, { records: rows }))).to.deep.include({ ok: true, counts: 1, unreadable: 2 });
    expect(open().map(({ id }) => id)).to.deep.equal(['a']);
  });
});
