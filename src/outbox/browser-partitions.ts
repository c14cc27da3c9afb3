/** What a browser has of partitions, and how it keeps them. Named by the composition root only. */
import { nameOf } from './browser.ts';
import type { OtherPartitions } from './other-partitions.ts';
import type { OutboxStore } from './store/store.ts';
import { createIdbStore } from './store/idb-store.ts';

/** The store of a partition, made where there is none. */
export function storeOf(partition: string): OutboxStore {
  return createIdbStore(nameOf(partition));
}

export function browserPartitions(name: OtherPartitions['nameOf']): OtherPartitions {
  return {
    nameOf: name,
    names: async () => {
      // Not every browser has it.
      if (!('databases' in indexedDB)) return [];
      const prefix = nameOf('');
      const all = (await indexedDB.databases()).map(database => database.name ?? '');
      return all
        .filter(each => /^[0-9a-f]{64}$/.test(each.slice(prefix.length)))
        .map(each => each.slice(prefix.length));
    },
    open: async partition => ((await exists(nameOf(partition))) ? createIdbStore(nameOf(partition)) : null),
  };
}

/** Asks the browser not to evict what is stored: `null` where it can't be asked. It may never answer: nothing waits for it. */
export async function askForPersistence(): Promise<boolean | null> {
  if (!('storage' in navigator) || !('persist' in navigator.storage)) return null;
  return navigator.storage.persist();
}

/** Opening makes one that is not there, unless that is undone. */
function exists(name: string): Promise<boolean> {
  return new Promise(resolve => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => resolve(false);
    opening.onsuccess = () => {
      opening.result.close();
      resolve(true);
    };
  });
}
