import { expect } from '@open-wc/testing';
import { type Migrations, RECORD_VERSION, readRow, toStored } from '../../src/outbox/record.ts';
import { sha256 } from '../../src/outbox/sha256.ts';
import { partitionOf } from '../../src/outbox/partition.ts';
import { PARTITION, doubtful, record } from './records.ts';

describe('A stored record', () => {
  it('is read back as it was written, the frozen wire too', () => {
    for (const each of [record(), doubtful()]) {
      const stored = structuredClone(toStored(each));
      expect(readRow(stored, PARTITION)).to.deep.equal({ ok: true, record: each });
    }
  });

  it('has a lane while it is unfinished, so that what is open is found among what is kept', () => {
    expect(toStored(record())).to.have.property('lane');
    expect(toStored(record({ state: 'done' }))).not.to.have.property('lane');
  });

  const broken: readonly [what: string, raw: unknown, why: string][] = [
    ['a newer version', { ...record(), v: RECORD_VERSION + 1 }, 'newer'],
    ['no version', { id: 'x' }, 'corrupt'],
    ['a text', 'x', 'corrupt'],
    ['nothing', null, 'corrupt'],
    ['a missing field', { ...record(), entry: undefined }, 'corrupt'],
    ['another partition', record({ partition: 'somebody else' }), 'corrupt'],
    ['another id than its row', record({ id: 'other' }), 'corrupt'],
    ['an older version that nothing leads on from', { ...record(), v: 0 }, 'corrupt'],
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
    };
    expect(readRow({ id: record().id, record: { v: -1, seq: 5 } }, PARTITION, migrations)).to.deep.equal({
      ok: true,
      record: record({ seq: 5 }),
    });
    const stuck: Migrations = { 0: old => old };
    expect(readRow({ id: record().id, record: { v: 0 } }, PARTITION, stuck).ok).to.equal(false);
  });

  it('brings no prototype along, whatever keys it has', () => {
    const raw: unknown = JSON.parse(
      JSON.stringify(record()).replace('"v":1', '"v":1,"__proto__":{"polluted":1},"constructor":{"polluted":1}'),
    );
    const read = readRow({ id: record().id, record: raw }, PARTITION);
    expect(read).to.deep.equal({ ok: true, record: record() });
    expect(read.ok && Object.getPrototypeOf(read.record)).to.equal(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('never holds a token: there is no field for one', () => {
    const raw = { ...record(), token: 'T', wire: { ...doubtful().wire, authorization: 'Bearer T' } };
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

  it('is another one for each origin, tenant and user, however they are cut', () => {
    const names = [
      { origin: 'https://a', tenant: 'b', user: 'c' },
      { origin: 'https://a', tenant: '', user: 'bc' },
      { origin: 'https://a', tenant: 'bc', user: '' },
      { origin: 'https://ab', tenant: '', user: 'c' },
    ].map(partitionOf);
    expect(new Set(names).size).to.equal(4);
  });
});
