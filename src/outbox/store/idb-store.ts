import type { DBSchema, IDBPTransaction } from 'idb';
import { complete, createDatabase } from '../../ports/database.ts';
import { mintKey } from '../../ports/random.ts';
import {
  type MetaKey,
  type OutboxStore,
  StorageFullError,
  StorageUnavailableError,
  type StoreTransaction,
  type StoredRow,
} from './store.ts';

interface Schema extends DBSchema {
  records: { key: string; value: StoredRow; indexes: { lane: string } };
  meta: { key: MetaKey; value: unknown };
}

/**
 * Raise it with a change of the stores, and add what leads there to `upgrade`; but not for tidiness: an older plugin can't
 * open what a newer one has raised, and counts would wait in it. Early data bases hold two more stores, always empty.
 */
const SCHEMA_VERSION = 1;
const TABLES: ('records' | 'meta')[] = ['records', 'meta'];

/** One data base of IndexedDB for each partition. */
export function createIdbStore(name: string): OutboxStore {
  const database = createDatabase<Schema>(name, SCHEMA_VERSION, (db, from) => {
    if (from < 1) {
      db.createObjectStore('records', { keyPath: 'id' }).createIndex('lane', 'lane');
      void written(db.createObjectStore('meta').put(mintKey(), 'id'));
    }
  });
  return {
    storage: 'device',
    transact: async (mode, work) => {
      try {
        return await database.run(db => {
          const readwrite = mode === 'strict';
          const tx = db.transaction(TABLES, readwrite ? 'readwrite' : 'readonly', { durability: 'strict' });
          return complete(tx, () => work(viewOf(tx as WritableTransaction)));
        });
      } catch (error) {
        throw storageError(error);
      }
    },
    close: () => database.close(),
  };
}

type WritableTransaction = IDBPTransaction<Schema, ('records' | 'meta')[], 'readwrite'>;

function viewOf(tx: WritableTransaction): StoreTransaction {
  const records = tx.objectStore('records');
  const meta = tx.objectStore('meta');
  return {
    get: id => records.get(id),
    lane: lane => records.index('lane').getAll(lane),
    open: () => records.index('lane').getAll(),
    openIds: () => records.index('lane').getAllKeys(),
    all: () => records.getAll(),
    put: row => written(records.put(row)),
    delete: id => written(records.delete(id)),
    getMeta: key => meta.get(key),
    putMeta: (key, value) => written(meta.put(value, key)),
  };
}

/** Whether a write succeeded, only the transaction's end can tell: nobody waits for less. */
function written(request: Promise<unknown>): Promise<void> {
  request.catch(() => undefined);
  return Promise.resolve();
}

/** What `work` throws by itself is left as it is. */
function storageError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  return error.name === 'QuotaExceededError'
    ? new StorageFullError('The quota is used up', { cause: error })
    : new StorageUnavailableError('The storage does not answer', { cause: error });
}
