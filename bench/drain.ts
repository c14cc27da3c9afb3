/**
 * `npm run bench -- drain [--counts 500]`: a day without a host in a real Chromium with its profile on disk. The host's
 * services are cut off by a proxy; 500 counts are confirmed in the form by keys, every fifth an Add onto the count
 * before; the browser is killed (SIGKILL) and started again, still without a host; then the services are back and the
 * browser is told so.
 *
 * Seen at the proxy, where the requests are: how often the host was tried meanwhile and in which distances, how long it
 * takes from then until all is at the host, requests for each count, the most at once. Seen at the host, by another
 * client: all rows with their quantities, and each row's history in the order in which it was confirmed.
 *
 * Eight hours on a clock of its own are `npm run bench -- offline`; here the time is the real one, and short.
 */
import { parseArgs } from 'node:util';
import type { CountRow } from '../src/domain/inventory.ts';
import { SERVICES, expect } from '../test/e2e/behind-proxy.ts';
import type { Passage } from '../test/faults/fault-proxy.ts';
import { ITEMS, PLACES, startWorkplace } from './browser/workplace.ts';
import { report } from './report.ts';

const { values } = parseArgs({ options: { counts: { type: 'string', default: '500' } } });
const COUNTS = Number(values.counts);
const IN_FLIGHT_LIMIT = 4;
/** Full jitter up to a minute: half a minute on average. Twice as often, after the first quick ones, is no back-off. */
const MOST_TRIES = (minutes: number) => 10 + 4 * minutes;

interface Expected {
  readonly place: string;
  readonly item: string;
  /** What was entered for this row, in order. */
  readonly entered: readonly number[];
}

const workplace = await startWorkplace();
const { proxy, client, listId } = workplace;
try {
  const before = await workplace.open(1);
  await before.isReadyForOffline();
  await workplace.cutOff();
  const cutOffAt = (await proxy.passages()).length;
  const started = performance.now();
  console.log(`Counting ${COUNTS} without a host…`);
  const rows: Expected[] = [];
  for (let n = 0; n < COUNTS; n++) {
    const place = PLACES[Math.floor(n / (ITEMS.length + 1))];
    const turn = n % (ITEMS.length + 1);
    const item = ITEMS[Math.min(turn, ITEMS.length - 1)];
    if (place === undefined || item === undefined) throw new Error('There are not so many places');
    if (turn === 0) await before.scanPlace(place);
    const quantity = 1 + (n % 9);
    await before.countAtOnce(item, quantity);
    const last = rows.at(-1);
    if (turn === ITEMS.length && last !== undefined) {
      await before.answerAdd();
      rows[rows.length - 1] = { ...last, entered: [...last.entered, quantity] };
    } else rows.push({ place: place.code, item, entered: [quantity] });
    await before.isSaved();
  }
  await before.isPending(COUNTS);
  await workplace.kill();

  const after = await workplace.open(1);
  await after.isPending(COUNTS);
  const offline = (await proxy.passages()).slice(cutOffAt);
  const offlineMinutes = (performance.now() - started) / 60_000;
  const tries = offline.filter(isTry);
  const sentOffline = offline.filter(isCount).length;

  const back = performance.now();
  await proxy.setPlan({ only: SERVICES });
  await after.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(after.page.getByRole('button', { name: /All counts are at the host/ })).toBeAttached({
    timeout: 300_000,
  });
  const drainSeconds = (performance.now() - back) / 1000;
  const passages = (await proxy.passages()).slice(cutOffAt + offline.length);
  const sent = passages.filter(isCount);
  const services = passages.filter(({ url }) => url.startsWith('/api/'));
  const once = new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size === sent.length;

  const { wrongRows, outOfOrder } = await compare(rows);
  const figures = {
    counts: COUNTS,
    offlineMinutes: round(offlineMinutes),
    triesOffline: tries.length,
    countsSentOffline: sentOffline,
    drainSeconds: round(drainSeconds),
    countsPerSecond: round(COUNTS / drainSeconds),
    countRequestsPerCount: round(sent.length / COUNTS),
    requestsPerCount: round(services.length / COUNTS),
    countsAtOnce: mostAtOnce(sent),
    requestsAtOnce: mostAtOnce(services),
    rows: rows.length,
    wrongRows,
    outOfOrder,
  };
  console.log(
    `${COUNTS} counts in ${figures.offlineMinutes} min without a host, which was tried ${tries.length} times; ` +
      `killed and started again; at the host ${figures.drainSeconds} s after it was back, ` +
      `${figures.requestsPerCount} requests for each, at most ${figures.countsAtOnce} counts at once`,
  );
  const holds =
    once &&
    sent.length === COUNTS &&
    sentOffline === 0 &&
    tries.length <= MOST_TRIES(offlineMinutes) &&
    figures.countsAtOnce <= IN_FLIGHT_LIMIT &&
    wrongRows === 0 &&
    outOfOrder === 0;
  await workplace.close();
  report('drain', figures, holds);
} catch (error) {
  await workplace.close();
  throw error;
}

/** The outbox's own question whether anybody answers; what the form looks up is not one. */
function isTry({ url }: Passage): boolean {
  return url === '/api/me';
}

function isCount({ method, url }: Passage): boolean {
  return method === 'POST' && url.endsWith('/counts');
}

/** Of these, how many were under way at the same moment. */
function mostAtOnce(passages: readonly Passage[]): number {
  const changes = passages.flatMap(({ receivedAt, endedAt }) => [
    { at: receivedAt, by: 1 },
    { at: endedAt ?? Infinity, by: -1 },
  ]);
  let now = 0;
  let most = 0;
  for (const { by } of changes.sort((a, b) => a.at - b.at || a.by - b.by)) most = Math.max(most, (now += by));
  return most;
}

/** The host's rows against what was entered, and the history of each that was counted twice. */
async function compare(expected: readonly Expected[]): Promise<{ wrongRows: number; outOfOrder: number }> {
  const nameOf = (item: string, place: string) => `${item} at ${place}`;
  const atHost = new Map<string, CountRow>();
  for (const row of await client.rows(listId, 'status=counted')) {
    atHost.set(nameOf(`${row.itemClass}-${row.itemCode}`, row.location), row);
  }
  let wrongRows = Math.abs(atHost.size - expected.length);
  let outOfOrder = 0;
  for (const { item, place, entered } of expected) {
    const row = atHost.get(nameOf(item, place));
    const sum = entered.reduce((all, each) => all + each, 0);
    if (row === undefined || Number(row.alternativeQuantity ?? row.quantity) !== sum) {
      wrongRows++;
      continue;
    }
    if (entered.length === 1) continue;
    const history = [...(await client.history(row))].reverse().map(entry => Number(entry.entered?.quantity));
    if (history.length !== entered.length || history.some((each, n) => each !== entered[n])) outOfOrder++;
  }
  return { wrongRows, outOfOrder };
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
