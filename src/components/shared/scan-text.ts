import type { Scan } from '../../scanner/scan.ts';
import type { Presentation } from './contexts.ts';
import type { PartPresentation } from './words-controller.ts';

/** What is said of a scan, beside its text. */

/** A code's text with its control characters made visible: GS as ␝. */
export function visible(text: string): string {
  return Array.from(text, char => {
    const code = char.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : char;
  }).join('');
}

/** When it came, how fast, and by which symbology identifier. */
export function details({ at, text, durationMs, aim }: Scan, presentation: PartPresentation<'scanners'>): string {
  const { part: t } = presentation;
  const pace = durationMs === undefined || text.length < 2 ? null : durationMs / (text.length - 1);
  return [
    clockTime(at, presentation),
    pace === null ? null : t.speed(inMilliseconds(pace, presentation.locale)),
    aim === undefined ? null : t.identifier(aim),
  ]
    .filter(part => part !== null)
    .join(' · ');
}

export function inMilliseconds(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

/** A moment of the page's own timeline as a time of day. */
export function clockTime(at: number, { locale }: Presentation): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(new Date(performance.timeOrigin + at));
}
