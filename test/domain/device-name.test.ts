import { expect } from '@open-wc/testing';
import { deviceName } from '../../src/domain/device-name.ts';

describe('A device’s name', () => {
  it('is cut to what the contract takes, and an empty one is left out', () => {
    expect(deviceName('x'.repeat(80))).to.have.lengthOf(64);
    expect(deviceName('TC21-7')).to.equal('TC21-7');
    expect(deviceName('')).to.equal(null);
  });

  it('is never cut within a character, and has no half of one, and no NUL', () => {
    expect(deviceName('x'.repeat(63) + '😀')).to.equal('x'.repeat(63));
    expect(deviceName('x'.repeat(62) + '😀')).to.equal('x'.repeat(62) + '😀');
    expect(deviceName('TC\u000021\ud83d-7')).to.equal('TC21-7');
    expect(deviceName('\udc00')).to.equal(null);
    expect(deviceName('Čitač 😀')).to.equal('Čitač 😀');
  });
});
