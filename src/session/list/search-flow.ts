import type { InventoryGateway, InventoryQuery } from '../../services/inventory-gateway.ts';
import { failureOf } from '../failures.ts';
import type { SearchState } from '../state/session-state.ts';
import type { SessionStore } from '../session-store.ts';

/** Finds inventories and their lists, a page at a time; only the answers to the latest search are shown. */
export function createSearchFlow(store: SessionStore, gateway: () => InventoryGateway) {
  let searches = 0;

  const set = (change: Partial<SearchState>): void => store.set({ search: { ...store.state().search, ...change } });

  const search = async (query: InventoryQuery, cursor: string | null): Promise<void> => {
    const turn = ++searches;
    const more = cursor !== null;
    set({ query, status: 'searching', failure: null, ...(!more && { selectedListId: null }) });
    try {
      const page = await gateway().inventories(query, cursor, store.signal);
      const found = await gateway().lists(
        page.items.map(inventory => inventory.id),
        store.signal,
      );
      if (turn !== searches) return;
      const before = more ? store.state().search : { inventories: [], lists: [] };
      const inventories = [...before.inventories, ...page.items];
      const lists = [...before.lists, ...found];
      // The only one there is needs no choosing.
      const only = lists.length === 1 ? (lists[0]?.id ?? null) : store.state().search.selectedListId;
      set({ status: 'done', inventories, lists, next: page.next, selectedListId: only });
    } catch (error) {
      if (turn === searches) set({ status: 'failed', failure: failureOf(error) });
    }
  };

  return {
    search: (query: InventoryQuery): void => void search(query, null),
    more: (): void => {
      const { query, next, status } = store.state().search;
      if (next !== null && status !== 'searching') void search(query, next);
    },
    select: (listId: string | null): void => set({ selectedListId: listId }),
  };
}
