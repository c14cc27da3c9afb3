import { expect } from '@open-wc/testing';
import { isSameToken } from '../../src/domain/same-token.ts';

describe('A token', () => {
  it('is the same where it is, and where what gives it was only made anew', () => {
    const [one, other] = [() => 'a', () => 'b'];
    expect([isSameToken('a', 'a'), isSameToken(one, one), isSameToken(one, other)]).to.deep.equal([true, true, true]);
    expect([isSameToken(null, null), isSameToken(undefined, undefined)]).to.deep.equal([true, true]);
  });

  it('is another one as soon as it, or its kind, is', () => {
    const give = () => 'a';
    const others = [isSameToken('a', 'b'), isSameToken('a', give), isSameToken(give, 'a'), isSameToken(null, 'a')];
    expect(others).to.deep.equal([false, false, false, false]);
  });
});
