/**
 * `npm run bench -- confirm [--rounds 60] [--pending 500] [--many 10000] [--slowdown 4] [--profile out]`: how long a
 * Confirm takes with many counts that wait for the host, in a real Chromium whose CPU is slowed down, with its profile
 * on disk. The reference host runs as a process of its own behind a proxy that resets whatever asks for its services.
 *
 * The first 500 are counted in the form, by keys; the browser is killed and started again; then 60 are measured. Each is
 * scanned, gets a quantity by key and is confirmed by F8. Measured in the page, from the time stamp that the browser
 * gave to F8, are
 * - "saved": until the document says "saved on this device" of this count and the form is empty for the next one. That
 *   is said only after the strict transaction is complete;
 * - "painted": until the first frame with it has been handed on;
 * - of that, the strict transaction alone, from its opening to `complete`;
 * - "item": from the page's getting the last key of the scan until the item with its quantity field stands in the form.
 *
 * Then the same with 10,000 waiting, most of which the outbox's own ledger confirms in a page without the form. What
 * is usable there, `LIMITS` says.
 *
 * The CPU is slowed down by the developer tools' `Emulation.setCPUThrottlingRate`: the page's own thread, not the disk.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import type { Location } from '../src/domain/inventory.ts';
import * as contract from '../src/services/rest/contract.ts';
import type { Marks } from './browser/probe.ts';
import { pageScript } from './browser/page-script.ts';
import { type Counter, ITEMS, PLACES, USER, startWorkplace } from './browser/workplace.ts';
import { type Figures, report } from './report.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '60' },
    pending: { type: 'string', default: '500' },
    many: { type: 'string', default: '10000' },
    slowdown: { type: 'string', default: '4' },
    /** Writes CPU profiles of both measurements: `<profile>-500.cpuprofile`. */
    profile: { type: 'string' },
  },
});
const ROUNDS = Number(values.rounds);
const PENDING = Number(values.pending);
const MANY = Number(values.many);
const SLOWDOWN = Number(values.slowdown);

/**
 * Milliseconds. `formAt`: from the page's start until the form has the focus. `longestTask`: what holds up the page at
 * once while it is counted. `outboxScreen`: from the badge's click until the outbox shows counts.
 */
const LIMITS = {
  few: { savedP95: 50 },
  many: { savedP95: 100, itemP95: 200, longestTask: 200, formAt: 5_000, outboxScreen: 500 },
};

interface Measured {
  readonly saved: readonly number[];
  readonly painted: readonly number[];
  readonly transaction: readonly number[];
  /** From the key until the transaction is opened; from its end until it is said. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly item: readonly number[];
  readonly longestTask: number;
  /** From the page's start until the form has the focus, and until the outbox says what waits. */
  readonly formAt: number;
  readonly outboxAt: number;
}

let counted = 0;
/** Where the form stands; a page that was opened anew stands nowhere. */
let at: Location | null = null;
const workplace = await startWorkplace();
try {
  const builder = await workplace.open(1);
  await builder.isReadyForOffline();
  await workplace.cutOff();
  console.log(`Counting ${PENDING} in the form…`);
  while (counted < PENDING) {
    await next(builder, (item, quantity) => builder.countAtOnce(item, quantity));
    await builder.isSaved();
  }
  await builder.isPending(counted);
  await workplace.kill();
  const slow = await workplace.open(SLOWDOWN);
  const few = await measure(slow, PENDING);

  console.log(`Filling up to ${MANY}…`);
  await fill(await workplace.emptyPage(), Math.max(0, MANY - counted));
  await workplace.kill();
  const slower = await workplace.open(SLOWDOWN);
  const many = await measure(slower, MANY);
  const outboxScreen = await slower.openOutbox();
  console.log(`  outbox screen after ${round(outboxScreen)} ms`);
  await slower.isPending(Math.max(MANY, PENDING + ROUNDS) + ROUNDS);

  const holds =
    p(95, few.saved) <= LIMITS.few.savedP95 &&
    p(95, many.saved) <= LIMITS.many.savedP95 &&
    p(95, many.item) <= LIMITS.many.itemP95 &&
    many.longestTask <= LIMITS.many.longestTask &&
    many.formAt <= LIMITS.many.formAt &&
    outboxScreen <= LIMITS.many.outboxScreen;
  await workplace.close();
  const figures = { ...figuresOf(few, PENDING), ...figuresOf(many, MANY), outboxScreenMs: round(outboxScreen) };
  report('confirm', figures, holds);
} catch (error) {
  await workplace.close();
  throw error;
}

