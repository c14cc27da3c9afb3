import type { CountIdentity } from './count-identity.ts';
import type { CountRow, Item, OperatorName } from './inventory.ts';
import { findUnit } from './quantity.ts';
import type { RowQuantities } from './record-count.ts';

/** How a count stands that this device has and the host, as far as is known, has not. */
export type PendingMark = 'waiting' | 'attention';

/** A row as it is shown: the host's, or with this device's own counts on top, and then it says so. */
export interface ListedRow extends CountRow {
  readonly pending?: PendingMark;
}

/** A row that the host has not numbered yet. */
export const NOT_NUMBERED = 0;

/** What a row will be made of. */
export interface Projection {
  /** The row's own id at the host is not known: one of this device's, never the same for two rows. */
  readonly id: string;
  readonly listId: string;
  readonly identity: CountIdentity;
  readonly item: Item;
  readonly quantities: RowQuantities;
  /** ISO 8601 */
  readonly countedAt: string | null;
  readonly operator: OperatorName | null;
}

/** The row a count will lead to if nothing comes between: on top of the host's, where that is known. */
export function projectedRow(existing: CountRow | null, projection: Projection): CountRow {
  const { id, listId, identity, item, quantities, countedAt, operator } = projection;
  const { quantity, alternativeQuantity } = quantities;
  const alternativeUnit = quantities.alternativeUnit === null ? null : findUnit(item, quantities.alternativeUnit);
  return {
    ...identity,
    id: existing?.id ?? id,
    listId,
    rowNumber: existing?.rowNumber ?? NOT_NUMBERED,
    itemDescription: existing?.itemDescription ?? item.description,
    unit: item.unit,
    quantity,
    alternativeUnit,
    alternativeQuantity,
    countedAt,
    operator,
    version: existing?.version ?? 0,
  };
}
