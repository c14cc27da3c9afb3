// @ts-check
/**
 * Runs before `npm start` and `npm test`, with whatever Node npm has: installs the packages where they are missing or
 * outdated, and says in words what is missing beside them. With `--tests` it also sees to a Chromium, a Firefox and a
 * PostgreSQL.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox, findPostgres } from './system.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.installed-lockfile`;
const node = `${root}node_modules/.bin/node${process.platform === 'win32' ? '.cmd' : ''}`;

const lockfile = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockfile) {
  console.log('Installing packages…');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('The packages could not be installed: see above.');
  writeFileSync(stamp, lockfile);
}

const version = existsSync(node)
  ? execFileSync(node, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' })
  : '';
if (!/^v2[4-9]\./.test(version)) {
  fail(
    'Node 24 is missing. It comes as the package "node", whose install script was not allowed to run: ' +
      'run npm ci without --ignore-scripts.',
  );
}

if (process.argv.includes('--tests')) {
  /** @type {[name: string, what: string][]} */
  const missing = [];
  if (findChromium() === null) missing.push(['chromium', 'a Chromium (or set CHROME_PATH to one)']);
  if (findFirefox() === null) missing.push(['firefox-esr', 'a Firefox (or set FIREFOX_PATH to one)']);
  if (findPostgres() === null) missing.push(['postgresql', 'a PostgreSQL server']);
  if (missing.length > 0) installFromSystem(missing);
}

/** @param {readonly (readonly [name: string, what: string])[]} missing */
function installFromSystem(missing) {
  const packages = missing.map(([name]) => name);
  const [file, ...first] = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const run = (/** @type {string[]} */ ...args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(file, [...first, ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  };
  console.log(`Installing ${packages.join(', ')} from the system's packages…`);
  if (run('update', '-q') && run('install', '-yq', '--no-install-recommends', ...packages)) return;
  const wanted = missing.map(([, what]) => what).join(' and ');
  fail(`The tests need ${wanted}, and it could not be installed. On Debian: apt-get install ${packages.join(' ')}`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
