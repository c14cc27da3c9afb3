import type { CountRequest } from '../../domain/count-request.ts';
import { recordCount } from '../../domain/record-count.ts';
import { type DecidedOn, NEVER_SENT, type OutboxRecord } from '../record.ts';
import { isUnsent } from '../standing.ts';
import type { Pending } from '../types.ts';

export interface Confirmation {
  readonly partition: string;
  readonly seq: number;
  readonly listId: string;
  readonly request: CountRequest;
  readonly decidedOn: DecidedOn;
  readonly now: number;
}

export type ConfirmPlan =
  | { readonly ok: true; readonly record: OutboxRecord; readonly superseded: readonly OutboxRecord[] }
  /** What the decision was made on is not what this device knows any more. */
  | { readonly ok: false; readonly pending: Pending };

/**
 * What a confirmation adds to its lane: the unfinished counts of the same row, in order. A decision was made on the last
 * of them, or on the host's row where there is none; one made on anything else is asked again, not guessed.
 *
 * Replace overwrites what was never sent, so that it need not be sent: it takes the place of those at the lane's end,
 * and with it what the first of them was decided on. An Add is never merged: each confirmation is a row of the audit.
 */
export function planConfirm(lane: readonly OutboxRecord[], confirmation: Confirmation): ConfirmPlan {
  const { partition, seq, listId, now } = confirmation;
  const pending = pendingOf(lane);
  const onAnother = pending !== null && pending.tail !== confirmation.decidedOn.follows;
  if (onAnother || (pending !== null && confirmation.request.mode === 'new')) return { ok: false, pending };

  const superseded = confirmation.request.mode === 'replace' ? unsentEnd(lane) : [];
  const { request, decidedOn } = groundedOn(superseded[0] ?? null, pending, confirmation);
  const record: OutboxRecord = {
    v: 2,
    id: request.key,
    partition,
    seq,
    listId,
    request,
    decidedOn,
    projected: recordCount(decidedOn.item.item, decidedOn.quantities, request.entry, request.mode),
    previousIds: [],
    fate: NEVER_SENT,
  };
  return {
    ok: true,
    record,
    superseded: superseded.map(each => ({ ...each, fate: { kind: 'superseded', by: record.id, at: now } })),
  };
}

/** On what the count is based: what the first of those whose place it takes was; else this device's own; else the host's row. */
function groundedOn(
  replaced: OutboxRecord | null,
  pending: Pending | null,
  { request, decidedOn }: Confirmation,
): Pick<OutboxRecord, 'request' | 'decidedOn'> {
  if (replaced !== null) {
    const { quantities, follows } = replaced.decidedOn;
    const { baseVersion } = replaced.request;
    return { request: { ...request, baseVersion }, decidedOn: { ...decidedOn, quantities, follows } };
  }
  if (pending === null) return { request, decidedOn };
  const { projected: quantities, tail: follows } = pending;
  // The version of what is not at the host yet is nobody's to know.
  return { request: { ...request, baseVersion: null }, decidedOn: { ...decidedOn, quantities, follows } };
}

/** A lane as the next decision sees it. */
export function pendingOf(lane: readonly OutboxRecord[]): Pending | null {
  const tail = lane.at(-1);
  return tail === undefined ? null : { tail: tail.id, records: lane, projected: tail.projected };
}

function unsentEnd(lane: readonly OutboxRecord[]): readonly OutboxRecord[] {
  let start = lane.length;
  for (const record of [...lane].reverse()) {
    if (!isUnsent(record)) break;
    start--;
  }
  return lane.slice(start);
}
