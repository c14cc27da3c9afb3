import type { CountedSerial } from '../../domain/counted-serial.ts';
import { isEqual } from '../../domain/decimal.ts';
import type { Inventory, InventoryList } from '../../domain/inventory.ts';
import { rowFilter, rowOrder } from '../../domain/row-query.ts';
import { finder } from '../../domain/text.ts';
import type { InventoryQuery } from '../../services/inventory-gateway.ts';
import type { DeviceCopy } from './device-copy.ts';
import type { OfflineAnswers } from './offline-gateway.ts';

export function createOfflineAnswers(copy: DeviceCopy, now: () => number): OfflineAnswers {
  const known = async <T>(asked: Promise<T | null>) => {
    const answer = await asked;
    return answer === null ? null : { answer };
  };
  return {
    here: {
      inventories: async (query, cursor) => {
        if (cursor !== null) return null;
        const items = inventoriesOf(await copy.lists()).filter(each => fits(each, query));
        return items.length === 0 ? null : { answer: { items, next: null } };
      },
      lists: async ids => ({ answer: (await copy.lists()).filter(({ inventory }) => ids.includes(inventory.id)) }),
      list: async listId => {
        const answer = (await copy.lists()).find(list => list.id === listId);
        return answer === undefined ? null : { answer };
      },
      rows: async (listId, query, cursor) => {
        const rows = cursor === null ? await copy.rows(listId) : null;
        if (rows === null) return null;
        return { answer: { items: rows.filter(rowFilter(query)).sort(rowOrder(query.order)), next: null } };
      },
      row: async (listId, identity) => {
        const row = await copy.row(listId, identity);
        return row === 'unknown' ? null : { answer: row };
      },
      items: query => known(copy.items(query)),
      locations: query => known(copy.locations(query)),
      lots: query => known(copy.lots(query)),
      serials: async (listId, serial) => ({ answer: { matches: await serialsIn(copy, listId, serial), more: true } }),
    },
    keep: {
      list: list => copy.saveList(list, now()),
      rows: ({ items }, listId) => copy.saveRows(listId, items),
      row: (row, listId, identity) => (row === null ? copy.forgetRow(listId, identity) : copy.saveRows(listId, [row])),
      recordCount: ({ row }, listId) => copy.saveRows(listId, [row]),
      undoCount: ({ row }, listId) => copy.saveRows(listId, [row]),
    },
  };
}

/** In all lists of the inventory that this device knows rows of. */
async function serialsIn(copy: DeviceCopy, listId: string, serial: string): Promise<CountedSerial[]> {
  const lists = await copy.lists();
  const inventoryId = lists.find(({ id }) => id === listId)?.inventory.id;
  const found = lists
    .filter(({ inventory }) => inventory.id === inventoryId)
    .map(async ({ id, inventory, row }) => {
      const rows = (await copy.rows(id)) ?? [];
      return rows
        .filter(each => each.serial === serial && each.quantity !== null && !isEqual(each.quantity, '0'))
        .map(({ itemClass, itemCode, warehouse, location, countedAt }) => ({
          ...{ itemClass, itemCode, warehouse, location, countedAt },
          listId: id,
          inventory: inventory.number,
          row,
        }));
    });
  return (await Promise.all(found)).flat();
}

function inventoriesOf(lists: readonly InventoryList[]): readonly Inventory[] {
  return [...new Map(lists.map(({ inventory }) => [inventory.id, inventory])).values()];
}

function fits({ number, date, description, notes, operator, closed }: Inventory, query: InventoryQuery): boolean {
  const contains = (text: string, part: string | undefined, ...more: string[]) =>
    part === undefined || finder(part)([text, ...more]);
  return (
    contains(number, query.number) &&
    contains(description, query.description) &&
    contains(notes, query.notes) &&
    contains(operator?.userName ?? '', query.operator, operator?.name ?? '') &&
    (query.from === undefined || date >= query.from) &&
    (query.to === undefined || date <= query.to) &&
    (query.closed === undefined || closed === query.closed)
  );
}
