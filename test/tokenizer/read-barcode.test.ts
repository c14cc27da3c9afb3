import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type BarcodeReading, type Tokenizer, createBarcodeReader } from '../../src/tokenizer/index.ts';

/** The seven published examples: code, main object, and `object.property` with its length, the quantity as ``. */
const PUBLISHED: readonly Tokenizer[] = [
  tokenizer('Item', 'FSItem', [
    ['FSItemClass.Code', '3'],
    ['FSItem.Code', '50'],
  ]),
  tokenizer('Loc', 'FSLocation', [
    ['FSWarehouse.Code', '10'],
    ['FSLocation.CodeLocation', '100'],
  ]),
  tokenizer('UDC', 'FSLoadingUnit', [
    ['FSLoadingUnit.Year', '4'],
    ['FSLoadingUnit.Group', '4'],
    ['FSLoadingUnit.Number', '4'],
  ]),
  tokenizer('Lot', 'FSBatchRegister', [
    ['FSItemClass.Code', '3'],
    ['FSItem.Code', '50'],
    ['FSBatchRegister.Code', '05'],
  ]),
  tokenizer('MesPop', 'FSProductionOrderPhase', [['FSProductionOrderPhase.Id', '']]),
  tokenizer('Qty', null, [['', '100']]),
  tokenizer('ItemQty', 'FSItem', [
    ['FSItemClass.Code', '3'],
    ['FSItem.Code', '50'],
    ['', '100'],
  ]),
];

function tokenizer(code: string, mainObject: string | null, rows: [path: string, length: string][]): Tokenizer {
  return {
    code,
    description: code,
    separator: '-',
    rows: rows.map(([path, length], index) => {
      const [businessObject = null, property = null] = path === '' ? [] : path.split('.');
      return { sequence: index + 1, businessObject, property, length, separator: '-', mainObject };
    }),
  };
}

const reader = createBarcodeReader({ tokenizers: PUBLISHED });

function values({ tokens }: Pick<BarcodeReading, 'tokens'>): string[] {
  return tokens.map(({ businessObject, property, value }) => `${businessObject ?? ''}.${property ?? ''}=${value}`);
}

describe('The published examples', () => {
  const examples: readonly [text: string, mainObject: string | null, tokens: string[]][] = [
    ['Item-MOB-ART', 'FSItem', ['FSItemClass.Code=MOB', 'FSItem.Code=ART']],
    ['Loc-01-L1', 'FSLocation', ['FSWarehouse.Code=01', 'FSLocation.CodeLocation=L1']],
    ['UDC-2023-5-21', 'FSLoadingUnit', ['FSLoadingUnit.Year=2023', 'FSLoadingUnit.Group=5', 'FSLoadingUnit.Number=21']],
    ['Lot-MOB-ART-123', 'FSBatchRegister', ['FSItemClass.Code=MOB', 'FSItem.Code=ART', 'FSBatchRegister.Code=123']],
    ['MesPop-10824', 'FSProductionOrderPhase', ['FSProductionOrderPhase.Id=10824']],
    ['Qty-50', null, ['.=50']],
    ['ItemQty-MOB-ART-35', 'FSItem', ['FSItemClass.Code=MOB', 'FSItem.Code=ART', '.=35']],
  ];
  for (const [text, mainObject, tokens] of examples) {
    it(`${text} is read as published`, () => {
      const reading = reader.read(text);
      expect(reading).to.include({ status: 'ok', kind: 'tokenizer', mainObject, text });
      expect(values(reading)).to.deep.equal(tokens);
    });
  }
});

