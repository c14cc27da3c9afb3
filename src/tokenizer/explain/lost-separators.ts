import type { Gs1Parser, Gs1Result } from '../gs1-parser.ts';

const GS = '\x1D';
/** Characters that no GS1 value has, and that some devices make of a separator. */
const SUBSTITUTES = /[^!-~]|[#$@[\]^`{|}~\\]/g;
/** Elements that are checked by more than their characters: a date, a check digit, a fixed length. */
const CHECKED = /^(?:0|1[1-7]|20|3[1-6]|41)/;
const MOST_TRIES = 400;
const MOST_FOUND = 3;

/**
 * Element strings that `text` (without symbology identifier) may have been before its separators were lost: with one put
 * where another character stands in its place, or where a value of variable length took in what follows it. Each of them
 * reads; likeliest first: those that stand together as they should, then those with most that is checked.
 */
export function withLostSeparators(gs1: Gs1Parser, text: string): string[] {
  const before = gs1.elementString(text);
  const replaced = text.replace(SUBSTITUTES, GS);
  if (replaced !== text && !before.ok && gs1.elementString(replaced).ok) return [replaced];

  const found: { readonly text: string; readonly rank: number }[] = [];
  let tries = 0;
  /** Puts one separator into the last value that was read, or into the one that failed, and goes on behind it. */
  const put = (from: string, result: Gs1Result, after: number): void => {
    const { start, end } = suspect(from, result);
    for (let at = Math.max(start + 1, after); at < end && tries < MOST_TRIES; at++) {
      tries++;
      const candidate = from.slice(0, at) + GS + from.slice(at);
      const next = gs1.elementString(candidate);
      const progress = next.elements.length > result.elements.length;
      if (next.ok && (!before.ok || isSure(next, result))) found.push({ text: candidate, rank: rankOf(next) });
      else if (!next.ok && progress && next.reason !== 'unknown-ai') put(candidate, next, at + 1);
    }
  };
  put(text, before, 0);
  return found
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST_FOUND)
    .map(each => each.text);
}

/** Where the value stands that may have taken in more than was meant for it. */
function suspect(text: string, { ok, elements }: Gs1Result): { start: number; end: number } {
  const last = elements.at(-1);
  if (ok) return { start: last?.span[0] ?? 0, end: last?.span[1] ?? 0 };
  const start = (last?.span[1] ?? 0) + 2;
  const separator = text.indexOf(GS, start);
  return { start, end: separator === -1 ? text.length : separator };
}

/** A text that reads as it is may be right: only what is checked speaks against it. */
function isSure(next: Gs1Result, before: Gs1Result): boolean {
  return next.elements.slice(before.elements.length).every(({ ai }) => CHECKED.test(ai));
}

function rankOf({ elements, warnings }: Gs1Result): number {
  return elements.filter(({ ai }) => CHECKED.test(ai)).length - 2 * warnings.length - elements.length / 10;
}
