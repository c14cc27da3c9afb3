import type { CompiledTokenizer } from './compile.ts';

/** The tokenizers whose head a text starts with, those to be tried first in front; `undefined`: none. */
export type FindTokenizers = (text: string) => readonly CompiledTokenizer[] | undefined;

/**
 * Finds them in a time that does not depend on how many there are. They come with the longest head in front, which is
 * the one that holds: `ItemQty-` must not be taken for a code that starts with `Item`.
 */
export function byHead(tokenizers: readonly CompiledTokenizer[], fold = (head: string) => head): FindTokenizers {
  const byFolded = new Map<string, CompiledTokenizer[]>();
  // How long heads are, and how they end (the lower 16 bits): a look at that one character saves most look-ups.
  const ends = new Set<number>();
  for (const tokenizer of tokenizers) {
    const head = fold(tokenizer.head);
    ends.add((head.length << 16) | head.charCodeAt(head.length - 1));
    byFolded.set(head, [...(byFolded.get(head) ?? []), tokenizer]);
  }
  const ordered = [...ends];
  return text => {
    for (const end of ordered) {
      const length = end >> 16;
      const isThere = length <= text.length && text.charCodeAt(length - 1) === (end & 0xffff);
      const found = isThere ? byFolded.get(text.slice(0, length)) : undefined;
      if (found) return found;
    }
    return undefined;
  };
}
