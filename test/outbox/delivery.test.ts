import { expect } from '@open-wc/testing';
import type { CountRow } from '../../src/domain/inventory.ts';
import type { HistoryEntry } from '../../src/domain/row-history.ts';
import { Delivery } from '../../src/outbox/delivery.ts';
import { Ledger } from '../../src/outbox/ledger.ts';
import { Schedule } from '../../src/outbox/schedule.ts';
import { StorageWatch } from '../../src/outbox/storage-watch.ts';
import { isInDoubt, sentOf } from '../../src/outbox/standing.ts';
import type { OutboxRecord } from '../../src/outbox/types.ts';
import { ChangedMeanwhileError, ForbiddenError, SignedOutError, UnreachableError } from '../../src/services/errors.ts';
import type { HostCapabilities } from '../../src/services/inventory-gateway.ts';
import { MemoryDisk, createBreakableStore } from '../support/breakable-store.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { row } from '../support/fixtures.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { waitUntil } from '../support/wait-until.ts';
import { PARTITION, done, doubtful, pieces, record } from './records.ts';

const KEYS: HostCapabilities = { idempotencyKeys: true, versions: true };
const VERSIONS: HostCapabilities = { idempotencyKeys: false, versions: true };
const NEITHER: HostCapabilities = { idempotencyKeys: false, versions: false };
const EPOCH = 3;

/** A tab that sends under a lease, with these counts stored; `deliver` brings one to a host. */
async function aTab(...records: readonly OutboxRecord[]) {
  const disk = new MemoryDisk();
  const ledger = new Ledger({
    store: createBreakableStore({ disk, storage: 'device' }),
    partition: PARTITION,
    makeRoom: () => Promise.resolve(),
    tellTabs: () => undefined,
    moveIn: () => Promise.resolve(),
  });
  await ledger.write(async tx => {
    for (const each of records) await tx.put(each);
    await tx.setLease({ owner: 'this', epoch: EPOCH });
  });
  const clock = new VirtualClock();
  const gateway = new FakeGateway();
  const schedule = new Schedule(clock, () => 1);
  const tab = { lost: 0, doubts: 0, since: 0, sendsAs: EPOCH as number | null };
  const storage = new StorageWatch(clock, () => undefined);
  const ports = { ledger, storage, clock, gateway, schedule, user: 'ana' };
  const deliver = async (of: OutboxRecord, host: HostCapabilities, epoch = EPOCH) => {
    await new Delivery(
      { ...ports, since: tab.since, sendsAs: () => tab.sendsAs, onLost: () => tab.lost++, onDoubt: () => tab.doubts++ },
      host,
      epoch,
    ).deliver(of);
    return ledger.mirror.get(of.id)?.fate;
  };
  const stored = (id: string) => (disk.rows.get(id)?.record as OutboxRecord | undefined)?.fate.kind;
  /** Whoever holds the disk meanwhile: nothing is written or read until it is let go. */
  const holdDisk = () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>(done => (letGo = done));
    disk.inTurn(() => held);
    return letGo;
  };
  return { ledger, gateway, schedule, tab, deliver, disk, stored, clock, storage, holdDisk };
}

const add = (change: Parameters<typeof doubtful>[0] = {}) =>
  doubtful({ request: { mode: 'add', baseVersion: 3 }, decidedOn: { quantities: pieces('12') }, ...change });
const replace = () =>
  doubtful({ request: { mode: 'replace', baseVersion: 3 }, decidedOn: { quantities: pieces('12') } });

