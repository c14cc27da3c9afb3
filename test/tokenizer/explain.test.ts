import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Explanation, explain } from '../../src/tokenizer/explain.ts';
import { LAYOUTS, typedBy, typedOn } from '../../src/tokenizer/explain/keyboard-layouts.ts';
import { createGs1Parser } from '../../src/tokenizer/gs1/index.ts';
import { PUBLISHED } from '../support/tokenizers.ts';

const GS = '\x1D';
const gs1 = createGs1Parser({ currentYear: 2026 });
const explained = (text: string): Explanation => explain(text, { tokenizers: PUBLISHED, gs1 });

/** The pieces of a split: `head Item-`, `value MOB`. */
function pieces({ splits }: Explanation, split = 0): string[] {
  return (splits[split]?.segments ?? []).map(({ kind, text }) => `${kind} ${text}`);
}

function repairs({ repairs: all }: Explanation): [text: string, cause: string][] {
  return all.map(({ text, cause }) => [text, cause.kind]);
}

describe('What a text is made of', () => {
  it('is told piece by piece for a tokenizer', () => {
    const found = explained('Item-MOB-ART\r\n');
    expect(pieces(found)).to.deep.equal(['head Item-', 'value MOB', 'separator -', 'value ART', 'around \r\n']);
    expect(found.tokenizer?.code).to.equal('Item');
    expect([found.failure, found.repairs]).to.deep.equal([null, []]);
  });

  it('is told for GS1 data in each of its forms', () => {
    const marked = explained(`]C1010950600013435210AB${GS}17261231`);
    expect(pieces(marked)).to.deep.equal([
      'aim ]C1',
      'ai 01',
      'value 09506000134352',
      'ai 10',
      'value AB',
      `separator ${GS}`,
      'ai 17',
      'value 261231',
    ]);
    expect(pieces(explained('(01)09506000134352(10)AB'))).to.deep.equal([
      'separator (',
      'ai 01',
      'separator )',
      'value 09506000134352',
      'separator (',
      'ai 10',
      'separator )',
      'value AB',
    ]);
    expect(pieces(explained('https://id.gs1.org/01/09506000134352?17=261231'))).to.deep.equal([
      'separator https://id.gs1.org/',
      'ai 01',
      'separator /',
      'value 09506000134352',
      'separator ?',
      'ai 17',
      'separator =',
      'value 261231',
    ]);
    expect(pieces(explained('9506000134352'))).to.deep.equal(['value 9506000134352']);
  });

  it('is the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.string({
            unit: fc.constantFrom('Item', '-', 'MOB', 'Loc', ']C1', '01', '10', '7', GS, '(', ')', ' '),
            maxLength: 12,
          }),
        ),
        text => {
          for (const { segments, tokens } of explained(text).splits) {
            expect(segments.map(each => each.text).join('')).to.equal(text);
            for (const { token, text: piece } of segments) {
              if (token !== null) expect(piece).to.equal(tokens[token]?.value);
            }
          }
        },
      ),
    );
  });

  it('has the other ways to cut it, each with what it lacks', () => {
    const found = explained('Lot-MOB-ART-12-3');
    expect(found.splits.map(({ tokens }) => tokens.map(({ value }) => value).join('|'))).to.deep.equal([
      'MOB|ART|12-3',
      'MOB|ART-12|3',
      'MOB-ART|12-3',
      'MOB-ART-12|3',
    ]);
    expect(found.splits.map(({ missing }) => missing.map(({ businessObject }) => businessObject))).to.deep.equal([
      [],
      [],
      ['FSItemClass'],
      ['FSItemClass'],
    ]);
  });

  it('says which value kept its separator because a quantity has to follow', () => {
    const found = explained('ItemQty-MOB-ART-12-35');
    expect(found.decidedByQuantity).to.equal(1);
    expect(found.splits[0]?.tokens[1]?.value).to.equal('ART-12');
    expect(explained('ItemQty-MOB-ART-35').decidedByQuantity).to.equal(null);
    expect(explained('Item-MOB-ART-12').decidedByQuantity).to.equal(null);
  });
});

describe('Why a text is not read', () => {
  it('is the row and its rule: a class that is longer than three', () => {
    const found = explained('Item-MOBX-ART');
    expect(found.failure).to.include({
      kind: 'tokenizer',
      tokenizer: 'Item',
      sequence: 1,
      rule: 'too-long',
      value: 'MOBX',
      length: 3,
    });
    expect(found.splits[0]?.missing.map(({ businessObject }) => businessObject)).to.deep.equal(['FSItemClass']);
    expect(found.repairs.find(({ cause }) => cause.kind === 'length')?.cause).to.deep.equal({
      kind: 'length',
      tokenizer: 'Item',
      sequence: 1,
      length: 4,
    });
  });

  it('is no failure where the warehouse is missing: the values there are', () => {
    const found = explained('Loc-L1');
    expect(found.reading.status).to.equal('partial');
    expect(found.splits[0]?.missing).to.deep.equal([{ businessObject: 'FSWarehouse', property: 'Code', sequence: 1 }]);
    expect(found.repairs).to.deep.equal([]);
  });

  it('shows what was read before the value that fails, and that value', () => {
    const found = explained('Lot-MOB-ART-123456');
    expect(pieces(found)).to.deep.equal(['head Lot-', 'unread MOB-ART-', 'broken 123456']);
    expect(found.failure).to.include({ sequence: 3, rule: 'too-long', value: '123456', length: 5 });
  });

  it('is the element of GS1 data that fails, behind those that are right', () => {
    const found = explained(`]C10109506000134352${GS}17261399`);
    expect(found.failure).to.deep.equal({ kind: 'gs1', rule: 'date', ai: '17', value: '261399' });
    expect(pieces(found)).to.deep.equal([
      'aim ]C1',
      'ai 01',
      'value 09506000134352',
      `unread ${GS}17`,
      'broken 261399',
    ]);
    expect(explained(']C10109506000134353').failure).to.include({ rule: 'check-digit', ai: '01' });
    expect(explained(']C1422ABC').failure).to.include({ rule: 'character', ai: '422' });
    expect(explained(']C13103A').failure).to.include({ rule: 'character', ai: '3103' });
  });

  it('is nothing but that no tokenizer has this code', () => {
    expect(explained('XYZ-1').failure).to.deep.equal({ kind: 'no-match' });
  });
});

