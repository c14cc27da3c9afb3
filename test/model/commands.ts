import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Wake } from '../../src/outbox/ports.ts';
import type { HostCapabilities } from '../../src/services/inventory-gateway.ts';
import { isInDoubt, isOpen } from '../../src/outbox/standing.ts';
import type { OutboxRecord } from '../../src/outbox/types.ts';
import { identity } from '../support/fixtures.ts';
import { Partition, type Tab } from './device.ts';
import { FakeHost } from './fake-host.ts';
import { checkInvariants, checkKnown } from './invariants.ts';
import { AS_ANOTHER, FAULTS, type Fault, Network } from './network.ts';
import { World, settled } from './world.ts';

/** The first of each comes most often: rows where many counts meet are where order matters. */
const LISTS = ['1', '1', '1', '2'];
const PLACES = ['A', 'A', 'B', 'C'];
const MANY_PLACES = [...PLACES, 'D', 'E', 'F', 'G', 'H'];
const USERS = ['ana', 'mihai'];

/** Where and how a run takes place. */
export interface Setting {
  readonly seed: number;
  readonly can: HostCapabilities;
  readonly webLocks: boolean;
}

/** Two users of one handheld, their tabs, and a host. */
export class Scene {
  readonly world: World;
  readonly network: Network;
  readonly partitions: readonly Partition[];

  constructor({ seed, can, webLocks }: Setting) {
    this.world = new World(seed);
    this.network = new Network(this.world, new FakeHost(can));
    this.network.signedIn = 'ana';
    this.partitions = USERS.map(user => new Partition(user, this.world, this.network, webLocks));
    for (const partition of this.partitions) partition.open(0);
  }

  partition(n: number): Partition {
    const found = this.partitions[n % this.partitions.length];
    if (found === undefined) throw new RangeError('There is no partition');
    return found;
  }

  check(): void {
    checkInvariants(this.partitions, this.network);
  }

  /** Commands to one record, as a person gives them who sees the screen of one tab. */
  withRecord(who: Where, nth: number, wanted: (record: OutboxRecord) => boolean, then: (tab: Tab, id: string) => void) {
    const partition = this.partition(who.user);
    const tab = partition.usable(who.tab);
    const records = partition.records().filter(wanted);
    const record = records[nth % Math.max(1, records.length)];
    if (tab !== null && record !== undefined) then(tab, record.id);
  }

  /** Add, or Replace, or "it is counted": by somebody who went and looked. */
  answer(tab: Tab, partition: Partition, id: string, replace: boolean): void {
    const record = partition.records().find(each => each.id === id);
    if (record === undefined) return;
    const ids = [record.id, ...record.previousIds];
    const isThere = this.network.host.effects.some(({ key }) => ids.includes(key));
    const { fate } = record;
    if (isThere && fate.kind === 'attention') partition.said.add(id);
    void tab.outbox.resolve(id, isThere ? 'already-counted' : replace ? 'replace' : 'add');
  }

  /**
   * The faults stop: what is left drains, or asks. Then a person answers, until nothing is open any more. `false`: it
   * never came to that.
   */
  async drain(): Promise<boolean> {
    const { network, partitions } = this;
    network.heal();
    const choose = () => Math.floor(this.world.random() * 1000);
    for (const partition of partitions) {
      network.signedIn = partition.user;
      partition.thaw();
      partition.charge();
      partition.answers();
      partition.open(0);
      for (let round = 0; round < 60; round++) {
        const tab = partition.usable(0);
        tab?.outbox.sendNow();
        if (network.host.restored > 0) await partition.signInAnew(choose);
        if (!(await partition.settle(choose, 3_000))) return false;
        this.check();
        const open = partition.records().filter(isOpen);
        // What a tab writes back late is looked at too.
        if (open.length === 0 && (round > 0 || network.host.restored === 0)) break;
        network.host.closed.clear();
        for (const record of open) await this.help(partition, record);
      }
      if (partition.records().some(isOpen)) return false;
      checkKnown(partition, network.host);
      assert.ok(!partition.disagrees, 'what a tab says is not what the disk holds');
      for (const { id } of partition.promised) {
        const kept = partition.records().some(each => each.id === id || each.previousIds.includes(id));
        assert.ok(kept, `the acknowledged count ${id} is not kept in the end`);
      }
    }
    return true;
  }

  private async help(partition: Partition, { id, fate, listId }: OutboxRecord): Promise<void> {
    const tab = partition.usable(0);
    if (tab === null || fate.kind !== 'attention') return;
    const { reason } = fate;
    if ('maybeApplied' in reason) this.answer(tab, partition, id, false);
    else if (reason.kind === 'list-closed') void tab.outbox.retryList(listId);
    else void tab.outbox.retry(id);
    await partition.settle(() => 0, 3_000);
  }
}

interface Where {
  readonly user: number;
  readonly tab: number;
}

