import type { CountRow, DecimalText, Item } from './inventory.ts';
import { sum } from './decimal.ts';
import { findAlternative, findUnit, toMainUnit, withUnitDecimals } from './quantity.ts';

/** `new` fills a row nobody has counted; `add` sums onto a counted one; `replace` overwrites it (rule 4). */
export type CountMode = 'new' | 'add' | 'replace';

/** What was entered: a quantity in the unit it was entered in. */
export interface Entry {
  readonly quantity: DecimalText;
  /** A unit's code: the item's main unit or one of its alternative units. */
  readonly unit: string;
}

/** The four quantities of a row. */
export interface RowQuantities {
  readonly quantity: DecimalText;
  readonly alternativeUnit: string | null;
  readonly alternativeQuantity: DecimalText | null;
}

/**
 * What a row holds after a count; host and client use this same rule, so that the dialog shows what will be stored.
 *
 * An entry in an alternative unit keeps it and converts once. Add in the unit the row already has sums that unit and
 * converts the sum; otherwise the main quantities are summed and the alternative is cleared, since no single
 * alternative quantity would say what was counted.
 *
 * The entry's unit must be one of the item's (`findUnit`); an unknown one throws RangeError, as only a caller's
 * mistake leads there.
 */
export function recordCount(item: Item, existing: RowQuantities | null, entry: Entry, mode: CountMode): RowQuantities {
  const entered = inRow(item, entry);
  if (mode !== 'add' || existing === null) return entered;
  if (entered.alternativeUnit !== null && entered.alternativeUnit === existing.alternativeUnit) {
    return inRow(item, { quantity: sum(existing.alternativeQuantity ?? '0', entry.quantity), unit: entry.unit });
  }
  const quantity = withUnitDecimals(sum(existing.quantity, entered.quantity), item.unit);
  return { quantity, alternativeUnit: null, alternativeQuantity: null };
}

function inRow(item: Item, entry: Entry): RowQuantities {
  const unit = findUnit(item, entry.unit);
  if (unit === null) throw new RangeError(`Item ${item.itemClass}/${item.code} has no unit ${entry.unit}`);
  const alternative = findAlternative(item, entry.unit);
  const quantity = withUnitDecimals(entry.quantity, unit);
  if (alternative === null) return { quantity, alternativeUnit: null, alternativeQuantity: null };
  return {
    quantity: toMainUnit(entry.quantity, alternative, item.unit),
    alternativeUnit: unit.code,
    alternativeQuantity: quantity,
  };
}

/** The quantities of a counted row; `null` where there is none, or one that is expected and not yet counted. */
export function quantitiesOf(row: CountRow | null): RowQuantities | null {
  if (row === null || row.quantity === null) return null;
  const { quantity, alternativeUnit, alternativeQuantity } = row;
  return { quantity, alternativeUnit: alternativeUnit?.code ?? null, alternativeQuantity };
}
