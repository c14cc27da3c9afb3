/**
 * Exact arithmetic on decimal texts, in whole numbers of their last place. A half is rounded away from zero. Throws
 * SyntaxError where a text is no number, RangeError where one is divided by zero.
 */
import type { DecimalText } from './inventory.ts';

/** 12.5 is 125 with one place. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** A host's own gateway may write a very small number with an exponent; one of more than two digits is no quantity. */
const NUMBER = /^-?(\d+\.?\d*|\.\d+)(?:e([+-]?\d\d?))?$/i;

function decimal(text: DecimalText): Decimal {
  const [, mantissa = '', exponent = '0'] = NUMBER.exec(text) ?? [];
  if (mantissa === '') throw new SyntaxError(`${text} is not a number`);
  const digits = BigInt(mantissa.replace('.', '')) * (text.startsWith('-') ? -1n : 1n);
  const places = mantissa.split('.').slice(1).join('').length - Number(exponent);
  return places < 0 ? { digits: digits * power(-places), places: 0 } : { digits, places };
}

export function sum(a: DecimalText, b: DecimalText): DecimalText {
  const [x, y] = [decimal(a), decimal(b)];
  const places = Math.max(x.places, y.places);
  return shortest(written(digitsAt(x, places) + digitsAt(y, places), places));
}

/** Without zeros at its end, and without an exponent. */
export function shortest(text: DecimalText): DecimalText {
  const { digits, places } = decimal(text);
  const plain = written(digits, places);
  return places === 0 ? plain : plain.replace(/\.?0+$/, '');
}

export function isEqual(a: DecimalText, b: DecimalText): boolean {
  return shortest(a) === shortest(b);
}

/** Rounded once, to so many places; likewise below. */
export function product(a: DecimalText, b: DecimalText, places: number): DecimalText {
  const [x, y] = [decimal(a), decimal(b)];
  return written(digitsAt({ digits: x.digits * y.digits, places: x.places + y.places }, places), places);
}

export function quotient(a: DecimalText, b: DecimalText, places: number): DecimalText {
  const [x, y] = [decimal(a), decimal(b)];
  return written(divided(x.digits * power(y.places + places), y.digits * power(x.places)), places);
}

export function rounded(text: DecimalText, places: number): DecimalText {
  return written(digitsAt(decimal(text), places), places);
}

function digitsAt({ digits, places }: Decimal, wanted: number): bigint {
  return wanted < places ? divided(digits, power(places - wanted)) : digits * power(wanted - places);
}

function divided(a: bigint, b: bigint): bigint {
  const half = a < 0n === b < 0n ? b : -b;
  return (2n * a + half) / (2n * b);
}

function power(of: number): bigint {
  return 10n ** BigInt(of);
}

function written(digits: bigint, places: number): DecimalText {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  const whole = (digits < 0n ? '-' : '') + text.slice(0, text.length - places);
  return places === 0 ? whole : `${whole}.${text.slice(-places)}`;
}
