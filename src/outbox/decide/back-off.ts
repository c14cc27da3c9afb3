/** Not nothing: whatever chance says, a host that fails at once is not asked again at once. */
const LEAST_MS = 50;
const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;
const LONGEST_ASKED_MS = 5 * 60_000;

/**
 * Full jitter: anything from next to nothing to 1 s after the first failure, doubling up to 60 s, so that the devices of a
 * warehouse do not come back all at once. There is no last attempt.
 */
export function backOff(failures: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16));
  return Math.max(LEAST_MS, random() * ceiling);
}

/** What a host asked for, but at most 5 minutes: one that says "tomorrow" must not make a day's counts wait for it. */
export function askedWait(retryAfterMs: number | null, failures: number, random: () => number): number {
  return retryAfterMs === null ? backOff(failures, random) : Math.min(retryAfterMs, LONGEST_ASKED_MS);
}
