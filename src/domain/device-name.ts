/** What the contract takes of a device's name, in UTF-16 units; a longer one must not make a count be refused. */
const LONGEST = 64;

/**
 * A device's name as a host is told it, for the row's history: `null` where the device has none. A NUL, and half of a
 * character that is cut in two, is kept by no data base: each count with it would be refused.
 */
export function deviceName(name: string): string | null {
  const kept = name.slice(0, LONGEST).replace(/\0|\p{Surrogate}/gu, '');
  return kept === '' ? null : kept;
}
