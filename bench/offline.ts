/**
 * `npm run bench -- offline`: eight hours without a host, on a clock of the bench's own: 500 counts, a restart, and the
 * host comes back. How often it was tried meanwhile, whether all arrive in order, and how many requests that takes. The
 * outbox is the real one; its disk, network and time are those of the model test.
 */
import type { OutboxRecord } from '../src/outbox/types.ts';
import type { InventoryGateway } from '../src/services/inventory-gateway.ts';
import { Partition } from '../test/model/device.ts';
import { FakeHost } from '../test/model/fake-host.ts';
import { Network } from '../test/model/network.ts';
import { World, settled } from '../test/model/world.ts';
import { report } from './report.ts';

const HOUR_MS = 3_600_000;
const HOURS = 8;
const COUNTS = 500;
/** Every fifth is an Add onto the place before: order within a row is what it would break. */
const PLACES = COUNTS * 0.8;

/** Notes when which request left. */
class WatchedNetwork extends Network {
  readonly left: { readonly at: number; readonly count: boolean }[] = [];
  mostAtOnce = 0;
  private readonly clock: () => number;

  constructor(world: World, host: FakeHost) {
    super(world, host);
    this.clock = () => world.clock.monotonic();
  }

  override gatewayOf(...of: Parameters<Network['gatewayOf']>): InventoryGateway {
    const gateway = super.gatewayOf(...of);
    const note = (count: boolean) => this.left.push({ at: this.clock(), count });
    return {
      ...gateway,
      operator: signal => {
        note(false);
        return gateway.operator(signal);
      },
      configuration: signal => gateway.configuration(signal),
      row: (listId, identity, signal) => {
        note(false);
        return gateway.row(listId, identity, signal);
      },
      recordCount: (listId, request, userName) => {
        note(true);
        const sent = gateway.recordCount(listId, request, userName);
        this.mostAtOnce = Math.max(this.mostAtOnce, this.flights.size);
        return sent;
      },
    };
  }
}

const world = new World(20261122);
const host = new FakeHost({ idempotencyKeys: true, versions: true, history: true });
const network = new WatchedNetwork(world, host);
network.signedIn = 'ana';
network.isDown = true;
const handheld = new Partition('ana', world, network, true);
handheld.open(0);

/** Lets things happen, in the order they are due, until this moment. */
async function until(at: number, done: () => boolean = () => false): Promise<void> {
  while (world.clock.monotonic() < at && !done()) if (!(await world.step(0))) return;
}

for (let n = 0; n < COUNTS; n++) {
  const isAgain = n % 5 === 4;
  const place = `P-${Math.floor(n / 5) * 4 + Math.min(n % 5, 3)}`;
  handheld.confirm(0, '1', place, 'add', isAgain ? '2' : '1', false);
  await settled();
  await until(((n + 1) * HOURS * HOUR_MS) / COUNTS);
}
const confirmed = handheld.promised.length;
const offline = [...network.left];
const perHour = Array.from({ length: HOURS }, (_, hour) => {
  const within = ({ at }: { at: number }) => at >= hour * HOUR_MS && at < (hour + 1) * HOUR_MS;
  return offline.filter(within).length;
});

handheld.kill(0);
handheld.open(0);
network.isDown = false;
network.left.length = 0;
const isDone = ({ fate }: OutboxRecord) => fate.kind === 'done' || fate.kind === 'superseded';
await until((HOURS + 1) * HOUR_MS, () => host.effects.length >= COUNTS && handheld.records().every(isDone));

const records = handheld.records();
const order = new Map<string, string[]>();
for (const { lane, key } of host.effects) order.set(lane, [...(order.get(lane) ?? []), key]);
const seqOf = new Map(records.map(({ id, seq }) => [id, seq]));
const inOrder = [...order.values()].every(keys =>
  keys.every((key, n) => n === 0 || (seqOf.get(keys[n - 1] ?? '') ?? 0) < (seqOf.get(key) ?? 0)),
);
const applied = host.effects.length;
const once = new Set(host.effects.map(({ key }) => key)).size === applied;
const requestsPerCount = network.left.length / COUNTS;
// Full jitter up to a minute is one attempt in half a minute on average; twice as many would be no back-off.
const most = Math.max(...perHour);
const holds =
  confirmed === COUNTS &&
  applied === COUNTS &&
  once &&
  inOrder &&
  order.size === PLACES &&
  records.every(isDone) &&
  network.mostAtOnce <= 4 &&
  network.violations.length === 0 &&
  most <= 240;
console.log(
  `${HOURS} h offline: ${confirmed} counts confirmed, ${offline.length} attempts (by hour: ${perHour.join(', ')}); ` +
    `back: ${applied} at the host, ${requestsPerCount.toFixed(2)} requests for each, at most ${network.mostAtOnce} at once`,
);
report(
  'offline',
  {
    confirmed,
    applied,
    inOrder,
    once,
    attemptsOffline: offline.length,
    mostAttemptsInAnHour: most,
    mostAtOnce: network.mostAtOnce,
    requestsPerCount: Math.round(requestsPerCount * 1000) / 1000,
  },
  holds,
);
