/** The sets of characters that GS1 elements are made of, each a bit. */
export const DIGIT = 1;
/** Nearly all that ISO/IEC 646 prints. */
export const CSET_82 = 2;
/** Digits, capitals, `#`, `-` and `/`: for component/part identifiers. */
export const CSET_39 = 4;
/** URI-safe base 64; `=` fills it up at the end only. */
export const CSET_64 = 8;

const DIGITS = '0123456789';
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SMALL = CAPITALS.toLowerCase();

/** In the order in which GS1 numbers them for its pair of check characters. */
export const CSET_82_CHARACTERS = `!"%&'()*+,-./${DIGITS}:;<=>?${CAPITALS}_${SMALL}`;

/** Which sets a character below 128 belongs to. */
const SETS = new Uint8Array(128);
for (const [set, characters] of [
  [DIGIT, DIGITS],
  [CSET_82, CSET_82_CHARACTERS],
  [CSET_39, `#-/${DIGITS}${CAPITALS}`],
  [CSET_64, `-_${DIGITS}${CAPITALS}${SMALL}`],
] as const) {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    SETS[code] = (SETS[code] ?? 0) | set;
  }
}

/** Where the first character stands that is not of a set; `to` if all are. */
export function firstOutside(set: number, text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || ((SETS[code] ?? 0) & set) === 0) return at;
  }
  return to;
}
