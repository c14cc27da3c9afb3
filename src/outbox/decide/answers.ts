import type { CountRow } from '../../domain/inventory.ts';
import { recordCount } from '../../domain/record-count.ts';
import { isUnsent, quantitiesOf } from '../record.ts';
import type { Answer, DecidedOn, Discard, OutboxRecord } from '../types.ts';
import { NEVER_SENT } from './confirm.ts';
import { finished } from './outcome.ts';

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
  const { state, reason } = record;
  // A discarded one keeps its reason for the history: nobody is asked any more.
  if (state !== 'attention' || (reason?.kind !== 'changed' && reason?.kind !== 'uncertain')) return NOT_POSSIBLE;
  const { row, maybeApplied } = reason;
  if (answer === 'already-counted') {
    // What was certainly not applied can't be said to be counted: that would be discarding it.
    return maybeApplied ? putting(finished(record, row, null, now)) : NOT_POSSIBLE;
  }
  const anew = decidedAnew({ ...record, mode: answer }, newId, basedOn(row));
  return { ok: true, put: [anew, ...following(lane, record.id, newId)], remove: [record.id] };
}

function basedOn(row: CountRow | null): DecidedOn {
  return { quantities: quantitiesOf(row), version: row?.version ?? null, follows: null };
}

/** The same confirmation on another ground: never sent under this key, no attempt of the old one counts for it. */
function decidedAnew(record: OutboxRecord, id: string, base: DecidedOn): OutboxRecord {
  return {
    ...record,
    id,
    base,
    projected: recordCount(record.context.item, base.quantities, record.entry, record.mode),
    ...NEVER_SENT,
    previousIds: [...record.previousIds, record.id],
  };
}

/** A later count that builds on one whose key changed still builds on it. */
function following(lane: readonly OutboxRecord[], id: string, newId: string): OutboxRecord[] {
  return lane
    .filter(each => each.base.follows === id)
    .map(each => ({ ...each, base: { ...each.base, follows: newId } }));
}

/** Forgets a count as if it had never been confirmed: only where it surely is not at the host, and nothing builds on it. */
export function planTakeBack(lane: readonly OutboxRecord[], { id, state, doubt }: OutboxRecord): Plan {
  if (state === 'sending') return IN_FLIGHT;
  const isSurelyNotThere = !doubt && (state === 'queued' || state === 'attention');
  if (!isSurelyNotThere || lane.some(each => each.base.follows === id)) return NOT_POSSIBLE;
  return { ok: true, put: [], remove: [id] };
}

/** Sends a refused count again as it was: a 4xx did not apply it, and what stood in the way may be mended. */
export function planRetry(record: OutboxRecord): Plan {
  const { state, reason } = record;
  if (state !== 'attention' || reason?.kind === 'changed' || reason?.kind === 'uncertain') return NOT_POSSIBLE;
  return putting({ ...record, state: record.doubt ? 'unknown' : 'queued', reason: null });
}

export function planDiscard(record: OutboxRecord, discard: Discard): Plan {
  if (record.state === 'sending') return IN_FLIGHT;
  if (record.finishedAt !== null) return NOT_POSSIBLE;
  return putting({ ...record, state: 'discarded', lease: null, discard, finishedAt: discard.at });
}

/** Undo of what was never sent: as if it had not been confirmed, so that what it had superseded counts again. */
export function planWithdraw(
  lane: readonly OutboxRecord[],
  record: OutboxRecord,
  superseded: readonly OutboxRecord[],
  discard: Discard,
): Plan {
  if (record.state === 'sending') return IN_FLIGHT;
  if (!isUnsent(record) || lane.at(-1)?.id !== record.id) return NOT_POSSIBLE;
  return putting(
    { ...record, state: 'discarded', discard, finishedAt: discard.at },
    ...superseded.map<OutboxRecord>(each => ({ ...each, state: 'queued', supersededBy: null, finishedAt: null })),
  );
}

/**
 * Moves one lane of a closed list to another list, all but what may be at the host. There the first of them is a new
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
    if (record.doubt || record.state === 'sending') continue;
    const before = put.at(-1);
    const base: DecidedOn = {
      quantities: before?.projected ?? null,
      version: null,
      follows: before?.id ?? null,
    };
    const mode = before === undefined ? 'new' : record.mode === 'new' ? 'add' : record.mode;
    const { id, seq } = mint();
    put.push(decidedAnew({ ...record, seq, listId: toListId, mode }, id, base));
    remove.push(record.id);
  }
  return { put, remove };
}