/** A command is data with a name: a failing run prints as the story of what happened. */
class Command implements fc.AsyncCommand<object, Scene> {
  private readonly story: string;
  private readonly act: (scene: Scene) => void | Promise<void>;
  constructor(story: string, act: (scene: Scene) => void | Promise<void>) {
    this.story = story;
    this.act = act;
  }
  check(): boolean {
    return true;
  }
  async run(_: object, scene: Scene): Promise<void> {
    await this.act(scene);
    await settled();
    scene.check();
  }
  toString(): string {
    return this.story;
  }
}

const where = fc.record({ user: fc.constantFrom(0, 0, 0, 0, 1), tab: fc.constantFrom(0, 0, 0, 1) });
const nth = fc.nat(20);
const listId = fc.constantFrom(...LISTS);
const quantity = fc.integer({ min: 0, max: 9 }).map(String);
const isWaiting = ({ fate }: OutboxRecord) => fate.kind === 'attention' || fate.kind === 'queued';

/** Faults that no client could mend are not asked for: with neither keys nor versions, what arrives twice counts twice. */
const faultsFor = ({ idempotencyKeys, versions }: HostCapabilities): readonly Fault[] =>
  FAULTS.filter(
    fault => (idempotencyKeys || fault !== 'in-progress') && (idempotencyKeys || versions || fault !== 'duplicate'),
  );

/**
 * What moves in a story: nothing but people, tabs and the network; what the device stands on too; who is signed in, beneath
 * a request; the host's data base, or the host; and what a long day brings: a storage that does not answer for a while, more
 * places, discards that are taken back. What was found by one is found by it still.
 */
const STORIES = {
  still: ['still'],
  ground: ['still', 'ground'],
  name: ['still', 'ground', 'name'],
  host: ['still', 'ground', 'name', 'host'],
  day: ['still', 'ground', 'name', 'day'],
  'day with another host': ['still', 'ground', 'name', 'host', 'day'],
} as const;
export type Story = keyof typeof STORIES;
type Moving = (typeof STORIES)[Story][number];

