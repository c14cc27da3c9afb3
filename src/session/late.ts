import { later, missing$, need } from '../loading/later.ts';
import type * as LatePart from './late-part.ts';

export const latePart = later(() => import('./late-part.ts'));

/** Flows whose code comes later. */
export interface Late<T> {
  /** `null`: not there yet. */
  readonly now: () => T | null;
  /** At once where they are there. Where the code can't be had, that is said, and nothing is done: a person asks again. */
  readonly ask: (act: (flows: T) => void) => void;
  /** As soon as they are there, however often the code has to be asked for. */
  readonly tell: (act: (flows: T) => void) => void;
  dispose(): void;
}

/** What nothing depends on until a count is saved: made once its code is there, which is one part for all of a session. */
export function createLate<T>(create: (part: typeof LatePart) => T): Late<T> {
  let flows: T | null = null;
  let isOver = false;
  let untold: ((flows: T) => void)[] = [];

  const withFlows = async (act?: (flows: T) => void): Promise<void> => {
    if (flows === null) {
      const loaded = await need(latePart);
      if (loaded === null || isOver) return;
      flows ??= create(loaded);
    }
    const due = untold;
    untold = [];
    for (const each of due) each(flows);
    act?.(flows);
  };
  // It was tried again, and came.
  const retried = missing$.subscribe(missing => {
    if (untold.length > 0 && !missing.includes(latePart)) void withFlows();
  });

  return {
    now: () => flows,
    ask: act => void withFlows(act),
    tell: act => {
      untold.push(act);
      void withFlows();
    },
    dispose: () => {
      isOver = true;
      retried.unsubscribe();
    },
  };
}
