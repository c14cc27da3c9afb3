import { Subject } from 'rxjs';
import type { OutboxChannel, OutboxPorts, TabLock, TabMessage } from '../../src/outbox/ports.ts';
import type { Timers } from '../../src/ports/time.ts';

/** Something that will happen, if nobody stops it: a disk that completes, a packet on its way. */
interface Task {
  readonly name: string;
  readonly of: Life | null;
  readonly run: () => void;
}

interface Alarm {
  readonly at: number;
  readonly of: Life;
  readonly run: () => void;
}

/** One run of one tab's scripts. */
export interface Life {
  readonly name: string;
  state: 'running' | 'frozen' | 'dead';
}

/**
 * Time, chance and the order of things in a test's hands: whatever is asynchronous waits here until a step lets it
 * happen. Nothing sleeps; a run is told by its seed.
 */
export class World {
  private readonly tasks: Task[] = [];
  private alarms: Alarm[] = [];
  private time = 0;
  private wall = Date.UTC(2026, 10, 22, 8);
  private seed: number;
  private keys = 0;

  constructor(seed: number) {
    this.seed = seed >>> 0 || 1;
  }

  readonly clock: OutboxPorts['clock'] = { now: () => this.wall + this.time, monotonic: () => this.time };
  readonly random = (): number => {
    this.seed ^= this.seed << 13;
    this.seed ^= this.seed >>> 17;
    this.seed ^= this.seed << 5;
    return (this.seed >>> 0) / 2 ** 32;
  };
  readonly mintKey = (): string => `key-${String(++this.keys).padStart(12, '0')}`;

  /** Somebody sets the device's clock. */
  setClockBy(ms: number): void {
    this.wall += ms;
  }

  timersOf(of: Life): Timers {
    return {
      after: (ms, run) => {
        const alarm = { at: this.time + ms, of, run };
        this.alarms.push(alarm);
        return () => (this.alarms = this.alarms.filter(each => each !== alarm));
      },
    };
  }

  /** `of`: whose scripts go on with it; `null`: it happens whoever lives. */
  later(name: string, of: Life | null, run: () => void): void {
    this.tasks.push({ name, of, run });
  }

  private ready(): Task[] {
    return this.tasks.filter(({ of }) => of === null || of.state === 'running');
  }

  /** Lets one of the things happen that can. Where there is none, time goes on to the next alarm. */
  async step(choice: number): Promise<boolean> {
    const ready = this.ready();
    const task = ready[choice % Math.max(1, ready.length)];
    if (task === undefined) return this.pass();
    this.tasks.splice(this.tasks.indexOf(task), 1);
    task.run();
    await settled();
    return true;
  }

  private async pass(): Promise<boolean> {
    const due = this.alarms.filter(({ of }) => of.state === 'running').sort((a, b) => a.at - b.at)[0];
    if (due === undefined) return false;
    this.alarms = this.alarms.filter(each => each !== due);
    this.time = Math.max(this.time, due.at);
    due.run();
    await settled();
    return true;
  }

  /** Tabs hear each other within milliseconds. */
  async deliverMessages(): Promise<void> {
    for (;;) {
      const message = this.ready().find(({ name }) => name === 'message');
      if (message === undefined) return;
      this.tasks.splice(this.tasks.indexOf(message), 1);
      message.run();
      await settled();
    }
  }

  /** What nobody lives for is taken away. */
  bury(life: Life): void {
    life.state = 'dead';
    this.alarms = this.alarms.filter(({ of }) => of !== life);
  }

  hasDiskWork(life: Life): boolean {
    return this.tasks.some(({ name, of }) => name === 'disk' && of === life);
  }

  /** Only time would make something happen. */
  get isQuiet(): boolean {
    return this.ready().length === 0;
  }
}

/** After all that promises had to do. */
export function settled(): Promise<void> {
  return new Promise(done => setImmediate(done));
}

/** Tabs of one partition: their channel and their lock. */
export class Neighbours {
  private readonly world: World;
  private readonly ends = new Map<Life, Subject<TabMessage>>();
  private holder: { readonly life: Life; readonly lose: () => void } | null = null;
  private queue: { readonly life: Life; readonly hold: () => void; readonly signal: AbortSignal }[] = [];

  constructor(world: World) {
    this.world = world;
  }

  channelOf(life: Life): OutboxChannel {
    const messages$ = new Subject<TabMessage>();
    this.ends.set(life, messages$);
    return {
      messages$,
      post: message => {
        for (const [other, end] of this.ends) {
          if (other !== life) this.world.later('message', other, () => end.next(structuredClone(message)));
        }
      },
      close: () => this.ends.delete(life),
    };
  }

  lockOf(life: Life): TabLock {
    return {
      request: ({ steal, signal }, held) => {
        const hold = () => {
          let lose: () => void = () => undefined;
          const lost = new Promise<void>(done => (lose = done));
          const mine = { life, lose };
          this.holder = mine;
          const free = () => {
            if (this.holder === mine) this.holder = null;
            this.grant();
          };
          held(lost).then(free, free);
        };
        if (steal) {
          const before = this.holder;
          this.holder = { life, lose: () => undefined };
          this.world.later('lock', life, hold);
          if (before !== null) this.world.later('stolen', before.life, before.lose);
        } else {
          this.queue.push({ life, hold, signal });
          this.grant();
        }
      },
    };
  }

  private grant(): void {
    if (this.holder !== null) return;
    this.queue = this.queue.filter(({ life, signal }) => life.state !== 'dead' && !signal.aborted);
    const next = this.queue.shift();
    if (next === undefined) return;
    this.holder = { life: next.life, lose: () => undefined };
    this.world.later('lock', next.life, next.hold);
  }

  /** A browser frees what a dead tab held. */
  bury(life: Life): void {
    this.ends.delete(life);
    if (this.holder?.life === life) this.holder = null;
    this.grant();
  }
}
