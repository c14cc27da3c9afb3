import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashPin, isPin } from '../../reference-host/server/pin.ts';

describe('A PIN as it is kept', () => {
  it('is neither the PIN nor the same for two people, says how it was made, and is made by that', async () => {
    const [one, other] = [await hashPin('4711'), await hashPin('4711')];
    assert.match(one, /^scrypt\$14,8,1\$[\w-]{22}\$[\w-]{43}$/);
    assert.notEqual(one, other);
    for (const kept of [one, other]) assert.equal(await isPin('4711', kept), true);
    assert.equal(await isPin('4712', one), false);
    // With parameters of before: 2^10, 4, 2.
    const old = 'scrypt$10,4,2$AAAAAAAAAAAAAAAAAAAAAA$P5AwA27grIh_MJut6Lea5-ZpYYL058Iy-utKbwXR9uo';
    assert.equal(await isPin('4711', old), true);
    assert.equal(await isPin('4711', null), false);
    await assert.rejects(isPin('4711', '4711'));
  });
});
