import { NEVER, type Observable, Subject, fromEvent, map, merge, filter } from 'rxjs';
import type { Clock, OutboxChannel, TabLock, TabMessage, Timers, Wake } from './outbox/ports.ts';

/** The platform as the outbox sees it. Each of these may be missing: a LAN page on plain http has no Web Locks. */

export const browserClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};

export const browserTimers: Timers = {
  set: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

export function browserChannel(name: string): OutboxChannel {
  if (typeof BroadcastChannel === 'undefined') {
    return { messages$: NEVER, post: () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel(name);
  const messages$ = new Subject<TabMessage>();
  channel.onmessage = (event: MessageEvent<TabMessage>) => messages$.next(event.data);
  return {
    messages$,
    post: message => channel.postMessage(message),
    close: () => {
      channel.close();
      messages$.complete();
    },
  };
}

/** `null` where there are no Web Locks: the lease in the store decides alone. */
export function browserLock(name: string): TabLock | null {
  if (!('locks' in navigator)) return null;
  return {
    request: ({ steal, signal }, held) => {
      let lose: () => void = () => undefined;
      const lost = new Promise<void>(resolve => (lose = resolve));
      // A lock can't be stolen and given up waiting for at once: stealing does not wait.
      const options: LockOptions = steal ? { steal } : { signal };
      navigator.locks.request(name, options, () => (signal.aborted ? undefined : held(lost))).catch(() => lose());
    },
  };
}

/** What makes it worth to try at once, beside a button. */
export function browserWakes(): Observable<Wake> {
  return merge(
    fromEvent(window, 'online').pipe(map((): Wake => 'online')),
    fromEvent(window, 'pageshow').pipe(map((): Wake => 'visible')),
    fromEvent(document, 'visibilitychange').pipe(
      filter(() => document.visibilityState === 'visible'),
      map((): Wake => 'visible'),
    ),
  );
}
