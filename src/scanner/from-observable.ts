import { BehaviorSubject, NEVER, type ObservableInput, Subject, type Subscription, from } from 'rxjs';
import type { Scan, ScanSource, SourceState } from './scan.ts';

/** What a host's stream may carry: the text alone, or what else it knows of the scan. */
export type HostScan = string | (Pick<Scan, 'text'> & Partial<Omit<Scan, 'id' | 'sourceId' | 'end'>>);

export interface FromObservableOptions {
  readonly id?: string;
  /** Milliseconds on the performance timeline. */
  readonly now?: () => number;
}

let sources = 0;

/**
 * A host's own stream of scans as a source. The stream may come from another copy of RxJS, and be any observable,
 * promise or async iterable. If it errors, the source's state says so; if it completes, the source is disconnected.
 */
export function fromObservable(stream: ObservableInput<HostScan>, options: FromObservableOptions = {}): ScanSource {
  const { id = `host-${++sources}`, now = () => performance.now() } = options;
  const scans$ = new Subject<Scan>();
  const state$ = new BehaviorSubject<SourceState>('disconnected');
  let subscription: Subscription | null = null;
  let count = 0;
  return {
    id,
    scans$,
    rejects$: NEVER,
    state$,
    connect: () => {
      if (subscription !== null) return;
      state$.next('ready');
      subscription = from(stream).subscribe({
        next: given => {
          const scan = typeof given === 'string' ? { text: given } : given;
          scans$.next({ at: now(), ...scan, id: `${id}-${++count}`, sourceId: id, end: 'device' });
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
