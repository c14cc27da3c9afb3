import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { complete, createDatabase } from '../../ports/database.ts';
import type { CountRow, InventoryList, Item, Location, Lot, Variant } from '../../domain/inventory.ts';

/**
 * This device's copy of what one operator counts with: all of it can be fetched again, but for parked reads. One data
 * base for each operator, beside the outbox's, so that a full or broken copy harms no count.
 */

/** The parts of a catalogue that are loaded one after the other. */
export type Part = 'locations' | 'items' | 'lots' | 'rows';

/** One load of a part: its entries carry `set`, so that an old one serves until the new one is whole. */
export interface LoadedSet {
  readonly set: string;
  readonly revision: string;
  /** Where the next page starts; `null`: it is whole. */
  readonly cursor: string | null;
  readonly loaded: number;
  /** When the host last said so: milliseconds since 1970. */
  readonly asOf: number;
}

export interface PartProgress {
  readonly complete: LoadedSet | null;
  readonly loading: LoadedSet | null;
}

interface StoredItem {
  readonly set: string;
  readonly code: string;
  readonly item: Item;
  readonly variant: Variant | null;
  /** Each with its set in front: an index of many entries can have no second part. */
  readonly barcodes: readonly string[];
}

interface StoredLocation {
  readonly set: string;
  readonly code: string;
  readonly location: Location;
}

interface StoredLot {
  readonly set: string;
  readonly code: string;
  readonly of: string;
  readonly lot: Lot;
}

export interface CopySchema extends DBSchema {
  lists: { key: string; value: { readonly list: InventoryList; readonly openedAt: number } };
  progress: { key: string; value: PartProgress };
  rows: { key: [listId: string, identity: string]; value: CountRow };
  items: { key: string[]; value: StoredItem; indexes: { code: [string, string]; barcodes: string } };
  locations: { key: string[]; value: StoredLocation; indexes: { code: [string, string] } };
  lots: { key: string[]; value: StoredLot; indexes: { code: [string, string]; of: [string, string] } };
  drafts: { key: string; value: unknown };
  parked: { key: string; value: unknown };
}

export type CopyTable = StoreNames<CopySchema>;

/** Raise it with every change of what is stored: the copy is then made anew, and parked reads are kept. */
const SCHEMA_VERSION = 1;
const FETCHED: readonly CopyTable[] = ['lists', 'progress', 'rows', 'items', 'locations', 'lots'];

export interface CopyStore {
  /** Rejects where the browser keeps nothing. Relaxed, since what is lost is fetched again; `strict` for the rest. */
  write<T extends CopyTable>(
    tables: readonly T[],
    durability: 'relaxed' | 'strict',
    work: (tx: IDBPTransaction<CopySchema, T[], 'readwrite'>) => Promise<unknown>,
  ): Promise<void>;
  read<T>(work: (db: IDBPDatabase<CopySchema>) => Promise<T>): Promise<T>;
  /** Everything that can be fetched again, and what was half filled in; parked reads stay. */
  clear(): Promise<void>;
  close(): void;
}

export function createCopyStore(name: string): CopyStore {
  const database = createDatabase<CopySchema>(name, SCHEMA_VERSION, (db, from) => {
    for (const table of FETCHED) if (db.objectStoreNames.contains(table)) db.deleteObjectStore(table);
    db.createObjectStore('lists');
    db.createObjectStore('progress');
    db.createObjectStore('rows');
    const items = db.createObjectStore('items');
    items.createIndex('code', ['set', 'code']);
    items.createIndex('barcodes', 'barcodes', { multiEntry: true });
    db.createObjectStore('locations').createIndex('code', ['set', 'code']);
    const lots = db.createObjectStore('lots');
    lots.createIndex('code', ['set', 'code']);
    lots.createIndex('of', ['set', 'of']);
    if (from < 1) {
      db.createObjectStore('drafts');
      db.createObjectStore('parked');
    }
  });
  const write: CopyStore['write'] = (tables, durability, work) =>
    database.run(async db => {
      const tx = db.transaction([...tables], 'readwrite', { durability });
      await complete(tx, () => work(tx));
    });
  return {
    read: work => database.run(work),
    write,
    clear: () => {
      const tables = [...FETCHED, 'drafts' as const];
      return write(tables, 'relaxed', tx => Promise.all(tables.map(table => tx.objectStore(table).clear())));
    },
    close: () => database.close(),
  };
}
