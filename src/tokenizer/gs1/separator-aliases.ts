import type { Gs1Result } from '../gs1-parser.ts';
import { GS } from './element-string.ts';

/** A text with GS where it had other words for it. */
interface Rewritten {
  readonly text: string;
  /** Where a place of it is in the text that it was made of. */
  readonly placeOf: (at: number) => number;
}

/**
 * Puts GS where a text has one of `aliases` instead: how some scanners and printers write FNC1. A text with a real GS in
 * it needs none. `null`: nothing to put.
 */
export function separatorsBy(aliases: readonly string[]): (text: string, from: number) => Rewritten | null {
  // Nearly no text has one of these characters: they are sought first.
  const starts = [...new Set(aliases.map(alias => alias.charAt(0)))];
  return (text, from) => {
    if (text.includes(GS, from) || !starts.some(start => text.includes(start, from))) return null;
    const origins: number[] = [];
    let rewritten = '';
    for (let at = 0; at < text.length;) {
      const alias = at < from ? undefined : aliases.find(each => text.startsWith(each, at));
      rewritten += alias === undefined ? text.charAt(at) : GS;
      origins.push(at);
      at += alias?.length ?? 1;
    }
    return { text: rewritten, placeOf: at => origins[at] ?? text.length };
  };
}

/** A result with its places moved to where they are in the text that was read. */
export function placedBack(result: Gs1Result, placeOf: (at: number) => number): Gs1Result {
  const elements = result.elements.map(element => {
    const [start, end] = element.span;
    // By the last character of it: what ended it may be longer than it stands here.
    return { ...element, span: [placeOf(start), placeOf(end - 1) + 1] as const };
  });
  return { ...result, elements, ...(result.at !== undefined && { at: placeOf(result.at) }) };
}
