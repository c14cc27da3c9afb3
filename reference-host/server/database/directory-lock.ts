import { createHash } from 'node:crypto';
import { realpathSync, unlinkSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** A second process on one data directory would corrupt it: PGlite does not look whether it is alone. */
export class DirectoryInUseError extends Error {
  override readonly name = 'DirectoryInUseError';
  constructor(directory: string) {
    super(
      `The data directory ${directory} is in use by another process of this host. ` +
        'Stop that one, choose another directory with DATA_DIR, or use PostgreSQL with DATABASE_URL.',
    );
  }
}

/**
 * Holds a directory for this process until the returned function is called or the process ends, however it ends.
 *
 * The lock is a local socket that this process listens on: the system closes it with the process, so that nothing
 * stale is left that looks alive. Throws DirectoryInUseError where another process answers on it.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const address = socketFor(realpathSync(directory));
  const server = net.createServer(socket => socket.end());
  if (!(await listens(server, address))) {
    if (await answers(address)) throw new DirectoryInUseError(directory);
    unlinkSync(address);
    if (!(await listens(server, address))) throw new DirectoryInUseError(directory);
  }
  server.unref();
  return () => new Promise(resolve => server.close(() => resolve()));
}

/** A name of its own length: a socket's path is limited to about 100 characters, a directory's is not. */
function socketFor(directory: string): string {
  const name = `wms-inventar-${createHash('sha256').update(directory).digest('hex').slice(0, 24)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(os.tmpdir(), `${name}.sock`);
}

function listens(server: net.Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(address, () => resolve(true));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise(resolve => {
    const probe = net.connect(address);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}
