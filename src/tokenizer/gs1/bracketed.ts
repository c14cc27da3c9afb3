import type { Gs1Result } from '../gs1-parser.ts';
import { Elements } from './elements.ts';
import { definitionOf } from './table.ts';

/**
 * Reads the human readable form: `(01)09506000134352(10)AB-1`. A `(` in a value is written `\(`; without the backslash it
 * starts the next identifier.
 */
export function readBracketed(text: string, currentYear: number): Gs1Result {
  const elements = new Elements(currentYear);
  if (text === '') return elements.failure('empty', 0);
  let at = 0;
  do {
    const close = text.indexOf(')', at);
    if (text.charAt(at) !== '(' || close === -1) return elements.failure('syntax', at);
    const definition = definitionOf(text, at + 1, close);
    if (definition === undefined) return elements.failure('unknown-ai', at + 1);
    const start = close + 1;
    const end = endOfValue(text, start);
    const value = text.slice(start, end).replaceAll('\\(', '(');
    const failure = elements.add(definition, value, 0, value.length, [start, end]);
    if (failure !== null) return failure;
    at = end;
  } while (at < text.length);
  return elements.finished();
}

/** Where the next bracket opens that is not escaped. */
function endOfValue(text: string, from: number): number {
  for (let at = text.indexOf('(', from); at !== -1; at = text.indexOf('(', at + 1)) {
    if (at === from || text.charAt(at - 1) !== '\\') return at;
  }
  return text.length;
}
