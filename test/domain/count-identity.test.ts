import { expect } from '@open-wc/testing';
import { identityKey } from '../../src/domain/count-identity.ts';
import { identity } from '../support/fixtures.ts';

describe('The identity of a count (rule 3)', () => {
  it('is another one as soon as any of its fields is', () => {
    const others = [
      identity({ itemClass: 'FER' }),
      identity({ itemCode: 'ART-119' }),
      identity({ variant: 'L' }),
      identity({ lot: '1' }),
      identity({ serial: '1' }),
      identity({ warehouse: '02' }),
      identity({ location: 'A-01-03' }),
    ];
    expect(new Set([identity(), ...others].map(identityKey)).size).to.equal(8);
    expect(identityKey(identity())).to.equal(identityKey({ ...identity() }));
  });

  it('is not confused by what stands in a code', () => {
    expect(identityKey(identity({ variant: 'null' }))).to.not.equal(identityKey(identity()));
    expect(identityKey(identity({ lot: 'a","b' }))).to.not.equal(identityKey(identity({ lot: 'a', serial: 'b' })));
  });
});
