/**
 * `npm run bench -- scanners`: three libraries that read keyboard-wedge scanners, on the same fixtures in one run of a real
 * browser, on a clock of the fixtures. Writes the table into docs/scanners.md; with `--check`, fails where it differs.
 * `--verbose` names the fixtures that went wrong.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { chromiumArguments, findChromium } from '../scripts/system.mjs';
import { report } from './report.ts';
import type { Focus, PageResult } from './scanners/page.ts';
import type { LibraryName } from './scanners/libraries.ts';
import type { Tally } from './scanners/tally.ts';

const DOC = new URL('../docs/scanners.md', import.meta.url);
const START = '<!-- bench scanners -->';
const END = '<!-- /bench scanners -->';
const NAMES: readonly LibraryName[] = ['wms-inventar', 'onscan.js', '@point-of-sale/keyboard-barcode-scanner'];
const VERSIONS: Readonly<Partial<Record<LibraryName, string>>> = versionsOf(NAMES);
const FOCUSES: readonly Focus[] = ['nowhere', 'field'];
const check = process.argv.includes('--check');
const verbose = process.argv.includes('--verbose');

interface Row {
  readonly name: LibraryName;
  readonly focus: Focus;
  readonly tally: Tally;
}

const rows = await measure();
const table = await withTable(rows);
const isCurrent = readFileSync(DOC, 'utf8') === table;
if (check && !isCurrent)
  console.error('docs/scanners.md differs from what was measured: run the bench without --check.');
if (!check) writeFileSync(DOC, table);
for (const { name, focus, tally } of rows) console.log(`${name}, focus ${focus}: ${JSON.stringify(tally)}`);

const ours = rows.filter(({ name }) => name === 'wms-inventar').map(({ tally }) => tally);
const isClean = ours.every(({ wrong, lost, leaked }) => wrong + lost + leaked === 0);
const figures = rows.flatMap(({ name, focus, tally }) =>
  Object.entries(tally).map(([figure, value]): [string, number] => [`${name} ${focus} ${figure}`, value]),
);
report('scanners', Object.fromEntries(figures), isClean && (isCurrent || !check));

async function measure(): Promise<Row[]> {
  const bundle = await build({
    entryPoints: [new URL('scanners/page.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2021',
    logLevel: 'error',
  });
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments() });
  const measured: Row[] = [];
  try {
    for (const focus of FOCUSES) {
      for (const name of NAMES) {
        // A page of its own: not every library can be taken off again.
        const page = await browser.newPage();
        await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
        const result = await page.evaluate(([library, where]): PageResult => window.run(library, where), [
          name,
          focus,
        ] as const);
        if (verbose) console.log(`${name}, focus ${focus}:\n  ${result.failed.join('\n  ')}`);
        measured.push({ name, focus, tally: result.tally });
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
  return measured;
}

async function withTable(measured: readonly Row[]): Promise<string> {
  const text = readFileSync(DOC, 'utf8');
  const start = text.indexOf(START) + START.length;
  const end = text.indexOf(END);
  if (start < START.length || end < start) throw new Error(`docs/scanners.md has no ${START} … ${END}`);
  const lines = measured.map(({ name, focus, tally }) => {
    const { cases, faultless, codes, right, wrong, lost, said, leaked } = tally;
    const label = [name, VERSIONS[name]].filter(each => each !== undefined).join(' ');
    return `| ${[label, focus === 'nowhere' ? 'nowhere' : 'in a field', cases, faultless, codes, right, said, wrong, lost, leaked].join(' | ')} |`;
  });
  const head =
    '| library | focus | cases | without fault | codes | right | rejected, said | wrong | lost | cases leaked |';
  const all = [head, '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|', ...lines].join('\n');
  const written = `${text.slice(0, start)}\n\n${all}\n\n${text.slice(end)}`;
  return format(written, { ...(await resolveConfig(DOC)), parser: 'markdown' });
}

function versionsOf(names: readonly LibraryName[]): Partial<Record<LibraryName, string>> {
  const packages = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    devDependencies: Partial<Record<string, string>>;
  };
  return Object.fromEntries(names.map(name => [name, packages.devDependencies[name]]));
}
