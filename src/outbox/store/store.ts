import type { Discard } from '../record.ts';

/** Where the outbox keeps what it must not lose. Two of them: IndexedDB, and memory with the same behaviour. */

/**
 * Where counts are kept. `device`: what is written outlives the page. `none`: the browser keeps nothing (private mode).
 * `silent`: its storage does not answer, whatever is in it. `off`: the page wants nothing kept. In these, counts are in memory,
 * and only the host's answer makes one safe.
 */
export type StorageKind = 'device' | 'none' | 'silent' | 'off';

/** `lane` names the row a count is for, and only where the count is unfinished: what is open can be found by it. */
export interface StoredRow {
  readonly id: string;
  readonly lane?: string;
  /** Read as `unknown`: another version of this plugin, or a defect, may have written it. */
  readonly record: unknown;
  /** A person discarded it although it can't be read: it is left as it is, with who did so and why, and never read again. */
  readonly discard?: Discard;
}

/**
 * `id` names the store, from its creation on; absent in an older one. Another one: the first was deleted. `host`: which one
 * its counts are for.
 */
export type MetaKey = 'seq' | 'lease' | 'id' | 'host' | 'data-base';

/**
 * Reads see the writes before them. Between its calls nothing but these may be awaited: IndexedDB ends a transaction
 * that has nothing to do.
 */
export interface StoreTransaction {
  get(id: string): Promise<StoredRow | undefined>;
  /** The unfinished rows of one lane, in no order. */
  lane(lane: string): Promise<readonly StoredRow[]>;
  /** All unfinished rows. */
  open(): Promise<readonly StoredRow[]>;
  /** Of all unfinished rows, without reading them. */
  openIds(): Promise<readonly string[]>;
  all(): Promise<readonly StoredRow[]>;
  put(row: StoredRow): Promise<void>;
  delete(id: string): Promise<void>;
  getMeta(key: MetaKey): Promise<unknown>;
  putMeta(key: MetaKey, value: unknown): Promise<void>;
}

export interface OutboxStore {
  readonly storage: StorageKind;
  /**
   * One transaction: all of it or nothing. `strict` resolves after `complete` with strict durability, that is when a
   * power cut would not undo it. `work` may run twice, where the connection was lost under the first.
   *
   * Rejects with StorageFullError, StorageUnavailableError, or what `work` threw.
   */
  transact<T>(mode: 'readonly' | 'strict', work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  close(): void;
}

/** The quota is used up: nothing of the transaction was stored. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
}

/** There is no storage, or none any more: nothing of the transaction was stored, as far as can be known. */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError';
}
