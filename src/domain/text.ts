/** How texts are compared, here as at the host: what is found online is found offline, in the same order. */

/** Letters that no accent can be taken from: Unicode has them as letters of their own. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
};

/**
 * What two texts have in common that are the same to a person who searches: case, accents, a cedilla for a comma, and
 * whether a letter is one character or two do not matter. For searching alone: codes are never compared so.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most texts of a warehouse are done here, and a copy has a hundred thousand of them to search.
  if (/^[\0-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đłøßæœıς]/g, letter => PLAIN[letter] ?? letter);
}

/**
 * What codes are put in order by, character by character: numbers in them by their value, whatever zeros they begin
 * with, all else as it is folded. No two codes have the same one.
 */
export function naturalKey(code: string): string {
  const ordered = fold(code).replace(/\d+/g, digits => {
    const number = digits.replace(/^0+(?=\d)/, '');
    // How long it is goes before it, so that fewer digits come first; a nine says that there is more to come.
    const nines = Math.floor((number.length - 1) / 9);
    return '9'.repeat(nines) + String((number.length - 1) % 9) + number;
  });
  return `${ordered}\u0001${code}`;
}

/** What is looked for, as it stands in a folded text. */
export function sought(typed: string): string {
  return fold(typed.trim());
}

/** Whether any of some texts contains what somebody typed. */
export function finder(typed: string): (texts: readonly (string | null)[]) => boolean {
  const wanted = sought(typed);
  return texts => texts.some(text => text !== null && fold(text).includes(wanted));
}

/** Negative: `a` comes first. */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b);
}
