import type { IDBPDatabase } from 'idb';
import { type CountIdentity, identityKey } from '../../domain/count-identity.ts';
import type { CountRow, InventoryList, ItemMatch, Location, Lot } from '../../domain/inventory.ts';
import { finder } from '../../domain/text.ts';
import type { CatalogueItem, ItemQuery, LocationQuery, LotQuery, Matches } from '../../services/inventory-gateway.ts';
import type { CopySchema, CopyStore, Part, PartProgress } from './copy-store.ts';

/** What a search by a part of a code or description gives at most; the host does not give more either. */
const MOST_FOUND = 20;
/** How many lists are kept: those opened last. */
const LISTS_KEPT = 4;
const NOTHING: PartProgress = { complete: null, loading: null };

/**
 * Look-ups in this device's copy of one list at a time. `null`: it can't say, since not all is loaded. An empty answer
 * says that there was none when the copy was made, which its `asOf` tells.
 */
export interface DeviceCopy {
  /** The list that is open: look-ups are about what may be counted in it. */
  use(listId: string | null): void;
  items(query: ItemQuery): Promise<Matches<ItemMatch> | null>;
  locations(query: LocationQuery): Promise<Matches<Location> | null>;
  lots(query: LotQuery): Promise<Matches<Lot> | null>;
  /** Opened once on this device, the latest first. */
  lists(): Promise<readonly InventoryList[]>;
  /** All rows that are known; `null`: none ever was. */
  rows(listId: string): Promise<readonly CountRow[] | null>;
  /** `'unknown'`: it is not here, and not all rows are. */
  row(listId: string, identity: CountIdentity): Promise<CountRow | null | 'unknown'>;
  saveList(list: InventoryList, openedAt: number): Promise<void>;
  saveRows(listId: string, rows: readonly CountRow[]): Promise<void>;
  forgetRow(listId: string, identity: CountIdentity): Promise<void>;
  progress(listId: string, part: Part): Promise<PartProgress>;
  setProgress(listId: string, part: Part, progress: PartProgress): Promise<void>;
  /** One page, in one transaction with how far the load is. At most 1,000 entries. */
  saveItems(listId: string, page: readonly CatalogueItem[], progress: PartProgress): Promise<void>;
  saveLocations(listId: string, page: readonly Location[], progress: PartProgress): Promise<void>;
  saveLots(listId: string, page: readonly Lot[], progress: PartProgress): Promise<void>;
  /** Frees what no list needs any more. */
  prune(): Promise<void>;
}

type Db = IDBPDatabase<CopySchema>;

