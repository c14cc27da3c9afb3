import { expect } from '@open-wc/testing';
import { createGs1Parser } from '../../../src/tokenizer/gs1/index.ts';
import type { TypedValue } from '../../../src/tokenizer/types.ts';

function typed(text: string, currentYear?: number): TypedValue | undefined {
  const parser = createGs1Parser(currentYear === undefined ? {} : { currentYear });
  const { ok, elements, reason } = parser.elementString(text);
  expect(ok, reason).to.be.true;
  return elements[0]?.typed;
}

describe('What a GS1 value means', () => {
  const cases: readonly [text: string, meaning: TypedValue | undefined, why: string][] = [
    ['3103001250', { decimal: '1.250', unit: 'KGM' }, 'all decimals that the identifier states'],
    ['3100000012', { decimal: '12', unit: 'KGM' }, 'none'],
    ['3105000001', { decimal: '0.00001', unit: 'KGM' }, 'five'],
    ['3100000000', { decimal: '0', unit: 'KGM' }, 'nothing'],
    ['3102000000', { decimal: '0.00', unit: 'KGM' }, 'nothing, exactly'],
    ['3111000125', { decimal: '12.5', unit: 'MTR' }, 'length'],
    ['3142000125', { decimal: '1.25', unit: 'MTK' }, 'area'],
    ['3151000125', { decimal: '12.5', unit: 'LTR' }, 'litres'],
    ['3163000125', { decimal: '0.125', unit: 'MTQ' }, 'cubic metres'],
    ['3202000125', { decimal: '1.25', unit: 'LBR' }, 'pounds'],
    ['3371000125', { decimal: '12.5', unit: '28' }, 'kilograms on a square metre'],
    ['3560000125', { decimal: '125', unit: 'APZ' }, 'troy ounces'],
    ['3690000125', { decimal: '125', unit: 'YDQ' }, 'cubic yards'],
    ['3024', { decimal: '24' }, 'a count'],
    ['3700000024', { decimal: '24' }, 'a count with zeros in front'],
    ['3902123', { decimal: '1.23' }, 'an amount in the currency of the place'],
    ['39095', { decimal: '0.000000005' }, 'fewer digits than decimals'],
    ['3932978004711', { decimal: '47.11', unit: '978' }, 'an amount in euro'],
    ['39429999', { decimal: '99.99', unit: 'P1' }, 'per cent'],
    ['3953001250', { decimal: '1.250' }, 'a price for a unit of measure'],
    ['4331002550', { decimal: '25.50', unit: 'CEL' }, 'degrees Celsius'],
    ['4331001850-', { decimal: '-18.50', unit: 'CEL' }, 'below zero'],
    ['4330000000', { decimal: '0.00', unit: 'FAH' }, 'degrees Fahrenheit'],
    ['17261231', { date: '2026-12-31' }, 'a day'],
    ['17260200', { date: '2026-02-28' }, 'no day: the last of the month'],
    ['15240200', { date: '2024-02-29' }, 'no day in a leap year'],
    ['11000100', { date: '2000-01-31' }, 'the year 2000'],
    ['43242612002359', { date: '2026-12-31T23:59' }, 'no day, and a time'],
    ['70032612310830', { date: '2026-12-31T08:30' }, 'a time'],
    ['800826123108', { date: '2026-12-31T08:00' }, 'an hour'],
    ['8008261231083059', { date: '2026-12-31T08:30:59' }, 'seconds'],
    ['7007261231', { date: '2026-12-31' }, 'one day of harvest'],
    ['7007261201261231', undefined, 'a period is no day'],
    ['7011261231', { date: '2026-12-31' }, 'to be tested by'],
    ['70112612310830', { date: '2026-12-31T08:30' }, 'to be tested by, with a time'],
    ['725019850630', { date: '1985-06-30' }, 'a year of four digits'],
    ['7251198506300830', { date: '1985-06-30T08:30' }, 'and a time'],
    ['10261231', undefined, 'a lot is no date'],
    ['2012', undefined, 'a variant is no number'],
  ];
  for (const [text, meaning, why] of cases) {
    it(`${text}: ${why}`, () => expect(typed(text, 2026)).to.deep.equal(meaning));
  }

  const centuries: readonly [currentYear: number | undefined, stated: string, year: string][] = [
    [2026, '76', '2076'],
    [2026, '77', '1977'],
    [2026, '00', '2000'],
    [2049, '99', '2099'],
    [2049, '00', '2000'],
    [2050, '00', '2100'],
    [2050, '01', '2001'],
    [1999, '00', '2000'],
    [1999, '49', '2049'],
    [1999, '50', '1950'],
    [undefined, '50', '2050'],
    [undefined, '51', '1951'],
  ];
  for (const [currentYear, stated, year] of centuries) {
    it(`takes ${stated} for ${year} in ${currentYear ?? 'a window that stands still'}`, () => {
      expect(typed(`17${stated}0115`, currentYear)).to.deep.equal({ date: `${year}-01-15` });
    });
  }

  it('knows whether 29 February is there by the century', () => {
    expect(createGs1Parser({ currentYear: 2060 }).elementString('17000229').reason).to.equal('date');
    expect(createGs1Parser({ currentYear: 2026 }).elementString('17000229').ok).to.be.true;
  });
});
