import { expect } from '@open-wc/testing';
import type { Gs1Reason, Gs1Result } from '../../../src/tokenizer/gs1-parser.ts';
import { createGs1Parser } from '../../../src/tokenizer/gs1/index.ts';
import { allDefinitions } from '../../../src/tokenizer/gs1/table.ts';

const GS = '\x1D';
const parser = createGs1Parser({ currentYear: 2026 });

function written({ elements }: Gs1Result): string {
  return elements.map(({ ai, value }) => `(${ai})${value}`).join('');
}

describe('An element string', () => {
  const cases: readonly [text: string, elements: string, why: string][] = [
    ['0109506000134352', '(01)09506000134352', 'one element'],
    ['010950600013435210AB-1', '(01)09506000134352(10)AB-1', 'a length known in advance needs no separator'],
    [`10AB-1${GS}0109506000134352`, '(10)AB-1(01)09506000134352', 'a separator ends a value of any length'],
    [`0109506000134352${GS}10AB-1`, '(01)09506000134352(10)AB-1', 'a separator is allowed where none is needed'],
    [`10AB-1${GS}`, '(10)AB-1', 'a separator at the end ends the last value'],
    [`${GS}10AB-1`, '(10)AB-1', 'a separator in front is the FNC1 that says GS1'],
    ['00395011010013000129', '(00)395011010013000129', 'a loading unit'],
    [`02095060001343523724${GS}10L1`, '(02)09506000134352(37)24(10)L1', 'content and count'],
    [`21${'S'.repeat(20)}`, `(21)${'S'.repeat(20)}`, 'the longest serial number'],
    [`10!"%&'()*+,-./:;<=>?_`, `(10)!"%&'()*+,-./:;<=>?_`, 'all signs of CSET 82'],
    ['400PO7', '(400)PO7', 'three digits'],
    [`400A${GS}400A`, '(400)A(400)A', 'the same element twice'],
  ];
  for (const [text, elements, why] of cases) {
    it(`${JSON.stringify(text)}: ${why}`, () => {
      const result = parser.elementString(text);
      expect(result.ok, result.reason).to.be.true;
      expect(written(result)).to.equal(elements);
      for (const { value, span } of result.elements) expect(text.slice(...span)).to.equal(value);
    });
  }
});

describe('A text that is no element string', () => {
  const cases: readonly [text: string, reason: Gs1Reason, at: number, read: string, why: string][] = [
    ['', 'empty', 0, '', 'nothing'],
    ['A1', 'unknown-ai', 0, '', 'no digits'],
    ['0', 'unknown-ai', 0, '', 'half an identifier'],
    ['310', 'unknown-ai', 0, '', 'three digits of four'],
    ['3106000000', 'unknown-ai', 0, '', 'six decimals'],
    ['2300A', 'unknown-ai', 0, '', 'withdrawn'],
    ['0109506000134352XY', 'unknown-ai', 16, '(01)09506000134352', 'what follows is no identifier'],
    [`10A${GS}${GS}21B`, 'unknown-ai', 4, '(10)A', 'nothing between two separators'],
    ['01', 'too-short', 2, '', 'no value'],
    ['010950600013435', 'too-short', 15, '', 'a digit is missing'],
    [`01095060001343${GS}10A`, 'too-short', 14, '', 'the separator comes too early'],
    [`10${GS}21B`, 'too-short', 2, '', 'an empty lot'],
    [`10${'A'.repeat(21)}`, 'too-long', 22, '', '21 characters of 20'],
    ['422056A', 'separator-missing', 6, '', 'a fixed length, which is not known in advance'],
    ['0109506000134353', 'check-digit', 2, '', 'the check digit is 2'],
    ['0109506O00134352', 'character', 7, '', 'the letter O'],
    ['10AB C', 'character', 4, '', 'a blank'],
    ['10AB#', 'character', 4, '', 'not in CSET 82'],
    ['10AB\u2013C', 'character', 4, '', 'a typographic dash'],
    ['17261301', 'date', 2, '', 'month 13'],
    ['17260001', 'date', 2, '', 'month 0'],
    ['17260631', 'date', 2, '', '31 June'],
    ['17270229', 'date', 2, '', 'no leap year'],
    [`10A${GS}10B`, 'repeated', 6, '(10)A', 'one lot or the other'],
    [`400A${GS}10X${GS}400B`, 'repeated', 12, '(400)A(10)X', 'with something between'],
  ];
  for (const [text, reason, at, read, why] of cases) {
    it(`${JSON.stringify(text)}: ${why}`, () => {
      const result = parser.elementString(text);
      expect({ ok: result.ok, reason: result.reason, at: result.at }).to.deep.equal({ ok: false, reason, at });
      expect(written(result)).to.equal(read);
    });
  }
});

