import type { Gs1Result } from '../gs1-parser.ts';
import { Elements } from './elements.ts';
import { type Definition, definitionOf } from './table.ts';

export interface DigitalLinkOptions {
  readonly currentYear: number;
  /** Accept a GTIN of 8, 12 or 13 digits, and fill it up with zeros. */
  readonly zeroSuppressedGtin: boolean;
}

/** An identifier, and its value as it is written in the URI from `from` on. */
interface Pair {
  readonly definition: Definition;
  readonly written: string;
  readonly from: number;
}

const START = /^(?:https?|HTTPS?):\/\//;
const NO_URI_CHARACTER = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]/;
/** Scheme and host, path, query. */
const PARTS = /^(\w+:\/\/[A-Za-z0-9.:[\]-]+)(\/[^?#]*)(?:\?([^#]*))?/;

export function isUri(text: string): boolean {
  return START.test(text);
}

/**
 * Reads an uncompressed GS1 Digital Link URI of any resolver: the path ends in `/key/value` and its qualifiers, whatever
 * stands before them; attributes stand in the query. The elements come in the order of the URI, which starts in the text
 * at `start`.
 */
export function readDigitalLink(
  text: string,
  start: number,
  { currentYear, zeroSuppressedGtin }: DigitalLinkOptions,
): Gs1Result {
  const elements = new Elements(currentYear);
  const uri = text.slice(start);
  if (!isUri(uri)) return elements.failure('not-gs1', start);
  const foreign = uri.search(NO_URI_CHARACTER);
  if (foreign !== -1) return elements.failure('character', start + foreign);
  const [, host = '', path = '', query = ''] = PARTS.exec(uri) ?? [];
  const pathStart = start + host.length;
  const pairs = pairsFromKey(path, pathStart);
  const key = pairs[0]?.definition;
  if (key === undefined) return elements.failure('not-gs1', pathStart);

  const add = ({ definition, written, from }: Pair, isQuery: boolean) => {
    const decoded = percentDecoded(isQuery ? written.replaceAll('+', ' ') : written);
    const isShort = zeroSuppressedGtin && definition.ai === '01' && [8, 12, 13].includes(decoded.length);
    const value = isShort ? decoded.padStart(14, '0') : decoded;
    return elements.add(definition, value, 0, value.length, [from, from + written.length]);
  };
  for (const pair of pairs) {
    const failure = add(pair, false);
    if (failure !== null) return failure;
  }
  const qualifiers = pairs.slice(1).map(({ definition }) => definition.ai);
  if (!areQualifiers(key, qualifiers)) return elements.failure('syntax', pairs[1]?.from ?? pathStart);

  let at = pathStart + path.length + 1;
  for (const attribute of query.split('&')) {
    const [name = ''] = attribute.split('=', 1);
    // What is no number is somebody else's.
    if (/^\d+$/.test(name) && name !== attribute) {
      const definition = definitionOf(name);
      if (definition === undefined) return elements.failure('unknown-ai', at);
      const belongsInPath = pairs.some((_, index) =>
        areQualifiers(key, [...qualifiers.slice(0, index), name, ...qualifiers.slice(index)]),
      );
      if (belongsInPath || !definition.isAttribute) return elements.failure('syntax', at);
      const from = name.length + 1;
      const failure = add({ definition, written: attribute.slice(from), from: at + from }, true);
      if (failure !== null) return failure;
    }
    at += attribute.length + 1;
  }
  return elements.finished();
}

/** The pairs at the end of a path, which starts in the URI at `start`, from the key on; none if there is no key. */
function pairsFromKey(path: string, start: number): Pair[] {
  const segments = path.split('/');
  const pairs: Pair[] = [];
  let end = start + path.length;
  for (let index = segments.length - 1; index > 1; index -= 2) {
    const [ai = '', written = ''] = segments.slice(index - 1, index + 1);
    const definition = definitionOf(ai);
    if (definition === undefined) break;
    pairs.unshift({ definition, written, from: end - written.length });
    if (definition.qualifiers !== null) return pairs;
    end -= written.length + ai.length + 2;
  }
  return [];
}

/** Whether these may follow a key, in this order. */
function areQualifiers({ qualifiers }: Definition, given: readonly string[]): boolean {
  return (qualifiers ?? []).some(order => order.filter(ai => given.includes(ai)).join() === given.join());
}

/** Elements are ASCII: each `%hh` is one character. What is not hexadecimal stays as it is. */
function percentDecoded(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
