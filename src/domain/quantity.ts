import { isEqual, product, quotient, rounded, shortest, sum } from './decimal.ts';
import type { AlternativeUnit, DecimalText, Item, Unit } from './inventory.ts';

/** Why a typed quantity can't be taken. Each has its own sentence on the screen. */
export type QuantityProblem =
  'empty' | 'not-a-number' | 'negative' | 'two-separators' | 'too-many-decimals' | 'too-large';

export type ParsedQuantity =
  { readonly ok: true; readonly value: DecimalText } | { readonly ok: false; readonly problem: QuantityProblem };

/** Digits before the separator. Beyond it a slip (a barcode typed as quantity) is likelier than stock. */
const MAX_INTEGER_DIGITS = 12;

const SEPARATORS = /[.,٫]/g;
const NUMBER = /^(\d*)(?:[.,٫](\d*))?$/;

/**
 * Reads what a person typed as a quantity in a unit with `decimals` digits behind the separator.
 *
 * `.`, `,` and `٫` are always the decimal separator and never grouping (rule 10): `1,234` is 1.234 where the unit has
 * three decimals and "too many decimals" elsewhere. Nothing is rounded, clamped or guessed.
 */
export function parseQuantity(text: string, decimals: number): ParsedQuantity {
  const typed = westernDigits(text.trim());
  if (typed === '') return problem('empty');
  if (/^[-−]\s*[\d.,٫]+$/.test(typed)) return problem('negative');
  if ((typed.match(SEPARATORS) ?? []).length > 1 && /^[\d.,٫]+$/.test(typed)) return problem('two-separators');
  const parts = NUMBER.exec(typed);
  if (!parts || !/\d/.test(typed)) return problem('not-a-number');
  const integer = (parts[1] ?? '').replace(/^0+(?=\d)/, '') || '0';
  const fraction = parts[2];
  if (integer.length > MAX_INTEGER_DIGITS) return problem('too-large');
  if (fraction !== undefined && (fraction.length > decimals || decimals === 0)) return problem('too-many-decimals');
  return { ok: true, value: rounded(`${integer}.${fraction ?? ''}`, decimals) };
}

/** Three characters and Enter within so many milliseconds were typed by nobody. */
const BURST_MS = 100;

/** `times`: of each key that typed a quantity, Enter at the end; in milliseconds. */
export function isBurst(times: readonly number[]): boolean {
  const [third] = times.slice(-4);
  return times.length >= 4 && third !== undefined && (times.at(-1) ?? 0) - third <= BURST_MS;
}

/** Whether a text can only be a number, as far as it is typed. */
export function isNumeral(text: string): boolean {
  const typed = westernDigits(text.trim());
  return /\d/.test(typed) && NUMBER.test(typed);
}

/**
 * A quantity with exactly the unit's decimals, `.` as separator. A host's value with more digits than its unit
 * allows is shown whole: what the data base holds is never rounded away for the eye.
 */
export function withUnitDecimals(value: DecimalText, unit: Unit): DecimalText {
  const inUnit = rounded(value, unit.decimals);
  return isEqual(value, inUnit) ? inUnit : shortest(value);
}

export function isZero(value: DecimalText): boolean {
  return isEqual(value, '0');
}

/** Whole steps up or down for the − and + keys; never below zero. */
export function step(value: DecimalText, by: 1 | -1, unit: Unit): DecimalText {
  const next = rounded(sum(value, String(by)), unit.decimals);
  return next.startsWith('-') ? rounded('0', unit.decimals) : next;
}

/** Converts a quantity in an alternative unit to the main unit, half up to the main unit's decimals (rule 5). */
export function toMainUnit(quantity: DecimalText, alternative: AlternativeUnit, main: Unit): DecimalText {
  const convert = alternative.operation === 'multiply' ? product : quotient;
  return convert(quantity, alternative.factor, main.decimals);
}

/** The unit a count of this item is entered in: its default WMS unit, else its main unit (rule 5). */
export function entryUnit(item: Item): Unit {
  return item.alternativeUnits.find(alternative => alternative.defaultWms)?.unit ?? item.unit;
}

/** The item's unit with this code: main or alternative. */
export function findUnit(item: Item, code: string): Unit | null {
  if (item.unit.code === code) return item.unit;
  return findAlternative(item, code)?.unit ?? null;
}

export function findAlternative(item: Item, code: string): AlternativeUnit | null {
  if (item.unit.code === code) return null;
  return item.alternativeUnits.find(alternative => alternative.unit.code === code) ?? null;
}

function problem(problem: QuantityProblem): ParsedQuantity {
  return { ok: false, problem };
}

/** Arabic-Indic and Persian digits, as an Arabic keyboard types them beside `٫`. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 0xf));
}
