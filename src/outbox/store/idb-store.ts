import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
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

/**
 * One data base of IndexedDB for each partition. Opened at its first use and again whenever the connection is lost
 * (WebKit loses it; another tab's upgrade closes it): a dead handle is never tried twice.
 */
export function createIdbStore(name: string): OutboxStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  let closed = false;

  const open = (): Promise<IDBPDatabase<Schema>> => {
    if (closed) return Promise.reject(new StorageUnavailableError('The store is closed'));
    const forget = () => (opening = null);
    opening ??= openDB<Schema>(name, SCHEMA_VERSION, {
      upgrade: (db, from) => {
        if (from < 1) {
          db.createObjectStore('records', { keyPath: 'id' }).createIndex('lane', 'lane');
          db.createObjectStore('meta');
        }
      },
      // A newer version of the plugin, in another tab, waits for this connection.
      blocking: (_from, _to, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
    opening.catch(forget);
    return opening;
  };

  /** Runs it, and once more on a new connection where the one it began on is gone. */
  const onConnection = async <T>(run: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
    try {
      try {
        return await run(await open());
      } catch (error) {
        if (!isLostConnection(error)) throw error;
        opening = null;
        return await run(await open());
      }
    } catch (error) {
      throw storageError(error);
    }
  };

  return {
    storage: 'device',
    transact: (mode, work) =>
      onConnection(async db => {
        const readwrite = mode === 'strict';
        const tx = db.transaction(TABLES, readwrite ? 'readwrite' : 'readonly', { durability: 'strict' });
        return complete(tx, () => work(viewOf(tx as WritableTransaction)));
      }),
    close: () => {
      closed = true;
      void opening?.then(db => db.close()).catch(() => undefined);
    },
  };
}

type WritableTransaction = IDBPTransaction<Schema, ('records' | 'meta')[], 'readwrite'>;

/** Resolves after `complete`: a put that succeeded says nothing, at quota the transaction aborts after it. */
async function complete<T>(
  tx: { readonly done: Promise<void>; abort(): void; commit(): void },
  work: () => Promise<T>,
): Promise<T> {
  // What made it fail is thrown by `work`, or by `done` where every request seemed to succeed.
  tx.done.catch(() => undefined);
  let result: T;
  try {
    result = await work();
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It was aborted already.
    }
    throw await causeOf(error, tx.done);
  }
  try {
    // Nothing follows: the browser need not ask for more before it commits.
    tx.commit();
  } catch {
    // It has nothing to do any more, and commits by itself; or it was aborted, which `done` says.
  }
  await tx.done;
  return result;
}

/** A request that an abort took along says AbortError only; why there was an abort, the transaction says. */
async function causeOf(error: unknown, done: Promise<void>): Promise<unknown> {
  const ofTransaction = await done.then(
    () => error,
    (cause: unknown) => cause,
  );
  return error instanceof DOMException && error.name === 'AbortError' ? ofTransaction : error;
}

function viewOf(tx: WritableTransaction): StoreTransaction {
  const records = tx.objectStore('records');
  const meta = tx.objectStore('meta');
  return {
    get: id => records.get(id),
    lane: lane => records.index('lane').getAll(lane),
    open: () => records.index('lane').getAll(),
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

/** How browsers say that the handle is dead: closed under us (InvalidStateError), or the server lost (WebKit). */
function isLostConnection(error: unknown): boolean {
  return error instanceof DOMException && ['InvalidStateError', 'UnknownError', 'AbortError'].includes(error.name);
}

/** What `work` throws by itself is left as it is. */
function storageError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  return error.name === 'QuotaExceededError'
    ? new StorageFullError('The quota is used up', { cause: error })
    : new StorageUnavailableError('The storage does not answer', { cause: error });
}
