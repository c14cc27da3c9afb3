import type { Gs1Result } from '../gs1-parser.ts';
import type { ElementsRead } from './associations.ts';
import { faultIn } from './check-value.ts';
import type { CurrentYear } from './dates.ts';
import { addElement, failure, finished } from './element-string.ts';
import { type Definition, definitionOf } from './table.ts';

export interface DigitalLinkOptions {
  readonly currentYear: CurrentYear;
  /** Accept a GTIN of 8, 12 or 13 digits as the key, and fill it up with zeros. */
  readonly zeroSuppressedGtin: boolean;
}

/** A piece of the URI: `text` from `from` (included) to `to` (excluded). */
interface Piece {
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
export function readDigitalLink(uri: string, options: DigitalLinkOptions): Gs1Result {
  if (uri === '') return failure('empty', 0);
  const [scheme] = START.exec(uri) ?? [];
  if (scheme === undefined) return failure('not-gs1', 0);
  const host = scheme.length;
  if (!URI_CHARACTERS.test(uri)) return failure('character', 0);
  const fragment = placeOf('#', uri, host, uri.length);
  const query = placeOf('?', uri, host, fragment);
  const path = placeOf('/', uri, host, query);
  if (path === query) return failure('not-gs1', path);
  if (!HOST.test(uri.slice(host, path))) return failure('syntax', host);

  const pairs = pairsFromKey(uri, path, query);
  if (pairs === null) return failure('not-gs1', path);
  const read: ElementsRead = { elements: [], definitions: [] };
  for (const { definition, from, to } of pairs) {
    const fault = add(read, uri, definition, { from, to }, false, options);
    if (fault !== null) return fault;
  }
  const inPath = pairs.map(({ definition }) => definition.ai);
  const key = pairs[0]?.definition;
  if (key === undefined || !areQualifiers(key, inPath.slice(1))) return failure('syntax', pairs[1]?.from ?? path, read);

  for (let at = query + 1; at < fragment;) {
    const end = placeOf('&', uri, at, fragment);
    const fault = addAttribute(read, uri, { from: at, to: end }, key, inPath, options);
    if (fault !== null) return fault;
    at = end + 1;
  }
  return finished(read);
}

/** The pairs at the end of the path from the key on; `null`: there is no key. */
function pairsFromKey(uri: string, path: number, end: number): (Piece & { definition: Definition })[] | null {
  const pairs: (Piece & { definition: Definition })[] = [];
  for (let to = end; ;) {
    const slash = uri.lastIndexOf('/', to - 1);
    const before = uri.lastIndexOf('/', slash - 1);
    if (slash <= path || before < path) return null;
    const definition = definitionOf(uri.slice(before + 1, slash));
    if (definition === undefined) return null;
    pairs.unshift({ definition, from: slash + 1, to });
    if (definition.qualifiers !== null) return pairs;
    to = before;
  }
}

/** Whether these may follow a key, in this order. */
function areQualifiers({ qualifiers }: Definition, given: readonly string[]): boolean {
  return (qualifiers ?? []).some(order => {
    const places = given.map(ai => order.indexOf(ai));
    return places.every((place, index) => place !== -1 && place > (places[index - 1] ?? -1));
  });
}

/** `null`: it is added, or it is none of GS1's. */
function addAttribute(
  read: ElementsRead,
  uri: string,
  { from, to }: Piece,
  key: Definition,
  inPath: readonly string[],
  options: DigitalLinkOptions,
): Gs1Result | null {
  const equals = uri.indexOf('=', from);
  const name = uri.slice(from, equals === -1 || equals > to ? to : equals);
  if (!/^\d+$/.test(name) || equals === -1 || equals > to) return null;
  const definition = definitionOf(name);
  if (definition === undefined) return failure('unknown-ai', from, read);
  const qualifiers = inPath.slice(1);
  const isQualifier = [...qualifiers, ''].some((_, index) =>
    areQualifiers(key, [...qualifiers.slice(0, index), name, ...qualifiers.slice(index)]),
  );
  if (isQualifier || !definition.attribute) return failure('syntax', from, read);
  return add(read, uri, definition, { from: equals + 1, to }, true, options);
}

function add(
  read: ElementsRead,
  uri: string,
  definition: Definition,
  { from, to }: Piece,
  isQuery: boolean,
  { currentYear, zeroSuppressedGtin }: DigitalLinkOptions,
): Gs1Result | null {
  const written = uri.slice(from, to);
  const decoded = percentDecoded(isQuery ? written.replaceAll('+', ' ') : written);
  const isShort = zeroSuppressedGtin && definition.ai === '01' && [8, 12, 13].includes(decoded.length);
  const value = isShort ? decoded.padStart(14, '0') : decoded;
  const fault = faultIn(definition, value, 0, value.length, currentYear);
  if (fault !== null) return failure(fault.reason, from + (value === written ? fault.at : 0), read);
  addElement(read, definition, value, from, to, currentYear);
  return null;
}

/** Elements are ASCII: each `%hh` is one character. What is not hexadecimal stays as it is. */
function percentDecoded(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function placeOf(character: string, text: string, from: number, otherwise: number): number {
  const place = text.indexOf(character, from);
  return place === -1 || place > otherwise ? otherwise : place;
}
