import type { CompiledTokenizer } from './compile.ts';

/** The tokenizers whose head a text starts with, those to be tried first in front; `undefined`: none. */
export type FindTokenizers = (text: string) => readonly CompiledTokenizer[] | undefined;

/**
 * Finds them in a time that does not depend on how many there are. They come with the longest head in front, which is
 * the one that holds: `ItemQty-` must not be taken for a code that starts with `Item`.
 */
export function byHead(tokenizers: readonly CompiledTokenizer[], fold = (head: string) => head): FindTokenizers {
  const heads = new Map<string, CompiledTokenizer[]>();
  // A head ends where its last character stands in a text, at that many places: for most tables at the first dash only.
  const most = new Map<string, number>();
  for (const tokenizer of tokenizers) {
    const head = fold(tokenizer.head);
    const last = head.slice(-1);
    most.set(last, Math.max(most.get(last) ?? 0, head.split(last).length - 1));
    heads.set(head, [...(heads.get(head) ?? []), tokenizer]);
  }
  const ends = [...most];
  return text => {
    let longest = 0;
    let best: readonly CompiledTokenizer[] | undefined;
    for (const [last, times] of ends) {
      let end = 0;
      for (let n = 0; n < times && (end = text.indexOf(last, end) + 1) > 0; n++) {
        const found = end > longest && heads.get(text.slice(0, end));
        if (found) {
          longest = end;
          best = found;
        }
      }
    }
    return best;
  };
}
