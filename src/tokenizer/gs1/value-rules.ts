import type { Gs1Reason } from '../gs1-parser.ts';
import { CSET_82, DIGIT, firstOutside } from './character-sets.ts';
import { daysIn, fullYear, twoDigits } from './dates.ts';

/** What a component must satisfy whose characters are right already. */
export interface ValueRule {
  readonly reason: Gs1Reason;
  /** The component stands in the text from `from` (included) to `to` (excluded). */
  readonly holds: Check;
}

type Check = (text: string, from: number, to: number, currentYear: number) => boolean;

const oneOf =
  (allowed: string): Check =>
  (text, from) =>
    allowed.includes(text.charAt(from));
const atMost =
  (limit: number): Check =>
  (text, from, to) =>
    Number(text.slice(from, to)) <= limit;
/** YYMMDD. */
const shortDate =
  (firstDay: 0 | 1): Check =>
  (text, from, _, currentYear) =>
    isDate(fullYear(twoDigits(text, from), currentYear), text, from + 2, firstDay);

const CHECKS: Readonly<Record<string, Check>> = {
  c: hasCheckDigit,
  k: hasCheckPair,
  d: shortDate(1),
  // Day 00: no day stated.
  e: shortDate(0),
  f: (text, from) => isDate(Number(text.slice(from, from + 4)), text, from + 4, 1),
  t: (text, from) => twoDigits(text, from) < 24 && twoDigits(text, from + 2) < 60,
  h: atMost(23),
  m: atMost(59),
  a: oneOf('0'),
  b: oneOf('01'),
  // ISO/IEC 5218: not known, male, female, not applicable.
  g: oneOf('0129'),
  // Winding direction of a roll: face out, face in, undefined.
  w: oneOf('019'),
  v: oneOf('-'),
  // A latitude, or a longitude, in ten-millionths of a degree from the south pole or the date line.
  l: atMost(1_800_000_000),
  u: atMost(3_600_000_000),
  o: (text, from, to) => Number(text.slice(from, to)) > 0,
  j: (text, from) => text.charAt(from) !== '0',
  i: (text, from) => twoDigits(text, from) > 0 && twoDigits(text, from) <= twoDigits(text, from + 2),
  // A `%` stands before two hexadecimal digits only.
  p: (text, from, to) => !/%(?![0-9A-Fa-f]{2})/.test(text.slice(from, to)),
  // `2/3`: the second of three.
  q: (text, from, to) => /^[1-9]\/[1-9]$/.test(text.slice(from, to)) && text.charAt(from) <= text.charAt(from + 2),
  r: (text, from, to) => firstOutside(DIGIT, text, from, to) < to,
};

/** The rule that a letter in the table of application identifiers stands for. */
export function valueRule(letter: string): ValueRule {
  const reason = 'ck'.includes(letter) ? 'check-digit' : 'defthm'.includes(letter) ? 'date' : 'value';
  return { reason, holds: CHECKS[letter] ?? oneOf('') };
}

/** `at`: where the month stands, two digits, and the day behind it. */
function isDate(year: number, text: string, at: number, firstDay: 0 | 1): boolean {
  const month = twoDigits(text, at);
  const day = twoDigits(text, at + 2);
  return month >= 1 && month <= 12 && day >= firstDay && day <= daysIn(year, month);
}

/** GS1's modulo 10: weights 1 and 3 in turn, from the right; the last digit is the check digit. */
export function hasCheckDigit(text: string, from: number, to: number): boolean {
  let single = 0;
  let triple = 0;
  let at = to;
  while (at - from > 1) {
    single += text.charCodeAt(--at) - 48;
    triple += text.charCodeAt(--at) - 48;
  }
  if (at > from) single += text.charCodeAt(from) - 48;
  return (single + 3 * triple) % 10 === 0;
}

/** The characters that GS1's pair of check characters is written with. */
const PAIR_CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Weights of the characters before the pair, from the right: the primes. */
const PRIMES: number[] = [];
for (let candidate = 2; PRIMES.length < 23; candidate++) {
  if (PRIMES.every(prime => candidate % prime !== 0)) PRIMES.push(candidate);
}

/** GS1's modulo 1021, 32. */
function hasCheckPair(text: string, from: number, to: number): boolean {
  const pair = to - 2;
  if (pair <= from) return false;
  let sum = 0;
  for (let at = pair - 1; at >= from; at--) {
    sum += CSET_82.indexOf(text.charAt(at)) * (PRIMES[pair - 1 - at] ?? 0);
  }
  sum %= 1021;
  return text.slice(pair, to) === PAIR_CHARACTERS.charAt(sum >> 5) + PAIR_CHARACTERS.charAt(sum & 31);
}
