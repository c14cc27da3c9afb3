import type { CountIdentity } from '../../src/domain/count-identity.ts';
import type { CountRequest, RecordedCount, UndoRequest } from '../../src/domain/count-request.ts';
import type { CountRow, Inventory, InventoryList, ItemMatch, Location, Lot } from '../../src/domain/inventory.ts';
import type { HistoryEntry } from '../../src/domain/row-history.ts';
import type { RowQuery } from '../../src/domain/row-query.ts';
import type {
  Catalogue,
  CatalogueQuery,
  HostConfiguration,
  InventoryGateway,
  LotQuery,
  Page,
} from '../../src/services/inventory-gateway.ts';
import { list, location, match, row } from './fixtures.ts';

/** A host in memory: knows a little, records what it is asked, fails when told to. */
export class FakeGateway implements InventoryGateway {
  readonly recorded: CountRequest[] = [];
  readonly undone: UndoRequest[] = [];
  /** Thrown by the call with this name until it is deleted. */
  readonly failures = new Map<keyof InventoryGateway, Error>();
  /** Calls with this name wait for their promise. */
  readonly gates = new Map<keyof InventoryGateway, Promise<void>>();
  foundItems: ItemMatch[] = [match(), match({ code: 'ART-204' })];
  foundLocations: Location[] = [location(), location('B-01-01')];
  foundLots: Lot[] = [];
  foundLists: InventoryList[] = [list()];
  existing: CountRow | null = null;
  allRows: CountRow[] = [];
  history: HistoryEntry[] = [];
  /** Names the state of the catalogue: what is asked for with it is unchanged. */
  revision = 'r1';
  settings: HostConfiguration = {
    tokenizers: [
      {
        code: 'Item',
        description: 'Articol',
        separator: '-',
        rows: [
          {
            sequence: 1,
            businessObject: 'FSItemClass',
            property: 'Code',
            length: '3',
            separator: '-',
            mainObject: 'FSItem',
          },
          {
            sequence: 2,
            businessObject: 'FSItem',
            property: 'Code',
            length: '50',
            separator: '-',
            mainObject: 'FSItem',
          },
        ],
      },
    ],
    policies: { newLots: false, nextItemConfirms: false },
    capabilities: { idempotencyKeys: true, versions: true, history: true, undo: true, catalogue: true, notes: true },
  };

  protected async answer<T>(name: keyof InventoryGateway, value: () => T): Promise<T> {
    await this.gates.get(name);
    const failure = this.failures.get(name);
    if (failure !== undefined) throw failure;
    return value();
  }

  operator() {
    return this.answer('operator', () => ({ userName: 'ana', name: 'Ana Pop', roles: ['counter'] as const }));
  }
  configuration() {
    return this.answer('configuration', () => this.settings);
  }
  inventories() {
    return this.answer('inventories', () => {
      const inventories = new Map<string, Inventory>(this.foundLists.map(({ inventory }) => [inventory.id, inventory]));
      return { items: [...inventories.values()], next: null };
    });
  }
  lists() {
    return this.answer('lists', () => this.foundLists);
  }
  list(listId: string) {
    return this.answer('list', () => this.foundLists.find(each => each.id === listId) ?? list());
  }
  rows(_: string, query: RowQuery): Promise<Page<CountRow>> {
    const wanted = this.allRows.filter(each => query.status !== 'counted' || each.quantity !== null);
    return this.answer('rows', () => ({ items: wanted, next: null }));
  }
  row(_listId: string, _identity?: CountIdentity): Promise<CountRow | null> {
    return this.answer('row', () => this.existing);
  }
  items({ barcode, code, itemClass, text }: { barcode?: string; code?: string; itemClass?: string; text?: string }) {
    const matches = this.foundItems.filter(({ item }) =>
      barcode !== undefined
        ? false
        : code !== undefined
          ? item.code === code && (itemClass === undefined || item.itemClass === itemClass)
          : item.description.includes(text ?? ''),
    );
    return this.answer('items', () => ({ matches, more: false }));
  }
  locations({ code, text }: { code?: string; text?: string }) {
    const matches = this.foundLocations.filter(each =>
      code === undefined ? each.code.includes(text ?? '') : each.code === code,
    );
    return this.answer('locations', () => ({ matches, more: false }));
  }
  lots({ code, itemClass, itemCode }: LotQuery) {
    const isOf = (lot: Lot) => itemCode === undefined || (lot.itemClass === itemClass && lot.itemCode === itemCode);
    const matches = this.foundLots.filter(each => (code === undefined || each.code === code) && isOf(each));
    return this.answer('lots', () => ({ matches, more: false }));
  }
  recordCount(_: string, request: CountRequest): Promise<RecordedCount> {
    this.recorded.push(request);
    return this.answer('recordCount', () => ({
      row: row({ ...request.identity, quantity: request.entry.quantity, version: 1 }),
      progress: { rows: 10, expected: 10, counted: 3 },
    }));
  }
  undoCount(_: string, request: UndoRequest): Promise<RecordedCount> {
    this.undone.push(request);
    return this.answer('undoCount', () => ({
      row: row({ ...this.existing, version: `${request.baseVersion}+` }),
      progress: { rows: 10, expected: 10, counted: 2 },
    }));
  }
  rowHistory() {
    return this.answer('rowHistory', () => ({ entries: this.history, more: false }));
  }
  /** One page of each, which holds all there is. */
  readonly catalogue: Catalogue = {
    items: (_, query) =>
      this.answer('catalogue', () =>
        this.page(
          query,
          this.foundItems.map(each => ({ ...each, barcodes: [] })),
        ),
      ),
    locations: (_, query) => this.answer('catalogue', () => this.page(query, this.foundLocations)),
    lots: (_, query) => this.answer('catalogue', () => this.page(query, this.foundLots)),
  };
  private page<T>({ revision }: CatalogueQuery, items: readonly T[]) {
    return revision === this.revision ? null : { items, next: null, revision: this.revision };
  }
}
