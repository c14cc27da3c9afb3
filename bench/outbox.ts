/**
 * `npm run bench -- outbox [--counts 1000] [--devices 20] [--faults 0.2] [--seed 1]`: devices count into the same rows,
 * through proxies that do to one request in five whatever a network or a host can do to it, at two server processes on
 * one PostgreSQL; batteries are taken out in between. Each device answers "Add" when it is asked. At the end the rows
 * have to hold the sum of what was acknowledged, and the ledger each confirmation once.
 */
import pg from 'pg';
import { parseArgs } from 'node:util';
import { createRandom } from '../reference-host/server/seed/random.ts';
import type { InventoryList, Item, Location } from '../src/domain/inventory.ts';
import * as contract from '../src/services/rest/contract.ts';
import { createRestGateway } from '../src/services/rest/rest-gateway.ts';
import { type Fault, type FaultProxy, startFaultProxy } from '../test/faults/fault-proxy.ts';
import { Client } from '../test/reference-host/client.ts';
import { createDatabase, startPostgres } from '../test/reference-host/postgres.ts';
import { startProcess } from '../test/reference-host/processes.ts';
import { Device, type Task } from './outbox/device.ts';
import { report } from './report.ts';
import { tokenOf } from '../test/reference-host/sign-in.ts';

const { values } = parseArgs({
  options: {
    counts: { type: 'string', default: '10000' },
    devices: { type: 'string', default: '20' },
    faults: { type: 'string', default: '0.2' },
    seed: { type: 'string', default: '1' },
  },
});
const COUNTS = Number(values.counts);
const DEVICES = Number(values.devices);
const FAULT_PROBABILITY = Number(values.faults);
const SEED = Number(values.seed);
const KILL_PROBABILITY = 0.01;
/** Places that all devices count at: few enough to meet each other there. */
const PLACES = 60;
/** What hangs costs this long; the plugin's own time-out is longer, and tells nothing more. */
const TIMEOUT_MS = 2_000;

const FAULTS: readonly Fault[] = [
  { kind: 'request-lost' },
  { kind: 'reply-lost', by: 'close' },
  { kind: 'reply-lost', by: 'reset' },
  { kind: 'reply-lost', warmed: true },
  { kind: 'duplicate' },
  { kind: 'duplicate', atOnce: true, answer: 'second' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 502, delivered: true },
  { kind: 'status', status: 503, retryAfterSeconds: 1 },
  { kind: 'status', status: 429, retryAfterSeconds: 1, retryAfterAsDate: true },
  { kind: 'status', status: 408 },
  { kind: 'signed-out' },
  { kind: 'late-apply' },
  { kind: 'cut-body' },
  { kind: 'malformed-json' },
  { kind: 'login-page' },
  { kind: 'login-redirect', delivered: true },
  { kind: 'captive-portal', status: 511 },
  { kind: 'hang' },
];

const postgres = startPostgres();
const url = await createDatabase(postgres.socket);
const [first, second] = await Promise.all([startProcess({ DATABASE_URL: url }), startProcess({ DATABASE_URL: url })]);
const hosts = [first, second];
const plan = { only: { path: '^/api/' }, random: { seed: SEED, probability: FAULT_PROBABILITY, faults: [...FAULTS] } };
const [toFirst, toSecond] = await Promise.all([
  startFaultProxy({ target: first.url, plan }),
  startFaultProxy({ target: second.url, plan }),
]);
const proxies = [toFirst, toSecond];
const direct = await Client.signIn(first.url, 'ana');

const { pick, whole } = createRandom(SEED);
const [lists, items, places] = await Promise.all([commonLists(), pieces(), locations()]);
const tasks = Array.from({ length: COUNTS }, (): Task => {
  const item = pick(items);
  const { warehouse, code } = pick(places);
  const identity = {
    itemClass: item.itemClass,
    itemCode: item.code,
    variant: null,
    lot: null,
    serial: null,
    warehouse,
    location: code,
  };
  return { listId: pick(lists).id, identity, item, quantity: String(whole(1, 9)) };
});

const devices = Array.from({ length: DEVICES }, (_, n) => {
  const user = n % 2 === 0 ? 'ana' : 'mihai';
  const chance = createRandom(SEED * 1000 + n);
  let keys = 0;
  const gateway = createRestGateway({
    baseUrl: `${(n % 4 < 2 ? toFirst : toSecond).origin}/api`,
    timeoutMs: TIMEOUT_MS,
    // What signs the operator in is not what is measured: it goes to the host directly.
    token: () => tokenOf(first.url, user),
  });
  return new Device({
    user,
    gateway,
    random: () => chance.whole(0, 2 ** 31 - 1) / 2 ** 31,
    mintKey: () => `bench-${SEED}-${n}-${String(++keys).padStart(10, '0')}`,
  });
});