describe('The values of each family', () => {
  /** Values that hold, and values that do not, with the reason. */
  const families: readonly [
    ai: string,
    right: readonly string[],
    wrong: readonly [value: string, reason: Gs1Reason][],
  ][] = [
    ['00', ['395011010013000129'], [['395011010013000120', 'check-digit']]],
    ['03', ['09506000134352'], [['09506000134350', 'check-digit']]],
    ['11', ['260131', '260200'], [['260132', 'date']]],
    ['12', ['260131'], [['26013', 'too-short']]],
    ['13', ['240229'], [['230229', 'date']]],
    ['15', ['261231'], [['26123A', 'character']]],
    ['16', ['261231'], [['261232', 'date']]],
    ['20', ['07'], [['7A', 'character']]],
    ['22', ['2A'], [['', 'too-short']]],
    ['235', ['X'.repeat(28)], [['X'.repeat(29), 'too-long']]],
    ['240', ['P/N-1'], [['P N', 'character']]],
    ['241', ['C1'], [['\x7F', 'character']]],
    [
      '242',
      ['123456'],
      [
        ['1234567', 'too-long'],
        ['A', 'character'],
      ],
    ],
    ['243', ['PCN'], []],
    ['250', ['S2'], []],
    ['251', ['R1'], []],
    [
      '253',
      ['9501101020917', '9501101020917ABC'],
      [
        ['9501101020918', 'check-digit'],
        ['950110102091', 'too-short'],
      ],
    ],
    ['254', ['ROW-1'], []],
    ['255', ['9501101020917', '9501101020917000'], [['9501101020917A', 'character']]],
    [
      '30',
      ['1', '99999999'],
      [
        ['123456789', 'too-long'],
        ['1.5', 'character'],
      ],
    ],
    ['37', ['24'], [['', 'too-short']]],
    ['3100', ['000012'], [['00012', 'too-short']]],
    ['3695', ['000001'], []],
    ['3909', ['123456789012345'], [['1234567890123456', 'too-long']]],
    ['3912', ['9781500'], [['978', 'too-short']]],
    ['3943', ['0125'], [['012', 'too-short']]],
    ['3955', ['012345'], []],
    ['401', ['950600012X'], []],
    ['402', ['95012345678901237'], [['95012345678901236', 'check-digit']]],
    ['403', ['ROUTE'], []],
    ['410', ['9501101020917'], [['9501101020910', 'check-digit']]],
    ['417', ['9501101020917'], []],
    ['420', ['30-001'], []],
    [
      '421',
      ['64230001'],
      [
        ['642', 'too-short'],
        ['6A2300', 'character'],
      ],
    ],
    [
      '423',
      ['056', '056528', '056528056528056'],
      [
        ['05652', 'too-short'],
        ['0565280565280565', 'too-long'],
      ],
    ],
    ['427', ['BH'], [['BUCH', 'too-long']]],
    [
      '4300',
      ['A%20B', 'A'],
      [
        ['A%2', 'value'],
        ['A%GG', 'value'],
        ['%', 'value'],
      ],
    ],
    ['4307', ['RO'], [['R', 'too-short']]],
    [
      '4309',
      ['18000000003600000000'],
      [
        ['18000000010000000000', 'value'],
        ['00000000003600000001', 'value'],
      ],
    ],
    ['4321', ['0', '1'], [['2', 'value']]],
    [
      '4324',
      ['2612312359', '2612002359'],
      [
        ['2612312400', 'date'],
        ['2612312360', 'date'],
      ],
    ],
    ['4326', ['261231'], [['261200', 'date']]],
    [
      '4331',
      ['002500', '002500-'],
      [
        ['002500+', 'value'],
        ['00250', 'too-short'],
      ],
    ],
    ['7001', ['1234567890123'], []],
    ['7003', ['2612312359'], [['2612312460', 'date']]],
    ['7004', ['1234'], [['12345', 'too-long']]],
    [
      '7007',
      ['261231', '261201261231'],
      [
        ['2612', 'too-short'],
        ['261231261232', 'date'],
        ['2612312612', 'too-short'],
      ],
    ],
    [
      '7011',
      ['261231', '2612310830'],
      [
        ['26123108', 'too-short'],
        ['2612310860', 'date'],
      ],
    ],
    ['7030', ['642ABC'], [['642', 'too-short']]],
    [
      '7040',
      ['1ABC'],
      [
        ['AABC', 'character'],
        ['1AB', 'too-short'],
      ],
    ],
    ['710', ['12345678'], []],
    ['7230', ['EM1'], [['EM', 'too-short']]],
    ['7241', ['10'], [['AA', 'character']]],
    [
      '7250',
      ['19850630'],
      [
        ['19850631', 'date'],
        ['19850600', 'date'],
      ],
    ],
    ['7251', ['198506302359'], [['198506302400', 'date']]],
    ['7252', ['0', '9'], [['3', 'value']]],
    [
      '7258',
      ['2/3'],
      [
        ['3/2', 'value'],
        ['0/1', 'value'],
        ['2-3', 'value'],
      ],
    ],
    [
      '8001',
      ['00010000200319'],
      [
        ['00000000200319', 'value'],
        ['00010000200329', 'value'],
      ],
    ],
    ['8002', ['+40700000000'], []],
    [
      '8003',
      ['09501101020917', '09501101020917S1'],
      [
        ['19501101020917', 'value'],
        ['09501101020910', 'check-digit'],
      ],
    ],
    ['8004', ['9501101ASSET'], []],
    ['8005', ['000150'], []],
    [
      '8006',
      ['095060001343520102'],
      [
        ['095060001343520201', 'value'],
        ['095060001343520002', 'value'],
        ['095060001343530102', 'check-digit'],
      ],
    ],
    ['8007', ['RO49AAAA1B31007593840000'], []],
    [
      '8008',
      ['26123108', '2612310830', '261231083059'],
      [
        ['26123124', 'date'],
        ['2612310860', 'date'],
        ['261231083060', 'date'],
      ],
    ],
    [
      '8010',
      ['9501101#-/A1'],
      [
        ['9501101a', 'character'],
        ['9501101_', 'character'],
      ],
    ],
    [
      '8011',
      ['12'],
      [
        ['012', 'value'],
        ['0', 'value'],
      ],
    ],
    [
      '8013',
      ['1987654Ad4X4bL5ttr2310c2K'],
      [
        ['1987654Ad4X4bL5ttr2310c2L', 'check-digit'],
        ['A', 'check-digit'],
      ],
    ],
    ['8014', ['1987654Ad4X4bL5ttr2310c2K'], [['123456', 'check-digit']]],
    ['8017', ['395011010013000129'], []],
    ['8019', ['12'], []],
    ['8020', ['INV-1'], []],
    [
      '8030',
      ['a-Z_09', 'ab=', 'ab=='],
      [
        ['a=b', 'character'],
        ['a===', 'character'],
        ['a+b', 'character'],
      ],
    ],
    ['8040', ['123456789012345'], [['12345678901234', 'too-short']]],
    ['8043', ['123456789012345678', '12345678901234567812'], [['123456789012345678123', 'too-long']]],
    ['8110', ['0123'], []],
    ['8111', ['0100'], []],
    ['8200', ['http://x'], []],
    ['90', ['X'.repeat(30)], [['X'.repeat(31), 'too-long']]],
    ['99', ['X'.repeat(90)], [['X'.repeat(91), 'too-long']]],
  ];
  for (const [ai, right, wrong] of families) {
    it(`(${ai})`, () => {
      for (const value of right) {
        const result = parser.elementString(`${ai}${value}${GS}`);
        expect(written(result), value).to.equal(`(${ai})${value}`);
        expect(result.ok, `${value}: ${result.reason}`).to.be.true;
      }
      for (const [value, reason] of wrong) {
        // Its own words for a value that is longer than all may be.
        const result = parser.bracketed(`(${ai})${value}`);
        expect([result.ok, result.reason], value).to.deep.equal([false, reason]);
        expect(parser.elementString(`${ai}${value}${GS}`).ok, value).to.be.false;
      }
    });
  }
});