export function createDeviceCopy(store: CopyStore): DeviceCopy {
  let current: string | null = null;

  const progressOf = async (db: Db, listId: string, part: Part) =>
    (await db.get('progress', keyOfPart(listId, part))) ?? NOTHING;

  /** Asks the newest whole load of a part, or, where there is none, what is loaded so far. */
  const ask = async <T>(part: Part, find: (db: Db, set: string) => Promise<Found<T>>): Promise<Matches<T> | null> => {
    const listId = current;
    if (listId === null) return null;
    return store.read(async db => {
      const { complete, loading } = await progressOf(db, listId, part);
      const from = complete ?? loading;
      if (from === null) return null;
      const { matches, more } = await find(db, from.set);
      // What is not here may be in what is still to be loaded.
      if (complete === null && matches.length === 0) return null;
      return { matches, more: more || complete === null, asOf: from.asOf };
    });
  };

  return {
    use: listId => (current = listId),
    items: query =>
      ask('items', async (db, set) => {
        const stored = await findItems(db, set, query);
        return { matches: stored.matches.map(({ item, variant }) => ({ item, variant })), more: stored.more };
      }),
    locations: ({ code, text, warehouse }) =>
      ask('locations', async (db, set) => {
        const found =
          code === undefined
            ? await search(db, 'locations', set, text ?? '', each => [each.code, each.location.description])
            : { matches: await db.getAllFromIndex('locations', 'code', [set, code]), more: false };
        const matches = found.matches.map(({ location }) => location);
        return { ...found, matches: matches.filter(each => warehouse === undefined || each.warehouse === warehouse) };
      }),
    lots: ({ code, itemClass, itemCode }) =>
      ask('lots', async (db, set) => {
        if (itemCode === undefined) {
          return { matches: (await db.getAllFromIndex('lots', 'code', [set, code ?? ''])).map(lotOf), more: false };
        }
        const ofItem = await db.getAllFromIndex('lots', 'of', [set, itemKey(itemClass ?? '', itemCode)]);
        return { matches: ofItem.filter(each => code === undefined || each.code === code).map(lotOf), more: false };
      }),
    lists: () =>
      store.read(async db =>
        (await db.getAll('lists')).sort((a, b) => b.openedAt - a.openedAt).map(({ list }) => list),
      ),
    rows: listId =>
      store.read(async db => {
        const rows = await db.getAll('rows', within(listId));
        const { complete } = await progressOf(db, listId, 'rows');
        return rows.length === 0 && complete === null ? null : rows;
      }),
    row: (listId, identity) =>
      store.read(async db => {
        const row = await db.get('rows', [listId, identityKey(identity)]);
        if (row !== undefined) return row;
        return (await progressOf(db, listId, 'rows')).complete === null ? 'unknown' : null;
      }),
    saveList: (list, openedAt) =>
      store.write(['lists'], 'relaxed', tx => tx.objectStore('lists').put({ list, openedAt }, list.id)),
    saveRows: (listId, rows) =>
      store.write(['rows'], 'relaxed', tx =>
        Promise.all(rows.map(row => tx.objectStore('rows').put(row, [listId, identityKey(row)]))),
      ),
    forgetRow: (listId, identity) =>
      store.write(['rows'], 'relaxed', tx => tx.objectStore('rows').delete([listId, identityKey(identity)])),
    progress: (listId, part) => store.read(db => progressOf(db, listId, part)),
    setProgress: (listId, part, progress) =>
      store.write(['progress'], 'relaxed', tx => tx.objectStore('progress').put(progress, keyOfPart(listId, part))),
    saveItems: (listId, page, progress) =>
      store.write(['items', 'progress'], 'relaxed', tx => {
        const set = setOf(progress);
        const puts = page.map(({ item, variant, barcodes }) =>
          tx
            .objectStore('items')
            .put({ set, code: item.code, item, variant, barcodes: barcodes.map(each => barcodeKey(set, each)) }, [
              set,
              item.itemClass,
              item.code,
              variant?.code ?? '',
            ]),
        );
        return Promise.all([...puts, tx.objectStore('progress').put(progress, keyOfPart(listId, 'items'))]);
      }),
    saveLocations: (listId, page, progress) =>
      store.write(['locations', 'progress'], 'relaxed', tx => {
        const set = setOf(progress);
        const puts = page.map(location =>
          tx
            .objectStore('locations')
            .put({ set, code: location.code, location }, [set, location.warehouse, location.code]),
        );
        return Promise.all([...puts, tx.objectStore('progress').put(progress, keyOfPart(listId, 'locations'))]);
      }),
    saveLots: (listId, page, progress) =>
      store.write(['lots', 'progress'], 'relaxed', tx => {
        const set = setOf(progress);
        const puts = page.map(lot => {
          const of = itemKey(lot.itemClass, lot.itemCode);
          const key = [set, lot.itemClass, lot.itemCode, lot.code];
          return tx.objectStore('lots').put({ set, code: lot.code, of, lot }, key);
        });
        return Promise.all([...puts, tx.objectStore('progress').put(progress, keyOfPart(listId, 'lots'))]);
      }),
    prune: async () => {
      const { stale, sets } = await store.read(async db => {
        const lists = (await db.getAll('lists')).sort((a, b) => b.openedAt - a.openedAt);
        const keys = await db.getAllKeys('progress');
        const kept = new Set([...lists.slice(0, LISTS_KEPT).map(({ list }) => list.id), current]);
        const progress = await Promise.all(keys.map(async key => ({ key, value: await db.get('progress', key) })));
        return {
          stale: keys.filter(key => !kept.has(listOfPart(key))),
          sets: new Set(
            progress
              .filter(({ key }) => kept.has(listOfPart(key)))
              .flatMap(({ value }) => [value?.complete?.set, value?.loading?.set]),
          ),
        };
      });
      for (const table of ['items', 'locations', 'lots'] as const) await pruneTable(store, table, sets);
      await store.write(['progress', 'lists', 'rows'], 'relaxed', async tx => {
        for (const key of stale) {
          await tx.objectStore('progress').delete(key);
          await tx.objectStore('lists').delete(listOfPart(key));
          await tx.objectStore('rows').delete(within(listOfPart(key)));
        }
      });
    },
  };
}

