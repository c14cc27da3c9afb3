import { expect } from '@open-wc/testing';
import { interpret } from '../../../src/session/reads/interpret-reading.ts';
import { createBarcodeReader } from '../../../src/tokenizer/index.ts';
import { PUBLISHED } from '../../support/tokenizers.ts';

describe('What a reading may mean', () => {
  const { read } = createBarcodeReader({ tokenizers: PUBLISHED });
  const meanings = (text: string, aim?: string) => interpret(read(text, { aim }), () => []);

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
});
