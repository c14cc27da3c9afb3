import { expect } from '@open-wc/testing';
import type { CountIdentity } from '../../src/domain/count-identity.ts';
import type { CountRow } from '../../src/domain/inventory.ts';
import type { HistoryEntry } from '../../src/domain/row-history.ts';
import { findLost, isBehind, noteEpoch } from '../../src/outbox/host-check.ts';
import { Ledger } from '../../src/outbox/ledger.ts';
import { StorageWatch } from '../../src/outbox/storage-watch.ts';
import type { OutboxRecord } from '../../src/outbox/types.ts';
import { ForbiddenError, RefusedError, UnreachableError } from '../../src/services/errors.ts';
import type { HostCapabilities } from '../../src/services/inventory-gateway.ts';
import { MemoryDisk, createBreakableStore } from '../support/breakable-store.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { identity, list, row } from '../support/fixtures.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { PARTITION, NOW, pieces, record, sentFrom } from './records.ts';

const ASCENDING: HostCapabilities = { idempotencyKeys: true, versions: 'ascending' };
const HISTORY: HostCapabilities = { idempotencyKeys: true, versions: true, history: true };
const OPAQUE: HostCapabilities = { idempotencyKeys: true, versions: true };

/** 5 pieces in a place, acknowledged as this version of the row. */
function acknowledged(seq: number, place: string, version: string): OutboxRecord {
  const before = record({ id: `key-${seq}`, seq, request: { identity: identity({ location: place }) } });
  const there = row({ location: place, quantity: '5', version });
  const sent = sentFrom(before, { doubt: false, trouble: null });
  return { ...before, fate: { kind: 'done', sent, row: there, progress: null, at: NOW } };
}

/** A device with these counts, and a host that shows these rows. */
async function aDevice(rows: readonly CountRow[], ...records: readonly OutboxRecord[]) {
  const ledger = new Ledger({
    store: createBreakableStore({ disk: new MemoryDisk(), storage: 'device' }),
    partition: PARTITION,
    makeRoom: () => Promise.resolve(),
    tellTabs: () => undefined,
    moveIn: () => Promise.resolve(),
  });
  await ledger.write(async tx => {
    await tx.nextSeq(records.length);
    for (const each of records) await tx.put(each);
  });
  const gateway = new FakeGateway();
  const asked: string[] = [];
  const hidden = new Set<string>();
  gateway.row = (_: string, of?: CountIdentity) => {
    const place = of?.location ?? '';
    asked.push(place);
    const failure = gateway.failures.get('row');
    if (failure !== undefined) return Promise.reject(failure);
    if (hidden.has(place)) return Promise.reject(new ForbiddenError());
    return Promise.resolve(rows.find(({ location }) => location === place) ?? null);
  };
  const seen = new Set<string>();
  const check = async (host: HostCapabilities, doubt = false) => {
    const known = await noteEpoch(ledger, host, null);
    const storage = new StorageWatch(new VirtualClock(), () => undefined);
    await findLost({ ledger, gateway, storage, user: 'ana' }, host, known, doubt, seen);
    return [...ledger.mirror.open()].map(({ id, fate }) =>
      fate.kind === 'attention' && fate.reason.kind === 'lost' ? `${id} ${fate.reason.maybeApplied}` : fate.kind,
    );
  };
  return { ledger, gateway, asked, hidden, check };
}

const there = (location: string, version: string, quantity = '5') => row({ location, quantity, version });

