import type { CountIdentity } from '../../src/domain/count-identity.ts';
import type {
  AlternativeUnit,
  CountRow,
  InventoryList,
  Item,
  ItemMatch,
  Location,
  Lot,
  Unit,
} from '../../src/domain/inventory.ts';

/** Small objects of the domain; each test changes what it is about. */

export const PIECES: Unit = { code: 'buc', description: 'Bucată', decimals: 0 };
export const KILOS: Unit = { code: 'kg', description: 'Chilogram', decimals: 3 };
export const METRES: Unit = { code: 'm', description: 'Metru', decimals: 2 };
export const BOXES: Unit = { code: 'cutii', description: 'Cutie', decimals: 0 };

export function alternative(change: Partial<AlternativeUnit> = {}): AlternativeUnit {
  return {
    unit: BOXES,
    factor: '12',
    operation: 'multiply',
    default: true,
    mandatory: false,
    priority: 1,
    defaultWms: true,
    ...change,
  };
}

export function item(change: Partial<Item> = {}): Item {
  return {
    itemClass: 'MOB',
    code: 'ART-118',
    description: 'Scaun pliant',
    unit: PIECES,
    lotManaged: false,
    serialManaged: false,
    archived: false,
    phantom: false,
    alternativeUnits: [],
    ...change,
  };
}

export function match(change: Partial<Item> = {}, variant: ItemMatch['variant'] = null): ItemMatch {
  return { item: item(change), variant };
}

export function location(code = 'A-01-02', change: Partial<Location> = {}): Location {
  return {
    warehouse: '01',
    code,
    description: `Raft ${code}`,
    type: 'shelf',
    active: true,
    blocked: false,
    reserved: false,
    obsolete: false,
    ...change,
  };
}

export function lot(code: string, change: Partial<Lot> = {}): Lot {
  return {
    itemClass: 'MOB',
    itemCode: 'ART-118',
    code,
    supplierLot: null,
    startDate: null,
    expiryDate: '2027-04-30',
    status: 'open',
    closed: false,
    ...change,
  };
}

export function list(change: Partial<InventoryList> = {}): InventoryList {
  return {
    id: '1',
    inventory: {
      id: '12',
      number: '12',
      date: '2026-11-22',
      description: 'Inventar anual 2026',
      notes: '',
      operator: null,
      closed: false,
    },
    row: 1,
    listType: { code: 'RAF', description: 'Rafturi', keepLocation: true },
    operator: { userName: 'ana', name: 'Ana Pop' },
    warehouse: { code: '01', description: 'Depozit central' },
    closingDate: null,
    progress: { rows: 10, expected: 10, counted: 2 },
    ...change,
  };
}

export function row(change: Partial<CountRow> = {}): CountRow {
  return {
    id: '7',
    listId: '1',
    rowNumber: 7,
    itemClass: 'MOB',
    itemCode: 'ART-118',
    itemDescription: 'Scaun pliant',
    variant: null,
    lot: null,
    serial: null,
    warehouse: '01',
    location: 'A-01-02',
    unit: PIECES,
    quantity: '12',
    alternativeUnit: null,
    alternativeQuantity: null,
    countedAt: '2026-11-22T08:32:00Z',
    operator: { userName: 'ana', name: 'Ana Pop' },
    version: 3,
    ...change,
  };
}

/** ART-118 at A-01-02 in warehouse 01. */
export function identity(change: Partial<CountIdentity> = {}): CountIdentity {
  return {
    itemClass: 'MOB',
    itemCode: 'ART-118',
    variant: null,
    lot: null,
    serial: null,
    warehouse: '01',
    location: 'A-01-02',
    ...change,
  };
}
