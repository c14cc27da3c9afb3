import type { Gs1Reason } from '../gs1-parser.ts';
import { CSET_82_CHARACTERS, DIGIT, firstOutside } from './character-sets.ts';
import { daysIn, fullYear, twoDigits } from './dates.ts';

/** Looks at a component whose characters are right already, `from` (included) to `to` (excluded). `null`: it holds. */
export type ValueRule = (text: string, from: number, to: number, currentYear: number) => Gs1Reason | null;

const ok = (holds: boolean, reason: Gs1Reason): Gs1Reason | null => (holds ? null : reason);
const oneOf =
  (allowed: string): ValueRule =>
  (text, from) =>
    ok(allowed.includes(text.charAt(from)), 'value');
const atMost =
  (limit: number, reason: Gs1Reason): ValueRule =>
  (text, from, to) =>
    ok(Number(text.slice(from, to)) <= limit, reason);
/** YYMMDD. */
const shortDate =
  (firstDay: 0 | 1): ValueRule =>
  (text, from, _, currentYear) =>
    ok(
      isDate(
        fullYear(twoDigits(text, from), currentYear),
        twoDigits(text, from + 2),
        twoDigits(text, from + 4),
        firstDay,
      ),
      'date',
    );

/** By the letters that the table of application identifiers uses. */
export const VALUE_RULES: Readonly<Record<string, ValueRule>> = {
  a: oneOf('0'),
  b: oneOf('01'),
  // ISO/IEC 5218: not known, male, female, not applicable.
  g: oneOf('0129'),
  // Winding direction of a roll: face out, face in, undefined.
  w: oneOf('019'),
  v: oneOf('-'),
  c: (text, from, to) => ok(hasCheckDigit(text, from, to), 'check-digit'),
  k: (text, from, to) => ok(hasCheckPair(text, from, to), 'check-digit'),
  d: shortDate(1),
  // Day 00: no day stated.
  e: shortDate(0),
  f: (text, from) =>
    ok(
      isDate(
        twoDigits(text, from) * 100 + twoDigits(text, from + 2),
        twoDigits(text, from + 4),
        twoDigits(text, from + 6),
        1,
      ),
      'date',
    ),
  t: (text, from) => ok(twoDigits(text, from) < 24 && twoDigits(text, from + 2) < 60, 'date'),
  h: atMost(23, 'date'),
  m: atMost(59, 'date'),
  s: atMost(59, 'date'),
  // A latitude or longitude in ten-millionths of a degree, counted from a pole or the date line.
  l: atMost(1_800_000_000, 'value'),
  u: atMost(3_600_000_000, 'value'),
  o: (text, from, to) => ok(Number(text.slice(from, to)) > 0, 'value'),
  j: (text, from) => ok(text.charAt(from) !== '0', 'value'),
  i: (text, from) => ok(twoDigits(text, from) > 0 && twoDigits(text, from) <= twoDigits(text, from + 2), 'value'),
  p: (text, from, to) => ok(isPercentEncoded(text, from, to), 'value'),
  q: (text, from) => ok(isPositionOfEnd(text, from), 'value'),
  r: (text, from, to) => ok(firstOutside(DIGIT, text, from, to) < to, 'value'),
};

function isDate(year: number, month: number, day: number, firstDay: 0 | 1): boolean {
  return month >= 1 && month <= 12 && day >= firstDay && day <= daysIn(year, month);
}

/** GS1's modulo 10: weights 3 and 1 in turn, from the right; the last digit is the check digit. */
export function hasCheckDigit(text: string, from: number, to: number): boolean {
  let sum = 0;
  let weight = 1;
  for (let at = to - 1; at >= from; at--) {
    sum += (text.charCodeAt(at) - 48) * weight;
    weight = 4 - weight;
  }
  return sum % 10 === 0;
}

/** The characters that GS1's pair of check characters is written with. */
const PAIR_CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Weights of the characters before the pair, from the right: the primes. */
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];

/** GS1's modulo 1021, 32. */
function hasCheckPair(text: string, from: number, to: number): boolean {
  const pair = to - 2;
  if (pair <= from) return false;
  let sum = 0;
  for (let at = pair - 1; at >= from; at--) {
    sum += CSET_82_CHARACTERS.indexOf(text.charAt(at)) * (PRIMES[pair - 1 - at] ?? 0);
  }
  sum %= 1021;
  return (
    text.charAt(pair) === PAIR_CHARACTERS.charAt(sum >> 5) && text.charAt(pair + 1) === PAIR_CHARACTERS.charAt(sum & 31)
  );
}

/** A `%` stands before two hexadecimal digits only. */
function isPercentEncoded(text: string, from: number, to: number): boolean {
  for (let at = text.indexOf('%', from); at !== -1 && at < to; at = text.indexOf('%', at + 3)) {
    if (at + 2 >= to || Number.isNaN(Number(`0x${text.slice(at + 1, at + 3)}`))) return false;
  }
  return true;
}

/** `2/3`: the second of three. */
function isPositionOfEnd(text: string, from: number): boolean {
  const position = text.charCodeAt(from) - 48;
  const end = text.charCodeAt(from + 2) - 48;
  return text.charAt(from + 1) === '/' && position > 0 && position <= end && end <= 9;
}
