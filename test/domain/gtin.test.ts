import { expect } from '@open-wc/testing';
import { gtinForms, isGtin } from '../../src/domain/gtin.ts';

describe('A GTIN', () => {
  it('is digits in one of its lengths, with the right check digit', () => {
    for (const text of ['96385074', '036000291452', '5940000000103', '05940000000103']) {
      expect(isGtin(text), text).to.equal(true);
    }
    for (const text of ['96385075', '0360002914', '9638507', '', '00000']) expect(isGtin(text), text).to.equal(false);
  });

  it('has nothing but digits in it, even where what stands between them adds up', () => {
    for (const text of ['96385 74', ' 6385074', '9638507 ', '٩6385074', '9638507a', 'a6385074']) {
      expect(isGtin(text), text).to.equal(false);
      expect(gtinForms(text)).to.deep.equal([text]);
    }
  });
});
