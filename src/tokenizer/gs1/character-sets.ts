/** The sets of characters that GS1 elements are made of, by GS1's letters: the bit of each is at its place here. */
export const SETS = 'NXYZ';
/** N: digits. */
export const DIGIT = 1;
/** Z: URI-safe base 64; `=` fills it up at the end only. */
export const CSET_64 = 8;

const DIGITS = '0123456789';
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SMALL = CAPITALS.toLowerCase();

/** X: nearly all that ISO/IEC 646 prints, in the order in which GS1 numbers it for its pair of check characters. */
export const CSET_82 = `!"%&'()*+,-./${DIGITS}:;<=>?${CAPITALS}_${SMALL}`;

/** Which sets a character below 128 belongs to; Y is CSET 39, for component and part identifiers. */
const SETS_OF = Uint8Array.from({ length: 128 }, (_, code) =>
  [DIGITS, CSET_82, `#-/${DIGITS}${CAPITALS}`, `-_${DIGITS}${CAPITALS}${SMALL}`].reduce(
    (sets, characters, index) => (characters.includes(String.fromCharCode(code)) ? sets | (1 << index) : sets),
    0,
  ),
);

/** `NaN` beyond a text is none. */
export function isDigit(value: number): boolean {
  return value >= 0 && value <= 9;
}

/** Where the first character stands that is not of a set; `to` if all are. */
export function firstOutside(set: number, text: string, from: number, to: number): number {
  let at = from;
  // Most are digits, whatever else they might be; and digits are of all sets.
  while (at < to && isDigit(text.charCodeAt(at) - 48)) at++;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || ((SETS_OF[code] ?? 0) & set) === 0) return at;
  }
  return to;
}
