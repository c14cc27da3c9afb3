import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Operator } from '../domain/inventory.ts';
import type { HostConfiguration } from '../services/inventory-gateway.ts';
import { configuration as configurationSchema, operator as operatorSchema } from '../services/rest/contract.ts';

/** Whoever counted on this device last, and how: to go on after a reload where the host does not answer. */
export interface LastSession {
  readonly operator: Operator;
  readonly configuration: HostConfiguration;
}

interface Schema extends DBSchema {
  sessions: { key: string; value: LastSession };
}

/**
 * Whoever counted here last, in a data base of its own, since it is asked before it is known whose to open. No token is
 * in it. Not in `localStorage`: a browser that is killed loses what was written there within the last minute, and with
 * it the way to the counts that wait, until the host answers.
 */
export function createLastSession(key: string) {
  let writing: Promise<unknown> = Promise.resolve();

  return {
    /** `null` also where the browser keeps nothing: in some private windows, and in frames of another site. */
    read: async (): Promise<LastSession | null> => {
      await writing;
      return inStore(db => db.get('sessions', key)).then(checked, () => null);
    },
    write: (session: LastSession | null): void => {
      // Denied or full: after a reload without a host, it is asked to sign in.
      writing = writing.then(() => inStore(db => replace(db, key, session))).catch(() => undefined);
    },
  };
}

async function inStore<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await openDB<Schema>('wms-inventar', 1, { upgrade: fresh => void fresh.createObjectStore('sessions') });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

async function replace(db: IDBPDatabase<Schema>, key: string, session: LastSession | null): Promise<void> {
  const tx = db.transaction('sessions', 'readwrite', { durability: 'strict' });
  await (session === null ? tx.store.delete(key) : tx.store.put(session, key));
  await tx.done;
}

function checked(stored: unknown): LastSession | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { operator, configuration } = stored as Record<string, unknown>;
  const who = operatorSchema.safeParse(operator);
  const how = configurationSchema.safeParse(configuration);
  return who.success && how.success ? { operator: who.data, configuration: how.data } : null;
}
