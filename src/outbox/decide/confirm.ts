import type { CountRequest } from '../../domain/counting/state.ts';
import { recordCount } from '../../domain/record-count.ts';
import { isUnsent } from '../record.ts';
import type { CountContext, DecidedOn, OutboxRecord, Pending } from '../types.ts';

/** What holds of a count before it was ever on its way under its key. */
export const NEVER_SENT = {
  state: 'queued',
  reason: null,
  wire: null,
  attempts: 0,
  firstSentAt: null,
  lease: null,
  doubt: false,
  trouble: null,
} as const satisfies Partial<OutboxRecord>;

export interface Confirmation {
  readonly partition: string;
  readonly seq: number;
  readonly listId: string;
  readonly request: CountRequest;
  readonly context: CountContext;
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
  const { listId, request, context } = confirmation;
  const pending = pendingOf(lane);
  const onAnother = pending !== null && pending.tail !== context.follows;
  if (onAnother || (pending !== null && request.mode === 'new')) return { ok: false, pending };

  const decidedOn: DecidedOn =
    pending === null
      ? { quantities: context.base, version: request.baseVersion, follows: context.follows }
      : { quantities: pending.projected, version: null, follows: pending.tail };
  const superseded = request.mode === 'replace' ? unsentEnd(lane) : [];
  const base = superseded[0]?.base ?? decidedOn;
  const record: OutboxRecord = {
    v: 1,
    id: request.key,
    partition: confirmation.partition,
    seq: confirmation.seq,
    listId,
    identity: request.identity,
    mode: request.mode,
    entry: request.entry,
    barcode: request.barcode,
    base,
    projected: recordCount(context.item, base.quantities, request.entry, request.mode),
    context,
    ...NEVER_SENT,
    previousIds: [],
    row: null,
    progress: null,
    supersededBy: null,
    discard: null,
    finishedAt: null,
  };
  return {
    ok: true,
    record,
    superseded: superseded.map(each => ({
      ...each,
      state: 'superseded',
      supersededBy: record.id,
      finishedAt: context.confirmedAt,
    })),
  };
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
