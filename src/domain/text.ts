/** How texts are compared, here as at the host: what is found online is found offline, in the same order. */

/** What two texts have in common that are the same to a person who searches: for now, all but their case. */
export function fold(text: string): string {
  return text.toLowerCase();
}

/** What codes are put in order by: for now, the code itself, character by character. */
export function naturalKey(code: string): string {
  return code;
}

/** Whether any of some texts contains what somebody typed. */
export function finder(typed: string): (texts: readonly (string | null)[]) => boolean {
  const wanted = fold(typed.trim());
  return texts => texts.some(text => text !== null && fold(text).includes(wanted));
}

/** Negative: `a` comes first. */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b);
}
