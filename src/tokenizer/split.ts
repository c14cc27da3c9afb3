import { type CompiledRow, type CompiledTokenizer, NO_LIMIT } from './compile.ts';
import type { Given } from './given.ts';
import type { InvalidReason, Token } from './types.ts';

/** More would not be tried: a label that can be read in nine ways is read in none. */
const MOST_SPLITS = 8;

/** All splits of one text: full ones in front, then those without leading rows, fewest missing first. */
export interface Splits {
  readonly all: Token[][];
  /** How many of them are full. */
  readonly full: number;
  /** How many leading rows the first one leaves out. */
  readonly skipped: number;
  /** Why there is no full one. */
  readonly reason: InvalidReason | undefined;
}

/** `text` is the given one, or that with some characters read as others; values are cut from the original. */
export type Splitter = (tokenizer: CompiledTokenizer, text: string, given: Given) => Splits;

/**
 * Cuts a text into the values of a tokenizer's rows, in every way there is, the earliest cut first.
 *
 * A separator may stand inside a value (`A-01-02`), so each place it stands at is tried. Row by row forward: where may
 * the next value start, of all places where this one may? Then backward: which of those lead to the end? What is left
 * holds nothing but splits. Each character is looked at once for each row, however many ways there are.
 *
 * The state of a search is kept between two of them, so that the usual text costs no allocation but its tokens.
 */
