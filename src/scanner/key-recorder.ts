import { NEVER, type Observable } from 'rxjs';
import type { Clock } from './clock.ts';
import type { KeyRecord } from './key-record.ts';

export interface RecordKeysOptions {
  readonly target?: Window;
  readonly timeOf?: (event: Event) => number;
  readonly clock?: Clock;
  /** After so long without a key, in milliseconds, what was recorded is given out. */
  readonly quietMs?: number;
}

/**
 * The raw keys of what a scanner types, for `calibrate`: one array for each burst. While subscribed, keys reach neither a
 * field nor a keyboard wedge: they only calibrate.
 */
export function recordKeys(_options: RecordKeysOptions = {}): Observable<readonly KeyRecord[]> {
  return NEVER;
}
