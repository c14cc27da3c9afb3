import type { Gs1Reason } from '../gs1-parser.ts';
import { CSET_64, firstOutside } from './character-sets.ts';
import type { Component, Definition } from './table.ts';

export interface Fault {
  readonly reason: Gs1Reason;
  /** Where in the text. */
  readonly at: number;
}

/** What is wrong with a value that stands in `text` from `from` (included) to `to` (excluded); `null`: nothing. */
export function faultIn(
  { components, max }: Definition,
  text: string,
  from: number,
  to: number,
  currentYear: number,
): Fault | null {
  if (to - from > max) return { reason: 'too-long', at: from + max };
  let at = from;
  for (const component of components) {
    if (at === to && component.optional) break;
    const end = at + component.max < to ? at + component.max : to;
    const outside = firstOutside(component.set, text, at, end);
    if (outside < end && !isFilledUp(component, text, outside, to)) return { reason: 'character', at: outside };
    if (end - at < component.min) return { reason: 'too-short', at: end };
    for (const rule of component.rules) {
      if (!rule.holds(text, at, end, currentYear)) return { reason: rule.reason, at };
    }
    at = end;
  }
  return null;
}

/** Base 64 may end in one `=` or two. */
function isFilledUp({ set }: Component, text: string, at: number, to: number): boolean {
  return set === CSET_64 && /^==?$/.test(text.slice(at, to));
}
