import { identityKey } from './count-identity.ts';
import type { CountRow } from './inventory.ts';

/** Rows in their order. Never changed, only replaced; an array is one too. */
export interface Rows<Row extends CountRow = CountRow> extends Iterable<Row> {
  readonly length: number;
  at(index: number): Row | undefined;
  find(is: (row: Row) => boolean): Row | undefined;
}

type Page<Row> = readonly Row[];
type Order = (a: CountRow, b: CountRow) => number;

/** A page that grows beyond twice this is cut. */
const PAGE = 256;
/** So many are looked for one by one. */
const FEW = 16;

/**
 * Rows in pages, so that one row more costs the same in a list of a hundred and of a hundred thousand: a change makes the
 * page that it is in anew, and leaves the others.
 */
export class RowPages<Row extends CountRow = CountRow> implements Rows<Row> {
  readonly length: number;
  private readonly pages: readonly Page<Row>[];
  /** The index of the first row of each page. */
  private readonly starts: readonly number[];
  /** By id and by identity. Handed on to what a change leads to; made anew for who still asks what was before it. */
  private index: Index<Row> | null;

  private constructor(pages: readonly Page<Row>[], index: Index<Row> | null) {
    let length = 0;
    this.pages = pages.filter(page => page.length > 0);
    this.starts = this.pages.map(page => (length += page.length) - page.length);
    this.length = length;
    this.index = index;
  }

  static of<Row extends CountRow>(rows: Rows<Row>): RowPages<Row> {
    return rows instanceof RowPages ? (rows as RowPages<Row>) : new RowPages(cut([...rows]), null);
  }

  at(index: number): Row | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const page = firstWhere(this.starts, start => start > index) - 1;
    return this.pages[page]?.[index - (this.starts[page] ?? 0)];
  }

  find(is: (row: Row) => boolean): Row | undefined {
    for (const page of this.pages) {
      const found = page.find(is);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  *[Symbol.iterator](): Iterator<Row> {
    for (const page of this.pages) yield* page;
  }

  byId(id: string): Row | undefined {
    return this.indexed().ids.get(id);
  }

  /** `key`: as `identityKey` makes it. */
  byKey(key: string): Row | undefined {
    return this.indexed().keys.get(key);
  }

  /** Without these very rows; those that are not there change nothing. */
  without(gone: readonly Row[]): RowPages<Row> {
    if (gone.length === 0) return this;
    const set = new Set(gone);
    const isIn = (page: Page<Row>) =>
      gone.length <= FEW ? gone.some(row => page.includes(row)) : page.some(row => set.has(row));
    const pages = this.pages.map(page => (isIn(page) ? page.filter(row => !set.has(row)) : page));
    return new RowPages(pages, this.handOn(gone, []));
  }

  onTop(rows: readonly Row[]): RowPages<Row> {
    const [first = [], ...others] = this.pages;
    return this.with(rows, [...cut([...rows, ...first]), ...others]);
  }

  behind(rows: readonly Row[]): RowPages<Row> {
    return this.with(rows, [...this.pages, ...cut(rows)]);
  }

  /** With rows in an order that these are in as well: each behind all that are not after it. */
  merged(rows: readonly Row[], order: Order): RowPages<Row> {
    let placed = 0;
    const pages = this.pages.flatMap(page => {
      const last = page.at(-1);
      const from = placed;
      while (placed < rows.length && isAfter(last, rows[placed], order)) placed++;
      return from === placed ? [page] : cut(mergedPage(page, rows.slice(from, placed), order));
    });
    return this.with(rows, [...pages, ...cut(rows.slice(placed))]);
  }

  private with(rows: readonly Row[], pages: readonly Page<Row>[]): RowPages<Row> {
    return rows.length === 0 ? this : new RowPages(pages, this.handOn([], rows));
  }

  private indexed(): Index<Row> {
    this.index ??= indexOf(this);
    return this.index;
  }

  private handOn(gone: readonly Row[], more: readonly Row[]): Index<Row> | null {
    const { index } = this;
    this.index = null;
    if (index === null) return null;
    for (const row of gone) {
      if (index.ids.get(row.id) === row) index.ids.delete(row.id);
      if (index.keys.get(keyOf(row)) === row) index.keys.delete(keyOf(row));
    }
    for (const row of more) add(index, row);
    return index;
  }
}

interface Index<Row> {
  readonly ids: Map<string, Row>;
  readonly keys: Map<string, Row>;
}

function indexOf<Row extends CountRow>(rows: Iterable<Row>): Index<Row> {
  const index: Index<Row> = { ids: new Map(), keys: new Map() };
  for (const row of rows) add(index, row);
  return index;
}

function add<Row extends CountRow>({ ids, keys }: Index<Row>, row: Row): void {
  ids.set(row.id, row);
  keys.set(keyOf(row), row);
}

const known = new WeakMap<CountRow, string>();

/** The key of a row's identity. Rows are never changed, only replaced: it is made once. */
export function keyOf(row: CountRow): string {
  const key = known.get(row) ?? identityKey(row);
  known.set(row, key);
  return key;
}

function cut<Row>(rows: readonly Row[]): Page<Row>[] {
  if (rows.length <= 2 * PAGE) return [rows];
  return Array.from({ length: Math.ceil(rows.length / PAGE) }, (_, n) => rows.slice(n * PAGE, (n + 1) * PAGE));
}

function isAfter<Row extends CountRow>(one: Row | undefined, other: Row | undefined, order: Order): boolean {
  return one !== undefined && other !== undefined && order(one, other) > 0;
}

function mergedPage<Row extends CountRow>(page: Page<Row>, rows: readonly Row[], order: Order): Row[] {
  let next = 0;
  const merged: Row[] = [];
  for (const row of rows) {
    while (next < page.length && !isAfter(page[next], row, order)) merged.push(...page.slice(next, ++next));
    merged.push(row);
  }
  return [...merged, ...page.slice(next)];
}

/** The index of the first that is so, of which all behind it are; the length where there is none. */
function firstWhere(sorted: readonly number[], is: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle];
    if (value !== undefined && is(value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
