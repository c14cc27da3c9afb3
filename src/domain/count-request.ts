import type { CountIdentity } from './count-identity.ts';
import type { CountRow, ItemMatch, ListProgress, RowVersion } from './inventory.ts';
import type { CountMode, Entry, RowQuantities } from './record-count.ts';

/**
 * The one shape of a count, from the form to the store and to the host. `services/shapes.ts` says the same to whatever
 * reads bytes, and does not compile where the two disagree. What is added is optional, and absent where it does not
 * hold: a host tells by the whole request whether it has had it before.
 */

/** What a device says of itself, for the row's history; the host decides nothing by it. */
export interface DeviceStamp {
  /** The name or id it gives itself, at most 64 characters. */
  readonly device?: string | null;
  /** ISO 8601, by the device's own clock, which may be wrong. */
  readonly confirmedAt?: string | null;
}

/** Which press of Confirm it was, when, and on which device: no two have the same key. */
export interface Press extends DeviceStamp {
  readonly key: string;
}

/**
 * In code points: some twelve lines of a handheld's screen, so that the history of a row stays readable there. Data
 * bases that count UTF-16 units hold it in 1,000.
 */
export const LONGEST_NOTE = 500;

/** What is told beside a count: kept by the host as it came, and shown in the row's history. */
export interface Told {
  /** The text that was read. */
  readonly barcode: string | null;
  /** What the operator noted, of 1 to `LONGEST_NOTE` code points; absent where nothing. */
  readonly note?: string;
}

/** What is counted and how, as one press of Confirm decided it. Frozen: a retry sends the same key and the same body. */
export interface CountRequest extends Press, Told {
  readonly mode: CountMode;
  readonly identity: CountIdentity;
  readonly entry: Entry;
  /** The version of the row that was decided on; `null` where none was known. */
  readonly baseVersion: RowVersion | null;
  /** What the row held then, of Add and Replace, for a host that compares it: a restored one gives a version out twice. */
  readonly baseQuantities?: RowQuantities;
  /** What the host would refuse, by its name there, and a person was asked about and wants all the same. */
  readonly acknowledged?: readonly string[];
}

/** Takes a count back. Frozen like a count, and sent under a key of its own. */
export interface UndoRequest extends Press {
  /** The key of the count that is taken back: the operator's own. */
  readonly undoes: string;
  /** The version of the row that this count made. */
  readonly baseVersion: RowVersion;
}

/** What a count was decided on, and what the form knew of its item and place. */
export interface Decided {
  /** With its units: what a row will hold is computed from it (`recordCount`). */
  readonly item: ItemMatch;
  readonly locationDescription: string;
  /** The row that was shown; `null`: none, or nobody had counted it. */
  readonly base: CountRow | null;
  /** The count of this device, not at the host yet, whose result `base` is; `null`: `base` is the host's. */
  readonly follows: string | null;
}

/** The host's answer to a count, and to an undo. */
export interface RecordedCount {
  readonly row: CountRow;
  /** `null`: the host does not say how far the list is. */
  readonly progress: ListProgress | null;
}

/** The press alone, of whatever it came with. */
export function pressOf({ key, device, confirmedAt }: Press): Press {
  return { key, ...(device !== undefined && { device }), ...(confirmedAt !== undefined && { confirmedAt }) };
}
