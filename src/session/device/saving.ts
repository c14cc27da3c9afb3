import type { CountingEffect, CountingEvent } from '../../domain/counting/events.ts';
import type { CountedSerial } from '../../domain/counted-serial.ts';
import type { Failure } from '../../domain/failure.ts';
import type { CountRow } from '../../domain/inventory.ts';
import { quantitiesOf } from '../../domain/record-count.ts';
import { progressAtHost, rowAtHost } from '../../outbox/standing.ts';
import type { AttentionReason, OutboxRecord, SaveFailure, Saved, Trouble } from '../../outbox/types.ts';
import type { DeviceContext } from './device-context.ts';
import { recordIn, rowOf, shownRow } from './records.ts';

export type RecordEffect = Extract<CountingEffect, { type: 'record' }>;
export type Events = readonly CountingEvent[];

/** What became of a count that needs more than a word to the form: what that is comes later. */
export type Unusual =
  | Extract<Saved, { where: 'attention' }>
  | Extract<SaveFailure, { kind: 'not-sent' | 'changed-here' }>
  /** It is saved, behind one that a person has to look at. */
  | {
      readonly ok: true;
      readonly where: 'behind';
      readonly record: OutboxRecord;
      readonly reason: AttentionReason;
      readonly saved: CountingEvent;
    };

export interface SavingContext extends DeviceContext {
  /** Where else the serial number of a count is counted, where it comes to a place of its own. Its code comes later; without it, the host alone says. */
  readonly elsewhere: (effect: RecordEffect) => Promise<readonly CountedSerial[]>;
  readonly unusual: (effect: RecordEffect, what: Unusual) => Promise<Events>;
}

/**
 * Saves a count, on this device or, where nothing is kept, at the host; and gives what became of it as the events
 * counting waits for. Never rejects.
 */
export async function save(context: SavingContext, effect: RecordEffect): Promise<Events> {
  const { listId, request, decidedOn, elsewhereToo } = effect;
  const { key, identity } = request;
  const { outbox } = context.work;
  if (request.mode === 'new' && outbox.pendingFor(listId, identity) === null) {
    // Confirmed before the host said what is there; it may stand on the screen all the same.
    const row = shownRow(context.state(), listId, identity);
    if (row !== null) return [{ type: 'counted-here', key, row, follows: null }];
  }
  if (identity.serial !== null && elsewhereToo !== true) {
    const places = await context.elsewhere(effect);
    if (places.length > 0) return [{ type: 'serial-elsewhere', key, places }];
  }
  const { base, ...known } = decidedOn;
  const decision = { ...known, quantities: quantitiesOf(base) };
  return eventsOf(context, effect, await outbox.confirm(listId, request, decision));
}

async function eventsOf(context: SavingContext, effect: RecordEffect, saved: Saved | SaveFailure): Promise<Events> {
  const { key } = effect.request;
  if (saved.ok) {
    switch (saved.where) {
      case 'device': {
        const record = await recordIn(context.work.outbox, saved.id);
        const event: CountingEvent = { type: 'saved', key, row: rowIn(record, context, effect) };
        if (record.fate.kind !== 'attention') return [event];
        const { reason } = record.fate;
        return context.unusual(effect, { ok: true, where: 'behind', record, reason, saved: event });
      }
      case 'host': {
        const { record } = saved;
        return [{ type: 'recorded', key, row: rowIn(record, context, effect), progress: progressAtHost(record) }];
      }
      case 'attention':
        return context.unusual(effect, saved);
    }
  }
  switch (saved.kind) {
    case 'quota':
    case 'no-storage':
      return [{ type: 'save-failed', key, problem: saved.kind === 'quota' ? 'full' : 'no-storage' }];
    case 'changed-here':
    case 'not-sent':
      return context.unusual(effect, saved);
    case 'no-answer':
      void saved.later
        .then(later => eventsOf(context, effect, later))
        .then(events => events.forEach(event => context.count(event)));
      return saved.trouble === 'storage'
        ? [{ type: 'save-failed', key, problem: 'no-answer' }]
        : [{ type: 'record-failed', key, failure: silence(saved.trouble) }];
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
