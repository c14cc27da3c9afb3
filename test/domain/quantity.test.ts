import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { sum } from '../../src/domain/decimal.ts';
import {
  type QuantityProblem,
  entryUnit,
  isBurst,
  parseQuantity,
  step,
  toMainUnit,
  withUnitDecimals,
} from '../../src/domain/quantity.ts';
import { KILOS, METRES, PIECES, alternative, item } from '../support/fixtures.ts';

describe('A quantity', () => {
  const taken: readonly [typed: string, decimals: number, value: string][] = [
    ['12', 0, '12'],
    ['0', 0, '0'],
    ['0', 3, '0.000'],
    ['007', 0, '7'],
    ['000999999999999', 0, '999999999999'],
    ['00', 2, '0.00'],
    ['0,5', 1, '0.5'],
    [' 5 ', 0, '5'],
    ['1,234', 3, '1.234'],
    ['1.234', 3, '1.234'],
    ['1٫5', 2, '1.50'],
    ['3,6', 1, '3.6'],
    [',5', 2, '0.50'],
    ['5,', 2, '5.00'],
    ['٣٫٥', 1, '3.5'],
    ['۱۲', 0, '12'],
    ['999999999999', 0, '999999999999'],
  ];
  for (const [typed, decimals, value] of taken) {
    it(`"${typed}" with ${decimals} decimals is ${value} (rule 10)`, () => {
      expect(parseQuantity(typed, decimals)).to.deep.equal({ ok: true, value });
    });
  }

  const refused: readonly [typed: string, decimals: number, problem: QuantityProblem][] = [
    ['- 5', 0, 'negative'],
    ['a-5', 0, 'not-a-number'],
    ['-5a', 0, 'not-a-number'],
    ['a1,5,6', 0, 'not-a-number'],
    ['1,5,6a', 0, 'not-a-number'],
    ['', 0, 'empty'],
    ['  ', 0, 'empty'],
    ['-1', 0, 'negative'],
    ['−0,5', 2, 'negative'],
    ['1,234', 2, 'too-many-decimals'],
    ['1,0', 0, 'too-many-decimals'],
    ['5.', 0, 'too-many-decimals'],
    ['1.234,5', 3, 'two-separators'],
    ['1,234,567', 0, 'two-separators'],
    ['1 000', 0, 'not-a-number'],
    ['12a', 0, 'not-a-number'],
    ['1e3', 0, 'not-a-number'],
    ['.', 2, 'not-a-number'],
    ['+5', 0, 'not-a-number'],
    ['Infinity', 0, 'not-a-number'],
    ['1000000000000', 0, 'too-large'],
  ];
  for (const [typed, decimals, problem] of refused) {
    it(`"${typed}" with ${decimals} decimals is refused: ${problem} (rule 10)`, () => {
      expect(parseQuantity(typed, decimals)).to.deep.equal({ ok: false, problem });
    });
  }

  it('is the same number whichever separator is typed, and never anything but what was typed', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(999), fc.constantFrom('.', ',', '٫'), (whole, thousandths, separator) => {
        const fraction = String(thousandths).padStart(3, '0');
        const parsed = parseQuantity(`${whole}${separator}${fraction}`, 3);
        expect(parsed).to.deep.equal({ ok: true, value: `${whole}.${fraction}` });
      }),
    );
  });

  it('is exact where floating point is not', () => {
    expect(sum('0.1', '0.2')).to.equal('0.3');
    expect(sum('999999999999.999', '0.001')).to.equal('1000000000000');
  });

  it("shows exactly the unit's decimals, and never rounds away what the host holds", () => {
    expect(withUnitDecimals('12.5', KILOS)).to.equal('12.500');
    expect(withUnitDecimals('12.50', PIECES)).to.equal('12.5');
    expect(withUnitDecimals('12.000', PIECES)).to.equal('12');
  });

  it('steps by one and stops at zero', () => {
    expect(step('1', 1, PIECES)).to.equal('2');
    expect(step('0.50', -1, METRES)).to.equal('0.00');
    expect(step('2.25', -1, METRES)).to.equal('1.25');
  });
});

describe('A default WMS unit', () => {
  it('is the one a count is entered in; without one it is the main unit (rule 5)', () => {
    expect(entryUnit(item({ alternativeUnits: [alternative({ defaultWms: false })] })).code).to.equal('buc');
    expect(entryUnit(item({ alternativeUnits: [alternative()] })).code).to.equal('cutii');
  });

  it("converts half up to the main unit's decimals, in one rounding (rule 5)", () => {
    expect(toMainUnit('2', alternative(), PIECES)).to.equal('24');
    expect(toMainUnit('3', alternative({ factor: '0.125' }), METRES)).to.equal('0.38');
    expect(toMainUnit('1', alternative({ factor: '0.5' }), PIECES)).to.equal('1');
    expect(toMainUnit('1', alternative({ operation: 'divide', factor: '3' }), METRES)).to.equal('0.33');
    expect(toMainUnit('2', alternative({ operation: 'divide', factor: '3' }), METRES)).to.equal('0.67');
    expect(toMainUnit('1', alternative({ operation: 'divide', factor: '8' }), METRES)).to.equal('0.13');
    // 0.4449… : rounded twice it would become 0.45 and then 0.5.
    expect(toMainUnit('4', alternative({ operation: 'divide', factor: '8.99' }), { ...METRES, decimals: 1 })).to.equal(
      '0.4',
    );
  });
});

describe('The keys of a quantity', () => {
  it('are a burst where three of them and Enter came within a tenth of a second', () => {
    const bursts = [
      [0, 33, 66, 100],
      [0, 900, 910, 920, 1000],
      [5, 5, 5, 5],
    ];
    for (const times of bursts) expect(isBurst(times), times.join()).to.equal(true);
  });

  it('are a person’s where they came slower, however quick some of them were, or were fewer', () => {
    const typed = [[0, 33, 66, 101], [0, 10, 20, 200], [0, 1, 2, 3, 103], [0, 1, 2], [0, 0], []];
    for (const times of typed) expect(isBurst(times), times.join()).to.equal(false);
  });
});
