import type { TypedValue } from '../types.ts';
import { daysIn, fullYear, twoDigits } from './dates.ts';
import type { Definition } from './table.ts';

/** What a value that was checked means: a date, a decimal with its unit, or (`undefined`) nothing but its characters. */
export function typedValue(definition: Definition, value: string, currentYear: number): TypedValue | undefined {
  if (definition.unit !== null) return decimalOf(definition.unit, definition.decimals, value);
  return definition.yearDigits === 0 ? undefined : dateOf(definition, value, currentYear);
}

function decimalOf(unit: string, decimals: number, value: string): TypedValue {
  // ISO 4217 number of the currency, then the amount.
  if (unit === '$') return { decimal: shifted(value, 3, decimals), unit: value.slice(0, 3) };
  const decimal = shifted(value, 0, decimals);
  return unit === '' ? { decimal } : { decimal, unit };
}

/** Digits with the last ones as decimals: all of those, and no more zeros in front than one. */
function shifted(value: string, start: number, decimals: number): string {
  const last = value.length - 1;
  // Temperatures: a minus stands behind the number.
  if (value.charCodeAt(last) === 45) return `-${shifted(value.slice(0, last), start, decimals)}`;
  const point = value.length - decimals;
  if (point <= start) return `0.${value.slice(start).padStart(decimals, '0')}`;
  let from = start;
  while (from < point - 1 && value.charCodeAt(from) === 48) from++;
  return decimals === 0 ? value.slice(from) : `${value.slice(from, point)}.${value.slice(point)}`;
}

/** `undefined` for a period of two dates: it is none. */
function dateOf({ yearDigits, isPeriod }: Definition, value: string, currentYear: number): TypedValue | undefined {
  const ofDay = yearDigits + 4;
  if (isPeriod && value.length > ofDay) return undefined;
  const year = yearDigits === 2 ? fullYear(twoDigits(value, 0), currentYear) : value.slice(0, 4);
  const month = value.slice(yearDigits, yearDigits + 2);
  const isWholeMonth = twoDigits(value, yearDigits + 2) === 0;
  const day = isWholeMonth ? daysIn(Number(year), Number(month)) : value.slice(yearDigits + 2, ofDay);
  const date = `${year}-${month}-${day}`;
  if (value.length === ofDay) return { date };
  const minutes = value.slice(ofDay + 2, ofDay + 4) || '00';
  const seconds = value.slice(ofDay + 4);
  return { date: `${date}T${value.slice(ofDay, ofDay + 2)}:${minutes}${seconds && ':' + seconds}` };
}
