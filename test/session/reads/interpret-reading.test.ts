import { expect } from '@open-wc/testing';
import { createGs1 } from '../../../src/session/reads/gs1-part.ts';
import { interpret } from '../../../src/session/reads/interpret-reading.ts';
import { createBarcodeReader } from '../../../src/tokenizer/index.ts';
import { PUBLISHED } from '../../support/tokenizers.ts';

const GS1 = createGs1();

describe('What a reading may mean', () => {
  const { read } = createBarcodeReader({ tokenizers: PUBLISHED });
  const meanings = (text: string, aim?: string) => interpret(read(text, { aim }), GS1);

  for (const text of ['Item-MOB-ART', 'Loc-01-L1', 'Lot-MOB-ART-123', 'Item-MOB', 'item-MOB-ART', 'Item‐MOB‐ART']) {
    it(`is the text as it is, last: ${text}`, () => {
      expect(meanings(text).at(-1)?.raw).to.equal(text);
    });
  }

  it('is misread where a tokenizer has its code and none its values', () => {
    expect(meanings('UDC-2023')).to.deep.equal([{ raw: 'UDC-2023', barcodes: ['UDC-2023'], misread: true }]);
    expect(meanings('Loc-01-L1').at(-1)).not.to.have.property('misread');
  });

  it('is nothing where there is no text', () => {
    expect(meanings(' \r\n')).to.deep.equal([]);
  });

  it('is the item of an EAN with an add-on, where the scanner says that it has one', () => {
    expect(meanings('594000000010312', ']E3')[0]?.barcodes).to.deep.equal([
      '5940000000103',
      '05940000000103',
      '594000000010312',
    ]);
    expect(meanings(']E3594000000010352495')[0]?.barcodes?.[0]).to.equal('5940000000103');
    expect(meanings(']E303600029145212')[0]?.barcodes).to.include('0036000291452');
    expect(meanings('594000000010312')[0]?.barcodes).to.deep.equal(['594000000010312']);
  });

  describe('of a scale label', () => {
    /** 21, an item of five digits, its weight in grams, and a check digit. */
    const scale = (decimals: number | string | null) =>
      createBarcodeReader({
        tokenizers: [
          {
            code: '21',
            description: 'Scale',
            separator: '',
            rows: [
              {
                sequence: 1,
                businessObject: 'FSItem',
                property: 'Code',
                length: 5,
                separator: '',
                mainObject: 'FSItem',
              },
              {
                sequence: 2,
                businessObject: null,
                property: null,
                length: 5,
                decimals,
                separator: '',
                mainObject: null,
              },
              { sequence: 3, businessObject: null, property: 'CheckDigit', length: 1, separator: '', mainObject: null },
            ],
          },
        ],
      });
    const quantityOf = (text: string, decimals: number | string | null) =>
      interpret(scale(decimals).read(text), GS1)[0]?.quantity;

    it('is its item and its quantity with the decimals that the table implies; the check digit is skipped', () => {
      expect(interpret(scale(3).read('2100001027506'), GS1)[0]).to.deep.equal({
        item: { itemClass: null, code: '00001', variant: null },
        quantity: '2.750',
      });
      expect(scale(3).warnings).to.deep.equal([]);
    });

    const IMPLIED: readonly (readonly [string, number | string | null, string])[] = [
      ['2100001027506', '2', '27.50'],
      ['2100001027506', 0, '02750'],
      ['2100001027506', null, '02750'],
      ['2100001000006', 3, '0.000'],
      ['2100001000076', 4, '0.0007'],
      ['2100001123456', 9, '0.000012345'],
      ['2100001999996', 1, '9999.9'],
    ];
    for (const [text, decimals, quantity] of IMPLIED) {
      it(`is ${quantity} of ${text} with ${decimals} decimals`, () => {
        expect(quantityOf(text, decimals)).to.equal(quantity);
      });
    }

    it('is none where a point stands among the digits', () => {
      expect(scale(3).read('210000102.756').status).to.equal('invalid');
      expect(quantityOf('210000102.756', null)).to.equal('02.75');
    });
  });

  const AROUND = ['\u00a0', '\ufeff', '\u200b', '\u200e', '\u200f', '\u202a', '\u2060', '\u3000', '\u00ad', ' ', '\n'];
  for (const around of AROUND) {
    const name = `U+${around.charCodeAt(0).toString(16).padStart(4, '0')}`;
    it(`is the same with what nobody sees at its ends: ${name}`, () => {
      for (const text of ['Item-MOB-ART', '5940000000103', 'A-01-02']) {
        expect(meanings(`${around}${text}${around}${around}`)).to.deep.equal(meanings(text));
      }
      const inside = `A${around}B`;
      expect(meanings(inside)[0]?.raw).to.equal(inside);
    });
  }

  it('keeps what is seen at its ends', () => {
    for (const text of ['‐A-01‐', 'ÄB', '日本', '-A-', '\x1dA\x1d', '…A…'])
      expect(meanings(text)[0]?.raw).to.equal(text);
  });
});
