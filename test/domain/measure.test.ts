import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { gtinForms, isGtin } from '../../src/domain/gtin.ts';
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

describe('The units that labels are in', () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    KGM: ['kg'],
    GRM: ['g', 'gr'],
    LBR: ['lb', 'lbs'],
    ONZ: ['oz'],
    MTR: ['m', 'mt'],
    INH: ['in'],
    FOT: ['ft'],
    YRD: ['yd'],
    MTK: ['m2', 'm²', 'mq', 'mp'],
    FTK: ['ft2', 'ft²'],
    MTQ: ['m3', 'm³', 'mc'],
    LTR: ['l', 'lt'],
  };
  const all = Object.entries(names).flatMap(([code, own]) => [code, ...own]);
  for (const [code, own] of Object.entries(names)) {
    it(`${code} is ${own.join(', ')} at a host, and none of the others; none of them counts pieces`, () => {
      const same = all.filter(name => isInUnit({ quantity: '1', unit: code }, unit(name)));
      expect(same).to.deep.equal([code, ...own]);
      for (const name of same) expect(isInUnit({ quantity: '1', unit: null }, unit(name))).to.equal(false);
    });
  }
});

describe('Pieces', () => {
  it('are of nothing that is weighed or measured, whether labels are in it or not', () => {
    for (const name of [
      ...['kg', 'g', 'mg', 'dag', 'hg', 't', 'to', 'q', 'TNE', 'MGM', 'KGM'],
      ...['m', 'mm', 'cm', 'dm', 'km', 'MTR', 'CMT', 'MMT', 'in', 'ft'],
      ...['l', 'ml', 'cl', 'dl', 'hl', 'LTR', 'MLT', 'HLT', 'm3', 'm³', 'cm3', 'dm³', 'mc', 'CMQ', 'DMQ'],
      ...['m2', 'm²', 'cm2', 'dm²', 'mq', 'mp', 'CMK'],
    ]) {
      expect(isInUnit({ quantity: '24', unit: null }, unit(name)), name).to.equal(false);
    }
  });

  it('are of what is counted, however that is called', () => {
    for (const name of [
      'buc',
      'BUC',
      'pz',
      'kom',
      'pcs',
      'EA',
      'C62',
      'H87',
      'set',
      'per',
      'rola',
      'cut',
      'box',
      'pal',
      'tub',
      'kit',
    ]) {
      expect(isInUnit({ quantity: '24', unit: null }, unit(name)), name).to.equal(true);
    }
  });
});

describe('Digits', () => {
  it('are a GTIN by one of its lengths and their check digit', () => {
    const right = ['5940000000103', '05940000000103', '614141000036', '96385074'];
    expect(right.map(isGtin)).to.deep.equal([true, true, true, true]);
    const wrong = [
      '5940000000104',
      '5940000000130',
      '96385075',
      '9638507',
      '0',
      '',
      '594000000010x',
      'x940000000103',
      '١٢٣٤٥٦٧٨',
    ];
    expect(wrong.filter(isGtin)).to.deep.equal([]);
  });
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
    for (const text of ['A-01-02', '123', '', '0594000000010x', 'x0594000000010', '00x00000'])
      expect(gtinForms(text)).to.deep.equal([text]);
  });

  it('are the same number, whatever it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0*[1-9]\d{6,13}$/), text => {
        for (const form of gtinForms(text)) expect(BigInt(form)).to.equal(BigInt(text));
      }),
    );
  });
});
