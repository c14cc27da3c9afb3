import type { CountRow } from '../domain/inventory.ts';
import type { Page, RowQuery } from '../services/inventory-gateway.ts';
import type { RowsState } from './session-state.ts';

export const NO_ROWS: RowsState = {
  query: { order: 'newest' },
  status: 'loading',
  failure: null,
  rows: [],
  next: null,
};

/** Rows asked for anew; those shown stay until the others are there. */
export function asked(state: RowsState, query: RowQuery): RowsState {
  return { ...state, query, status: 'loading', failure: null };
}

/** A page that came: the first one replaces what is shown, a later one is appended, without what is there already. */
export function arrived(state: RowsState, page: Page<CountRow>, isFirst: boolean): RowsState {
  const before = isFirst ? [] : state.rows;
  const known = new Set(before.map(row => row.id));
  const rows = [...before, ...page.items.filter(row => !known.has(row.id))];
  return { ...state, status: 'ready', failure: null, rows, next: page.next };
}

/** The row just recorded, at its place: on top of the newest, among the others where it belongs by location. */
export function withRecorded(state: RowsState, row: CountRow): RowsState {
  const others = state.rows.filter(each => each.id !== row.id);
  if (!shows(state.query, row)) return { ...state, rows: others };
  if (state.query.order === 'newest') return { ...state, rows: [row, ...others] };
  const index = others.findIndex(each => isAfter(each, row));
  // Behind all that is loaded, while more is at the host: it will come with its page.
  if (index === -1 && state.next !== null) return { ...state, rows: others };
  const at = index === -1 ? others.length : index;
  return { ...state, rows: [...others.slice(0, at), row, ...others.slice(at)] };
}

function shows({ status, text }: RowQuery, row: CountRow): boolean {
  if (status === 'expected') return false;
  if (text === undefined) return true;
  const wanted = text.trim().toLowerCase();
  return [row.itemCode, row.itemDescription, row.location, row.lot, row.serial].some(
    value => value?.toLowerCase().includes(wanted) === true,
  );
}

function isAfter(a: CountRow, b: CountRow): boolean {
  if (a.location !== b.location) return a.location > b.location;
  return a.rowNumber > b.rowNumber;
}
