import type { CodeParts, CodeRead, Stated } from '../code-read.ts';
import type { QueuedCommand } from '../command.ts';
import type { Dimension, Dimensions } from '../count-identity.ts';
import type { CountRequest } from '../count-request.ts';
import type { CountRow, InventoryList, Item, ItemMatch, Location, Lot } from '../inventory.ts';
import type { Notice } from '../notice.ts';
import type { Entry } from '../record-count.ts';

/** What the host or the page allows, beside what the list type says. */
export interface CountingRules {
  /** A lot that is not there yet can be typed (rule 8). */
  readonly newLots: boolean;
  /** The next item or location read confirms the count that stands, instead of waiting for Confirm. */
  readonly nextItemConfirms: boolean;
  /** A read that nobody could look up is parked, to be looked up later. */
  readonly parks: boolean;
  /** The host keeps what is noted to a count. */
  readonly notes: boolean;
  /** The host takes a serial number in a second place where that is acknowledged. */
  readonly serials: boolean;
  /** The host's own dimensions that every count has to say, in the order to be shown. */
  readonly dimensions: readonly Dimension[];
}

/** A lot as entered: one of the item's, or (`known: null`) a text the host will judge. */
export interface EnteredLot {
  readonly code: string;
  readonly known: Lot | null;
  /** As its label states it. `YYYY-MM-DD` */
  readonly expiry?: string;
  /** A person says that it is a new one. */
  readonly meant?: true;
}

/** What is known of a row already there for the identity in the form. */
export type ExistingRow = 'unread' | 'reading' | CountRow | null;

export interface CountForm {
  readonly location: Location | null;
  readonly item: ItemMatch | null;
  readonly lot: EnteredLot | null;
  /** The lot field's text, while it is not yet taken over. */
  readonly lotText: string;
  readonly offeredLots: readonly Lot[];
  /** Whether `offeredLots` are all the item has; otherwise a lot not among them is left to the host to judge. */
  readonly lotsComplete: boolean;
  readonly serial: string;
  /** What is typed for the host's own dimensions, by their names. */
  readonly dimensions: Dimensions;
  /** As typed; nothing is corrected under the operator's hands. */
  readonly quantityText: string;
  /** The quantity's text, where it came faster than anybody types; `null`: it did not. */
  readonly burst: string | null;
  readonly noteText: string;
  readonly existing: ExistingRow;
  /** The count of this device, not at the host yet, whose result `existing` is; `null`: `existing` is the host's. */
  readonly follows: string | null;
  /** Stands for the item, where nobody could say what the code means: only its quantity can be entered. */
  readonly parked: CodeRead | null;
  /** The read that brought the item: it goes into the row's history at the host. */
  readonly barcode: string | null;
}

/** What the look-ups of one read found. A part that was not asked for is absent; an empty array means "none". */
export interface Found {
  readonly locations?: readonly Location[];
  readonly items?: readonly ItemMatch[];
  readonly lots?: readonly Lot[];
  /** A part of a code or description was searched for: a match is offered, never taken by itself. */
  readonly searched?: boolean;
  /** There are more matches than these. */
  readonly more?: boolean;
  /** The host did not answer: this is what this device knew at that moment, in milliseconds since 1970. */
  readonly asOf?: number;
}

/** A meaning of a read whose parts were looked up. */
export interface Meaning {
  readonly parts: CodeParts;
  readonly found: Found;
}

/** One meaning of a code that has several. `reading`: another way to cut the text, with a lot or serial number of its own. */
export type Option =
  | ({ readonly kind: 'reading' } & Meaning)
  | { readonly kind: 'location'; readonly location: Location }
  | { readonly kind: 'item'; readonly match: ItemMatch }
  | { readonly kind: 'lot'; readonly lot: Lot };

/** The parts of a read, each resolved to one thing. */
export interface Resolved extends Stated {
  readonly location?: Location;
  readonly item?: ItemMatch;
  readonly lot?: EnteredLot;
  /** Nobody could say what the code means: it stands for an item, or (`location`) for where one is. */
  readonly parked?: 'item' | 'location';
}

/** A read that is understood and waits, because it would overwrite a quantity that stands unconfirmed. */
export interface HeldRead {
  readonly read: CodeRead;
  readonly resolved: Resolved;
}

/** What came of the meanings of a read that were looked up before the one at hand. */
export interface Tried {
  /** Those that resolved but for a lot, or by a guess: taken when no other resolves whole. */
  readonly meanings: readonly Meaning[];
  /** What was missing for the last. */
  readonly notice: Notice | null;
}

/**
 * What counting is doing. Only `idle` takes the next read; in all others reads wait, in order. `paused`: a read failed
 * while others were waiting behind it, and what they belong to may be wrong now, so that a person says to go on.
 */
export type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'paused' }
  | {
      readonly kind: 'resolving';
      readonly read: CodeRead;
      readonly candidate: number;
      readonly tried: Tried;
    }
  | {
      readonly kind: 'stuck';
      readonly read: CodeRead;
      readonly candidate: number;
      readonly tried: Tried;
    }
  | {
      readonly kind: 'choosing';
      readonly read: CodeRead;
      readonly parts: CodeParts;
      readonly found: Found;
      readonly options: readonly Option[];
    }
  | {
      readonly kind: 'asking';
      readonly row: CountRow;
      readonly item: Item;
      readonly entry: Entry;
      readonly changed: boolean;
      /** The count of the outbox that is asked about; `null`: the one in the form. */
      readonly countId: string | null;
    }
  | { readonly kind: 'recording'; readonly request: CountRequest }
  | { readonly kind: 'unsure'; readonly request: CountRequest }
  /** The serial number is counted in another place: whether here too, a person says. Nothing was saved. */
  | { readonly kind: 'elsewhere'; readonly request: CountRequest };

/** A field of the form that is typed into; what it holds is taken over as it is typed. */
export type TypedField = 'lot' | 'serial' | DimensionField | 'quantity' | 'note';
/** One of the host's own dimensions, by its place among those that are asked. */
export type DimensionField = `dimension-${number}`;
export type Field = 'barcode' | TypedField;

export interface CountingState {
  readonly list: InventoryList;
  readonly rules: CountingRules;
  readonly form: CountForm;
  readonly stage: Stage;
  readonly held: HeldRead | null;
  readonly waiting: readonly (CodeRead | QueuedCommand)[];
  readonly notice: Notice | null;
  readonly lastCounted: CountRow | null;
  /** Its lot, where a person has said that it is a new one. */
  readonly lastNewLot: string | null;
  /** The key of the last count, while this device has it and the host, as far as is known, has not. */
  readonly lastSaved: string | null;
  /** Where the focus belongs; `turn` rises each time it is to be put there again. */
  readonly focus: { readonly field: Field; readonly turn: number };
}