describe('The delivery of a count in doubt', () => {
  it('sends the same again to a host with keys, without asking for the row', async () => {
    const { gateway, deliver } = await aTab(add());
    gateway.failures.set('row', new UnreachableError());
    expect(await deliver(add(), KEYS)).to.have.property('kind', 'done');
    expect(gateway.recorded).to.deep.equal([sentOf(add())?.wire]);
  });

  const cases: readonly [
    what: string,
    of: OutboxRecord,
    host: HostCapabilities,
    there: CountRow | null,
    kind: 'done' | 'attention',
  ][] = [
    ['an Add to a host with neither, whatever the row shows', add(), NEITHER, row(), 'attention'],
    ['a Replace to a host with neither, the row as it was', replace(), NEITHER, row(), 'done'],
    [
      'a Replace to a host with neither, another quantity there',
      replace(),
      NEITHER,
      row({ quantity: '5' }),
      'attention',
    ],
    ['an Add to a host with versions, the row in that version', add(), VERSIONS, row(), 'done'],
    ['an Add to a host with versions, a later version', add(), VERSIONS, row({ version: 4 }), 'attention'],
    ['an Add to a host with versions, no row any more', add(), VERSIONS, null, 'attention'],
  ];
  for (const [what, of, host, there, kind] of cases) {
    const title = kind === 'done' ? 'sends again' : 'asks a person about, and does not send again,';
    it(`${title} ${what}`, async () => {
      const { gateway, deliver } = await aTab(of);
      gateway.existing = there;
      const fate = await deliver(of, host);
      expect([fate?.kind, gateway.recorded.length]).to.deep.equal([kind, kind === 'done' ? 1 : 0]);
      if (fate?.kind === 'attention') {
        expect(fate.reason).to.deep.equal({ kind: 'uncertain', row: there, maybeApplied: true });
      }
    });
  }

  it('neither sends nor decides anything where the row can’t be read: it waits, in doubt as before', async () => {
    const { gateway, schedule, deliver } = await aTab(add());
    gateway.failures.set('row', new UnreachableError());
    const fate = await deliver(add(), VERSIONS);
    expect([fate?.kind, gateway.recorded.length]).to.deep.equal(['unknown', 0]);
    expect([schedule.pause()?.kind, schedule.heldUntil(add())]).to.deep.equal(['offline', 1_000]);
  });

  it('is for a person where the host refuses to show the row, and waits where somebody has to sign in', async () => {
    const refused = await aTab(add());
    refused.gateway.failures.set('row', new ForbiddenError());
    expect(await refused.deliver(add(), VERSIONS)).to.deep.include({
      kind: 'attention',
      reason: { kind: 'forbidden' },
    });
    const out = await aTab(add());
    out.gateway.failures.set('row', new SignedOutError());
    expect(await out.deliver(add(), VERSIONS)).to.have.property('kind', 'unknown');
    expect(out.schedule.needsSignIn).to.equal(true);
  });

  describe('with a history', () => {
    const entry = (key: string | null): HistoryEntry => ({
      id: '1',
      key,
      mode: 'add',
      operator: { userName: 'ana', name: 'Ana Pop' },
      recordedAt: '2026-11-22T08:32:01Z',
      confirmedAt: null,
      device: null,
      barcode: null,
      entered: { quantity: '5', unit: 'buc' },
      result: pieces('17'),
      version: 4,
      undoes: null,
      undoneBy: null,
    });
    const after = async (
      host: HostCapabilities,
      key: string | null,
      there: CountRow | null = row({ version: 4, quantity: '17' }),
    ) => {
      const { gateway, deliver } = await aTab(add());
      gateway.existing = there;
      gateway.history = [entry(key)];
      const fate = await deliver(add(), host);
      expect(gateway.recorded).to.be.empty;
      return fate?.kind === 'attention' ? fate.reason : fate?.kind;
    };
    const changed = (maybeApplied: boolean) => ({
      kind: 'changed',
      row: row({ version: 4, quantity: '17' }),
      maybeApplied,
    });
    const uncertain = { ...changed(true), kind: 'uncertain' };

    it('is done where that shows it', async () => {
      expect(await after({ ...VERSIONS, history: true }, add().id)).to.equal('done');
    });

    it('is told with the name where that shows it as somebody else’s', async () => {
      const theirs = { userName: 'mihai', name: 'Mihai' };
      const { gateway, deliver } = await aTab(add());
      gateway.existing = row({ version: 4, quantity: '17' });
      gateway.history = [{ ...entry(add().id), operator: theirs }];
      const fate = await deliver(add(), { ...VERSIONS, history: true });
      const reason = { kind: 'other-operator', row: row({ version: 4, quantity: '17', operator: theirs }) };
      expect(fate).to.deep.include({ kind: 'attention', reason: { ...reason, maybeApplied: true } });
    });

    it('surely is not there where that does not show it and versions keep out what may still be under way', async () => {
      expect(await after({ ...VERSIONS, history: true }, 'other')).to.deep.equal(changed(false));
    });

    it('may still come where the host has no versions', async () => {
      expect(await after({ ...NEITHER, history: true }, 'other')).to.deep.equal(uncertain);
    });

    it('is for a person where the host has none, or has no row to show it of', async () => {
      expect(await after(VERSIONS, add().id)).to.deep.equal(uncertain);
      expect(await after({ ...VERSIONS, history: false }, add().id)).to.deep.equal(uncertain);
      expect(await after({ ...VERSIONS, history: true }, add().id, null)).to.deep.equal({ ...uncertain, row: null });
    });

    it('is for a person where the history can’t be read', async () => {
      const { gateway, deliver } = await aTab(add());
      gateway.existing = row({ version: 4 });
      gateway.failures.set('rowHistory', new UnreachableError());
      const fate = await deliver(add(), { ...VERSIONS, history: true });
      expect(fate).to.deep.include({ reason: { ...uncertain, row: row({ version: 4 }) } });
    });

    it('is not looked through for a row that changed before the count ever left', async () => {
      const fresh = record({ request: { mode: 'add', baseVersion: 3 }, decidedOn: { quantities: pieces('12') } });
      const { gateway, deliver } = await aTab(fresh);
      gateway.history = [entry(fresh.id)];
      gateway.failures.set('recordCount', new ChangedMeanwhileError(row({ version: 4 })));
      expect(await deliver(fresh, { ...KEYS, history: true })).to.deep.include({
        reason: { kind: 'changed', row: row({ version: 4 }), maybeApplied: false },
      });
    });
  });
});

