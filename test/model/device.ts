import { Subject } from 'rxjs';
import type { CountIdentity } from '../../src/domain/count-identity.ts';
import type { CountMode } from '../../src/domain/record-count.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import { blockedLists } from '../../src/outbox/decide/next.ts';
import { isAsAnother } from '../../src/outbox/delivery.ts';
import { startSending } from '../../src/outbox/sending.ts';
import type { Wake } from '../../src/outbox/ports.ts';
import { isOpen } from '../../src/outbox/standing.ts';
import { quantitiesOf } from '../../src/domain/record-count.ts';
import { openRecords } from '../../src/outbox/view.ts';
import { readRow } from '../../src/outbox/stored-row.ts';
import { MemoryDisk, type BreakableStore, createBreakableStore } from '../support/breakable-store.ts';
import { NO_OUTBOX } from '../../src/session/state/device-state.ts';
import type { Outbox, OutboxRecord, OutboxState } from '../../src/outbox/types.ts';
import { identity, item } from '../support/fixtures.ts';
import type { Network } from './network.ts';
import { type Life, Neighbours, type World, settled } from './world.ts';

export interface Tab {
  readonly life: Life;
  readonly store: BreakableStore;
  readonly outbox: Outbox;
  readonly wake$: Subject<Wake>;
}

/** What a tab's screen says now. */
function shown(tab: Tab | null): OutboxState {
  let now = NO_OUTBOX;
  tab?.outbox.state$.subscribe(state => (now = state)).unsubscribe();
  return now;
}

/** A count whose operator was told that it is saved. */
export interface Promised {
  readonly id: string;
  readonly mode: CountMode;
}

/** What one user has on the handheld: a disk that outlives tabs, and up to two tabs. */
export class Partition {
  readonly user: string;
  readonly disk = new MemoryDisk();
  readonly tabs: (Tab | null)[] = [null, null];
  promised: readonly Promised[] = [];
  private readonly world: World;
  private readonly network: Network;
  private readonly neighbours: Neighbours;
  private readonly webLocks: boolean;
  /** Counts of which a person said that the host has them. */
  readonly said = new Set<string>();
  /** What was kept here was deleted by somebody else: from then on a count may be where only a tab knows of it. */
  evicted = false;
  private evicting = 0;
  private lives = 0;
  private presses = 0;

  constructor(user: string, world: World, network: Network, webLocks: boolean) {
    this.user = user;
    this.world = world;
    this.network = network;
    this.neighbours = new Neighbours(world);
    this.webLocks = webLocks;
  }

  open(n: number): void {
    if (this.tabs[n] != null) return;
    const { world, network, neighbours, user } = this;
    const life: Life = { name: `${user} ${n} life ${++this.lives}`, state: 'running' };
    const store = createBreakableStore({
      disk: this.disk,
      storage: 'device',
      complete: go => (this.held === null ? world.later('disk', life, go) : this.held.push({ life, go })),
    });
    const gateway = network.gatewayOf(life, user, { disk: this.disk, isSilent: () => this.held !== null });
    const wake$ = new Subject<Wake>();
    const outbox = createOutbox(
      {
        store,
        gateway,
        user,
        partition: user,
        capabilities: async () => (await gateway.configuration()).capabilities,
        clock: world.clock,
        timers: world.timersOf(life),
        random: world.random,
        mintKey: world.mintKey,
        wake$,
        tabs: { channel: neighbours.channelOf(life), lock: this.webLocks ? neighbours.lockOf(life) : null },
      },
      () => Promise.resolve(startSending),
    );
    this.tabs[n] = { life, store, outbox, wake$ };
  }

  /** A power cut, for this tab: nothing it was about to do is done. */
  kill(n: number): void {
    const tab = this.tabs[n];
    if (tab == null) return;
    tab.store.kill();
    this.world.bury(tab.life);
    for (const flight of [...this.network.flights]) if (flight.of === tab.life) this.network.flights.delete(flight);
    this.neighbours.bury(tab.life);
    this.tabs[n] = null;
    if (this.evicted) this.forgetLost();
  }

  /** What is being written is not complete before the storage answers again. */
  stall(): void {
    this.held ??= [];
    this.stalled = true;
  }
  answers(): void {
    for (const { life, go } of this.held ?? []) this.world.later('disk', life, go);
    this.held = null;
  }
  /** It did not for a while: from then on a host with keys may have a count that the disk does not say was sent. */
  stalled = false;
  private held: { readonly life: Life; readonly go: () => void }[] | null = null;

  /** The battery dies after a write is complete, before another tab hears of it. */
  killWithTheNextWrite(n: number): void {
    this.tabs[n]?.store.dieWithTheNextWrite(() => this.kill(n));
  }

  /** The battery is charged. */
  charge(): void {
    for (const tab of this.tabs) tab?.store.dieWithTheNextWrite(null);
  }

  /** Another page deletes what is kept. Tabs have heard each other by then; one that sleeps may not have. */
  async evict(): Promise<void> {
    if (this.tabs.some(tab => tab?.life.state === 'frozen')) return;
    await this.world.deliverMessages();
    this.evicting++;
    this.disk.inTurn(async () => {
      await this.disk.evict();
      this.evicting--;
      this.evicted = true;
      this.forgetLost();
    });
  }

