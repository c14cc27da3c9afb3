import { expect } from '@open-wc/testing';
import type { CountRow } from '../../src/domain/inventory.ts';
import { firstSend, firstSendOn, needsRow, sameQuantities } from '../../src/outbox/decide/first-send.ts';
import { row } from '../support/fixtures.ts';
import { pieces, record } from './records.ts';

const follower = record({
  id: 'second',
  request: { mode: 'add', entry: { quantity: '3', unit: 'buc' } },
  decidedOn: { quantities: pieces('5'), follows: 'first' },
});

describe('The first send', () => {
  it('freezes what was confirmed, with the version it was decided on and the device’s stamp', () => {
    const on = record({ request: { mode: 'add', baseVersion: 3 }, decidedOn: { quantities: pieces('12') } });
    expect(firstSend(on)).to.deep.equal({
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
    const first = firstSend(record({ request: { mode: 'replace' } }));
    expect(first.kind === 'send' && first.wire.mode).to.equal('new');
  });

  it('sends on whatever else was confirmed, named here or not', () => {
    const unnamed: object = { pallet: '7' };
    const first = firstSend(record({ request: unnamed }));
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
      const first = firstSendOn(follower, there);
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

  it('compares quantities as numbers, and the alternative unit with them', () => {
    const boxes = { quantity: '24', alternativeUnit: 'cutii', alternativeQuantity: '2' };
    expect(sameQuantities(boxes, { ...boxes, alternativeQuantity: '2.0' })).to.equal(true);
    expect(sameQuantities(boxes, { ...boxes, alternativeQuantity: '3' })).to.equal(false);
    expect(sameQuantities(boxes, pieces('24'))).to.equal(false);
    expect(sameQuantities(boxes, { ...boxes, alternativeUnit: 'paleti' })).to.equal(false);
    expect(sameQuantities(boxes, { ...boxes, alternativeQuantity: null })).to.equal(false);
    expect(sameQuantities({ ...boxes, alternativeQuantity: null }, boxes)).to.equal(false);
    expect(sameQuantities(pieces('24'), null)).to.equal(false);
    expect(sameQuantities(null, null)).to.equal(true);
  });
});
