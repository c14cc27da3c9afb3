import { expect } from '@open-wc/testing';
import { drawCode128 } from '../../src/drawing/code128.ts';
import { SETUP_CODE } from '../../src/scanner/wedge/calibration.ts';

/** The widths of bars and spaces, from the first bar to the last. */
function widths({ bars }: ReturnType<typeof drawCode128>): number[] {
  return bars.flatMap(({ x, width }, index) => {
    const next = bars[index + 1];
    return next === undefined ? [width] : [width, next.x - x - width];
  });
}

/** ISO/IEC 15417, table 1: some values of the code, as six widths. */
const START_B = [2, 1, 1, 2, 1, 4];
const STOP = [2, 3, 3, 1, 1, 1, 2];

describe('A drawn Code 128', () => {
  it('is its bars, in whole modules: start, characters, check character, stop', () => {
    const drawn = drawCode128('AB');
    const all = widths(drawn);
    expect(all.slice(0, 6)).to.deep.equal(START_B);
    expect(all.slice(6, 12), 'A').to.deep.equal([1, 1, 1, 3, 2, 3]);
    expect(all.slice(12, 18), 'B').to.deep.equal([1, 3, 1, 1, 2, 3]);
    // (104 + 33 × 1 + 34 × 2) mod 103 = 102
    expect(all.slice(18, 24), 'check character').to.deep.equal([4, 1, 1, 1, 3, 1]);
    expect(all.slice(24)).to.deep.equal(STOP);
    expect(drawn.width).to.equal(11 * 4 + 13);
  });

  it('takes control characters and the escape character itself as they are', () => {
    expect(drawCode128('A^B').width).to.equal(11 * 5 + 13);
    expect(drawCode128('^065').width, 'four characters, not an escaped A').to.be.above(drawCode128('A').width);
    expect(widths(drawCode128(SETUP_CODE)).every(width => width >= 1 && width <= 4)).to.equal(true);
  });

  it('is refused for what Code 128 can not carry', () => {
    expect(() => drawCode128('€')).to.throw();
  });
});
