import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts';
import { type AssociationBits, type AssociationRules, associationBits } from './association-bits.ts';
import { CSET_39, CSET_64, CSET_82, DIGIT } from './character-sets.ts';
import { VALUE_RULES, type ValueRule } from './value-rules.ts';

export interface Component {
  /** The bit of its set of characters. */
  readonly set: number;
  readonly min: number;
  readonly max: number;
  readonly optional: boolean;
  readonly rules: readonly ValueRule[];
}

/** What the table says of one application identifier. */
export interface Definition extends AssociationRules {
  readonly bits: AssociationBits;
  /** The length is known in advance: no separator has to follow. */
  readonly predefined: boolean;
  /** May stand in the query of a Digital Link. */
  readonly isAttribute: boolean;
  readonly components: readonly Component[];
  /** Length of a value, all components together. */
  readonly min: number;
  readonly max: number;
  /** The value is a decimal: its unit, `''` for none, `$` for the currency that it starts with. */
  readonly unit: string | null;
  /** How many decimals it has. */
  readonly decimals: number;
  /** How many digits the year has where the value is a date; 0 where it is none. */
  readonly yearDigits: 0 | 2 | 4;
  /** A second date may follow the first. */
  readonly isPeriod: boolean;
  /** As the key of a Digital Link: the orders of its qualifiers. `null`: not a key. */
  readonly qualifiers: readonly (readonly string[])[] | null;
  /** Scratch of `Together`: the text in which it was found last, and its value there. */
  text: number;
  value: string;
}

interface Node {
  /** Digits of an identifier that starts so: 2 to 4. */
  readonly digits: number;
  /** By the digits behind the first two. */
  readonly definitions: (Definition | undefined)[];
}

const LINE = /^(\d+)(?:-(\d))? (\*?)(~?)([^=>!/]+)(?:=([^>!/]*))?([^!/]*)(?:!([^/]*))?(?:\/(.*))?$/;
const COMPONENT = /(\??)([NXYZ])(\d+)([a-mo-w]*)/gi;
const SETS: Readonly<Record<string, number>> = { N: DIGIT, X: CSET_82, Y: CSET_39, Z: CSET_64 };

let decoded: readonly (Node | undefined)[] | undefined;

/** The definition of the identifier at a place, if there is one. The first two digits say how many it has. */
export function definitionAt(text: string, at: number): Definition | undefined {
  decoded ??= decode();
  const first = text.charCodeAt(at) - 48;
  const second = text.charCodeAt(at + 1) - 48;
  if (!isDigit(first) || !isDigit(second)) return undefined;
  const node = decoded[first * 10 + second];
  if (node === undefined) return undefined;
  let rest = 0;
  for (let index = at + 2; index < at + node.digits; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!isDigit(digit)) return undefined;
    rest = rest * 10 + digit;
  }
  return node.definitions[rest];
}

/** The definition of the identifier that stands from `from` (included) to `to` (excluded), and nothing else there. */
export function definitionOf(text: string, from: number, to: number): Definition | undefined {
  const definition = definitionAt(text, from);
  return definition?.ai.length === to - from ? definition : undefined;
}

/** All of them, for checks of the table. */
export function allDefinitions(): Definition[] {
  decoded ??= decode();
  return decoded.flatMap(node => node?.definitions ?? []).filter(each => each !== undefined);
}

/** `NaN` beyond the text is none. */
function isDigit(value: number): boolean {
  return value >= 0 && value <= 9;
}

function decode(): (Node | undefined)[] {
  const lines = APPLICATION_IDENTIFIERS.trim().split('\n').flatMap(definitionsOf);
  const bitsOf = associationBits(lines);
  const nodes: (Node | undefined)[] = [];
  for (const line of lines) {
    const node = (nodes[Number(line.ai.slice(0, 2))] ??= { digits: line.ai.length, definitions: [] });
    node.definitions[Number(line.ai.slice(2))] = { ...line, bits: bitsOf(line) };
  }
  return nodes;
}

/** What one line says: of one identifier, of a range by the last digit, or of as many ranges as it names units. */
function definitionsOf(line: string): Omit<Definition, 'bits'>[] {
  const [, first = '', last, predefined, notAttribute, spec = '', units, needs = '', excludes, qualifiers] =
    LINE.exec(line) ?? [];
  const components = Array.from(spec.matchAll(COMPONENT), toComponent);
  const isDecimal = units !== undefined;
  return (units ?? '').split(',').flatMap((unit, index) => {
    const from = Number(first) + 10 * index;
    const excluded = list(excludes);
    if (last !== undefined && isDecimal) excluded.push(String(from).slice(0, 3));
    const size = last === undefined ? 1 : Number(last) - (from % 10) + 1;
    return Array.from({ length: size }, (_, offset) => ({
      ai: String(from + offset).padStart(first.length, '0'),
      predefined: predefined === '*',
      isAttribute: notAttribute === '',
      components,
      min: sum(components, each => (each.optional ? 0 : each.min)),
      max: sum(components, each => each.max),
      unit: isDecimal ? unit : null,
      // Hundredths for temperatures, whole ones for counts.
      decimals: last === undefined ? (first.length > 2 ? 2 : 0) : (from + offset) % 10,
      yearDigits: /^N6[de]/.test(spec) ? 2 : spec.startsWith('N8f') ? 4 : 0,
      isPeriod: spec === 'N6d?N6d',
      needs: needs
        .split('>')
        .slice(1)
        .map(each => list(each)),
      excludes: excluded,
      qualifiers: qualifiers?.split('|').map(each => list(each)) ?? null,
      text: 0,
      value: '',
    }));
  });
}

function toComponent([, optional, letter = '', length, rules = '']: RegExpMatchArray): Component {
  const set = letter.toUpperCase();
  const max = Number(length);
  return {
    set: SETS[set] ?? 0,
    min: set === letter ? max : 1,
    max,
    optional: optional === '?',
    rules: Array.from(rules, rule => VALUE_RULES[rule]).filter(rule => rule !== undefined),
  };
}

function list(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.split(',');
}

function sum(components: readonly Component[], of: (component: Component) => number): number {
  return components.reduce((total, component) => total + of(component), 0);
}
