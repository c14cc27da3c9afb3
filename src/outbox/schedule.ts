import { askedWait, backOff } from './decide/back-off.ts';
import type { Outcome } from './decide/outcome.ts';
import type { OutboxPorts, Wake } from './ports.ts';
import type { OutboxRecord, Trouble } from './record.ts';
import { attemptsOf } from './standing.ts';
import type { Pause } from './types.ts';

/** So often a count may make the host fail before a person is asked, who may know why. */
const MOST_FAILURES = 5;

type Hindrance = Exclude<Pause['kind'], 'signed-out' | 'other-user'>;

/**
 * When what may be sent. Kept in memory and measured on the monotonic clock: a clock set to another day makes nothing
 * early or late, and a restart tries at once.
 *
 * Two waits. The host's: after any failure nobody sends until it is over, then one after the other until one succeeds.
 * And a record's own, by its own attempts: one that always fails does not hold up the others.
 */
export class Schedule {
  private readonly clock: OutboxPorts['clock'];
  private readonly random: () => number;
  private failures = 0;
  private until = 0;
  private hindrance: Hindrance | null = null;
  private signIn: 'signed-out' | 'other-user' | null = null;
  private woken = 0;
  private readonly held = new Map<string, { readonly until: number; readonly trouble: Trouble['kind'] }>();

  /** Counts that the host took. */
  private passes = 0;
  /** At which counts it failed how often, and how many it had taken before. */
  private readonly failing = new Map<string, { readonly times: number; readonly passes: number }>();

  constructor(clock: OutboxPorts['clock'], random: () => number) {
    this.clock = clock;
    this.random = random;
  }

  /** Until when everything waits, by the monotonic clock. */
  get waitsUntil(): number {
    return this.until;
  }
  /** Nobody sends until somebody signs in, or says to try. */
  get needsSignIn(): boolean {
    return this.signIn !== null;
  }
  /** The host failed, and has not been heard since. */
  get probing(): boolean {
    return this.failures > 0;
  }
  heldUntil(record: OutboxRecord): number {
    return this.held.get(record.id)?.until ?? 0;
  }

  /** A read, or what comes before a send, failed: no count was at stake. */
  failed(hindrance: Exclude<Hindrance, 'asked-to-wait'>): void {
    this.failures++;
    this.waitFor(backOff(this.failures, this.random), hindrance);
  }

  /**
   * How often it was woken. A request that left before the last time may say "signed out" of a sign-in that has been
   * renewed since: `since` tells.
   */
  get wakes(): number {
    return this.woken;
  }
  stopFor(reason: 'signed-out' | 'other-user', since: number): void {
    if (since === this.woken) this.signIn = reason;
  }

  /** What a request that was no count, and left after `since` wakes, came to. */
  readFailed(outcome: Outcome, since: number): void {
    if (outcome.kind === 'signed-out' || outcome.kind === 'other-user') return this.stopFor(outcome.kind, since);
    this.failed(outcome.kind === 'unknown' && outcome.trouble.kind === 'unreachable' ? 'offline' : 'host-error');
  }

  /** The host answered something that makes sense. */
  succeeded(): void {
    this.failures = 0;
    if (this.hindrance !== 'asked-to-wait') this.forgetWait();
    for (const [id, { trouble }] of this.held) if (trouble === 'unreachable') this.held.delete(id);
  }

  /**
   * What an attempt came to, of which one more says more than it alone: a count at which the host fails again and again is
   * for a person, where it takes others meanwhile. For a 4xx that is not the host's own word it is enough that it answers
   * what it is asked before each attempt.
   */
  judged({ id }: OutboxRecord, outcome: Outcome): Outcome {
    if (outcome.kind === 'done') this.passes++;
    if (outcome.kind !== 'unknown' || outcome.trouble.kind !== 'host-error') {
      if (outcome.kind !== 'unknown' && outcome.kind !== 'wait') this.failing.delete(id);
      return outcome;
    }
    const { status } = outcome.trouble;
    const { times, passes } = this.failing.get(id) ?? { times: 0, passes: this.passes };
    this.failing.set(id, { times: times + 1, passes });
    const isAlone = this.passes > passes || (status < 500 && status !== 408);
    if (times + 1 < MOST_FAILURES || !isAlone) return outcome;
    this.failing.delete(id);
    return { kind: 'attention', reason: { kind: 'rejected', status, title: null } };
  }

  /** `record` as it is after the attempt, which left after `since` wakes. */
  attempted(record: OutboxRecord, outcome: Outcome, since: number): void {
    switch (outcome.kind) {
      case 'done':
      case 'changed':
      case 'attention':
        this.held.delete(record.id);
        return this.succeeded();
      case 'wait':
        this.failures++;
        return this.waitFor(askedWait(outcome.retryAfterMs, this.failures, this.random), 'asked-to-wait');
      case 'signed-out':
      case 'other-user':
        return this.stopFor(outcome.kind, since);
      case 'unknown': {
        const { kind } = outcome.trouble;
        this.hold(record, kind);
        if (kind !== 'in-progress') this.failed(kind === 'unreachable' ? 'offline' : 'host-error');
      }
    }
  }

  hold(record: OutboxRecord, trouble: Trouble['kind']): void {
    const until = this.clock.monotonic() + backOff(Math.max(1, attemptsOf(record)), this.random);
    this.held.set(record.id, { until, trouble });
  }

  /** What a host asked for (Retry-After) ends by itself, or by a person's word (`send-now`). */
  wake(by: Wake | 'send-now'): void {
    if (by === 'success') return this.succeeded();
    this.woken++;
    this.signIn = null;
    this.held.clear();
    if (by === 'send-now' || this.hindrance !== 'asked-to-wait') this.forgetWait();
  }

  pause(): Pause | null {
    if (this.signIn !== null) return { kind: this.signIn };
    const left = this.until - this.clock.monotonic();
    return this.hindrance === null || (left <= 0 && this.failures === 0)
      ? null
      : { kind: this.hindrance, until: this.clock.now() + Math.max(0, left) };
  }

  private waitFor(ms: number, hindrance: Hindrance): void {
    // A Retry-After is not shortened by another request's failure.
    const until = this.clock.monotonic() + ms;
    if (this.hindrance === 'asked-to-wait' && this.until > until) return;
    this.until = until;
    this.hindrance = hindrance;
  }

  private forgetWait(): void {
    this.until = 0;
    this.hindrance = null;
  }
}
