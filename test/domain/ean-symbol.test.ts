import { expect } from '@open-wc/testing';
import { barcodesIn } from '../../src/domain/ean-symbol.ts';

describe('The digits of an EAN or UPC symbol', () => {
  /** One of each way to leave zeros out, by the last of the six digits. */
  const UPC_E: readonly (readonly [string, string])[] = [
    ['04252614', '042100005264'],
    ['06541238', '065400000128'],
    ['01234145', '012340000015'],
    ['01234565', '012345000065'],
    ['16541235', '165400000125'],
  ];
  for (const [text, whole] of UPC_E) {
    it(`of UPC-E are looked up whole too, behind what was read: ${text}`, () => {
      const forms = barcodesIn(text, false);
      expect(forms[0]).to.equal(text);
      expect(forms).to.include.members([whole, `0${whole}`]);
    });
  }

  it('of which only UPC-E leaves zeros out are not filled up', () => {
    for (const text of ['04252615', '24252614', '96385074', '4252614', '042526141']) {
      expect(barcodesIn(text, false).every(form => Number(form) === Number(text))).to.equal(true);
    }
  });

  it('are those in front of an add-on of two or five', () => {
    expect(
      ['594000000010312', '594000000010352495', '03600029145212', '03600029145252495', '9638507412'].map(
        text => barcodesIn(text, true)[0],
      ),
    ).to.deep.equal(['5940000000103', '5940000000103', '036000291452', '036000291452', '96385074']);
  });

  it('are all where there is no add-on, and are looked up as they stand last', () => {
    for (const text of ['594000000010', '5940000000', 'A940000000103-12']) {
      expect(barcodesIn(text, true)).to.include(text);
      expect(barcodesIn(text, false)[0]).to.equal(text);
    }
    expect(barcodesIn('594000000010312', true).at(-1)).to.equal('594000000010312');
  });
});
