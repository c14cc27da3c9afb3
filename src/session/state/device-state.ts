import { type CacheState, NO_CACHE } from '../../device/copy/copy-state.ts';
import type { Failure } from '../../domain/failure.ts';
import type { CountRow } from '../../domain/inventory.ts';
import type { ParkedRead } from '../../domain/parked-read.ts';
import type { HistoryEntry } from '../../domain/row-history.ts';
import { Mirror } from '../../outbox/mirror.ts';
import type { Answer, CommandResult, ImportResult, OutboxRecord, OutboxState } from '../../outbox/types.ts';
import { NOT_SENDING } from '../../outbox/sending-ports.ts';
import { viewOf } from '../../outbox/view.ts';

export { type CacheState, NO_CACHE };

/**
 * What was done last in the opened list, and whether it can be taken back: a count or a read that nobody could look up was
 * kept, or counts were discarded.
 */
export type UndoState = CountUndo | ParkedUndo | DiscardUndo;

/** The last confirmation, and whether it can be reversed. */
export interface CountUndo {
  readonly of: 'count';
  /** Its key: the record's id in the outbox. */
  readonly id: string;
  /** The row as it led to it. */
  readonly row: CountRow;
  /**
   * `withdraw`: it was never sent and is taken back here. `host`: the host takes it back. `count-back`: the quantity
   * before is known, and a Replace brings it back. `null`: it can't be reversed, or is so already.
   */
  readonly way: 'withdraw' | 'host' | 'count-back' | null;
  readonly status: 'possible' | 'running' | 'undone';
}

/** The read that was parked last. */
export interface ParkedUndo {
  readonly of: 'parked';
  /** The one it is kept under. */
  readonly id: string;
  readonly parked: ParkedRead;
  /** As it was kept before it was read anew, or taken up again; `null`: it was not. */
  readonly before: ParkedRead | null;
  readonly status: 'possible' | 'undone';
}

/** The counts that were discarded last, at once. */
export interface DiscardUndo {
  readonly of: 'discarded';
  /** The first of them. */
  readonly id: string;
  readonly ids: readonly string[];
  /** What was done before. */
  readonly before: UndoState | null;
  readonly status: 'possible' | 'running';
}

/** The history of one row: what the host keeps, and what this device has on top of it. */
export interface HistoryState {
  readonly row: CountRow;
  /** `here-only`: the host keeps no history, or does not have the row yet. */
  readonly status: 'loading' | 'ready' | 'failed' | 'here-only';
  readonly failure: Failure | null;
  /** The host's, newest first. */
  readonly entries: readonly HistoryEntry[];
  /** There are older ones at the host. */
  readonly more: boolean;
  /** This device's counts of the row that are not among them: pending, superseded, taken back. Newest first. */
  readonly here: readonly OutboxRecord[];
}

/** A parked read, and what the host says of it since it answers again. */
export interface ParkedState extends ParkedRead {
  /** `unasked`: the host does not answer yet. */
  readonly meaning: 'unasked' | 'known' | 'unknown';
}

export interface LogOutState {
  /** `sending`: it is logged out as soon as nothing is left. */
  readonly status: 'asking' | 'sending';
  /** How many counts would stay behind. */
  readonly unfinished: number;
  readonly parked: number;
  /** Whether they outlive the page, and can be left for when the operator is back. */
  readonly canKeep: boolean;
  /** Only a supervisor may discard. */
  readonly canDiscard: boolean;
}

/** A command of the outbox that was not carried out, until it is seen. */
export interface OutboxProblem {
  /** The record it was about; `null`: none in particular. */
  readonly id: string | null;
  readonly kind: Extract<CommandResult, { ok: false }>['kind'];
}

/** What a person keeps of the outbox: to be offered as a file, then `export-taken`. */
export interface OutboxExport {
  readonly fileName: string;
  readonly json: string;
}

/** A file of another device that somebody chose: what is in it, whether it was taken, or why it is not. */
export interface OutboxImport {
  readonly status: 'asking' | 'taken';
  readonly result: ImportResult;
}

export interface DeviceState {
  readonly outbox: OutboxState;
  /** The outbox's own screen is open. */
  readonly outboxShown: boolean;
  readonly outboxProblem: OutboxProblem | null;
  /** The counts that were discarded since the page is there, those of one time together: the last are taken back first. */
  readonly discards: readonly (readonly string[])[];
  readonly exported: OutboxExport | null;
  readonly imported: OutboxImport | null;
  /** Of all lists, the latest first. */
  readonly parked: readonly ParkedState[];
  readonly cache: CacheState;
  /** `null`: nothing was kept since the list was opened. */
  readonly undo: UndoState | null;
  readonly history: HistoryState | null;
  readonly logOut: LogOutState | null;
}

export type DeviceAction =
  | { readonly type: 'show-outbox' | 'close-outbox' }
  | { readonly type: 'outbox-send-now' | 'outbox-export' | 'export-taken' | 'outbox-problem-seen' }
  /** The text of a file of another device; what is in it is told before it is taken. */
  | { readonly type: 'outbox-import'; readonly text: string }
  | { readonly type: 'outbox-import-take' | 'outbox-import-seen' }
  | { readonly type: 'outbox-retry' | 'outbox-withdraw'; readonly id: string }
  | { readonly type: 'outbox-resolve'; readonly id: string; readonly answer: Answer }
  | { readonly type: 'outbox-discard'; readonly id: string; readonly reason: string }
  /** The same for several at once. */
  | { readonly type: 'outbox-retry-all'; readonly ids: readonly string[] }
  | { readonly type: 'outbox-discard-all'; readonly ids: readonly string[]; readonly reason: string }
  /** Takes back the last of `discards`. */
  | { readonly type: 'outbox-restore' }
  | { readonly type: 'outbox-retry-list'; readonly listId: string }
  | { readonly type: 'outbox-resend-lost' }
  | { readonly type: 'outbox-reassign'; readonly listId: string; readonly toListId: string }
  /** Fills the form with it, once the host knows its code; discards it for good. */
  | { readonly type: 'finish-parked' | 'discard-parked'; readonly id: string }
  | { readonly type: 'undo' }
  | { readonly type: 'show-history'; readonly rowId: string }
  | { readonly type: 'close-history' }
  | { readonly type: 'log-out' }
  /** `send`: log out when all is at the host; `keep`: now, the counts stay on this device, unreadable for others. */
  | { readonly type: 'log-out-answer'; readonly answer: 'send' | 'stay' | 'keep' }
  /** A supervisor's alone: every unfinished count, with the reason in the history. */
  | { readonly type: 'log-out-answer'; readonly answer: 'discard'; readonly reason: string };

export const NO_OUTBOX = viewOf(new Mirror(), {
  ready: false,
  storage: 'device',
  evicted: false,
  ...NOT_SENDING,
});

export const INITIAL_DEVICE: DeviceState = {
  outbox: NO_OUTBOX,
  outboxShown: false,
  outboxProblem: null,
  discards: [],
  exported: null,
  imported: null,
  parked: [],
  cache: NO_CACHE,
  undo: null,
  history: null,
  logOut: null,
};
