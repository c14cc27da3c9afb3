/** What an identifier needs and excludes, as the table says it: starts of identifiers, `31` for all that start so. */
export interface AssociationRules {
  readonly ai: string;
  /** One of each list must be there; with `+`, several together. */
  readonly needs: readonly (readonly string[])[];
  readonly excludes: readonly string[];
}

/** The rules for a quick look: a bit for each start of identifiers that any rule names. */
export interface AssociationBits {
  /** Those it starts with of all that anything needs. There are no more than 32. */
  readonly needable: number;
  /** For each of its needs, those that meet it alone. */
  readonly needing: readonly number[];
  /** Those it starts with of all that anything excludes. Some share a bit: only one that is not set is sure. */
  readonly excludable: number;
  readonly excluding: number;
}

/** Gives an identifier its bits, out of the rules of all. */
export function associationBits(all: readonly AssociationRules[]): (rules: AssociationRules) => AssociationBits {
  const needed = distinct(all.flatMap(({ needs }) => needs.flat()).flatMap(names => names.split('+')));
  const excluded = distinct(all.flatMap(({ excludes }) => excludes));
  return ({ ai, needs, excludes }) => ({
    needable: bitsOf(needed, start => ai.startsWith(start)),
    needing: needs.map(names => bitsOf(needed, start => names.includes(start))),
    excludable: bitsOf(excluded, start => ai.startsWith(start)),
    excluding: bitsOf(excluded, start => excludes.includes(start)),
  });
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function bitsOf(starts: readonly string[], isMeant: (start: string) => boolean): number {
  return starts.reduce((bits, start, index) => (isMeant(start) ? bits | (1 << index) : bits), 0);
}
