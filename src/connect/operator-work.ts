import { BehaviorSubject, NEVER, Subject, Subscription, filter, map, merge } from 'rxjs';
import { createCopyStore } from '../device/copy/copy-store.ts';
import { createOperatorCopy } from '../device/copy/operator-copy.ts';
import { NO_DRAFTS, createDrafts } from '../device/drafts.ts';
import { createOfflineGateway } from '../device/copy/offline-gateway.ts';
import type { Operator } from '../domain/inventory.ts';
import { later } from '../loading/later.ts';
import { whenIdle } from '../loading/when-idle.ts';
import { askForPersistence, browserWake, openBrowserStore } from '../outbox/browser.ts';
import { browserClock } from '../ports/time.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { partitionOf } from '../outbox/partition.ts';
import type { OutboxPorts, Wake } from '../outbox/ports.ts';
import { createMemoryStore } from '../outbox/store/memory-store.ts';
import { rowAtHost } from '../outbox/standing.ts';
import { createLastSession } from '../device/last-session.ts';
import type { InventoryGateway } from '../services/inventory-gateway.ts';
import type { OperatorWork, DevicePort } from '../session/device/operator-work.ts';
import { NO_CACHE, type CacheState } from '../session/state/device-state.ts';

const sending = later(() => import('../outbox/sending.ts'));
const loadSending = async () => (await sending()).startSending;

/** What saves a count comes first: until then counts wait. */
async function loadSendingWhenIdle() {
  await new Promise<void>(whenIdle);
  return loadSending();
}

/** The part of the composition root that deals with what this device has of one operator's work. */
export interface DeviceOptions {
  readonly gateway: InventoryGateway;
  /** Which host this is: counts for one are never sent to another. */
  readonly origin: string;
  readonly tenant: string;
  /** Who is signed in, where the page knows; else whoever counted here last, until the host answers. */
  readonly userName: string | null;
  readonly device: string;
  readonly mintKey: () => string;
}

/** Keeps counts, and what else is needed to go on without the host, on this device. */
export function browserDevice(options: DeviceOptions): DevicePort {
  const { origin, tenant, userName } = options;
  const last = createLastSession(partitionOf({ origin, tenant, user: '' }));
  return {
    device: options.device,
    now: browserClock.now,
    lastSession: async () => {
      const session = await last.read();
      return userName === null || session?.operator.userName === userName ? session : null;
    },
    remember: session => last.write(session),
    open: operator => open(options, operator),
  };
}

/** Keeps nothing on this device: each count waits for the host, in memory. */
export function forgetfulDevice(options: DeviceOptions): DevicePort {
  return {
    device: options.device,
    now: () => browserClock.now(),
    lastSession: () => Promise.resolve(null),
    remember: () => undefined,
    open: ({ userName }) => {
      const wakes$ = new Subject<Wake>();
      const ports = outboxPorts(options, userName, wakes$);
      const store = createMemoryStore({ storage: 'off' });
      const outbox = createOutbox({ ...ports, gateway: options.gateway, store, tabs: null }, loadSending);
      return Promise.resolve({
        outbox,
        drafts: NO_DRAFTS,
        gateway: options.gateway,
        cache$: new BehaviorSubject(NO_CACHE),
        answers$: NEVER,
        signedIn: () => wakes$.next('signed-in'),
        follow: () => undefined,
        forget: async () => {
          await outbox.forgetFinished();
        },
        dispose: () => outbox.dispose(),
      });
    },
  };
}

/** What an outbox needs wherever it keeps its counts. */
function outboxPorts(options: DeviceOptions, user: string, wakes$: Subject<Wake>) {
  const { origin, tenant, mintKey } = options;
  return {
    user,
    partition: partitionOf({ origin, tenant, user }),
    capabilities: async () => (await options.gateway.configuration()).capabilities,
    clock: browserClock,
    timers: browserClock,
    random: () => Math.random(),
    mintKey,
    wake$: merge(browserWake(), wakes$),
  } satisfies Partial<OutboxPorts>;
}

async function open(options: DeviceOptions, { userName }: Operator): Promise<OperatorWork> {
  const wakes$ = new Subject<Wake>();
  const ports = outboxPorts(options, userName, wakes$);
  const { partition, mintKey } = ports;
  const copyStore = createCopyStore(`wms-inventar-copy-${partition}`);
  const copy = createOperatorCopy(copyStore, { gateway: options.gateway, now: browserClock.now, mintKey });
  const { gateway, forOutbox, answers$, inUse$ } = createOfflineGateway(options.gateway, copy.access, browserClock);
  askForPersistence();
  const outbox = createOutbox(
    {
      ...ports,
      ...(await openBrowserStore(partition)),
      gateway: forOutbox,
      makeRoom: () => copyStore.clear().catch(() => undefined),
    },
    loadSendingWhenIdle,
  );

  const subscription = new Subscription();
  const cache$ = new BehaviorSubject<CacheState>(NO_CACHE);
  subscription.add(copy.state$.subscribe(state => cache$.next({ ...cache$.value, ...state })));
  subscription.add(inUse$.subscribe(inUse => inUse !== cache$.value.inUse && cache$.next({ ...cache$.value, inUse })));
  // A host that was silent answers again: what waits is sent, what is missing is loaded.
  let isUp = true;
  const again$ = answers$.pipe(
    filter(answered => {
      const again = answered && !isUp;
      isUp = answered;
      return again;
    }),
  );
  subscription.add(
    again$.subscribe(() => {
      wakes$.next('success');
      copy.resume();
    }),
  );
  const done$ = outbox.events$.pipe(
    map(({ record }) => ({ listId: record.listId, row: rowAtHost(record) })),
    filter(({ row }) => row !== null),
  );
  subscription.add(
    done$.subscribe(({ listId, row }) => {
      if (row === null) return;
      const save = async () => (await copy.access.whenIdle()).saveRows(listId, [row]);
      save().catch(() => undefined);
    }),
  );

  return {
    outbox,
    drafts: createDrafts(copyStore),
    gateway,
    cache$,
    answers$,
    signedIn: () => wakes$.next('signed-in'),
    follow: listId => copy.follow(listId),
    forget: async () => {
      copy.end();
      await copyStore.clear().catch(() => undefined);
      await outbox.forgetFinished();
    },
    dispose: () => {
      subscription.unsubscribe();
      copy.end();
      outbox.dispose();
      copyStore.close();
    },
  };
}