describe('What a host acknowledged', () => {
  it('is looked at by the latest alone, as a backup takes that back first: so many as are under way at once', async () => {
    const places = ['A', 'B', 'C', 'D', 'E', 'F'];
    const all = places.map((place, n) => acknowledged(n + 1, place, '1'));
    const { check, asked } = await aDevice(
      places.slice(1).map(place => there(place, '1')),
      ...all,
    );
    expect(await check(ASCENDING)).to.deep.equal([]);
    expect(asked.sort()).to.deep.equal(['C', 'D', 'E', 'F']);
  });

  it('is looked at by what was acknowledged last, though it was not confirmed last', async () => {
    const first = acknowledged(1, 'A', '1');
    const later = { ...first, fate: { ...first.fate, at: NOW + 60_000 } } as const;
    const all = ['B', 'C', 'D', 'E', 'F'].map((place, n) => acknowledged(n + 2, place, '1'));
    const { check } = await aDevice(
      ['B', 'C', 'D', 'E', 'F'].map(place => there(place, '1')),
      later,
      ...all,
    );
    expect(await check(ASCENDING)).to.deep.equal(['key-1 false']);
  });

  it('is before a person where the latest is gone, with all else that is', async () => {
    const all = [acknowledged(1, 'A', '1'), acknowledged(2, 'B', '2'), acknowledged(3, 'C', '1')];
    const { check } = await aDevice([there('A', '1'), there('B', '1')], ...all);
    expect(await check(ASCENDING)).to.deep.equal(['key-2 false', 'key-3 false']);
  });

  it('is gone where versions that rise are behind, as whole numbers and not as texts', () => {
    expect(isBehind('9', there('A', '10'))).to.equal(true);
    expect(isBehind('10', there('A', '9'))).to.equal(false);
    expect(isBehind('10', there('A', '10'))).to.equal(false);
    expect(isBehind(3, row({ version: 4 }))).to.equal(true);
    expect(isBehind('9007199254740992', there('A', '9007199254740993'))).to.equal(true);
    expect(isBehind('v1', there('A', 'v2'))).to.equal(false);
    expect(isBehind('1', null)).to.equal(false);
  });

  it('is gone of a row only from the version on that it is at', async () => {
    const both = [acknowledged(1, 'A', '4'), acknowledged(2, 'A', '5')];
    const { check } = await aDevice([there('A', '4')], ...both);
    expect(await check(ASCENDING)).to.deep.equal(['key-2 false']);
  });

  const entry = (key: string): HistoryEntry => ({
    id: '1',
    key,
    mode: 'new',
    operator: { userName: 'ana', name: 'Ana Pop' },
    recordedAt: '2026-11-22T08:32:01Z',
    confirmedAt: null,
    device: null,
    barcode: null,
    entered: { quantity: '5', unit: 'buc' },
    result: pieces('5'),
    version: '1',
    undoes: null,
    undoneBy: null,
  });

  it('is gone where the history does not have it, though a colleague brought the row to a later version', async () => {
    const { check, gateway } = await aDevice([there('A', '7', '9')], acknowledged(1, 'A', '5'));
    gateway.history = [entry('a colleague’s')];
    expect(await check(HISTORY)).to.deep.equal(['key-1 false']);
  });

  it('is there where the history has it, though the row is not counted any more', async () => {
    const undone = { ...there('A', '6'), quantity: null };
    const { check, gateway } = await aDevice([undone], acknowledged(1, 'A', '5'));
    gateway.history = [entry('key-1')];
    expect(await check(HISTORY)).to.deep.equal([]);
  });

  it('of a host that names its data base is looked at again once that is another one, and then all of it', async () => {
    const places = ['A', 'B', 'C', 'D', 'E', 'F'];
    const rows = places.map(place => there(place, '1'));
    const { check, asked } = await aDevice(rows, ...places.map((place, n) => acknowledged(n + 1, place, '1')));
    const first = { ...ASCENDING, epoch: 'first' };
    await check(first);
    rows.shift();
    asked.length = 0;
    expect(await check(first)).to.deep.equal([]);
    expect(asked.sort(), 'it is the same').to.deep.equal(['C', 'D', 'E', 'F']);
    expect(await check({ ...ASCENDING, epoch: 'second' })).to.deep.equal(['key-1 false']);
    asked.length = 0;
    await check({ ...ASCENDING, epoch: 'second' });
    expect(asked.sort(), 'once').to.deep.equal(['C', 'D', 'E', 'F']);
  });

  it('is gone although the host names its data base as before: its files were put back behind its back', async () => {
    const rows = [there('A', '1'), there('B', '1')];
    const { check } = await aDevice(rows, acknowledged(1, 'A', '1'), acknowledged(2, 'B', '1'));
    const host = { ...ASCENDING, epoch: 'first' };
    expect(await check(host)).to.deep.equal([]);
    rows.length = 0;
    expect(await check(host)).to.deep.equal(['key-1 false', 'key-2 false']);
  });

  it('is looked for again where the host fell silent in between', async () => {
    const { check, gateway, asked } = await aDevice([], acknowledged(1, 'A', '1'));
    gateway.failures.set('list', new ForbiddenError());
    await check({ ...ASCENDING, epoch: 'first' });
    gateway.failures.delete('list');
    gateway.failures.set('row', new UnreachableError());
    const second = { ...ASCENDING, epoch: 'second' };
    const silent = await check(second).catch((error: unknown) => error);
    expect(silent).to.be.instanceOf(UnreachableError);
    gateway.failures.delete('row');
    expect(await check(second)).to.deep.equal(['key-1 false']);
    expect(asked.length).to.be.greaterThan(2);
  });

  it('may be gone where the data base is another one and nothing tells; as it was, it is there', async () => {
    const both = [acknowledged(1, 'A', 'a'), acknowledged(2, 'B', 'b')];
    const { check } = await aDevice([there('A', 'x', '9'), there('B', 'y')], ...both);
    await check({ ...OPAQUE, epoch: 'first' });
    expect(await check({ ...OPAQUE, epoch: 'second' })).to.deep.equal(['key-1 true']);
  });

  it('is all looked at where a reply showed less than was known', async () => {
    const both = [acknowledged(1, 'A', '1'), acknowledged(2, 'B', '1')];
    const { check } = await aDevice([there('B', '1')], ...both);
    expect(await check(ASCENDING, true)).to.deep.equal(['key-1 false']);
  });

  it('is nobody’s to miss in a closed list, nor where the host does not let one look', async () => {
    const closed = await aDevice([], acknowledged(1, 'A', '1'));
    closed.gateway.foundLists = [list({ closingDate: '2026-11-22' })];
    expect(await closed.check(ASCENDING)).to.deep.equal([]);
    const forbidden = await aDevice([], acknowledged(1, 'A', '1'));
    forbidden.gateway.failures.set('row', new ForbiddenError());
    expect(await forbidden.check(ASCENDING)).to.deep.equal([]);
  });

  it('is looked for again where the host would not let one look that time, and that alone', async () => {
    const places = ['A', 'B', 'C', 'D', 'E', 'F'];
    const rows = places.map(place => there(place, '1'));
    const { check, hidden, asked } = await aDevice(rows, ...places.map((place, n) => acknowledged(n + 1, place, '1')));
    await check({ ...ASCENDING, epoch: 'first' });
    const second = { ...ASCENDING, epoch: 'second' };
    rows.splice(1, 1);
    hidden.add('B');
    asked.length = 0;
    expect(await check(second)).to.deep.equal([]);
    expect(asked.sort()).to.deep.equal(places);
    hidden.clear();
    asked.length = 0;
    expect(await check(second)).to.deep.equal(['key-2 false']);
    expect(asked.sort(), 'and what a backup takes first').to.deep.equal(['B', 'C', 'D', 'E', 'F']);
    asked.length = 0;
    expect(await check(second)).to.deep.equal(['key-2 false']);
    expect(asked.sort(), 'nothing else is left to look for').to.deep.equal(['C', 'D', 'E', 'F']);
  });

  it('may be gone where its version is another’s count by now: it was given out twice', async () => {
    const mihai = { userName: 'mihai', name: 'Mihai' };
    const places = ['B', 'C', 'D', 'E', 'F'];
    const all = ['A', ...places].map((place, n) => acknowledged(n + 1, place, '1'));
    const rest = places.map(place => there(place, '1')).slice(1);
    const byAnother = await aDevice(
      [row({ location: 'C', quantity: '5', version: '1', operator: mihai }), ...rest],
      ...all,
    );
    expect(await byAnother.check(ASCENDING)).to.have.members(['key-1 false', 'key-2 false', 'key-3 true']);
    const ofAnother = await aDevice([there('C', '1', '6'), ...rest], ...all);
    expect(await ofAnother.check(ASCENDING)).to.have.members(['key-1 false', 'key-2 false', 'key-3 true']);
  });

  it('is there where its version is known by a host that names no operator, or goes by what does not rise', async () => {
    const nobodys = await aDevice(
      [row({ location: 'A', quantity: '5', version: '1', operator: null })],
      acknowledged(1, 'A', '1'),
    );
    expect(await nobodys.check(ASCENDING)).to.deep.equal([]);
    const opaque = await aDevice([there('A', 'x', '6')], acknowledged(1, 'A', 'x'));
    expect(await opaque.check(ASCENDING)).to.deep.equal([]);
  });

  it('is gone with its list', async () => {
    const { check, gateway } = await aDevice([], acknowledged(1, 'A', '1'));
    gateway.failures.set('row', new RefusedError('unknown-list'));
    expect(await check(ASCENDING)).to.deep.equal(['key-1 false']);
  });
});

