import type { Gs1Reason, Gs1Result } from '../gs1-parser.ts';
import { type ElementsRead, associationsOf, repeatedIn } from './associations.ts';
import { faultIn } from './check-value.ts';
import type { CurrentYear } from './dates.ts';
import { type Definition, definitionAt } from './table.ts';
import { typedValue } from './typed-value.ts';

/** What FNC1 between two elements is transmitted as. */
export const GS = '\x1D';

/** Reads an element string: `from` is where it starts in the text. */
export function readElementString(text: string, from: number, currentYear: CurrentYear): Gs1Result {
  const read: ElementsRead = { elements: [], definitions: [] };
  if (text.length === from) return failure('empty', from);
  let separator = -1;
  // Some scanners transmit the FNC1 that says GS1 in front of the data, too.
  let at = text.startsWith(GS, from) ? from + 1 : from;
  do {
    const definition = definitionAt(text, at);
    if (definition === undefined) return failure('unknown-ai', at, read);
    const start = at + definition.ai.length;
    if (separator < start) separator = placeOf(GS, text, start);
    const end = definition.predefined && separator > start + definition.max ? start + definition.max : separator;
    const fault =
      end - start > definition.max && definition.min === definition.max
        ? { reason: 'separator-missing' as const, at: start + definition.max }
        : faultIn(definition, text, start, end, currentYear);
    if (fault !== null) return failure(fault.reason, fault.at, read);
    addElement(read, definition, text.slice(start, end), start, end, currentYear);
    at = end === separator ? end + 1 : end;
  } while (at < text.length);
  return finished(read);
}

export function addElement(
  { elements, definitions }: ElementsRead,
  definition: Definition,
  value: string,
  start: number,
  end: number,
  currentYear: CurrentYear,
): void {
  const typed = typedValue(definition, value, currentYear);
  const element = { ai: definition.ai, value, span: [start, end] as const };
  elements.push(typed === undefined ? element : { ...element, typed });
  definitions.push(definition);
}

/** The result of a text that was read to its end. */
export function finished(read: ElementsRead): Gs1Result {
  const repeated = repeatedIn(read);
  if (repeated !== undefined) return failure('repeated', repeated.span[0], read);
  return { ok: true, elements: read.elements, warnings: associationsOf(read) };
}

export function failure(reason: Gs1Reason, at: number, read?: ElementsRead): Gs1Result {
  return { ok: false, elements: read?.elements ?? [], warnings: [], reason, at };
}

function placeOf(character: string, text: string, from: number): number {
  const place = text.indexOf(character, from);
  return place === -1 ? text.length : place;
}