describe('The first delivery of a count', () => {
  const before = (fate: OutboxRecord['fate']) => record({ id: 'before', fate });
  const follower = record({
    id: 'second',
    seq: 2,
    request: { mode: 'add', entry: { quantity: '3', unit: 'buc' } },
    decidedOn: { quantities: pieces('5'), follows: 'before' },
  });

  it('behind one that is done goes by what its reply showed, where a version says whether that still holds', async () => {
    const { gateway, deliver } = await aTab(before(done(row({ quantity: '5', version: 8 }))), follower);
    gateway.failures.set('row', new UnreachableError());
    expect(await deliver(follower, KEYS)).to.have.property('kind', 'done');
    expect(gateway.recorded[0]?.baseVersion).to.equal(8);
  });

  const reads: readonly [what: string, fate: OutboxRecord['fate'], host: HostCapabilities][] = [
    ['the host has no versions', done(row({ quantity: '5', version: 8 })), { ...KEYS, versions: false }],
    ['only a person said that it is counted', done(null), KEYS],
    ['nobody knows the one before any more', { kind: 'superseded', by: 'other', at: 1 }, KEYS],
  ];
  for (const [what, fate, host] of reads) {
    it(`reads the row first where ${what}, and asks a person where that is another one`, async () => {
      for (const [quantity, kind] of [
        ['5', 'done'],
        ['6', 'attention'],
      ] as const) {
        const { gateway, deliver } = await aTab(before(fate), follower);
        gateway.existing = row({ quantity, version: 9 });
        expect(await deliver(follower, host)).to.have.property('kind', kind);
        expect(gateway.recorded.map(({ baseVersion }) => baseVersion)).to.deep.equal(kind === 'done' ? [9] : []);
      }
    });
  }

  it('sends nothing where another tab has taken the lease, and says so', async () => {
    const { gateway, tab, deliver } = await aTab(record());
    expect(await deliver(record(), KEYS, EPOCH - 1)).to.have.property('kind', 'queued');
    expect([gateway.recorded.length, tab.lost]).to.deep.equal([0, 1]);
  });

  it('sends nothing once this tab sends no more, or under another lease', async () => {
    for (const sendsAs of [null, EPOCH + 1]) {
      const { gateway, tab, deliver } = await aTab(record());
      tab.sendsAs = sendsAs;
      expect(await deliver(record(), KEYS)).to.have.property('kind', 'queued');
      expect([gateway.recorded.length, tab.lost]).to.deep.equal([0, 0]);
    }
  });

  it('sends nothing that is not as it was chosen: tried since, asked about, or gone', async () => {
    const tried = doubtful({}, { attempts: 2, doubt: false });
    const retried = { ...tried, fate: { kind: 'queued' as const, sent: sentOf(tried) } };
    const now: readonly (readonly OutboxRecord[])[] = [[doubtful()], [retried], [record({ fate: done() })], []];
    for (const stored of now) {
      const { gateway, ledger, deliver } = await aTab(...stored);
      await deliver(record(), KEYS);
      expect(gateway.recorded).to.be.empty;
      expect(ledger.mirror.get(record().id)).to.deep.equal(stored[0]);
    }
  });

  it('sends nothing ahead of an earlier count of its row, and hears of that', async () => {
    const earlier = record({ id: 'earlier', seq: 1 });
    const later = record({ id: 'later', seq: 2 });
    const { gateway, ledger, deliver } = await aTab(earlier, later);
    ledger.mirror.delete('earlier');
    expect(await deliver(later, KEYS)).to.have.property('kind', 'queued');
    expect([gateway.recorded.length, ledger.mirror.get('earlier')?.id]).to.deep.equal([0, 'earlier']);
  });

  it('counts its attempts, and goes on with the first one’s words', async () => {
    const { gateway, ledger, deliver } = await aTab(record());
    gateway.failures.set('recordCount', new UnreachableError());
    await deliver(record(), KEYS);
    const once = ledger.mirror.get(record().id);
    expect(once && [once.fate.kind, sentOf(once)?.attempts, isInDoubt(once)]).to.deep.equal(['unknown', 1, true]);
    if (once === undefined) return;
    await deliver(once, KEYS);
    const twice = ledger.mirror.get(record().id);
    expect(twice && sentOf(twice)).to.deep.equal({ ...sentOf(once), attempts: 2 });
    expect(gateway.recorded[1]).to.deep.equal(gateway.recorded[0]);
  });
});

