/** The tables of the reference host: a small ERP's, with the names of the domain. */
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import type { RecordedCount } from '../../../src/domain/count-request.ts';
import type { CountRequestBody, UndoRequestBody } from '../../../src/services/rest/contract.ts';
import type { Dimensions } from '../../../src/domain/count-identity.ts';

/** What stock is told apart by beside the rest, by name; `{}` where there is nothing. */
const dimensions = () => jsonb('dimensions').$type<Dimensions>().notNull().default({});

/** A text as `fold` of the domain has it, for searching; `null` until `folded.ts` has filled it in. */
const folded = (of: string) => text(`folded_${of}`);

/** Finds a part of a folded text. */
const partsOf = (name: string, column: AnyPgColumn) => index(name).using('gin', sql`${column} gin_trgm_ops`);

/** What is known of the data base as a whole: one row. */
export const dataBase = pgTable('data_base', {
  only: boolean('only').primaryKey().default(true),
  /** Another one since its files were put back from a copy. */
  epoch: text('epoch').notNull(),
});

export const employee = pgTable('employee', {
  userName: text('user_name').primaryKey(),
  name: text('name').notNull(),
  supervisor: boolean('supervisor').notNull(),
  /** As `pin.ts` keeps it; null: nobody signs in as them until a supervisor gives them one. */
  pinHash: text('pin_hash'),
});

/** How often a sign-in was tried, of a person and from an address. */
export const signInTry = pgTable('sign_in_try', {
  subject: text('subject').primaryKey(),
  tries: integer('tries').notNull(),
  since: timestamp('since', { withTimezone: true }).notNull(),
});

/** A bearer token is kept as its hash only: who reads the table can't sign in with it. */
export const signIn = pgTable('sign_in', {
  tokenHash: text('token_hash').primaryKey(),
  userName: text('user_name')
    .notNull()
    .references(() => employee.userName),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
});

export const warehouse = pgTable('warehouse', {
  code: text('code').primaryKey(),
  description: text('description').notNull(),
});

export const location = pgTable(
  'location',
  {
    id: serial('id').primaryKey(),
    warehouse: text('warehouse')
      .notNull()
      .references(() => warehouse.code),
    code: text('code').notNull(),
    description: text('description').notNull(),
    type: text('type').notNull(),
    active: boolean('active').notNull(),
    blocked: boolean('blocked').notNull(),
    reserved: boolean('reserved').notNull(),
    obsolete: boolean('obsolete').notNull(),
    foldedCode: folded('code'),
    foldedDescription: folded('description'),
    /** The code as `naturalKey` of the domain has it, for the order along the shelves; filled in with the folded ones. */
    naturalCode: text('natural_code'),
  },
  table => [
    unique().on(table.warehouse, table.code),
    index('location_along_shelves').on(table.warehouse, sql`${table.naturalCode} collate "C"`),
    partsOf('location_folded_code', table.foldedCode),
    partsOf('location_folded_description', table.foldedDescription),
  ],
);

export const unit = pgTable('unit', {
  code: text('code').primaryKey(),
  description: text('description').notNull(),
  decimals: integer('decimals').notNull(),
});

export const itemClass = pgTable('item_class', {
  code: text('code').primaryKey(),
  description: text('description').notNull(),
});

export const item = pgTable(
  'item',
  {
    id: serial('id').primaryKey(),
    itemClass: text('item_class')
      .notNull()
      .references(() => itemClass.code),
    code: text('code').notNull(),
    description: text('description').notNull(),
    unit: text('unit')
      .notNull()
      .references(() => unit.code),
    lotManaged: boolean('lot_managed').notNull(),
    serialManaged: boolean('serial_managed').notNull(),
    archived: boolean('archived').notNull(),
    phantom: boolean('phantom').notNull(),
    foldedCode: folded('code'),
    foldedDescription: folded('description'),
  },
  table => [
    unique().on(table.itemClass, table.code),
    index().on(table.code),
    partsOf('item_folded_code', table.foldedCode),
    partsOf('item_folded_description', table.foldedDescription),
  ],
);

export const itemVariant = pgTable(
  'item_variant',
  {
    id: serial('id').primaryKey(),
    itemId: integer('item_id')
      .notNull()
      .references(() => item.id),
    code: text('code').notNull(),
    description: text('description').notNull(),
  },
  table => [unique().on(table.itemId, table.code)],
);

