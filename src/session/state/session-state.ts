import type { CountingEvent } from '../../domain/counting/events.ts';
import type { CountingState } from '../../domain/counting/state.ts';
import type { Failure } from '../../domain/failure.ts';
import type { CountRow, Inventory, InventoryList, Operator } from '../../domain/inventory.ts';
import type { ListedRow } from '../../domain/listed-row.ts';
import type { Rows } from '../../domain/row-pages.ts';
import type { RowQuery } from '../../domain/row-query.ts';
import type { InventoryQuery } from '../../services/inventory-gateway.ts';
import type { ConfigurationWarning, Tokenizer } from '../../tokenizer/index.ts';
import { INITIAL_DEVICE, type DeviceAction, type DeviceState } from './device-state.ts';
import { NO_SCANNERS, type ScannerAction, type ScannersState } from './scanners-state.ts';

/** `off`: there is none. `failed`: it could not be loaded, and GS1 data is looked up as it stands. */
export type Gs1Status = 'off' | 'loading' | 'ready' | 'failed';

export type HostState =
  | { readonly status: 'connecting' }
  | {
      readonly status: 'ready';
      readonly operator: Operator;
      /** As the host's configuration has them, also those that can't be applied. */
      readonly tokenizers: readonly Tokenizer[];
      readonly warnings: readonly ConfigurationWarning[];
      /** The host did not answer: this is what it said when it last did. */
      readonly fromDevice: boolean;
    }
  /** The operator logged out; `connect` starts anew. */
  | { readonly status: 'logged-out' }
  | { readonly status: 'failed'; readonly failure: Failure };

export interface SearchState {
  readonly query: InventoryQuery;
  readonly status: 'untouched' | 'searching' | 'done' | 'failed';
  readonly failure: Failure | null;
  readonly inventories: readonly Inventory[];
  readonly lists: readonly InventoryList[];
  /** There are more inventories than these. */
  readonly next: string | null;
  readonly selectedListId: string | null;
}

export interface RowsState {
  readonly query: RowQuery;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: Failure | null;
  /** What the host answered. */
  readonly atHost: Rows;
  /** The same, with this device's own unfinished counts on top. */
  readonly rows: Rows<ListedRow>;
  readonly next: string | null;
}

export const NO_ROWS: RowsState = {
  query: { order: 'newest' },
  status: 'loading',
  failure: null,
  atHost: [],
  rows: [],
  next: null,
};

export type OpenMode = 'count' | 'view';

export interface OpenedList {
  /** Another number for each opening, so that answers meant for an earlier one are known. */
  readonly visit: number;
  readonly listId: string;
  readonly mode: OpenMode;
  readonly status: 'opening' | 'open' | 'failed';
  readonly failure: Failure | null;
  readonly list: InventoryList | null;
  /** `null` while opening, and in `view`. */
  readonly counting: CountingState | null;
  readonly rows: RowsState;
  /** What was scanned or typed last, as it was; `null` before the first. */
  readonly lastRead: string | null;
  /** The operator wants to leave and is asked, because something is unfinished. */
  readonly leaving: boolean;
}

export interface InventarState extends DeviceState {
  readonly host: HostState;
  /** Whether GS1 labels are read. */
  readonly gs1: Gs1Status;
  readonly search: SearchState;
  readonly opened: OpenedList | null;
  /** The text of a scan that came while no list was open for counting, until it is seen or a list is opened. */
  readonly unusedScan: string | null;
  readonly scanners: ScannersState;
}

/** What the operator did to the form; the session adds what only it may: reads, answers and idempotency keys. */
export type FormAction = Extract<
  CountingEvent,
  {
    type:
      | 'option-chosen'
      | 'lot-meant'
      | 'choice-cancelled'
      | 'field-typed'
      | 'field-entered'
      | 'burst-entered'
      | 'quantity-stepped'
      | 'question-dismissed'
      | 'go-on'
      | 'discard'
      | 'location-cleared'
      | 'notice-dismissed';
  }
>;

export type RowsAction =
  | { readonly type: 'query-rows'; readonly query: RowQuery }
  | { readonly type: 'more-rows' }
  /** As if its location and its item were read. */
  | { readonly type: 'count-row'; readonly rowId: string };

/** Everything a view may ask for. */
export type InventarAction =
  | { readonly type: 'connect' }
  | { readonly type: 'search'; readonly query: InventoryQuery }
  | { readonly type: 'search-more' }
  | { readonly type: 'select-list'; readonly listId: string | null }
  | { readonly type: 'open-list'; readonly listId: string; readonly mode: OpenMode }
  | { readonly type: 'leave-list' }
  | { readonly type: 'leave-anyway' }
  | { readonly type: 'stay' }
  | { readonly type: 'type-code'; readonly text: string }
  | { readonly type: 'confirm'; readonly meant?: true }
  | { readonly type: 'answer'; readonly mode: 'add' | 'replace' }
  | { readonly type: 'unused-scan-seen' }
  | RowsAction
  | DeviceAction
  | ScannerAction
  | FormAction;

/** What happened, for the host page: plain data, so that it can cross into any framework. */
export type InventarEvent =
  | { readonly type: 'list-opened'; readonly detail: { readonly listId: string; readonly mode: OpenMode } }
  /** A count is safe on this device, and not at the host yet; `row` is as it will be. */
  | { readonly type: 'count-saved'; readonly detail: { readonly listId: string; readonly row: CountRow } }
  /** The host has a count. */
  | { readonly type: 'count-recorded'; readonly detail: { readonly listId: string; readonly row: CountRow } }
  | { readonly type: 'list-left'; readonly detail: { readonly listId: string } }
  /** `unfinished`: how many counts of this operator stay on this device. */
  | { readonly type: 'logged-out'; readonly detail: { readonly unfinished: number } }
  | { readonly type: 'error'; readonly detail: { readonly code: string; readonly listId: string | null } };

export const INITIAL_STATE: InventarState = {
  host: { status: 'connecting' },
  gs1: 'off',
  search: {
    query: {},
    status: 'untouched',
    failure: null,
    inventories: [],
    lists: [],
    next: null,
    selectedListId: null,
  },
  opened: null,
  unusedScan: null,
  ...INITIAL_DEVICE,
  scanners: NO_SCANNERS,
};
