import type { Gs1Warning } from '../gs1-parser.ts';

/** What an identifier needs and excludes, as the table says it: by starts of identifiers, `31` for all that start so. */
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
  const needed = [...new Set(all.flatMap(({ needs }) => needs.join().match(/\d+/g) ?? []))];
  const excluded = [...new Set(all.flatMap(({ excludes }) => excludes))];
  return ({ ai, needs, excludes }) => ({
    needable: bitsOf(needed, start => ai.startsWith(start)),
    needing: needs.map(names => bitsOf(needed, start => names.includes(start))),
    excludable: bitsOf(excluded, start => ai.startsWith(start)),
    excluding: bitsOf(excluded, start => excludes.includes(start)),
  });
}

function bitsOf(starts: readonly string[], isMeant: (start: string) => boolean): number {
  return starts.reduce((bits, start, index) => (isMeant(start) ? bits | (1 << index) : bits), 0);
}

/** Which of these identifiers exclude each other, and which stand without what they need. Linear in their number. */
export function warningsOf(distinct: readonly AssociationRules[]): Gs1Warning[] {
  /** The identifiers by their first two digits, three, and all. */
  const present = new Map<string, string[]>();
  for (const { ai } of distinct) {
    for (let length = 2; length <= ai.length; length++) {
      const start = ai.slice(0, length);
      present.set(start, [...(present.get(start) ?? []), ai]);
    }
  }
  const warnings: Gs1Warning[] = [];
  for (const { ai, excludes, needs } of distinct) {
    const others = excludes.flatMap(start => present.get(start) ?? []).filter(other => other !== ai);
    if (others.length > 0) warnings.push({ code: 'excluded', ai, others });
    for (const names of needs) {
      const isMet = names.some(together => together.split('+').every(start => present.has(start)));
      if (!isMet) warnings.push({ code: 'missing', ai, others: names });
    }
  }
  return warnings;
}
