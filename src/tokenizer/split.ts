import { type CompiledRow, type CompiledTokenizer, NO_LIMIT } from './compile.ts';
import type { Given } from './given.ts';
import type { InvalidReason, Token } from './types.ts';

export interface Splitter {
  /** Of the last text: full splits in front, then those without leading rows, fewest missing first. */
  readonly found: Token[][];
  /** Why there is no full one. */
  readonly reason: () => InvalidReason | undefined;
  /**
   * Finds all splits, and says how many of `found` they are. `text` is the given one, or that with some characters read
   * as others; values are cut from the original.
   */
  readonly split: (tokenizer: CompiledTokenizer, text: string, given: Given) => number;
}

/**
 * Cuts a text into the values of a tokenizer's rows, in every way there is, the earliest cut first.
 *
 * A separator may stand inside a value (`A-01-02`), so each place it stands at is tried. The places a row is tried from
 * only move on, and what one of them reaches and a later one may reach again is the same: so for each row it is enough
 * to know how far its ends were looked at (`seen`), and which of them led to a split (`alive`). Each character is looked
 * at once for each row, whatever the text.
 *
 * The state of a search is kept between two of them, so that the usual text costs little more than its tokens.
 */
export function createSplitter(): Splitter {
  let tokenizer: CompiledTokenizer;
  let text = '';
  let original = '';
  let offset = 0;
  const found: Token[][] = [];
  let count = 0;
  let most = 0;
  let reason: InvalidReason | undefined;
  /** How many leading rows are left out. */
  let missing = 0;
  /** For each place, where the digits end that begin there; filled from the end to `digitsFrom`. */
  const digitsTo: number[] = [];
  let digitsFrom = 0;

  const search = (): void => {
    const first = tokenizer.rows[missing];
    for (let row = first; row; row = row.next) {
      row.seen = 0;
      row.failed = 0;
      if (row.alive.length > 0) row.alive = [];
    }
    walk(first, tokenizer.head.length);
  };

  /** Gives the rows from this one on their values; whether there is a way. */
  const walk = (row: CompiledRow | undefined, start: number): boolean => {
    if (!row) {
      found[count++] = tokens();
      return true;
    }
    const { separator, gap, next, isQuantity, alive } = row;
    const inText = text;
    const furthest = Math.min(start + row.length, row.isNumeric ? numberEnd(isQuantity, start) : inText.length);
    let some = false;
    let end = start + 1;
    if (gap === 0) {
      end = next ? start + row.length : Math.max(end, inText.length);
      row.end = end;
      // A quantity does not end with its point.
      some = end <= furthest && (!isQuantity || isDigit(end - 1)) && walk(next, end);
    } else {
      for (let index = 0; index < alive.length && count < most; index++) {
        row.end = alive[index] ?? 0;
        if (row.end >= end && row.end <= furthest) some = walk(next, row.end + gap) || some;
      }
      const code = separator.charCodeAt(0);
      const last = Math.min(furthest, inText.length - gap);
      end = Math.max(end, row.seen);
      for (; count < most; end++) {
        while (end <= last && inText.charCodeAt(end) !== code) end++;
        if (end > last) break;
        if ((gap > 1 && !inText.startsWith(separator, end)) || (isQuantity && !isDigit(end - 1))) continue;
        row.end = end;
        if (!walk(next, end + gap)) continue;
        some = true;
        // The first row is tried from one place only.
        if (start > tokenizer.head.length) alive.push(end);
      }
      row.seen = end;
    }
    if (!some) row.failed = start;
    return some;
  };

  /** Where the number ends that begins here. */
  const numberEnd = (isQuantity: boolean, start: number): number => {
    while (digitsFrom > start) {
      digitsFrom--;
      digitsTo[digitsFrom] = isDigit(digitsFrom) ? (digitsTo[digitsFrom + 1] ?? 0) : digitsFrom;
    }
    const end = digitsTo[start] ?? 0;
    return isQuantity && end > start && (text[end] === '.' || text[end] === ',') ? (digitsTo[end + 1] ?? end) : end;
  };

  const isDigit = (at: number): boolean => {
    const code = text.charCodeAt(at);
    return code > 47 && code < 58;
  };

  const tokens = (): Token[] => {
    const { rows, head } = tokenizer;
    const all = new Array<Token>(rows.length - missing);
    let start = offset + head.length;
    for (let index = missing, row = rows[index]; row; row = row.next) {
      const { businessObject, property, role, source } = row;
      const end = offset + row.end;
      const value = original.slice(start, end);
      all[index++ - missing] = { businessObject, property, value, role, span: [start, end], source };
      start = end + row.gap;
    }
    return all;
  };

  /** Which rule the value breaks that the furthest attempt came to. */
  const reasonOf = (): InvalidReason | undefined => {
    const row = tokenizer.rows.filter(each => each.failed > 0).pop();
    if (!row) return undefined;
    const { sequence, length, separator, gap, next, failed: start } = row;
    const end = gap > 0 ? text.indexOf(separator, start + 1) : next ? start + length : text.length;
    const isEmpty = start >= text.length || (end < 0 && text.startsWith(separator, start));
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
            : end > start + length
              ? 'too-long'
              : 'not-a-number',
      span: [offset + start, offset + (isEmpty ? start : last)],
      length: length === NO_LIMIT ? null : length,
      separator,
    };
  };

  return {
    found,
    reason: () => reason,
    split: (as, cut, { original: whole, start }) => {
      tokenizer = as;
      text = cut;
      original = whole;
      offset = start;
      count = missing = 0;
      digitsFrom = digitsTo[cut.length] = cut.length;
      const { leading } = as;
      // A label that can be read in nine ways is read in none. One place is kept for a split without leading rows, which
      // is likelier than an eighth full one.
      most = leading > 0 ? 7 : 8;
      search();
      reason = count > 0 ? undefined : reasonOf();
      most = 8;
      while (missing++ < leading && count < most) search();
      return count;
    },
  };
}
