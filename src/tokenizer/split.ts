import { type CompiledRow, type CompiledTokenizer, NO_LIMIT } from './compile.ts';
import type { InvalidReason, Token } from './types.ts';

/*
 * Cuts a text into the values of a tokenizer's rows, in every way there is, the earliest cut first.
 *
 * A separator may stand inside a value (`A-01-02`), so each place it stands at is tried. The places a row is tried from
 * only move on, and what one of them reaches and a later one may reach again is the same: so for each row it is enough
 * to know up to where its ends were tried (`untried` is the next one), and which of them led to a split (`alive`). Each
 * character is looked at once for each row, whatever the text.
 *
 * What stands here, and those marks in the rows, is the state of the one search that runs: none is ever interrupted by
 * another, and so the usual text costs no allocation but its tokens. It is the module's, not each reader's: in a closure of
 * each reader, reading took some 3 % longer, and the entry became 44 bytes larger than it may be (gzip).
 */
let tokenizer: CompiledTokenizer;
let text: string;
let original: string;
let offset: number;
let count: number;
let most: number;
/** How many leading rows are left out. */
let missing: number;
/** For each place, where the digits end that begin there; filled from the end to `digitsFrom`. */
const digitsTo: number[] = [];
let digitsFrom: number;

/** Of the last text: full splits in front, then those without leading rows, fewest missing first. */
export const found: Token[][] = [];
/** Why there is no full one. */
export let reason: InvalidReason | undefined;

/**
 * Finds all splits, and says how many of `found` they are. `cut` is the text that was given, or that with some characters
 * read as others; values are cut from the one given, which stands at `start` in what was read.
 */
export function split(as: CompiledTokenizer, cut: string, given: string, start: number): number {
  tokenizer = as;
  text = cut;
  original = given;
  offset = start;
  count = 0;
  digitsFrom = digitsTo[cut.length] = cut.length;
  const { rows, leading, head } = as;
  // A label that can be read in nine ways is read in none. One place is kept for a split without leading rows, which is
  // likelier than an eighth full one.
  most = leading ? 7 : 8;
  for (missing = 0; missing <= leading && count < most; missing++) {
    for (let row = rows[missing]; row; row = row.next) {
      row.untried = row.failed = 0;
      if (row.alive.length > 0) row.alive = [];
    }
    walk(rows[missing], head.length);
    if (!missing) reason = count ? undefined : reasonOf();
    most = 8;
  }
  return count;
}

/** Gives the rows from this one on their values; whether there is a way. */
function walk(row: CompiledRow | undefined, start: number): boolean {
  if (!row) {
    found[count++] = tokens();
    return true;
  }
  const { separator, gap, next, isQuantity, alive } = row;
  const inText = text;
  const furthest = Math.min(start + row.length, row.isNumeric ? numberEnd(isQuantity, start) : inText.length);
  let some = false;
  let end = start + 1;
  if (!gap) {
    row.end = end = next ? start + row.length : Math.max(end, inText.length);
    // A quantity does not end with its point.
    some = end <= furthest && (!isQuantity || isDigit(end - 1)) && walk(next, end);
  } else {
    for (let index = 0; index < alive.length && count < most; index++) {
      row.end = alive[index] ?? 0;
      if (row.end >= end && row.end <= furthest) some = walk(next, row.end + gap) || some;
    }
    const code = separator.charCodeAt(0);
    const last = Math.min(furthest, inText.length - gap);
    end = Math.max(end, row.untried);
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
    row.untried = end;
  }
  if (!some) row.failed = start;
  return some;
}

/** Where the number ends that begins here. */
function numberEnd(isQuantity: boolean, start: number): number {
  while (digitsFrom > start) {
    digitsFrom--;
    digitsTo[digitsFrom] = isDigit(digitsFrom) ? (digitsTo[digitsFrom + 1] ?? 0) : digitsFrom;
  }
  const end = digitsTo[start] ?? 0;
  return isQuantity && end > start && (text[end] === '.' || text[end] === ',') ? (digitsTo[end + 1] ?? end) : end;
}

function isDigit(at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 47 && code < 58;
}

function tokens(): Token[] {
  const { rows } = tokenizer;
  const all = new Array<Token>(rows.length - missing);
  let index = 0;
  let from = tokenizer.head.length;
  for (let row = rows[missing]; row; row = row.next) {
    const { businessObject, property, role, source, end, gap, decimals } = row;
    const value = original.slice(from, end);
    const token = { businessObject, property, value, role, span: [offset + from, offset + end], source } as const;
    all[index++] = decimals ? { ...token, typed: { decimal: withPoint(value, decimals) } } : token;
    from = end + gap;
  }
  return all;
}

/** Digits with the point that a scale leaves out. */
function withPoint(digits: string, decimals: number): string {
  const all = digits.padStart(decimals + 1, '0');
  return `${all.slice(0, -decimals).replace(/^0+(?=\d)/, '')}.${all.slice(-decimals)}`;
}

/** Which rule the value breaks that the furthest attempt came to. */
function reasonOf(): InvalidReason | undefined {
  const row = tokenizer.rows.filter(each => each.failed).pop();
  if (!row) return undefined;
  const { sequence, length, separator, gap, next, failed: start } = row;
  const end = gap ? text.indexOf(separator, start + 1) : next ? start + length : text.length;
  const isEmpty = start >= text.length || (end < 0 && text.startsWith(separator, start));
  const last = end < 0 ? text.length : Math.min(end, text.length);
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
}
