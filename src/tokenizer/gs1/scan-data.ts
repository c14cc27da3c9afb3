import type { Gs1Result } from '../gs1-parser.ts';
import { DIGIT, firstOutside } from './character-sets.ts';
import { type DigitalLinkOptions, isUri, readDigitalLink } from './digital-link.ts';
import { type ElementStringOptions, readElementString } from './element-string.ts';
import { failure } from './elements.ts';
import { hasCheckDigit } from './value-rules.ts';

const ELEMENT_STRING = 0;
const LINK_OR_TEXT = 1;

/**
 * What stands behind the identifiers (ISO/IEC 15424) of those symbologies that GS1 uses. More than `LINK_OR_TEXT`: an
 * EAN/UPC symbol of that many digits.
 */
const CARRIERS: Readonly<Record<string, number>> = {
  ']C1': ELEMENT_STRING,
  ']e0': ELEMENT_STRING,
  ']d2': ELEMENT_STRING,
  ']Q3': ELEMENT_STRING,
  ']J1': ELEMENT_STRING,
  ']Q1': LINK_OR_TEXT,
  ']d1': LINK_OR_TEXT,
  ']J0': LINK_OR_TEXT,
  ']E0': 13,
  ']E4': 8,
};

/** Between an EAN/UPC symbol and the composite component printed over it. */
const COMPOSITE = '|]e0';

/** Reads what a scanner transmits: three characters say which symbology it was, the data follows. */
export function readScanData(text: string, options: DigitalLinkOptions & ElementStringOptions): Gs1Result {
  const carrier = CARRIERS[text.slice(0, 3)];
  if (carrier === undefined) return failure('not-gs1', 0);
  if (carrier === ELEMENT_STRING) return readElementString(text, 3, options);
  const data = text.slice(3);
  if (carrier === LINK_OR_TEXT) return isUri(data) ? readDigitalLink(text, 3, options) : plain(data);

  const end = 3 + carrier;
  if (text.length < end) return failure('too-short', text.length);
  if (text.length > end && !text.startsWith(COMPOSITE, end)) return failure('too-long', end);
  const other = firstOutside(DIGIT, text, 3, end);
  if (other < end) return failure('character', other);
  if (!hasCheckDigit(text, 3, end)) return failure('check-digit', end - 1);
  const gtin = text.slice(3, end);
  return text.length === end
    ? plain(gtin)
    : { ...readElementString(text, end + COMPOSITE.length, options), plain: gtin };
}

function plain(data: string): Gs1Result {
  return { ok: true, elements: [], warnings: [], plain: data };
}
