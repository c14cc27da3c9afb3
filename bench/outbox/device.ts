import { EventEmitter, once } from 'node:events';
import { NEVER, Subject } from 'rxjs';
import type { CountIdentity } from '../../src/domain/count-identity.ts';
import type { CountRow, Item } from '../../src/domain/inventory.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import { startSending } from '../../src/outbox/sending.ts';
import type { Wake } from '../../src/outbox/ports.ts';
import type { Timers } from '../../src/ports/time.ts';
import { isOpen, laneName, laneOf, rowAtHost } from '../../src/outbox/standing.ts';
import { quantitiesOf } from '../../src/domain/record-count.ts';
import { readRow } from '../../src/outbox/stored-row.ts';
import { MemoryDisk, type BreakableStore, createBreakableStore } from '../../test/support/breakable-store.ts';
import type { DecidedOn, Outbox, OutboxRecord } from '../../src/outbox/types.ts';
import type { InventoryGateway } from '../../src/services/inventory-gateway.ts';

/** One count an operator makes: an Add of so many pieces to a row. */
export interface Task {
  readonly listId: string;
  readonly identity: CountIdentity;
  readonly item: Item;
  readonly quantity: string;
}

interface Life {
  readonly outbox: Outbox;
  readonly store: BreakableStore;
  /** Ends it as an empty battery would: from here on it hears and does nothing. */
  readonly kill: () => void;
}

/** Waits pass so many times faster than in the product, so that a run takes minutes; their proportions stay. */
const HASTE = 10;
/** So many unsent counts are a bad hour, not a bad week: an operator who sees more waits. */
const MOST_WAITING = 8;

/** A handheld with its operator: confirms, answers "Add" when asked, and now and then its battery is taken out. */
export class Device {
  readonly user: string;
  readonly disk = new MemoryDisk();
  readonly acknowledged: (Task & { readonly id: string })[] = [];
  kills = 0;
  asked = 0;
  private readonly gateway: InventoryGateway;
  private readonly random: () => number;
  private readonly mintKey: () => string;
  private readonly changed = new EventEmitter();
  private readonly seen = new Map<string, CountRow>();
  private life: Life;

  constructor(options: { user: string; gateway: InventoryGateway; random: () => number; mintKey: () => string }) {
    this.user = options.user;
    this.gateway = options.gateway;
    this.random = options.random;
    this.mintKey = options.mintKey;
    this.life = this.start();
  }

  /** Counts all of it, and stays on until nothing is left to send. */
  async work(tasks: readonly Task[], killProbability: number): Promise<void> {
    for (const task of tasks) {
      await this.until(() => this.life.outbox.unfinished() < MOST_WAITING);
      await this.count(task, this.random() < killProbability);
    }
    await this.until(() => this.life.outbox.unfinished() === 0);
  }

  private async count(task: Task, dies: boolean): Promise<void> {
    const { listId, identity, item, quantity } = task;
    const id = this.mintKey();
    const { outbox } = this.life;
    const pending = outbox.pendingFor(listId, identity);
    // As this device saw it last, which is often not how it is.
    const row = pending === null ? (this.seen.get(laneName(listId, identity)) ?? null) : null;
    const base = quantitiesOf(row);
    const decidedOn: DecidedOn = {
      item: { item, variant: null },
      locationDescription: identity.location,
      quantities: base,
      follows: pending?.tail ?? null,
    };
    const saving = outbox.confirm(
      listId,
      {
        key: id,
        mode: pending === null && base === null ? 'new' : 'add',
        identity,
        entry: { quantity, unit: item.unit.code },
        baseVersion: row?.version ?? null,
        barcode: null,
        device: 'bench',
        confirmedAt: new Date().toISOString(),
      },
      decidedOn,
    );
    if (dies) {
      this.restart();
      // The operator was told nothing. What the list of pending counts shows was saved; else it is counted again.
      if (!this.disk.rows.has(id)) return this.count(task, false);
    } else {
      const saved = await saving;
      if (!saved.ok) {
        if (saved.kind !== 'changed-here') throw new Error(`Not saved: ${saved.kind}`);
        return this.count(task, false);
      }
    }
    this.acknowledged.push({ ...task, id });
  }

  records(): OutboxRecord[] {
    return [...this.disk.rows.values()].map(stored => {
      const read = readRow(stored, this.user);
      if (!read.ok) throw new Error(`A record can't be read: ${read.quarantined?.raw}`);
      return read.record;
    });
  }
  unfinished(): readonly OutboxRecord[] {
    return this.records().filter(isOpen);
  }

  private restart(): void {
    this.kills++;
    this.life.kill();
    this.life = this.start();
  }

  private start(): Life {
    let alive = true;
    const answering = new Set<string>();
    const heard = <T>(promise: Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        promise.then(
          value => alive && resolve(value),
          (error: unknown) => alive && reject(error as Error),
        );
      });
    const timers: Timers = {
      after: (ms, then) => {
        const timer = setTimeout(() => alive && then(), ms / HASTE);
        return () => clearTimeout(timer);
      },
    };
    const { gateway } = this;
    const store = createBreakableStore({ disk: this.disk, storage: 'device', complete: go => setImmediate(go) });
    const wake$ = new Subject<Wake>();
    const outbox = createOutbox(
      {
        store,
        gateway: {
          ...gateway,
          operator: () => heard(gateway.operator()),
          row: (...of) => heard(gateway.row(...of)),
          recordCount: (...of) => heard(gateway.recordCount(...of)),
          ...(gateway.rowHistory !== undefined && { rowHistory: (...of) => heard(historyOf(gateway, of)) }),
        },
        user: this.user,
        partition: this.user,
        capabilities: () => heard(gateway.configuration().then(({ capabilities }) => capabilities)),
        clock: { now: () => Date.now(), monotonic: () => performance.now() * HASTE },
        timers,
        random: this.random,
        mintKey: this.mintKey,
        wake$,
        tabs: { channel: { messages$: NEVER, post: () => undefined, close: () => undefined }, lock: null },
      },
      () => Promise.resolve(startSending),
    );
    outbox.events$.subscribe(({ record }) => {
      const row = rowAtHost(record);
      if (alive && row !== null) this.seen.set(laneOf(record), row);
    });
    outbox.state$.subscribe(({ attention, pause }) => {
      if (!alive) return;
      this.changed.emit('change');
      for (const { id, fate } of attention) {
        if (fate.kind === 'attention' && 'maybeApplied' in fate.reason) this.answer(outbox, id, answering);
      }
      // The page that embeds the plugin signs its operator in again.
      if (pause?.kind === 'signed-out') timers.after(50, () => wake$.next('signed-in'));
    });
    return {
      outbox,
      store,
      kill: () => {
        alive = false;
        store.kill();
      },
    };
  }

  private answer(outbox: Outbox, id: string, answering: Set<string>): void {
    if (answering.has(id)) return;
    answering.add(id);
    void outbox.resolve(id, 'add').then(result => {
      if (result.ok) this.asked++;
      else answering.delete(id);
    });
  }

  private async until(holds: () => boolean): Promise<void> {
    while (!holds()) await once(this.changed, 'change');
  }
}

function historyOf(gateway: InventoryGateway, of: Parameters<Required<InventoryGateway>['rowHistory']>) {
  if (gateway.rowHistory === undefined) throw new Error('The host tells no history');
  return gateway.rowHistory(...of);
}
