import { expect } from '@open-wc/testing';
import type { CountRow } from '../../src/domain/inventory.ts';
import { firstSend, firstSendOn, needsRow } from '../../src/outbox/decide/first-send.ts';
import type { OutboxRecord } from '../../src/outbox/record.ts';
import { row } from '../support/fixtures.ts';
import { pieces, record } from './records.ts';

const follower = record({
  id: 'second',
  request: { mode: 'add', entry: { quantity: '3', unit: 'buc' } },
  decidedOn: { quantities: pieces('5'), follows: 'first' },
});

const COMPARES = { baseQuantities: true };

describe('The first send', () => {
  it('freezes what was confirmed, with the version it was decided on and the device’s stamp', () => {
    const on = record({ request: { mode: 'add', baseVersion: 3 }, decidedOn: { quantities: pieces('12') } });
    expect(firstSend(on, {})).to.deep.equal({
      kind: 'send',
      wire: {
        key: on.id,
        mode: 'add',
        identity: on.request.identity,
        entry: on.request.entry,
        baseVersion: 3,
        barcode: null,
        device: 'TC21-7',
        confirmedAt: '2026-11-22T08:32:00.000Z',
      },
    });
  });

  it('of a Replace that superseded the first count of a row is that row’s first count', () => {
    const first = firstSend(record({ request: { mode: 'replace' } }), COMPARES);
    expect(first.kind === 'send' && first.wire)
      .to.include({ mode: 'new' })
      .and.not.have.property('baseQuantities');
  });

  it('sends on whatever else was confirmed, named here or not', () => {
    const unnamed: object = { pallet: '7' };
    const first = firstSend(record({ request: unnamed }), {});
    expect(first.kind === 'send' && first.wire).to.include({ pallet: '7' });
  });

  const rows: readonly [what: string, row: CountRow | null, expected: number | 'asks'][] = [
    ['holds what was projected: its version is the base', row({ quantity: '5.000', version: 8 }), 8],
    ['holds something else', row({ quantity: '6', version: 8 }), 'asks'],
    ['is not counted any more', row({ quantity: null }), 'asks'],
    ['is gone', null, 'asks'],
  ];
  for (const [what, there, expected] of rows) {
    it(`on a row that ${what}`, () => {
      const first = firstSendOn(follower, there, {});
      if (expected === 'asks') {
        expect(first).to.deep.equal({ kind: 'ask', reason: { kind: 'changed', row: there, maybeApplied: false } });
      } else expect(first.kind === 'send' && first.wire.baseVersion).to.equal(expected);
    });
  }

  it('needs the row after an own count, and always where the host keeps no versions', () => {
    expect(needsRow(follower, { versions: true })).to.equal(true);
    expect(needsRow(record(), { versions: true })).to.equal(false);
    expect(needsRow(record(), { versions: false })).to.equal(true);
  });

  const bases: readonly [what: string, on: OutboxRecord, row: CountRow | null | undefined][] = [
    [
      'an Add to the host’s row',
      record({ request: { mode: 'add' }, decidedOn: { quantities: pieces('5') } }),
      undefined,
    ],
    ['a Replace of it', record({ request: { mode: 'replace' }, decidedOn: { quantities: pieces('5') } }), undefined],
    ['an Add to this device’s own count', follower, row({ quantity: '5.000', version: 8 })],
  ];
  for (const [what, on, there] of bases) {
    const first = (host: { readonly baseQuantities?: boolean }) =>
      there === undefined ? firstSend(on, host) : firstSendOn(on, there, host);

    it(`of ${what} names what was decided on to a host that compares it, and to no other`, () => {
      expect(first(COMPARES)).to.have.nested.property('wire.baseQuantities').that.deep.equals(pieces('5'));
      for (const host of [{}, { baseQuantities: false }]) {
        expect(first(host)).to.have.property('wire').that.does.not.have.property('baseQuantities');
      }
    });
  }
});
