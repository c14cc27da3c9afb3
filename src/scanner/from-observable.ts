import { type ObservableInput, type Subscription, from } from 'rxjs';
import { type Clock, browserClock } from '../ports/time.ts';
import type { Scan, ScanSource } from './scan.ts';
import { createSourceStreams } from './source-streams.ts';

/** What a host's stream may carry: the text alone, or what else it knows of the scan. */
export type HostScan = string | HostRead;

type HostRead = Pick<Scan, 'text'> & Partial<Omit<Scan, 'id' | 'sourceId' | 'end'>>;

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
  const { source, scan, reject, say } = createSourceStreams(id, 'host');
  let subscription: Subscription | null = null;
  return {
    ...source,
    connect: () => {
      if (subscription !== null) return;
      say('ready');
      subscription = from(stream).subscribe({
        next: given => {
          const read: unknown = typeof given === 'string' ? { text: given } : given;
          if (hasText(read)) scan(read, read.at ?? clock.monotonic());
          else reject('', 'malformed', clock.monotonic());
        },
        error: () => say('error', 'stream-failed'),
        complete: () => say('disconnected'),
      });
    },
    disconnect: () => {
      subscription?.unsubscribe();
      subscription = null;
      say('disconnected');
    },
  };
}

function hasText(given: unknown): given is HostRead {
  return typeof given === 'object' && given !== null && 'text' in given && typeof given.text === 'string';
}
