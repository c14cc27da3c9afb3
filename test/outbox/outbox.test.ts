import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { type Observable, Subject, distinctUntilChanged, filter, firstValueFrom, map } from 'rxjs';
import { openBrowserStore } from '../../src/outbox/browser.ts';
import { browserClock } from '../../src/ports/time.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import type { LoadSending } from '../../src/outbox/sending-ports.ts';
import { startSending } from '../../src/outbox/sending.ts';
import type { OutboxPorts, Wake } from '../../src/outbox/ports.ts';
import { attemptsOf, isInDoubt, rowAtHost, sentOf } from '../../src/outbox/standing.ts';
import { toStored } from '../../src/outbox/stored-row.ts';
import { MemoryDisk, createBreakableStore } from '../support/breakable-store.ts';
import { identityKey } from '../../src/domain/count-identity.ts';
import type { CountRow } from '../../src/domain/inventory.ts';
import type { Outbox, OutboxRecord, OutboxState, StorageKind } from '../../src/outbox/types.ts';
import {
  ForbiddenError,
  HostError,
  ListClosedError,
  OtherUserError,
  RowExistsError,
  UnreachableError,
} from '../../src/services/errors.ts';
import type { HostCapabilities } from '../../src/services/inventory-gateway.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { identity, row } from '../support/fixtures.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { waitUntil } from '../support/wait-until.ts';
import { PARTITION, decidedOn, pieces, record, request, sending } from './records.ts';

function when<T>(of: Observable<T>, holds: (value: T) => boolean): Promise<T> {
  return firstValueFrom(of.pipe(filter(holds)));
}

let keys = 0;
let opened: Outbox[] = [];
const disposeAll = () => {
  for (const outbox of opened) outbox.dispose();
  opened = [];
  taken.clear();
};
/** What the host of a test has: all gateways lead to it. */
const taken = new Map<string, CountRow>();

/** An outbox in memory, on a disk that a test may prepare; nobody else has a tab. */
function anOutbox({
  disk = new MemoryDisk(),
  storage = 'device',
  loadSending = () => Promise.resolve(startSending),
  ...ports
}: Partial<OutboxPorts> & { loadSending?: LoadSending; disk?: MemoryDisk; storage?: StorageKind } = {}) {
  const gateway = new FakeGateway();
  const row = gateway.row.bind(gateway);
  const recordCount = gateway.recordCount.bind(gateway);
  gateway.recordCount = async (listId, sent) => {
    const recorded = await recordCount(listId, sent);
    taken.set(identityKey(sent.identity), recorded.row);
    return recorded;
  };
  gateway.row = async (listId, of) => (await row(listId, of)) ?? (of && taken.get(identityKey(of))) ?? null;
  const wake$ = new Subject<Wake>();
  const outbox = createOutbox(
    {
      store: createBreakableStore({ disk, storage }),
      gateway,
      user: 'ana',
      partition: PARTITION,
      capabilities: async () => ({ idempotencyKeys: true, versions: true }),
      clock: browserClock,
      timers: browserClock,
      random: () => 0,
      mintKey: () => `minted-${++keys}`,
      wake$,
      tabs:
        storage === 'device'
          ? { channel: { messages$: new Subject(), post: () => undefined, close: () => undefined }, lock: null }
          : null,
      ...ports,
    },
    loadSending,
  );
  opened.push(outbox);
  return { outbox, gateway, disk, wake$ };
}

