import { BehaviorSubject, NEVER, Subject } from 'rxjs';
import type { CountForm } from '../../src/domain/counting/state.ts';
import type { Operator } from '../../src/domain/inventory.ts';
import type { ParkedRead } from '../../src/domain/parked-read.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import { startSending } from '../../src/outbox/sending.ts';
import type { TabPorts, Wake } from '../../src/outbox/ports.ts';
import { MemoryDisk, createBreakableStore } from './breakable-store.ts';
import type { StorageKind } from '../../src/outbox/types.ts';
import type { HostConfiguration, InventoryGateway } from '../../src/services/inventory-gateway.ts';
import type { Drafts } from '../../src/device/drafts.ts';
import type { LastSession } from '../../src/device/last-session.ts';
import type { DevicePort, OperatorWork } from '../../src/session/device/operator-work.ts';
import { NO_CACHE } from '../../src/session/state/device-state.ts';

/** One page at a time: a closed one has given its lock back. */
const ONE_TAB: TabPorts = {
  channel: { messages$: NEVER, post: () => undefined, close: () => undefined },
  lock: { request: (_, held) => void held(new Promise(() => undefined)) },
};

/** What outlives a page: the disk of each operator, and who counted last. */
export class FakeDevice implements DevicePort {
  device = 'MC33-07';
  readonly wake$ = new Subject<Wake>();
  readonly answers$ = new Subject<boolean>();
  readonly disks = new Map<string, MemoryDisk>();
  readonly drafts = new Map<string, CountForm>();
  readonly parkedReads = new Map<string, ParkedRead>();
  storage: StorageKind;
  remembered: LastSession | null = null;
  private keys = 0;
  private readonly gateway: InventoryGateway;

  constructor(gateway: InventoryGateway, storage: StorageKind) {
    this.gateway = gateway;
    this.storage = storage;
  }

  now(): number {
    return Date.UTC(2026, 10, 22, 10, 32);
  }
  lastSession(): Promise<LastSession | null> {
    return Promise.resolve(this.remembered);
  }
  remember(session: LastSession | null): void {
    this.remembered = session;
  }

  /** The network is back. */
  online(): void {
    this.answers$.next(true);
    this.wake$.next('online');
  }

  disk(userName: string): MemoryDisk {
    const disk = this.disks.get(userName) ?? new MemoryDisk();
    this.disks.set(userName, disk);
    return disk;
  }

  async open({ userName }: Operator, { capabilities }: HostConfiguration): Promise<OperatorWork> {
    const drafts: Drafts = {
      draft: async listId => this.drafts.get(listId) ?? null,
      saveDraft: async (listId, form) => {
        if (form === null) this.drafts.delete(listId);
        else this.drafts.set(listId, form);
      },
      parked: async () => [...this.parkedReads.values()],
      park: async parked => {
        this.parkedReads.set(parked.id, parked);
      },
      unpark: async id => {
        this.parkedReads.delete(id);
      },
    };
    const outbox = createOutbox(
      {
        store: createBreakableStore({ disk: this.disk(userName), storage: this.storage }),
        gateway: this.gateway,
        user: userName,
        partition: userName,
        capabilities: async () => capabilities,
        clock: { now: () => this.now(), monotonic: () => 0 },
        // Nothing is tried again by itself: a test says when.
        timers: { after: () => () => undefined },
        random: () => 0.5,
        mintKey: () => `minted-by-outbox-${++this.keys}`,
        wake$: this.wake$,
        tabs: this.storage === 'device' ? ONE_TAB : null,
      },
      () => Promise.resolve(startSending),
    );
    return {
      outbox,
      drafts,
      gateway: this.gateway,
      cache$: new BehaviorSubject(NO_CACHE),
      signedIn: () => this.wake$.next('signed-in'),
      follow: () => undefined,
      answers$: this.answers$,
      forget: async () => {
        this.drafts.clear();
        await outbox.forgetFinished();
      },
      dispose: () => outbox.dispose(),
    };
  }
}
