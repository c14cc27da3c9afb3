import { identityKey } from '../../domain/count-identity.ts';
import type { CountRow } from '../../domain/inventory.ts';
import type { OutboxRecord } from '../../outbox/types.ts';
import type { DeviceContext } from './device-context.ts';
import { failureOf } from '../failures.ts';
import { openRecords } from '../../outbox/view.ts';

/** The history of one row: what the host keeps of it, and this device's own counts that are not, or not yet, in that. */
export function createHistoryFlow(context: DeviceContext) {
  /** This device's counts of the row; those the host tells of are told once. */
  const here = (row: CountRow, told: ReadonlySet<string | null>): readonly OutboxRecord[] => {
    const { outbox } = context.state();
    const key = identityKey(row);
    const is = (record: OutboxRecord) =>
      record.listId === row.listId && identityKey(record.request.identity) === key && !told.has(record.id);
    return [...openRecords(outbox), ...outbox.superseded, ...outbox.discarded, ...outbox.done]
      .filter(is)
      .sort((a, b) => b.seq - a.seq);
  };

  const show = async (rowId: string): Promise<void> => {
    const row = context.state().opened?.rows.rows.find(each => each.id === rowId);
    if (row === undefined) return;
    const { gateway } = context.work;
    const isAtHost = context.state().opened?.rows.atHost.find(each => each.id === rowId) !== undefined;
    const base = { row, failure: null, entries: [], more: false, here: here(row, new Set()) };
    if (!isAtHost || context.capabilities.history !== true || gateway.rowHistory === undefined) {
      context.set({ history: { ...base, status: 'here-only' } });
      return;
    }
    context.set({ history: { ...base, status: 'loading' } });
    const isStillShown = () => context.state().history?.row === row;
    try {
      const { entries, more } = await gateway.rowHistory(row.listId, rowId);
      if (!isStillShown()) return;
      const told = new Set(entries.map(entry => entry.key));
      context.set({ history: { ...base, status: 'ready', entries, more, here: here(row, told) } });
    } catch (error) {
      if (isStillShown()) context.set({ history: { ...base, status: 'failed', failure: failureOf(error) } });
    }
  };

  return { show };
}
