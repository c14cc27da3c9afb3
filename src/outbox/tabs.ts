import { type Ledger, TAB_VERSION } from './ledger.ts';
import type { OutboxPorts, TabPorts } from './ports.ts';
import type { OutboxRecord, Sent } from './record.ts';

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
  /** Resolves when the lease is given back, as far as the store lets it. */
  dispose(): Promise<void>;
}

/** Where no other tab sees the store: nobody is asked, and the lease that was never taken is this tab's. */
export function noTabs(onEpoch: (epoch: number) => void): Tabs {
  onEpoch(0);
  return { look: () => undefined, lost: () => undefined, dispose: () => Promise.resolve() };
}

type TabsPorts = TabPorts &
  Pick<OutboxPorts, 'timers'> & {
    readonly ledger: Ledger;
    /** This tab's name; another one after each start. */
    readonly tab: string;
    /** This tab sends, or (`null`) does no longer. */
    readonly onEpoch: (epoch: number | null) => void;
    /** Another tab has a version of the plugin that can't read what this one stores; or (`false`) no longer. */
    readonly onOldTab: (isOpen: boolean) => void;
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
export function createTabs(ports: TabsPorts): Tabs {
  const { channel, lock, timers, ledger, tab, onEpoch, onOldTab } = ports;
  const aborter = new AbortController();
  const { signal } = aborter;
  let epoch: number | null = null;
  let release: () => void = () => undefined;
  let cancelTimer: () => void = () => undefined;
  let cancelOldTab: () => void = () => undefined;
  const answered = new Set<string>();
  let waiting: AbortController | null = null;
  let looking = false;
  /** Something happened while it was looking. */
  let lookAgain = false;

  const heard = channel.messages$.subscribe(message => {
    if (message.type === 'alive?' && message.owner === tab && epoch !== null) {
      channel.post({ type: 'alive', owner: tab });
    }
    if (message.type === 'alive?' && message.version === undefined) heardOldTab();
    if (message.type === 'alive') answered.add(message.owner);
    if (message.type === 'released') look();
  });

  const heardOldTab = () => {
    onOldTab(true);
    cancelOldTab();
    cancelOldTab = timers.after(OLD_TAB_LOOKS_WITHIN_MS, () => onOldTab(false));
  };

  /** Takes the lease, if it is still in the hands it was seen in; what is found `sending` was interrupted. */
  const take = async (seen: number | null): Promise<void> => {
    const taken = await ledger.write(async tx => {
      const lease = await tx.lease();
      if (signal.aborted || (seen !== null && lease.epoch !== seen)) return null;
      const next = lease.epoch + 1;
      await tx.setLease({ owner: tab, epoch: next });
      for (const record of await tx.open()) {
        const { fate } = record;
        if (fate.kind === 'sending') await tx.put(interrupted(record, fate.sent));
      }
      return next;
    });
    if (taken === null || signal.aborted) return;
    epoch = taken;
    onEpoch(epoch);
  };

  /** One request at a time: one that steals takes the place of the one that waits. */
  const waitForLock = (steal: boolean) => {
    waiting?.abort();
    const own = (waiting = new AbortController());
    lock?.request({ steal, signal: own.signal }, async lostLock => {
      if (own.signal.aborted) return;
      const released = new Promise<void>(done => (release = done));
      try {
        await take(null);
        if (epoch !== null) await Promise.race([lostLock, released]);
      } finally {
        if (waiting === own) waiting = null;
        drop();
      }
    });
  };

  const drop = () => {
    release();
    if (epoch === null) return;
    epoch = null;
    onEpoch(null);
    lookLater();
  };

  /** Never rejects: a store that does not answer is asked again later. */
  const lookOnce = async (): Promise<void> => {
    if (lock !== null && waiting === null) waitForLock(false);
    const { owner, epoch: seen, isOld } = await ledger.lease();
    if (owner === null || owner === tab) return lock === null ? take(seen) : undefined;
    answered.delete(owner);
    channel.post({ type: 'alive?', owner, version: TAB_VERSION });
    await new Promise<void>(done => timers.after(ANSWER_WITHIN_MS, done));
    if (signal.aborted || epoch !== null || (answered.has(owner) && !isOld)) return;
    const { epoch: now } = await ledger.lease();
    if (now !== seen) return;
    if (lock === null) await take(seen);
    else waitForLock(true);
  };
  const look = () => {
    lookAgain = looking;
    if (looking || epoch !== null || signal.aborted) return;
    looking = true;
    lookOnce()
      .catch(() => undefined)
      .finally(() => {
        looking = false;
        if (lookAgain) look();
        else lookLater();
      });
  };
  const lookLater = () => {
    cancelTimer();
    if (epoch === null && !signal.aborted) cancelTimer = timers.after(LOOK_EVERY_MS, look);
  };

  look();

  return {
    look,
    lost: drop,
    dispose: async () => {
      heard.unsubscribe();
      cancelTimer();
      cancelOldTab();
      const held = epoch;
      aborter.abort();
      waiting?.abort();
      drop();
      if (held === null) return;
      // So that another tab need not wait for the silence of this one.
      const giveBack = ledger.write(async tx => {
        if ((await tx.lease()).epoch === held) await tx.setLease({ owner: null, epoch: held });
      });
      await giveBack.then(
        () => channel.post({ type: 'released' }),
        () => undefined,
      );
    },
  };
}

function interrupted(record: OutboxRecord, sent: Sent): OutboxRecord {
  return { ...record, fate: { kind: 'unknown', sent: { ...sent, doubt: true, trouble: { kind: 'interrupted' } } } };
}
