import {
  type MetaKey,
  type OutboxStore,
  type StorageKind,
  StorageUnavailableError,
  type StoreTransaction,
  type StoredRow,
} from './store.ts';

type Rows = Map<string, StoredRow>;
type Meta = Map<MetaKey, unknown>;

/** What is kept as long as the page is there, as a data base would keep it: where the browser, or the page, keeps nothing. */
export function createMemoryStore(storage: Exclude<StorageKind, 'device'>): OutboxStore {
  let kept: { readonly rows: Rows; readonly meta: Meta } = { rows: new Map(), meta: new Map() };
  let turn: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  return {
    storage,
    transact: (_mode, work) => {
      if (isClosed) return Promise.reject(new StorageUnavailableError('The store is closed'));
      // One after the other; of one that fails nothing is kept.
      const result = turn.then(async () => {
        const draft = { rows: new Map(kept.rows), meta: new Map(kept.meta) };
        const worked = await work(transactionOn(draft.rows, draft.meta));
        kept = draft;
        return worked;
      });
      turn = result.catch(() => undefined);
      return result;
    },
    close: () => {
      isClosed = true;
    },
  };
}

function transactionOn(rows: Rows, meta: Meta): StoreTransaction {
  const where = (wanted: (row: StoredRow) => boolean) => copied(() => [...rows.values()].filter(wanted));
  return {
    get: id => copied(() => rows.get(id)),
    lane: lane => where(row => row.lane === lane),
    open: () => where(row => row.lane !== undefined),
    openIds: () => copied(() => [...rows.values()].flatMap(row => (row.lane === undefined ? [] : [row.id]))),
    all: () => where(() => true),
    put: row => copied(() => void rows.set(row.id, structuredClone(row))),
    delete: id => copied(() => void rows.delete(id)),
    getMeta: key => copied(() => meta.get(key)),
    putMeta: (key, value) => copied(() => void meta.set(key, structuredClone(value))),
  };
}

/** As a data base gives and takes; what can't be copied rejects. */
function copied<T>(make: () => T): Promise<T> {
  return new Promise(resolve => resolve(structuredClone(make())));
}