export const alternativeUnit = pgTable(
  'alternative_unit',
  {
    itemId: integer('item_id')
      .notNull()
      .references(() => item.id),
    unit: text('unit')
      .notNull()
      .references(() => unit.code),
    factor: numeric('factor').notNull(),
    operation: text('operation', { enum: ['multiply', 'divide'] }).notNull(),
    default: boolean('default').notNull(),
    mandatory: boolean('mandatory').notNull(),
    priority: integer('priority').notNull(),
    defaultWms: boolean('default_wms').notNull(),
  },
  table => [primaryKey({ columns: [table.itemId, table.unit] })],
);

export const barcode = pgTable(
  'barcode',
  {
    id: serial('id').primaryKey(),
    type: text('type').notNull(),
    value: text('value').notNull(),
    itemId: integer('item_id')
      .notNull()
      .references(() => item.id),
    variantId: integer('variant_id').references(() => itemVariant.id),
  },
  table => [index().on(table.value), index().on(table.itemId)],
);

export const lot = pgTable(
  'lot',
  {
    id: serial('id').primaryKey(),
    itemId: integer('item_id')
      .notNull()
      .references(() => item.id),
    code: text('code').notNull(),
    supplierLot: text('supplier_lot'),
    startDate: date('start_date', { mode: 'string' }),
    expiryDate: date('expiry_date', { mode: 'string' }),
    status: text('status').notNull(),
    closed: boolean('closed').notNull(),
    foldedCode: folded('code'),
  },
  table => [
    unique().on(table.itemId, table.code),
    index().on(table.code),
    partsOf('lot_folded_code', table.foldedCode),
  ],
);

export const bookStock = pgTable(
  'book_stock',
  {
    id: serial('id').primaryKey(),
    itemId: integer('item_id')
      .notNull()
      .references(() => item.id),
    variantId: integer('variant_id').references(() => itemVariant.id),
    lotId: integer('lot_id').references(() => lot.id),
    locationId: integer('location_id')
      .notNull()
      .references(() => location.id),
    dimensions: dimensions(),
    quantity: numeric('quantity').notNull(),
  },
  table => [
    unique('book_stock_identity')
      .on(table.itemId, table.variantId, table.lotId, table.locationId, table.dimensions)
      .nullsNotDistinct(),
  ],
);

export const listType = pgTable('list_type', {
  code: text('code').primaryKey(),
  description: text('description').notNull(),
  keepLocation: boolean('keep_location').notNull(),
});

export const inventory = pgTable(
  'inventory',
  {
    id: serial('id').primaryKey(),
    number: integer('number').notNull().unique(),
    date: date('date', { mode: 'string' }).notNull(),
    description: text('description').notNull(),
    notes: text('notes').notNull(),
    operator: text('operator').references(() => employee.userName),
    closed: boolean('closed').notNull(),
    foldedDescription: folded('description'),
    foldedNotes: folded('notes'),
  },
  table => [
    partsOf('inventory_folded_description', table.foldedDescription),
    partsOf('inventory_folded_notes', table.foldedNotes),
  ],
);

export const inventoryList = pgTable(
  'inventory_list',
  {
    id: serial('id').primaryKey(),
    inventoryId: integer('inventory_id')
      .notNull()
      .references(() => inventory.id),
    row: integer('row').notNull(),
    listType: text('list_type')
      .notNull()
      .references(() => listType.code),
    operator: text('operator').references(() => employee.userName),
    warehouse: text('warehouse')
      .notNull()
      .references(() => warehouse.code),
    closingDate: date('closing_date', { mode: 'string' }),
    /** The highest row number given out; raised under the list's row lock, hence gapless. */
    lastRowNumber: integer('last_row_number').notNull().default(0),
    /** Counts recorded so far: the order "newest first", which no clock decides. */
    lastRecording: integer('last_recording').notNull().default(0),
    /** How far it is: what its rows would sum up to, kept with each change under the same lock. */
    rows: integer('rows').notNull().default(0),
    expected: integer('expected').notNull().default(0),
    counted: integer('counted').notNull().default(0),
  },
  table => [unique().on(table.inventoryId, table.row)],
);

