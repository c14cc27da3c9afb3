import { BehaviorSubject, type Observable, type Subscription } from 'rxjs';
import type { Scan, ScanSource } from './scan.ts';

/** Takes scans one after the other; the next comes when the promise of the one before has settled. */
export type Receiver = (scan: Scan) => void | Promise<void>;

/** A right to the scans, until released. The claim made last has it. */
export interface Claim {
  release(): void;
  /** Whether this is the claim that gets the next scan. */
  isTop(): boolean;
}

export interface ScanRouter {
  add(source: ScanSource): () => void;
  claim(receiver: Receiver): Claim;
  /** Scans that have a receiver and are not yet with it. */
  readonly waiting$: Observable<number>;
  dispose(): void;
}

export interface ScanRouterOptions {
  /** A receiver that throws, or a scan for which there is no claim: neither ends a stream, both are reported. */
  readonly onProblem: (problem: unknown, scan: Scan) => void;
}

interface Queue {
  readonly receiver: Receiver;
  readonly scans: Scan[];
  running: boolean;
}

/**
 * Gives each scan to one receiver: the top claim at the moment the scan ends, whatever is claimed or released later.
 *
 * There is one queue for each receiver, in order. Nothing is dropped or de-duplicated; an error ends no stream.
 */
export function createScanRouter({ onProblem }: ScanRouterOptions): ScanRouter {
  const claims: Queue[] = [];
  const waiting$ = new BehaviorSubject(0);
  const subscriptions = new Set<Subscription>();

  const run = async (queue: Queue): Promise<void> => {
    if (queue.running) return;
    queue.running = true;
    for (let scan = queue.scans.shift(); scan !== undefined; scan = queue.scans.shift()) {
      waiting$.next(waiting$.value - 1);
      try {
        const done = queue.receiver(scan);
        // Only what takes time is waited for: the next scan is handed on in the same turn.
        if (done !== undefined) await done;
      } catch (error) {
        onProblem(error, scan);
      }
    }
    queue.running = false;
  };

  const route = (scan: Scan) => {
    const queue = claims.at(-1);
    if (queue === undefined) {
      onProblem(new Error('Nobody takes scans at the moment'), scan);
      return;
    }
    queue.scans.push(scan);
    waiting$.next(waiting$.value + 1);
    void run(queue);
  };

  return {
    waiting$,
    add: source => {
      const subscription = source.scans$.subscribe(route);
      subscriptions.add(subscription);
      source.connect();
      return () => {
        subscriptions.delete(subscription);
        subscription.unsubscribe();
        source.disconnect();
      };
    },
    claim: receiver => {
      const queue: Queue = { receiver, scans: [], running: false };
      claims.push(queue);
      return {
        isTop: () => claims.at(-1) === queue,
        release: () => {
          const index = claims.indexOf(queue);
          if (index !== -1) claims.splice(index, 1);
        },
      };
    },
    dispose: () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
      subscriptions.clear();
      claims.length = 0;
    },
  };
}
