/**
 * The outbox: counts that were confirmed and may not be at the host yet. `confirm` answers "saved on this device" once
 * the count would survive a power cut; "at the host" is said only after a reply that parses and matches. Nothing
 * expires: a count leaves the outbox by the host's word or by a person's.
 */
import type { Observable } from 'rxjs';
import type { CountIdentity } from '../domain/count-identity.ts';
import type { CountRequest } from '../domain/count-request.ts';
import type { HostCapabilities } from '../services/inventory-gateway.ts';
import type { RowQuantities } from '../domain/record-count.ts';
import type { AttentionReason, DecidedOn, OutboxRecord, Trouble } from './record.ts';
import type { StorageTrouble } from './storage-watch.ts';
import type { StorageKind } from './store/store.ts';
import type { Quarantined } from './stored-row.ts';

export type { AttentionReason, DecidedOn, Discard, Fate, OutboxRecord, RecordState, Sent, Trouble } from './record.ts';
export type { StorageTrouble } from './storage-watch.ts';
export type { StorageKind } from './store/store.ts';
export type { Quarantined } from './stored-row.ts';

export type Saved =
  | { readonly ok: true; readonly id: string; readonly where: 'device' }
  /** Only where nothing is kept, likewise below. */
  | { readonly ok: true; readonly id: string; readonly where: 'host'; readonly record: OutboxRecord }
  /** A person has to decide first, about this `record`: this very count, or an earlier one of its row. */
  | {
      readonly ok: true;
      readonly id: string;
      readonly where: 'attention';
      readonly record: OutboxRecord;
      /** `null`: nobody waits for it any more, a person has given it up. */
      readonly reason: AttentionReason | null;
    };

export type StorageFailure =
  /** The disk is full, although finished counts were already dropped. The form keeps what was typed. */
  | { readonly ok: false; readonly kind: 'quota' }
  /** No storage answers: it was withdrawn, or could not be opened again. */
  | { readonly ok: false; readonly kind: 'no-storage'; readonly cause: unknown };

export type SaveFailure =
  | StorageFailure
  /** Another count of this device for the row came in between: ask Add or Replace on `pending`. Nothing was saved. */
  | { readonly ok: false; readonly kind: 'changed-here'; readonly pending: Pending | null }
  /** Surely not at the host: it waits until somebody signs in, unless it is taken back. */
  | { readonly ok: false; readonly kind: 'not-sent'; readonly id: string; readonly why: 'signed-out' | 'other-user' }
  | NoAnswer;

/**
 * Perhaps at the host; or (`storage`) perhaps saved on this device, whose storage does not answer. It is asked again by itself
 * under the same key, and at once where it is confirmed again.
 */
export interface NoAnswer {
  readonly ok: false;
  readonly kind: 'no-answer';
  readonly trouble: Trouble['kind'] | 'storage';
  /** What it came to in the end. */
  readonly later: Promise<Saved | Exclude<SaveFailure, NoAnswer>>;
}

export type CommandResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly kind: 'not-found' | 'in-flight' | 'not-possible' }
  | StorageFailure;

/** Who takes over what another device exported. */
export interface Importer {
  readonly isSupervisor: boolean;
  readonly host: Pick<HostCapabilities, 'idempotencyKeys' | 'baseQuantities'>;
  /** Else it is only told what is in it. */
  readonly take: boolean;
}

/** What is in the file of another device, or why it is not taken. */
export type ImportResult =
  | {
      readonly ok: true;
      readonly user: string;
      /** They are kept for that user, and sent once that one signs in here. */
      readonly isOther: boolean;
      /** ISO 8601. */
      readonly exportedAt: string;
      /** Unfinished there, and not known here. */
      readonly counts: number;
      readonly known: number;
      readonly unreadable: number;
    }
  | { readonly ok: false; readonly kind: 'damaged' | 'newer' | 'not-possible' }
  | { readonly ok: false; readonly kind: 'other-host'; readonly host: string }
  | { readonly ok: false; readonly kind: 'other-user'; readonly user: string }
  | StorageFailure;

/** What this device knows about a row beyond what the host shows: its own counts on top. */
export interface Pending {
  /** The last of them: what a decision made now follows. */
  readonly tail: string;
  readonly records: readonly OutboxRecord[];
  /** What the row will hold when they are all applied. */
  readonly projected: RowQuantities;
}

/** Unsent counts of the same user for another host: they are sent when that one is counted for. */
export interface Elsewhere {
  /** Its address. */
  readonly host: string;
  readonly tenant: string;
  readonly unsent: number;
}

