import type { TypedValue } from '../types.ts';
import { type CurrentYear, daysIn, fullYear } from './dates.ts';
import type { Definition } from './table.ts';

/** What a value that was checked means: a date, a decimal with its unit, or (`undefined`) nothing but its characters. */
export function typedValue(definition: Definition, value: string, currentYear: CurrentYear): TypedValue | undefined {
  if (definition.unit !== null) return decimalOf(definition.ai, definition.unit, value);
  if (definition.yearDigits === 0) return undefined;
  const date = dateOf(definition, value, currentYear);
  return date === undefined ? undefined : { date };
}

function decimalOf(ai: string, unit: string, value: string): TypedValue {
  // ISO 4217 number of the currency, then the amount.
  if (unit === '$') return { decimal: shifted(value.slice(3), decimalsOf(ai)), unit: value.slice(0, 3) };
  // Temperatures: a minus stands behind the number.
  const isNegative = value.endsWith('-');
  const decimal = shifted(isNegative ? value.slice(0, -1) : value, decimalsOf(ai));
  return { decimal: isNegative ? `-${decimal}` : decimal, ...(unit !== '' && { unit }) };
}

/** Hundredths for temperatures, whole ones for counts; the last digit says it for all others. */
function decimalsOf(ai: string): number {
  if (ai.length < 4) return 0;
  return ai.startsWith('4') ? 2 : ai.charCodeAt(3) - 48;
}

/** Digits with the last ones as decimals: all of those, and no more zeros in front than one. */
function shifted(digits: string, decimals: number): string {
  let from = 0;
  while (from < digits.length - decimals - 1 && digits.charCodeAt(from) === 48) from++;
  const point = digits.length - decimals;
  if (decimals === 0) return digits.slice(from);
  if (point <= 0) return `0.${digits.padStart(decimals, '0')}`;
  return `${digits.slice(from, point)}.${digits.slice(point)}`;
}

/** `undefined` for a span of two dates: it is none. */
function dateOf({ yearDigits, isPeriod }: Definition, value: string, currentYear: CurrentYear): string | undefined {
  const ofDay = yearDigits + 4;
  if (isPeriod && value.length > ofDay) return undefined;
  const stated = Number(value.slice(0, yearDigits));
  const year = yearDigits === 2 ? fullYear(stated, currentYear) : stated;
  const month = value.slice(yearDigits, yearDigits + 2);
  const day = value.slice(yearDigits + 2, ofDay);
  const date = `${String(year).padStart(4, '0')}-${month}-${day === '00' ? daysIn(year, Number(month)) : day}`;
  if (value.length === ofDay) return date;
  const [hours, minutes, seconds] = [0, 2, 4].map(at => value.slice(ofDay + at, ofDay + at + 2));
  return `${date}T${hours}:${minutes || '00'}${seconds ? `:${seconds}` : ''}`;
}
