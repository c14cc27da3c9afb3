import { ACKNOWLEDGED } from '../../domain/counted-serial.ts';
import type { CountRequest } from '../../domain/count-request.ts';
import { quantitiesOf, recordCount } from '../../domain/record-count.ts';
import {
  type AttentionReason,
  type DecidedOn,
  type Discard,
  type Fate,
  NEVER_SENT,
  type OutboxRecord,
} from '../record.ts';
import { attemptsOf, finishedAt, isInDoubt, isUnsent, laneOf, sentOf } from '../standing.ts';
import type { Answer } from '../types.ts';
import { finished, waiting } from './outcome.ts';

/** What a person's word changes. Records under `remove` were given a new key, or a new place, in `put`. */
export interface Change {
  readonly put: readonly OutboxRecord[];
  readonly remove: readonly string[];
}

export type Plan =
  ({ readonly ok: true } & Change) | { readonly ok: false; readonly kind: 'in-flight' | 'not-possible' };

const NOT_POSSIBLE: Plan = { ok: false, kind: 'not-possible' };
const IN_FLIGHT: Plan = { ok: false, kind: 'in-flight' };
const putting = (...put: OutboxRecord[]): Plan => ({ ok: true, put, remove: [] });

/** Add or Replace on the row the host showed: a decision of its own, so under a key of its own. */
export function planAnswer(
  lane: readonly OutboxRecord[],
  record: OutboxRecord,
  answer: Answer,
  newId: string,
  now: number,
): Plan {
  const { fate } = record;
  // A row that is gone since does not mean that the count was lost.
  if (answer === 'taken-back')
    return fate.kind === 'done' ? putting({ ...record, fate: { ...fate, row: null } }) : NOT_POSSIBLE;
  if (answer === 'count-here-too') {
    if (!isElsewhere(fate)) return NOT_POSSIBLE;
    const { mode, baseVersion } = record.request;
    const { quantities, follows } = record.decidedOn;
    const change = { key: newId, mode, baseVersion, acknowledged: ACKNOWLEDGED };
    const anew = decidedAnew(record, change, { quantities, follows });
    return { ok: true, put: [anew, ...following(lane, record.id, newId)], remove: [record.id] };
  }
  if (fate.kind !== 'attention' || !isAboutRow(fate.reason)) return NOT_POSSIBLE;
  const { row, maybeApplied } = fate.reason;
  if (answer === 'already-counted') {
    // What was certainly not applied can't be said to be counted: that would be discarding it.
    return maybeApplied ? putting(finished(record, row, null, now)) : NOT_POSSIBLE;
  }
  const change = { key: newId, mode: answer, baseVersion: row?.version ?? null };
  const anew = decidedAnew(record, change, { quantities: quantitiesOf(row), follows: null });
  return { ok: true, put: [anew, ...following(lane, record.id, newId)], remove: [record.id] };
}

/** The host has the serial number in another place, and did not take the count. */
export function isElsewhere(fate: Fate): boolean {
  return fate.kind === 'attention' && fate.reason.kind === 'refused' && fate.reason.refusal === 'serial-elsewhere';
}

function isAboutRow(reason: AttentionReason): reason is Extract<AttentionReason, { maybeApplied: boolean }> {
  return 'maybeApplied' in reason;
}

/** The same confirmation on another ground: never sent under this key, no attempt of the old one counts for it. */
function decidedAnew(
  record: OutboxRecord,
  change: Pick<CountRequest, 'key' | 'mode' | 'baseVersion' | 'acknowledged'>,
  ground: Pick<DecidedOn, 'quantities' | 'follows'>,
): OutboxRecord {
  const request = { ...record.request, ...change };
  const decidedOn = { ...record.decidedOn, ...ground };
  return {
    ...record,
    id: request.key,
    request,
    decidedOn,
    projected: recordCount(decidedOn.item.item, decidedOn.quantities, request.entry, request.mode),
    previousIds: [...record.previousIds, record.id],
    fate: NEVER_SENT,
  };
}

/** A later count that builds on one whose key changed still builds on it. */
function following(lane: readonly OutboxRecord[], id: string, newId: string): OutboxRecord[] {
  return lane
    .filter(each => each.decidedOn.follows === id)
    .map(each => ({ ...each, decidedOn: { ...each.decidedOn, follows: newId } }));
}

