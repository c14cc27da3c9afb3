import { randomUUID } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { findPostgres } from '../../scripts/system.mjs';

export interface PostgresServer {
  /** Where its socket is: by it, other processes find the server. */
  readonly socket: string;
  /** `immediate` is a crash: connections end as they are, and the server recovers as it starts. */
  restart(mode: 'fast' | 'immediate'): void;
  /** Goes down, and its data stay. */
  down(): void;
  up(): void;
  stop(): void;
}

/**
 * Starts a PostgreSQL server of the system's packages in a temporary directory, on a socket of its own.
 * Throws, in words, where none is installed: `npm test` installs it.
 */
export function startPostgres(): PostgresServer {
  const bin = findPostgres();
  if (bin === null) throw new Error('No PostgreSQL server is installed. On Debian: apt-get install postgresql');
  const directory = mkdtempSync(path.join(os.tmpdir(), 'wms-inventar-pg-'));
  const data = path.join(directory, 'data');
  // The server refuses to run as root: there it runs as the user its package made.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    const [uid, gid] = ['-u', '-g'].map(flag => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })));
    chownSync(directory, uid ?? 0, gid ?? 0);
  }
  const run = (command: string, args: readonly string[]) => {
    const [file, all] = asRoot
      ? ['runuser', ['-u', 'postgres', '--', path.join(bin, command), ...args]]
      : [path.join(bin, command), [...args]];
    const { status, stderr } = spawnSync(file, all, {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  };
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'wms', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  // Nothing here outlives the run. Without autovacuum nobody but the tests has a data base open that is to be copied.
  const settings = ['fsync=off', 'full_page_writes=off', 'autovacuum=off', 'max_connections=200'];
  const options = [`listen_addresses=''`, `unix_socket_directories=${directory}`, ...settings];
  const start = () =>
    run('pg_ctl', ['-D', data, '-w', '-l', path.join(directory, 'log'), '-o', `-c ${options.join(' -c ')}`, 'start']);
  const end = (mode: 'fast' | 'immediate') => run('pg_ctl', ['-D', data, '-m', mode, '-w', 'stop']);
  start();
  return {
    socket: directory,
    restart: mode => {
      end(mode);
      start();
    },
    down: () => end('fast'),
    up: start,
    stop: () => {
      end('immediate');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const OWN = `test_${process.pid}_`;

/** A connection string for a new data base on the server with this socket: empty, or a copy of one nobody has open. */
export async function createDatabase(
  socket: string,
  { name = `${OWN}${randomUUID()}`, copyOf = 'template1' }: { readonly name?: string; readonly copyOf?: string } = {},
): Promise<string> {
  const urlOf = (database: string) => `postgresql://wms@localhost/${database}?host=${encodeURIComponent(socket)}`;
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await client.query(`create database "${name}" template "${copyOf}"`);
    return urlOf(name);
  } finally {
    await client.end();
  }
}

/** Those that this process made, whoever has them open: for one that makes hundreds. */
export async function dropOwnDatabases(socket: string): Promise<void> {
  const client = new pg.Client({ host: socket, user: 'wms', database: 'postgres' });
  await client.connect();
  try {
    const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [OWN]);
    for (const { datname } of rows as { datname: string }[])
      await client.query(`drop database "${datname}" with (force)`);
  } finally {
    await client.end();
  }
}
