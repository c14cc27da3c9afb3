/**
 * Filled data bases for tests. Filling one takes seconds, copying it a fraction of one: a run makes one PostgreSQL
 * server with one filled data base, and one dump of PGlite; its processes find them by the environment. A file that is
 * run by itself makes its own.
 */
import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { dumpFilledDatabase, openDatabase } from '../../reference-host/server/database/open.ts';
import { createDatabase, startPostgres } from './postgres.ts';

const SOCKET = 'WMS_INVENTAR_TEST_POSTGRES';
const DUMP = 'WMS_INVENTAR_TEST_PGLITE';
const FILLED = 'warehouse';

/** Starts the server and fills a data base on it; returns how to take it away again. */
export async function preparePostgres(): Promise<() => void> {
  const server = startPostgres();
  try {
    const filled = await openDatabase({ url: await createDatabase(server.socket, { name: FILLED }) });
    await filled.db.execute(sql`analyze`);
    await filled.close();
  } catch (error) {
    server.stop();
    throw error;
  }
  process.env[SOCKET] = server.socket;
  return () => server.stop();
}

/** Fills a data base of PGlite and keeps its bytes; returns how to take them away again. */
export async function preparePglite(): Promise<() => void> {
  const dump = await dumpFilledDatabase();
  const directory = mkdtempSync(path.join(os.tmpdir(), 'wms-inventar-dump-'));
  const file = path.join(directory, 'warehouse.tar');
  await writeFile(file, dump.stream());
  process.env[DUMP] = file;
  return () => rmSync(directory, { recursive: true, force: true });
}

/** A data base of one's own on PostgreSQL, filled. */
export async function filledPostgres(): Promise<{ readonly url: string }> {
  return { url: await createDatabase(await found(SOCKET, preparePostgres), { copyOf: FILLED }) };
}

/** The same, with nothing in it. */
export async function emptyPostgres(): Promise<{ readonly url: string }> {
  return { url: await createDatabase(await found(SOCKET, preparePostgres)) };
}

/** A data base of one's own on PGlite in memory, filled. */
export async function filledPglite(): Promise<{ readonly inMemory: Blob }> {
  return { inMemory: await openAsBlob(await found(DUMP, preparePglite)) };
}

const preparing = new Map<string, Promise<void>>();

/** What the run made; else this process makes it, once, for as long as it lives. */
async function found(name: string, prepare: () => Promise<() => void>): Promise<string> {
  if (process.env[name] === undefined) {
    const own = preparing.get(name) ?? prepare().then(end => void process.once('exit', end));
    preparing.set(name, own);
    await own;
  }
  return process.env[name] ?? '';
}
