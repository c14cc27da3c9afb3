import type { CountingEffect, CountingEvent } from '../../domain/counting/events.ts';
import type { Failure } from '../../domain/failure.ts';
import type { CountRow } from '../../domain/inventory.ts';
import { quantitiesOf } from '../../domain/record-count.ts';
import { progressAtHost, rowAtHost } from '../../outbox/standing.ts';
import type { OutboxRecord, Pending, SaveFailure, Saved, Trouble } from '../../outbox/types.ts';
import { attentionEvent } from './attention.ts';
import type { DeviceContext } from './device-context.ts';
import { recordIn, rowAfter, rowOf, shownRow } from './records.ts';

export type RecordEffect = Extract<CountingEffect, { type: 'record' }>;
export type Events = readonly CountingEvent[];

/** The host did not take a count that the form waits with. */
export type NotTaken = Extract<Saved, { where: 'attention' }> | Extract<SaveFailure, { kind: 'not-sent' }>;

export interface SavingContext extends DeviceContext {
  readonly notTaken: (effect: RecordEffect, why: NotTaken) => Promise<Events>;
}

/**
 * Saves a count, on this device or, where nothing is kept, at the host; and gives what became of it as the events
 * counting waits for. Never rejects.
 */
export async function save(context: SavingContext, effect: RecordEffect): Promise<Events> {
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

async function eventsOf(context: SavingContext, effect: RecordEffect, saved: Saved | SaveFailure): Promise<Events> {
  const { key } = effect.request;
  if (saved.ok) {
    switch (saved.where) {
      case 'device':
        return savedHere(context, effect, saved.id);
      case 'host': {
        const { record } = saved;
        return [{ type: 'recorded', key, row: rowIn(record, context, effect), progress: progressAtHost(record) }];
      }
      case 'attention':
        return context.notTaken(effect, saved);
    }
  }
  switch (saved.kind) {
    case 'quota':
    case 'no-storage':
      return [{ type: 'save-failed', key, problem: saved.kind === 'quota' ? 'full' : 'no-storage' }];
    case 'changed-here':
      return [changedHere(context, effect, saved.pending)];
    case 'not-sent':
      return context.notTaken(effect, saved);
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

function changedHere(
  context: DeviceContext,
  { listId, request, decidedOn }: RecordEffect,
  pending: Pending | null,
): CountingEvent {
  const { key, identity } = request;
  if (pending !== null) {
    const row = rowAfter(pending, decidedOn.base, context.operator);
    return { type: 'counted-here', key, row, follows: pending.tail };
  }
  // What it was decided on is not pending any more: the host's row is.
  const row = shownRow(context.state(), listId, identity);
  return { type: 'record-failed', key, failure: { kind: 'changed-meanwhile', row } };
}

function silence(trouble: Trouble['kind']): Failure {
  if (trouble === 'unreachable') return { kind: 'unreachable' };
  return { kind: trouble === 'bad-reply' ? 'contract-broken' : 'host-error' };
}

/** The host's row where it has the count; else what it will lead to. */
function rowIn(record: OutboxRecord, { operator }: DeviceContext, { decidedOn }: RecordEffect): CountRow {
  return rowAtHost(record) ?? rowOf(record, decidedOn.base, operator);
}
