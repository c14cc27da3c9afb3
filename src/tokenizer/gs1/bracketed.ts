import type { Gs1Result } from '../gs1-parser.ts';
import { Elements } from './elements.ts';
import { definitionOf } from './table.ts';

/** An identifier, and its value up to the next bracket that is not escaped. */
const ELEMENT = /\(([^()]*)\)((?:\\\(|[^(])*)/y;

/**
 * Reads the human readable form: `(01)09506000134352(10)AB-1`. A `(` in a value is written `\(`; without the backslash it
 * starts the next identifier.
 */
export function readBracketed(text: string, currentYear: number): Gs1Result {
  const elements = new Elements(currentYear);
  if (text === '') return elements.failure('empty', 0);
  let at = 0;
  do {
    ELEMENT.lastIndex = at;
    const [all, ai, written = ''] = ELEMENT.exec(text) ?? [];
    if (all === undefined || ai === undefined) return elements.failure('syntax', at);
    const definition = definitionOf(ai);
    if (definition === undefined) return elements.failure('unknown-ai', at + 1);
    at += all.length;
    const value = written.replaceAll('\\(', '(');
    const failure = elements.add(definition, value, 0, value.length, [at - written.length, at]);
    if (failure !== null) return failure;
  } while (at < text.length);
  return elements.finished();
}
