import type { CountRow, DecimalText, Unit } from '../../domain/inventory.ts';
import { withUnitDecimals } from '../../domain/quantity.ts';
import { inDigits, onceForEach } from '../../messages/text.ts';
import type { Presentation } from './contexts.ts';

/** A quantity with the unit's decimals and the language's decimal separator; no grouping, so that it can be typed. */
export function formatNumber(value: DecimalText, unit: Unit, locale: string): string {
  return inDigits(withUnitDecimals(value, unit), locale);
}

export function formatQuantity(value: DecimalText, unit: Unit, locale: string): string {
  return `${formatNumber(value, unit, locale)} ${unit.code}`;
}

/** What a row holds, as it was entered; with the main quantity where that is another one. */
export function formatRowQuantity(row: CountRow, locale: string): string | null {
  if (row.quantity === null) return null;
  const main = formatQuantity(row.quantity, row.unit, locale);
  if (row.alternativeUnit === null || row.alternativeQuantity === null) return main;
  return `${formatQuantity(row.alternativeQuantity, row.alternativeUnit, locale)} = ${main}`;
}

/**
 * `2026-11-22` with its month as a word: an expiry date of digits alone is read as another day in another country. A
 * calendar day, so no time zone moves it.
 */
export function formatDate(date: string, locale: string): string {
  return dayFormat(locale).format(new Date(`${date}T00:00:00Z`));
}

/** The time of day of a moment (ISO 8601, or milliseconds since 1970); with the day, where that is not today's. */
export function formatTime(moment: string | number, { locale, clock }: Pick<Presentation, 'locale' | 'clock'>): string {
  const at = new Date(moment);
  const sameDay = at.toDateString() === new Date(clock.now()).toDateString();
  return (sameDay ? timeFormat : momentFormat)(locale).format(at);
}

/** Who and when; each where it is known. */
export function byAt(
  name: string,
  moment: string | null,
  presentation: Pick<Presentation, 'locale' | 'clock'>,
): string {
  return [name, moment === null ? '' : formatTime(moment, presentation)].filter(part => part !== '').join(', ');
}

const dayFormat = onceForEach(locale => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }));
const timeFormat = onceForEach(locale => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
const momentFormat = onceForEach(
  locale => new Intl.DateTimeFormat(locale, { timeStyle: 'short', dateStyle: 'medium' }),
);
