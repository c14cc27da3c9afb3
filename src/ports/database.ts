import { type Timers, browserClock, within } from './time.ts';
import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';

/** How long a data base may take to open, in milliseconds: one that another page has deleted half waits as long as that lasts. */
const OPENS_WITHIN = 10_000;

/** A data base of IndexedDB, opened at its first use and again whenever its connection is lost. */
export interface Database<S extends DBSchema> {
  /**
   * Runs it, and once more on a new connection where the one it began on is gone: a dead handle is never tried twice.
   * Rejects with what it rejects with, or with a DOMException where there is no connection, or none in time: it is then not
   * run, unless it is asked again.
   */
  run<T>(work: (db: IDBPDatabase<S>) => Promise<T>): Promise<T>;
  close(): void;
}

/** WebKit loses connections, and another tab's newer version closes them. */
export function createDatabase<S extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<S>['upgrade']>,
  timers: Timers = browserClock,
): Database<S> {
  let opening: Promise<IDBPDatabase<S>> | null = null;
  let closed = false;

  const open = (): Promise<IDBPDatabase<S>> => {
    if (closed) return Promise.reject(new DOMException('The data base is closed', 'InvalidStateError'));
    if (opening !== null) return opening;
    const own = openDB<S>(name, version, {
      upgrade,
      // A newer version of the plugin, in another tab, waits for this connection.
      blocking: (_from, _to, event) => {
        forget(own);
        (event.target as IDBDatabase).close();
      },
      terminated: () => forget(own),
    });
    own.catch(() => forget(own));
    opening = own;
    return own;
  };
  /** It goes on being opened: who asks later may find it open. */
  const inTime = () =>
    within(OPENS_WITHIN, open(), timers, () => {
      throw new DOMException('The data base does not open', 'TimeoutError');
    });
  /** What was opened since stays open. */
  const forget = (own: Promise<IDBPDatabase<S>>) => {
    if (opening === own) opening = null;
  };
  const closeQuietly = (own: Promise<IDBPDatabase<S>>) => void own.then(db => db.close()).catch(() => undefined);

  return {
    run: async work => {
      const own = open();
      try {
        return await work(await inTime());
      } catch (error) {
        if (!isLostConnection(error)) throw error;
        forget(own);
        closeQuietly(own);
        return work(await inTime());
      }
    },
    close: () => {
      closed = true;
      if (opening !== null) closeQuietly(opening);
    },
  };
}

/** How browsers say that the handle is dead: closed under us (InvalidStateError), or the server lost (WebKit). */
function isLostConnection(error: unknown): boolean {
  return error instanceof DOMException && ['InvalidStateError', 'UnknownError', 'AbortError'].includes(error.name);
}

/**
 * Gives what `work` gives once the transaction is complete: a put that succeeded says nothing, at quota the transaction
 * aborts after it. Where `work` fails, all of it is undone.
 */
export async function complete<T>(
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
