import type { Gs1Result } from '../gs1-parser.ts';
import type { ElementsRead } from './associations.ts';
import { faultIn } from './check-value.ts';
import type { CurrentYear } from './dates.ts';
import { addElement, failure, finished } from './element-string.ts';
import { definitionOf } from './table.ts';

/**
 * Reads the human readable form: `(01)09506000134352(10)AB-1`. A `(` in a value is written `\(`; without the backslash it
 * starts the next identifier.
 */
export function readBracketed(text: string, currentYear: CurrentYear): Gs1Result {
  const read: ElementsRead = { elements: [], definitions: [] };
  if (text === '') return failure('empty', 0);
  let at = 0;
  do {
    const close = text.indexOf(')', at);
    if (text.charAt(at) !== '(' || close === -1) return failure('syntax', at, read);
    // No identifier has more than four digits: a longer text is not copied.
    const definition = close - at > 5 ? undefined : definitionOf(text.slice(at + 1, close));
    if (definition === undefined) return failure('unknown-ai', at + 1, read);
    const start = close + 1;
    const end = endOfValue(text, start);
    const written = text.slice(start, end);
    const value = written.replaceAll('\\(', '(');
    const fault = faultIn(definition, value, 0, value.length, currentYear);
    if (fault !== null) return failure(fault.reason, start + (value === written ? fault.at : 0), read);
    addElement(read, definition, value, start, end, currentYear);
    at = end;
  } while (at < text.length);
  return finished(read);
}

/** Where the next bracket opens that is not escaped. */
function endOfValue(text: string, from: number): number {
  for (let at = text.indexOf('(', from); at !== -1; at = text.indexOf('(', at + 1)) {
    if (at === from || text.charAt(at - 1) !== '\\') return at;
  }
  return text.length;
}
