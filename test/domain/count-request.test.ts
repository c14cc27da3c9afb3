import { expect } from '@open-wc/testing';
import { pressOf } from '../../src/domain/count-request.ts';

describe('A press of Confirm', () => {
  it('is what the device says of itself, absent where it says nothing: a retry has to be the same', () => {
    const press = { key: 'k', device: 'TC21-7', confirmedAt: '2026-11-22T08:32:00.000Z' };
    const more = { ...press, undoes: 'other' };
    expect(pressOf(more)).to.deep.equal(press);
    expect(pressOf({ key: 'k' })).to.deep.equal({ key: 'k' });
    expect(pressOf({ key: 'k', device: null, confirmedAt: null })).to.deep.equal({
      key: 'k',
      device: null,
      confirmedAt: null,
    });
  });
});
