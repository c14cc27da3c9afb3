/** A text without what no data base keeps: a NUL, and half of a character (a lone surrogate). A count with it would be refused. */
export function keepable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '');
}
