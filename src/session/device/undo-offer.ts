import type { CountRow } from '../../domain/inventory.ts';
import { isUnsent, rowAtHost } from '../../outbox/standing.ts';
import type { OutboxRecord } from '../../outbox/types.ts';
import { type DeviceContext, findRecord } from './device-context.ts';
import type { UndoState } from '../state/device-state.ts';

export type UndoOffer = ReturnType<typeof createUndoOffer>;

/** What can be undone, and in which way; `undo-flow.ts` does it. */
export function createUndoOffer(context: DeviceContext) {
  const show = (undo: UndoState | null) => {
    const before = context.state().undo;
    const isSame = before?.id === undo?.id && before?.way === undo?.way && before?.status === undo?.status;
    if (!isSame) context.set({ undo });
  };

  /** The last confirmation is this one from now on. */
  const confirmed = (id: string, row: CountRow) => show({ id, row, way: wayOf(find(id)), status: 'possible' });

  /** What can be done about it changes while it is sent. */
  const refresh = () => {
    const { undo } = context.state();
    if (undo === null || undo.status !== 'possible') return;
    const record = find(undo.id);
    show({ ...undo, way: wayOf(record), row: (record && rowAtHost(record)) ?? undo.row });
  };

  const find = (id: string) => findRecord(context.state().outbox, id);

  const wayOf = (record: OutboxRecord | null): UndoState['way'] => {
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

  return { confirmed, refresh, find, wayOf };
}
