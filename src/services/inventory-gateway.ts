import type { CountIdentity, Dimension } from '../domain/count-identity.ts';
import type { CountRequest, RecordedCount, UndoRequest } from '../domain/count-request.ts';
import type { CountedSerial } from '../domain/counted-serial.ts';
import type { CountRow, Inventory, InventoryList, ItemMatch, Location, Lot, Operator } from '../domain/inventory.ts';
import type { RowHistory } from '../domain/row-history.ts';
import type { RowQuery } from '../domain/row-query.ts';
import type { Tokenizer } from '../tokenizer/types.ts';

/** What a look-up found, and whether there is more than it answered. */
export interface Matches<T> {
  readonly matches: readonly T[];
  readonly more: boolean;
  /** The host did not answer: this is what this device knew at that moment, in milliseconds since 1970. */
  readonly asOf?: number;
}

/** One page of a long listing; `next` is the cursor of the one after it, `null` on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** What is searched for, in any case, with or without accents. A field that is absent does not narrow the search. */
export interface InventoryQuery {
  /** A part of it. */
  readonly number?: string;
  /** `YYYY-MM-DD`, inclusive on both ends. */
  readonly from?: string;
  readonly to?: string;
  /** A part of the description. */
  readonly description?: string;
  /** A part of the notes. */
  readonly notes?: string;
  /** A part of the operator's name or user name. */
  readonly operator?: string;
  readonly closed?: boolean;
}

/** Exactly one of `barcode`, `code` and `text`: a barcode, a code (in its class, where that is known), a part of either. */
export interface ItemQuery {
  readonly barcode?: string;
  readonly code?: string;
  readonly itemClass?: string;
  readonly text?: string;
}

/** `code` whole, or `text` as a part of code or description; without a warehouse in all of them. */
export interface LocationQuery {
  readonly warehouse?: string;
  readonly code?: string;
  readonly text?: string;
}

/** The lots of one item, all of them or the one with this code; or, without an item, every lot with this code. */
export interface LotQuery {
  readonly itemClass?: string;
  readonly itemCode?: string;
  readonly code?: string;
}

/** What a host can do beyond storing a count; the client falls back where one is missing. */
export interface HostCapabilities {
  /** A count sent again with the same key is answered, not applied again. */
  readonly idempotencyKeys: boolean;
  /** A count that names an outdated version is refused. `ascending`: they are whole numbers, and rise. */
  readonly versions: boolean | 'ascending';
  /** A count that names other quantities than the row holds (`baseQuantities`) is refused. Absent: not; likewise below. */
  readonly baseQuantities?: boolean;
  /** It answers who changed a row, when and how. */
  readonly history?: boolean;
  /** It takes an operator's last count of a row back, by an entry of its own. */
  readonly undo?: boolean;
  /** It gives items, locations and lots as a whole, so that counting goes on where it does not answer. */
  readonly catalogue?: boolean;
  /** It says where a serial number is counted, and refuses a second place unless that is acknowledged. */
  readonly serials?: boolean;
  /** It keeps what an operator notes to a count, and shows it in the row's history. */
  readonly notes?: boolean;
  /** Names its data base as it is now: another one after a restore, when what was acknowledged may be gone. */
  readonly epoch?: string;
}

export interface HostConfiguration {
  readonly tokenizers: readonly Tokenizer[];
  readonly policies: {
    readonly newLots: boolean;
    readonly nextItemConfirms: boolean;
    /** What each command barcode starts with; `''`: there are none. Absent: `$$`. */
    readonly commandPrefix?: string | undefined;
  };
  readonly capabilities: HostCapabilities;
  /** Which version of the contract it speaks; absent: the first. */
  readonly contract?: number;
  /** What it tells stock apart by beside item, variant, lot, serial number and location, in the order to be shown. */
  readonly dimensions?: readonly Dimension[];
}

/** An item, or one of its variants, with the barcodes that mean it. */
export interface CatalogueItem extends ItemMatch {
  readonly barcodes: readonly string[];
}

/** `revision` names the state of this part of the catalogue when its first page was read. */
export interface CataloguePage<T> extends Page<T> {
  readonly revision: string;
}

export interface CatalogueQuery {
  readonly cursor: string | null;
  /** How many at most, 1 to 1,000; up to the host where absent. */
  readonly limit?: number;
  /** What the client has already; asked with the first page only. */
  readonly revision?: string;
}

/**
 * All that may be counted in a list, to work with while the host does not answer: paged in the order of keys, so that
 * nothing is left out or comes twice while it changes. `null`: nothing has changed since the revision asked with.
 */
export interface Catalogue {
  items(listId: string, query: CatalogueQuery, signal?: AbortSignal): Promise<CataloguePage<CatalogueItem> | null>;
  /** Those of the list's warehouse. */
  locations(listId: string, query: CatalogueQuery, signal?: AbortSignal): Promise<CataloguePage<Location> | null>;
  lots(listId: string, query: CatalogueQuery, signal?: AbortSignal): Promise<CataloguePage<Lot> | null>;
}

/**
 * The port: what counting needs of any host. A host with services of another shape implements it and hands it to
 * `connectInventar({ gateway })`.
 *
 * Every method rejects with one of the classes of `errors.ts` and nothing else. `signal` aborts reads; a count that
 * was sent is never aborted, since it may have been applied. What is optional is there where the capability of its
 * name says so.
 */
export interface InventoryGateway {
  operator(signal?: AbortSignal): Promise<Operator>;
  configuration(signal?: AbortSignal): Promise<HostConfiguration>;
  inventories(query: InventoryQuery, cursor: string | null, signal?: AbortSignal): Promise<Page<Inventory>>;
  /** The lists of these inventories that are the operator's or nobody's; the host filters, not the client. */
  lists(inventoryIds: readonly string[], signal?: AbortSignal): Promise<readonly InventoryList[]>;
  list(listId: string, signal?: AbortSignal): Promise<InventoryList>;
  rows(listId: string, query: RowQuery, cursor: string | null, signal?: AbortSignal): Promise<Page<CountRow>>;
  /** The row with this identity, counted or expected; `null` where there is none. */
  row(listId: string, identity: CountIdentity, signal?: AbortSignal): Promise<CountRow | null>;
  items(query: ItemQuery, signal?: AbortSignal): Promise<Matches<ItemMatch>>;
  locations(query: LocationQuery, signal?: AbortSignal): Promise<Matches<Location>>;
  lots(query: LotQuery, signal?: AbortSignal): Promise<Matches<Lot>>;
  /** Where a serial number is counted in the inventory of this list, this list and this place too. */
  serials?(listId: string, serial: string, signal?: AbortSignal): Promise<Matches<CountedSerial>>;
  /**
   * With `userName`, it is sent in nobody else's name: rejects with OtherUserError, and sends nothing, where the sign-in
   * that would be used, a renewed one too, belongs to somebody else.
   */
  recordCount(listId: string, request: CountRequest, userName?: string): Promise<RecordedCount>;
  /** `userName`: likewise. */
  undoCount?(listId: string, request: UndoRequest, userName?: string): Promise<RecordedCount>;
  rowHistory?(listId: string, rowId: string, signal?: AbortSignal): Promise<RowHistory>;
  readonly catalogue?: Catalogue;
}
