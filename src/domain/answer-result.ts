import type { CountRow, DecimalText, Item, Unit } from './inventory.ts';
import { findUnit } from './quantity.ts';
import { type CountMode, type Entry, type RowQuantities, recordCount } from './record-count.ts';

/** What one answer would lead to, all in one unit, so that the operator can follow the sum. */
export interface AnswerResult {
  readonly unit: Unit;
  readonly earlier: DecimalText;
  readonly entered: DecimalText;
  readonly result: DecimalText;
  /** The result in the main unit, where `unit` is another one. */
  readonly inMain: DecimalText | null;
}

/**
 * The row after the answer, by the same rule as the host's. In the alternative unit where the row has it before and
 * after; otherwise in the main unit, since nothing else would be comparable.
 */
export function resultOf(item: Item, row: CountRow, entry: Entry, mode: Exclude<CountMode, 'new'>): AnswerResult {
  const before: RowQuantities = {
    quantity: row.quantity ?? '0',
    alternativeUnit: row.alternativeUnit?.code ?? null,
    alternativeQuantity: row.alternativeQuantity,
  };
  const entered = recordCount(item, null, entry, 'new');
  const after = recordCount(item, before, entry, mode);
  const alternative = after.alternativeUnit === null ? null : findUnit(item, after.alternativeUnit);
  const inAlternative = [before, entered, after].map(({ alternativeUnit, alternativeQuantity }) =>
    alternativeUnit === alternative?.code ? alternativeQuantity : null,
  );
  const [earlier = null, added = null, result = null] = inAlternative;
  if (alternative !== null && earlier !== null && added !== null && result !== null) {
    return { unit: alternative, earlier, entered: added, result, inMain: after.quantity };
  }
  const { quantity } = after;
  return { unit: item.unit, earlier: before.quantity, entered: entered.quantity, result: quantity, inMain: null };
}
