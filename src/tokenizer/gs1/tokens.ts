import type { Gs1Result } from '../gs1-parser.ts';
import type { Token, TokenRole } from '../types.ts';

/** What the element of an application identifier is to the host. */
export interface Gs1Meaning {
  readonly businessObject: string | null;
  readonly property: string | null;
  readonly role: TokenRole;
}

/** By application identifier, or by its first three digits and `n` for all of a family: `310n`. */
export type Gs1Mapping = Readonly<Record<string, Partial<Gs1Meaning>>>;

const OTHER: Gs1Meaning = { businessObject: null, property: null, role: 'other' };

/** The roles that elements have unless a host says otherwise; all others are `other`. */
const ROLES: readonly (readonly [role: TokenRole, identifiers: string])[] = [
  ['loadingUnit', '00'],
  ['item', '01 02'],
  ['lot', '10'],
  ['serial', '21'],
  ['expiry', '15 17 7003'],
  // Counts, then net measures: weight, length, area and volume of what is traded. Widths and heights are no quantity.
  ['quantity', '30 37 310n 311n 314n 315n 316n 320n 321n 322n 323n 350n 351n 352n 356n 357n 360n 361n 364n 365n 366n'],
  ['location', '254 410 411 412 413 414 415 416 417'],
];

/** Says what each element is. The same element twice, as two symbols of one label may have it, is one token. */
export function tokensBy(mapping: Gs1Mapping): (result: Gs1Result) => readonly Token[] {
  const meanings = new Map<string, Gs1Meaning>();
  for (const [role, identifiers] of ROLES) {
    for (const identifier of identifiers.split(' ')) meanings.set(identifier, { ...OTHER, role });
  }
  for (const [identifier, meaning] of Object.entries(mapping)) {
    meanings.set(identifier, { ...(meanings.get(identifier) ?? OTHER), ...meaning });
  }
  return ({ elements }) => {
    const seen = new Set<string>();
    return elements.flatMap(({ ai, value, span, typed }) => {
      if (seen.has(ai)) return [];
      seen.add(ai);
      const meaning = meanings.get(ai) ?? meanings.get(`${ai.slice(0, 3)}n`) ?? OTHER;
      return [{ ...meaning, value, span, ...(typed !== undefined && { typed }), source: { kind: 'gs1', ai } }];
    });
  };
}
