import { expect } from '@open-wc/testing';
import { createGs1Parser } from '../../../src/tokenizer/gs1/index.ts';

const GS = '\x1D';

function roles(text: string): string[] {
  const parser = createGs1Parser();
  return parser.tokens(parser.bracketed(text)).map(({ role, value }) => `${role} ${value}`);
}

describe('GS1 elements as tokens', () => {
  it('have the role that counting has for them', () => {
    expect(roles('(01)09506000134352(10)L(21)S(17)261231')).to.deep.equal([
      'item 09506000134352',
      'lot L',
      'serial S',
      'expiry 261231',
    ]);
    expect(roles('(00)395011010013000129(02)09506000134352(37)24')).to.deep.equal([
      'loadingUnit 395011010013000129',
      'item 09506000134352',
      'quantity 24',
    ]);
    expect(roles('(414)9501101020917(254)ROW-1')).to.deep.equal(['location 9501101020917', 'location ROW-1']);
    expect(roles('(30)5(3103)001250(3111)000100')).to.deep.equal(['quantity 5', 'quantity 001250', 'quantity 000100']);
    expect(roles('(7003)2612312359(15)261231')).to.deep.equal(['expiry 2612312359', 'expiry 261231']);
  });

  it('take no width, no gross weight and no price for a quantity', () => {
    expect(roles('(3121)000100(3303)001250(3922)125(11)260101(400)PO')).to.deep.equal([
      'other 000100',
      'other 001250',
      'other 125',
      'other 260101',
      'other PO',
    ]);
  });

  it('keep place, meaning and identifier', () => {
    const parser = createGs1Parser({ currentYear: 2026 });
    const text = `]C110AB${GS}17261231`;
    expect(parser.tokens(parser.scan(text))).to.deep.equal([
      {
        businessObject: null,
        property: null,
        role: 'lot',
        value: 'AB',
        span: [5, 7],
        source: { kind: 'gs1', ai: '10' },
      },
      {
        businessObject: null,
        property: null,
        role: 'expiry',
        value: '261231',
        span: [10, 16],
        typed: { date: '2026-12-31' },
        source: { kind: 'gs1', ai: '17' },
      },
    ]);
  });

  it('are one where the same element stands twice', () => {
    expect(roles('(10)L(21)S(10)L')).to.deep.equal(['lot L', 'serial S']);
  });

  it('are what the host maps them to, one identifier before its family', () => {
    const parser = createGs1Parser({
      mapping: {
        '01': { businessObject: 'FSItem', property: 'Barcode' },
        '310n': { property: 'NetWeight' },
        '3103': { property: 'Grams', role: 'other' },
        '91': { role: 'location' },
      },
    });
    const tokens = parser.tokens(parser.bracketed('(01)09506000134352(3102)000125(91)A'));
    expect(tokens.map(({ businessObject, property, role }) => [businessObject, property, role])).to.deep.equal([
      ['FSItem', 'Barcode', 'item'],
      [null, 'NetWeight', 'quantity'],
      [null, null, 'location'],
    ]);
    const [grams] = parser.tokens(parser.bracketed('(3103)000125'));
    expect([grams?.property, grams?.role]).to.deep.equal(['Grams', 'other']);
  });
});
