import type { Observable } from 'rxjs';
import type { HostCapabilities, InventoryGateway } from '../services/inventory-gateway.ts';
import type { Clock, Timers } from '../ports/time.ts';
import type { OutboxStore } from './store/store.ts';

/** What tabs of one partition tell each other. Objects as `postMessage` takes them; never heard by the sender itself. */
export interface OutboxChannel {
  readonly messages$: Observable<TabMessage>;
  post(message: TabMessage): void;
  close(): void;
}

export type TabMessage =
  /** These records were written, or deleted. */
  | { readonly type: 'changed'; readonly ids: readonly string[] }
  | { readonly type: 'send-now' }
  /** Is the tab that holds this lease alive? A frozen one does not answer. Without a `version`, an old tab asks. */
  | { readonly type: 'alive?'; readonly owner: string; readonly version?: number }
  | { readonly type: 'alive'; readonly owner: string }
  /** The sender goes: who takes over? */
  | { readonly type: 'released' };

/** Web Locks, where there are: freed at once when a tab closes or crashes. */
export interface TabLock {
  /**
   * Calls `held` once this tab has the lock; it is kept until what `held` gives settles, or lost when it is stolen
   * (then `lost` is called). Rejects never; does nothing more after `signal`.
   */
  request(
    options: { readonly steal: boolean; readonly signal: AbortSignal },
    held: (lost: Promise<void>) => Promise<void>,
  ): void;
}

/**
 * What makes it worth to try at once: the network came back, the page is seen again, a request of somebody else got its
 * answer (`success`), somebody signed in.
 */
export type Wake = 'online' | 'visible' | 'success' | 'signed-in';

/** The tabs of one partition, which share its store: one of them sends. */
export interface TabPorts {
  readonly channel: OutboxChannel;
  /** `null`: a lease in the store decides alone. */
  readonly lock: TabLock | null;
}

export interface OutboxPorts {
  readonly store: OutboxStore;
  readonly gateway: InventoryGateway;
  /** Whose counts these are: a count is sent in nobody else's name. */
  readonly user: string;
  /** `partitionOf` origin, tenant and user. */
  readonly partition: string;
  /** What the host can do; asked before the first send of each start, again after a failure. */
  readonly capabilities: () => Promise<HostCapabilities>;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly timers: Timers;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
  readonly mintKey: () => string;
  readonly wake$: Observable<Wake>;
  /** Frees what can be fetched again, where the disk is full: counts come before it. */
  readonly makeRoom?: () => Promise<void>;
  /** `null`: nobody else sees this store, as none that is in memory: this tab sends by itself. */
  readonly tabs: TabPorts | null;
}