describe('What may have happened to a text', () => {
  it('is that a scanner set to US typed on an Italian computer', () => {
    const found = explained("Loc'01'A'01");
    expect(found.repairs[0]?.text).to.equal('Loc-01-A-01');
    expect(found.repairs[0]?.cause).to.deep.equal({ kind: 'layout', setTo: 'computer', layouts: ['it', 'es'] });
    expect(found.repairs[0]?.reading.tokens.map(({ value }) => value)).to.deep.equal(['01', 'A-01']);
  });

  it('is any layout, either way round', () => {
    const text = 'Loc-01-AZ_9';
    for (const layout of LAYOUTS) {
      const typed = typedBy(layout, text);
      expect(typedOn(layout, typed), layout).to.equal(text);
      if (explained(typed).reading.status !== 'no-match') continue;
      const found = explained(typed).repairs.find(({ cause }) => cause.kind === 'layout');
      expect(found?.text, layout).to.equal(text);
    }
    expect(explained('+C10109506000134352').repairs[0]?.text).to.equal(']C10109506000134352');
    expect(explained('Loc/01/L1').repairs[0]?.cause).to.deep.equal({
      kind: 'layout',
      setTo: 'scanner',
      layouts: ['it', 'de', 'es'],
    });
  });

  it('is that GS1 data lost its separators: a lot that took the expiry date in', () => {
    const found = explained(']C1010950600013435210AB117261231');
    expect(found.reading.status).to.equal('ok');
    expect(repairs(found)).to.deep.equal([[`]C1010950600013435210AB1${GS}17261231`, 'separator']]);
  });

  it('is that two separators got lost, so that nothing fits any more', () => {
    const found = explained(']C1010950600013435210LOT-20-CHARS-LONG17261231');
    expect(found.reading.status).to.equal('invalid');
    expect(found.repairs[0]?.text).to.equal(`]C1010950600013435210LOT-20-CHARS-LONG${GS}17261231`);
    const two = explained(']C130510LOT-20-CHARS-LONG17261231');
    expect(two.repairs[0]?.reading.tokens.map(({ value }) => value)).to.deep.equal([
      '5',
      'LOT-20-CHARS-LONG',
      '261231',
    ]);
  });

  it('is another character in the place of GS', () => {
    expect(repairs(explained(']C110LOT1]21SER'))).to.deep.equal([[`]C110LOT1${GS}21SER`, 'separator']]);
  });

  it('leaves GS1 data alone that may well be as it is', () => {
    expect(explained(`]C110LOT${GS}21SER12`).repairs).to.deep.equal([]);
    expect(explained(']C1010950600013435210LOT21A').repairs).to.deep.equal([]);
  });

  it('is another dash, caps lock, a code that is missing, or values in another order', () => {
    expect(repairs(explained('Lot_MOB_ART_1'))).to.deep.include(['Lot-MOB-ART-1', 'dash']);
    expect(repairs(explained('iTEM-mob-art'))).to.deep.equal([['Item-MOB-ART', 'case']]);
    expect(repairs(explained('MOB-ART'))).to.deep.equal([
      ['Item-MOB-ART', 'prefix'],
      ['Loc-MOB-ART', 'prefix'],
    ]);
    expect(repairs(explained('Lot-MOB-123456-ART'))).to.deep.equal([]);
    expect(repairs(explained('Lot-MOB-ART-123456'))).to.deep.include(['Lot-MOB-123456-ART', 'swap']);
  });

  it('is proposed only where it reads then', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('Item', 'Loc', 'Lot', '-', "'", '/', 'MOB', '1', ']C1', '10', GS),
          maxLength: 10,
        }),
        text => {
          for (const { reading, text: repaired, cause } of explained(text).repairs) {
            expect(reading.status).to.be.oneOf(['ok', 'ambiguous', 'partial']);
            expect(repaired !== text || cause.kind === 'length').to.be.true;
          }
        },
      ),
    );
  });

  it('takes a time that stays small, whatever the text', () => {
    for (const unit of ['10A', '99', "'", '-', 'A', GS, '1']) {
      const text = `]C1${unit.repeat(1300)}`;
      const times = Array.from({ length: 3 }, () => {
        const started = performance.now();
        explained(text);
        return performance.now() - started;
      });
      expect(Math.min(...times), unit).to.be.below(400);
    }
  });
});
