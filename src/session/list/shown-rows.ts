import type { CountRow } from '../../domain/inventory.ts';
import type { ListedRow } from '../../domain/listed-row.ts';
import { RowPages, type Rows, keyOf } from '../../domain/row-pages.ts';
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
export function arrived(state: RowsState, page: Page<CountRow>, replaced: Rows | null): RowsState {
  const before = RowPages.of(replaced === null ? state.atHost : []);
  const atHost = before.behind(page.items.filter(row => before.byId(row.id) === undefined));
  const shown: RowsState = { ...state, status: 'ready', failure: null, atHost, next: page.next };
  if (replaced === null || replaced === state.atHost) return shown;
  const old = new Set(replaced);
  return [...state.atHost].filter(row => !old.has(row)).reduceRight(withRecorded, shown);
}

const byLocation = rowOrder('location');

/** The row just recorded, at its place: on top of the newest, among the others where it belongs by location. */
export function withRecorded(state: RowsState, row: CountRow): RowsState {
  const { atHost: others } = withoutRow(state, row.id);
  if (!rowFilter(state.query)(row)) return { ...state, atHost: others };
  const pages = RowPages.of(others);
  if (state.query.order === 'newest') return { ...state, atHost: pages.onTop([row]) };
  const last = pages.at(pages.length - 1);
  // Behind all that is loaded, while more is at the host: it will come with its page.
  const isBehind = last === undefined || byLocation(last, row) <= 0;
  return { ...state, atHost: isBehind && state.next !== null ? pages : pages.merged([row], byLocation) };
}

export function withoutRow(state: RowsState, id: string): RowsState {
  const pages = RowPages.of(state.atHost);
  const row = pages.byId(id);
  return { ...state, atHost: row === undefined ? pages : pages.without([row]) };
}

/** What is shown, and of what it was made. */
export interface Shown {
  readonly atHost: Rows;
  readonly pending: readonly ListedRow[];
  readonly query: RowQuery;
  readonly rows: Rows<ListedRow>;
}

/**
 * This device's own unfinished counts, latest first, each in the place of the host's row. Where nothing but further ones
 * has come since `before`, only these are placed: a day offline leaves thousands.
 */
export function shownWith(atHost: Rows, pending: readonly ListedRow[], query: RowQuery, before: Shown | null): Shown {
  const made = { atHost, pending, query };
  const isSame = before !== null && before.atHost === atHost && before.query === query;
  const fresh = isSame ? pending.length - before.pending.length : -1;
  if (isSame && fresh >= 0 && before.pending.every((row, index) => row === pending[index + fresh])) {
    return { ...made, rows: placed(before.rows, pending.slice(0, fresh), atHost, query) };
  }
  return { ...made, rows: placed(atHost, pending, atHost, query) };
}

function placed(among: Rows<ListedRow>, pending: readonly ListedRow[], atHost: Rows, query: RowQuery): Rows<ListedRow> {
  if (pending.length === 0) return among;
  const host = RowPages.of(atHost);
  const others = RowPages.of(among).without(pending.flatMap(row => host.byKey(keyOf(row)) ?? []));
  const own = pending.filter(rowFilter(query));
  return query.order === 'newest' ? others.onTop(own) : others.merged(own.sort(byLocation), byLocation);
}
