import type { DBSchema } from 'idb';
import type { Operator } from '../domain/inventory.ts';
import { complete, createDatabase } from '../ports/database.ts';
import type { HostConfiguration } from '../services/inventory-gateway.ts';
import { configuration as configurationSchema, operatorIn, signedIn } from '../services/rest/replies.ts';

/** Whoever counted on this device last, and how: to go on after a reload where the host does not answer. */
export interface LastSession {
  readonly operator: Operator;
  readonly configuration: HostConfiguration;
}

export type LastSessionStore = ReturnType<typeof openLastSession>;

interface Schema extends DBSchema {
  sessions: { key: string; value: LastSession };
}

/**
 * Whoever counted here last, in a data base of its own, since it is asked before it is known whose to open. No token is
 * in it. Not in `localStorage`: a browser that is killed loses what was written there within the last minute, and with
 * it the way to the counts that wait, until the host answers.
 */
export function openLastSession(key: string) {
  const database = createDatabase<Schema>('wms-inventar', 1, db => void db.createObjectStore('sessions'));
  return {
    /** `null` also where the browser keeps nothing: in some private windows, and in frames of another site. */
    read: (): Promise<LastSession | null> => database.run(db => db.get('sessions', key)).then(checked, () => null),
    /** Rejects where the browser denies it, or is full. */
    write: (session: LastSession | null): Promise<unknown> =>
      database.run(async db => {
        const tx = db.transaction('sessions', 'readwrite', { durability: 'strict' });
        await complete<unknown>(tx, () => (session === null ? tx.store.delete(key) : tx.store.put(session, key)));
      }),
  };
}

function checked(stored: unknown): LastSession | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { operator, configuration } = stored as Record<string, unknown>;
  const who = signedIn.safeParse(operator);
  const how = configurationSchema.safeParse(configuration);
  return who.success && how.success ? { operator: operatorIn(who.data), configuration: how.data } : null;
}