/** The next count at its place: four items at each. */
async function next(counter: Counter, count: (item: string, quantity: number) => Promise<void>): Promise<void> {
  const place = PLACES[Math.floor(counted / ITEMS.length)];
  const item = ITEMS[counted % ITEMS.length];
  if (place === undefined || item === undefined) throw new Error('There are not so many places');
  if (place !== at) await counter.scanPlace(place);
  at = place;
  await count(item, 1 + (counted % 9));
  counted++;
}

async function measure(counter: Counter, pending: number): Promise<Measured> {
  const started = await counter.marks();
  at = null;
  // What a restart does at leisure is over.
  await counter.page.waitForTimeout(3_000);
  const devTools = await counter.devTools();
  const profiling = values.profile !== undefined;
  if (profiling) {
    await devTools.send('Profiler.enable');
    await devTools.send('Profiler.start');
  }
  const before = await counter.marks();
  for (let n = 0; n < ROUNDS; n++) await next(counter, (item, quantity) => counter.countByHand(item, quantity));
  const after = await counter.marks();
  if (profiling) {
    const { profile } = await devTools.send('Profiler.stop');
    writeFileSync(`${values.profile}-${pending}.cpuprofile`, JSON.stringify(profile));
  }
  const measured = since(before, after, started);
  tell(`${pending} pending`, measured);
  return measured;
}

function since(before: Marks, after: Marks, started: Marks): Measured {
  const confirms = after.confirms.slice(before.confirms.length);
  if (confirms.length !== ROUNDS) throw new Error(`${confirms.length} of ${ROUNDS} counts were seen to be saved`);
  const from = confirms[0]?.start ?? 0;
  const parts = confirms.map(({ start, savedMs }) => {
    const own = after.transactions.find(each => each.start >= start);
    if (own === undefined) throw new Error('A count was said to be saved without a transaction');
    const before = own.start - start;
    return { before, transaction: own.ms, after: savedMs - own.ms - before };
  });
  return {
    saved: confirms.map(({ savedMs }) => savedMs),
    painted: confirms.flatMap(({ paintedMs }) => paintedMs ?? []),
    before: parts.map(each => each.before),
    transaction: parts.map(each => each.transaction),
    after: parts.map(each => each.after),
    item: after.items.slice(before.items.length),
    longestTask: Math.max(0, ...after.longTasks.filter(({ start }) => start >= from).map(({ ms }) => ms)),
    formAt: started.formAt ?? Infinity,
    outboxAt: started.outboxAt ?? Infinity,
  };
}

/** Counts of other items than those that are measured, at all places. */
async function fill(page: Page, count: number): Promise<void> {
  const { client, listId, proxy } = workplace;
  const { body } = await client.get(`/lists/${listId}/catalogue/items?limit=1000`);
  const items = contract.catalogueItems
    .parse(body)
    .items.map(({ item }) => item)
    .filter(
      ({ itemClass, code, lotManaged, serialManaged, archived, phantom }) =>
        !(lotManaged || serialManaged || archived || phantom) && !ITEMS.some(each => each === `${itemClass}-${code}`),
    );
  const counts = items.flatMap(item => PLACES.map(location => ({ item, location }))).slice(0, count);
  if (counts.length < count) throw new Error(`There are ${counts.length} such items and places only`);
  await page.addScriptTag({ content: await pageScript('fill') });
  const filling = { baseUrl: `${proxy.origin}/api`, user: USER, listId, counts };
  await page.evaluate(each => window.fill(each), filling);
}

function tell(title: string, { formAt, outboxAt, longestTask, ...samples }: Measured): void {
  console.log(`${title}:`);
  for (const [name, ms] of Object.entries(samples)) {
    console.log(
      `  ${name}: p50 ${round(p(50, ms))}, p95 ${round(p(95, ms))}, max ${round(p(100, ms))} ms (${ms.length})`,
    );
  }
  console.log(
    `  longest task ${round(longestTask)} ms; form after ${round(formAt)} ms, outbox after ${round(outboxAt)} ms`,
  );
}

function figuresOf({ saved, painted, transaction, item, longestTask, formAt }: Measured, pending: number): Figures {
  return Object.fromEntries(
    Object.entries({
      savedP50Ms: p(50, saved),
      savedP95Ms: p(95, saved),
      savedMaxMs: p(100, saved),
      paintedP95Ms: p(95, painted),
      transactionP50Ms: p(50, transaction),
      transactionP95Ms: p(95, transaction),
      itemShownP95Ms: p(95, item),
      longestTaskMs: longestTask,
      formAfterMs: formAt,
    }).map(([name, ms]) => [`${name}At${pending}`, round(ms)]),
  );
}

function p(percent: number, samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Infinity;
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