describe('An outbox', () => {
  afterEach(disposeAll);

  it('asks the disk for all that a confirmation needs before it waits for any of it', async () => {
    const store = createBreakableStore({ storage: 'device' });
    let asked = 0;
    let most = 0;
    const { outbox } = anOutbox({
      store: {
        ...store,
        transact: (mode, work) =>
          store.transact(mode, tx => {
            const noted = <T>(read: Promise<T>): Promise<T> => {
              most = Math.max(most, ++asked);
              return read.finally(() => asked--);
            };
            return work({
              get: id => noted(tx.get(id)),
              lane: lane => noted(tx.lane(lane)),
              getMeta: key => noted(tx.getMeta(key)),
              open: () => tx.open(),
              openIds: () => tx.openIds(),
              all: () => tx.all(),
              put: row => tx.put(row),
              delete: id => tx.delete(id),
              putMeta: (key, value) => tx.putMeta(key, value),
            });
          }),
      },
    });
    await when(outbox.state$, ({ ready }) => ready);
    most = 0;
    await outbox.confirm('1', request(), decidedOn());
    // With the store's own name, that it is still the one from before.
    expect(most).to.equal(4);
  });

  it('sends nothing more once the host has a count in another name, until a person has said what holds', async () => {
    const { outbox, gateway } = anOutbox();
    const operator = { userName: 'mihai', name: 'Mihai Stan' };
    const recordCount = gateway.recordCount.bind(gateway);
    gateway.recordCount = async (listId, sent) => {
      const recorded = await recordCount(listId, sent);
      return { ...recorded, row: { ...recorded.row, operator } };
    };
    await outbox.confirm('1', request(), decidedOn());
    const [asking] = (await when(outbox.state$, ({ attention }) => attention.length === 1)).attention;
    expect(asking?.fate).to.have.nested.property('reason.row.operator.name', 'Mihai Stan');

    gateway.recordCount = recordCount;
    const other = request({ key: 'key-0000000000002', identity: identity({ location: 'A-01-03' }) });
    await outbox.confirm('1', other, decidedOn());
    outbox.sendNow();
    await when(outbox.state$, ({ waiting }) => waiting.length === 1);
    expect(await outbox.retry(request().key)).to.deep.equal({ ok: false, kind: 'not-possible' });
    expect(gateway.recorded.map(({ key }) => key)).to.deep.equal([request().key]);

    expect(await outbox.resolve(request().key, 'already-counted')).to.deep.equal({ ok: true });
    await when(outbox.state$, state => state.done.length === 2);
    expect(gateway.recorded.map(({ key }) => key)).to.deep.equal([request().key, other.key]);
  });

  for (const [how, by] of [
    ['deleted', (disk: MemoryDisk) => disk.rows.delete(record().id)],
    ['made unreadable', (disk: MemoryDisk) => disk.rows.set(record().id, { id: record().id, lane: 'a', record: {} })],
    ['sent', (disk: MemoryDisk) => disk.rows.set(record().id, toStored(sending()))],
  ] as const) {
    it(`does not ask the host over and over about a count that was ${how} beneath it`, async () => {
      const { outbox, gateway, disk, wake$ } = anOutbox();
      let asked = 0;
      const operator = gateway.operator.bind(gateway);
      gateway.operator = () => {
        asked++;
        return operator();
      };
      gateway.failures.set('operator', new UnreachableError());
      await outbox.confirm('1', request(), decidedOn());
      await when(outbox.state$, ({ pause }) => pause !== null);
      by(disk);
      asked = 0;
      gateway.failures.delete('operator');
      wake$.next('signed-in');
      await when(outbox.state$, ({ waiting }) => waiting.length === 0);
      expect([asked <= 2, gateway.recorded]).to.deep.equal([true, []]);
    });
  }

  it('puts a count before a person at which the host fails while it takes others, and sends it again when told', async () => {
    const { outbox, gateway, wake$ } = anOutbox();
    const recordCount = gateway.recordCount.bind(gateway);
    let isPoison = true;
    gateway.recordCount = (listId, sent) =>
      isPoison && sent.key === record().id ? Promise.reject(new HostError(500)) : recordCount(listId, sent);
    await outbox.confirm('1', request(), decidedOn());
    // Once after each attempt: what wakes it changes what is shown, and would wake it again.
    const attempts$ = outbox.state$.pipe(
      map(({ unknown }) => unknown[0] && attemptsOf(unknown[0])),
      distinctUntilChanged(),
    );
    attempts$.subscribe(attempts => {
      if (attempts !== undefined) wake$.next('online');
    });
    await when(outbox.state$, ({ unknown }) => unknown.length === 1);
    await outbox.confirm('1', request({ key: 'b', identity: identity({ location: 'B' }) }), decidedOn());
    const { attention, done } = await when(outbox.state$, state => state.attention.length === 1);
    expect(done.map(({ id }) => id)).to.deep.equal(['b']);
    expect(attention[0]?.fate).to.deep.include({ reason: { kind: 'rejected', status: 500, title: null } });
    expect(attention[0] && isInDoubt(attention[0])).to.equal(true);
    isPoison = false;
    await outbox.retry(record().id);
    await when(outbox.state$, state => state.done.length === 2);
  });

  it('asks what the host can do anew after a failure: an Add is not sent again to one that has lost its keys', async () => {
    let keeps = true;
    const { outbox, gateway, wake$ } = anOutbox({
      capabilities: async () => ({ idempotencyKeys: keeps, versions: false }),
    });
    gateway.existing = row({ quantity: '12' });
    const recordCount = gateway.recordCount.bind(gateway);
    gateway.recordCount = async (...sent) => {
      await recordCount(...sent);
      keeps = false;
      throw new UnreachableError();
    };
    const twelve = pieces('12');
    await outbox.confirm('1', request({ mode: 'add' }), decidedOn({ quantities: twelve }));
    await when(outbox.state$, ({ unknown }) => unknown.length === 1);
    wake$.next('online');
    const { attention } = await when(outbox.state$, state => state.attention.length === 1);
    expect(attention[0]?.fate).to.have.nested.property('reason.kind', 'uncertain');
    expect(gateway.recorded).to.have.lengthOf(1);
  });

  it('asks what the host can do anew after a sign-in', async () => {
    let asked = 0;
    const { outbox, wake$ } = anOutbox({
      capabilities: async () => (asked++, { idempotencyKeys: true, versions: true }),
    });
    await outbox.confirm('1', request(), decidedOn());
    await when(outbox.state$, ({ done }) => done.length === 1);
    await outbox.confirm('1', request({ key: 'b', identity: identity({ location: 'B' }) }), decidedOn());
    await when(outbox.state$, ({ done }) => done.length === 2);
    expect(asked).to.equal(1);
    wake$.next('signed-in');
    await outbox.confirm('1', request({ key: 'c', identity: identity({ location: 'C' }) }), decidedOn());
    await when(outbox.state$, ({ done }) => done.length === 3);
    expect(asked).to.equal(2);
  });

  it('sends what a tab wrote that died before it could tell, as soon as it is woken', async () => {
    const { outbox, gateway, disk, wake$ } = anOutbox();
    await when(outbox.state$, ({ ready, sender }) => ready && sender);
    disk.rows.set(record().id, toStored(record()));
    wake$.next('visible');
    await when(outbox.state$, ({ done }) => done.length === 1);
    expect(gateway.recorded.map(({ key }) => key)).to.deep.equal([record().id]);
  });

  it('never says that all is sent while the disk holds what a dead tab wrote', async () => {
    const { outbox, gateway, disk } = anOutbox();
    let release: () => void = () => undefined;
    gateway.gates.set('recordCount', new Promise(done => (release = done)));
    await outbox.confirm('1', request(), decidedOn());
    await when(outbox.state$, ({ sending: under }) => under.length === 1);
    const other = record({ id: 'of a dead tab', seq: 2, request: { identity: identity({ location: 'B' }) } });
    disk.rows.set(other.id, toStored(other));
    const open: number[] = [];
    outbox.state$.subscribe(({ waiting, sending: under, done }) => {
      if (done.length > 0) open.push(waiting.length + under.length);
    });
    release();
    await when(outbox.state$, ({ done }) => done.length === 2);
    expect(open[0]).to.equal(1);
    expect(gateway.recorded).to.have.lengthOf(2);
  });

  it('saves, shows as pending, sends, and tells the host’s row', async () => {
    const { outbox, gateway } = anOutbox();
    const done = firstValueFrom(outbox.events$);
    expect(await outbox.confirm('1', request(), decidedOn())).to.deep.equal({
      ok: true,
      id: request().key,
      where: 'device',
    });
    expect(outbox.pendingFor('1', identity())?.projected).to.deep.equal(pieces('5'));
    expect(await done).to.have.nested.property('record.fate.row.quantity', '5');
    expect(outbox.pendingFor('1', identity())).to.equal(null);
    expect(gateway.recorded.map(({ key, mode }) => [key, mode])).to.deep.equal([[request().key, 'new']]);
    expect((await when(outbox.state$, state => state.done.length === 1)).waiting).to.deep.equal([]);
  });

  it('says that a count is saved, shows and sends it only when its transaction is complete, and not when it never is', async () => {
    const disk = new MemoryDisk();
    const gates: (() => void)[] = [];
    const store = createBreakableStore({ disk, storage: 'device', complete: go => gates.push(go) });
    const { outbox, gateway } = anOutbox({ store });
    await when(outbox.state$, ({ ready }) => ready);
    // Which tab sends is a transaction too.
    await waitUntil(() => gates.length === 1);
    gates.shift()?.();
    await when(outbox.state$, ({ sender }) => sender);
    let saved: unknown = null;
    void outbox.confirm('1', request(), decidedOn()).then(value => (saved = value));
    await waitUntil(() => gates.length === 1, 'all its requests have succeeded');
    await new Promise(done => setTimeout(done));
    expect([saved, outbox.unfinished(), gateway.recorded.length, disk.rows.size]).to.deep.equal([null, 0, 0, 0]);
    gates.shift()?.();
    await waitUntil(() => saved !== null);
    expect([saved, outbox.unfinished(), disk.rows.size]).to.deep.equal([
      { ok: true, id: request().key, where: 'device' },
      1,
      1,
    ]);
    // The tab dies over the next one.
    let second: unknown = null;
    void outbox
      .confirm('1', request({ key: 'b', identity: identity({ location: 'B' }) }), decidedOn())
      .then(value => (second = value));
    store.kill();
    gates.forEach(go => go());
    await createBreakableStore({ disk }).transact('readonly', tx => tx.all());
    expect([second, [...disk.rows.keys()]]).to.deep.equal([null, [request().key]]);
  });

  it('has four requests on their way at most, of four rows', async () => {
    const { outbox, gateway } = anOutbox();
    let release: () => void = () => undefined;
    gateway.gates.set('recordCount', new Promise(done => (release = done)));
    for (const location of ['A', 'A', 'B', 'C', 'D', 'E', 'F']) {
      const key = `${location}${outbox.unfinished()}`;
      const follows = outbox.pendingFor('1', identity({ location }))?.tail ?? null;
      const asked = request({ key, mode: follows === null ? 'new' : 'replace', identity: identity({ location }) });
      await outbox.confirm('1', asked, decidedOn({ follows }));
    }
    const { waiting } = await when(outbox.state$, ({ sending }) => sending.length === 4);
    expect(gateway.recorded.map(({ identity: { location } }) => location)).to.deep.equal(['A', 'B', 'C', 'D']);
    expect(waiting.length).to.be.greaterThan(1);
    release();
    await when(outbox.state$, state => state.waiting.length === 0 && state.sending.length === 0);
  });

  it('saves counts before what sends them is loaded, and sends them then; what could not be had is tried again', async () => {
    let loads = 0;
    const { outbox, gateway, wake$ } = anOutbox({
      loadSending: () =>
        ++loads === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(startSending),
    });
    expect(await outbox.confirm('1', request(), decidedOn())).to.have.property('where', 'device');
    expect(outbox.pendingFor('1', identity())?.projected).to.deep.equal(pieces('5'));
    expect(gateway.recorded).to.be.empty;
    wake$.next('online');
    await when(outbox.state$, state => state.done.length === 1);
    expect([loads, gateway.recorded.length]).to.deep.equal([2, 1]);
  });

  it('takes the same press twice for one', async () => {
    const { outbox, gateway } = anOutbox();
    const saved = await Promise.all([1, 2].map(() => outbox.confirm('1', request(), decidedOn())));
    expect(saved.map(({ ok }) => ok)).to.deep.equal([true, true]);
    await when(outbox.state$, state => state.done.length === 1);
    expect(gateway.recorded).to.have.lengthOf(1);
  });

  it('saves nothing that was decided on what is not so any more, and says what is', async () => {
    const { outbox, gateway } = anOutbox();
    gateway.failures.set('operator', new UnreachableError());
    await outbox.confirm('1', request(), decidedOn());
    const second = await outbox.confirm('1', request({ key: 'second' }), decidedOn());
    expect(second).to.have.property('kind', 'changed-here');
    expect(second).to.have.nested.property('pending.tail', request().key);
    expect(outbox.unfinished()).to.equal(1);
  });

  it('sends what it finds half sent under the same key, with the same body', async () => {
    const disk = new MemoryDisk();
    const half = sending();
    disk.rows.set(half.id, { id: half.id, lane: JSON.stringify(['1', 'x']), record: half });
    const { outbox, gateway } = anOutbox({ disk });
    await when(outbox.state$, state => state.done.length === 1);
    expect(gateway.recorded).to.deep.equal([sentOf(half)?.wire]);
  });

  it('sends first what another tab put ahead of it, heard of or not', async () => {
    const disk = new MemoryDisk();
    disk.meta.set('seq', 5);
    const { outbox, gateway, wake$ } = anOutbox({ disk });
    gateway.failures.set('operator', new UnreachableError());
    await outbox.confirm('1', request(), decidedOn());
    const earlier = record({ id: 'earlier', seq: 5 });
    disk.rows.set(earlier.id, toStored(earlier));
    gateway.failures.clear();
    wake$.next('online');
    await when(outbox.state$, state => state.done.length === 2);
    expect(gateway.recorded.map(({ key }) => key)).to.deep.equal(['earlier', request().key]);
  });

  it('holds up nobody with what it can’t read, and hands it out as it is', async () => {
    const disk = new MemoryDisk();
    disk.rows.set('odd', { id: 'odd', lane: 'x', record: { v: 99, note: '<b>from the future</b>' } });
    const { outbox } = anOutbox({ disk });
    await outbox.confirm('1', request(), decidedOn());
    const { quarantined } = await when(outbox.state$, state => state.done.length === 1);
    expect(quarantined).to.deep.equal([{ id: 'odd', why: 'newer', raw: '{"v":99,"note":"<b>from the future</b>"}' }]);
    expect(JSON.parse(await outbox.exportRecords()).records).to.have.lengthOf(2);
    await outbox.discard('odd', 'read and noted', 'Elena');
    expect((await when(outbox.state$, state => state.quarantined.length === 0)).done).to.have.lengthOf(1);
  });

  it('keeps who discarded what it can’t read, and why, until all that is finished is forgotten', async () => {
    const odd = { v: 99, id: 'odd' };
    const disk = new MemoryDisk();
    disk.rows.set('odd', { id: 'odd', lane: 'x', record: odd });
    const { outbox } = anOutbox({ disk });
    await when(outbox.state$, state => state.quarantined.length === 1);
    expect(await outbox.discard('odd', 'read and noted', 'Elena')).to.deep.equal({ ok: true });
    await when(outbox.state$, state => state.quarantined.length === 0);
    const { records } = JSON.parse(await outbox.exportRecords());
    expect(records).to.have.lengthOf(1);
    expect(records[0]).to.deep.include({ id: 'odd', record: odd });
    expect(records[0].discard).to.include({ kind: 'discarded', reason: 'read and noted', by: 'Elena' });

    const after = anOutbox({ disk });
    expect(await when(after.outbox.state$, state => state.ready)).to.deep.include({ quarantined: [], waiting: [] });
    expect(await after.outbox.discard('odd', 'once more', 'Elena')).to.include({ kind: 'not-found' });
    await after.outbox.forgetFinished();
    expect([...disk.rows.keys()]).to.deep.equal([]);
  });

  describe('whose storage can’t be written while it sends', () => {
    /** One count is at the host; another is saved, and waits since that does not answer any more. */
    async function withOneWaiting(host: HostCapabilities) {
      const clock = new VirtualClock();
      const opened = anOutbox({ clock, timers: clock, capabilities: () => Promise.resolve(host) });
      const { outbox, gateway } = opened;
      await outbox.confirm('1', request({ key: 'k0', identity: identity({ location: 'B' }) }), decidedOn());
      await when(outbox.state$, ({ done }) => done.length === 1);
      gateway.recorded.length = 0;
      gateway.failures.set('operator', new UnreachableError());
      gateway.failures.set('recordCount', new UnreachableError());
      await outbox.confirm('1', request({ key: 'k1' }), decidedOn());
      await when(outbox.state$, ({ pause }) => pause?.kind === 'offline');
      gateway.recorded.length = 0;
      gateway.failures.clear();
      const pauses = (why: string | undefined) =>
        when(outbox.state$, ({ pause }) => (pause?.kind === 'storage' ? pause.why : undefined) === why);
      return { ...opened, clock, pauses };
    }
    const KEYS = { idempotencyKeys: true, versions: true };
    const VERSIONS = { idempotencyKeys: false, versions: true };

    it('says that it does not answer while a host with keys gets the count all the same, until it does', async () => {
      const { outbox, gateway, disk, clock, pauses } = await withOneWaiting(KEYS);
      let letGo: () => void = () => undefined;
      disk.inTurn(() => new Promise<void>(done => (letGo = done)));
      outbox.sendNow();
      const silent = await clock.passedBy(when(outbox.state$, ({ done }) => done.some(({ id }) => id === 'k1')));
      expect(silent.pause).to.deep.equal({ kind: 'storage', until: null, why: 'silent' });
      expect(gateway.recorded).to.have.length(1);
      letGo();
      await pauses(undefined);
      await waitUntil(() => (disk.rows.get('k1')?.record as OutboxRecord).fate.kind === 'done', 'it is written');
    });

    it('says that the disk is full while a host with keys gets the count all the same', async () => {
      const { outbox, gateway, disk, pauses } = await withOneWaiting(KEYS);
      disk.capacity = 10;
      outbox.sendNow();
      const full = await pauses('full');
      expect(full.pause).to.deep.equal({ kind: 'storage', until: null, why: 'full' });
      await when(outbox.state$, ({ done }) => done.some(({ id }) => id === 'k1'));
      expect(gateway.recorded).to.have.length(1);
    });

    it('says when it tries again where the host has no keys, and sends once there is room', async () => {
      const { outbox, gateway, disk, pauses } = await withOneWaiting(VERSIONS);
      disk.capacity = 10;
      outbox.sendNow();
      await when(outbox.state$, ({ pause }) => pause?.kind === 'storage' && pause.until !== null);
      expect(gateway.recorded).to.have.length(0);
      disk.capacity = Infinity;
      outbox.sendNow();
      await when(outbox.state$, ({ done }) => done.some(({ id }) => id === 'k1'));
      await pauses(undefined);
    });

    it('says that it does not answer to whoever decides about a count meanwhile', async () => {
      const { outbox, disk, clock } = await withOneWaiting(KEYS);
      disk.inTurn(() => new Promise<void>(() => undefined));
      const answer = outbox.discard('k1', 'counted twice', 'Elena');
      await waitUntil(() => clock.waiting.includes(5_000), 'it is waited for');
      clock.advance(5_000);
      expect(await answer).to.include({ ok: false, kind: 'no-storage' });
    });
  });

  it('drops what is finished when the disk is full, and refuses when that is not enough', async () => {
    const { outbox, disk, gateway } = anOutbox();
    await outbox.confirm('1', request(), decidedOn());
    await when(outbox.state$, state => state.done.length === 1);
    gateway.failures.set('operator', new UnreachableError());
    const elsewhere = (location: string) => request({ key: location, identity: identity({ location }) });
    disk.capacity = JSON.stringify([...disk.rows.values()]).length + 100;
    expect((await outbox.confirm('1', elsewhere('B'), decidedOn())).ok).to.equal(true);
    disk.capacity = JSON.stringify([...disk.rows.values()]).length + 100;
    expect(await outbox.confirm('1', elsewhere('C'), decidedOn())).to.deep.equal({ ok: false, kind: 'quota' });
    expect(outbox.unfinished()).to.equal(1);
    expect(disk.rows.has(request().key)).to.equal(false);
  });

  it('tries for what sends with each count, where it could not be had before', async () => {
    let isThere = false;
    const loadSending = () => (isThere ? Promise.resolve(startSending) : Promise.reject(new Error('offline')));
    const { outbox } = anOutbox({ loadSending });
    await outbox.confirm('1', request(), decidedOn());
    isThere = true;
    await outbox.confirm('1', request({ key: 'b', identity: identity({ location: 'B' }) }), decidedOn());
    await when(outbox.state$, state => state.done.length === 2);
  });

  describe('where the browser keeps nothing', () => {
    it('lets Confirm wait for the host', async () => {
      const { outbox, gateway } = anOutbox({ storage: 'none' });
      let release: () => void = () => undefined;
      gateway.gates.set('recordCount', new Promise(done => (release = done)));
      let saved: unknown = null;
      const saving = outbox.confirm('1', request(), decidedOn()).then(value => (saved = value));
      const { storage } = await when(outbox.state$, state => state.sending.length === 1);
      expect([storage, saved]).to.deep.equal(['none', null]);
      release();
      expect(await saving).to.deep.include({ ok: true, id: request().key, where: 'host' });
    });

    it('waits for what sends too, and tries for it whenever something wakes it', async () => {
      let isThere = false;
      const loadSending = () => (isThere ? Promise.resolve(startSending) : Promise.reject(new Error('offline')));
      const { outbox, wake$ } = anOutbox({ storage: 'none', loadSending });
      const saving = outbox.confirm('1', request(), decidedOn());
      await when(outbox.state$, ({ waiting }) => waiting.length === 1);
      isThere = true;
      wake$.next('online');
      expect(await saving).to.deep.include({ ok: true, id: request().key, where: 'host' });
    });

    for (const [half, loadSending] of [
      ['with what sends', () => Promise.resolve(startSending)],
      ['before what sends is there', () => new Promise<never>(() => undefined)],
    ] as const) {
      it(`says that nothing is kept where the page goes while Confirm waits, ${half}`, async () => {
        const { outbox, gateway } = anOutbox({ storage: 'none', loadSending });
        gateway.gates.set('recordCount', new Promise(() => undefined));
        const saving = outbox.confirm('1', request(), decidedOn());
        await when(outbox.state$, ({ sending, waiting }) => sending.length + waiting.length === 1);
        outbox.dispose();
        expect(await saving).to.include({ ok: false, kind: 'no-storage' });
      });
    }

    it('leaves to a person what the host refuses', async () => {
      const { outbox, gateway } = anOutbox({ storage: 'none' });
      gateway.failures.set('recordCount', new ForbiddenError());
      const saved = await outbox.confirm('1', request(), decidedOn());
      expect(saved).to.have.property('where', 'attention');
      expect(saved).to.have.nested.property('reason.kind', 'forbidden');
    });
  });

  it('asks about a row that is counted already, and sends the answer under a new key', async () => {
    const { outbox, gateway } = anOutbox();
    gateway.failures.set('recordCount', new RowExistsError(row({ quantity: '12', version: 3 })));
    await outbox.confirm('1', request(), decidedOn());
    const { attention } = await when(outbox.state$, state => state.attention.length === 1);
    expect(attention[0]?.fate).to.have.property('reason').that.includes({ kind: 'changed', maybeApplied: false });
    gateway.failures.clear();
    expect(await outbox.resolve(request().key, 'add')).to.deep.equal({ ok: true });
    const { done } = await when(outbox.state$, state => state.done.length === 1);
    expect(done[0]?.previousIds).to.deep.equal([request().key]);
    expect(gateway.recorded.at(-1)).to.include({ mode: 'add', baseVersion: 3, key: done[0]?.id });
  });

  it('sends nothing while somebody else is signed in, until they are not', async () => {
    const { outbox, gateway, wake$ } = anOutbox();
    gateway.failures.set('recordCount', new OtherUserError());
    await outbox.confirm('1', request(), decidedOn());
    const paused = await when(outbox.state$, ({ pause }) => pause?.kind === 'other-user');
    expect(paused.waiting).to.have.lengthOf(1);
    gateway.failures.clear();
    wake$.next('signed-in');
    await when(outbox.state$, state => state.done.length === 1);
  });

  it('holds a closed list, and moves its counts to another one', async () => {
    const { outbox, gateway } = anOutbox();
    gateway.failures.set('recordCount', new ListClosedError());
    await outbox.confirm('2', request(), decidedOn());
    await outbox.confirm('2', request({ key: 'b', identity: identity({ location: 'B' }) }), decidedOn());
    const held = await when(outbox.state$, ({ blockedLists }) => blockedLists.length === 1);
    expect(held.attention.length + held.waiting.length + held.sending.length).to.equal(2);
    await when(outbox.state$, ({ sending }) => sending.length === 0);
    gateway.failures.clear();
    expect(await outbox.reassign('2', '1')).to.deep.equal({ ok: true });
    const { done, blockedLists } = await when(outbox.state$, state => state.done.length === 2);
    expect(done.map(({ listId }) => listId)).to.deep.equal(['1', '1']);
    expect(blockedLists).to.deep.equal([]);
  });

  it('takes back what was not sent, and leaves nothing finished behind at log-out', async () => {
    const { outbox, gateway, disk } = anOutbox();
    gateway.failures.set('operator', new UnreachableError());
    await outbox.confirm('1', request(), decidedOn());
    await outbox.confirm('1', request({ key: 'b', identity: identity({ location: 'B' }) }), decidedOn());
    expect(await outbox.withdraw('b', 'ana')).to.deep.equal({ ok: true });
    expect((await when(outbox.state$, state => state.discarded.length === 1)).waiting).to.have.lengthOf(1);
    expect(await outbox.forgetFinished()).to.deep.equal({ ok: true });
    expect([...disk.rows.keys()]).to.deep.equal([request().key]);
    expect(outbox.unfinished()).to.equal(1);
  });

  it('writes no token anywhere', async () => {
    const { outbox, disk } = anOutbox();
    await outbox.confirm('1', request(), decidedOn());
    await when(outbox.state$, state => state.done.length === 1);
    expect(JSON.stringify([[...disk.rows], [...disk.meta]])).not.to.match(/bearer|token|authorization/i);
  });
});

