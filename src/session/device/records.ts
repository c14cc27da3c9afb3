import { filter, firstValueFrom, map } from 'rxjs';
import { type CountIdentity, identityKey } from '../../domain/count-identity.ts';
import type { CountRow, OperatorName } from '../../domain/inventory.ts';
import { projectedRow } from '../../domain/listed-row.ts';
import type { Outbox, OutboxRecord, OutboxState, Pending } from '../../outbox/types.ts';
import { openRecords } from '../../outbox/view.ts';
import type { InventarState } from '../state/session-state.ts';

/** The record that is, or became, the one with this key: a decision made anew gives it another. */
export function findRecord(outbox: OutboxState, id: string): OutboxRecord | null {
  const { done, superseded, discarded } = outbox;
  const is = (record: OutboxRecord) => record.id === id || record.previousIds.includes(id);
  for (const records of [openRecords(outbox), done, discarded, superseded]) {
    const found = records.find(is);
    if (found !== undefined) return found;
  }
  return null;
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

/** What one count leads to, as a row; on top of `base`, the host's, where that is known. */
export function rowOf(record: OutboxRecord, base: CountRow | null, operator: OperatorName | null): CountRow {
  return projectedRow(base, {
    id: `pending:${record.id}`,
    listId: record.listId,
    identity: record.request.identity,
    item: record.decidedOn.item.item,
    quantities: record.projected,
    countedAt: record.request.confirmedAt ?? null,
    operator,
  });
}

/** What a row will be when this device's own counts are at the host. */
export function rowAfter({ records }: Pending, base: CountRow | null, operator: OperatorName): CountRow {
  const last = records.at(-1);
  if (last === undefined) throw new RangeError('Nothing is pending');
  return rowOf(last, base, operator);
}

/** The counted row with this identity, among those that the host has answered for the screen. */
export function shownRow({ opened }: InventarState, listId: string, identity: CountIdentity): CountRow | null {
  if (opened?.listId !== listId) return null;
  const key = identityKey(identity);
  const is = (row: CountRow) => row.quantity !== null && row.itemCode === identity.itemCode && identityKey(row) === key;
  return opened.rows.atHost.find(is) ?? null;
}
