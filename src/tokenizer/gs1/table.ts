import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts';
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
export interface Definition {
  readonly ai: string;
  /** The length is known in advance: no separator has to follow. */
  readonly predefined: boolean;
  readonly attribute: boolean;
  readonly components: readonly Component[];
  /** Length of a value, all components together. */
  readonly min: number;
  readonly max: number;
  /** The value is a decimal: its unit, `''` for none, `$` for the currency that it starts with. */
  readonly unit: string | null;
  /** How many digits the year has where the value is a date; 0 where it is none. */
  readonly yearDigits: 0 | 2 | 4;
  /** A second date may follow the first. */
  readonly isPeriod: boolean;
  /** One of each must be there; an alternative may be several together. */
  readonly needs: readonly Need[];
  readonly excludes: readonly Family[];
  /** As the key of a Digital Link: the orders of its qualifiers. `null`: not a key. */
  readonly qualifiers: readonly (readonly string[])[] | null;
  /** Those families named in rules that it is one of. */
  readonly families: Family[];
  /** Scratch of `associations.ts`. */
  readonly seen: { run: number; value: string };
}

export interface Need {
  readonly alternatives: readonly (readonly Family[])[];
  readonly names: readonly string[];
}

/** All application identifiers that start with `prefix`, as far as a rule names them. */
export interface Family {
  readonly prefix: string;
  /** Scratch of `associations.ts`: in which run one of it was there, and which, where it was only one. */
  readonly seen: { run: number; only: Definition | null };
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

/** The definition of an identifier that is given alone. */
export function definitionOf(ai: string): Definition | undefined {
  const definition = definitionAt(ai, 0);
  return definition?.ai.length === ai.length ? definition : undefined;
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
  const nodes: (Node | undefined)[] = [];
  const families = new Map<string, Family>();
  const family = (prefix: string): Family => {
    const known = families.get(prefix) ?? { prefix, seen: { run: 0, only: null } };
    families.set(prefix, known);
    return known;
  };
  const all: Definition[] = [];
  for (const line of APPLICATION_IDENTIFIERS.trim().split('\n')) {
    const [, first = '', last, predefined, notAttribute, spec = '', unit, needs = '', excludes, qualifiers] =
      LINE.exec(line) ?? [];
    const components = componentsOf(spec);
    const stem = first.slice(0, -1);
    const excluded = (excludes ?? '').split(',').filter(each => each !== '');
    if (last !== undefined && unit !== undefined) excluded.push(stem);
    for (let digit = Number(first.slice(-1)); digit <= Number(last ?? first.slice(-1)); digit++) {
      const ai = `${stem}${digit}`;
      const definition: Definition = {
        ai,
        predefined: predefined === '*',
        attribute: notAttribute === '',
        components,
        min: components.reduce((sum, each) => sum + (each.optional ? 0 : each.min), 0),
        max: components.reduce((sum, each) => sum + each.max, 0),
        unit: unit ?? null,
        yearDigits: /^N6[de]/.test(spec) ? 2 : spec.startsWith('N8f') ? 4 : 0,
        isPeriod: spec === 'N6d?N6d',
        needs: needs
          .split('>')
          .slice(1)
          .map(each => needOf(each.split(','), family)),
        excludes: excluded.map(family),
        qualifiers: qualifiers?.split('|').map(order => order.split(',').filter(each => each !== '')) ?? null,
        families: [],
        seen: { run: 0, value: '' },
      };
      all.push(definition);
      const node = (nodes[Number(ai.slice(0, 2))] ??= { digits: ai.length, definitions: [] });
      node.definitions[Number(ai.slice(2))] = definition;
    }
  }
  for (const definition of all) {
    definition.families.push(...[...families.values()].filter(({ prefix }) => definition.ai.startsWith(prefix)));
  }
  return nodes;
}

function needOf(names: readonly string[], family: (prefix: string) => Family): Need {
  return { names, alternatives: names.map(name => name.split('+').map(family)) };
}

function componentsOf(spec: string): Component[] {
  return [...spec.matchAll(COMPONENT)].map(([, optional, letter = '', length, rules = '']) => {
    const set = letter.toUpperCase();
    const max = Number(length);
    return {
      set: SETS[set] ?? 0,
      min: set === letter ? max : 1,
      max,
      optional: optional === '?',
      rules: Array.from(rules, rule => VALUE_RULES[rule]).filter(rule => rule !== undefined),
    };
  });
}
