import type { CountRequest } from '../domain/count-request.ts';
import type { CountRow } from '../domain/inventory.ts';
import type { HostCapabilities } from '../services/inventory-gateway.ts';
import { evidenceOf, settleDoubt } from './decide/doubt.ts';
import { type FirstSend, firstSend, firstSendOn, needsRow } from './decide/first-send.ts';
import { IN_FLIGHT_LIMIT, blockedLists, nextToSend } from './decide/next.ts';
import {
  type Outcome,
  afterLateOutcome,
  afterOutcome,
  needing,
  outcomeOfError,
  outcomeOfReply,
} from './decide/outcome.ts';
import type { Ledger, LedgerTransaction } from './ledger.ts';
import type { OutboxPorts } from './ports.ts';
import type { OutboxRecord } from './record.ts';
import type { Schedule } from './schedule.ts';
import { attemptsOf, isInDoubt, laneOf, sentOf } from './standing.ts';

export interface Sender {
  /** Sends what may be sent now, and sets a timer for what may be sent later. */
  pump(): void;
  /** `null`: another tab sends. */
  setEpoch(epoch: number | null): void;
  dispose(): void;
}

type SenderPorts = Pick<OutboxPorts, 'gateway' | 'user' | 'capabilities' | 'clock' | 'timers'> & {
  readonly ledger: Ledger;
  readonly schedule: Schedule;
  /** Another tab took the lease. */
  readonly onLost: () => void;
  /** Something was tried, and came to something: why nothing is sent may have changed. */
  readonly onTried: () => void;
};

/**
 * Brings the counts to the host. Decides nothing by itself: `decide/` says what may go, and what a reply means. It goes
 * through these states until it is disposed of:
 *
 *   idle      another tab sends (`epoch` is `null`), or nothing may be sent: until something is pumped
 *     ↓
 *   waiting   somebody has to sign in, or the host failed or asked to wait: until that is over, or somebody wakes it
 *     ↓
 *   choosing  the first of each lane, so many lanes at once; after a failure one alone (`nextToSend`)
 *     ↓
 *   probing   before the first count and after a failure: who is signed in, and does anybody answer?
 *     ↓
 *   delivering, each count by itself, while the loop goes on:
 *     doubting  sent before without an answer, to a host without keys: the row says whether it may go again
 *     basing    what it was decided on may be another row by now: that is read, and a person asked where it is
 *     claiming  written as `sending`, if it is still as it was chosen and this tab still sends
 *     sending   the request, as it was first sent
 *     settling  what it came to is written; the schedule hears it
 *     ↓
 *   back to choosing
 */
