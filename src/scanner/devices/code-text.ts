import type { DeviceCode } from './device-source.ts';

/** `]`, the letter of the symbology, a modifier: what a scanner puts before a code if it is set to. */
const AIM = /^\][A-Za-z][0-9A-Za-z]/;

/** The letters of ISO/IEC 15424, by the names that the browser's own barcode detector uses. */
const SYMBOLOGIES: Readonly<Record<string, string>> = {
  A: 'code_39',
  C: 'code_128',
  E: 'ean_upc',
  F: 'codabar',
  G: 'code_93',
  I: 'itf',
  J: 'dot_code',
  L: 'pdf417',
  M: 'msi',
  Q: 'qr_code',
  U: 'maxi_code',
  d: 'data_matrix',
  e: 'databar',
  z: 'aztec',
};

/** What a decoder puts in the place of bytes that are no text. */
const REPLACEMENT = '\uFFFD';

/** A code with its symbology identifier kept apart; the data stay as they are, separators (GS) included. */
export function deviceCode(text: string, aim?: string): DeviceCode {
  const found = aim ?? AIM.exec(text)?.[0];
  if (found === undefined) return { text };
  const symbology = SYMBOLOGIES[found.charAt(1)];
  // A scanner may send the identifier in a field of its own and before the data as well.
  const data = text.startsWith(found) ? text.slice(found.length) : text;
  return { text: data, aim: found, ...(symbology !== undefined && { symbology }) };
}

export function isAim(text: string): boolean {
  return text.length === 3 && AIM.test(text);
}

/** The bytes as UTF-8 text, for this code alone. A mark at the start is data here. */
export function textOfBytes(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Whether some of the bytes were no text, so that nobody knows what was on the label. */
export function isGarbled(text: string): boolean {
  return text.includes(REPLACEMENT);
}

/** Without the Enter (CR, LF, or both) that a scanner set up for typing sends after the code. */
export function withoutEnter(text: string): string {
  return text.replace(/(\r\n|\r|\n)$/, '');
}