describe('The data base behind a host’s address', () => {
  it('is another one for all that was confirmed before it changed, a restart later too', async () => {
    const { ledger } = await aDevice([], acknowledged(1, 'A', '1'), acknowledged(2, 'B', '1'));
    expect(await noteEpoch(ledger, { epoch: 'first' }, null)).to.deep.include({ since: 0, isUnchecked: false });
    expect(await noteEpoch(ledger, { epoch: 'second' }, null)).to.deep.include({ since: 2, isUnchecked: true });
    expect(await noteEpoch(ledger, { epoch: 'second' }, null)).to.deep.include({ since: 2, isUnchecked: true });
    expect(await noteEpoch(ledger, {}, null)).to.deep.include({ epoch: null, isUnchecked: true });
  });

  it('is known by the tab where the store that kept it is gone', async () => {
    const { ledger } = await aDevice([], acknowledged(1, 'A', '1'));
    const heard = { epoch: 'first', since: 0, isUnchecked: false };
    expect(await noteEpoch(ledger, { epoch: 'second' }, heard)).to.deep.include({ since: 1, isUnchecked: true });
    const same = await aDevice([], acknowledged(1, 'A', '1'));
    expect(await noteEpoch(same.ledger, { epoch: 'first' }, heard)).to.deep.equal(heard);
  });
});
