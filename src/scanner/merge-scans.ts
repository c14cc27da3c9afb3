import { Observable, Subscription } from 'rxjs';
import type { Scan, ScanSource } from './scan.ts';

/** Within this time, in milliseconds, the same text from another source is the same scan. */
const SAME_SCAN_MS = 300;

interface Given {
  readonly text: string;
  readonly at: number;
  /** Which sources have told of it. */
  readonly sources: Set<ScanSource>;
}

/** The scans of several sources, each once, as `mergeSources` says. */
export function mergeScans(sources: readonly ScanSource[]): Observable<Scan> {
  return new Observable<Scan>(subscriber => {
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
}
