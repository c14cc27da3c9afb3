import type { Ledger } from './ledger.ts';

/** So many sent counts are kept for people to look at; then the oldest go. */
const KEPT_DONE = 1_000;
const PRUNED_AT = KEPT_DONE + 200;

/** Drops the oldest sent counts, when there are many more than anybody looks at. */
export async function prune(ledger: Ledger): Promise<void> {
  const done = [...ledger.mirror.all()].filter(({ fate }) => fate.kind === 'done');
  if (done.length > PRUNED_AT) await ledger.free(KEPT_DONE);
}
