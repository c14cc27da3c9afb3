import { expect } from '@open-wc/testing';
import { REFUSALS } from '../../src/domain/failure.ts';
import type { Notice } from '../../src/domain/notice.ts';
import { LOCALES, localeFor } from '../../src/messages/locales.ts';
import { loadWords } from '../../src/messages/words.ts';
import type { RepairCause } from '../../src/tokenizer/explain.ts';
import type { Gs1Reason } from '../../src/tokenizer/index.ts';
import { PIECES } from '../support/fixtures.ts';

const NOTICES: readonly Notice[] = [
  ...(['unknown-code', 'nothing-found', 'unreadable-code', 'broken-scan', 'code-without-use'] as const).map(code => ({
    code,
    text: 'X-1',
  })),
  ...(['quantity-without-item', 'loading-unit', 'location-ignored'] as const).map(code => ({ code, text: 'X-1' })),
  { code: 'expiry-differs', lot: 'L-1', onLabel: '2027-04-30', inHost: '2027-05-31' },
  { code: 'other-unit', quantity: '12.500', labelUnit: 'KGM', unit: PIECES },
  { code: 'other-unit', quantity: '12', labelUnit: null, unit: PIECES },
  ...(['unknown-item', 'unknown-location', 'lot-without-item', 'serial-without-item'] as const).map(code => ({
    code,
    text: 'X-1',
  })),
  ...(['unknown-lot', 'lot-ignored', 'serial-ignored'] as const).map(code => ({
    code,
    text: 'X-1',
    item: 'A',
  })),
  ...(['phantom-item', 'archived-item', 'not-counted', 'discarded'] as const).map(code => ({ code, item: 'A' })),
  { code: 'unconfirmed', item: 'A', quantity: '7', text: 'X-1' },
  { code: 'inactive-location', location: 'L1' },
  { code: 'other-warehouse', location: 'L1', warehouse: '02', listWarehouse: '01' },
  ...(
    [
      'item-missing',
      'location-missing',
      'lot-missing',
      'serial-missing',
      'serial-quantity',
      'row-gone',
      'list-closed',
    ] as const
  ).map(code => ({ code })),
  ...(['empty', 'not-a-number', 'negative', 'two-separators', 'too-many-decimals', 'too-large'] as const).map(
    problem => ({
      code: 'quantity' as const,
      problem,
      typed: '1,2,3',
      unit: PIECES,
    }),
  ),
  { code: 'serial-repeated', serial: 'S-1' },
  { code: 'quantity-replaced', from: '1', to: '2' },
  { code: 'outcome-unknown', failure: { kind: 'unreachable' } },
  { code: 'look-up-failed', failure: { kind: 'host-error' }, text: 'X-1' },
  { code: 'failed', failure: { kind: 'contract-broken' } },
  { code: 'failed', failure: { kind: 'signed-out' } },
  { code: 'failed', failure: { kind: 'forbidden' } },
  ...REFUSALS.map(refusal => ({ code: 'refused' as const, refusal })),
];

const GS1_REASONS: readonly Gs1Reason[] = [
  'empty',
  'not-gs1',
  'unknown-ai',
  'too-short',
  'too-long',
  'character',
  'check-digit',
  'date',
  'value',
  'separator-missing',
  'repeated',
  'syntax',
];

for (const locale of Object.keys(LOCALES)) {
  describe(`The screens in ${locale}`, () => {
    it('have a title and a sentence that ends as one for whatever is to be told', async () => {
      const { front: messages } = await loadWords(locale);
      for (const notice of NOTICES) {
        const { title, text } = messages.notice(notice);
        expect(title, notice.code).to.not.equal('');
        expect(text, notice.code).to.match(/[.?]$/);
        expect(title + text, notice.code).to.not.match(/undefined|\[object|\bnull\b/);
      }
    });

    it('isolate codes, so that they keep their order in text of any direction', async () => {
      const { front: messages } = await loadWords(locale);
      expect(messages.notice({ code: 'unknown-code', text: 'A-1' }).text).to.include('\u2066A-1\u2069');
    });
  });
}

for (const locale of Object.keys(LOCALES)) {
  describe(`The barcode inspector in ${locale}`, () => {
    it('says whatever can be wrong in whole sentences', async () => {
      const words = await (await loadWords(locale)).load('inspector');
      const failure = {
        kind: 'tokenizer',
        tokenizer: 'Item',
        row: null,
        sequence: 1,
        value: 'MOBX',
        length: 3,
      } as const;
      const rules = ['empty', 'too-long', 'too-short', 'no-separator', 'not-a-number'] as const;
      const causes: RepairCause[] = [
        { kind: 'layout', setTo: 'computer', layouts: ['it'] },
        { kind: 'layout', setTo: 'scanner', layouts: ['it'] },
        { kind: 'dash' },
        { kind: 'separator' },
        { kind: 'case' },
        { kind: 'prefix', tokenizer: 'Item' },
        { kind: 'swap' },
        { kind: 'length', tokenizer: 'Item', sequence: 1, length: 4 },
      ];
      const texts = [
        ...rules.map(rule => words.tokenizerFailure({ ...failure, rule, separator: '-', field: 'Class' }, true)),
        ...GS1_REASONS.map(rule => words.gs1Failure(rule, 'Lot', 'AB')),
        ...causes.map(cause => words.repair(cause, words.layouts.it, 'Class')),
      ];
      for (const { title, text } of texts) {
        expect(title).to.not.equal('');
        expect(text, title).to.match(/[.?]$/);
        expect(title + text).to.not.match(/undefined|\[object|\bnull\b/);
      }
      expect(new Set(texts.map(({ title, text }) => title + text)).size).to.equal(texts.length);
    });
  });
}

describe('The words of the trade', () => {
  const words: Record<string, string[]> = {
    en: ['Modify', 'View', 'Confirm', 'Add', 'Replace', 'Location', 'Lot', 'Quantity', 'Warehouse'],
    ro: ['Modifică', 'Vizualizează', 'Confirmă', 'Adaugă', 'Înlocuiește', 'Locație', 'Lot', 'Cantitate', 'Gestiune'],
    it: [
      'Modifica',
      'Visualizza',
      'Conferma',
      'Aggiungi',
      'Sostituisci',
      'Ubicazione',
      'Lotto',
      'Quantità',
      'Magazzino',
    ],
  };
  for (const locale of Object.keys(LOCALES)) {
    it(`are the ones operators know in ${locale}`, async () => {
      const { modify, view, confirm, add, replace, location, lot, quantity, warehouse } = (await loadWords(locale))
        .front;
      expect([modify, view, confirm, add, replace, location, lot, quantity, warehouse]).to.deep.equal(words[locale]);
    });
  }

  it('count as their language does', async () => {
    const ro = (await loadWords('ro')).front;
    expect([1, 2, 20].map(n => ro.waiting(n))).to.deep.equal([
      '1 citire în așteptare',
      '2 citiri în așteptare',
      '20 de citiri în așteptare',
    ]);
  });
});

describe('The language', () => {
  it('is the one asked for, else the document’s, else English', () => {
    expect(localeFor(['ro-RO', 'it'])).to.equal('ro');
    expect(localeFor(['', 'it-IT'])).to.equal('it');
    expect(localeFor(['ro_RO', 'it'])).to.equal('ro');
    expect(localeFor(['fr', ''])).to.equal('en');
    expect(localeFor([null, undefined])).to.equal('en');
  });
});