console.log(`${COUNTS} counts, ${DEVICES} devices, 2 host processes, ${FAULT_PROBABILITY * 100} % faults…`);
const started = performance.now();
const telling = setInterval(() => {
  const done = devices.reduce((sum, each) => sum + each.acknowledged.length, 0);
  const open = devices.flatMap(each => each.unfinished());
  console.log(`  ${Math.round((performance.now() - started) / 1000)} s: ${done} confirmed, ${open.length} unfinished`);
  // One that asks for more than this script answers would stand here for ever.
  for (const { id, fate } of open) {
    if (fate.kind !== 'attention' || 'maybeApplied' in fate.reason) continue;
    console.log(`  ${id} needs a person: ${JSON.stringify(fate.reason)}`);
  }
}, 10_000);
await Promise.all(
  devices.map((each, n) =>
    each.work(
      tasks.filter((_, i) => i % DEVICES === n),
      KILL_PROBABILITY,
    ),
  ),
);
clearInterval(telling);
const seconds = (performance.now() - started) / 1000;
await Promise.all(proxies.map(proxy => proxy.setPlan({})));
await Promise.all(proxies.map(proxy => proxy.idle()));

const network = await sumOfCounts(proxies);
const { lost, doubled, wrongRows } = await compare();
const confirmed = devices.reduce((sum, each) => sum + each.acknowledged.length, 0);
const figures = {
  counts: confirmed,
  devices: DEVICES,
  hostProcesses: hosts.length,
  requests: network.received,
  faultsInjected: network.faults,
  faultPercent: round((100 * network.faults) / network.received),
  requestsPerCount: round(network.received / confirmed),
  kills: devices.reduce((sum, each) => sum + each.kills, 0),
  askedAgain: devices.reduce((sum, each) => sum + each.asked, 0),
  seconds: round(seconds),
  lost,
  doubled,
  wrongRows,
};
for (const [name, figure] of Object.entries(figures)) console.log(`  ${name}: ${figure}`);
await Promise.all([...proxies.map(proxy => proxy.close()), ...hosts.map(host => host.stop())]);
postgres.stop();
report('outbox', figures, confirmed === COUNTS && lost === 0 && doubled === 0 && wrongRows === 0);

/** Rows against the sums of what was acknowledged, and the ledger against each acknowledged confirmation. */
async function compare(): Promise<{ lost: number; doubled: number; wrongRows: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const ledger = await client.query<{ key: string }>("select key from count_ledger where key like 'bench-%'");
  await client.end();
  const times = new Map<string, number>();
  for (const { key } of ledger.rows) times.set(key, (times.get(key) ?? 0) + 1);
  let lost = 0;
  let doubled = 0;
  const sums = new Map<string, number>();
  for (const device of devices) {
    const keysOf = new Map(
      device.records().flatMap(({ id, previousIds }) => {
        const keys = [id, ...previousIds];
        return keys.map(key => [key, keys] as const);
      }),
    );
    for (const { id, listId, identity, quantity } of device.acknowledged) {
      // What was pruned from the history is known by its own key.
      const applied = (keysOf.get(id) ?? [id]).reduce((sum, key) => sum + (times.get(key) ?? 0), 0);
      if (applied === 0) lost++;
      if (applied > 1) doubled++;
      const name = `${listId} ${identity.itemCode} ${identity.location}`;
      sums.set(name, (sums.get(name) ?? 0) + Number(quantity));
    }
  }
  let wrongRows = 0;
  for (const { id } of lists) {
    for (const row of await direct.rows(id, 'status=counted')) {
      const name = `${id} ${row.itemCode} ${row.location}`;
      const expected = sums.get(name);
      sums.delete(name);
      if (expected !== undefined && Number(row.quantity) !== expected) wrongRows++;
    }
  }
  return { lost, doubled, wrongRows: wrongRows + sums.size };
}

/** Open lists of warehouse 01 that both users may count, and in which nothing is counted yet. */
async function commonLists(): Promise<InventoryList[]> {
  const mihai = await Client.signIn(second.url, 'mihai');
  const inventories = contract.inventoryPage.parse((await direct.get('/inventories?closed=false')).body).items;
  const query = inventories.map(({ id }) => `inventory=${id}`).join('&');
  const [ofAna, ofMihai] = await Promise.all(
    [direct, mihai].map(async client => contract.lists.parse((await client.get(`/lists?${query}`)).body).items),
  );
  const found = (ofAna ?? []).filter(
    list =>
      list.closingDate === null &&
      list.warehouse.code === '01' &&
      list.progress?.counted === 0 &&
      ofMihai?.some(({ id }) => id === list.id),
  );
  if (found.length === 0) throw new Error('No list that both may count');
  return found;
}

async function pieces(): Promise<Item[]> {
  const found = await Promise.all(['ART-118', 'ART-204'].map(code => direct.get(`/items?code=${code}&itemClass=MOB`)));
  return found.flatMap(({ body }) => contract.itemMatches.parse(body).matches.map(({ item }) => item));
}

async function locations(): Promise<Location[]> {
  const reply = await direct.get('/locations?warehouse=01&text=-');
  const usable = contract.locationMatches
    .parse(reply.body)
    .matches.filter(({ active, obsolete }) => active && !obsolete);
  return usable.slice(0, PLACES);
}

async function sumOfCounts(of: readonly FaultProxy[]): Promise<{ received: number; faults: number }> {
  const all = await Promise.all(of.map(proxy => proxy.counts()));
  const received = all.reduce((sum, each) => sum + each.received, 0);
  const passed = all.reduce((sum, each) => sum + (each.faults.none ?? 0), 0);
  return { received, faults: received - passed };
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
