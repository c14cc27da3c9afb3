import type { CountedSerial } from '../domain/counted-serial.ts';
import { ltr, onceForEach } from './text.ts';

const moments = onceForEach(locale => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));

/** Where a serial number is counted, as a part of a sentence. `list`: the word for one. */
export function placesText(locale: string, list: string, places: readonly CountedSerial[]): string {
  const each = places.map(({ location, inventory, row, countedAt }) => {
    const when = countedAt === null ? '' : `, ${moments(locale).format(new Date(countedAt))}`;
    return `${ltr(location)} (${list} ${ltr(`${inventory} / ${row}`)}${when})`;
  });
  return each.join('; ');
}
