import { Subscription, combineLatest, distinctUntilChanged, map, merge, Observable } from 'rxjs';
import type { Scan, ScanSource, SourceState } from './scan.ts';

/** Within this time, in milliseconds, the same text from another source is the same scan. */
const SAME_SCAN_MS = 300;

/** The state of several sources: the first of these that one of them is in. */
const STATES: readonly SourceState[] = [
  'ready',
  'unverified',
  'connecting',
  'needs-permission',
  'error',
  'disconnected',
  'unsupported',
];

interface Given {
  readonly text: string;
  readonly at: number;
  /** Which sources have told of it. */
  readonly sources: Set<ScanSource>;
}

/**
 * Several sources as one. A code that two of them tell of is one scan: a handheld's bridge and its keystrokes, say. Within
 * one source nothing is ever taken for a repetition, however fast the same code comes again.
 */
export function mergeSources(...sources: readonly ScanSource[]): ScanSource {
  const id = sources.map(source => source.id).join('+');
  const scans$ = new Observable<Scan>(subscriber => {
    let given: Given[] = [];
    const all = new Subscription();
    for (const source of sources) {
      all.add(
        source.scans$.subscribe(scan => {
          const { text, at } = scan;
          given = given.filter(each => Math.abs(at - each.at) <= SAME_SCAN_MS);
          const same = given.find(each => each.text === text && !each.sources.has(source));
          if (same !== undefined) same.sources.add(source);
          else {
            given.push({ text, at, sources: new Set([source]) });
            subscriber.next(scan);
          }
        }),
      );
    }
    return all;
  });
  return {
    id,
    scans$,
    rejects$: merge(...sources.map(source => source.rejects$)),
    state$: combineLatest(sources.map(source => source.state$)).pipe(
      map(states => STATES.find(state => states.includes(state)) ?? 'disconnected'),
      distinctUntilChanged(),
    ),
    connect: () => sources.forEach(source => source.connect()),
    disconnect: () => sources.forEach(source => source.disconnect()),
  };
}
