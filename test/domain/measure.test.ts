import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { gtinForms } from '../../src/domain/gtin.ts';
import type { Unit } from '../../src/domain/inventory.ts';
import { isInUnit } from '../../src/domain/measure.ts';

const unit = (code: string): Unit => ({ code, description: '', decimals: 3 });

describe("A label's unit", () => {
  const cases: readonly [labelUnit: string | null, hostUnit: string, isSame: boolean][] = [
    ['KGM', 'kg', true],
    ['KGM', 'KG', true],
    ['KGM', 'Kgm', true],
    ['KGM', 'g', false],
    ['KGM', 'buc', false],
    ['LTR', 'l', true],
    ['MTR', 'm', true],
    ['MTR', 'mp', false],
    ['MTK', 'mp', true],
    ['MTQ', 'm3', true],
    ['QTL', 'qtl', true],
    ['QTL', 'l', false],
    [null, 'buc', true],
    [null, 'pz', true],
    [null, 'kg', false],
    [null, 'MTR', false],
  ];
  for (const [labelUnit, hostUnit, isSame] of cases) {
    it(`${labelUnit ?? 'pieces'} is ${isSame ? '' : 'not '}the host's ${hostUnit}`, () => {
      expect(isInUnit({ quantity: '1', unit: labelUnit }, unit(hostUnit))).to.equal(isSame);
    });
  }
});

describe('The forms of a GTIN', () => {
  it('are those that differ in leading zeros, the one read in front', () => {
    expect(gtinForms('05940000000103')).to.deep.equal(['05940000000103', '5940000000103']);
    expect(gtinForms('5940000000103')).to.deep.equal(['5940000000103', '05940000000103']);
    expect(gtinForms('00614141000036')).to.deep.equal(['00614141000036', '0614141000036', '614141000036']);
    expect(gtinForms('00000096385074')).to.deep.equal(['00000096385074', '0000096385074', '000096385074', '96385074']);
    expect(gtinForms('15940000000100')).to.deep.equal(['15940000000100']);
  });

  it('are one of what is no GTIN', () => {
    for (const text of ['A-01-02', '123', '', '0594000000010x']) expect(gtinForms(text)).to.deep.equal([text]);
  });

  it('are the same number, whatever it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0*[1-9]\d{6,13}$/), text => {
        for (const form of gtinForms(text)) expect(BigInt(form)).to.equal(BigInt(text));
      }),
    );
  });
});