export function createSplitter(): Splitter {
  let tokenizer: CompiledTokenizer;
  let rows: readonly CompiledRow[] = [];
  let text = '';
  let original = '';
  let offset = 0;
  let found: Token[][] = [];
  let most = 0;
  /** The first row that is there. */
  let first = 0;
  /** For each row, and behind the last: where its value may start, ascending; only so many of them as `counts` says. */
  const starts: number[][] = [];
  const counts: number[] = [];
  /** Where each row's value ends, in the split at hand. */
  const ends: number[] = [];
  /** Where the separator stands that was looked for last. */
  const cuts: number[] = [];
  let cutBy = '';
  /** The digits looked at last, and where a number with decimals ends that begins with them. */
  let digitsFrom = 0;
  let digitsTo = 0;
  let numberTo = 0;

  /** Finds all splits that begin with this row. Where there are none, gives the row that no value was found for. */
  const search = (from: number): CompiledRow | undefined => {
    first = from;
    const start = tokenizer.head.length;
    starts[from] = [start];
    counts[from] = 1;
    for (let index = from; index < rows.length; index++) if (findNext(index) === 0) return rows[index];
    for (let index = rows.length; index-- > from;) keepUseful(index);
    collect(from, start);
    return undefined;
  };

  /** Where the values behind this row's may start, and how many such places there are. */
  const findNext = (index: number): number => {
    const row = rows[index];
    const here = starts[index];
    const next = (starts[index + 1] ??= []);
    if (!row || !here) return 0;
    const { separator, gap, isQuantity } = row;
    if (gap > 0 && separator !== cutBy) findCuts(separator);
    let place = 0;
    let count = 0;
    for (let which = 0; which < (counts[index] ?? 0); which++) {
      const start = here[which] ?? 0;
      const nearest = nearestEnd(row, start);
      const furthest = furthestEnd(row, start);
      for (;;) {
        const end = gap > 0 ? (cuts[place] ?? NO_LIMIT) : Math.max(place, nearest);
        if (end > furthest) break;
        // A quantity does not end with its point.
        if (end >= nearest && (!isQuantity || isDigit(end - 1))) next[count++] = end + gap;
        place = gap > 0 ? place + 1 : end + 1;
      }
    }
    return (counts[index + 1] = count);
  };

  const findCuts = (separator: string): void => {
    cutBy = separator;
    let count = 0;
    for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) cuts[count++] = at;
    cuts[count] = NO_LIMIT;
  };

  /** Leaves the places from which a value leads to one that is left for the next row. */
  const keepUseful = (index: number): void => {
    const row = rows[index];
    const here = starts[index];
    const next = starts[index + 1];
    if (!row || !here || !next) return;
    next[counts[index + 1] ?? 0] = NO_LIMIT;
    let kept = 0;
    let place = 0;
    for (let which = 0; which < (counts[index] ?? 0); which++) {
      const start = here[which] ?? 0;
      while ((next[place] ?? NO_LIMIT) < nearestEnd(row, start) + row.gap) place++;
      if ((next[place] ?? NO_LIMIT) <= furthestEnd(row, start) + row.gap) here[kept++] = start;
    }
    counts[index] = kept;
  };

  /** Takes all ways from this row on. */
  const collect = (index: number, start: number): void => {
    const row = rows[index];
    if (!row) {
      found.push(tokens());
      return;
    }
    const nearest = nearestEnd(row, start);
    const furthest = furthestEnd(row, start);
    for (let which = 0; which < (counts[index + 1] ?? 0) && found.length < most; which++) {
      const next = starts[index + 1]?.[which] ?? 0;
      const end = next - row.gap;
      if (end > furthest) return;
      if (end < nearest) continue;
      ends[index] = end;
      collect(index + 1, next);
    }
  };

  /** Where a row's value ends at the earliest; without a separator it ends nowhere else. */
  const nearestEnd = ({ gap, isLast, length }: CompiledRow, start: number): number =>
    gap > 0 ? start + 1 : isLast ? Math.max(start + 1, text.length) : start + length;

  /** How far a row's value may reach: its length, and what it may consist of. */
  const furthestEnd = ({ isNumeric, isQuantity, length }: CompiledRow, start: number): number =>
    Math.min(start + length, isNumeric ? numberEnd(isQuantity, start) : text.length);

  const numberEnd = (withDecimals: boolean, at: number): number => {
    if (at < digitsFrom || at >= digitsTo) {
      digitsFrom = at;
      digitsTo = numberTo = afterDigits(at);
      const point = text.charCodeAt(digitsTo);
      if (digitsTo > at && (point === 44 || point === 46)) {
        const end = afterDigits(digitsTo + 1);
        if (end > digitsTo + 1) numberTo = end;
      }
    }
    return withDecimals ? numberTo : digitsTo;
  };

  const afterDigits = (at: number): number => {
    while (isDigit(at)) at++;
    return at;
  };
  const isDigit = (at: number): boolean => {
    const code = text.charCodeAt(at);
    return code > 47 && code < 58;
  };

  const tokens = (): Token[] => {
    const all: Token[] = [];
    let start = offset + tokenizer.head.length;
    for (let index = first; index < rows.length; index++) {
      const row = rows[index];
      if (!row) break;
      const { businessObject, property, role, source } = row;
      const end = offset + (ends[index] ?? 0);
      all.push({ businessObject, property, value: original.slice(start, end), role, span: [start, end], source });
      start = end + row.gap;
    }
    return all;
  };

  /** Which rule the value breaks that the furthest attempt came to. */
  const reasonOf = ({ sequence, length, separator, gap, isLast, isQuantity }: CompiledRow): InvalidReason => {
    const failed = rows.findIndex(row => row.sequence === sequence);
    const at = starts[failed]?.[(counts[failed] ?? 0) - 1] ?? 0;
    const end = gap > 0 ? text.indexOf(separator, at + 1) : isLast ? text.length : at + length;
    const isEmpty = at >= text.length || (end < 0 && text.startsWith(separator, at));
    const last = end < 0 || end > text.length ? text.length : end;
    return {
      kind: 'tokenizer',
      tokenizer: tokenizer.code,
      sequence,
      rule: isEmpty
        ? 'empty'
        : end < 0
          ? 'no-separator'
          : end > last
            ? 'too-short'
            : end > at + length
              ? 'too-long'
              : isQuantity
                ? 'not-a-quantity'
                : 'not-digits',
      span: [offset + at, offset + (isEmpty ? at : last)],
      length: length === NO_LIMIT ? null : length,
      separator,
    };
  };

  return (as, cut, { original: whole, start }) => {
    tokenizer = as;
    text = cut;
    original = whole;
    offset = start;
    ({ rows } = tokenizer);
    const { leading } = tokenizer;
    found = [];
    // One place is kept for a split without leading rows, which is likelier than an eighth full one.
    most = leading === 0 ? MOST_SPLITS : MOST_SPLITS - 1;
    cutBy = '';
    digitsFrom = digitsTo = 0;
    const failed = search(0);
    const reason = failed && reasonOf(failed);
    const full = found.length;
    most = MOST_SPLITS;
    let skipped = 0;
    for (let missing = 1; missing <= leading && found.length < most; missing++) {
      search(missing);
      if (found.length > 0 && full === 0 && skipped === 0) skipped = missing;
    }
    return { all: found, full, skipped, reason };
  };
}