export function commandsFor(
  can: HostCapabilities,
  story: Story,
): fc.Arbitrary<Iterable<fc.AsyncCommand<object, Scene>>> {
  const isIn = (moving: Moving) => STORIES[story].some(each => each === moving);
  const place = fc.constantFrom(...(isIn('day') ? MANY_PLACES : PLACES));
  const command = (story: string, act: (scene: Scene) => void | Promise<void>) => new Command(story, act);
  const steps = fc.array(nth, { minLength: 6, maxLength: 30, size: 'max' }).map(choices =>
    command(`step(${choices.join(' ')})`, async ({ world, ...scene }) => {
      scene;
      for (const choice of choices) await world.step(choice);
    }),
  );
  const confirm = fc
    .record({
      who: where,
      listId,
      place,
      mode: fc.constantFrom('add' as const, 'replace' as const),
      quantity,
      stale: fc.integer({ min: 0, max: 5 }).map(n => n === 0),
    })
    .map(({ who, listId: list, place: at, mode, quantity: counted, stale }) =>
      command(`confirm(${JSON.stringify({ ...who, list, at, mode, counted, stale })})`, scene =>
        scene.partition(who.user).confirm(who.tab, list, at, mode, counted, stale),
      ),
    );
  const faults: readonly Fault[] = isIn('name') ? [...faultsFor(can), AS_ANOTHER] : faultsFor(can);
  const fault = fc
    .array(fc.constantFrom(...faults), {
      minLength: 1,
      maxLength: 4,
      size: 'max',
    })
    .map(kinds =>
      command(`faults(${kinds.join(' ')})`, ({ network }) => kinds.forEach(kind => network.addFault(kind))),
    );
  const kill = where.map(({ user, tab }) =>
    command(`kill(${user} ${tab})`, scene => {
      scene.partition(user).kill(tab);
      scene.partition(user).open(tab);
    }),
  );
  const open = where.map(({ user, tab }) => command(`open(${user} ${tab})`, scene => scene.partition(user).open(tab)));
  const close = where.map(({ user, tab }) =>
    command(`leave(${user} ${tab})`, scene => {
      scene.partition(user).tabs[tab]?.outbox.dispose();
      scene.partition(user).kill(tab);
    }),
  );
  const freeze = where.map(({ user, tab }) =>
    command(`freeze(${user} ${tab})`, scene => scene.partition(user).freeze(tab)),
  );
  const thaw = fc.constant(command('thaw', ({ partitions }) => partitions.forEach(each => each.thaw())));
  const colleague = fc
    .record({ listId, place, quantity })
    .map(({ listId: list, place: at, quantity: counted }) =>
      command(`colleague(${list} ${at} ${counted})`, ({ network }) =>
        network.host.changeByColleague(list, identity({ location: at }), counted),
      ),
    );
  const closeList = listId.map(id => command(`closeList(${id})`, ({ network }) => void network.host.closed.add(id)));
  const reopen = listId.map(id => command(`reopen(${id})`, ({ network }) => void network.host.closed.delete(id)));
  const signIn = fc
    .constantFrom('ana', 'ana', 'ana', 'mihai', null)
    .map(user => command(`signedIn(${user ?? 'nobody'})`, ({ network }) => void (network.signedIn = user)));
  const down = fc
    .constantFrom(true, false, false)
    .map(is => command(`down(${is})`, ({ network }) => void (network.isDown = is)));
  const wake = fc
    .record({ who: where, by: fc.constantFrom<Wake>('online', 'visible', 'success', 'signed-in') })
    .map(({ who, by }) => command(`wake(${by})`, scene => scene.partition(who.user).usable(who.tab)?.wake$.next(by)));
  const clock = fc
    .constantFrom(-86_400_000, 86_400_000)
    .map(ms => command(`clock(${ms})`, ({ world }) => world.setClockBy(ms)));
  const wipe = fc.constant(command('wipeKeys', ({ network }) => network.host.wipeKeys()));
  const evict = where.map(({ user }) => command(`evict(${user})`, scene => scene.partition(user).evict()));
  const killAtWrite = where.map(({ user, tab }) =>
    command(`killWithTheNextWrite(${user} ${tab})`, scene => scene.partition(user).killWithTheNextWrite(tab)),
  );
  const person = fc
    .record({
      who: where,
      nth,
      does: fc.constantFrom('answer', 'answer', 'retry', 'discard', 'withdraw', 'sendNow', 'reassign', 'retryList'),
      replace: fc.boolean(),
      listId,
    })
    .map(({ who, nth: n, does, replace, listId: list }) =>
      command(`${does}(${JSON.stringify({ ...who, n, replace, list })})`, scene => {
        const partition = scene.partition(who.user);
        const all = () => true;
        switch (does) {
          case 'answer':
            return scene.withRecord(who, n, isWaiting, (tab, id) => scene.answer(tab, partition, id, replace));
          case 'retry':
            return scene.withRecord(who, n, all, (tab, id) => void tab.outbox.retry(id));
          case 'discard':
            // What may be at the host is given up only where a version would keep its late arrival away.
            return scene.withRecord(
              who,
              n,
              record => can.versions !== false || !isInDoubt(record),
              (tab, id) => void tab.outbox.discard(id, 'counted twice', 'supervisor'),
            );
          case 'withdraw':
            return scene.withRecord(who, n, all, (tab, id) => void tab.outbox.withdraw(id, 'ana'));
          case 'sendNow':
            return scene.partition(who.user).usable(who.tab)?.outbox.sendNow();
          case 'reassign':
            return void partition.usable(who.tab)?.outbox.reassign(list, list === '1' ? '2' : '1');
          default:
            return void partition.usable(who.tab)?.outbox.retryList(list);
        }
      }),
    );
  const backUp = fc.constant(command('backUp', ({ network }) => network.host.backUp()));
  const restore = fc.constant(command('restore', ({ network }) => network.restart(host => host.restore())));
  const another = fc.constant(command('anotherHost', ({ network }) => network.restart(host => host.becomeAnother())));
  const resend = where.map(({ user, tab }) =>
    command(`resendLost(${user} ${tab})`, scene => void scene.partition(user).usable(tab)?.outbox.resendLost()),
  );
  const stall = where.map(({ user }) => command(`stall(${user})`, scene => scene.partition(user).stall()));
  const answer = fc.constant(command('storageAnswers', ({ partitions }) => partitions.forEach(each => each.answers())));
  const restoreDiscard = fc.record({ who: where, nth }).map(({ who, nth: n }) =>
    command(`restoreDiscard(${JSON.stringify({ ...who, n })})`, scene =>
      scene.withRecord(
        who,
        n,
        ({ fate }) => fate.kind === 'discarded',
        (tab, id) => void tab.outbox.restore(id),
      ),
    ),
  );
  const often = [
    ...Array.from({ length: 8 }, () => [steps, confirm]).flat(),
    ...Array.from({ length: 4 }, () => fault),
  ];
  const rare = [
    kill,
    open,
    close,
    freeze,
    thaw,
    colleague,
    closeList,
    reopen,
    signIn,
    down,
    wake,
    clock,
    person,
    person,
  ];
  // Where both what is kept and the host's data base are gone at once, nobody can tell.
  const moves = isIn('host') ? [killAtWrite, killAtWrite] : isIn('ground') ? [evict, killAtWrite, killAtWrite] : [];
  const hosts = isIn('host') ? [backUp, backUp, restore, restore, another, resend, resend] : [];
  const day = isIn('day') ? [stall, stall, answer, restoreDiscard, restoreDiscard] : [];
  return fc.commands([...often, ...rare, ...(can.versions ? [wipe] : []), ...moves, ...hosts, ...day], {
    maxCommands: 80,
    size: 'max',
  });
}
