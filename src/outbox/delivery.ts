import type { CountRequest } from '../domain/count-request.ts';
import type { CountRow } from '../domain/inventory.ts';
import type { HostCapabilities } from '../services/inventory-gateway.ts';
import { evidenceOf, settleDoubt } from './decide/doubt.ts';
import { type FirstSend, firstSend, firstSendOn, needsRow } from './decide/first-send.ts';
import {
  type Outcome,
  afterLateOutcome,
  afterOutcome,
  asAnother,
  needing,
  outcomeOfError,
  outcomeOfRead,
  outcomeOfReply,
} from './decide/outcome.ts';
import { isBehind } from './host-check.ts';
import type { Ledger, LedgerTransaction } from './ledger.ts';
import type { OutboxPorts } from './ports.ts';
import type { OutboxRecord } from './record.ts';
import type { Schedule } from './schedule.ts';
import { type StorageWatch, isOfStorage } from './storage-watch.ts';
import { attemptsOf, isInDoubt, isOpen, laneOf, sentOf } from './standing.ts';

export type DeliveryPorts = Pick<OutboxPorts, 'gateway' | 'user' | 'clock'> & {
  readonly ledger: Ledger;
  readonly storage: StorageWatch;
  readonly schedule: Schedule;
  /** Under which lease this tab sends now; `null`: it does not. */
  readonly sendsAs: () => number | null;
  /** Another tab took the lease. */
  readonly onLost: () => void;
  /** Up to which place in the order counts were decided on another data base than the host has now. */
  readonly since: number;
  /** The host shows less of a row than it has acknowledged. */
  readonly onDoubt: () => void;
};

/**
 * Brings one count to the host, under one lease, as far as it can:
 *
 *   doubting  sent before without an answer, to a host without keys: the row says whether it may go again
 *   basing    what it was decided on may be another row by now: that is read, and a person asked where it is
 *   claiming  written as `sending`, if it is still as it was chosen and this tab still sends
 *   sending   the request, as it was first sent
 *   settling  what it came to is written; the schedule hears it
 *
 * Where the store can't be written, or does not answer in time, a host with keys is sent to all the same what would be the
 * same again: it knows the count by its key, whoever sends it again. What it came to is then known as long as this tab lives, and written as soon as
 * it can be. Anything else rejects, or waits for the store.
 */
export class Delivery {
  private readonly ports: DeliveryPorts;
  private readonly host: HostCapabilities;
  private readonly epoch: number;
  /** The store has it otherwise than it was chosen as, or others ahead of it: these are read anew. */
  private otherwise: readonly string[] = [];
  /** It was sent although that could not be written before. */
  private isUnclaimed = false;

  constructor(ports: DeliveryPorts, host: HostCapabilities, epoch: number) {
    this.ports = ports;
    this.host = host;
    this.epoch = epoch;
  }

  async deliver(record: OutboxRecord): Promise<void> {
    await this.bring(record);
    if (this.otherwise.length === 0) return;
    // Whatever made it so: asked again at once it would be so again.
    this.ports.schedule.hold(record, 'interrupted');
    await this.ports.ledger.refresh(this.otherwise);
  }

  private async bring(record: OutboxRecord): Promise<void> {
    const isKnown = this.host.idempotencyKeys && !this.isFromBefore(record);
    if (isInDoubt(record) && !isKnown && !(await this.maySendAgain(record))) return;
    const first = await this.firstSendOf(record);
    if (first === null) return;
    if (first.kind === 'ask') return this.change(record, each => needing(each, first.reason));
    const claimed = await this.claimOrGoOn(record, first.wire);
    if (claimed === null) return;
    const since = this.ports.schedule.wakes;
    const attempted = await this.proven(claimed, await this.attempt(claimed, first.wire));
    const outcome = this.ports.schedule.judged(claimed, attempted);
    const after = await this.settle(claimed, outcome);
    if (after === null) return;
    this.ports.schedule.attempted(after, outcome, since);
    if (this.showsLess(after, outcome)) this.ports.onDoubt();
  }

  /** Keys and versions that it was sent or decided under may be given out anew. */
  private isFromBefore({ seq }: OutboxRecord): boolean {
    return seq <= this.ports.since;
  }

  /** Than an earlier count of this device is known to have made of the row. */
  private showsLess(record: OutboxRecord, outcome: Outcome): boolean {
    if (outcome.kind !== 'done' && outcome.kind !== 'changed') return false;
    const { row } = outcome;
    for (const each of this.ports.ledger.mirror.all()) {
      if (each.id === record.id || each.fate.kind !== 'done' || laneOf(each) !== laneOf(record)) continue;
      if (row === null || (this.host.versions === 'ascending' && isBehind(row.version, each.fate.row))) return true;
    }
    return false;
  }

