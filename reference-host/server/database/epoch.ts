import { sql } from 'drizzle-orm';
import { createHash, randomUUID } from 'node:crypto';
import type { Database, Transaction } from './database.ts';
import { dataBase } from './schema.ts';

/**
 * Names the data base as it is now: another one after a restore, since what was acknowledged may be gone and versions come
 * a second time. What tells it is for the most part outside of what a dump holds: the server's own name and its timeline,
 * which a recovery to a moment changes, and the ids that the data base and its ledger got when they were created. What a
 * copy of the server's files does not change, `renewEpoch` does.
 */
export async function readEpoch(db: Database): Promise<string> {
  const [found] = await db
    .select({
      kept: dataBase.epoch,
      server: sql<string>`(select system_identifier from pg_control_system())::text`,
      timeline: sql<string>`(select timeline_id from pg_control_checkpoint())::text`,
      ids: sql<string>`concat_ws(' ', (select oid from pg_database where datname = current_database()),
        'count_ledger'::regclass::oid)`,
    })
    .from(dataBase);
  if (found === undefined) throw new Error('The data base has no epoch');
  return createHash('sha256').update(JSON.stringify(found)).digest('base64url').slice(0, 22);
}

/** The first one of a data base that has none yet. */
export async function fillEpoch(db: Database | Transaction): Promise<void> {
  await db.insert(dataBase).values({ epoch: randomUUID() }).onConflictDoNothing();
}

/** Says that its files were put back from a copy. */
export async function renewEpoch(db: Database): Promise<void> {
  await db.update(dataBase).set({ epoch: randomUUID() });
}
