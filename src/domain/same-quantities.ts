import { isEqual } from './decimal.ts';
import type { RowQuantities } from './record-count.ts';

/** Whether two rows hold the same, however it is written; `null`: nothing is counted. */
export function sameQuantities(a: RowQuantities | null, b: RowQuantities | null): boolean {
  if (a === null || b === null) return a === b;
  if (!isEqual(a.quantity, b.quantity) || a.alternativeUnit !== b.alternativeUnit) return false;
  const [x, y] = [a.alternativeQuantity, b.alternativeQuantity];
  return x === null || y === null ? x === y : isEqual(x, y);
}
