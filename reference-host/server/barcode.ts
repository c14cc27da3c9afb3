import bwipjs from 'bwip-js/node';
import { ean13 } from './seed/catalogue.ts';

/** What fits into a Code 128 label that a handheld still reads; also keeps the drawing short. */
const LONGEST = 80;

/** A barcode as SVG: EAN-13 for what is one, Code 128 for any other ASCII text; `null` for what neither can carry. */
export function renderBarcode(text: string): string | null {
  if (!/^[\0-\x7f]+$/.test(text) || text.length > LONGEST) return null;
  const isEan = /^\d{13}$/.test(text) && ean13(text.slice(0, 12)) === text;
  return bwipjs.toSVG({
    bcid: isEan ? 'ean13' : 'code128',
    text,
    height: 12,
    includetext: false,
    paddingwidth: 4,
    paddingheight: 4,
    backgroundcolor: 'FFFFFF',
  });
}