export function createSender(ports: SenderPorts): Sender {
  const { ledger, schedule, gateway, user, clock, timers, onLost, onTried } = ports;
  const { mirror } = ledger;
  const inFlight = new Set<string>();
  let epoch: number | null = null;
  let can: HostCapabilities | null = null;
  /** A harmless read got its answer since the host last failed: a count may be risked. */
  let probed = false;
  let busyProbing = false;
  let cancelTimer: () => void = () => undefined;

  const pump = (): void => {
    cancelTimer();
    if (epoch === null || schedule.needsSignIn) return;
    const now = clock.monotonic();
    if (schedule.waitsUntil > now) return wakeAt(schedule.waitsUntil);
    const { probing } = schedule;
    const next = nextToSend(mirror.open(), {
      inFlight,
      blockedLists: blockedLists(mirror.open()),
      heldUntil: record => schedule.heldUntil(record),
      now,
      room: (probing ? 1 : IN_FLIGHT_LIMIT) - inFlight.size,
      probing,
    });
    if (next.wakeAt !== null) wakeAt(next.wakeAt);
    const [first] = next.send;
    if (first === undefined) return;
    if (can === null || (probing && !probed)) return void probe();
    probed = false;
    for (const record of next.send) void run(record, can, epoch);
  };
  const wakeAt = (moment: number) => {
    cancelTimer();
    cancelTimer = timers.after(Math.max(0, moment - clock.monotonic()), pump);
  };

  /**
   * Before the first count, and after each failure: who is signed in, and does anybody answer? Nothing is at stake in
   * it, while a count sent into the dark may be in doubt afterwards.
   */
  const probe = async (): Promise<void> => {
    if (busyProbing) return;
    busyProbing = true;
    const since = schedule.wakes;
    try {
      const [operator, capabilities] = await Promise.all([gateway.operator(), can ?? ports.capabilities()]);
      can = capabilities;
      probed = true;
      if (operator.userName !== user) schedule.stopFor('other-user', since);
    } catch (error) {
      hearFailure(outcomeOfRead(error), since);
    } finally {
      busyProbing = false;
    }
    onTried();
    pump();
  };

  /** What a request that was no count came to. */
  const hearFailure = (outcome: Outcome, since: number) => {
    if (outcome.kind === 'signed-out' || outcome.kind === 'other-user') schedule.stopFor(outcome.kind, since);
    else
      schedule.failed(outcome.kind === 'unknown' && outcome.trouble.kind === 'unreachable' ? 'offline' : 'host-error');
  };

  const run = async (record: OutboxRecord, host: HostCapabilities, as: number): Promise<void> => {
    const lane = laneOf(record);
    inFlight.add(lane);
    try {
      await deliver(record, host, as);
    } catch {
      // Only the store throws up to here.
      schedule.hold(record, 'interrupted');
      schedule.failed('storage');
    } finally {
      inFlight.delete(lane);
      onTried();
      pump();
    }
  };

  const deliver = async (record: OutboxRecord, host: HostCapabilities, as: number): Promise<void> => {
    if (isInDoubt(record) && !host.idempotencyKeys && !(await maySendAgain(record, host, as))) return;
    const first = await firstSendOf(record, host, as);
    if (first === null) return;
    if (first.kind === 'ask') return change(record, as, each => needing(each, first.reason));
    const claimed = await claim(record, first.wire, as);
    if (claimed === null) return;
    const since = schedule.wakes;
    const outcome = await proven(claimed, await attempt(claimed, first.wire, host), host);
    const after = await settle(claimed, outcome);
    if (after !== null) schedule.attempted(after, outcome, since);
  };

  /** A count in doubt where no key tells: the row is read back, and its history where there is one. */
  const maySendAgain = async (record: OutboxRecord, host: HostCapabilities, as: number): Promise<boolean> => {
    const read = await readRow(record, as);
    if (read === null) return false;
    const { row } = read;
    if (settleDoubt(record, row, host) === 'resend') return true;
    const outcome = await proven(record, { kind: 'changed', row, maybeApplied: true }, host);
    await change(record, as, each =>
      outcome.kind === 'changed' && outcome.maybeApplied
        ? needing(each, { kind: 'uncertain', row, maybeApplied: true })
        : afterOutcome(each, outcome, clock.now()),
    );
    return false;
  };

  /** A row that changed may hold the count: its history can tell. Where it is not to be had, a person is asked. */
  const proven = async (record: OutboxRecord, outcome: Outcome, host: HostCapabilities): Promise<Outcome> => {
    if (outcome.kind !== 'changed' || !outcome.maybeApplied) return outcome;
    const { row } = outcome;
    const wire = sentOf(record)?.wire;
    if (host.history !== true || gateway.rowHistory === undefined || row === null || wire === undefined) return outcome;
    try {
      const evidence = evidenceOf(wire, user, await gateway.rowHistory(record.listId, row.id));
      if (evidence === 'applied') return { kind: 'done', row, progress: null };
      // Its version is past: what may still be under way is refused, where the host keeps versions.
      return { ...outcome, maybeApplied: evidence !== 'absent' || !host.versions };
    } catch {
      return outcome;
    }
  };

  const firstSendOf = async (record: OutboxRecord, host: HostCapabilities, as: number): Promise<FirstSend | null> => {
    const { follows } = record.decidedOn;
    const wire = sentOf(record)?.wire;
    if (wire !== undefined) return { kind: 'send', wire };
    if (!needsRow(record, host)) return firstSend(record);
    const before = follows === null ? undefined : mirror.get(follows)?.fate;
    // What the earlier one's reply showed is enough where a version says whether it still holds.
    if (host.versions && before?.kind === 'done' && before.row !== null) return firstSendOn(record, before.row);
    const read = await readRow(record, as);
    return read === null ? null : firstSendOn(record, read.row);
  };

  /** The row as the host shows it; `null` where it could not be read. A refusal to show it needs a person. */
  const readRow = async (record: OutboxRecord, as: number): Promise<{ row: CountRow | null } | null> => {
    const since = schedule.wakes;
    try {
      return { row: await gateway.row(record.listId, record.request.identity) };
    } catch (error) {
      const outcome = outcomeOfRead(error);
      if (outcome.kind === 'attention') await change(record, as, each => needing(each, outcome.reason));
      else {
        schedule.hold(record, 'unreachable');
        hearFailure(outcome, since);
      }
      return null;
    }
  };

  /** The record, if it is still as it was decided on and this tab still sends. */
  const current = async (tx: LedgerTransaction, record: OutboxRecord, as: number): Promise<OutboxRecord | null> => {
    if ((await tx.lease()).epoch !== as) {
      onLost();
      return null;
    }
    const now = await tx.get(record.id);
    const same = now !== null && now.fate.kind === record.fate.kind && attemptsOf(now) === attemptsOf(record);
    return same ? now : null;
  };

  const change = (record: OutboxRecord, as: number, make: (record: OutboxRecord) => OutboxRecord): Promise<void> =>
    ledger.write(async tx => {
      const now = await current(tx, record, as);
      if (now !== null) await tx.put(make(now));
    });

  /** Written before the request leaves: what is found as `sending` later may have been applied. */
  const claim = async (record: OutboxRecord, wire: CountRequest, as: number): Promise<OutboxRecord | null> => {
    let ahead: readonly OutboxRecord[] = [];
    const claimed = await ledger.write(async tx => {
      const now = await current(tx, record, as);
      if (now === null || epoch !== as) return null;
      // Another tab may have brought counts of this row here, ahead of this one, of which this tab has not heard yet.
      ahead = (await tx.lane(now)).filter(({ seq }) => seq < now.seq);
      if (ahead.length > 0) return null;
      const before = sentOf(now) ?? { wire, attempts: 0, firstAt: clock.now(), doubt: false, trouble: null };
      const sent = { ...before, attempts: before.attempts + 1 };
      const sending: OutboxRecord = { ...now, fate: { kind: 'sending', sent, lease: `${as}:${sent.attempts}` } };
      await tx.put(sending);
      return sending;
    });
    if (ahead.length > 0) await ledger.refresh(ahead.map(({ id }) => id));
    return claimed;
  };

  const attempt = async (record: OutboxRecord, wire: CountRequest, host: HostCapabilities): Promise<Outcome> => {
    const { listId } = record;
    try {
      return outcomeOfReply(listId, wire, await gateway.recordCount(listId, wire, user));
    } catch (error) {
      return outcomeOfError(error, { doubt: isInDoubt(record), host });
    }
  };

  const settle = (sent: OutboxRecord, outcome: Outcome): Promise<OutboxRecord | null> =>
    ledger.write(async tx => {
      const now = await tx.get(sent.id);
      if (now === null) return null;
      const inTime = now.fate.kind === 'sending' && sent.fate.kind === 'sending' && now.fate.lease === sent.fate.lease;
      const after = inTime ? afterOutcome(now, outcome, clock.now()) : afterLateOutcome(now, outcome, clock.now());
      if (after !== null) await tx.put(after);
      return after;
    });

  return {
    pump,
    setEpoch: next => {
      epoch = next;
      if (next === null) cancelTimer();
      else pump();
    },
    dispose: () => {
      epoch = null;
      cancelTimer();
    },
  };
}

/** A read puts no count in doubt. */
function outcomeOfRead(error: unknown): Outcome {
  return outcomeOfError(error, { doubt: false, host: { idempotencyKeys: true } });
}
