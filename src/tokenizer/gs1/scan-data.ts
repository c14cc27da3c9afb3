import type { Gs1Result } from '../gs1-parser.ts';
import { DIGIT, firstOutside } from './character-sets.ts';
import { isUri } from './digital-link.ts';
import { failure } from './elements.ts';
import { placedBack } from './separator-aliases.ts';
import { hasCheckDigit } from './value-rules.ts';

/** What a symbology identifier says of the data behind it. */
type Carrier = 'element-string' | 'may-be-link' | 13 | 8;

/** ISO/IEC 15424: those of the symbologies that GS1 uses. A number: an EAN/UPC symbol of that many digits. */
const CARRIERS: ReadonlyMap<string, Carrier> = new Map<string, Carrier>([
  [']C1', 'element-string'],
  [']e0', 'element-string'],
  [']d2', 'element-string'],
  [']Q3', 'element-string'],
  [']J1', 'element-string'],
  [']Q1', 'may-be-link'],
  [']d1', 'may-be-link'],
  [']J0', 'may-be-link'],
  [']E0', 13],
  [']E4', 8],
]);

/** Between an EAN/UPC symbol and the composite component printed over it. */
const COMPOSITE = '|]e0';

export interface Readers {
  /** Reads what stands in the text from a place on. */
  readonly elementString: (text: string, from: number) => Gs1Result;
  readonly digitalLink: (uri: string) => Gs1Result;
}

/** Reads what a scanner transmits: three characters say which symbology it was, the data follows. */
export function readScanData(text: string, { elementString, digitalLink }: Readers): Gs1Result {
  const carrier = CARRIERS.get(text.slice(0, 3));
  if (carrier === undefined) return failure('not-gs1', 0);
  if (carrier === 'element-string') return elementString(text, 3);
  const data = text.slice(3);
  if (carrier === 'may-be-link') return isUri(data) ? placedBack(digitalLink(data), at => at + 3) : plain(data);

  const end = 3 + carrier;
  if (text.length < end) return failure('too-short', text.length);
  if (text.length > end && !text.startsWith(COMPOSITE, end)) return failure('too-long', end);
  const other = firstOutside(DIGIT, text, 3, end);
  if (other < end) return failure('character', other);
  if (!hasCheckDigit(text, 3, end)) return failure('check-digit', end - 1);
  const gtin = text.slice(3, end);
  return text.length === end ? plain(gtin) : { ...elementString(text, end + COMPOSITE.length), plain: gtin };
}

function plain(data: string): Gs1Result {
  return { ok: true, elements: [], warnings: [], plain: data };
}
