/**
 * What goes wrong between a client and its host, as data: it crosses threads and can be typed on a command line.
 *
 * A request that the plan speaks of (`only`) takes the next fault of the `script`; after the script each meets one of
 * `random` with its probability; where that brings none, `otherwise`. Everything else passes.
 */
import * as z from 'zod/mini';
import { createRandom } from '../../reference-host/server/seed/random.ts';

const milliseconds = z.number().check(z.nonnegative());

/** Whether the host gets the request, although the client is not told its answer. */
const delivered = z.optional(z.boolean());

/** How a connection ends: as by a program that closes it (FIN), or as by a middlebox that forgot it (RST). */
const by = z.optional(z.enum(['close', 'reset']));

export const fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** The connection is reset; the host never hears of the request. */
  z.object({ kind: z.literal('request-lost') }),
  /**
   * The host answers, the client's connection ends without a byte of it. `warmed`: only on a connection that has
   * served a request before, which is where browsers send a request again by themselves; until there is one, requests
   * pass and the script waits.
   */
  z.object({
    kind: z.literal('reply-lost'),
    /** `close` unless given. */
    by,
    warmed: z.optional(z.boolean()),
  }),
  /** The host gets the request twice, in turn or at once; the client gets one of the answers. */
  z.object({
    kind: z.literal('duplicate'),
    atOnce: z.optional(z.boolean()),
    answer: z.optional(z.enum(['first', 'second'])),
  }),
  /** A proxy's or an overloaded host's own answer, in HTML; the host itself hears nothing unless `delivered`. */
  z.object({
    kind: z.literal('status'),
    status: z.int().check(z.gte(400), z.lte(599)),
    retryAfterSeconds: z.optional(z.int()),
    /** Retry-After as the date at which those seconds are over. */
    retryAfterAsDate: z.optional(z.boolean()),
    delivered,
  }),
  /** The host's own 401, without asking it: a sign-in that has run out. */
  z.object({ kind: z.literal('signed-out') }),
  /** Held back; the host gets it once the client has given up, or when the test says `release`. */
  z.object({ kind: z.literal('late-apply'), when: z.optional(z.enum(['abandoned', 'released'])) }),
  /** The host answers at once; the client gets it when the test says `release`. */
  z.object({ kind: z.literal('reply-held') }),
  /** The host answers; the client gets the head and half of the body, then the end, a reset unless given. */
  z.object({ kind: z.literal('cut-body'), by }),
  /** The host answers; the client gets 200 and JSON that ends too early, in a reply that is whole by HTTP. */
  z.object({ kind: z.literal('malformed-json') }),
  /** 200 and a page to sign in on. */
  z.object({ kind: z.literal('login-page'), delivered }),
  /** 302 to such a page. */
  z.object({ kind: z.literal('login-redirect'), delivered }),
  /** The page of a network that wants its terms accepted. */
  z.object({ kind: z.literal('captive-portal'), status: z.optional(z.literal([200, 511])) }),
  /** No answer, ever; the host hears nothing. */
  z.object({ kind: z.literal('hang') }),
]);
export type Fault = z.infer<typeof fault>;
export type FaultKind = Fault['kind'];

export const plan = z.object({
  /** Which requests meet faults: all, unless it names a method or a pattern that the path and query match. */
  only: z.optional(z.object({ method: z.optional(z.string()), path: z.optional(z.string()) })),
  script: z.optional(z.array(fault)),
  random: z.optional(
    z.object({
      seed: z.int(),
      /** 0 to 1. */
      probability: z.number().check(z.nonnegative(), z.lte(1)),
      faults: z.array(fault).check(z.minLength(1)),
    }),
  ),
  otherwise: z.optional(fault),
  /** Connections are refused, and those that are open reset. */
  offline: z.optional(z.boolean()),
  /** A slow network, there and back, for every request. */
  slow: z.optional(z.object({ latencyMs: milliseconds, bytesPerSecond: z.number().check(z.positive()) })),
  /** Added to the `Date` of every reply: a host whose clock is wrong, or the client's. */
  clockSkewMs: z.optional(z.number()),
});
export type Plan = z.infer<typeof plan>;

/** As the developer tools of Chromium have it. */
export const SLOW_3G = { latencyMs: 2000, bytesPerSecond: 51_200 } as const;

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly idempotencyKey: string | null;
  /** The connection has served a request before. */
  readonly warmed: boolean;
}

const NO_FAULT: Fault = { kind: 'none' };

/** Whether the plan speaks of this request. */
export function concerns({ only }: Plan, { method, url }: Asked): boolean {
  if (only === undefined) return true;
  return (
    (only.method === undefined || only.method === method) &&
    (only.path === undefined || new RegExp(only.path).test(url))
  );
}

/**
 * Gives each request its fault. A random one depends on the seed, on what is asked (the idempotency key, where there is
 * one) and on how often that came, not on what else is under way: the same run meets the same faults however its
 * requests overtake each other.
 */
export function createScript(of: Plan): (asked: Asked) => Fault {
  const script = [...(of.script ?? [])];
  const seen = new Map<string, number>();
  return asked => {
    if (!concerns(of, asked)) return NO_FAULT;
    const [next] = script;
    if (next !== undefined) {
      if (next.kind === 'reply-lost' && next.warmed === true && !asked.warmed) return NO_FAULT;
      script.shift();
      return next;
    }
    return (of.random === undefined ? null : draw(of.random, asked, seen)) ?? of.otherwise ?? NO_FAULT;
  };
}

function draw(random: NonNullable<Plan['random']>, asked: Asked, seen: Map<string, number>): Fault | null {
  const subject = asked.idempotencyKey ?? `${asked.method} ${asked.url}`;
  const time = (seen.get(subject) ?? 0) + 1;
  seen.set(subject, time);
  const { chance, pick } = createRandom(hash(`${random.seed} ${time} ${subject}`));
  if (!chance(random.probability)) return null;
  const drawn = pick(random.faults);
  return drawn.kind === 'reply-lost' && drawn.warmed === true && !asked.warmed ? null : drawn;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const unit of text) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return state >>> 0;
}
