import type { CountIdentity } from '../../domain/count-identity.ts';
import type { CountRow, Inventory, InventoryList } from '../../domain/inventory.ts';
import { type RowQuery, rowFilter, rowOrder } from '../../domain/row-query.ts';
import { finder } from '../../domain/text.ts';
import type { InventoryQuery, Page } from '../../services/inventory-gateway.ts';
import type { DeviceCopy } from './device-copy.ts';

type Kept = Pick<DeviceCopy, 'items' | 'locations' | 'lots' | 'saveList' | 'saveRows' | 'forgetRow'>;

/** What a host is asked, answered from this device's copy. `null`: it can't say either. */
export interface OfflineAnswers extends Kept {
  inventories(query: InventoryQuery, cursor: string | null): Promise<Page<Inventory> | null>;
  lists(inventoryIds: readonly string[]): Promise<readonly InventoryList[]>;
  list(listId: string): Promise<InventoryList | null>;
  rows(listId: string, query: RowQuery, cursor: string | null): Promise<Page<CountRow> | null>;
  /** Its `row` is `null` where there is none. */
  row(listId: string, identity: CountIdentity): Promise<{ readonly row: CountRow | null } | null>;
}

export function createOfflineAnswers(copy: DeviceCopy): OfflineAnswers {
  return {
    ...copy,
    inventories: async (query, cursor) => {
      if (cursor !== null) return null;
      const inventories = inventoriesOf(await copy.lists()).filter(each => fits(each, query));
      return inventories.length === 0 ? null : { items: inventories, next: null };
    },
    lists: async inventoryIds => (await copy.lists()).filter(({ inventory }) => inventoryIds.includes(inventory.id)),
    list: async listId => (await copy.lists()).find(list => list.id === listId) ?? null,
    rows: async (listId, query, cursor) => {
      const rows = cursor === null ? await copy.rows(listId) : null;
      return rows && { items: rows.filter(rowFilter(query)).sort(rowOrder(query.order)), next: null };
    },
    row: async (listId, identity) => {
      const row = await copy.row(listId, identity);
      return row === 'unknown' ? null : { row };
    },
  };
}

function inventoriesOf(lists: readonly InventoryList[]): readonly Inventory[] {
  return [...new Map(lists.map(({ inventory }) => [inventory.id, inventory])).values()];
}

function fits({ number, date, description, closed }: Inventory, query: InventoryQuery): boolean {
  const contains = (text: string, part: string | undefined) => part === undefined || finder(part)([text]);
  return (
    contains(number, query.number) &&
    contains(description, query.description) &&
    (query.from === undefined || date >= query.from) &&
    (query.to === undefined || date <= query.to) &&
    (query.closed === undefined || closed === query.closed)
  );
}
