import { isAwaited } from '../../domain/counting/form.ts';
import type { Failure } from '../../domain/failure.ts';
import { isInDoubt } from '../../outbox/standing.ts';
import type { AttentionReason, Pending } from '../../outbox/types.ts';
import { attentionEvent } from './attention.ts';
import { rowAfter, shownRow } from './records.ts';
import { type Events, type RecordEffect, type SavingContext, type Unusual, save } from './saving.ts';

/** What counting is told of a count that was not simply saved. Never rejects. */
export async function unusualEvents(context: SavingContext, effect: RecordEffect, what: Unusual): Promise<Events> {
  const { key } = effect.request;
  if (!what.ok) {
    return what.kind === 'changed-here'
      ? changedHere(context, effect, what.pending)
      : takenBack(context, effect, { kind: 'signed-out' });
  }
  const { record, reason } = what;
  const attention = reason === null ? [] : [attentionEvent(record, reason)];
  if (what.where === 'behind') return [what.saved, ...attention];
  // What the host surely did not take stands in the form, where it can be mended; all else waits in the outbox.
  const failure = reason === null || record.id !== key || isInDoubt(record) ? null : refusal(reason);
  return failure === null ? [{ type: 'left-to-person', key }, ...attention] : takenBack(context, effect, failure);
}

/** The form that waits for a count has it again, so that the outbox forgets it; not where nobody waits any more. */
async function takenBack(context: SavingContext, effect: RecordEffect, failure: Failure): Promise<Events> {
  const { key } = effect.request;
  const { counting } = context.state().opened ?? {};
  if (counting == null || !isAwaited(counting, key)) return [];
  const result = await context.work.outbox.takeBack(key);
  if (result.ok) return [{ type: 'record-failed', key, failure }];
  // It went out in between: its answer is what counts.
  return result.kind === 'in-flight' ? save(context, effect) : [{ type: 'left-to-person', key }];
}

function changedHere(context: SavingContext, effect: RecordEffect, pending: Pending | null): Events {
  const { listId, request, decidedOn } = effect;
  const { key, identity } = request;
  if (pending !== null) {
    const row = rowAfter(pending, decidedOn.base, context.operator);
    return [{ type: 'counted-here', key, row, follows: pending.tail }];
  }
  // What it was decided on is not pending any more: the host's row is.
  const row = shownRow(context.state(), listId, identity);
  return [{ type: 'record-failed', key, failure: { kind: 'changed-meanwhile', row } }];
}

/** What is said of a refusal that the form can take; `null`: a person has to look what the host has. */
function refusal(reason: AttentionReason): Failure | null {
  switch (reason.kind) {
    case 'changed':
      return { kind: 'changed-meanwhile', row: reason.row };
    case 'list-closed':
      return { kind: 'refused', refusal: 'list-closed' };
    case 'forbidden':
      return { kind: 'forbidden' };
    case 'refused':
      return reason;
    case 'rejected':
      return { kind: 'contract-broken' };
    case 'uncertain':
    case 'other-operator':
    case 'lost':
      return null;
  }
}
