import type { CountingEffect, CountingEvent } from '../../domain/counting/events.ts';
import { isAwaited } from '../../domain/counting/form.ts';
import type { Failure } from '../../domain/failure.ts';
import type { CountRow } from '../../domain/inventory.ts';
import { quantitiesOf } from '../../domain/record-count.ts';
import { isInDoubt, progressAtHost, rowAtHost } from '../../outbox/standing.ts';
import type { AttentionReason, OutboxRecord, Pending, SaveFailure, Saved, Trouble } from '../../outbox/types.ts';
import { attentionEvent } from './attention.ts';
import type { DeviceContext } from './device-context.ts';
import { recordIn, rowAfter, rowOf, shownRow } from './records.ts';

type RecordEffect = Extract<CountingEffect, { type: 'record' }>;
type Events = readonly CountingEvent[];

/**
 * Saves a count, on this device or, where nothing is kept, at the host; and gives what became of it as the events
 * counting waits for. Never rejects.
 */
export async function save(context: DeviceContext, effect: RecordEffect): Promise<Events> {
  const { listId, request, decidedOn } = effect;
  const { key, identity } = request;
  const { outbox } = context.work;
  if (request.mode === 'new' && outbox.pendingFor(listId, identity) === null) {
    // Confirmed before the host said what is there; it may stand on the screen all the same.
    const row = shownRow(context.state(), listId, identity);
    if (row !== null) return [{ type: 'counted-here', key, row, follows: null }];
  }
  const { base, ...known } = decidedOn;
  const decision = { ...known, quantities: quantitiesOf(base) };
  return eventsOf(context, effect, await outbox.confirm(listId, request, decision));
}

async function eventsOf(context: DeviceContext, effect: RecordEffect, saved: Saved | SaveFailure): Promise<Events> {
  const { key } = effect.request;
  if (saved.ok) {
    switch (saved.where) {
      case 'device':
        return savedHere(context, effect, saved.id);
      case 'host':
        return [
          { type: 'recorded', key, row: rowIn(saved.record, context, effect), progress: progressAtHost(saved.record) },
        ];
      case 'attention':
        return toPerson(context, effect, saved.record, saved.reason);
    }
  }
  switch (saved.kind) {
    case 'quota':
    case 'no-storage':
      return [{ type: 'save-failed', key, problem: saved.kind === 'quota' ? 'full' : 'no-storage' }];
    case 'changed-here':
      return [changedHere(context, effect, saved.pending)];
    case 'not-sent':
      return takenBack(context, effect, { kind: 'signed-out' });
    case 'no-answer':
      void saved.later
        .then(later => eventsOf(context, effect, later))
        .then(events => events.forEach(event => context.count(event)));
      return [{ type: 'record-failed', key, failure: silence(saved.trouble) }];
  }
}

async function savedHere(context: DeviceContext, effect: RecordEffect, id: string): Promise<Events> {
  const record = await recordIn(context.work.outbox, id);
  const row = rowIn(record, context, effect);
  const event: CountingEvent = { type: 'saved', key: effect.request.key, row };
  const { fate } = record;
  return fate.kind === 'attention' ? [event, attentionEvent(record, fate.reason)] : [event];
}

/** What the host surely did not take stands in the form, where it can be mended; all else waits in the outbox. */
async function toPerson(
  context: DeviceContext,
  effect: RecordEffect,
  record: OutboxRecord,
  reason: AttentionReason | null,
): Promise<Events> {
  const { key } = effect.request;
  const failure = reason === null || record.id !== key || isInDoubt(record) ? null : refusal(reason);
  if (failure !== null) return takenBack(context, effect, failure);
  return [{ type: 'left-to-person', key }, ...(reason === null ? [] : [attentionEvent(record, reason)])];
}

/** The form that waits for a count has it again, so that the outbox forgets it; not where nobody waits any more. */
async function takenBack(context: DeviceContext, effect: RecordEffect, failure: Failure): Promise<Events> {
  const { key } = effect.request;
  const { counting } = context.state().opened ?? {};
  if (counting == null || !isAwaited(counting, key)) return [];
  const result = await context.work.outbox.takeBack(key);
  if (result.ok) return [{ type: 'record-failed', key, failure }];
  // It went out in between: its answer is what counts.
  return result.kind === 'in-flight' ? save(context, effect) : [{ type: 'left-to-person', key }];
}

function changedHere(
  context: DeviceContext,
  { listId, request, decidedOn }: RecordEffect,
  pending: Pending | null,
): CountingEvent {
  const { key, identity } = request;
  if (pending !== null) {
    return {
      type: 'counted-here',
      key,
      row: rowAfter(pending, decidedOn.base, context.operator),
      follows: pending.tail,
    };
  }
  // What it was decided on is not pending any more: the host's row is.
  const row = shownRow(context.state(), listId, identity);
  return { type: 'record-failed', key, failure: { kind: 'changed-meanwhile', row } };
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
      return null;
  }
}

function silence(trouble: Trouble['kind']): Failure {
  if (trouble === 'unreachable') return { kind: 'unreachable' };
  return { kind: trouble === 'bad-reply' ? 'contract-broken' : 'host-error' };
}

/** The host's row where it has the count; else what it will lead to. */
function rowIn(record: OutboxRecord, { operator }: DeviceContext, { decidedOn }: RecordEffect): CountRow {
  return rowAtHost(record) ?? rowOf(record, decidedOn.base, operator);
}
