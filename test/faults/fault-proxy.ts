import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Passage } from './exchange.ts';
import type { Counts } from './faulty-server.ts';
import type { Plan } from './plan.ts';

export type { Passage } from './exchange.ts';
export type { Counts } from './faulty-server.ts';
export { type Fault, type FaultKind, type Plan, SLOW_3G } from './plan.ts';

/**
 * A proxy in front of a host that injects faults at the socket: real connections that are refused, reset, cut, slowed.
 * It runs in a thread of its own, so that neither a test nor an embedded data base holds it up.
 */
export interface FaultProxy {
  /** Where clients reach the host through it: `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** From now on this happens; resolves once it does. The script starts at its first fault. */
  setPlan(plan: Plan): Promise<void>;
  /** Another host takes over, as after a restart on another port. */
  setTarget(target: string): Promise<void>;
  /** Goes on with what a `late-apply` or a `reply-held` holds for this; how many requests that were. */
  release(): Promise<number>;
  /** Resolves when so many requests have come since the start, and a `late-apply` among them is held. */
  received(count: number): Promise<void>;
  /** Resolves when nothing is under way; what is held, and what hangs, does not count. */
  idle(): Promise<void>;
  /** What happened since the start. */
  counts(): Promise<Counts>;
  /** The same, request by request. */
  passages(): Promise<readonly Passage[]>;
  close(): Promise<void>;
}

export interface FaultProxyOptions {
  /** The host's origin, such as `http://127.0.0.1:8080`. */
  readonly target: string;
  readonly plan?: Plan;
  /** Any free one, unless given. */
  readonly port?: number;
}

/** What the thread is asked for. */
export type Order =
  | { readonly name: 'set-plan'; readonly plan: Plan }
  | { readonly name: 'set-target'; readonly target: string }
  | { readonly name: 'received'; readonly count: number }
  | { readonly name: 'release' | 'idle' | 'counts' | 'passages' | 'close' };

export interface Call {
  readonly id: number;
  readonly order: Order;
}

export type Answer = { readonly id: number } & ({ readonly value: unknown } | { readonly error: string });

export async function startFaultProxy({ target, plan = {}, port = 0 }: FaultProxyOptions): Promise<FaultProxy> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { target, plan, port } });
  const [origin] = await once(thread, 'message');
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let calls = 0;
  thread.on('message', (answer: Answer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer.value);
  });
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  thread.on('error', fail);
  thread.on('exit', () => fail(new Error('The fault proxy has ended')));

  /** `T` is what the thread answers to this order. */
  const ask = <T>(order: Order): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++calls;
      waiting.set(id, { resolve: value => resolve(value as T), reject });
      thread.postMessage({ id, order } satisfies Call);
    });

  return {
    origin: String(origin),
    setPlan: next => ask({ name: 'set-plan', plan: next }),
    setTarget: next => ask({ name: 'set-target', target: next }),
    release: () => ask({ name: 'release' }),
    received: count => ask({ name: 'received', count }),
    idle: () => ask({ name: 'idle' }),
    counts: () => ask({ name: 'counts' }),
    passages: () => ask({ name: 'passages' }),
    close: async () => {
      await ask({ name: 'close' });
      await thread.terminate();
    },
  };
}
