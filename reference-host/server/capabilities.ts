import type { HostCapabilities } from '../../src/services/inventory-gateway.ts';

/** What a kind of host can do. Its epoch is its data base's own. */
export type KindOfHost = Required<Omit<HostCapabilities, 'epoch'>>;

/**
 * The kinds of host there are: one that keeps idempotency keys and versions; one that keeps versions only, where a
 * repeated Add is told that the row changed; and a blind one, where Add sums and Replace overwrites whatever comes.
 */
export const CAPABILITY_SETS = {
  keys: {
    idempotencyKeys: true,
    versions: true,
    baseQuantities: true,
    history: true,
    undo: true,
    catalogue: true,
    notes: true,
    serials: true,
  },
  versions: {
    idempotencyKeys: false,
    versions: true,
    baseQuantities: true,
    history: true,
    undo: false,
    catalogue: true,
    notes: true,
    serials: true,
  },
  none: {
    idempotencyKeys: false,
    versions: false,
    baseQuantities: false,
    history: false,
    undo: false,
    catalogue: false,
    notes: false,
    serials: false,
  },
} as const satisfies Record<string, KindOfHost>;

export type CapabilitySet = keyof typeof CAPABILITY_SETS;

/** A set by its name, or the whole of it with some changed. Undo names a count by its key and checks its version. */
export function capabilitiesOf(wanted: CapabilitySet | Partial<KindOfHost> = 'keys'): KindOfHost {
  const all = { ...CAPABILITY_SETS.none, ...(typeof wanted === 'string' ? CAPABILITY_SETS[wanted] : wanted) };
  if (all.undo && !(all.idempotencyKeys && all.versions)) throw new Error('Undo needs idempotency keys and versions');
  return all;
}

export function isCapabilitySet(name: string): name is CapabilitySet {
  return Object.hasOwn(CAPABILITY_SETS, name);
}
