import { keepable } from './keepable.ts';

/** What the contract takes of a device's name, in UTF-16 units; a longer one must not make a count be refused. */
const LONGEST = 64;

/**
 * A device's name as a host is told it, for the row's history: `null` where the device has none. It is never
 * cut within a character.
 */
export function deviceName(name: string): string | null {
  const kept = keepable(name.slice(0, LONGEST));
  return kept === '' ? null : kept;
}
