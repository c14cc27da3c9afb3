import type { Gs1Parser } from '../gs1-parser.ts';
import type { Token, TokenRole } from '../types.ts';

/** What the element of an application identifier is to the host. */
export interface Gs1Meaning {
  readonly businessObject: string | null;
  readonly property: string | null;
  readonly role: TokenRole;
}

/** By application identifier, or by its first three digits and `n` for all of a family: `310n`. */
export type Gs1Mapping = Readonly<Record<string, Partial<Gs1Meaning>>>;

/**
 * Counts, and net measures of what is traded: weight, length, area and volume. Widths and heights are no quantity, nor
 * is what a logistic unit weighs with its packaging.
 */
const QUANTITY = /^3(?:[07]|1[01456]|2[0-3]|5[01267]|6[01456])/;

const ROLES: Readonly<Record<string, TokenRole>> = {
  '00': 'loadingUnit',
  '01': 'item',
  '02': 'item',
  '10': 'lot',
  '15': 'expiry',
  '17': 'expiry',
  '21': 'serial',
  '254': 'location',
  '7003': 'expiry',
};

/** What an element is unless a host says otherwise. 410 to 417 are places: ship to, bill to, located at … */
function roleOf(ai: string): TokenRole {
  if (QUANTITY.test(ai)) return 'quantity';
  return ai.startsWith('41') ? 'location' : (ROLES[ai] ?? 'other');
}

/** Says what each element is. The same element twice, as two symbols of one label may have it, is one token. */
export function tokensBy(mapping: Gs1Mapping): Gs1Parser['tokens'] {
  return ({ elements }, shift = 0) => {
    const seen = new Set<string>();
    return elements.flatMap(({ ai, value, span: [start, end], typed }): Token[] => {
      if (seen.has(ai)) return [];
      seen.add(ai);
      const meaning = {
        businessObject: null,
        property: null,
        role: roleOf(ai),
        ...mapping[`${ai.slice(0, 3)}n`],
        ...mapping[ai],
      };
      const span = [start + shift, end + shift] as const;
      return [{ ...meaning, value, span, ...(typed !== undefined && { typed }), source: { kind: 'gs1', ai } }];
    });
  };
}
