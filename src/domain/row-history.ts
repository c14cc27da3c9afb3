import type { Told } from './count-request.ts';
import type { DecimalText, OperatorName, RowVersion } from './inventory.ts';
import type { CountMode, Entry } from './record-count.ts';

/** One change of a row. Nothing is ever taken out of a history: what was undone stays, with what undid it. */
export interface HistoryEntry extends Told {
  readonly id: string;
  /** The idempotency key of the request; `null` where the host keeps none, or keeps it no longer. */
  readonly key: string | null;
  readonly mode: CountMode | 'undo';
  readonly operator: OperatorName;
  /** ISO 8601, by the host's clock. */
  readonly recordedAt: string;
  /** ISO 8601, by the device's clock. */
  readonly confirmedAt: string | null;
  readonly device: string | null;
  /** As entered; `null` for an undo. */
  readonly entered: Entry | null;
  /** What the row held afterwards; `quantity: null` is not counted. */
  readonly result: {
    readonly quantity: DecimalText | null;
    /** A unit's code. */
    readonly alternativeUnit: string | null;
    readonly alternativeQuantity: DecimalText | null;
  };
  /** The version it made. */
  readonly version: RowVersion;
  /** The `id` of the entry that this one took back, and of the one that took this one back. */
  readonly undoes: string | null;
  readonly undoneBy: string | null;
}

/** Newest first. `more`: there are older entries that the host did not answer. */
export interface RowHistory {
  readonly entries: readonly HistoryEntry[];
  readonly more: boolean;
}
