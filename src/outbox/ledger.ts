import { Subject } from 'rxjs';
import { Mirror, bySeq } from './mirror.ts';
import type { Discard, OutboxRecord } from './record.ts';
import { type LaneKey, isOpen, laneOf } from './standing.ts';
import {
  type OutboxStore,
  StorageFullError,
  StorageUnavailableError,
  type StoreTransaction,
  type StoredRow,
} from './store/store.ts';
import { readRow, toStored } from './stored-row.ts';
import type { StorageFailure } from './types.ts';

/** Who may send. `epoch` rises with each change of hands, so that a former sender is known as one. */
export interface Lease {
  readonly owner: string | null;
  readonly epoch: number;
}

/** As records have been stored since tabs say so: one that names no version can't read them, and would let them wait. */
export const TAB_VERSION = 2;

/** A lease as it was found; `isOld`: taken by a tab that names no version. */
export interface FoundLease extends Lease {
  readonly isOld: boolean;
}

/** A store's transaction in terms of records. What can't be read as one is not there for it. */
export interface LedgerTransaction {
  get(id: string): Promise<OutboxRecord | null>;
  /** Unfinished ones of the same row, in order. */
  lane(of: LaneKey): Promise<readonly OutboxRecord[]>;
  open(): Promise<readonly OutboxRecord[]>;
  put(record: OutboxRecord): Promise<void>;
  /** Of one that can't be read: who does not want it any more, and why. */
  discardUnread(id: string, discard: Discard): Promise<void>;
  remove(id: string): Promise<void>;
  /** The first of `count` places in the order. */
  nextSeq(count: number): Promise<number>;
  /** What else the store keeps beside records. */
  readonly meta: Pick<StoreTransaction, 'getMeta' | 'putMeta'>;
  lease(): Promise<FoundLease>;
  setLease(lease: Lease): Promise<void>;
}

/** A record before and after a change, wherever it was made; `null`: not there. */
export interface LedgerChange {
  readonly before: OutboxRecord | null;
  readonly after: OutboxRecord | null;
}

export interface LedgerPorts {
  readonly store: OutboxStore;
  readonly partition: string;
  /** Frees what can be fetched again. */
  readonly makeRoom: () => Promise<void>;
  readonly tellTabs: (ids: readonly string[]) => void;
  /** Writes into a store that is another one what this tab knows. */
  readonly moveIn: () => Promise<void>;
}

/**
 * The records, on disk and mirrored in memory. Each change is one strict transaction; the mirror, the other tabs and
 * those who listen hear of it after it is complete.
 */
export class Ledger {
  readonly mirror = new Mirror();
  readonly changes$ = new Subject<readonly LedgerChange[]>();
  /** The store was found to be another one: what this tab knew of is in it by now, the lease it had is not. */
  readonly evicted$ = new Subject<void>();
  /** As it was named when it was last looked at; `null`: one from before they had names. */
  private storeId: unknown = undefined;
  private readonly store: OutboxStore;
  readonly partition: string;
  private readonly makeRoom: () => Promise<void>;
  private readonly tellTabs: (ids: readonly string[]) => void;
  private readonly moveIn: () => Promise<void>;

  constructor({ store, partition, makeRoom, tellTabs, moveIn }: LedgerPorts) {
    this.store = store;
    this.partition = partition;
    this.makeRoom = makeRoom;
    this.tellTabs = tellTabs;
    this.moveIn = moveIn;
  }

  /** Reads everything anew. */
  async load(): Promise<void> {
    const rows = await this.transact('readonly', tx => tx.all());
    this.mirror.clear();
    for (const row of rows) this.mirrorRow(row);
  }

  lease(): Promise<FoundLease> {
    return this.transact('readonly', async tx => leaseOf(await tx.getMeta('lease')));
  }

  /** Takes over what another tab wrote. */
  refresh(ids: readonly string[]): Promise<void> {
    return this.take(tx => rowsOf(tx, ids));
  }

  /** Takes over what `find` finds. */
  async take(find: (tx: StoreTransaction) => Promise<ReadonlyMap<string, StoredRow | null>>): Promise<void> {
    const rows = await this.transact('readonly', find);
    if (rows.size > 0) this.apply(rows);
  }

  unknownOf(ids: Iterable<string>): string[] {
    return [...ids].filter(id => !this.mirror.quarantined.has(id));
  }

