import type { CountRequest } from '../../domain/count-request.ts';
import type { CountRow, ListProgress } from '../../domain/inventory.ts';
import type { UndoProblem } from '../../domain/offline-notice.ts';
import { quantitiesOf } from '../../domain/record-count.ts';
import { isUnsent, rowAtHost } from '../../outbox/standing.ts';
import type { OutboxRecord } from '../../outbox/types.ts';
import { OtherUserError } from '../../services/errors.ts';
import type { DeviceContext } from './device-context.ts';
import { findRecord } from './records.ts';
import { failureOf } from '../failures.ts';
import type { CountUndo, ParkedUndo, UndoState } from '../state/device-state.ts';
import { withRecorded, withoutRow } from '../list/shown-rows.ts';

interface Undoing {
  /** Whether the read was still parked. */
  readonly unpark: (parked: ParkedUndo) => boolean;
  /** How many of the counts that were discarded last stand as before. */
  readonly restore: () => Promise<number>;
}

/**
 * Takes back what was done last. A read that was parked is parked no more; what was discarded stands as before. Reverses the last confirmation in the opened list, and never erases it: what was not sent is taken back, and the
 * history keeps it; what the host has, the host takes back; where it can't, a Replace brings back what was there
 * before, if that is known.
 */
export function createUndoFlow(context: DeviceContext, { unpark, restore }: Undoing) {
  const { outbox } = context.work;
  /** The host is asked again under the same key, so that it undoes once. */
  const keys = new Map<string, string>();

  const find = (id: string) => findRecord(context.state().outbox, id);

  const wayOf = (record: OutboxRecord | null): CountUndo['way'] => {
    if (record === null) return null;
    if (isUnsent(record)) return 'withdraw';
    const { fate } = record;
    const isBefore = record.decidedOn.quantities !== null;
    // Perhaps it is applied already: what is behind it in order reverses it either way.
    if (fate.kind === 'sending' || fate.kind === 'unknown') return isBefore ? 'count-back' : null;
    if (fate.kind !== 'done' || fate.row === null) return null;
    if (context.capabilities.undo === true && context.work.gateway.undoCount !== undefined) return 'host';
    return isBefore ? 'count-back' : null;
  };

  /** What can be done about the last confirmation changes while it is sent. */
  const refresh = (): void => {
    const { undo: last } = context.state();
    if (last?.of !== 'count' || last.status !== 'possible') return;
    const record = find(last.id);
    const way = wayOf(record);
    const row = (record && rowAtHost(record)) ?? last.row;
    if (way !== last.way || row !== last.row) context.set({ undo: { ...last, way, row } });
  };

  /** `asked`: which confirmation was the last when undo was asked for. */
  const undo = async (asked: UndoState | null): Promise<void> => {
    const { undo: last, opened } = context.state();
    if (opened?.counting == null || last?.status === 'running') return;
    if (last?.id !== asked?.id) {
      // Another was confirmed while this code was on its way: which one is meant, only the operator knows.
      refuse({ kind: 'under-way' });
      return;
    }
    if (last?.of === 'parked') {
      takeBack(last);
      return;
    }
    if (last?.of === 'discarded') {
      context.set({ undo: { ...last, status: 'running' } });
      const counts = await restore();
      if (counts > 0) context.count({ type: 'undiscarded', counts });
      else refuse({ kind: 'changed' });
      return;
    }
    const record = last === null || last.status !== 'possible' ? null : find(last.id);
    if (last === null || record === null) {
      refuse({ kind: 'nothing' });
      return;
    }
    const { visit } = opened;
    context.set({ undo: { ...last, status: 'running' } });
    const problem = await reverse(record, visit);
    const after = context.state().undo;
    if (after?.of !== 'count' || after.id !== last.id) return;
    context.set({ undo: { ...after, status: problem === null ? 'undone' : 'possible' } });
    if (problem === null) {
      const { identity } = record.request;
      context.count({ type: 'undone', item: record.decidedOn.item.item.code, identity });
    } else refuse(problem);
  };

  const takeBack = (last: ParkedUndo): void => {
    if (last.status !== 'possible' || !unpark(last)) {
      refuse({ kind: 'nothing' });
      return;
    }
    context.set({ undo: { ...last, status: 'undone' } });
    context.count({ type: 'unparked', read: last.parked.read });
  };

  const refuse = (problem: UndoProblem) => context.count({ type: 'not-undone', problem });

  const reverse = async (record: OutboxRecord, visit: number): Promise<UndoProblem | null> => {
    switch (wayOf(record)) {
      case 'withdraw': {
        const result = await outbox.withdraw(record.id, context.operator.userName);
        return result.ok ? null : { kind: result.kind === 'in-flight' ? 'under-way' : 'changed' };
      }
      case 'host':
        return undoAtHost(record, visit);
      case 'count-back':
        return countBack(record);
      case null:
        return { kind: record.fate.kind === 'done' ? 'unknown-before' : 'under-way' };
    }
  };

  const undoAtHost = async (record: OutboxRecord, visit: number): Promise<UndoProblem | null> => {
    const { id, listId } = record;
    const press = context.press();
    const key = keys.get(id) ?? press.key;
    keys.set(id, key);
    const request = { ...press, key, undoes: id, baseVersion: rowAtHost(record)?.version ?? 0 };
    try {
      const undone = await context.work.gateway.undoCount?.(listId, request, context.operator.userName);
      void outbox.resolve(id, 'taken-back');
      if (undone !== undefined) atHost(visit, undone.row, undone.progress);
      return null;
    } catch (error) {
      if (error instanceof OtherUserError) return { kind: 'other-user' };
      const failure = failureOf(error);
      return failure.kind === 'changed-meanwhile' ? { kind: 'changed' } : { kind: 'failed', failure };
    }
  };

  const atHost = (visit: number, row: CountRow, progress: ListProgress | null) => {
    const { opened } = context.state();
    if (opened?.visit !== visit || opened.counting === null) return;
    // One that nobody has counted any more stands among those that are expected, or is gone.
    const rows = row.quantity === null ? withoutRow(opened.rows, row.id) : withRecorded(opened.rows, row);
    context.setOpened(visit, { rows });
    context.count({ type: 'at-host', key: '', row: null, progress });
  };

  const countBack = async (record: OutboxRecord): Promise<UndoProblem | null> => {
    const { decidedOn, request, listId, fate } = record;
    if (decidedOn.quantities === null) return { kind: 'unknown-before' };
    const { quantity, alternativeQuantity, alternativeUnit } = decidedOn.quantities;
    const entry =
      alternativeQuantity === null || alternativeUnit === null
        ? { quantity, unit: decidedOn.item.item.unit.code }
        : { quantity: alternativeQuantity, unit: alternativeUnit };
    const row = rowAtHost(record);
    const back: CountRequest = {
      ...context.press(),
      mode: 'replace',
      identity: request.identity,
      entry,
      baseVersion: row?.version ?? null,
      barcode: null,
    };
    const isDone = fate.kind === 'done';
    const on = { quantities: isDone ? quantitiesOf(row) : record.projected, follows: isDone ? null : record.id };
    const saved = await outbox.confirm(listId, back, { ...decidedOn, ...on });
    if (saved.ok) return saved.where === 'attention' ? { kind: 'changed' } : null;
    switch (saved.kind) {
      case 'changed-here':
        return { kind: 'changed' };
      case 'no-answer':
        return { kind: 'under-way' };
      case 'not-sent':
        await outbox.takeBack(saved.id);
        return { kind: 'failed', failure: { kind: 'signed-out' } };
      default:
        return { kind: 'failed', failure: { kind: 'host-error' } };
    }
  };

  return { undo, refresh };
}
