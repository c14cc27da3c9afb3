import { expect } from '@open-wc/testing';
import type { CountRequest } from '../../src/domain/count-request.ts';
import type { CountRow } from '../../src/domain/inventory.ts';
import type { HistoryEntry } from '../../src/domain/row-history.ts';
import { type Evidence, evidenceOf, settleDoubt } from '../../src/outbox/decide/doubt.ts';
import { row } from '../support/fixtures.ts';
import { doubtful, pieces, record, sentFrom } from './records.ts';

const MIHAI = { userName: 'mihai', name: 'Mihai' };
const VERSIONS = { versions: true };
const NEITHER = { versions: false };
const onTwelve = { request: { baseVersion: 3 }, decidedOn: { quantities: pieces('12') } };

describe('A count in doubt on a host without keys', () => {
  const cases: readonly [
    what: string,
    mode: 'new' | 'add' | 'replace',
    host: { readonly versions: boolean },
    there: CountRow | null,
    'resend' | 'ask',
  ][] = [
    ['an Add, the row in the version it was decided on', 'add', VERSIONS, row({ version: 3 }), 'resend'],
    ['an Add, the row in a later version', 'add', VERSIONS, row({ version: 4, quantity: '17' }), 'ask'],
    [
      'a Replace, the row in a later version with what was counted',
      'replace',
      VERSIONS,
      row({ version: 4, quantity: '5' }),
      'ask',
    ],
    ['an Add, the row as it was', 'add', NEITHER, row(), 'ask'],
    ['a Replace, the row as it was', 'replace', NEITHER, row(), 'resend'],
    ['a Replace, another quantity there', 'replace', NEITHER, row({ quantity: '20' }), 'ask'],
    ['a first count, still nothing there', 'new', NEITHER, null, 'resend'],
    ['a first count, something there', 'new', NEITHER, row(), 'ask'],
  ];
  for (const [what, mode, host, there, settlement] of cases) {
    const kind = host.versions ? 'with versions' : 'with neither';
    it(`${kind}: ${what}: ${settlement}`, () => {
      const { request, decidedOn } = mode === 'new' ? {} : onTwelve;
      const inDoubt = doubtful({ request: { ...request, mode }, ...(decidedOn && { decidedOn }) });
      expect(settleDoubt(inDoubt, there, host)).to.equal(settlement);
    });
  }
});

describe('The history of a row', () => {
  const { wire } = sentFrom(record());
  const entry = (change: Partial<HistoryEntry> = {}): HistoryEntry => ({
    id: '1',
    key: null,
    mode: 'new',
    operator: { userName: 'ana', name: 'Ana Pop' },
    recordedAt: '2026-11-22T08:32:01Z',
    confirmedAt: '2026-11-22T10:32:00+02:00',
    device: 'TC21-7',
    barcode: null,
    entered: { quantity: '5.0', unit: 'buc' },
    result: pieces('5'),
    version: 1,
    undoes: null,
    undoneBy: null,
    ...change,
  });
  const cases: readonly [what: string, entries: readonly HistoryEntry[], more: boolean, Evidence, CountRequest?][] = [
    ['its key', [entry({ key: wire.key, device: null })], false, 'applied'],
    ['another key', [entry({ key: 'other' })], false, 'absent'],
    ['no key, but its device, moment and quantity', [entry()], false, 'applied'],
    ['another quantity', [entry({ entered: { quantity: '6', unit: 'buc' } })], false, 'absent'],
    ['another unit', [entry({ entered: { quantity: '5', unit: 'cutii' } })], false, 'absent'],
    ['another moment', [entry({ confirmedAt: '2026-11-22T08:32:01Z' })], false, 'absent'],
    ['another device', [entry({ device: 'TC21-8' })], false, 'absent'],
    ['another user', [entry({ operator: { userName: 'mihai', name: 'Mihai' } })], false, 'none'],
    ['a moment that nobody knows', [entry({ confirmedAt: null })], false, 'absent'],
    ['no device, as the count itself', [entry({ device: null })], false, 'absent', { ...wire, device: null }],
    ['no moment, as the count itself', [entry({ confirmedAt: null })], false, 'absent', { ...wire, confirmedAt: null }],
    ['nothing entered', [entry({ entered: null })], false, 'absent'],
    ['nothing, but there is more', [], true, 'none'],
    ['its key, in the name of another', [entry({ key: wire.key, operator: MIHAI })], false, { by: MIHAI }],
    ['its key, in both names', [entry({ key: wire.key, operator: MIHAI }), entry({ key: wire.key })], false, 'applied'],
  ];
  for (const [what, entries, more, evidence, of = wire] of cases) {
    it(`with ${what}: ${typeof evidence === 'object' ? evidence.by.userName : evidence}`, () =>
      expect(evidenceOf(of, 'ana', { entries, more })).to.deep.equal(evidence));
  }
});
