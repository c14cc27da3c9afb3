import type { CountRow } from './inventory.ts';
import { compare, finder, naturalKey } from './text.ts';

/** Which rows of a list are asked for, and in which order. */
export interface RowQuery {
  readonly order: 'newest' | 'location';
  readonly status?: 'counted' | 'expected';
  /** A part of an item, location or lot code, of a serial number or of a description, as `fold` compares them. */
  readonly text?: string;
}

/** Whether a row is among those asked for. */
export function rowFilter({ status, text }: RowQuery): (row: CountRow) => boolean {
  const finds = text === undefined ? null : finder(text);
  return ({ quantity, itemCode, itemDescription, location, lot, serial }) =>
    (status === undefined || (quantity === null) === (status === 'expected')) &&
    (finds === null || finds([itemCode, itemDescription, location, lot, serial]));
}

/** Newest first: what was counted last, then what is expected, in the order of its rows. Or along the shelves, 2 before 10. */
export function rowOrder(order: RowQuery['order']): (a: CountRow, b: CountRow) => number {
  const keys = new Map<string, string>();
  const place = ({ location }: CountRow): string => {
    const key = keys.get(location) ?? naturalKey(location);
    keys.set(location, key);
    return key;
  };
  const byPlace =
    order === 'location'
      ? (a: CountRow, b: CountRow) => compare(place(a), place(b))
      : (a: CountRow, b: CountRow) => compare(countedAt(b), countedAt(a));
  return (a, b) => byPlace(a, b) || a.rowNumber - b.rowNumber;
}

/** Milliseconds since 1970, whatever the zone it is written in; before all others where it was not counted. */
function countedAt(row: CountRow): number {
  return row.countedAt === null ? -Infinity : Date.parse(row.countedAt);
}