  /** A count in doubt where no key tells: the row is read back, and its history where there is one. */
  private async maySendAgain(record: OutboxRecord): Promise<boolean> {
    const read = await this.readRow(record);
    if (read === null) return false;
    const { row } = read;
    if (settleDoubt(record, row, this.host) === 'resend') return true;
    const outcome = await this.proven(record, { kind: 'changed', row, maybeApplied: true });
    await this.change(record, each =>
      outcome.kind === 'changed' && outcome.maybeApplied
        ? needing(each, { kind: 'uncertain', row, maybeApplied: true })
        : afterOutcome(each, outcome, this.ports.clock.now()),
    );
    return false;
  }

  /** A row that changed may hold the count: its history can tell. Where it is not to be had, a person is asked. */
  private async proven(record: OutboxRecord, outcome: Outcome): Promise<Outcome> {
    if (outcome.kind !== 'changed' || !outcome.maybeApplied) return outcome;
    const { gateway, user } = this.ports;
    const { row } = outcome;
    const wire = sentOf(record)?.wire;
    if (this.host.history !== true || row === null || wire === undefined) return outcome;
    if (gateway.rowHistory === undefined) return outcome;
    try {
      const evidence = evidenceOf(wire, user, await gateway.rowHistory(record.listId, row.id));
      if (evidence === 'applied') return { kind: 'done', row, progress: null };
      if (typeof evidence === 'object') return asAnother({ ...row, operator: evidence.by });
      // Its version is past: what may still be under way is refused, where the host keeps versions.
      return { ...outcome, maybeApplied: evidence !== 'absent' || !this.host.versions };
    } catch {
      return outcome;
    }
  }

  private async firstSendOf(record: OutboxRecord): Promise<FirstSend | null> {
    const { follows } = record.decidedOn;
    const wire = sentOf(record)?.wire;
    const isFromBefore = this.isFromBefore(record);
    if (wire !== undefined)
      return isFromBefore && !isInDoubt(record) ? this.sentBefore(record, wire) : { kind: 'send', wire };
    if (!needsRow(record, this.host) && !isFromBefore) return firstSend(record, this.host);
    const before = follows === null ? undefined : this.ports.ledger.mirror.get(follows)?.fate;
    // What the earlier one's reply showed is enough where a version says whether it still holds.
    if (!isFromBefore && this.host.versions && before?.kind === 'done' && before.row !== null)
      return firstSendOn(record, before.row, this.host);
    const read = await this.readRow(record);
    return read === null ? null : firstSendOn(record, read.row, this.host);
  }

  /** What surely was not applied, and is frozen: it goes to another data base only where that has what it was decided on. */
  private async sentBefore(record: OutboxRecord, wire: CountRequest): Promise<FirstSend | null> {
    const read = await this.readRow(record);
    if (read === null) return null;
    const { row } = read;
    return settleDoubt(record, row, this.host) === 'resend'
      ? { kind: 'send', wire }
      : { kind: 'ask', reason: { kind: 'changed', row, maybeApplied: false } };
  }

  /** The row as the host shows it; `null` where it could not be read. A refusal to show it needs a person. */
  private async readRow(record: OutboxRecord): Promise<{ row: CountRow | null } | null> {
    const since = this.ports.schedule.wakes;
    try {
      return { row: await this.ports.gateway.row(record.listId, record.request.identity) };
    } catch (error) {
      const outcome = outcomeOfRead(error);
      if (outcome.kind === 'attention') await this.change(record, each => needing(each, outcome.reason));
      else {
        this.ports.schedule.hold(record, 'unreachable');
        this.ports.schedule.readFailed(outcome, since);
      }
      return null;
    }
  }

  /** The record, if it is still as it was decided on and this tab still sends. */
  private async current(tx: LedgerTransaction, record: OutboxRecord): Promise<OutboxRecord | null> {
    if ((await tx.lease()).epoch !== this.epoch) {
      this.ports.onLost();
      return null;
    }
    if (this.ports.sendsAs() !== this.epoch) return null;
    const now = await tx.get(record.id);
    const same = now !== null && now.fate.kind === record.fate.kind && attemptsOf(now) === attemptsOf(record);
    this.otherwise = same ? [] : [record.id];
    return same ? now : null;
  }

  private change(record: OutboxRecord, make: (record: OutboxRecord) => OutboxRecord): Promise<void> {
    return this.write(async tx => {
      const now = await this.current(tx, record);
      if (now !== null) await tx.put(make(now));
    });
  }

