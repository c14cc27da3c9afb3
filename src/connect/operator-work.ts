import { BehaviorSubject, NEVER, Subject, merge } from 'rxjs';
import { NO_CACHE } from '../device/copy/copy-state.ts';
import { createCopyStore } from '../device/copy/copy-store.ts';
import { copyPart, createOperatorCopy } from '../device/copy/operator-copy.ts';
import { NO_DRAFTS, createDrafts } from '../device/drafts.ts';
import type { LastSessionStore } from '../device/last-session.ts';
import { later, needAtLast } from '../loading/later.ts';
import { whenIdle } from '../loading/when-idle.ts';
import { browserWake, openBrowserStore } from '../outbox/browser.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { type PartitionOwner, partitionOf } from '../outbox/partition.ts';
import type { OutboxPorts, Wake } from '../outbox/ports.ts';
import type { LoadSending } from '../outbox/sending-ports.ts';
import { createMemoryStore } from '../outbox/store/memory-store.ts';
import { browserClock } from '../ports/time.ts';
import type { InventoryGateway } from '../services/inventory-gateway.ts';
import type { Here } from './sending-here.ts';
import type { DevicePort } from '../session/device/operator-work.ts';

const sending = later(() => import('./sending-here.ts'));
/** It is there; where it was missing, what waits is tried for again. */
const sendingCame$ = new Subject<Wake>();
const loadSending = (here: Here | null) =>
  new Promise<Awaited<ReturnType<LoadSending>>>((resolve, reject) => {
    void needAtLast(sending, reject).then(({ startSending, startSendingHere }) => {
      resolve(here === null ? startSending : ports => startSendingHere(ports, here));
      sendingCame$.next('online');
    });
  });

const hash = later(() => import('../outbox/sha256.ts'));
const nameOf = (owner: PartitionOwner) => partitionOf(owner, () => needAtLast(hash));

const idle = () => new Promise<void>(whenIdle);
/** What saves a count comes first: until then counts wait. */
const loadSendingWhenIdle = (here: Here) => idle().then(() => loadSending(here));

/** The part of the composition root that deals with what this device has of one operator's work. */
export interface DeviceOptions {
  readonly gateway: InventoryGateway;
  /** Which host this is: counts for one are never sent to another. */
  readonly origin: string;
  readonly tenant: string;
  /** Who is signed in, where the page knows; else whoever counted here last, until the host answers. */
  readonly userName: () => string | null;
  readonly device: () => string;
  readonly mintKey: () => string;
}

/** Keeps counts, and what else is needed to go on without the host, on this device. */
export function browserDevice(options: DeviceOptions): DevicePort {
  const { origin, tenant } = options;
  let opened: LastSessionStore | null = null;
  const last = async () => (opened ??= (await copyPart()).openLastSession(await nameOf({ origin, tenant, user: '' })));
  let remembering: Promise<unknown> = Promise.resolve();
  return {
    get device() {
      return options.device();
    },
    now: browserClock.now,
    lastSession: async () => {
      await remembering;
      const session = await last()
        .then(store => store.read())
        .catch(() => null);
      const userName = options.userName();
      return userName === null || session?.operator.userName === userName ? session : null;
    },
    remember: session => {
      // Who logs out is forgotten at once.
      const inTime = session === null ? remembering : remembering.then(idle);
      // Denied or full: after a reload without a host, it is asked to sign in.
      remembering = inTime
        .then(last)
        .then(store => store.write(session))
        .catch(() => undefined);
    },
    open: async operator => {
      const user = operator.userName;
      const owner = { origin, tenant, user };
      const partition = await nameOf(owner);
      const kept = await openBrowserStore(partition);
      const store = createCopyStore(`wms-inventar-copy-${partition}`);
      const copy = createOperatorCopy(store, { ...options, clock: browserClock });
      const clear = () => store.clear().catch(() => undefined);
      const { outbox, wakes$ } = openOutbox(options, {
        user,
        partition,
        ...kept,
        gateway: copy.forOutbox,
        makeRoom: clear,
        load: () => loadSendingWhenIdle({ owner, nameOf, store: kept.store }),
      });
      copy.again$.subscribe(() => wakes$.next('success'));
      return {
        ...copy,
        outbox,
        drafts: createDrafts(store),
        signedIn: () => wakes$.next('signed-in'),
        forget: async () => {
          copy.end();
          await clear();
          await outbox.forgetFinished();
        },
        dispose: () => {
          copy.end();
          outbox.dispose();
          store.close();
        },
      };
    },
  };
}

/** Keeps nothing on this device: each count waits for the host, in memory. */
export function forgetfulDevice(options: DeviceOptions): DevicePort {
  const { gateway, origin, tenant } = options;
  return {
    get device() {
      return options.device();
    },
    now: browserClock.now,
    lastSession: () => Promise.resolve(null),
    remember: () => undefined,
    open: async ({ userName: user }) => {
      const partition = await nameOf({ origin, tenant, user });
      const store = createMemoryStore('off');
      const kept = { user, partition, store, tabs: null, gateway };
      const { outbox, wakes$ } = openOutbox(options, { ...kept, load: () => loadSending(null) });
      return {
        outbox,
        drafts: NO_DRAFTS,
        gateway,
        cache$: new BehaviorSubject(NO_CACHE),
        answers$: NEVER,
        signedIn: () => wakes$.next('signed-in'),
        follow: () => undefined,
        forget: async () => {
          await outbox.forgetFinished();
        },
        dispose: () => outbox.dispose(),
      };
    },
  };
}

/** The outbox of one operator, wherever it keeps its counts, and what wakes it. */
function openOutbox(
  { mintKey, gateway }: DeviceOptions,
  {
    load,
    ...kept
  }: Pick<OutboxPorts, 'user' | 'partition' | 'store' | 'tabs' | 'gateway' | 'makeRoom'> & {
    readonly load: LoadSending;
  },
) {
  const wakes$ = new Subject<Wake>();
  const ports = {
    capabilities: async () => (await gateway.configuration()).capabilities,
    clock: browserClock,
    timers: browserClock,
    random: () => Math.random(),
    mintKey,
    wake$: merge(browserWake(), wakes$, sendingCame$),
  };
  return { outbox: createOutbox({ ...ports, ...kept }, load), wakes$ };
}
