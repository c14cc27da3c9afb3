import type { StorageKind } from '../../src/outbox/types.ts';

/** The two ways to count: kept on the device and sent from there, or in memory until the host answers. */
export const WAYS = ['device', 'off'] as const satisfies readonly StorageKind[];
export type Way = (typeof WAYS)[number];

/** The same suite in both ways: what it says of counting holds in each. */
export function inBothWays(title: string, suite: (way: Way) => void): void {
  for (const way of WAYS)
    describe(`${title}, ${way === 'device' ? 'with an outbox' : 'outbox="off"'},`, () => suite(way));
}