  /** Written before the request leaves: what is found as `sending` later may have been applied. */
  private async claim(record: OutboxRecord, wire: CountRequest): Promise<OutboxRecord | null> {
    return this.write(async tx => {
      // It was not waited for any longer: the count is on its way, or there.
      if (this.isUnclaimed) return null;
      const now = await this.current(tx, record);
      if (now === null || isAsAnother(this.ports.ledger.mirror.open())) return null;
      // Another tab may have brought counts of this row here, ahead of this one, of which this tab has not heard yet.
      this.otherwise = (await tx.lane(now)).filter(({ seq }) => seq < now.seq).map(({ id }) => id);
      if (this.otherwise.length > 0) return null;
      const sending = this.sendingOf(now, wire);
      await tx.put(sending);
      return sending;
    });
  }

  /** Whoever finds it unwritten would send the very same, and the host would know it: what the row decides may differ then. */
  private isRepeatable(record: OutboxRecord): boolean {
    const isSame = sentOf(record) !== null || !(needsRow(record, this.host) || this.isFromBefore(record));
    return this.host.idempotencyKeys && isSame;
  }

  /** What can't be claimed is sent to a host that knows it again by its key. */
  private async claimOrGoOn(record: OutboxRecord, wire: CountRequest): Promise<OutboxRecord | null> {
    try {
      const claim = this.claim(record, wire);
      // Who can't do without it waits for it: else it would be done at any time, and nobody would send.
      return await (this.isRepeatable(record) ? this.ports.storage.inTime(claim) : claim);
    } catch (error) {
      const { ledger, sendsAs } = this.ports;
      if (!isOfStorage(error) || !this.isRepeatable(record)) throw error;
      if (sendsAs() !== this.epoch || isAsAnother(ledger.mirror.open())) return null;
      this.isUnclaimed = true;
      return this.sendingOf(record, wire);
    }
  }

  private sendingOf(now: OutboxRecord, wire: CountRequest): OutboxRecord {
    const before = sentOf(now) ?? { wire, attempts: 0, firstAt: this.ports.clock.now(), doubt: false, trouble: null };
    const sent = { ...before, attempts: before.attempts + 1 };
    return { ...now, fate: { kind: 'sending', sent, lease: `${this.epoch}:${sent.attempts}` } };
  }

  private async attempt(record: OutboxRecord, wire: CountRequest): Promise<Outcome> {
    const { listId } = record;
    try {
      const { gateway, user } = this.ports;
      return outcomeOfReply(listId, wire, user, await gateway.recordCount(listId, wire, user));
    } catch (error) {
      return outcomeOfError(error, { doubt: isInDoubt(record), host: this.host });
    }
  }

  private settle(sent: OutboxRecord, outcome: Outcome): Promise<OutboxRecord | null> {
    const written = this.note(sent, outcome);
    return this.ports.storage.inTime(written).catch((error: unknown) => {
      if (!isOfStorage(error)) throw error;
      // Where it fails after all, this tab goes on to know it.
      written.catch(() => this.suppose(sent, outcome));
      return this.suppose(sent, outcome);
    });
  }

  /** It can't be written: this tab knows it all the same, and asks the host again where the store knows less. */
  private suppose(sent: OutboxRecord, outcome: Outcome): OutboxRecord {
    const { mirror, changes$ } = this.ports.ledger;
    const before = mirror.get(sent.id) ?? null;
    const after = afterOutcome(sent, outcome, this.ports.clock.now());
    mirror.set(after);
    changes$.next([{ before, after }]);
    return after;
  }

  private note(sent: OutboxRecord, outcome: Outcome): Promise<OutboxRecord | null> {
    return this.write(async tx => {
      const now = await tx.get(sent.id);
      if (now === null) return null;
      const isOwn = now.fate.kind === 'sending' && sent.fate.kind === 'sending' && now.fate.lease === sent.fate.lease;
      // Sent without having been claimed: it is still as it was chosen.
      const isUnclaimed = this.isUnclaimed && now.fate.kind !== 'sending' && attemptsOf(now) < attemptsOf(sent);
      const before = isUnclaimed && isOpen(now) ? { ...now, fate: sent.fate } : now;
      const after = (isOwn || before !== now ? afterOutcome : afterLateOutcome)(
        before,
        outcome,
        this.ports.clock.now(),
      );
      if (after !== null) await tx.put(after);
      return after;
    });
  }

  private write<T>(work: (tx: LedgerTransaction) => Promise<T>): Promise<T> {
    return this.ports.storage.watch(this.ports.ledger.write(work));
  }
}

/** The host has a count in another operator's name: until a person has seen it, the next might go the same way. */
export function isAsAnother(open: Iterable<OutboxRecord>): boolean {
  for (const { fate } of open) if (fate.kind === 'attention' && fate.reason.kind === 'other-operator') return true;
  return false;
}