describe('A barcode reader', () => {
  it('says where each value stands, in the text as it was read', () => {
    const original = '\rItem-MOB-ART\n';
    const { tokens } = reader.read(original);
    expect(tokens.map(({ span: [start, end] }) => original.slice(start, end))).to.deep.equal(['MOB', 'ART']);
  });

  it('takes the longest head: ItemQty- is not Item', () => {
    expect(reader.read('ItemQty-MOB-ART-35').tokens[2]).to.include({ role: 'quantity', value: '35' });
  });

  it('keeps dashes inside values, and lets the quantity decide between splits', () => {
    const reading = reader.read('ItemQty-MOB-ART-12-35');
    expect(reading.status).to.equal('ok');
    expect(values(reading)).to.deep.equal(['FSItemClass.Code=MOB', 'FSItem.Code=ART-12', '.=35']);
  });

  it('gives all splits of an ambiguous one, the earliest cut first', () => {
    const reading = reader.read('Loc-01-A-01-02');
    expect(reading.status).to.equal('ambiguous');
    const all = [reading.tokens, ...reading.alternatives].map(tokens => values({ tokens }));
    expect(all[0]).to.deep.equal(['FSWarehouse.Code=01', 'FSLocation.CodeLocation=A-01-02']);
    expect(all[1]).to.deep.equal(['FSWarehouse.Code=01-A', 'FSLocation.CodeLocation=01-02']);
    expect(all.at(-1)).to.deep.equal(['FSLocation.CodeLocation=01-A-01-02']);
  });

  it('takes a location without its warehouse, and says what is missing (rule 12)', () => {
    const reading = reader.read('Loc-L1');
    expect(reading.status).to.equal('partial');
    expect(reading.missing).to.deep.equal([{ businessObject: 'FSWarehouse', property: 'Code', sequence: 1 }]);
    expect(values(reading)).to.deep.equal(['FSLocation.CodeLocation=L1']);
  });

  it('never cuts a value that is too long: without a split it says so', () => {
    expect(reader.read('Lot-MOB-ART-123456')).to.deep.include({
      status: 'invalid',
      tokens: [],
      reason: { code: 'no-split', tokenizer: 'Lot' },
    });
    expect(reader.read('Qty-many').status).to.equal('invalid');
    expect(reader.read('UDC-2023-x-21').status).to.equal('invalid');
  });

  it('leaves what no tokenizer takes as it is, without folding it', () => {
    expect(reader.read('5940000000103')).to.include({ status: 'no-match', kind: 'raw', text: '5940000000103' });
    expect(reader.read('item-mob-art')).to.include({ status: 'no-match', text: 'item-mob-art' });
  });

  it('reads fixed lengths without separators', () => {
    const fixed: Tokenizer = {
      code: 'F',
      description: '',
      separator: '',
      rows: [
        { sequence: 2, businessObject: 'FSItem', property: 'Code', length: 5, separator: '', mainObject: 'FSItem' },
        {
          sequence: 1,
          businessObject: 'FSItemClass',
          property: 'Code',
          length: 3,
          separator: '',
          mainObject: 'FSItem',
        },
      ],
    };
    const { read } = createBarcodeReader({ tokenizers: [fixed] });
    expect(values(read('FMOBART'))).to.deep.equal(['FSItemClass.Code=MOB', 'FSItem.Code=ART']);
    expect(read('FMOBARTICLE').status).to.equal('invalid');
  });

  it('leaves a wrong configuration out and names table, row and field; the others work', () => {
    const wrong: Tokenizer = {
      ...tokenizer('Bad', 'FSItem', [
        ['FSItemClass.Code', 'three'],
        ['FSItem.Code', '50'],
      ]),
    };
    const { read, warnings } = createBarcodeReader({ tokenizers: [wrong, ...PUBLISHED] });
    expect(warnings).to.deep.equal([{ tokenizer: 'Bad', sequence: 1, field: 'length', problem: 'not-a-length' }]);
    expect(read('Bad-MOB-ART').status).to.equal('no-match');
    expect(read('Item-MOB-ART').status).to.equal('ok');
  });

  it('reads back what was composed by the configuration', () => {
    const part = fc.stringMatching(/^[A-Z0-9]{1,3}$/);
    const code = fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{0,20}$/);
    fc.assert(
      fc.property(part, code, fc.nat(9999), (itemClass, itemCode, quantity) => {
        const { tokens, alternatives } = reader.read(`ItemQty-${itemClass}-${itemCode}-${quantity}`);
        const all = [tokens, ...alternatives].map(split => split.map(({ value }) => value).join('|'));
        expect(all).to.include([itemClass, itemCode, quantity].join('|'));
      }),
    );
  });

  it('gives an answer to any text, and quickly', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => typeof reader.read(text).status === 'string'));
    const worst = `ItemQty-${'A-'.repeat(2044)}`;
    const started = performance.now();
    expect(reader.read(worst).status).to.equal('invalid');
    expect(performance.now() - started).to.be.below(200);
  });
});
