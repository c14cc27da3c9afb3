import type { Gs1Result } from '../gs1-parser.ts';
import { Elements } from './elements.ts';
import { type Definition, definitionOf } from './table.ts';

export interface DigitalLinkOptions {
  readonly currentYear: number;
  /** Accept a GTIN of 8, 12 or 13 digits, and fill it up with zeros. */
  readonly zeroSuppressedGtin: boolean;
}

/** An identifier and its value, which stands in the URI from `from` (included) to `to` (excluded). */
interface Pair {
  readonly definition: Definition;
  readonly from: number;
  readonly to: number;
}

const START = /^(?:https?|HTTPS?):\/\//;
/** What a URI may consist of. */
const URI_CHARACTERS = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/;
const HOST = /^[A-Za-z0-9.:[\]-]+$/;

export function isUri(text: string): boolean {
  return START.test(text);
}

/**
 * Reads an uncompressed GS1 Digital Link URI of any resolver: the path ends in `/key/value` and its qualifiers, whatever
 * stands before them; attributes stand in the query. The elements come in the order of the URI.
 */
export function readDigitalLink(uri: string, { currentYear, zeroSuppressedGtin }: DigitalLinkOptions): Gs1Result {
  const elements = new Elements(currentYear);
  const host = START.exec(uri)?.[0].length;
  if (host === undefined) return elements.failure(uri === '' ? 'empty' : 'not-gs1', 0);
  if (!URI_CHARACTERS.test(uri)) return elements.failure('character', 0);
  const fragment = placeOf('#', uri, host, uri.length);
  const query = placeOf('?', uri, host, fragment);
  const path = placeOf('/', uri, host, query);
  const pairs = pairsFromKey(uri, path, query);
  const [key, ...qualifiers] = pairs.map(({ definition }) => definition);
  if (key === undefined) return elements.failure('not-gs1', path);
  if (!HOST.test(uri.slice(host, path))) return elements.failure('syntax', host);

  const add = ({ definition, from, to }: Pair) => {
    const decoded = percentDecoded(uri.slice(from, to), from > query);
    const isShort = zeroSuppressedGtin && definition.ai === '01' && /^(?:.{8}|.{12,13})$/.test(decoded);
    const value = isShort ? decoded.padStart(14, '0') : decoded;
    return elements.add(definition, value, 0, value.length, [from, to]);
  };
  for (const pair of pairs) {
    const failure = add(pair);
    if (failure !== null) return failure;
  }
  if (!areQualifiers(key, qualifiers)) return elements.failure('syntax', pairs[1]?.from ?? path);

  for (let at = query + 1, end; at < fragment; at = end + 1) {
    end = placeOf('&', uri, at, fragment);
    const equals = placeOf('=', uri, at, end);
    // What is no number is somebody else's.
    if (equals === end || !/^\d+$/.test(uri.slice(at, equals))) continue;
    const definition = definitionOf(uri, at, equals);
    if (definition === undefined) return elements.failure('unknown-ai', at);
    const belongsInPath = pairs.some((_, index) =>
      areQualifiers(key, [...qualifiers.slice(0, index), definition, ...qualifiers.slice(index)]),
    );
    if (belongsInPath || !definition.isAttribute) return elements.failure('syntax', at);
    const failure = add({ definition, from: equals + 1, to: end });
    if (failure !== null) return failure;
  }
  return elements.finished();
}

/** The pairs at the end of the path from the key on; none if there is no key. */
function pairsFromKey(uri: string, path: number, end: number): Pair[] {
  const pairs: Pair[] = [];
  for (let to = end; ;) {
    const slash = uri.lastIndexOf('/', to - 1);
    const before = uri.lastIndexOf('/', slash - 1);
    const definition = before < path ? undefined : definitionOf(uri, before + 1, slash);
    if (definition === undefined) return [];
    pairs.push({ definition, from: slash + 1, to });
    if (definition.qualifiers !== null) return pairs.reverse();
    to = before;
  }
}

/** Whether these may follow a key, in this order. */
function areQualifiers({ qualifiers }: Definition, given: readonly Definition[]): boolean {
  return (qualifiers ?? []).some(order => {
    let last = -1;
    return given.every(({ ai }) => {
      const place = order.indexOf(ai);
      const follows = place > last;
      last = place;
      return follows;
    });
  });
}

/** Elements are ASCII: each `%hh` is one character. What is not hexadecimal stays as it is. */
function percentDecoded(text: string, isQuery: boolean): string {
  const spaced = isQuery ? text.replaceAll('+', ' ') : text;
  return spaced.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function placeOf(character: string, text: string, from: number, otherwise: number): number {
  const place = text.indexOf(character, from);
  return place === -1 || place > otherwise ? otherwise : place;
}
