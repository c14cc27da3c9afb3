import type { StorageKind } from '../../src/outbox/types.ts';

/** The two ways to count: kept on the device and sent from there, or in memory until the host answers. */
export const WAYS = ['device', 'off'] as const satisfies readonly StorageKind[];
export type Way = (typeof WAYS)[number];

let now: Way = 'off';

/** The way of the suite that runs; outside of one that is run in both, in memory. */
export function wayNow(): Way {
  return now;
}

/** The same suite in both ways: what it says of counting holds in each. */
export function inBothWays(title: string, suite: (way: Way) => void): void {
  for (const way of WAYS) {
    describe(`${title}, ${way === 'device' ? 'with an outbox' : 'outbox="off"'},`, () => {
      before(() => (now = way));
      after(() => (now = 'off'));
      suite(way);
    });
  }
}
