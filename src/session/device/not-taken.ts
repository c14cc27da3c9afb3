import { isAwaited } from '../../domain/counting/form.ts';
import type { Failure } from '../../domain/failure.ts';
import { isInDoubt } from '../../outbox/standing.ts';
import type { AttentionReason } from '../../outbox/types.ts';
import { attentionEvent } from './attention.ts';
import { type Events, type NotTaken, type RecordEffect, type SavingContext, save } from './saving.ts';

/**
 * What the host surely did not take stands in the form that waits, where it can be mended, and the outbox forgets it;
 * all else waits in the outbox.
 */
export async function notTaken(context: SavingContext, effect: RecordEffect, why: NotTaken): Promise<Events> {
  const { key } = effect.request;
  const failure = failureOf(why, key);
  if (failure === null) {
    const isLeft = why.ok && why.reason !== null;
    return [{ type: 'left-to-person', key }, ...(isLeft ? [attentionEvent(why.record, why.reason)] : [])];
  }
  const { counting } = context.state().opened ?? {};
  // Nobody waits any more.
  if (counting == null || !isAwaited(counting, key)) return [];
  const result = await context.work.outbox.takeBack(key);
  if (result.ok) return [{ type: 'record-failed', key, failure }];
  // It went out in between: its answer is what counts.
  return result.kind === 'in-flight' ? save(context, effect) : [{ type: 'left-to-person', key }];
}

/** What is said of what the form can take back; `null`: a person has to look what the host has. */
function failureOf(why: NotTaken, key: string): Failure | null {
  if (!why.ok) return { kind: 'signed-out' };
  const { record, reason } = why;
  return reason === null || record.id !== key || isInDoubt(record) ? null : refusal(reason);
}

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
      return null;
  }
}
