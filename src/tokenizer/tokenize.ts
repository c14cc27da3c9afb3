import type { CompiledRow } from './compile.ts';

/** Where the values of one split stand: a start and an end for each row, from the first that is there. */
export type Split = readonly (readonly [start: number, end: number])[];

/** More would not be tried: a label that can be read in nine ways is read in none. */
export const MOST_SPLITS = 8;

/**
 * All ways to give each row a value out of `text` from `start` on, the earliest cut first, at most `MOST_SPLITS`.
 *
 * A separator may stand inside a value (`A-01-02`), so every place it stands at is tried. Places from which no split
 * is possible are remembered: the work is bounded by rows × places, whatever the text.
 */
export function splits(rows: readonly CompiledRow[], text: string, start: number): Split[] {
  const found: Split[] = [];
  const dead = new Set<number>();

  const from = (index: number, at: number, before: Split): boolean => {
    const row = rows[index];
    if (row === undefined) {
      found.push(before);
      return true;
    }
    const place = index * (text.length + 1) + at;
    if (dead.has(place)) return false;
    let some = false;
    for (const [end, next] of cuts(row, index === rows.length - 1, text, at)) {
      if (found.length >= MOST_SPLITS) return true;
      if (accepts(row, text.slice(at, end)) && from(index + 1, next, [...before, [at, end]])) some = true;
    }
    if (!some) dead.add(place);
    return some;
  };
  from(0, start, []);
  return found;
}

/** Where a row's value may end, and where the next one starts then. */
function* cuts(row: CompiledRow, isLast: boolean, text: string, at: number): Generator<readonly [number, number]> {
  if (isLast) {
    if (row.length === null || text.length - at <= row.length) yield [text.length, text.length];
    return;
  }
  if (row.separator === '') {
    const end = at + (row.length ?? 0);
    if (end <= text.length) yield [end, end];
    return;
  }
  const furthest = row.length === null ? text.length : at + row.length;
  for (
    let end = text.indexOf(row.separator, at);
    end !== -1 && end <= furthest;
    end = text.indexOf(row.separator, end + 1)
  ) {
    yield [end, end + row.separator.length];
  }
}

function accepts(row: CompiledRow, value: string): boolean {
  return value !== '' && (row.pattern === null || row.pattern.test(value));
}
