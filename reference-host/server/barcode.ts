import bwipjs from 'bwip-js/node';

/** A barcode as SVG: EAN-13 for what is one, Code 128 for any other text. */
export function renderBarcode(text: string): string {
  const ean = /^\d{13}$/.test(text);
  return bwipjs.toSVG({
    bcid: ean ? 'ean13' : 'code128',
    text: text === '' ? ' ' : text,
    height: 12,
    includetext: false,
    paddingwidth: 4,
    paddingheight: 4,
    backgroundcolor: 'FFFFFF',
  });
}
