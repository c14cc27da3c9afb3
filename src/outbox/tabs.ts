import type { Unsubscribable } from 'rxjs';
import { interrupted } from './interrupted.ts';
import { type Ledger, TAB_VERSION } from './ledger.ts';
import type { OutboxPorts, TabLock, TabMessage, TabPorts } from './ports.ts';
import type { StorageWatch } from './storage-watch.ts';

/** How often a tab that does not send looks whether the one that does still lives. */
const LOOK_EVERY_MS = 15_000;
/** How long a living tab may take to answer: a busy one takes a while, a frozen one for ever. */
const ANSWER_WITHIN_MS = 3_000;
/** An old tab that is still open looks as often; one in the background every minute at most. */
const OLD_TAB_LOOKS_WITHIN_MS = 150_000;

export interface Tabs {
  /** Looks now: the sender may be gone. */
  look(): void;
  /** The lease was found in other hands. */
  lost(): void;
  /** Looks whether it is: a tab that slept has not heard of it, and with nothing to send would not find it. */
  check(): void;
  /** The lease went with the store it was in. */
  evicted(): void;
  /** Resolves when the lease is given back, as far as the store lets it. */
  dispose(): Promise<void>;
}

/** Where no other tab sees the store: nobody is asked, and the lease that was never taken is this tab's. */
export function noTabs(onEpoch: (epoch: number) => void): Tabs {
  onEpoch(0);
  const nothing = () => undefined;
  return { look: nothing, lost: nothing, check: nothing, evicted: nothing, dispose: () => Promise.resolve() };
}

type TabsPorts = TabPorts &
  Pick<OutboxPorts, 'timers'> & {
    readonly ledger: Ledger;
    readonly storage: StorageWatch;
    /** This tab's name; another one after each start. */
    readonly tab: string;
    /** This tab sends, or (`null`) does no longer. */
    readonly onEpoch: (epoch: number | null) => void;
    /** Another tab has a version of the plugin that can't read what this one stores; or (`false`) no longer. */
    readonly onOldTab: (isOpen: boolean) => void;
    /** Looks for what a tab wrote that could not tell of it. */
    readonly sync: () => void;
  };

/**
 * One sender for each partition, whatever tabs are open. The lease in the store says which; its `epoch` is checked in
 * each transaction that matters, so that a wrong guess here costs a request, never a count.
 *
 * A Web Lock hands over at once when a tab closes or crashes. But a frozen tab keeps its lock, and a page on plain http
 * has none: so the others ask the owner whether it lives, and take over when no answer comes. When it thaws, it finds
 * another epoch and stops; an answer it still gets is a late one (`afterLateOutcome`).
 *
 * A tab with an older version that names none is taken over from although it lives: it would let wait what it can't read.
 */
export class SharedTabs implements Tabs {
  private readonly ports: TabsPorts;
  private readonly heard: Unsubscribable;
  /** Under which this tab sends; `null`: it does not. */
  private epoch: number | null = null;
  private disposed = false;
  private looking = false;
  /** Something happened while it was looking. */
  private lookAgain = false;
  private readonly answered = new Set<string>();
  /** The request for the lock. */
  private waiting: AbortController | null = null;
  private release: () => void = () => undefined;
  private cancelTimer: () => void = () => undefined;
  private cancelOldTab: () => void = () => undefined;

  constructor(ports: TabsPorts) {
    this.ports = ports;
    this.heard = ports.channel.messages$.subscribe(message => this.hear(message));
    this.look();
  }

  look(): void {
    this.lookAgain = this.looking;
    if (this.looking || this.epoch !== null || this.disposed) return;
    this.looking = true;
    // A store that does not answer is asked again later.
    const looked = this.lookOnce().catch(() => undefined);
    void looked.then(() => {
      this.looking = false;
      if (this.lookAgain) this.look();
      else this.lookLater();
    });
  }

  lost(): void {
    this.release();
    if (this.epoch === null) return;
    this.epoch = null;
    this.ports.onEpoch(null);
    this.lookLater();
  }

