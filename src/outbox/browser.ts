/** The outbox's ports as a browser has them. Named by the composition root only. */
import { Observable, Subject } from 'rxjs';
import type { OutboxChannel, OutboxPorts, TabLock, TabMessage, Wake } from './ports.ts';
import { createIdbStore } from './store/idb-store.ts';
import type { StorageKind } from './store/store.ts';
import { browserClock, within } from '../ports/time.ts';
import { createMemoryStore } from './store/memory-store.ts';

/** How long the storage may take to answer at the start, in milliseconds. */
const ANSWERS_WITHIN = 5_000;

/**
 * The store of a partition, and the tabs that share it; where the browser keeps nothing (private mode, storage
 * withdrawn) or does not answer, one in memory for this page alone.
 */
export async function openBrowserStore(partition: string): Promise<Pick<OutboxPorts, 'store' | 'tabs'>> {
  const store = createIdbStore(nameOf(partition));
  const asked = store
    .transact('readonly', tx => tx.getMeta('id'))
    .then(
      () => 'device' as const,
      () => 'none' as const,
    );
  const storage = await within<StorageKind>(ANSWERS_WITHIN, asked, browserClock, () => 'silent');
  if (storage === 'device')
    return { store, tabs: { channel: browserChannel(partition), lock: browserLock(partition) } };
  store.close();
  return { store: createMemoryStore(storage), tabs: null };
}

/** Tabs of one partition. What they say is checked: any script of the origin can post there. */
export function browserChannel(partition: string): OutboxChannel {
  const channel = new BroadcastChannel(nameOf(partition));
  const messages$ = new Subject<TabMessage>();
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isTabMessage(data)) messages$.next(data);
  };
  let closed = false;
  return {
    messages$,
    post: message => {
      if (!closed) channel.postMessage(message);
    },
    close: () => {
      closed = true;
      channel.close();
      messages$.complete();
    },
  };
}

/** Web Locks need HTTPS or localhost: `null` without. */
export function browserLock(partition: string): TabLock | null {
  if (!('locks' in navigator)) return null;
  const { locks } = navigator;
  const name = nameOf(partition);
  return {
    request: ({ steal, signal }, held) => {
      let lose: () => void = () => undefined;
      const lost = new Promise<void>(done => (lose = done));
      // A request that steals takes no signal; and one that is stolen from rejects.
      const options: LockOptions = steal ? { steal } : { signal };
      locks.request(name, options, () => held(lost)).catch(() => lose());
    },
  };
}

/** The network is back; the page is seen again, or comes back from the browser's cache. */
export function browserWake(): Observable<Wake> {
  return new Observable(subscriber => {
    const online = () => subscriber.next('online');
    const shown = () => subscriber.next('visible');
    const changed = () => {
      if (document.visibilityState === 'visible') shown();
    };
    window.addEventListener('online', online);
    window.addEventListener('pageshow', shown);
    document.addEventListener('visibilitychange', changed);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('pageshow', shown);
      document.removeEventListener('visibilitychange', changed);
    };
  });
}

/** The name of a partition's data base, channel and lock. */
export function nameOf(partition: string): string {
  return `wms-inventar-${partition}`;
}

function isTabMessage(data: unknown): data is TabMessage {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  switch (data.type) {
    case 'changed':
      return 'ids' in data && Array.isArray(data.ids) && data.ids.every(id => typeof id === 'string');
    case 'alive?':
    case 'alive':
      return 'owner' in data && typeof data.owner === 'string';
    default:
      return data.type === 'send-now' || data.type === 'released';
  }
}
