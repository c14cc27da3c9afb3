import type { BarcodeReading } from './types.ts';

/** A text as it was read, and what of it is to be understood. */
export interface Given {
  readonly original: string;
  readonly text: string;
  /** Where the text stands in the original. */
  readonly start: number;
  readonly aim: string | null;
}

/** Shared by all readings, so that nothing may be written into it. */
export const NONE: readonly never[] = Object.freeze([]);

/** Takes away what scanners and keyboards put around a code, and keeps a symbology identifier apart. */
export function clean(original: string, aim: string): Given {
  let start = 0;
  let end = original.length;
  while (isAround(original.charCodeAt(start))) start++;
  while (end > start && isAround(original.charCodeAt(end - 1))) end--;
  const head = original[start] === ']' ? /^][A-Za-z]\w/.exec(original.slice(start, end))?.[0] : '';
  if (head && (!aim || aim === head)) {
    aim = head;
    start += 3;
  }
  return { original, text: original.slice(start, end), start, aim: aim || null };
}

/** NUL, TAB, LF, CR and blank: the bits 0, 9, 10, 13, and 32, which is 0 again where bits are shifted. */
function isAround(code: number): boolean {
  return code < 33 && ((0b10_0110_0000_0001 >> code) & 1) === 1;
}

/** A reading, always of the same shape. */
export function reading(
  { text, aim }: Given,
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
