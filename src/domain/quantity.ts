import Big from 'big.js';
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
  return { ok: true, value: new Big(`${integer}.${fraction || '0'}`).toFixed(decimals) };
}

/**
 * A quantity with exactly the unit's decimals, `.` as separator. A host's value with more digits than its unit
 * allows is shown whole: what the data base holds is never rounded away for the eye.
 */
export function withUnitDecimals(value: DecimalText, unit: Unit): DecimalText {
  const exact = new Big(value);
  const rounded = exact.toFixed(unit.decimals);
  return exact.eq(rounded) ? rounded : exact.toFixed();
}

export function sum(a: DecimalText, b: DecimalText): DecimalText {
  return new Big(a).plus(b).toFixed();
}

export function isEqual(a: DecimalText, b: DecimalText): boolean {
  return new Big(a).eq(b);
}

export function isZero(value: DecimalText): boolean {
  return new Big(value).eq(0);
}

/** Whole steps up or down for the − and + keys; never below zero. */
export function step(value: DecimalText, by: 1 | -1, unit: Unit): DecimalText {
  const next = new Big(value).plus(by);
  return (next.lt(0) ? new Big(0) : next).toFixed(unit.decimals);
}

/** Converts a quantity in an alternative unit to the main unit, half up to the main unit's decimals (rule 5). */
export function toMainUnit(quantity: DecimalText, alternative: AlternativeUnit, main: Unit): DecimalText {
  const entered = new Big(quantity);
  if (alternative.operation === 'multiply') {
    return entered.times(alternative.factor).round(main.decimals, Big.roundHalfUp).toFixed(main.decimals);
  }
  // Big divides to a fixed number of places; asking for the unit's own makes that one rounding, not two.
  const exact = Big();
  exact.DP = main.decimals;
  exact.RM = Big.roundHalfUp;
  return new exact(quantity).div(alternative.factor).toFixed(main.decimals);
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
