import { listen } from '../../ports/page-events.ts';
import type { KeyTarget } from './key-target.ts';
import type { Cut } from './scan-reader.ts';

/** What was half read at a target; to be asked for once. */
const left = new WeakMap<KeyTarget, () => Cut>();

/**
 * Keeps what was half read where a wedge is disconnected, for the one that hears there next: it must not give out the rest
 * as a code. As long as keys go on at that pace with nobody to hear them, it is the same code.
 */
export function leaveCut(target: KeyTarget, cut: Cut | null, timeOf: (event: Event) => number, maxGapMs: number): void {
  if (cut === null) return;
  let { at } = cut;
  const onKey = (event: Event) => {
    if (timeOf(event) - at > maxGapMs) stop();
    else at = timeOf(event);
  };
  const stop = listen(target, ['keydown'], onKey, true);
  left.set(target, () => {
    stop();
    left.delete(target);
    return { ...cut, at };
  });
}

export function takeCut(target: KeyTarget): Cut | null {
  return left.get(target)?.() ?? null;
}
