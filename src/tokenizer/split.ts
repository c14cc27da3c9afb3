import { type CompiledRow, type CompiledTokenizer, NO_LIMIT } from './compile.ts';
import type { Given } from './given.ts';
import type { InvalidReason, Token } from './types.ts';

/**
 * All splits of a text: full ones in front, then those without leading rows, fewest missing first; and why there is no
 * full one. `text` is the given one, or that with some characters read as others; values are cut from the original.
 */
export type Splitter = (
  tokenizer: CompiledTokenizer,
  text: string,
  given: Given,
) => { readonly found: Token[][]; readonly reason: InvalidReason | undefined };

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
  let found: Token[][] = [];
  let most = 0;
  /** The first row that is there. */
  let first: CompiledRow | undefined;
  /** For each place, where the digits end that begin there; filled once a row asks. */
  const digitsTo: number[] = [];
  let hasDigits = false;

  const search = (from: CompiledRow | undefined): void => {
    first = from;
    for (let row = from; row; row = row.next) {
      row.seen = 0;
      row.alive = [];
      row.failed = 0;
    }
    walk(from, tokenizer.head.length);
  };

  /** Gives the rows from this one on their values; whether there is a way. */
  const walk = (row: CompiledRow | undefined, start: number): boolean => {
    if (!row) return found.push(tokens()) > 0;
    const { separator, gap, next, isQuantity, alive } = row;
    const code = separator.charCodeAt(0);
    const nearest = gap > 0 ? start + 1 : next ? start + row.length : Math.max(start + 1, text.length);
    const furthest = Math.min(start + row.length, row.isNumeric ? numberEnd(isQuantity, start) : text.length);
    let some = false;
    for (const end of alive) {
      if (end < nearest || end > furthest || found.length === most) continue;
      row.end = end;
      some = walk(next, end + gap) || some;
    }
    for (let end = Math.max(nearest, row.seen + 1); end <= furthest && found.length < most; end++) {
      row.seen = end;
      if (gap > 0 && (text.charCodeAt(end) !== code || (gap > 1 && !text.startsWith(separator, end)))) continue;
      // A quantity does not end with its point.
      if (isQuantity && !isDigit(end - 1)) continue;
      row.end = end;
      if (!walk(next, end + gap)) continue;
      some = true;
      alive.push(end);
    }
    if (!some) row.failed = start;
    return some;
  };

  /** Where the number ends that begins here. */
  const numberEnd = (isQuantity: boolean, start: number): number => {
    if (!hasDigits) for (let at = text.length; at >= 0; at--) digitsTo[at] = isDigit(at) ? (digitsTo[at + 1] ?? 0) : at;
    hasDigits = true;
    const end = digitsTo[start] ?? 0;
    return isQuantity && end > start && (text[end] === '.' || text[end] === ',') ? (digitsTo[end + 1] ?? end) : end;
  };

  const isDigit = (at: number): boolean => {
    const code = text.charCodeAt(at);
    return code > 47 && code < 58;
  };

  const tokens = (): Token[] => {
    const all: Token[] = [];
    let start = offset + tokenizer.head.length;
    for (let row = first; row; row = row.next) {
      const { businessObject, property, role, source } = row;
      const end = offset + row.end;
      all.push({ businessObject, property, value: original.slice(start, end), role, span: [start, end], source });
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

  return (as, cut, { original: whole, start }) => {
    tokenizer = as;
    text = cut;
    original = whole;
    offset = start;
    found = [];
    hasDigits = false;
    const { rows, leading } = as;
    // A label that can be read in nine ways is read in none. One place is kept for a split without leading rows, which is
    // likelier than an eighth full one.
    most = leading > 0 ? 7 : 8;
    search(rows[0]);
    const reason = found.length > 0 ? undefined : reasonOf();
    most = 8;
    for (let missing = 1; missing <= leading && found.length < most; missing++) search(rows[missing]);
    return { found, reason };
  };
}
