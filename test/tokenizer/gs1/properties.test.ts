import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createGs1Parser } from '../../../src/tokenizer/gs1/index.ts';
import { allDefinitions } from '../../../src/tokenizer/gs1/table.ts';

const GS = '\x1D';
const parser = createGs1Parser({ currentYear: 2026 });

const CSET_82 = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;
const digits = (min: number, max = min) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: min, maxLength: max });
const text = (max: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(CSET_82)), minLength: 1, maxLength: max });
const withCheckDigit = (length: number) =>
  digits(length - 1).map(body => {
    const sum = Array.from(body).reduce(
      (total, digit, index) => total + Number(digit) * ((body.length - index) % 2 === 1 ? 3 : 1),
      0,
    );
    return `${body}${(10 - (sum % 10)) % 10}`;
  });
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2069-12-31'), noInvalidDate: true })
  .map(day => day.toISOString().slice(2, 10).replaceAll('-', ''));

/** Identifiers with values that they take; whether their length is known in advance. */
const ELEMENTS = [
  { ai: '00', known: true, values: withCheckDigit(18) },
  { ai: '01', known: true, values: withCheckDigit(14) },
  { ai: '02', known: true, values: withCheckDigit(14) },
  { ai: '10', known: false, values: text(20) },
  { ai: '11', known: true, values: date },
  { ai: '17', known: true, values: date },
  { ai: '20', known: true, values: digits(2) },
  { ai: '21', known: false, values: text(20) },
  { ai: '240', known: false, values: text(30) },
  { ai: '30', known: false, values: digits(1, 8) },
  { ai: '3103', known: true, values: digits(6) },
  { ai: '3922', known: false, values: digits(1, 15) },
  { ai: '3932', known: false, values: digits(4, 18) },
  { ai: '400', known: false, values: text(30) },
  { ai: '414', known: true, values: withCheckDigit(13) },
  { ai: '422', known: false, values: digits(3) },
  { ai: '7006', known: false, values: date },
  { ai: '99', known: false, values: text(90) },
] as const;

const message = fc
  .uniqueArray(fc.constantFrom(...ELEMENTS), { minLength: 1, maxLength: 8, selector: ({ ai }) => ai })
  .chain(chosen => fc.tuple(...chosen.map(({ ai, known, values }) => values.map(value => ({ ai, known, value })))));

describe('Whatever the elements', () => {
  it('reads back the element string that they make', () => {
    fc.assert(
      fc.property(message, fc.boolean(), (elements, atEnd) => {
        const composed = elements
          .map(
            ({ ai, known, value }, index) =>
              ai + value + (known || (index === elements.length - 1 && !atEnd) ? '' : GS),
          )
          .join('');
        // Values may have in them what stands for FNC1 elsewhere.
        fc.pre(composed.includes(GS) || !composed.includes('<GS>'));
        const result = parser.elementString(composed);
        expect(result.ok, result.reason).to.be.true;
        expect(result.elements.map(({ ai, value }) => ({ ai, value }))).to.deep.equal(
          elements.map(({ ai, value }) => ({ ai, value })),
        );
      }),
    );
  });

  it('reads back the bracketed form that they make', () => {
    fc.assert(
      fc.property(message, elements => {
        const composed = elements.map(({ ai, value }) => `(${ai})${value.replaceAll('(', '\\(')}`).join('');
        const result = parser.bracketed(composed);
        expect(result.ok, result.reason).to.be.true;
        expect(result.elements.map(({ value }) => value)).to.deep.equal(elements.map(({ value }) => value));
      }),
    );
  });

  it('reads back the Digital Link that a lot and a serial number make', () => {
    fc.assert(
      fc.property(withCheckDigit(14), text(20), text(20), text(90), (gtin, lot, serial, other) => {
        const uri = `https://example.com/x/01/${gtin}/10/${encodeURIComponent(lot)}/21/${encodeURIComponent(serial)}?99=${encodeURIComponent(other)}`;
        const result = parser.digitalLink(uri);
        expect(result.ok, `${uri}: ${result.reason}`).to.be.true;
        expect(result.elements.map(({ value }) => value)).to.deep.equal([gtin, lot, serial, other]);
      }),
    );
  });
});

describe('Whatever the text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789()\\/?=&%]C1'), GS, '<GS>'), maxLength: 60 }),
  );

  it('throws nothing, and says a reason and a place for what it refuses', () => {
    fc.assert(
      fc.property(anything, each => {
        for (const form of ['scan', 'elementString', 'bracketed', 'digitalLink'] as const) {
          const result = parser[form](each);
          if (result.ok) expect(result.reason).to.equal(undefined);
          else {
            expect(result.reason).to.be.a('string');
            expect(result.at).to.be.within(0, each.length);
          }
          parser.tokens(result);
        }
        parser.digitalLink(`https://a/${each}`);
        parser.scan(`]C1${each}`);
      }),
      { numRuns: 500 },
    );
  });

  it('needs no more than a time that grows with its length: 4,096 characters of the worst kind', () => {
    const fill = (unit: string) => unit.repeat(4096 / unit.length).slice(0, 4096);
    const hostile = [
      fill(`99A${GS}`),
      fill('99A<GS>'),
      fill('99A{GS}') + '<GS>',
      fill('3100000000'),
      allDefinitions()
        .filter(({ ai }) => /^3[1-6]/.test(ai))
        .map(({ ai }) => `${ai}000000`)
        .join(''),
      fill('11260101') + GS,
      fill('(99)A'),
      fill('(99)\\('),
      fill('('),
      `(10)${fill('\\(')}`,
      `https://a/${fill('99/A/')}`,
      `https://a/01/09506000134352?${fill('99=A&')}`,
      `https://a/01/09506000134352?${fill('&')}`,
      `https://a/01/09506000134352/10/${fill('%41')}`,
      fill('/'),
    ];
    for (const each of hostile) {
      const times = Array.from({ length: 20 }, () => {
        const started = performance.now();
        parser.scan(`]C1${each}`);
        parser.elementString(each);
        parser.bracketed(each);
        parser.digitalLink(each);
        return performance.now() - started;
      });
      // The best of them: what else the machine does is not the parser's.
      expect(Math.min(...times), each.slice(0, 30)).to.be.below(5);
    }
  });
});
