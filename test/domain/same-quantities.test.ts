import { expect } from '@open-wc/testing';
import { sameQuantities } from '../../src/domain/same-quantities.ts';
import { pieces } from '../outbox/records.ts';

describe('Whether two rows hold the same', () => {
  it('compares them as numbers, and the alternative unit with them', () => {
    const boxes = { quantity: '24', alternativeUnit: 'cutii', alternativeQuantity: '2' };
    expect(sameQuantities(boxes, { ...boxes, alternativeQuantity: '2.0' })).to.equal(true);
    expect(sameQuantities(boxes, { ...boxes, alternativeQuantity: '3' })).to.equal(false);
    expect(sameQuantities(boxes, pieces('24'))).to.equal(false);
    expect(sameQuantities(boxes, { ...boxes, alternativeUnit: 'paleti' })).to.equal(false);
    expect(sameQuantities(boxes, { ...boxes, alternativeQuantity: null })).to.equal(false);
    expect(sameQuantities({ ...boxes, alternativeQuantity: null }, boxes)).to.equal(false);
    expect(sameQuantities(pieces('24'), null)).to.equal(false);
    expect(sameQuantities(null, null)).to.equal(true);
  });
});