  /** Where the disk is full, space is freed, of finished records and of what can be fetched again, and it is tried once more. */
  async write<T>(work: (tx: LedgerTransaction) => Promise<T>): Promise<T> {
    for (const free of [() => this.free(0), this.makeRoom]) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (!(error instanceof StorageFullError)) throw error;
        await free();
      }
    }
    return this.attempt(work);
  }

  private async attempt<T>(work: (tx: LedgerTransaction) => Promise<T>): Promise<T> {
    let written = new Map<string, StoredRow | null>();
    const result = await this.transact('strict', async tx => {
      written = new Map();
      const worked = await work(this.view(tx, written));
      if (this.isEmptiedBy(written)) {
        const left = this.unknownOf(await tx.openIds());
        for (const [id, row] of await rowsOf(tx, left)) written.set(id, row);
      }
      return worked;
    });
    if (written.size > 0) {
      this.apply(written);
      this.tellTabs([...written.keys()]);
    }
    return result;
  }

  /** Nothing would be open as far as this tab knows: before it says so, the store is asked. */
  private isEmptiedBy(written: ReadonlyMap<string, StoredRow | null>): boolean {
    if ([...written.values()].some(row => row?.lane !== undefined)) return false;
    let any = false;
    for (const { id } of this.mirror.open()) {
      if (!written.has(id)) return false;
      any = true;
    }
    return any;
  }

  /**
   * All that is asked of the store. Another page, or the browser, may have deleted it, and then it is another one, and
   * empty: what is known here is written into that one first.
   */
  private async transact<T>(mode: 'readonly' | 'strict', work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await this.store.transact(mode, async tx => {
          const [id, worked] = await Promise.all([tx.getMeta('id'), work(tx)]);
          if (this.storeId === undefined) this.storeId = id ?? null;
          if (this.storeId !== (id ?? null)) throw new OtherStoreError('The store is another one');
          return worked;
        });
      } catch (error) {
        if (!(error instanceof OtherStoreError)) throw error;
        await this.moveIn();
      }
    }
  }

  /** Goes on in a store that is another one, once `work` has written into it what is to be there. Gives what it knows now. */
  async adopt(work: (tx: StoreTransaction, view: LedgerTransaction) => Promise<readonly StoredRow[]>): Promise<void> {
    let rows = new Map<string, StoredRow | null>();
    this.storeId = await this.store.transact('strict', async tx => {
      const written = (rows = new Map<string, StoredRow | null>());
      for (const row of await work(tx, this.view(tx, written))) if (!written.has(row.id)) written.set(row.id, row);
      return (await tx.getMeta('id')) ?? null;
    });
    this.apply(rows);
    this.evicted$.next();
    this.tellTabs([]);
  }

  /** Drops the oldest sent counts but for `keep` of them. */
  async free(keep: number): Promise<void> {
    await this.attempt(async tx => {
      const done = [...this.mirror.all()].filter(({ fate }) => fate.kind === 'done').sort(bySeq);
      for (const { id } of done.slice(0, done.length - keep)) await tx.remove(id);
    });
  }

  /** Deletes all that is finished. */
  async forgetFinished(): Promise<void> {
    await this.attempt(async tx => {
      for (const record of this.mirror.all()) if (!isOpen(record)) await tx.remove(record.id);
      for (const id of this.mirror.discardedUnread) await tx.remove(id);
    });
  }

  private view(tx: StoreTransaction, written: Map<string, StoredRow | null>): LedgerTransaction {
    const { partition } = this;
    const records = (rows: readonly StoredRow[]) =>
      rows
        .flatMap(row => {
          const read = readRow(row, partition);
          return read.ok ? [read.record] : [];
        })
        .sort(bySeq);
    return {
      meta: tx,
      get: async id => {
        const row = await tx.get(id);
        return row === undefined ? null : (records([row])[0] ?? null);
      },
      lane: async of => records(await tx.lane(laneOf(of))),
      open: async () => records(await tx.open()),
      put: record => {
        const row = toStored(record);
        written.set(record.id, row);
        return tx.put(row);
      },
      discardUnread: async (id, discard) => {
        const row = await tx.get(id);
        if (row === undefined) return;
        const discarded = { id, record: row.record, discard };
        written.set(id, discarded);
        await tx.put(discarded);
      },
      remove: id => {
        written.set(id, null);
        return tx.delete(id);
      },
      nextSeq: async count => {
        const last = await tx.getMeta('seq');
        const first = (typeof last === 'number' ? last : 0) + 1;
        await tx.putMeta('seq', first + count - 1);
        return first;
      },
      lease: async () => leaseOf(await tx.getMeta('lease')),
      setLease: lease => tx.putMeta('lease', { ...lease, version: TAB_VERSION }),
    };
  }

  private apply(rows: ReadonlyMap<string, StoredRow | null>): void {
    const changes: LedgerChange[] = [];
    for (const [id, row] of rows) {
      const before = this.mirror.get(id) ?? null;
      if (row === null) this.mirror.delete(id);
      else this.mirrorRow(row);
      changes.push({ before, after: row === null ? null : (this.mirror.get(id) ?? null) });
    }
    this.changes$.next(changes);
  }

  private mirrorRow(row: StoredRow): void {
    const read = readRow(row, this.partition);
    if (read.ok) this.mirror.set(read.record);
    else this.mirror.setUnread(row.id, read.quarantined);
  }
}

/** The work was done in a store that is not the one this tab knows: it is undone. */
class OtherStoreError extends Error {
  override readonly name = 'OtherStoreError';
}

export async function rowsOf(tx: StoreTransaction, ids: readonly string[]): Promise<Map<string, StoredRow | null>> {
  const rows = await Promise.all(ids.map(id => tx.get(id)));
  return new Map(ids.map((id, n) => [id, rows[n] ?? null]));
}

function leaseOf(raw: unknown): FoundLease {
  if (typeof raw !== 'object' || raw === null) return { owner: null, epoch: 0, isOld: false };
  const { owner, epoch, version } = raw as Partial<Record<keyof Lease | 'version', unknown>>;
  return {
    isOld: version === undefined,
    owner: typeof owner === 'string' ? owner : null,
    epoch: typeof epoch === 'number' ? epoch : 0,
  };
}

/** A disk's failure is an answer. */
export async function guarded<T>(work: () => Promise<T>): Promise<T | StorageFailure> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageFullError) return { ok: false, kind: 'quota' };
    if (error instanceof StorageUnavailableError) return { ok: false, kind: 'no-storage', cause: error };
    throw error;
  }
}
