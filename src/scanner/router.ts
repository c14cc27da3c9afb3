import { BehaviorSubject, type Observable, type Subscription } from 'rxjs';
import type { Scan, ScanSource } from './scan.ts';

/** Takes scans one after the other; the next comes when the promise of the one before has settled. */
export type Receiver = (scan: Scan) => void | Promise<void>;

export interface ClaimOptions {
  /** Which scans this receiver takes. Default: all. */
  readonly takes?: (scan: Scan) => boolean;
  /**
   * What becomes of the others. `redirect`: the claim below has them. `buffer`: it has them too, and gets them when this
   * claim is released. `reject`: nobody has them, and that is a problem to be told. Default: `redirect`.
   */
  readonly others?: 'redirect' | 'buffer' | 'reject';
}

/** A right to the scans, until released. The claim made last has it. */
export interface Claim {
  release(): void;
  /** Whether this is the claim that gets the next scan. */
  isTop(): boolean;
  /** Scans that are this claim's and not yet with its receiver. */
  readonly waiting$: Observable<number>;
}

/** `unclaimed`: nobody takes scans. `refused`: a claim rejects what is not its own. `failed`: the receiver threw. */
export type RouterProblem =
  { readonly kind: 'unclaimed' } | { readonly kind: 'refused' } | { readonly kind: 'failed'; readonly error: unknown };

/** What a router needs of a source. */
export type RoutedSource = Pick<ScanSource, 'scans$' | 'connect' | 'disconnect'>;

export interface ScanRouter {
  /** Connects the source and routes its scans, until the function it gives is called. */
  add(source: RoutedSource): () => void;
  claim(receiver: Receiver, options?: ClaimOptions): Claim;
  /** Scans that have a receiver and are not yet with it, of all claims. */
  readonly waiting$: Observable<number>;
  dispose(): void;
}

export interface ScanRouterOptions {
  /** No problem ends a stream: the scan that has it is told here, and the next one goes its way. */
  readonly onProblem: (problem: RouterProblem, scan: Scan) => void;
}

interface Queued {
  readonly scan: Scan;
  /** The claims above that buffer it. */
  readonly keptBy: readonly Queue[];
}

interface Queue {
  readonly receiver: Receiver;
  readonly options: ClaimOptions;
  readonly waiting: Queued[];
  readonly waiting$: BehaviorSubject<number>;
  /** The queues for which it keeps scans. */
  readonly keepsFor: Set<Queue>;
  running: boolean;
  released: boolean;
}

/**
 * Gives each scan to one receiver: the topmost claim that takes it at the moment the scan ends, whatever is claimed or
 * released later.
 *
 * There is one queue for each receiver, in order. Nothing is dropped or de-duplicated; an error ends no stream.
 */
export function createScanRouter({ onProblem }: ScanRouterOptions): ScanRouter {
  const claims: Queue[] = [];
  const waiting$ = new BehaviorSubject(0);
  const subscriptions = new Set<Subscription>();

  const changed = (queue: Queue, by: 1 | -1) => {
    waiting$.next(waiting$.value + by);
    queue.waiting$.next(queue.waiting.length);
  };

  const run = async (queue: Queue): Promise<void> => {
    if (queue.running) return;
    queue.running = true;
    for (let next = queue.waiting[0]; next !== undefined && isDue(next); next = queue.waiting[0]) {
      const { scan } = next;
      queue.waiting.shift();
      changed(queue, -1);
      try {
        const done = queue.receiver(scan);
        // Only what takes time is waited for: the next scan is handed on in the same turn.
        if (done !== undefined) await done;
      } catch (error) {
        onProblem({ kind: 'failed', error }, scan);
      }
    }
    queue.running = false;
  };

  const route = (scan: Scan) => {
    const keptBy: Queue[] = [];
    for (const queue of [...claims].reverse()) {
      const { takes, others } = queue.options;
      if (takes === undefined || takes(scan)) {
        queue.waiting.push({ scan, keptBy });
        for (const keeper of keptBy) keeper.keepsFor.add(queue);
        changed(queue, 1);
        void run(queue);
        return;
      }
      if (others === 'reject') {
        onProblem({ kind: 'refused' }, scan);
        return;
      }
      if (others === 'buffer') keptBy.push(queue);
    }
    onProblem({ kind: 'unclaimed' }, scan);
  };

  const release = (queue: Queue) => {
    const index = claims.indexOf(queue);
    if (index === -1) return;
    claims.splice(index, 1);
    queue.released = true;
    for (const each of queue.keepsFor) void run(each);
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
    claim: (receiver, options = {}) => {
      const queue: Queue = {
        receiver,
        options,
        waiting: [],
        waiting$: new BehaviorSubject(0),
        keepsFor: new Set(),
        running: false,
        released: false,
      };
      claims.push(queue);
      return {
        waiting$: queue.waiting$,
        isTop: () => claims.at(-1) === queue,
        release: () => release(queue),
      };
    },
    dispose: () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
      subscriptions.clear();
      claims.length = 0;
    },
  };
}

function isDue({ keptBy }: Queued): boolean {
  return keptBy.every(queue => queue.released);
}