/** Why nothing, or less, is sent right now. Moments are `Clock.now()` milliseconds. */
export type Pause =
  | { readonly kind: 'offline'; readonly until: number }
  | { readonly kind: 'host-error'; readonly until: number }
  /** The host asked to wait (429, 503 with Retry-After). */
  | { readonly kind: 'asked-to-wait'; readonly until: number }
  | { readonly kind: 'signed-out' }
  /**
   * What has to be written could not be. `until`: `null` where counts go to a host with keys all the same, or wait for the
   * storage alone. `why`: absent where it answers again.
   */
  | { readonly kind: 'storage'; readonly until: number | null; readonly why?: StorageTrouble }
  /** Somebody else is signed in: these counts are not sent in their name. */
  | { readonly kind: 'other-user' };

export interface OutboxState {
  /** What is stored has been read. Before, counts can be confirmed all the same. */
  readonly ready: boolean;
  readonly storage: StorageKind;
  /** Whether this tab is the one that sends. */
  readonly sender: boolean;
  /** Another tab has a version that can't read what this one stores: it is to be closed. */
  readonly oldTab: boolean;
  /** What was kept was deleted by the browser or another page: what this tab knew of is kept again. */
  readonly evicted: boolean;
  /** Whether the browser promises to keep what is stored; `null`: it has not said, and may delete it. */
  readonly persisted: boolean | null;
  /** What else this device has of this user's unsent counts. */
  readonly elsewhere: readonly Elsewhere[];
  /** In the order of confirmation. */
  readonly waiting: readonly OutboxRecord[];
  readonly sending: readonly OutboxRecord[];
  readonly unknown: readonly OutboxRecord[];
  readonly attention: readonly OutboxRecord[];
  /** The latest first, as far as they are kept. */
  readonly done: readonly OutboxRecord[];
  readonly superseded: readonly OutboxRecord[];
  readonly discarded: readonly OutboxRecord[];
  readonly quarantined: readonly Quarantined[];
  readonly pause: Pause | null;
  /** Lists the host calls closed, with counts for them here. */
  readonly blockedLists: readonly string[];
}

export type OutboxEvent =
  /** With the host's row and the list's progress in the record, where the host said them. */
  | { readonly type: 'done'; readonly record: OutboxRecord }
  | { readonly type: 'attention'; readonly record: OutboxRecord; readonly reason: AttentionReason };

/**
 * A person's answer where the row has to be looked at; to a serial number that the host has in another place; and that a
 * count was taken back at the host.
 */
export type Answer = 'add' | 'replace' | 'already-counted' | 'count-here-too' | 'taken-back';

/** What a person says of counts. */
export interface Commands {
  /** Sends a refused count again: the same key, the same body. */
  retry(id: string): Promise<CommandResult>;
  /** Add or Replace on the row the host shows (under a new key), or the person's word that it is counted. */
  resolve(id: string, answer: Answer): Promise<CommandResult>;
  /** Only a person does this; it stays in the history. */
  discard(id: string, reason: string, by: string): Promise<CommandResult>;
  /** Takes a discard back: the count stands as it did before. Not where a later one of its row has gone on without it. */
  restore(id: string): Promise<CommandResult>;
  /** Takes back a count that was never sent; what it had superseded comes back. Not where a later count builds on it. */
  withdraw(id: string, by: string): Promise<CommandResult>;
  /** Where nothing is kept: forgets a count that surely is not at the host, since the form that waited for it has it. */
  takeBack(id: string): Promise<CommandResult>;
  /** Tries a list again that the host called closed. To keep its counts, nothing is to be done. */
  retryList(listId: string): Promise<CommandResult>;
  /** Sends again, under new keys, what the host has lost, where nobody has counted the row there since. */
  resendLost(): Promise<CommandResult>;
  /** Moves a closed list's counts, other than those in doubt, to another list, under new keys. */
  reassign(listId: string, toListId: string): Promise<CommandResult>;
}

export interface Outbox extends Commands {
  /** Replays the current state. */
  readonly state$: Observable<OutboxState>;
  readonly events$: Observable<OutboxEvent>;
  /**
   * Resolves after the transaction's `complete`, and where nothing is kept after the host's answer: only then is the
   * count safe. Never rejects for a disk's sake.
   */
  confirm(listId: string, request: CountRequest, decidedOn: DecidedOn): Promise<Saved | SaveFailure>;
  /** This device's own unfinished counts of a row; `null` where there are none. */
  pendingFor(listId: string, identity: CountIdentity): Pending | null;
  /** Forgets every wait, Retry-After too, and tries at once. */
  sendNow(): void;
  /** Everything here, the quarantined too, as JSON for a person to keep, or to take to another device. */
  exportRecords(): Promise<string>;
  /** What `exportRecords` gave on another device: its unfinished counts are sent from here too, under their keys. */
  importRecords(text: string, by: Importer): Promise<ImportResult>;
  /** At log-out: deletes history and caches, so that nobody reads them; unfinished counts stay. */
  forgetFinished(): Promise<CommandResult>;
  /** How many counts a log-out would leave behind. */
  unfinished(): number;
  /** Stops sending; what is in flight is found as `unknown` by the next start. */
  dispose(): void;
}