describe('The delivery of a count that was decided on another data base', () => {
  const onTwelve = { request: { mode: 'replace', baseVersion: '3' }, decidedOn: { quantities: pieces('12') } } as const;

  it('reads the row first, and asks a person where it holds something else in the very version', async () => {
    const there = row({ quantity: '20', version: '3' });
    for (const each of [record(onTwelve), doubtful(onTwelve)]) {
      const { gateway, tab, deliver } = await aTab(each);
      tab.since = 1;
      gateway.existing = there;
      const fate = await deliver(each, KEYS);
      expect(fate).to.have.property('kind', 'attention');
      expect(gateway.recorded).to.be.empty;
    }
  });

  it('sends one that was refused for a while, and is frozen, where the row is as it was, and else asks', async () => {
    const before = doubtful(onTwelve, { doubt: false });
    const waits: OutboxRecord = { ...before, fate: { kind: 'queued', sent: sentOf(before) } };
    for (const [quantity, kind] of [
      ['12', 'done'],
      ['20', 'attention'],
    ] as const) {
      const { gateway, tab, deliver } = await aTab(waits);
      tab.since = 1;
      gateway.existing = row({ quantity, version: '3' });
      expect(await deliver(waits, KEYS)).to.have.property('kind', kind);
    }
  });

  it('believes the host’s keys again for what was confirmed since', async () => {
    const of = doubtful({ ...onTwelve, seq: 2 });
    const { gateway, tab, deliver } = await aTab(of);
    tab.since = 1;
    gateway.failures.set('row', new UnreachableError());
    expect(await deliver(of, KEYS)).to.have.property('kind', 'done');
  });

  it('makes the host suspect where its answer shows less than it acknowledged', async () => {
    const known = record({ id: 'known', fate: done(row({ quantity: '5', version: '5' })) });
    const next = record({ id: 'next', seq: 2, request: { mode: 'replace' }, decidedOn: { quantities: pieces('5') } });
    const host: HostCapabilities = { idempotencyKeys: true, versions: 'ascending' };
    for (const [there, doubts] of [
      [null, 1],
      [row({ version: '4' }), 1],
      [row({ version: '6' }), 0],
    ] as const) {
      const { gateway, tab, deliver } = await aTab(known, next);
      gateway.failures.set('recordCount', new ChangedMeanwhileError(there));
      await deliver(next, host);
      expect(tab.doubts).to.equal(doubts);
    }
  });
});

