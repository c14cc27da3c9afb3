/**
 * `npm run bench -- host [--rows 200000] [--clients 1,8,32] [--rounds 9] [--seconds 1]`: whether the reference host takes
 * as long with a list of 200,000 rows as with one of 100. Two host processes, on two data bases of one PostgreSQL server
 * that differ in that list alone, and a third like the small one: what it differs by is the error of the measurement (A/A;
 * the run is void where that is more than 5 %). Each round gives each of them the same load for a second, in an order of
 * its own; ratios are of the medians of rounds, with a bootstrap interval of 95 %.
 *
 * - counts a second: each client replaces the quantity of a row of its own in that list, over HTTP, with a new key each
 *   time; all of them wait for the list's lock;
 * - milliseconds for the first page of rows, for a page in the middle, and for a search of items, beside `/me`.
 *
 * The server writes without fsync, as the tests have it: a disk would hide what the host takes.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { CountRow } from '../src/domain/inventory.ts';
import { openDatabase } from '../reference-host/server/database/open.ts';
import { Client, aCount } from '../test/reference-host/client.ts';
import { LARGE, fillLargeList } from '../test/reference-host/large-list.ts';
import { createDatabase, startPostgres } from '../test/reference-host/postgres.ts';
import { type HostProcess, startProcess } from '../test/reference-host/processes.ts';
import { type Figures, report } from './report.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    clients: { type: 'string', default: '1,8,32' },
    rounds: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '1' },
  },
});
const SMALL_ROWS = 100;
const LARGE_ROWS = Number(values.rows);
const CLIENTS = values.clients.split(',').map(Number);
const ROUNDS = Number(values.rounds);
const MS = Number(values.seconds) * 1000;
/** How much of the small list's throughput the large one has to have. */
const LEAST = 0.9;
const MOST_READ = 1.25;
const VOID_FROM = 0.05;
const NAMES = ['small', 'again', 'large'] as const;
type Name = (typeof NAMES)[number];

interface Bench {
  readonly host: HostProcess;
  readonly listId: string;
  readonly clients: readonly Client[];
  /** The row of each client, as it is now. */
  readonly rows: CountRow[];
}

const server = startPostgres();
const benches = new Map<Name, Bench>();
try {
  for (const name of NAMES) benches.set(name, await prepare(name === 'large' ? LARGE_ROWS : SMALL_ROWS));
  const figures: Record<string, Figures[string]> = { rows: LARGE_ROWS };
  let holds = true;
  for (const clients of CLIENTS) {
    const rates = await inTurns(bench => countsPerSecond(bench, clients));
    const { ratio, low, high, control } = compared(rates);
    console.log(
      `${clients} clients: ${NAMES.map(name => `${name} ${round(median(rates[name]))}`).join(', ')} counts a second; ` +
        `large ÷ small ${round(ratio)} (${round(low)}–${round(high)}), control ${round(control)}`,
    );
    figures[`countsPerSecond${clients}`] = round(median(rates.large));
    figures[`largeToSmall${clients}`] = round(ratio);
    figures[`control${clients}`] = round(control);
    holds &&= isValid(control) && high >= LEAST;
  }
  const middle = Buffer.from(JSON.stringify([SMALL_ROWS / 2, SMALL_ROWS / 2])).toString('base64url');
  const reads: Record<string, (listId: string) => string> = {
    me: () => '/me',
    firstPage: id => `/lists/${id}/rows`,
    middlePage: id => `/lists/${id}/rows?cursor=${middle}`,
    list: id => `/lists/${id}`,
  };
  for (const [what, pathOf] of Object.entries(reads)) {
    const times = await inTurns(bench => readMs(bench, pathOf(bench.listId)));
    const { ratio, low, high, control } = compared(times);
    console.log(
      `${what}: ${NAMES.map(name => `${name} ${round(median(times[name]))}`).join(', ')} ms; ` +
        `large ÷ small ${round(ratio)} (${round(low)}–${round(high)}), control ${round(control)}`,
    );
    figures[`${what}Ms`] = round(median(times.large));
    figures[`${what}LargeToSmall`] = round(ratio);
    // A first page of 100 rows holds half as many as one of 200,000.
    holds &&= what === 'firstPage' || (isValid(control) && low <= MOST_READ);
  }
  await end();
  report('host', figures, holds);
} catch (error) {
  await end();
  throw error;
}