describe('Two tabs where the browser keeps nothing', () => {
  const original = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open');
  beforeEach(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', {
      ...original,
      value: () => {
        throw new DOMException('Not in a private window', 'InvalidStateError');
      },
    });
  });
  afterEach(() => {
    if (original !== undefined) Object.defineProperty(IDBFactory.prototype, 'open', original);
    disposeAll();
  });

  it('send each their own, while both are open', async () => {
    const tabs = await Promise.all([1, 2].map(async () => anOutbox(await openBrowserStore('private'))));
    for (const [n, { outbox, gateway }] of tabs.entries()) {
      const saved = await outbox.confirm('1', request({ key: `of tab ${n}` }), decidedOn());
      expect(saved).to.have.property('where', 'host');
      expect(gateway.recorded.map(({ key }) => key)).to.deep.equal([`of tab ${n}`]);
    }
  });
});

describe('Two tabs in a real browser', () => {
  let partition = '';
  beforeEach(() => (partition = `outbox-test-${Date.now()}-${++keys}`));
  afterEach(async () => {
    disposeAll();
    await deleteDB(`wms-inventar-${partition}`);
  });
  const aTab = async (withLock: boolean) => {
    const { store, tabs } = await openBrowserStore(partition);
    return anOutbox({ store, partition, tabs: tabs && (withLock ? tabs : { ...tabs, lock: null }) });
  };
  const ready = (outbox: Outbox) => when(outbox.state$, (state: OutboxState) => state.ready);

  for (const withLock of [true, false]) {
    const kind = withLock ? 'with Web Locks' : 'on plain http';
    it(`have one sender, ${kind}; the other follows on its screen, and takes over when the first is closed`, async () => {
      const first = await aTab(withLock);
      await when(first.outbox.state$, ({ sender }) => sender);
      const second = await aTab(withLock);
      await ready(second.outbox);
      await second.outbox.confirm('1', request(), decidedOn());
      const { done, sender } = await when(second.outbox.state$, state => state.done.length === 1);
      expect([sender, done[0] && rowAtHost(done[0])?.quantity]).to.deep.equal([false, '5']);
      expect([first.gateway.recorded.length, second.gateway.recorded.length]).to.deep.equal([1, 0]);
      first.outbox.dispose();
      await when(second.outbox.state$, state => state.sender);
      await second.outbox.confirm('1', request({ key: 'b', identity: identity({ location: 'B' }) }), decidedOn());
      await when(second.outbox.state$, state => state.done.length === 2);
      expect(second.gateway.recorded).to.have.lengthOf(1);
    });
  }

  it('keeps a count whose data base another page deletes, says so, and sends it once', async () => {
    const { outbox, gateway, wake$ } = await aTab(true);
    gateway.failures.set('operator', new UnreachableError());
    await outbox.confirm('1', request(), decidedOn());
    await deleteDB(`wms-inventar-${partition}`);
    wake$.next('visible');
    const { waiting, evicted } = await when(outbox.state$, state => state.evicted);
    expect([waiting.map(({ id }) => id), evicted]).to.deep.equal([[record().id], true]);
    expect(JSON.parse(await outbox.exportRecords()).records).to.have.lengthOf(1);
    gateway.failures.delete('operator');
    wake$.next('online');
    await when(outbox.state$, state => state.done.length === 1);
    expect(gateway.recorded.map(({ key }) => key)).to.deep.equal([record().id]);
    // The next confirmation comes after what was written back.
    await outbox.confirm('1', request({ key: 'b', identity: identity({ location: 'B' }) }), decidedOn());
    const { done } = await when(outbox.state$, state => state.done.length === 2);
    expect(done.map(({ seq }) => seq).sort()).to.deep.equal([1, 2]);
  });

  it('do not bring back what somebody deleted in the same data base', async () => {
    const first = await aTab(true);
    first.gateway.failures.set('operator', new UnreachableError());
    const second = await aTab(true);
    await first.outbox.confirm('1', request(), decidedOn());
    await when(second.outbox.state$, state => state.waiting.length === 1);
    expect(await second.outbox.takeBack(record().id)).to.deep.equal({ ok: true });
    await when(first.outbox.state$, state => state.waiting.length === 0);
    first.wake$.next('visible');
    expect(JSON.parse(await first.outbox.exportRecords()).records).to.deep.equal([]);
  });

  it('keep what was confirmed through a restart', async () => {
    const before = await aTab(true);
    before.gateway.failures.set('operator', new UnreachableError());
    await before.outbox.confirm('1', request(), decidedOn());
    before.outbox.dispose();
    const after = await aTab(true);
    await when(after.outbox.state$, state => state.done.length === 1);
    expect(after.gateway.recorded.map(({ key }) => key)).to.deep.equal([record().id]);
  });
});
