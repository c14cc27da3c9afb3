import { BehaviorSubject, filter, firstValueFrom } from 'rxjs';
import { type Timers, browserClock } from '../ports/time.ts';
import { importChunk } from './import-chunk.ts';

/** How long a part may take before it counts as missing, in milliseconds. It may still come. */
export const PATIENCE = 10_000;

/** Loads a part, once. A failure is not kept: whoever calls again tries again. */
export type Later<T> = () => Promise<T>;

const parts = new Set<Later<unknown>>();

/**
 * A part of the code that is not needed before the first scan: it comes when it is asked for, or in idle time once a list
 * is open. `load` is a bare `import()`, which our build finds and bundlers know.
 */
export function later<T>(load: () => Promise<T>, { after }: Timers = browserClock): Later<T> {
  let loading: Promise<T> | null = null;
  const part = () =>
    (loading ??= new Promise<T>((resolve, reject) => {
      after(PATIENCE, reject);
      const arriving = importChunk(load);
      arriving.then(loaded => {
        resolve(loaded);
        loading ??= arriving;
        noLongerMissing(part);
      }, reject);
    }).catch((error: unknown) => {
      loading = null;
      throw error;
    }));
  parts.add(part);
  return part;
}

/** Loads every part that is not there yet, one after the other. What can't be had is left for the next time. */
export async function loadAllParts(): Promise<void> {
  // A part may bring further ones along: the loop comes to them too.
  for (const part of parts) await part().catch(() => undefined);
}

/** What was needed and could not be had. It is said on the screen, and tried again from there. */
export const missing$ = new BehaviorSubject<readonly Later<unknown>[]>([]);

/** Loads what is needed now. Never rejects: `null` where it can't be had, which stands in `missing$` until it can. */
export async function need<T>(load: Later<T>): Promise<T | null> {
  try {
    const loaded = await load();
    noLongerMissing(load);
    return loaded;
  } catch {
    if (!missing$.value.includes(load)) missing$.next([...missing$.value, load]);
    return null;
  }
}

/** The same, as soon as it is there: at once, or when it was missing, which `onMissing` hears, and is tried again. */
export async function needAtLast<T>(load: Later<T>, onMissing?: () => void): Promise<T> {
  const loaded = await need(load);
  if (loaded !== null) return loaded;
  onMissing?.();
  await firstValueFrom(missing$.pipe(filter(missing => !missing.includes(load))));
  return needAtLast(load, onMissing);
}

export function noLongerMissing(load: Later<unknown>): void {
  if (missing$.value.includes(load)) missing$.next(missing$.value.filter(each => each !== load));
}

/** Tries again what was needed and could not be had. */
export async function needMissing(): Promise<void> {
  await Promise.all(missing$.value.map(need));
}
