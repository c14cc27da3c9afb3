import { expect } from '@open-wc/testing';
import { identity, item, row } from '../support/fixtures.ts';
import { type Migrations, RECORD_VERSION } from '../../src/outbox/record.ts';
import { readRow, toStored } from '../../src/outbox/stored-row.ts';
import { sha256 } from '../../src/outbox/sha256.ts';
import { partitionOf } from '../../src/outbox/partition.ts';
import { NOW, PARTITION, asking, discarded, done, doubtful, pieces, record, sending } from './records.ts';
import { laneOf, sentOf } from '../../src/outbox/standing.ts';

/** As the version before this one wrote it: in doubt, for a variant, under its second key. */
const FLAT = {
  v: 1,
  id: 'key-0000000000009',
  partition: PARTITION,
  seq: 1,
  listId: '1',
  identity: identity({ variant: 'ROSU' }),
  mode: 'add',
  entry: { quantity: '5', unit: 'buc' },
  barcode: 'Item-MOB-ART-118',
  base: { quantities: pieces('12'), version: 3, follows: 'earlier' },
  projected: pieces('17'),
  context: {
    item: item(),
    variantDescription: 'Roșu',
    locationDescription: 'Raft A',
    base: null,
    follows: 'earlier',
    device: 'TC21-7',
    confirmedAt: NOW,
  },
  state: 'unknown',
  reason: null,
  wire: {
    key: 'key-0000000000009',
    mode: 'add' as const,
    identity: identity({ variant: 'ROSU' }),
    entry: { quantity: '5', unit: 'buc' },
    baseVersion: 3,
    barcode: 'Item-MOB-ART-118',
    device: 'TC21-7',
    confirmedAt: '2026-11-22T08:32:00.000Z',
  },
  attempts: 2,
  firstSentAt: 5,
  lease: null,
  doubt: true,
  trouble: { kind: 'unreachable' },
  previousIds: ['first'],
  row: null,
  progress: null,
  supersededBy: null,
  discard: null,
  finishedAt: null,
};
/** The lane by which an older tab finds it, and files its own counts of the row. */
const FLAT_LANE = '["MOB","ART-118","ROSU",null,null,"01","A-01-02"]';

