import type { BarcodeReading } from './types.ts';

/*
 * The text that is read: what it is, and what of it is to be understood. It stands here and is handed to nobody, since no
 * read is ever interrupted by another.
 */
export let original: string;
export let text: string;
/** Where the text stands in the original. */
export let start: number;
export let aim: string | null;

/** Shared by all readings, so that nothing may be written into it. */
export const NONE: readonly never[] = Object.freeze([]);

/** Takes away what scanners and keyboards put around a code, and keeps a symbology identifier apart. */
export function clean(given: string, identifier: string): void {
  start = 0;
  let end = given.length;
  while (isAround(given.charCodeAt(start))) start++;
  while (end > start && isAround(given.charCodeAt(end - 1))) end--;
  const head = given[start] === ']' ? /^][A-Za-z]\w/.exec(given.slice(start, end))?.[0] : '';
  if (head && (!identifier || identifier === head)) {
    identifier = head;
    start += 3;
  }
  original = given;
  text = given.slice(start, end);
  aim = identifier || null;
}

/** NUL, TAB, LF, CR and blank: the bits 0, 9, 10, 13, and 32, which is 0 again where bits are shifted. */
function isAround(code: number): boolean {
  return code < 33 && ((0b10_0110_0000_0001 >> code) & 1) > 0;
}

/** A reading of that text, always of the same shape. */
export function reading(
  status: BarcodeReading['status'],
  kind: BarcodeReading['kind'],
  tokens: BarcodeReading['tokens'] = NONE,
  mainObject: BarcodeReading['mainObject'] = null,
  warnings: BarcodeReading['warnings'] = NONE,
  reason?: BarcodeReading['reason'],
  missing: BarcodeReading['missing'] = NONE,
  alternatives: BarcodeReading['alternatives'] = NONE,
): BarcodeReading {
  const found = { status, kind, text, aim, mainObject, tokens, missing, alternatives, warnings };
  return reason ? { ...found, reason } : found;
}
