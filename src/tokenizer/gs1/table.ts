import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts';
import { type AssociationBits, type AssociationRules, associationBits } from './associations.ts';
import { SETS, isDigit } from './character-sets.ts';
import { type ValueRule, valueRule } from './value-rules.ts';

export interface Component {
  /** The bit of its set of characters. */
  readonly set: number;
  readonly min: number;
  readonly max: number;
  readonly optional: boolean;
  readonly rules: readonly ValueRule[];
}

/** What the table says of one application identifier. */
export interface Definition extends AssociationRules, AssociationBits {
  /** The length is known in advance: no separator has to follow. */
  readonly predefined: boolean;
  /** May stand in the query of a Digital Link. */
  readonly isAttribute: boolean;
  readonly components: readonly Component[];
  /** The most characters that a value has; where `isFixed`, all values have as many. */
  readonly max: number;
  readonly isFixed: boolean;
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
  /** Scratch of `Elements`: the text in which it was found last, and its value there. */
  text: number;
  value: string;
}

interface Node {
  /** Digits of an identifier that starts so: 2 to 4. */
  readonly digits: number;
  /** By the digits behind the first two. */
  readonly definitions: (Definition | undefined)[];
}

const LINE = /^([\d,-]+)([*~]*)([^=>!/]+)(?:=([^>!/]*))?([^!/]*)(?:!([^/]*))?(?:\/(.*))?$/;
const COMPONENT = /(\??)([NXYZ])(\d+)([a-mo-w]*)/gi;

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

/** The definition of an identifier that stands alone. */
export function definitionOf(ai: string): Definition | undefined {
  const definition = definitionAt(ai, 0);
  return definition?.ai === ai ? definition : undefined;
}

/** All of them, for checks of the table. */
export function allDefinitions(): Definition[] {
  decoded ??= decode();
  return decoded.flatMap(node => node?.definitions ?? []).filter(each => each !== undefined);
}

function decode(): (Node | undefined)[] {
  const lines = APPLICATION_IDENTIFIERS.trim().split('\n').flatMap(definitionsOf);
  const bitsOf = associationBits(lines);
  const nodes: (Node | undefined)[] = [];
  for (const line of lines) {
    const node = (nodes[Number(line.ai.slice(0, 2))] ??= { digits: line.ai.length, definitions: [] });
    node.definitions[Number(line.ai.slice(2))] = { ...line, ...bitsOf(line) };
  }
  return nodes;
}

/** What one line says, of each of its identifiers. Where it names several units, they are of ranges that follow each other. */
function definitionsOf(line: string): Omit<Definition, keyof AssociationBits>[] {
  const [, identifiers = '', marks = '', spec = '', units, needs = '', excludes = '', qualifiers] =
    LINE.exec(line) ?? [];
  const components = Array.from(spec.matchAll(COMPONENT), toComponent);
  const common = {
    predefined: marks.includes('*'),
    isAttribute: !marks.includes('~'),
    components,
    max: components.reduce((sum, { max }) => sum + max, 0),
    isFixed: components.every(({ min, max, optional }) => min === max && !optional),
    yearDigits: /^N6[de]/.test(spec) ? 2 : spec.startsWith('N8f') ? 4 : 0,
    isPeriod: spec === 'N6d?N6d',
    needs: needs.split('>').slice(1).map(list),
    qualifiers: qualifiers?.split('|').map(list) ?? null,
    text: 0,
    value: '',
  } as const;
  return (units ?? '').split(',').flatMap((unit, index) =>
    list(identifiers).flatMap(range => {
      const [first = '', last] = range.split('-');
      const from = Number(first) + 10 * index;
      const isDecimalRange = last !== undefined && units !== undefined;
      return Array.from({ length: Number(last ?? from % 10) - (from % 10) + 1 }, (_, offset) => ({
        ...common,
        ai: String(from + offset).padStart(first.length, '0'),
        unit: units === undefined ? null : unit,
        // Hundredths for temperatures, whole ones for counts.
        decimals: isDecimalRange ? (from + offset) % 10 : first.length > 2 ? 2 : 0,
        excludes: [...list(excludes), ...(isDecimalRange ? [String(from).slice(0, 3)] : [])],
      }));
    }),
  );
}

function toComponent([, optional, letter = '', length, rules = '']: RegExpMatchArray): Component {
  const set = letter.toUpperCase();
  const max = Number(length);
  return {
    set: 1 << SETS.indexOf(set),
    min: set === letter ? max : 1,
    max,
    optional: optional === '?',
    rules: Array.from(rules, valueRule),
  };
}

function list(text: string): string[] {
  return text === '' ? [] : text.split(',');
}
