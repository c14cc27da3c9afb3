// @ts-check
/** Where the programs are that come from the system and not from npm. Runs on any Node. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const MAC_FIREFOX = '/Applications/Firefox.app/Contents/MacOS/firefox';

/** The Chromium of `CHROME_PATH`, or the one installed; `null` where there is none. */
export function findChromium() {
  return findBrowser(process.env['CHROME_PATH'], CHROMIUMS, MAC_CHROME);
}

/** The Firefox of `FIREFOX_PATH`, or the one installed; `null` where there is none. */
export function findFirefox() {
  return findBrowser(process.env['FIREFOX_PATH'], ['firefox-esr', 'firefox'], MAC_FIREFOX);
}

/**
 * @param {string | undefined} wanted
 * @param {readonly string[]} names
 * @param {string} onMac
 * @returns {string | null}
 */
function findBrowser(wanted, names, onMac) {
  if (wanted !== undefined && isProgram(wanted)) return wanted;
  for (const directory of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const file = names.map(name => path.join(directory, name)).find(isProgram);
    if (file !== undefined) return file;
  }
  return isProgram(onMac) ? onMac : null;
}

/** The directory of PostgreSQL's programs; `null` where no server is installed. */
export function findPostgres() {
  const versions = '/usr/lib/postgresql';
  const candidates = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map(version => path.join(versions, version, 'bin'))
    : [];
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter);
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

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