describe('The delivery of a count while the storage can’t be written', () => {
  const failed = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => (error as Error).name,
    );
  it('reaches a host with keys from a full disk, and is known as sent', async () => {
    const { gateway, deliver, disk, stored } = await aTab(record());
    disk.capacity = 10;
    expect(await deliver(record(), KEYS)).to.have.property('kind', 'done');
    expect([gateway.recorded.map(({ key }) => key), stored(record().id)]).to.deep.equal([[record().id], 'queued']);
  });

  it('sends the same again where the disk has room again, and writes what came of it', async () => {
    const { gateway, deliver, disk, stored, ledger } = await aTab(record());
    disk.capacity = 10;
    await deliver(record(), KEYS);
    disk.capacity = Infinity;
    await ledger.refresh([record().id]);
    expect(await deliver(record(), KEYS)).to.have.property('kind', 'done');
    const [first, second] = gateway.recorded;
    expect([second, stored(record().id)]).to.deep.equal([first, 'done']);
  });

  for (const [what, host] of [
    ['versions alone', VERSIONS],
    ['neither', NEITHER],
  ] as const) {
    it(`waits where the host has ${what}: nobody could tell a second one`, async () => {
      const { gateway, deliver, disk, stored } = await aTab(record());
      disk.capacity = 10;
      expect(await failed(deliver(record(), host))).to.equal('StorageFullError');
      expect([gateway.recorded, stored(record().id)]).to.deep.equal([[], 'queued']);
    });
  }

  it('waits for the storage where the row decides what is sent: another time that may be something else', async () => {
    const { gateway, deliver, disk } = await aTab(record({ decidedOn: { follows: 'an earlier one' } }));
    disk.capacity = 10;
    expect(await failed(deliver(record({ decidedOn: { follows: 'an earlier one' } }), KEYS))).to.equal(
      'StorageFullError',
    );
    expect(gateway.recorded).to.deep.equal([]);
  });

  it('is put before a person where the host refuses it, though that can’t be written', async () => {
    const { gateway, deliver, disk } = await aTab(record());
    disk.capacity = 10;
    gateway.failures.set('recordCount', new ForbiddenError());
    expect(await deliver(record(), KEYS)).to.have.property('kind', 'attention');
  });

  it('is in doubt where no reply came', async () => {
    const { gateway, deliver, disk, ledger } = await aTab(record());
    disk.capacity = 10;
    gateway.failures.set('recordCount', new UnreachableError());
    await deliver(record(), KEYS);
    const after = ledger.mirror.get(record().id);
    expect(after !== undefined && isInDoubt(after)).to.equal(true);
  });

  it('reaches a host with keys past a storage that does not answer, once that has been waited for', async () => {
    const { gateway, deliver, clock, storage, stored, holdDisk } = await aTab(record());
    const letGo = holdDisk();
    const delivered = deliver(record(), KEYS);
    await waitUntil(() => clock.waiting.includes(5_000), 'it is being written');
    clock.advance(4_999);
    expect([gateway.recorded.length, storage.trouble]).to.deep.equal([0, null]);
    expect(await clock.passedBy(delivered)).to.have.property('kind', 'done');
    expect([gateway.recorded.length, storage.trouble, stored(record().id)]).to.deep.equal([1, 'silent', 'queued']);
    letGo();
    await waitUntil(() => stored(record().id) === 'done', 'what came of it is written once the storage answers');
    expect(storage.trouble).to.equal(null);
  });

  for (const [what, host] of [
    ['versions alone', VERSIONS],
    ['neither', NEITHER],
  ] as const) {
    it(`waits for a storage that does not answer where the host has ${what}, and says so`, async () => {
      const { gateway, deliver, clock, storage, stored, holdDisk } = await aTab(record());
      const letGo = holdDisk();
      const delivered = deliver(record(), host);
      await waitUntil(() => clock.waiting.includes(5_000), 'it is being written');
      clock.advance(60_000);
      expect([gateway.recorded, storage.trouble]).to.deep.equal([[], 'silent']);
      letGo();
      expect(await delivered).to.have.property('kind', 'done');
      expect([gateway.recorded.length, stored(record().id), storage.trouble]).to.deep.equal([1, 'done', null]);
    });
  }

  it('is not sent by a tab that no longer sends', async () => {
    const { gateway, deliver, disk, tab } = await aTab(record());
    disk.capacity = 10;
    tab.sendsAs = null;
    await failed(deliver(record(), KEYS));
    expect(gateway.recorded).to.deep.equal([]);
  });
});
