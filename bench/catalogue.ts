/**
 * `npm run bench -- catalogue`: how long the pages of 50,000 locations take over HTTP, on PostgreSQL and on PGlite; and
 * whether a late page takes longer than an early one, which paging by offset would.
 */
import { sql } from 'drizzle-orm';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../reference-host/server/database/open.ts';
import { type RunningHost, startHost } from '../reference-host/server/serve.ts';
import { catalogueLocations } from '../src/services/rest/contract.ts';
import { Client } from '../test/reference-host/client.ts';
import { createDatabase, startPostgres } from '../test/reference-host/postgres.ts';
import { type Figures, report } from './report.ts';

const LOCATIONS = 50_000;
const LIMIT = 1000;
const ROUNDS = 3;

interface Measured {
  readonly pages: number;
  readonly firstMs: number;
  /** Median of the pages in the first and in the last third, the first page, with its revision, left out. */
  readonly earlyMs: number;
  readonly lateMs: number;
  readonly wholeMs: number;
  readonly unchangedMs: number;
}

async function measure(host: RunningHost): Promise<Measured> {
  const ana = await Client.signIn(host.url, 'ana');
  const { id } = await ana.list(14, 1);
  const at = `/lists/${id}/catalogue/locations`;
  const times: number[] = [];
  let revision = '';
  let count = 0;
  for (let cursor: string | null = ''; cursor !== null;) {
    const started = performance.now();
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const reply = await ana.get(`${at}?limit=${LIMIT}${query}`);
    times.push(performance.now() - started);
    const page = catalogueLocations.parse(reply.body);
    count += page.items.length;
    ({ next: cursor, revision } = page);
  }
  if (count < LOCATIONS) throw new Error(`Only ${count} locations came`);
  const asked = performance.now();
  const { status } = await ana.get(at, { 'if-none-match': `"${revision}"` });
  if (status !== 304) throw new Error(`${status} instead of 304`);
  const [first = 0, ...others] = times;
  const third = Math.floor(others.length / 3);
  return {
    pages: times.length,
    firstMs: first,
    earlyMs: median(others.slice(0, third)),
    lateMs: median(others.slice(-third)),
    wholeMs: times.reduce((sum, each) => sum + each, 0),
    unchangedMs: performance.now() - asked,
  };
}

function median(of: readonly number[]): number {
  return [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
}

/** The fastest of several rounds: what the machine does beside it is not measured. */
function best(rounds: readonly Measured[]): Measured {
  return rounds.reduce((least, each) => (each.wholeMs < least.wholeMs ? each : least));
}

const postgres = startPostgres();
const directory = mkdtempSync(path.join(os.tmpdir(), 'wms-inventar-bench-'));
const figures: Record<string, Figures[string]> = {};
let holds = true;
try {
  for (const [name, place] of [
    ['postgres', { url: await createDatabase(postgres.socket) }],
    ['pglite', { directory }],
  ] as const) {
    const database = await openDatabase(place);
    await database.db.execute(sql`
      insert into location (warehouse, code, description, type, active, blocked, reserved, obsolete)
      select '01', 'M-' || lpad(n::text, 6, '0'), 'Raft M ' || n, 'shelf', true, false, false, false
      from generate_series(1, ${LOCATIONS}) n`);
    await database.db.execute(sql`analyze location`);
    await database.close();
    const host = await startHost({ place, port: 0, hostname: '127.0.0.1' });
    const rounds: Measured[] = [];
    for (let n = 0; n < ROUNDS; n++) rounds.push(await measure(host));
    await host.close();
    const least = best(rounds);
    const lateToEarly = least.lateMs / least.earlyMs;
    // Twice as long would already be paging that counts its way through.
    holds &&= lateToEarly < 2;
    console.log(
      `${name}: ${least.pages} pages of ${LIMIT}, ${least.earlyMs.toFixed(1)} ms each early, ${least.lateMs.toFixed(1)} ms late; ` +
        `the first, with the revision, ${least.firstMs.toFixed(0)} ms; all ${least.wholeMs.toFixed(0)} ms; unchanged ${least.unchangedMs.toFixed(0)} ms`,
    );
    for (const [figure, value] of Object.entries({ ...least, lateToEarly })) {
      figures[`${name}.${figure}`] = Math.round(value * 100) / 100;
    }
  }
} finally {
  postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
report('catalogue', figures, holds);
