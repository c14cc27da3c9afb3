import { expect } from '@open-wc/testing';
import { openLastSession } from '../../src/device/last-session.ts';
import { writesDuring } from '../support/idb-writes.ts';

const SESSION = {
  operator: { userName: 'ana', name: 'Ana Pop', roles: ['counter' as const] },
  configuration: {
    tokenizers: [],
    policies: { newLots: false, nextItemConfirms: false },
    capabilities: { idempotencyKeys: true, versions: true },
  },
};

describe('Whoever counted here last', () => {
  it('is on the disk when it is said to be, since it is the way to the counts that wait; so is that nobody is', async () => {
    const sessions = openLastSession(`test-last-session-${Date.now()}`);
    const strict = [{ tables: ['sessions'], durability: 'strict' }];
    expect(await writesDuring(() => sessions.write(SESSION))).to.deep.equal(strict);
    expect(await sessions.read()).to.deep.equal(SESSION);
    expect(await writesDuring(() => sessions.write(null))).to.deep.equal(strict);
    expect(await sessions.read()).to.equal(null);
  });
});