describe('A stored record', () => {
  it('is read back as it was written, the frozen wire too', () => {
    const fates = [
      record({ fate: done(row()) }),
      record({ fate: discarded() }),
      asking({ kind: 'forbidden' }, doubtful()),
    ];
    const superseded = record({ fate: { kind: 'superseded', by: 'later', at: 7 } });
    for (const each of [record(), doubtful(), sending(), superseded, ...fates]) {
      const stored = structuredClone(toStored(each));
      expect(readRow(stored, PARTITION)).to.deep.equal({ ok: true, record: each });
    }
  });

  it('has a lane while it is unfinished, so that what is open is found among what is kept', () => {
    expect(toStored(record())).to.have.property('lane');
    expect(toStored(record({ fate: done() }))).not.to.have.property('lane');
  });

  const broken: readonly [what: string, raw: unknown, why: string][] = [
    ['a newer version', { ...record(), v: RECORD_VERSION + 1 }, 'newer'],
    ['no version', { id: 'x' }, 'corrupt'],
    ['a text', 'x', 'corrupt'],
    ['nothing', null, 'corrupt'],
    ['a missing field', { ...record(), projected: undefined }, 'corrupt'],
    ['another key than its id', { ...record(), request: { ...record().request, key: 'other' } }, 'corrupt'],
    ['another partition', record({ partition: 'somebody else' }), 'corrupt'],
    ['another id than its row', record({ id: 'other' }), 'corrupt'],
    ['an older version that nothing leads on from', { ...record(), v: 0 }, 'corrupt'],
    ['an older version that is not what it says', { ...record(), v: 1 }, 'corrupt'],
  ];
  for (const [what, raw, why] of broken) {
    it(`that has ${what} is kept aside raw: ${why}`, () => {
      const read = readRow({ id: record().id, record: raw }, PARTITION);
      expect(read.ok ? 'read' : read.quarantined).to.deep.include({ why, raw: JSON.stringify(raw) });
    });
  }

  it('that a person discarded, when it could not be read, is not read by a version that could either', () => {
    const discard = { kind: 'discarded', reason: 'read and noted', by: 'Elena', at: 0 } as const;
    const stored = { id: record().id, record: record(), discard };
    expect(readRow(stored, PARTITION)).to.deep.equal({ ok: false, quarantined: null });
  });

  it('of an older version is led on step by step', () => {
    const migrations: Migrations = {
      [-1]: old => ({ ...old, v: 0 }),
      0: old => ({ ...record(), ...old, v: 1 }),
      1: old => ({ ...old, v: 2 }),
    };
    expect(readRow({ id: record().id, record: { v: -1, seq: 5 } }, PARTITION, migrations)).to.deep.equal({
      ok: true,
      record: record({ seq: 5 }),
    });
    const stuck: Migrations = { 0: old => old };
    expect(readRow({ id: record().id, record: { v: 0 } }, PARTITION, stuck).ok).to.equal(false);
  });

  it('of version 1 becomes request, decision and fate, with the wire to the letter', () => {
    const read = readRow({ id: FLAT.id, record: FLAT }, PARTITION);
    const migrated = read.ok ? read.record : null;
    expect(migrated).to.deep.equal(
      doubtful(
        {
          id: FLAT.id,
          request: {
            mode: 'add',
            baseVersion: 3,
            barcode: 'Item-MOB-ART-118',
            identity: identity({ variant: 'ROSU' }),
          },
          decidedOn: {
            item: { item: item(), variant: { code: 'ROSU', description: 'Roșu' } },
            quantities: pieces('12'),
            follows: 'earlier',
          },
          projected: pieces('17'),
          previousIds: ['first'],
        },
        { wire: FLAT.wire, attempts: 2, firstAt: 5 },
      ),
    );
    expect(migrated && JSON.stringify(sentOf(migrated)?.wire)).to.equal(JSON.stringify(FLAT.wire));
    expect(migrated && laneOf(migrated)).to.equal(JSON.stringify(['1', FLAT_LANE]));
  });

  const fates: readonly [state: object, fate: object][] = [
    [
      { state: 'queued', wire: null, doubt: false },
      { kind: 'queued', sent: null },
    ],
    [
      { state: 'sending', lease: '3:2' },
      { kind: 'sending', lease: '3:2' },
    ],
    [{ state: 'unknown' }, { kind: 'unknown' }],
    [
      { state: 'attention', reason: { kind: 'list-closed' } },
      { kind: 'attention', reason: { kind: 'list-closed' } },
    ],
    [
      { state: 'done', row: row(), finishedAt: 7, progress: null },
      { kind: 'done', row: row(), at: 7, progress: null },
    ],
    [
      { state: 'superseded', wire: null, supersededBy: 'x', finishedAt: 7 },
      { kind: 'superseded', by: 'x', at: 7 },
    ],
    [
      { state: 'discarded', finishedAt: 7, discard: { kind: 'withdrawn', reason: '', by: 'ana', at: 7 } },
      { kind: 'discarded', discard: { kind: 'withdrawn', reason: '', by: 'ana', at: 7 }, reason: null, row: null },
    ],
    [
      { state: 'unknown', wire: null },
      { kind: 'queued', sent: null },
    ],
  ];
  for (const [state, fate] of fates) {
    it(`of version 1 in ${JSON.stringify(state)} keeps its fate`, () => {
      const read = readRow({ id: FLAT.id, record: { ...FLAT, ...state } }, PARTITION);
      expect(read.ok && read.record.fate).to.deep.include(fate);
    });
  }

  it('keeps what was noted, in the request and in the wire; a count without a note has no such field', () => {
    const noted = sending({ request: { note: '2 wet 📦' } });
    const read = readRow(structuredClone(toStored(noted)), PARTITION);
    expect(read).to.deep.equal({ ok: true, record: noted });
    expect(read.ok && sentOf(read.record)?.wire).to.include({ note: '2 wet 📦' });
    expect(JSON.stringify(toStored(sending()))).not.to.contain('note');
  });

  it('keeps what a request of a newer version holds beside what is named here, wire and all', () => {
    const newer: object = { pallet: '7', place: { shelf: 'top' } };
    const before = doubtful({ request: newer });
    const read = readRow(structuredClone(toStored(before)), PARTITION);
    expect(read).to.deep.equal({ ok: true, record: before });
    expect(read.ok && sentOf(read.record)?.wire).to.include({ pallet: '7' });
  });

  it('brings no prototype along, whatever keys it has', () => {
    const raw: unknown = JSON.parse(
      JSON.stringify(record()).replace('"v":2', '"v":2,"__proto__":{"polluted":1},"constructor":{"polluted":1}'),
    );
    const read = readRow({ id: record().id, record: raw }, PARTITION);
    expect(read).to.deep.equal({ ok: true, record: record() });
    expect(read.ok && Object.getPrototypeOf(read.record)).to.equal(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('never holds a token: there is no field for one', () => {
    const raw = { ...record(), token: 'T', decidedOn: { ...record().decidedOn, authorization: 'Bearer T' } };
    const read = readRow({ id: record().id, record: raw }, PARTITION);
    expect(JSON.stringify(read)).not.to.match(/token|Bearer/);
  });
});

describe('A partition', () => {
  it('is named by SHA-256, as everybody computes it', async () => {
    for (const text of ['', 'abc', 'ă'.repeat(27), 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'x'.repeat(1000)]) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
      expect(sha256(text)).to.equal(Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join(''));
    }
  });

  const owner = { origin: 'https://a', tenant: 'b', user: 'c' };
  const ours = () => Promise.resolve({ sha256 });

  it('has the same name where the browser has no hash of its own, as without HTTPS', async () => {
    const name = await partitionOf(owner, () => Promise.reject(new Error('It is not asked for')));
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle') ?? {};
    Reflect.deleteProperty(Crypto.prototype, 'subtle');
    try {
      expect(await partitionOf(owner, ours)).to.equal(name);
    } finally {
      Object.defineProperty(Crypto.prototype, 'subtle', subtle);
    }
  });

  it('is another one for each origin, tenant and user, however they are cut', async () => {
    const owners = [
      owner,
      { origin: 'https://a', tenant: '', user: 'bc' },
      { origin: 'https://a', tenant: 'bc', user: '' },
      { origin: 'https://ab', tenant: '', user: 'c' },
    ];
    const names = await Promise.all(owners.map(each => partitionOf(each, ours)));
    expect(new Set(names).size).to.equal(4);
  });
});
