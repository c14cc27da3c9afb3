/** What the contract takes of a device's name, in characters; a longer one must not make a count be refused. */
const LONGEST = 64;

/** A device's name as a host is told it, for the row's history: `null` where the device has none. */
export function deviceName(name: string): string | null {
  return name === '' ? null : name.slice(0, LONGEST);
}
