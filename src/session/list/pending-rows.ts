import { identityKey } from '../../domain/count-identity.ts';
import type { CountRow, OperatorName } from '../../domain/inventory.ts';
import type { ListedRow } from '../../domain/listed-row.ts';
import { RowPages, type Rows } from '../../domain/row-pages.ts';
import type { OutboxRecord, OutboxState } from '../../outbox/types.ts';
import { openRecords } from '../../outbox/view.ts';
import { rowOf } from '../device/records.ts';

/** What was gone through last; `last` and `stopped` are by lane. */
interface Seen {
  readonly listId: string;
  readonly atHost: Rows;
  readonly records: readonly OutboxRecord[];
  readonly last: Map<string, OutboxRecord>;
  readonly stopped: Set<string>;
  readonly rows: readonly ListedRow[];
}

/**
 * The rows of one list that are not at the host as they are here, the latest first. A record is never changed, only
 * replaced, so that each row is made once, and after one more confirmation only that one is gone through: a day offline
 * leaves thousands of them.
 */
export function createPendingRows(operator: () => OperatorName | null) {
  const lanes = new WeakMap<OutboxRecord, string>();
  const rows = new WeakMap<OutboxRecord, { readonly base: CountRow | undefined; readonly row: ListedRow }>();
  const laneOf = (record: OutboxRecord): string => {
    const known = lanes.get(record);
    if (known !== undefined) return known;
    const lane = identityKey(record.request.identity);
    lanes.set(record, lane);
    return lane;
  };
  const listedOf = (record: OutboxRecord, base: CountRow | undefined, isStopped: boolean): ListedRow => {
    const pending = isStopped ? 'attention' : 'waiting';
    const known = rows.get(record);
    if (known !== undefined && known.base === base && known.row.pending === pending) return known.row;
    const row: ListedRow = { ...rowOf(record, base ?? null, operator()), pending };
    rows.set(record, { base, row });
    return row;
  };

  let seen: Seen | null = null;

  return (outbox: OutboxState, listId: string, atHost: Rows): readonly ListedRow[] => {
    const records = openRecords(outbox);
    const before =
      seen?.listId === listId && seen.atHost === atHost && isContinued(seen.records, records) ? seen : null;
    const last = before?.last ?? new Map<string, OutboxRecord>();
    const stopped = before?.stopped ?? new Set<string>();
    const fresh = records.slice(before?.records.length ?? 0).filter(record => record.listId === listId);
    let onlyNewLanes = true;
    for (const record of fresh) {
      const lane = laneOf(record);
      if (last.delete(lane)) onlyNewLanes = false;
      last.set(lane, record);
      if (record.fate.kind === 'attention') stopped.add(lane);
    }
    const host = RowPages.of(atHost);
    const listed = (record: OutboxRecord): ListedRow => {
      const lane = laneOf(record);
      return listedOf(record, host.byKey(lane), stopped.has(lane));
    };
    const rows =
      before !== null && onlyNewLanes
        ? [...fresh.map(listed).reverse(), ...before.rows]
        : [...last.values()].map(listed).reverse();
    seen = { listId, atHost, records, last, stopped, rows };
    return rows;
  };
}

function isContinued(before: readonly OutboxRecord[], now: readonly OutboxRecord[]): boolean {
  return before.length <= now.length && before.every((record, n) => record === now[n]);
}
