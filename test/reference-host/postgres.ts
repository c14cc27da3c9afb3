import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface PostgresServer {
  /** A connection string for a new, empty data base on this server. */
  createDatabase(name: string): string;
  stop(): void;
}

/**
 * Starts a PostgreSQL server of the system's packages in a temporary directory, on a socket of its own.
 * Throws, in words, where none is installed: `npm test` installs it.
 */
export function startPostgres(): PostgresServer {
  const bin = globSync('/usr/lib/postgresql/*/bin').sort().at(-1);
  if (bin === undefined || !existsSync(path.join(bin, 'initdb'))) {
    throw new Error('No PostgreSQL server is installed. On Debian: apt-get install postgresql');
  }
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
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'wms', '-E', 'UTF8', '--locale=C.UTF-8']);
  const options = `-c listen_addresses='' -c unix_socket_directories=${directory} -c fsync=off`;
  run('pg_ctl', ['-D', data, '-w', '-l', path.join(directory, 'log'), '-o', options, 'start']);
  return {
    createDatabase: name => {
      run('createdb', ['-h', directory, '-U', 'wms', name]);
      return `postgresql://wms@localhost/${name}?host=${encodeURIComponent(directory)}`;
    },
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
