import type { Gs1Warning } from '../gs1-parser.ts';
import type { Definition } from './table.ts';

/** Each text that is read has a number: what an earlier one left in the scratch of the table says nothing to it. */
let texts = 0;

/**
 * The identifiers that stand together in one text. Nearly all texts are as they should be: bits say so, and only where
 * they can't the rules themselves are looked at. The work is linear in the identifiers.
 */
export class Together {
  private readonly text = ++texts;
  private readonly definitions: Definition[] = [];
  private present = 0;
  private satisfied = 0;
  private forbidden = 0;
  private mayExclude = false;

  /** False: it is there already, with another value. */
  add(definition: Definition, value: string): boolean {
    if (definition.text === this.text) return definition.value === value;
    definition.text = this.text;
    definition.value = value;
    const { excludable, excluding } = definition.bits;
    if (((this.present & excluding) | (this.forbidden & excludable)) !== 0) this.mayExclude = true;
    this.present |= excludable;
    this.forbidden |= excluding;
    this.satisfied |= definition.bits.needable;
    this.definitions.push(definition);
    return true;
  }

  warnings(): Gs1Warning[] {
    return this.mayExclude || this.mayLack() ? warningsOf(this.definitions) : [];
  }

  private mayLack(): boolean {
    for (const { bits } of this.definitions) {
      for (const any of bits.needing) if ((this.satisfied & any) === 0) return true;
    }
    return false;
  }
}

/** Which identifiers stand together that must not, and which stand without what they need. */
function warningsOf(definitions: readonly Definition[]): Gs1Warning[] {
  /** The identifiers by their first two digits, three, and all. */
  const present = new Map<string, string[]>();
  for (const { ai } of definitions) {
    for (let length = 2; length <= ai.length; length++) {
      const start = ai.slice(0, length);
      present.set(start, [...(present.get(start) ?? []), ai]);
    }
  }
  return definitions.flatMap(({ ai, excludes, needs }) => {
    const others = excludes.flatMap(start => present.get(start) ?? []).filter(other => other !== ai);
    const lacking = needs.filter(
      names => !names.some(together => together.split('+').every(start => present.has(start))),
    );
    return [
      ...(others.length > 0 ? [{ code: 'excluded' as const, ai, others }] : []),
      ...lacking.map(names => ({ code: 'missing' as const, ai, others: names })),
    ];
  });
}
