import type { Gs1Element, Gs1Reason, Gs1Result } from '../gs1-parser.ts';
import { warningsOf } from './associations.ts';
import { faultIn } from './check-value.ts';
import type { Definition } from './table.ts';
import { typedValue } from './typed-value.ts';

export function failure(reason: Gs1Reason, at: number, elements: readonly Gs1Element[] = []): Gs1Result {
  return { ok: false, elements, warnings: [], reason, at };
}

/** Each text that is read has a number: what an earlier one left in the scratch of the table says nothing to it. */
let texts = 0;

/** Gathers the elements of one text, whatever form it has. */
export class Elements {
  private readonly text = ++texts;
  private readonly elements: Gs1Element[] = [];
  private readonly distinct: Definition[] = [];
  private readonly currentYear: number;
  /** Bits of what the identifiers are and of what they exclude: nearly all texts are as they should be. */
  private needed = 0;
  private excludable = 0;
  private excluding = 0;
  private mayExclude = 0;

  constructor(currentYear: number) {
    this.currentYear = currentYear;
  }

  /**
   * Adds the value that `text` has from `from` (included) to `to` (excluded); `span` is where it stands in what is read.
   * Gives the result if there is something wrong with it.
   */
  add(
    definition: Definition,
    text: string,
    from: number,
    to: number,
    span: readonly [number, number],
  ): Gs1Result | null {
    const fault = faultIn(definition, text, from, to, this.currentYear);
    if (fault !== null) {
      const [start, end] = span;
      // Written otherwise there (`%2F` for `/`): only the value as a whole can be pointed at.
      return this.failure(fault.reason, end - start === to - from ? start + fault.at - from : start);
    }
    const { ai } = definition;
    const value = text.slice(from, to);
    if (definition.text !== this.text) this.note(definition, value);
    else if (definition.value !== value) return this.failure('repeated', span[0]);
    const typed = typedValue(definition, value, this.currentYear);
    this.elements.push(typed === undefined ? { ai, value, span } : { ai, value, typed, span });
    return null;
  }

  failure(reason: Gs1Reason, at: number): Gs1Result {
    return failure(reason, at, this.elements);
  }

  /** The result of a text that was read to its end. */
  finished(): Gs1Result {
    const warnings = warningsOf(this.distinct, this.needed, this.mayExclude !== 0);
    return { ok: true, elements: this.elements, warnings };
  }

  private note(definition: Definition, value: string): void {
    definition.text = this.text;
    definition.value = value;
    this.distinct.push(definition);
    const { needable, excludable, excluding } = definition;
    this.mayExclude |= (this.excludable & excluding) | (this.excluding & excludable);
    this.needed |= needable;
    this.excludable |= excludable;
    this.excluding |= excluding;
  }
}
