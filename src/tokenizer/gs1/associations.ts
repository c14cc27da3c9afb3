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

/**
 * Which of these identifiers exclude each other, and which stand without what they need. `satisfied`: all their needable
 * bits together; `mayExclude`: their other bits say that some may exclude each other. Each identifier stands there once,
 * so that there are never more of them than the table has.
 */
export function warningsOf(
  distinct: readonly (AssociationRules & AssociationBits)[],
  satisfied: number,
  mayExclude: boolean,
): Gs1Warning[] {
  const warnings: Gs1Warning[] = [];
  for (const { ai, excludes, excluding, needs, needing } of distinct) {
    if (mayExclude) {
      const isExcluded = (other: AssociationRules & AssociationBits) =>
        (other.excludable & excluding) !== 0 && other.ai !== ai && excludes.some(start => other.ai.startsWith(start));
      const others = distinct.filter(isExcluded).map(other => other.ai);
      if (others.length > 0) warnings.push({ code: 'excluded', ai, others });
    }
    for (let index = 0; index < needs.length; index++) {
      // Most needs are met by one identifier alone: bits say so.
      if ((satisfied & (needing[index] ?? 0)) !== 0) continue;
      const names = needs[index] ?? [];
      const isMet = names.some(
        name => name.includes('+') && name.split('+').every(start => distinct.some(each => each.ai.startsWith(start))),
      );
      if (!isMet) warnings.push({ code: 'missing', ai, others: names });
    }
  }
  return warnings;
}
