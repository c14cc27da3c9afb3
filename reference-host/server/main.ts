import os from 'node:os';
import { CAPABILITY_SETS, isCapabilitySet } from './capabilities.ts';
import { DirectoryInUseError } from './database/directory-lock.ts';
import type { DatabasePlace } from './database/open.ts';
import { EMPLOYEES } from './seed/inventories.ts';
import { startHost } from './serve.ts';

/** Settings come from the environment; each has a value that just works. */
const {
  DATABASE_URL,
  DATA_DIR = '.data/reference-host',
  PORT = '8080',
  LAN,
  NEW_LOTS,
  NEXT_ITEM_CONFIRMS,
  CAPABILITIES = 'keys',
  WIPE_KEYS,
  RESTORED,
  TIME_ZONE,
} = process.env;

const place: DatabasePlace = DATABASE_URL === undefined ? { directory: DATA_DIR } : { url: DATABASE_URL };
const onLan = LAN === '1';

if (!isCapabilitySet(CAPABILITIES)) {
  console.error(`CAPABILITIES is one of ${Object.keys(CAPABILITY_SETS).join(', ')}, not ${CAPABILITIES}.`);
  process.exit(1);
}

console.log('Opening the data base; on the first start it is filled, which takes some seconds…');
try {
  const host = await startHost({
    place,
    port: Number(PORT),
    hostname: onLan ? '0.0.0.0' : '127.0.0.1',
    newLots: NEW_LOTS !== '0',
    nextItemConfirms: NEXT_ITEM_CONFIRMS === '1',
    capabilities: CAPABILITIES,
    wipeKeys: WIPE_KEYS === '1',
    restored: RESTORED === '1',
    camera: true,
    ...(TIME_ZONE !== undefined && { timeZone: TIME_ZONE }),
  });
  console.log(`Counting on ${host.database}. Open ${host.url} and sign in:`);
  for (const { userName, pin, supervisor } of EMPLOYEES) {
    console.log(`  ${userName.padEnd(6)}  PIN ${pin}${supervisor ? '  (supervisor)' : ''}`);
  }
  if (onLan) {
    for (const address of lanAddresses()) console.log(`On a handheld: http://${address}:${PORT}`);
    console.log(
      'Everybody on this network can try to sign in, these PINs are published, and nothing is encrypted on its way.',
    );
  } else console.log('For a handheld on the same network: LAN=1 npm start');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void host.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(inWords(error));
  process.exit(1);
}

function lanAddresses(): string[] {
  return Object.values(os.networkInterfaces())
    .flatMap(each => each ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

function inWords(error: unknown): string {
  if (error instanceof DirectoryInUseError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${PORT} is taken. Choose another one with PORT.`;
  if (code === 'ECONNREFUSED') return 'No data base answers at DATABASE_URL. Is the server running?';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