/** Forgets a count as if it had never been confirmed: only where it surely is not at the host, and nothing builds on it. */
export function planTakeBack(lane: readonly OutboxRecord[], record: OutboxRecord): Plan {
  const { kind } = record.fate;
  if (kind === 'sending') return IN_FLIGHT;
  const isSurelyNotThere = !isInDoubt(record) && (kind === 'queued' || kind === 'attention');
  if (!isSurelyNotThere || lane.some(each => each.decidedOn.follows === record.id)) return NOT_POSSIBLE;
  return { ok: true, put: [], remove: [record.id] };
}

/** Sends a refused count again as it was: a 4xx did not apply it, and what stood in the way may be mended. */
export function planRetry(record: OutboxRecord): Plan {
  const { fate } = record;
  if (fate.kind !== 'attention' || isAboutRow(fate.reason)) return NOT_POSSIBLE;
  return putting({ ...record, fate: waiting(fate.sent) });
}

export function planDiscard(record: OutboxRecord, discard: Discard): Plan {
  if (record.fate.kind === 'sending') return IN_FLIGHT;
  if (finishedAt(record) !== null) return NOT_POSSIBLE;
  return putting(discarded(record, discard));
}

function discarded(record: OutboxRecord, discard: Discard): OutboxRecord {
  const reason = record.fate.kind === 'attention' ? record.fate.reason : null;
  return { ...record, fate: { kind: 'discarded', sent: sentOf(record), discard, reason, row: null } };
}

/**
 * Undo of a discard: the count waits, or asks, as it did before. Where a later count of the row has left meanwhile, it would
 * come after one that was decided without it.
 */
export function planRestore(record: OutboxRecord, all: Iterable<OutboxRecord>, now: number): Plan {
  const { fate } = record;
  if (fate.kind !== 'discarded' || fate.discard.kind !== 'discarded') return NOT_POSSIBLE;
  for (const each of all) {
    const isLater = each.seq > record.seq && laneOf(each) === laneOf(record);
    if (isLater && (each.fate.kind === 'done' || attemptsOf(each) > 0)) return NOT_POSSIBLE;
  }
  const { sent, reason, row } = fate;
  // The host has said late that it has it.
  if (row !== null) return putting(finished(record, row, null, now));
  return putting({ ...record, fate: reason === null ? waiting(sent) : { kind: 'attention', sent, reason } });
}

/** Undo of what was never sent: as if it had not been confirmed, so that what it had superseded counts again. */
export function planWithdraw(
  lane: readonly OutboxRecord[],
  record: OutboxRecord,
  superseded: readonly OutboxRecord[],
  discard: Discard,
): Plan {
  if (record.fate.kind === 'sending') return IN_FLIGHT;
  if (!isUnsent(record) || lane.at(-1)?.id !== record.id) return NOT_POSSIBLE;
  return putting(discarded(record, discard), ...superseded.map<OutboxRecord>(each => ({ ...each, fate: NEVER_SENT })));
}

/** Whether a lane begins with a count that the host has lost, and nobody has counted its row there since. */
export function isLostWhole(lane: readonly OutboxRecord[]): boolean {
  const fate = lane[0]?.fate;
  if (fate?.kind !== 'attention' || fate.reason.kind !== 'lost') return false;
  return !fate.reason.maybeApplied && quantitiesOf(fate.reason.row) === null;
}

/**
 * Moves one lane of a closed list to another list, or sends it to its own again, all but what may be at the host. There the first of them is a new
 * count, behind whatever is under way: where the row is counted already, the host says so and a person is asked.
 */
export function planReassign(
  lane: readonly OutboxRecord[],
  toListId: string,
  mint: () => { readonly id: string; readonly seq: number },
): Change {
  const put: OutboxRecord[] = [];
  const remove: string[] = [];
  for (const record of lane) {
    if (isInDoubt(record) || record.fate.kind === 'sending') continue;
    const before = put.at(-1);
    const mode = before === undefined ? 'new' : record.request.mode === 'new' ? 'add' : record.request.mode;
    const { id, seq } = mint();
    put.push(
      decidedAnew(
        { ...record, seq, listId: toListId },
        { key: id, mode, baseVersion: null },
        { quantities: before?.projected ?? null, follows: before?.id ?? null },
      ),
    );
    remove.push(record.id);
  }
  return { put, remove };
}