describe('The table of application identifiers', () => {
  const all = allDefinitions();

  it('has each once, two to four digits, told apart by their first two', () => {
    const identifiers = all.map(({ ai }) => ai);
    expect(new Set(identifiers).size).to.equal(identifiers.length);
    for (const ai of identifiers) expect(ai).to.match(/^\d{2,4}$/);
    const lengths = new Map<string, number>();
    for (const ai of identifiers) {
      expect(lengths.get(ai.slice(0, 2)) ?? ai.length).to.equal(ai.length);
      lengths.set(ai.slice(0, 2), ai.length);
    }
  });

  it('knows in advance the lengths of those that the General Specifications name, by their first two digits', () => {
    const known = new Set(all.filter(({ predefined }) => predefined).map(({ ai }) => ai.slice(0, 2)));
    expect([...known].sort().join(' ')).to.equal('00 01 02 03 11 12 13 15 16 17 20 31 32 33 34 35 36 41');
  });

  it('gives each start of identifiers that something needs a bit of its own', () => {
    const needed = new Set(all.flatMap(({ needs }) => needs.flat().flatMap(names => names.split('+'))));
    expect(needed.size).to.be.within(1, 32);
    for (const start of needed) {
      const bits = new Set(all.filter(({ ai }) => ai.startsWith(start)).map(({ needable }) => needable));
      expect(bits.has(0), start).to.be.false;
    }
  });
});
