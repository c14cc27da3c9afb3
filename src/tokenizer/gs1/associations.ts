import type { Gs1Element, Gs1Warning } from '../gs1-parser.ts';
import type { Definition, Family } from './table.ts';

/** What was read so far: the elements and, at the same places, what the table says of them. */
export interface ElementsRead {
  readonly elements: Gs1Element[];
  readonly definitions: Definition[];
}

/** Each reading has a number: what an earlier one left in the table's scratch says nothing to it. */
let run = 0;

/** The first element that gives another value to an identifier than one before it. */
export function repeatedIn({ elements, definitions }: ElementsRead): Gs1Element | undefined {
  run++;
  return elements.find(({ value }, index) => {
    const seen = definitions[index]?.seen;
    if (seen === undefined) return false;
    if (seen.run === run) return seen.value !== value;
    seen.run = run;
    seen.value = value;
    return false;
  });
}

/** Which identifiers stand together that must not, and which stand without what they need. Linear in the elements. */
export function associationsOf({ definitions }: ElementsRead): Gs1Warning[] {
  run++;
  const distinct: Definition[] = [];
  for (const definition of definitions) {
    if (definition.seen.run === run) continue;
    definition.seen.run = run;
    distinct.push(definition);
    for (const { seen } of definition.families) {
      seen.only = seen.run === run ? null : definition;
      seen.run = run;
    }
  }
  const isThere = ({ seen }: Family) => seen.run === run;
  const warnings: Gs1Warning[] = [];
  for (const { ai, needs, excludes } of distinct) {
    for (const family of excludes) {
      if (!isThere(family) || family.seen.only?.ai === ai) continue;
      const others = distinct.map(each => each.ai).filter(other => other !== ai && other.startsWith(family.prefix));
      const isSaid = warnings.some(
        each => each.code === 'excluded' && others.includes(each.ai) && each.others.includes(ai),
      );
      if (!isSaid) warnings.push({ code: 'excluded', ai, others });
    }
    for (const { alternatives, names } of needs) {
      if (!alternatives.some(together => together.every(isThere)))
        warnings.push({ code: 'missing', ai, others: names });
    }
  }
  return warnings;
}
