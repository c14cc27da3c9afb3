import { identityKey } from '../../domain/count-identity.ts';
import type { CountRow } from '../../domain/inventory.ts';
import type { ListedRow } from '../../domain/listed-row.ts';
import { type RowQuery, rowFilter, rowOrder } from '../../domain/row-query.ts';
import type { Page } from '../../services/inventory-gateway.ts';
import type { RowsState } from '../state/session-state.ts';

/** Rows asked for anew; those shown stay until the others are there. */
export function asked(state: RowsState, query: RowQuery): RowsState {
  return { ...state, query, status: 'loading', failure: null };
}

/**
 * A page that came. The first one takes the place of `replaced`, the rows that were there when it was asked for: what was
 * recorded meanwhile stays, since the page may have been read before. A later one (`null`) is appended, without what is
 * there already.
 */
export function arrived(state: RowsState, page: Page<CountRow>, replaced: readonly CountRow[] | null): RowsState {
  const before = replaced === null ? state.atHost : [];
  const known = new Set(before.map(row => row.id));
  const atHost = [...before, ...page.items.filter(row => !known.has(row.id))];
  const shown: RowsState = { ...state, status: 'ready', failure: null, atHost, next: page.next };
  if (replaced === null) return shown;
  const old = new Set(replaced);
  return state.atHost.filter(row => !old.has(row)).reduceRight(withRecorded, shown);
}

const byLocation = rowOrder('location');

/** The row just recorded, at its place: on top of the newest, among the others where it belongs by location. */
export function withRecorded(state: RowsState, row: CountRow): RowsState {
  const others = state.atHost.filter(each => each.id !== row.id);
  if (!rowFilter(state.query)(row)) return { ...state, atHost: others };
  if (state.query.order === 'newest') return { ...state, atHost: [row, ...others] };
  const index = others.findIndex(each => byLocation(each, row) > 0);
  // Behind all that is loaded, while more is at the host: it will come with its page.
  if (index === -1 && state.next !== null) return { ...state, atHost: others };
  const at = index === -1 ? others.length : index;
  return { ...state, atHost: [...others.slice(0, at), row, ...others.slice(at)] };
}

/** What is shown: this device's own unfinished counts, latest first, each in the place of the host's row. */
export function withPending(state: RowsState, pending: readonly ListedRow[]): RowsState {
  if (pending.length === 0) return state.rows === state.atHost ? state : { ...state, rows: state.atHost };
  // Thousands may be pending, of which few are at the host already.
  const atHost = new Set(state.atHost.map(keyOf));
  const covered = new Set(atHost.size === 0 ? [] : pending.map(keyOf).filter(key => atHost.has(key)));
  const others: readonly ListedRow[] = state.atHost.filter(row => !covered.has(keyOf(row)));
  const rows = [...pending.filter(rowFilter(state.query)), ...others];
  if (state.query.order === 'location') rows.sort(byLocation);
  return { ...state, rows };
}

const keys = new WeakMap<CountRow, string>();

/** Rows are never changed, only replaced: their keys are made once. */
export function keyOf(row: CountRow): string {
  const known = keys.get(row);
  if (known !== undefined) return known;
  const key = identityKey(row);
  keys.set(row, key);
  return key;
}
