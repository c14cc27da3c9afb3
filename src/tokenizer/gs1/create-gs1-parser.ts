import type { Gs1Parser } from '../gs1-parser.ts';
import { readBracketed } from './bracketed.ts';
import { readDigitalLink } from './digital-link.ts';
import { readElementString } from './element-string.ts';
import { readScanData } from './scan-data.ts';
import { type Gs1Mapping, tokensBy } from './tokens.ts';

export interface Gs1ParserOptions {
  /** What an element is to the host: `{ '01': { businessObject: 'FSItem', property: 'Barcode' } }`. */
  readonly mapping?: Gs1Mapping;
  /**
   * What stands for FNC1 in a text that has no GS (`\x1D`) in it: how some scanners and printers write it. By default
   * `<GS>`, `{GS}`, `\x1D` written out, and U+241D. A word that values may contain, such as `FNC1`, has to be asked for.
   */
  readonly separatorAliases?: readonly string[];
  /**
   * The current year, which says the century of years written with two digits: those 51 to 99 ahead of it are of the
   * century before, those 50 to 99 behind it of the next. Without it the window stands still: 51 to 99 are 1951 to
   * 1999, 00 to 50 are 2000 to 2050.
   */
  readonly currentYear?: number;
  /**
   * Accept GTINs of 8, 12 and 13 digits in Digital Links, filled up to 14: GS1 allowed them once. Off by default, since
   * the standard asks for all 14.
   */
  readonly zeroSuppressedGtin?: boolean;
}

const ALIASES = ['<GS>', '{GS}', '\\x1D', '\u241D'];

/** Makes a parser for GS1 data. It keeps nothing between two texts; the table behind it is decoded with the first. */
export function createGs1Parser({
  mapping = {},
  separatorAliases = ALIASES,
  currentYear = 2000,
  zeroSuppressedGtin = false,
}: Gs1ParserOptions = {}): Gs1Parser {
  const options = { currentYear, zeroSuppressedGtin, separatorAliases: separatorAliases.filter(alias => alias !== '') };
  return {
    elementString: text => readElementString(text, 0, options),
    bracketed: text => readBracketed(text, currentYear),
    digitalLink: uri => readDigitalLink(uri, 0, options),
    scan: text => readScanData(text, options),
    tokens: tokensBy(mapping),
  };
}
