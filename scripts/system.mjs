/** Where the programs are that come from the system and not from npm. Runs on any Node. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The Chromium of `CHROME_PATH`, or the one installed; `null` where there is none. */
export function findChromium() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined && isProgram(CHROME_PATH)) return CHROME_PATH;
  for (const directory of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of CHROMIUMS) {
      const file = path.join(directory, name);
      if (isProgram(file)) return file;
    }
  }
  return isProgram(MAC_CHROME) ? MAC_CHROME : null;
}

/** The directory of PostgreSQL's programs; `null` where no server is installed. */
export function findPostgres() {
  const versions = '/usr/lib/postgresql';
  const candidates = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map(version => path.join(versions, version, 'bin'))
    : [];
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  return [...candidates, ...onPath].find(directory => isProgram(path.join(directory, 'initdb'))) ?? null;
}

/** Arguments a Chromium needs here: as root it has no sandbox; and it is to call nobody. */
export function chromiumArguments() {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