  check(): void {
    const { epoch } = this;
    if (epoch === null) return;
    const isLost = this.ports.ledger.lease().then(
      lease => lease.epoch !== epoch && this.epoch === epoch,
      () => false,
    );
    void isLost.then(is => is && this.resume());
  }

  evicted(): void {
    if (this.epoch !== null) this.resume();
  }

  private resume(): void {
    this.lost();
    this.look();
  }

  async dispose(): Promise<void> {
    const { epoch } = this;
    this.heard.unsubscribe();
    this.cancelTimer();
    this.cancelOldTab();
    this.disposed = true;
    this.waiting?.abort();
    this.lost();
    if (epoch === null) return;
    // So that another tab need not wait for the silence of this one.
    const giveBack = this.ports.ledger.write(async tx => {
      if ((await tx.lease()).epoch === epoch) await tx.setLease({ owner: null, epoch });
    });
    await giveBack.then(
      () => this.ports.channel.post({ type: 'released' }),
      () => undefined,
    );
  }

  private hear(message: TabMessage): void {
    const { channel, tab } = this.ports;
    if (message.type === 'alive?' && message.owner === tab && this.epoch !== null) {
      channel.post({ type: 'alive', owner: tab });
      // It has just started, or may have read what nobody told of.
      this.ports.sync();
    }
    if (message.type === 'alive?' && message.version === undefined) this.heardOldTab();
    if (message.type === 'alive') this.answered.add(message.owner);
    if (message.type === 'released') this.look();
  }

  private heardOldTab(): void {
    const { timers, onOldTab } = this.ports;
    onOldTab(true);
    this.cancelOldTab();
    this.cancelOldTab = timers.after(OLD_TAB_LOOKS_WITHIN_MS, () => onOldTab(false));
  }

  private lookLater(): void {
    this.cancelTimer();
    if (this.disposed) return;
    this.cancelTimer = this.ports.timers.after(LOOK_EVERY_MS, () => {
      if (this.epoch === null) return this.look();
      this.ports.sync();
      this.lookLater();
    });
  }

  private async lookOnce(): Promise<void> {
    const { lock, ledger, channel, timers, tab } = this.ports;
    if (lock !== null && this.waiting === null) this.waitForLock(lock, false);
    const { owner, epoch: seen, isOld } = await ledger.lease();
    if (owner === null || owner === tab) return lock === null ? this.take(seen) : undefined;
    this.answered.delete(owner);
    channel.post({ type: 'alive?', owner, version: TAB_VERSION });
    await new Promise<void>(done => timers.after(ANSWER_WITHIN_MS, done));
    if (this.disposed || this.epoch !== null || (this.answered.has(owner) && !isOld)) return;
    if ((await ledger.lease()).epoch !== seen) return;
    if (lock === null) await this.take(seen);
    else this.waitForLock(lock, true);
  }

  /** One request at a time: one that steals takes the place of the one that waits. */
  private waitForLock(lock: TabLock, steal: boolean): void {
    this.waiting?.abort();
    const own = (this.waiting = new AbortController());
    lock.request({ steal, signal: own.signal }, async lostLock => {
      if (own.signal.aborted) return;
      const released = new Promise<void>(done => (this.release = done));
      try {
        await this.take(null);
        if (this.epoch !== null) await Promise.race([lostLock, released]);
      } finally {
        if (this.waiting === own) this.waiting = null;
        this.lost();
      }
    });
  }

  /** Takes the lease, if it is still in the hands it was `seen` in; what is found `sending` was interrupted. */
  private async take(seen: number | null): Promise<void> {
    const { ledger, storage, tab, onEpoch } = this.ports;
    const taking = ledger.write(async tx => {
      const lease = await tx.lease();
      if (this.disposed || (seen !== null && lease.epoch !== seen)) return null;
      const epoch = lease.epoch + 1;
      await tx.setLease({ owner: tab, epoch });
      for (const record of await tx.open()) {
        if (record.fate.kind === 'sending') await tx.put(interrupted(record));
      }
      return epoch;
    });
    const taken = await storage.watch(taking);
    if (taken === null || this.disposed) return;
    this.epoch = taken;
    onEpoch(taken);
  }
}
