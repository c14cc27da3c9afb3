import {
  type MetaKey,
  type OutboxStore,
  type StorageKind,
  StorageFullError,
  StorageUnavailableError,
  type StoreTransaction,
  type StoredRow,
} from '../../src/outbox/store/store.ts';

/** What remains when a tab dies: the state after the last transaction that was completed. */
export class MemoryDisk {
  readonly rows = new Map<string, StoredRow>();
  readonly meta = new Map<MetaKey, unknown>([['id', 'the first store']]);
  /** Characters of JSON that fit. */
  capacity = Infinity;
  private last: Promise<void> = Promise.resolve();

  /** Transactions run one after the other, as overlapping ones do in IndexedDB. */
  inTurn(run: () => Promise<void>): void {
    this.last = this.last.then(run);
  }

  private evictions = 0;
  /** Another page, or the browser, deletes it, once nothing is under way any more: what is there then is another store. */
  async evict(): Promise<void> {
    // Whoever just heard that something is written goes on first.
    await new Promise<void>(done => setImmediate(done));
    this.rows.clear();
    this.meta.clear();
    this.meta.set('id', `store ${++this.evictions}`);
  }

  isFullWith(rows: Iterable<StoredRow>): boolean {
    if (this.capacity === Infinity) return false;
    return JSON.stringify([...rows]).length > this.capacity;
  }
}

export interface BreakableStoreOptions {
  readonly disk?: MemoryDisk;
  /** What it stands in for: a storage that is missing, if nothing else. */
  readonly storage?: StorageKind;
  /** Lets a strict transaction complete: by default at once. What is not complete when the tab dies is lost. */
  readonly complete?: (go: () => void) => void;
}

export interface BreakableStore extends OutboxStore {
  /** The tab dies: what is not complete never will be, and nobody hears of it. */
  kill(): void;
  /** It dies as soon as something is written: after that is complete, before anybody hears of it. `null`: it does not. */
  dieWithTheNextWrite(then: (() => void) | null): void;
}

/** A store without a browser, on a disk that several of them share, and that may be full; a tab may die under it. */
export function createBreakableStore(options: BreakableStoreOptions = {}): BreakableStore {
  const { disk = new MemoryDisk(), storage = 'none', complete = (go: () => void) => go() } = options;
  let life: 'open' | 'closed' | 'killed' = 'open';
  const isKilled = () => life === 'killed';
  let died: (() => void) | null = null;
  /** Lets the next transaction have its turn although this one's tab is dead. */
  let abandon: () => void = () => undefined;

  const run = async <T>(mode: 'readonly' | 'strict', work: (tx: StoreTransaction) => Promise<T>): Promise<T> => {
    const draft = new Draft(disk);
    const result = await work(draft);
    if (mode === 'strict' && !isKilled()) await new Promise<void>(done => complete((abandon = done)));
    if (isKilled()) return result;
    draft.commit();
    if (died !== null && draft.hasRows) died();
    return result;
  };

  return {
    storage,
    transact: (mode, work) =>
      new Promise((resolve, reject) => {
        if (life !== 'open') reject(new StorageUnavailableError('The store is closed'));
        else {
          disk.inTurn(async () => {
            if (isKilled()) return;
            await run(mode, work).then(
              result => !isKilled() && resolve(result),
              (error: unknown) => !isKilled() && reject(error as Error),
            );
          });
        }
      }),
    close: () => {
      if (!isKilled()) life = 'closed';
    },
    kill: () => {
      life = 'killed';
      abandon();
    },
    dieWithTheNextWrite: then => {
      died = then;
    },
  };
}

/** What throws rejects, as it does where requests are events. */
function soon<T>(make: () => T): Promise<T> {
  return new Promise(resolve => resolve(make()));
}

/** A transaction: sees its own writes; the disk sees them at its end. */
class Draft implements StoreTransaction {
  private readonly disk: MemoryDisk;
  /** `null`: deleted. */
  private readonly rows = new Map<string, StoredRow | null>();
  private readonly meta = new Map<MetaKey, unknown>();

  constructor(disk: MemoryDisk) {
    this.disk = disk;
  }

  get(id: string): Promise<StoredRow | undefined> {
    const row = this.rows.get(id);
    return soon(() => structuredClone(row === undefined ? this.disk.rows.get(id) : (row ?? undefined)));
  }
  lane(lane: string): Promise<readonly StoredRow[]> {
    return this.where(row => row.lane === lane);
  }
  open(): Promise<readonly StoredRow[]> {
    return this.where(row => row.lane !== undefined);
  }
  async openIds(): Promise<readonly string[]> {
    return (await this.open()).map(({ id }) => id);
  }
  all(): Promise<readonly StoredRow[]> {
    return this.where(() => true);
  }
  put(row: StoredRow): Promise<void> {
    return soon(() => void this.rows.set(row.id, structuredClone(row)));
  }
  delete(id: string): Promise<void> {
    return soon(() => void this.rows.set(id, null));
  }
  getMeta(key: MetaKey): Promise<unknown> {
    return soon(() => structuredClone(this.meta.has(key) ? this.meta.get(key) : this.disk.meta.get(key)));
  }
  putMeta(key: MetaKey, value: unknown): Promise<void> {
    return soon(() => void this.meta.set(key, structuredClone(value)));
  }

  get hasRows(): boolean {
    return this.rows.size > 0;
  }

  /** At quota IndexedDB takes each put and refuses the whole: so here. */
  commit(): void {
    const grows = [...this.rows.values()].some(row => row !== null);
    if (grows && this.disk.isFullWith(this.current())) throw new StorageFullError('The disk is full');
    for (const [id, row] of this.rows) {
      if (row === null) this.disk.rows.delete(id);
      else this.disk.rows.set(id, row);
    }
    for (const [key, value] of this.meta) this.disk.meta.set(key, value);
  }

  private *current(): Iterable<StoredRow> {
    for (const [id, row] of this.disk.rows) if (!this.rows.has(id)) yield row;
    for (const row of this.rows.values()) if (row !== null) yield row;
  }
  private where(wanted: (row: StoredRow) => boolean): Promise<readonly StoredRow[]> {
    return soon(() => structuredClone([...this.current()].filter(wanted)));
  }
}
