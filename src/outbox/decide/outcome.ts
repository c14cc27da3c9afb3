import { identityKey } from '../../domain/count-identity.ts';
import type { CountRequest, RecordedCount } from '../../domain/count-request.ts';
import type { CountRow, ListProgress } from '../../domain/inventory.ts';
import {
  ChangedMeanwhileError,
  ContractError,
  ForbiddenError,
  HostError,
  KeyInProgressError,
  ListClosedError,
  OtherUserError,
  RefusedError,
  RejectedError,
  RetryLaterError,
  RowExistsError,
  SignedOutError,
  UnreachableError,
} from '../../services/errors.ts';
import type { HostCapabilities } from '../../services/inventory-gateway.ts';
import type { AttentionReason, Fate, OutboxRecord, Sent, Trouble } from '../record.ts';
import { finishedAt, sentOf } from '../standing.ts';

/** What one attempt came to, as the next step needs it. */
export type Outcome =
  | { readonly kind: 'done'; readonly row: CountRow; readonly progress: ListProgress | null }
  /** Perhaps applied: with keys the same again, else the row is read back first. */
  | { readonly kind: 'unknown'; readonly trouble: Trouble }
  /** Surely not applied by this attempt. */
  | { readonly kind: 'wait'; readonly retryAfterMs: number | null }
  | { readonly kind: 'signed-out' | 'other-user' }
  /** The row is not what the count was decided on. */
  | { readonly kind: 'changed'; readonly row: CountRow | null; readonly maybeApplied: boolean }
  | { readonly kind: 'attention'; readonly reason: AttentionReason };

/** What was known before the attempt. */
export interface Circumstances {
  /** An earlier one got no reply. */
  readonly doubt: boolean;
  readonly host: Pick<HostCapabilities, 'idempotencyKeys'>;
}

/**
 * A reply: done only if it is one to this very count of `user`. What the host has as somebody else's is nobody's to
 * believe: the sign-in changed beneath the request. A host may leave open whose it is.
 */
export function outcomeOfReply(listId: string, wire: CountRequest, user: string, recorded: RecordedCount): Outcome {
  const { row } = recorded;
  const matches = row.listId === listId && identityKey(row) === identityKey(wire.identity) && row.quantity !== null;
  if (!matches) return { kind: 'unknown', trouble: { kind: 'bad-reply' } };
  if (row.operator !== null && row.operator.userName !== user) return asAnother(row);
  return { kind: 'done', row, progress: recorded.progress };
}

/** The host has it, in another operator's name: a person has to know, and to decide what becomes of it. */
export function asAnother(row: CountRow): Outcome {
  return { kind: 'attention', reason: { kind: 'other-operator', row, maybeApplied: true } };
}

/** The table of outcomes. What no gateway should throw is an unknown one: it says nothing of what the host did. */
export function outcomeOfError(error: unknown, { doubt, host }: Circumstances): Outcome {
  if (error instanceof RetryLaterError) return { kind: 'wait', retryAfterMs: error.retryAfterMs };
  if (error instanceof KeyInProgressError) return { kind: 'unknown', trouble: { kind: 'in-progress' } };
  if (error instanceof HostError) {
    return { kind: 'unknown', trouble: { kind: 'host-error', status: error.status } };
  }
  if (error instanceof UnreachableError) return { kind: 'unknown', trouble: { kind: 'unreachable' } };
  if (error instanceof RejectedError) {
    return { kind: 'attention', reason: { kind: 'rejected', status: error.status, title: error.title } };
  }
  if (error instanceof ContractError) return { kind: 'unknown', trouble: { kind: 'bad-reply' } };
  if (error instanceof OtherUserError) return { kind: 'other-user' };
  if (error instanceof SignedOutError) return { kind: 'signed-out' };
  if (error instanceof ForbiddenError) return { kind: 'attention', reason: { kind: 'forbidden' } };
  if (error instanceof RowExistsError || error instanceof ChangedMeanwhileError) {
    // A browser may deliver one request twice by itself: where no key tells, this may be the answer to the second.
    return { kind: 'changed', row: error.row, maybeApplied: doubt || !host.idempotencyKeys };
  }
  if (error instanceof ListClosedError) return { kind: 'attention', reason: { kind: 'list-closed' } };
  if (error instanceof RefusedError) {
    return { kind: 'attention', reason: { kind: 'refused', refusal: error.refusal } };
  }
  return { kind: 'unknown', trouble: { kind: 'bad-reply' } };
}

/** A read puts no count in doubt. */
export function outcomeOfRead(error: unknown): Outcome {
  return outcomeOfError(error, { doubt: false, host: { idempotencyKeys: true } });
}

/** A record after an attempt. `now` is for people to read. */
export function afterOutcome(record: OutboxRecord, outcome: Outcome, now: number): OutboxRecord {
  const sent = sentOf(record);
  switch (outcome.kind) {
    case 'done':
      return finished(record, outcome.row, outcome.progress, now);
    case 'unknown':
      return { ...record, fate: waiting(sent && { ...sent, doubt: true, trouble: outcome.trouble }) };
    case 'wait':
    case 'signed-out':
    case 'other-user':
      // An earlier attempt stays as doubtful as it was.
      return { ...record, fate: waiting(sent) };
    case 'changed': {
      const { row, maybeApplied } = outcome;
      const reason: AttentionReason = { kind: 'changed', row, maybeApplied };
      return {
        ...record,
        fate: { kind: 'attention', sent: sent && { ...sent, doubt: maybeApplied, trouble: null }, reason },
      };
    }
    case 'attention': {
      const { reason } = outcome;
      const doubt = sent !== null && ('maybeApplied' in reason ? reason.maybeApplied : sent.doubt);
      return { ...record, fate: { kind: 'attention', sent: sent && { ...sent, doubt, trouble: null }, reason } };
    }
  }
}

/** Waits to be sent, or sent again: in doubt, where an attempt may have been applied. */
export function waiting(sent: Sent | null): Fate {
  return sent?.doubt === true ? { kind: 'unknown', sent } : { kind: 'queued', sent };
}

export function needing(record: OutboxRecord, reason: AttentionReason): OutboxRecord {
  return { ...record, fate: { kind: 'attention', sent: sentOf(record), reason } };
}

export function finished(
  record: OutboxRecord,
  row: CountRow | null,
  progress: ListProgress | null,
  now: number,
): OutboxRecord {
  const sent = sentOf(record);
  const settled = sent && { ...sent, doubt: false, trouble: null };
  return { ...record, fate: { kind: 'done', sent: settled, row, progress, at: now } };
}

/**
 * An answer to an attempt that is no longer the record's: its sender lost the lease meanwhile, or a newer attempt runs.
 * That the host has the count is worth knowing, however late; any other late word is about the past. `null`: nothing
 * to be changed.
 */
export function afterLateOutcome(record: OutboxRecord, outcome: Outcome, now: number): OutboxRecord | null {
  if (outcome.kind === 'attention' && outcome.reason.kind === 'other-operator' && finishedAt(record) === null) {
    return afterOutcome(record, outcome, now);
  }
  if (outcome.kind !== 'done') return null;
  const { row, progress } = outcome;
  const { fate } = record;
  if (fate.kind === 'done' || fate.kind === 'superseded') return null;
  // Discarded by a person; but what the host holds is not hidden from the history.
  if (fate.kind === 'discarded') return { ...record, fate: { ...fate, row } };
  return finished(record, row, progress, now);
}
