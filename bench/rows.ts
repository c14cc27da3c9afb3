/**
 * `npm run bench -- rows [--rows 1000,10000,100000] [--rounds 15] [--slowdown 4]`: what a long list costs, in a real
 * Chromium with the built plugin, whose CPU is slowed down once all rows are loaded. The host is in the page, so that nothing but the plugin is
 * measured. Each number of rows has a page of its own, all rows loaded by scrolling; in each round each page counts one
 * item, and searches, in an order of its own. A second page with the fewest rows is the control (A/A): the run is void
 * where the two differ by more than 5 %.
 *
 * - "insert": from Confirm until the row is drawn on top, with the outbox on;
 * - "append": from asking for a page of 200 rows until it is drawn: the first tenth of the pages and the last;
 * - "search": until the one row that was found is drawn;
 * - "heap": of the page, after a collection, with all rows loaded.
 *
 * Holds where insert and search are flat: the longest list takes at most 1.25 of the shortest.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Page, chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../scripts/system.mjs';
import { pageScript } from './browser/page-script.ts';
import { type Figures, report } from './report.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000,10000,100000' },
    rounds: { type: 'string', default: '15' },
    slowdown: { type: 'string', default: '4' },
    outbox: { type: 'string', default: 'on' },
  },
});
const SIZES = values.rows.split(',').map(Number);
const ROUNDS = Number(values.rounds);
const FLAT = 1.25;
const VOID_FROM = 0.05;

interface Measured {
  readonly page: Page;
  readonly rows: number;
  readonly appends: readonly number[];
  readonly heapMb: number;
  readonly inserts: number[];
  readonly searches: number[];
}

const root = fileURLToPath(new URL('../dist/', import.meta.url));
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://bench');
  if (pathname === '/') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><body style="margin: 0; height: 100vh">
      <script type="module">import '/wms-inventar.js'</script>`);
    return;
  }
  readFile(path.join(root, pathname)).then(
    file => response.setHeader('content-type', 'text/javascript').end(file),
    () => response.writeHead(404).end(),
  );
});
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments() });
const script = await pageScript('long-list');

const [fewest = 0] = SIZES;
const measured: Measured[] = [];
for (const rows of [...SIZES, fewest]) measured.push(await opened(rows));
for (let round = 0; round <= ROUNDS; round++) {
  for (const each of [...measured].sort(() => Math.random() - 0.5)) {
    await each.page.bringToFront();
    const insert = await each.page.evaluate(() => window.countOne());
    const search = await each.page.evaluate(() => window.searchOne());
    // The first warms up.
    if (round === 0) continue;
    each.inserts.push(insert);
    each.searches.push(search);
  }
}
await browser.close();
server.close();

const figures: Record<string, number | boolean> = {};
console.log('rows     insert  search  append first  last   heap');
for (const { rows, inserts, searches, appends, heapMb } of measured.slice(0, -1)) {
  const tenth = Math.max(1, Math.floor(appends.length / 10));
  const [first, last] = [median(appends.slice(0, tenth)), median(appends.slice(-tenth))];
  Object.assign(figures, {
    [`insertMs${rows}`]: round1(median(inserts)),
    [`searchMs${rows}`]: round1(median(searches)),
  });
  Object.assign(figures, { [`appendMs${rows}`]: round1(last), [`heapMb${rows}`]: round1(heapMb) });
  const cells = [median(inserts), median(searches), first, last, heapMb].map(value => value.toFixed(1).padStart(7));
  console.log(`${String(rows).padEnd(7)} ${cells.join(' ')}`);
}
const [shortest, longest, control] = [measured[0], measured.at(-2), measured.at(-1)];
const ratio = (of: 'inserts' | 'searches', one = longest, other = shortest) =>
  median(one?.[of] ?? []) / median(other?.[of] ?? []);
const insertRatio = ratio('inserts');
const searchRatio = ratio('searches');
const aa = ratio('inserts', control);
const isVoid = Math.abs(aa - 1) > VOID_FROM;
console.log(
  `longest ÷ shortest: insert ${insertRatio.toFixed(2)}, search ${searchRatio.toFixed(2)}; A/A ${aa.toFixed(2)}`,
);
if (isVoid) console.log('VOID: the machine is too busy to tell');
const all: Figures = {
  ...figures,
  insertRatio: round2(insertRatio),
  searchRatio: round2(searchRatio),
  aa: round2(aa),
  isVoid,
};
report('rows', all, !isVoid && insertRatio <= FLAT && searchRatio <= FLAT);

async function opened(rows: number): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.addScriptTag({ content: script });
  await page.evaluate(([count, outbox]) => window.openList(count, outbox), [
    rows,
    values.outbox === 'off' ? 'off' : 'on',
  ] as const);
  const tools = await context.newCDPSession(page);
  // Five hundred pages take minutes as it is.
  const appends = await page.evaluate(() => window.loadAll());
  await tools.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slowdown) });
  await tools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tools.send('Runtime.getHeapUsage');
  return { page, rows, appends, heapMb: usedSize / 1e6, inserts: [], searches: [] };
}

function median(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
