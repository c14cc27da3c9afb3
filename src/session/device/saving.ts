import { filter, firstValueFrom, map } from 'rxjs';
import { type CountIdentity, identityKey } from '../../domain/count-identity.ts';
import type { CountingEffect, CountingEvent } from '../../domain/counting/events.ts';
import type { CountRow } from '../../domain/inventory.ts';
import { quantitiesOf } from '../../outbox/record.ts';
import type { CountContext, Outbox, OutboxRecord, Pending, SaveFailure } from '../../outbox/types.ts';
import { attentionEvent } from './attention.ts';
import { type DeviceContext, findRecord } from './device-context.ts';
import { rowOf } from '../list/pending-rows.ts';
import { keyOf } from '../list/shown-rows.ts';

type RecordEffect = Extract<CountingEffect, { type: 'record' }>;

/** Saves a count on this device, and gives what became of it as the events counting waits for. Never rejects. */
export async function save(context: DeviceContext, effect: RecordEffect): Promise<readonly CountingEvent[]> {
  const { listId, request, decidedOn } = effect;
  const { key, identity } = request;
  const { outbox } = context.work;
  if (request.mode === 'new' && outbox.pendingFor(listId, identity) === null) {
    // Confirmed before the host said what is there; it may stand on the screen all the same.
    const row = shownRow(context, listId, identity);
    if (row !== null) return [{ type: 'counted-here', key, row, follows: null }];
  }
  const known: CountContext = {
    item: decidedOn.item.item,
    variantDescription: decidedOn.item.variant?.description ?? null,
    locationDescription: decidedOn.locationDescription,
    base: quantitiesOf(decidedOn.base),
    follows: decidedOn.follows,
    device: context.device,
    confirmedAt: context.now(),
  };
  const saved = await outbox.confirm(listId, request, known);
  if (!saved.ok) return [notSaved(context, effect, saved)];
  const record = await recordIn(outbox, saved.id);
  const { row, progress } = record;
  // Only where nothing can be kept does it wait for the host, and say so.
  if (saved.where === 'host' && row !== null && progress !== null) {
    return [{ type: 'recorded', key, recorded: { row, progress } }];
  }
  const event: CountingEvent = { type: 'saved', key, row: row ?? rowOf(record, decidedOn.base, context.operator) };
  return record.reason === null ? [event] : [event, attentionEvent(record, record.reason)];
}

function notSaved(
  context: DeviceContext,
  { listId, request, decidedOn }: RecordEffect,
  failure: SaveFailure,
): CountingEvent {
  const { key, identity } = request;
  if (failure.kind !== 'changed-here') {
    return { type: 'save-failed', key, problem: failure.kind === 'quota' ? 'full' : 'no-storage' };
  }
  if (failure.pending !== null) {
    const row = rowAfter(context, failure.pending, decidedOn.base);
    return { type: 'counted-here', key, row, follows: failure.pending.tail };
  }
  // What it was decided on is not pending any more: the host's row is.
  const row = shownRow(context, listId, identity);
  return { type: 'record-failed', key, failure: { kind: 'changed-meanwhile', row } };
}

/** The record with this key, as soon as it is shown. */
export function recordIn(outbox: Outbox, id: string): Promise<OutboxRecord> {
  return firstValueFrom(
    outbox.state$.pipe(
      map(state => findRecord(state, id)),
      filter(record => record !== null),
    ),
  );
}

/** What a row will be when this device's own counts are at the host. */
export function rowAfter(context: DeviceContext, { records }: Pending, base: CountRow | null): CountRow {
  const last = records.at(-1);
  if (last === undefined) throw new RangeError('Nothing is pending');
  return rowOf(last, base, context.operator);
}

/** The counted row with this identity, among those that the host has answered for the screen. */
export function shownRow(context: DeviceContext, listId: string, identity: CountIdentity): CountRow | null {
  const { opened } = context.state();
  if (opened === null || opened.listId !== listId) return null;
  const key = identityKey(identity);
  return opened.rows.atHost.find(row => row.quantity !== null && keyOf(row) === key) ?? null;
}
