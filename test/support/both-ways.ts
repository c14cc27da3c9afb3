import type { StorageKind } from '../../src/outbox/types.ts';

/** The two ways to count: kept on the device and sent from there, or in memory until the host answers. */
export const WAYS = ['device', 'off'] as const satisfies readonly StorageKind[];
export type Way = (typeof WAYS)[number];

let now: Way | null = null;

/** The way of the suite that runs. A test that counts has none elsewhere: it is run in both. */
export function wayNow(): Way {
  if (now === null) throw new Error('What counts is tested in both ways: see `inBothWays`');
  return now;
}

/** The same suite in both ways: what it says of counting holds in each. */
export function inBothWays(title: string, suite: (way: Way) => void): void {
  for (const way of WAYS) {
    describe(`${title}, ${way === 'device' ? 'with an outbox' : 'outbox="off"'},`, () => {
      before(() => (now = way));
      after(() => (now = null));
      suite(way);
    });
  }
}