export const countRow = pgTable(
  'count_row',
  {
    id: serial('id').primaryKey(),
    listId: integer('list_id')
      .notNull()
      .references(() => inventoryList.id),
    rowNumber: integer('row_number').notNull(),
    itemId: integer('item_id')
      .notNull()
      .references(() => item.id),
    variantId: integer('variant_id').references(() => itemVariant.id),
    lotId: integer('lot_id').references(() => lot.id),
    serial: text('serial'),
    locationId: integer('location_id')
      .notNull()
      .references(() => location.id),
    dimensions: dimensions(),
    /** In the item's main unit; null: expected and not yet counted. */
    quantity: numeric('quantity'),
    alternativeUnit: text('alternative_unit').references(() => unit.code),
    alternativeQuantity: numeric('alternative_quantity'),
    /** The list was filled with it beforehand. */
    expected: boolean('expected').notNull().default(false),
    insertedAt: timestamp('inserted_at', { withTimezone: true }).notNull(),
    /** Book stock at insertion; never sent to who counts. */
    bookStock: numeric('book_stock').notNull().default('0'),
    countedAt: timestamp('counted_at', { withTimezone: true }),
    operator: text('operator').references(() => employee.userName),
    /** The list's count of recordings when this row was last recorded; 0 before. */
    recording: integer('recording').notNull().default(0),
    version: integer('version').notNull().default(1),
    foldedSerial: folded('serial'),
  },
  table => [
    unique().on(table.listId, table.rowNumber),
    partsOf('count_row_folded_serial', table.foldedSerial),
    // Where a serial number was counted.
    index().on(table.serial, table.itemId),
    unique('count_row_identity')
      .on(table.listId, table.itemId, table.variantId, table.lotId, table.serial, table.locationId, table.dimensions)
      .nullsNotDistinct(),
    index().on(table.listId, table.recording.desc(), table.rowNumber),
  ],
);

/** What a row holds while nobody touches it: what an undo brings back. */
export interface Resting {
  readonly quantity: string | null;
  readonly alternativeUnit: string | null;
  readonly alternativeQuantity: string | null;
  readonly operator: string | null;
  /** ISO 8601 */
  readonly countedAt: string | null;
}

/** Every count ever applied: the history of a row, never changed; and what answers a request that is repeated. */
export const countLedger = pgTable(
  'count_ledger',
  {
    id: serial('id').primaryKey(),
    userName: text('user_name').notNull(),
    /** The idempotency key; null where none was kept, or all were lost. */
    key: text('key'),
    listId: integer('list_id').notNull(),
    rowId: integer('row_id').notNull(),
    request: jsonb('request').$type<CountRequestBody | UndoRequestBody>().notNull(),
    /** SHA-256 of list and body: another request under the same key is refused. */
    requestHash: text('request_hash').notNull(),
    response: jsonb('response').$type<RecordedCount>().notNull(),
    /** What the row held before; null in entries older than undo. */
    before: jsonb('before').$type<Resting>(),
    /** The entry that this one takes back; each is taken back once. */
    undoes: integer('undoes').unique(),
    recordedAt: timestamp('recorded_at', { withTimezone: true })
      .notNull()
      .default(sql`now()`),
  },
  table => [
    unique().on(table.userName, table.key),
    foreignKey({ columns: [table.rowId], foreignColumns: [countRow.id] }),
    foreignKey({ columns: [table.undoes], foreignColumns: [table.id] }),
    index().on(table.rowId, table.id),
  ],
);

export const tokenizer = pgTable('tokenizer', {
  code: text('code').primaryKey(),
  position: integer('position').notNull(),
  description: text('description').notNull(),
  separator: text('separator').notNull(),
});

export const tokenizerRow = pgTable(
  'tokenizer_row',
  {
    tokenizer: text('tokenizer')
      .notNull()
      .references(() => tokenizer.code),
    sequence: integer('sequence').notNull(),
    businessObject: text('business_object'),
    property: text('property'),
    /** As the operator of the ERP typed it: `05`, or nothing. */
    length: text('length').notNull(),
    separator: text('separator').notNull(),
    mainObject: text('main_object'),
  },
  table => [primaryKey({ columns: [table.tokenizer, table.sequence] })],
);