async function end(): Promise<void> {
  for (const { host } of benches.values()) await host.stop();
  server.stop();
}

async function prepare(rows: number): Promise<Bench> {
  const url = await createDatabase(server.socket);
  const opened = await openDatabase({ url });
  await fillLargeList(opened.db, rows);
  await opened.close();
  const host = await startProcess({ DATABASE_URL: url });
  const clients = await Client.signInEach(Array.from({ length: Math.max(...CLIENTS) }, () => [host.url, 'ana']));
  const [first] = clients;
  if (first === undefined) throw new Error('Nobody counts');
  const { id: listId } = await first.list(LARGE.inventory, LARGE.row);
  const bench: Bench = { host, listId, clients, rows: [] };
  for (const [n, client] of clients.entries()) {
    const { status, body } = await client.count(listId, countOf(n));
    if (status !== 200) throw new Error(JSON.stringify(body));
    bench.rows.push(body.row);
  }
  // Warm, before anything is measured.
  await countsPerSecond(bench, clients.length);
  return bench;
}

function countOf(n: number, base: CountRow | null = null) {
  const place = { location: `${'ABCD'[Math.floor(n / 8) % 4] ?? 'A'}-0${1 + (n % 8)}-01` };
  return aCount(place, base === null ? {} : { mode: 'replace', baseVersion: base.version, quantity: String(n) });
}

async function countsPerSecond({ clients, rows, listId }: Bench, used: number): Promise<number> {
  const started = performance.now();
  let counted = 0;
  await Promise.all(
    clients.slice(0, used).map(async (client, n) => {
      while (performance.now() - started < MS) {
        const { status, body } = await client.count(listId, countOf(n, rows[n]), randomUUID());
        if (status !== 200) throw new Error(JSON.stringify(body));
        rows[n] = body.row;
        counted++;
      }
    }),
  );
  return counted / ((performance.now() - started) / 1000);
}

async function readMs({ clients: [client] }: Bench, path: string): Promise<number> {
  const started = performance.now();
  let reads = 0;
  while (performance.now() - started < MS / 2) {
    if ((await client?.get(path))?.status !== 200) throw new Error(`${path} was not answered`);
    reads++;
  }
  return (performance.now() - started) / reads;
}

async function inTurns(measure: (bench: Bench) => Promise<number>): Promise<Record<Name, number[]>> {
  const measured: Record<Name, number[]> = { small: [], again: [], large: [] };
  for (let n = 0; n < ROUNDS; n++) {
    for (const name of shuffled(NAMES)) {
      const bench = benches.get(name);
      if (bench !== undefined) measured[name].push(await measure(bench));
    }
  }
  return measured;
}

function compared({ small, again, large }: Record<Name, readonly number[]>) {
  const resampled = (of: readonly number[]) => median(of.map(() => of[Math.floor(Math.random() * of.length)] ?? NaN));
  const ratios = Array.from({ length: 2000 }, () => resampled(large) / resampled(small)).sort((a, b) => a - b);
  const at = (share: number) => ratios[Math.floor(share * ratios.length)] ?? NaN;
  return {
    ratio: median(large) / median(small),
    low: at(0.025),
    high: at(0.975),
    control: median(again) / median(small),
  };
}

function isValid(control: number): boolean {
  if (Math.abs(control - 1) <= VOID_FROM) return true;
  console.log('Void: two hosts that are alike differ by more than 5 %. Is the machine idle?');
  return false;
}

function shuffled<T>(all: readonly T[]): T[] {
  return all
    .map(each => ({ each, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

function median(of: readonly number[]): number {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? NaN;
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
