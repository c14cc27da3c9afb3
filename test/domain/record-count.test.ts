import { expect } from '@open-wc/testing';
import { recordCount } from '../../src/domain/record-count.ts';
import { METRES, alternative, item } from '../support/fixtures.ts';

describe('What a row holds after a count', () => {
  const boxed = item({ alternativeUnits: [alternative()] });
  const main = (quantity: string) => ({ quantity, alternativeUnit: null, alternativeQuantity: null });

  it('a new count in the main unit is as it was entered', () => {
    expect(recordCount(item(), null, { quantity: '5', unit: 'buc' }, 'new')).to.deep.equal(main('5'));
  });

  it('a count in an alternative unit keeps it beside the main quantity (rule 5)', () => {
    const recorded = recordCount(boxed, null, { quantity: '2', unit: 'cutii' }, 'new');
    expect(recorded).to.deep.equal({ quantity: '24', alternativeUnit: 'cutii', alternativeQuantity: '2' });
  });

  it('Add sums, Replace overwrites (rule 4)', () => {
    expect(recordCount(item(), main('12'), { quantity: '5', unit: 'buc' }, 'add')).to.deep.equal(main('17'));
    expect(recordCount(item(), main('12'), { quantity: '5', unit: 'buc' }, 'replace')).to.deep.equal(main('5'));
  });

  it('Add in the same alternative unit sums that unit and converts once', () => {
    const third = item({ unit: METRES, alternativeUnits: [alternative({ operation: 'divide', factor: '3' })] });
    const one = recordCount(third, null, { quantity: '1', unit: 'cutii' }, 'new');
    expect(one.quantity).to.equal('0.33');
    const three = recordCount(third, one, { quantity: '2', unit: 'cutii' }, 'add');
    expect(three).to.deep.equal({ quantity: '1.00', alternativeUnit: 'cutii', alternativeQuantity: '3' });
  });

  it('Add in another unit sums the main quantities and clears the alternative', () => {
    const boxes = recordCount(boxed, null, { quantity: '2', unit: 'cutii' }, 'new');
    expect(recordCount(boxed, boxes, { quantity: '3', unit: 'buc' }, 'add')).to.deep.equal(main('27'));
  });

  it('a unit the item does not have is a mistake of the caller', () => {
    expect(() => recordCount(item(), null, { quantity: '1', unit: 'kg' }, 'new')).to.throw(RangeError);
  });
});
