import type { Gs1Result } from '../gs1-parser.ts';
import { Elements } from './elements.ts';
import { definitionAt } from './table.ts';

/** What FNC1 between two elements is transmitted as. */
const GS = '\x1D';
const ONLY_GS: readonly string[] = [GS];
const NONE: readonly string[] = [];

export interface ElementStringOptions {
  readonly currentYear: number;
  /** What stands for GS in a text that has none. */
  readonly separatorAliases: readonly string[];
}

/** Reads an element string: `from` is where it starts in the text. */
export function readElementString(
  text: string,
  from: number,
  { currentYear, separatorAliases }: ElementStringOptions,
): Gs1Result {
  const elements = new Elements(currentYear);
  if (text.length === from) return elements.failure('empty', from);
  const separators = text.includes(GS, from) ? ONLY_GS : aliasesIn(text, from, separatorAliases);
  // Some scanners transmit the FNC1 that says GS1 in front of the data, too.
  let at = from + separatorAt(text, from, separators);
  do {
    const definition = definitionAt(text, at);
    if (definition === undefined) return elements.failure('unknown-ai', at);
    const start = at + definition.ai.length;
    const furthest = start + definition.max;
    let end = definition.predefined && furthest < text.length ? furthest : text.length;
    for (const separator of separators) {
      const place = text.indexOf(separator, start);
      if (place !== -1 && place < end) end = place;
    }
    if (end > furthest && definition.isFixed) return elements.failure('separator-missing', furthest);
    const failure = elements.add(definition, text, start, end, [start, end]);
    if (failure !== null) return failure;
    at = end + separatorAt(text, end, separators);
  } while (at < text.length);
  return elements.finished();
}

function aliasesIn(text: string, from: number, aliases: readonly string[]): readonly string[] {
  let found = NONE;
  for (const alias of aliases) if (text.includes(alias, from)) found = [...found, alias];
  return found;
}

/** The length of the separator at a place; 0: there is none. */
function separatorAt(text: string, at: number, separators: readonly string[]): number {
  for (const separator of separators) if (text.startsWith(separator, at)) return separator.length;
  return 0;
}
