import { expect } from '@open-wc/testing';
import { unfinishedIn } from '../../../src/domain/counting/unfinished.ts';
import { Counter } from '../../support/counter.ts';
import { PIECES, match } from '../../support/fixtures.ts';

describe('What is lost where a list is left', () => {
  const withItem = () => new Counter({}, { parks: true }).readLocation().readItem().existing(null);

  it('is nothing in an empty form, with a location or without one', () => {
    for (const counter of [new Counter(), new Counter().readLocation()]) {
      expect(unfinishedIn(counter.state)).to.deep.equal({ count: null, reads: [] });
    }
  });

  it('is the item with its quantity, as it was typed, and its unit', () => {
    for (const quantity of ['7', '1.5', '']) {
      const { count } = unfinishedIn(withItem().type(quantity).state);
      expect(count).to.deep.equal({ name: 'ART-118', quantity, unit: PIECES });
    }
  });

  it('is a code that nobody knows yet, with its quantity', () => {
    const counter = new Counter({}, { parks: true }).readLocation().read('X-9', { raw: 'X-9' });
    counter.lookUpFails({ kind: 'unreachable' }).type('5');
    expect(unfinishedIn(counter.state).count).to.deep.equal({ name: 'X-9', quantity: '5', unit: null });
  });

  it('is what was read and waits, in its order, and no command', () => {
    const counter = withItem()
      .type('7')
      .readItem(match({ code: 'ART-204' }));
    counter.read('A', { raw: 'A' }).read('B').command('zero');
    expect(unfinishedIn(counter.state)).to.deep.include({ reads: ['Item-MOB-ART-204', 'A', 'B'] });
    const stuck = new Counter().read('C', { raw: 'C' }).lookUpFails({ kind: 'forbidden' }).read('D');
    expect(unfinishedIn(stuck.state)).to.deep.equal({ count: null, reads: ['C', 'D'] });
  });
});