interface Found<T> {
  readonly matches: readonly T[];
  readonly more: boolean;
}

async function findItems(db: Db, set: string, { barcode, code, itemClass, text }: ItemQuery) {
  if (barcode !== undefined) {
    return { matches: await db.getAllFromIndex('items', 'barcodes', barcodeKey(set, barcode)), more: false };
  }
  if (code !== undefined) {
    const all = await db.getAllFromIndex('items', 'code', [set, code]);
    return { matches: all.filter(({ item }) => itemClass === undefined || item.itemClass === itemClass), more: false };
  }
  return search(db, 'items', set, text ?? '', each => [
    each.code,
    each.item.description,
    each.variant?.description ?? null,
  ]);
}

/** A part of a code or description, in any case; stops as soon as there are enough. */
async function search<T extends 'items' | 'locations'>(
  db: Db,
  table: T,
  set: string,
  text: string,
  texts: (value: CopySchema[T]['value']) => readonly (string | null)[],
): Promise<Found<CopySchema[T]['value']>> {
  const finds = finder(text);
  const matches: CopySchema[T]['value'][] = [];
  let cursor = await db.transaction(table).store.openCursor(within(set));
  while (cursor !== null) {
    const { value } = cursor;
    if (finds(texts(value))) matches.push(value);
    if (matches.length > MOST_FOUND) return { matches: matches.slice(0, MOST_FOUND), more: true };
    cursor = await cursor.continue();
  }
  return { matches, more: false };
}

async function pruneTable(
  store: CopyStore,
  table: 'items' | 'locations' | 'lots',
  sets: ReadonlySet<string | undefined>,
) {
  const stale = await store.read(async db => {
    const found: string[] = [];
    // From set to set: each is found by its first entry.
    let cursor = await db.transaction(table).store.openKeyCursor();
    while (cursor !== null) {
      const [set = ''] = cursor.key;
      if (!sets.has(set)) found.push(set);
      cursor = await cursor.continue([set, []] as unknown as string[]);
    }
    return found;
  });
  for (const set of stale) await store.write([table], 'relaxed', tx => tx.objectStore(table).delete(within(set)));
}

/** Where a page goes: into the load that runs, and the last page of it into what is now whole. */
function setOf({ loading, complete }: PartProgress): string {
  const into = loading ?? complete;
  if (into === null) throw new RangeError('A page belongs to a load');
  return into.set;
}

function lotOf({ lot }: { readonly lot: Lot }): Lot {
  return lot;
}

function keyOfPart(listId: string, part: Part): string {
  return JSON.stringify([listId, part]);
}

function listOfPart(key: string): string {
  const [listId] = JSON.parse(key) as [string];
  return listId;
}

function itemKey(itemClass: string, code: string): string {
  return JSON.stringify([itemClass, code]);
}

function barcodeKey(set: string, barcode: string): string {
  return JSON.stringify([set, barcode]);
}

/** All keys that begin so: in IndexedDB an array comes after every text. */
function within(first: string): IDBKeyRange {
  return IDBKeyRange.bound([first], [first, []]);
}