  /** Whether a tab that is still there knows of the count. */
  isKnownToATab(id: string): boolean {
    return this.tabs.some(tab => {
      const { waiting, sending, unknown, attention, done, superseded, discarded } = shown(tab);
      return [waiting, sending, unknown, attention, done, superseded, discarded].some(records =>
        records.some(record => record.id === id || record.previousIds.includes(id)),
      );
    });
  }

  /** What neither the disk nor a tab has any more is lost, and nobody could help it. */
  private forgetLost(): void {
    const kept = this.records().flatMap(({ id, previousIds }) => [id, ...previousIds]);
    this.promised = this.promised.filter(({ id }) => kept.includes(id) || this.isKnownToATab(id));
  }

  /** A hidden tab that the browser stops; not while it writes, which browsers don't do either. */
  freeze(n: number): void {
    const tab = this.tabs[n];
    if (tab == null || tab.life.state !== 'running') return;
    const writes = this.world.hasDiskWork(tab.life) || this.held?.some(({ life }) => life === tab.life) === true;
    if (!writes) tab.life.state = 'frozen';
  }

  thaw(): void {
    for (const tab of this.tabs) if (tab?.life.state === 'frozen') tab.life.state = 'running';
  }

  /** The tab a person uses: the one meant, or else the other. */
  usable(n: number): Tab | null {
    const running = (tab: Tab | null | undefined) => tab?.life.state === 'running';
    return [this.tabs[n], ...this.tabs].find(running) ?? null;
  }

  /**
   * What the form does at Confirm: decides on this device's own pending counts, or on the row as it was read; a stale
   * read is one from before somebody else's change.
   */
  confirm(n: number, listId: string, place: string, mode: 'add' | 'replace', quantity: string, stale: boolean): void {
    const tab = this.usable(n);
    if (tab === null) return;
    const of: CountIdentity = identity({ location: place });
    const pending = tab.outbox.pendingFor(listId, of);
    const row = stale ? null : this.network.host.row(listId, of);
    const known = pending?.projected ?? quantitiesOf(row);
    const counted: CountMode = known === null ? 'new' : mode;
    const request = {
      key: this.world.mintKey(),
      mode: counted,
      identity: of,
      entry: { quantity, unit: 'buc' },
      baseVersion: pending === null ? (row?.version ?? null) : null,
      barcode: null,
      device: 'handheld',
      // No two presses of one key fall on one moment.
      confirmedAt: new Date(this.world.clock.now() + this.presses++).toISOString(),
    };
    const decidedOn = {
      item: { item: item(), variant: null },
      locationDescription: place,
      quantities: pending === null ? known : null,
      follows: pending?.tail ?? null,
    };
    void tab.outbox.confirm(listId, request, decidedOn).then(saved => {
      if (saved.ok && tab.life.state !== 'dead') this.promised = [...this.promised, { id: saved.id, mode: counted }];
    });
  }

  /** What a restart would find. */
  records(): OutboxRecord[] {
    return [...this.disk.rows.values()].map(row => {
      const read = readRow(row, this.user);
      if (!read.ok) throw new Error(`A record can't be read: ${read.quarantined?.raw}`);
      return read.record;
    });
  }

  /** Whether a tab says that counts wait, or are being sent, that nothing on the disk speaks of; or the other way round. */
  get disagrees(): boolean {
    const open = this.records()
      .filter(isOpen)
      .map(({ id }) => id)
      .sort();
    return this.tabs.some(tab => {
      if (tab?.life.state !== 'running') return false;
      const told = openRecords(shown(tab)).map(({ id }) => id);
      return told.sort().join() !== open.join();
    });
  }

  /** Lets everything happen until nothing would but by a person, the host, or another day. */
  async settle(choose: () => number, limit: number): Promise<boolean> {
    await settled();
    for (let n = 0; n < limit; n++) {
      while (this.evicting > 0 && this.world.isQuiet) await settled();
      if (this.world.isQuiet && this.isSettled()) return true;
      if (!(await this.world.step(choose()))) return false;
    }
    return false;
  }

  /** One of the tabs becomes the one that sends, and hears that somebody signed in: it asks the host what there is. */
  async signInAnew(choose: () => number): Promise<void> {
    for (let n = 0; n < 300 && !this.tabs.some(tab => shown(tab).sender); n++) await this.world.step(choose());
    // The first request of a tab that was not aware that the host was away is lost.
    for (let time = 0; time < 2; time++) {
      for (const tab of this.tabs) tab?.wake$.next('signed-in');
      await settled();
      for (let n = 0; n < 300 && !this.world.isQuiet; n++) await this.world.step(choose());
    }
  }

  /** Every unfinished count waits for a person: its own lane's first is one that asks, or its list is closed. */
  isSettled(): boolean {
    const open = this.records()
      .filter(isOpen)
      .sort((a, b) => a.seq - b.seq);
    if (isAsAnother(open)) return true;
    const closed = blockedLists(open);
    const asking = new Set<string>();
    for (const record of open) {
      const lane = `${record.listId} ${record.request.identity.location}`;
      if (record.fate.kind === 'attention') asking.add(lane);
      else if (!asking.has(lane) && !closed.has(record.listId)) return false;
    }
    return true;
  }
}
