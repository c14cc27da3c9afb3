import { expect } from '@open-wc/testing';
import Big from 'big.js';
import fc from 'fast-check';
import { isEqual, product, quotient, rounded, shortest, sum } from '../../src/domain/decimal.ts';

const decimal = fc
  .tuple(fc.constantFrom('', '-'), fc.bigInt(0n, 10n ** 24n), fc.stringMatching(/^(\.\d{1,12})?$/))
  .map(parts => parts.join(''));
const places = fc.nat(12);

describe('A decimal text', () => {
  it('is calculated with as exactly as big.js does, and rounded as often: once', () => {
    fc.assert(
      fc.property(decimal, decimal, places, (a, b, to) => {
        const [x, y] = [new Big(a), new Big(b)];
        expect(sum(a, b)).to.equal(unsigned(x.plus(y).toFixed()));
        expect(isEqual(a, b)).to.equal(x.eq(y));
        expect(rounded(a, to)).to.equal(unsigned(x.toFixed(to)));
        expect(product(a, b, to)).to.equal(unsigned(x.times(y).toFixed(to)));
        if (y.eq(0)) return;
        const exact = Big();
        exact.DP = to;
        expect(quotient(a, b, to)).to.equal(unsigned(new exact(a).div(b).toFixed(to)));
      }),
      { numRuns: 1000 },
    );
  });

  it('rounds a half away from zero, on either side of it', () => {
    expect(rounded('0.5', 0)).to.equal('1');
    expect(rounded('-0.5', 0)).to.equal('-1');
    expect(rounded('0.4999', 0)).to.equal('0');
    expect(quotient('-1', '8', 2)).to.equal('-0.13');
    expect(quotient('1', '-8', 2)).to.equal('-0.13');
  });

  it('is the same number however it is written', () => {
    expect(isEqual('1', '1.000')).to.equal(true);
    expect(isEqual('-0', '0.0')).to.equal(true);
    expect(shortest('1e-7')).to.equal('0.0000001');
    expect(shortest('1.5E+3')).to.equal('1500');
    expect(shortest('.50')).to.equal('0.5');
  });

  for (const text of ['1e999999999', '1e-1000', '', '-', '.', '1,5', '0x10', '1 000', 'NaN', '+1']) {
    it(`is not "${text}", and says so`, () => {
      expect(() => shortest(text)).to.throw(SyntaxError);
    });
  }
});

/** Nothing is negative and zero. */
function unsigned(text: string): string {
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}
