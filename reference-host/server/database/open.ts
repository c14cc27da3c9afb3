import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { sql } from 'drizzle-orm';
import { drizzle as drizzleNode } from 'drizzle-orm/node-postgres';
import { migrate as migrateNode } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { fillPins, seed } from '../seed/seed.ts';
import type { Database } from './database.ts';
import { lockDirectory } from './directory-lock.ts';
import { fillEpoch } from './epoch.ts';
import { fillFolded } from './folded.ts';
import { PLANNED_ONCE, prepareStatements } from './prepared.ts';

export interface OpenDatabase {
  readonly db: Database;
  readonly description: string;
  close(): Promise<void>;
}

export type DatabasePlace =
  { readonly url: string } | { readonly directory: string } | { readonly inMemory: Blob | null };

/** What finds a part of a text by an index; PostgreSQL brings it along, and a migration makes it. */
const extensions = { pg_trgm };

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Opens the data base, brings its schema up to date and fills it if it is empty. */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  if ('url' in place) return openPostgres(place.url);
  const opened = 'directory' in place ? await openDirectory(place.directory) : await openMemory(place.inMemory);
  await fill(opened.db);
  return opened;
}

async function fill(db: Database): Promise<void> {
  await seed(db);
  await fillPins(db);
  await fillEpoch(db);
  await fillFolded(db);
}

/** Another process of this host may start on the same data base: one migrates and fills it, the others wait. */
async function openPostgres(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, options: PLANNED_ONCE });
  // A connection that breaks is replaced by the pool, and what was under way on it fails. Without a listener it would end
  // the process: the pool listens to idle ones alone, so each has one of its own for as long as it lives.
  pool.on('error', () => undefined);
  pool.on('connect', client => {
    prepareStatements(client);
    client.on('error', error => console.error(`data base connection lost: ${error.message}`));
  });
  const db = drizzleNode(pool);
  const starting = await pool.connect();
  try {
    await starting.query('select pg_advisory_lock(20261121)');
    await migrateNode(db, { migrationsFolder });
    await fill(db);
    await starting.query('select pg_advisory_unlock(20261121)');
  } finally {
    starting.release();
  }
  return { db, description: 'PostgreSQL', close: () => pool.end() };
}

async function openDirectory(directory: string): Promise<OpenDatabase> {
  mkdirSync(directory, { recursive: true });
  const unlock = await lockDirectory(directory);
  const { db, close } = await openPglite(new PGlite(directory, { extensions }));
  return {
    db,
    description: directory,
    close: async () => {
      await close();
      await unlock();
    },
  };
}

async function openMemory(dump: Blob | null): Promise<OpenDatabase> {
  const opened = await openPglite(new PGlite({ extensions, ...(dump !== null && { loadDataDir: dump }) }));
  return { ...opened, description: 'memory' };
}

async function openPglite(client: PGlite) {
  const db = drizzlePglite(client);
  await migratePglite(db, { migrationsFolder });
  return { db: db as Database, close: () => client.close() };
}

/** A filled data base as one file's bytes, from which others are opened in a fraction of the time. */
export async function dumpFilledDatabase(): Promise<Blob> {
  const client = new PGlite({ extensions });
  const { db } = await openPglite(client);
  await fill(db);
  await db.execute(sql`analyze`);
  const dump = await client.dumpDataDir('none');
  await client.close();
  return dump;
}
