import { BehaviorSubject, type ObservableInput, Subject, type Subscription, from } from 'rxjs';
import { type Clock, browserClock } from '../ports/time.ts';
import type { Scan, ScanReject, ScanSource, SourceState } from './scan.ts';

/** What a host's stream may carry: the text alone, or what else it knows of the scan. */
export type HostScan = string | (Pick<Scan, 'text'> & Partial<Omit<Scan, 'id' | 'sourceId' | 'end'>>);

export interface FromObservableOptions {
  readonly id?: string;
  readonly clock?: Pick<Clock, 'monotonic'>;
}

let sources = 0;

/**
 * A host's own stream of scans as a source. The stream may come from another copy of RxJS, and be any observable,
 * promise or async iterable. If it errors, the source's state says so; if it completes, the source is disconnected.
 * What has no text is rejected: a host's page is not always written in TypeScript.
 */
export function fromObservable(stream: ObservableInput<HostScan>, options: FromObservableOptions = {}): ScanSource {
  const { id = `host-${++sources}`, clock = browserClock } = options;
  const scans$ = new Subject<Scan>();
  const rejects$ = new Subject<ScanReject>();
  const state$ = new BehaviorSubject<SourceState>('disconnected');
  let subscription: Subscription | null = null;
  let count = 0;
  return {
    id,
    scans$,
    rejects$,
    state$,
    connect: () => {
      if (subscription !== null) return;
      state$.next('ready');
      subscription = from(stream).subscribe({
        next: given => {
          const scan: unknown = typeof given === 'string' ? { text: given } : given;
          if (hasText(scan))
            scans$.next({ at: clock.monotonic(), ...scan, id: `${id}-${++count}`, sourceId: id, end: 'device' });
          else rejects$.next({ text: '', reason: 'malformed', sourceId: id, at: clock.monotonic() });
        },
        error: () => state$.next('error'),
        complete: () => state$.next('disconnected'),
      });
    },
    disconnect: () => {
      subscription?.unsubscribe();
      subscription = null;
      state$.next('disconnected');
    },
  };
}

function hasText(given: unknown): given is Pick<Scan, 'text'> {
  return typeof given === 'object' && given !== null && 'text' in given && typeof given.text === 'string';
}
