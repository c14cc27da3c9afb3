import type { Gs1Result } from '../gs1-parser.ts';
import { Elements } from './elements.ts';
import { definitionAt } from './table.ts';

/** What FNC1 between two elements is transmitted as. */
export const GS = '\x1D';

/** Reads an element string: `from` is where it starts in the text. */
export function readElementString(text: string, from: number, currentYear: number): Gs1Result {
  const elements = new Elements(currentYear);
  if (text.length === from) return elements.failure('empty', from);
  // Some scanners transmit the FNC1 that says GS1 in front of the data, too.
  let at = text.charAt(from) === GS ? from + 1 : from;
  let separator = -1;
  do {
    const definition = definitionAt(text, at);
    if (definition === undefined) return elements.failure('unknown-ai', at);
    const start = at + definition.ai.length;
    if (separator < start) separator = separatorFrom(text, start);
    const furthest = start + definition.max;
    const end = definition.predefined && separator > furthest ? furthest : separator;
    if (end > furthest && definition.min === definition.max) return elements.failure('separator-missing', furthest);
    const failure = elements.add(definition, text, start, end, [start, end]);
    if (failure !== null) return failure;
    at = end === separator ? end + 1 : end;
  } while (at < text.length);
  return elements.finished();
}

function separatorFrom(text: string, from: number): number {
  const place = text.indexOf(GS, from);
  return place === -1 ? text.length : place;
}
