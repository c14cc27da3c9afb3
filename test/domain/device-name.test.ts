import { expect } from '@open-wc/testing';
import { deviceName } from '../../src/domain/device-name.ts';

describe('A device’s name', () => {
  it('is cut to what the contract takes, and an empty one is left out', () => {
    expect(deviceName('x'.repeat(80))).to.have.lengthOf(64);
    expect(deviceName('TC21-7')).to.equal('TC21-7');
    expect(deviceName('')).to.equal(null);
  });
});
