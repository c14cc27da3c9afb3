/**
 * The REST contract, once: the client validates replies with it, the reference host validates requests with it, and
 * the OpenAPI document is generated from it. Prose and examples are in `docs/rest-contract.md`.
 *
 * Quantities are decimal strings. Look-ups answer `{ matches, more }`, listings `{ items, next }`. Errors are problem
 * details (RFC 9457) whose `type` is `urn:wms-inventar:problem:` and one of `PROBLEMS`.
 */
import * as z from 'zod/mini';
import { REFUSALS } from '../../domain/failure.ts';
import type { RecordedCount } from '../../domain/counting/state.ts';
import type { RowHistory } from '../../domain/row-history.ts';
import type { CountRow, Inventory, InventoryList, ItemMatch, Location, Lot, Operator } from '../../domain/inventory.ts';
import type { CatalogueItem, CataloguePage, HostConfiguration, Matches, Page } from '../inventory-gateway.ts';

const text = z.string();
const id = z.string().check(z.minLength(1), z.maxLength(64));
const code = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const moment = z.iso.datetime({ offset: true });
const count = z.int().check(z.nonnegative());
/** A quantity as it is stored: never negative. */
const quantity = z.string().check(z.regex(/^\d{1,24}(\.\d{1,12})?$/));

const operatorName = z.object({ userName: text, name: text });

export const operator: z.ZodMiniType<Operator> = z.object({ userName: text, name: text, supervisor: z.boolean() });

export const inventory: z.ZodMiniType<Inventory> = z.object({
  id,
  number: text,
  date,
  description: text,
  notes: text,
  operator: z.nullable(operatorName),
  closed: z.boolean(),
});

const progress = z.object({ rows: count, expected: count, counted: count });

export const inventoryList: z.ZodMiniType<InventoryList> = z.object({
  id,
  inventory,
  row: z.int(),
  listType: z.object({ code: text, description: text, keepLocation: z.boolean() }),
  operator: z.nullable(operatorName),
  warehouse: z.object({ code: text, description: text }),
  closingDate: z.nullable(date),
  progress,
});

const unit = z.object({ code: code(20), description: text, decimals: z.int().check(z.nonnegative(), z.lte(9)) });

const item = z.object({
  itemClass: code(3),
  code: code(50),
  description: text,
  unit,
  lotManaged: z.boolean(),
  serialManaged: z.boolean(),
  archived: z.boolean(),
  phantom: z.boolean(),
  alternativeUnits: z.array(
    z.object({
      unit,
      factor: z.string().check(z.regex(/^(?!0+(\.0+)?$)\d{1,24}(\.\d{1,12})?$/)),
      operation: z.enum(['multiply', 'divide']),
      default: z.boolean(),
      mandatory: z.boolean(),
      priority: z.int(),
      defaultWms: z.boolean(),
    }),
  ),
});

const match = { item, variant: z.nullable(z.object({ code: code(50), description: text })) };

export const itemMatch: z.ZodMiniType<ItemMatch> = z.object(match);

const catalogueItem: z.ZodMiniType<CatalogueItem> = z.object({ ...match, barcodes: z.array(text) });

export const lot: z.ZodMiniType<Lot> = z.object({
  itemClass: code(3),
  itemCode: code(50),
  code: code(50),
  supplierLot: z.nullable(text),
  startDate: z.nullable(date),
  expiryDate: z.nullable(date),
  status: text,
  closed: z.boolean(),
});

export const location: z.ZodMiniType<Location> = z.object({
  warehouse: code(10),
  code: code(100),
  description: text,
  type: text,
  active: z.boolean(),
  blocked: z.boolean(),
  reserved: z.boolean(),
  obsolete: z.boolean(),
});

const identity = {
  itemClass: code(3),
  itemCode: code(50),
  variant: z.nullable(code(50)),
  lot: z.nullable(code(50)),
  serial: z.nullable(code(50)),
  warehouse: code(10),
  location: code(100),
};

export const countRow: z.ZodMiniType<CountRow> = z.object({
  ...identity,
  id,
  listId: id,
  rowNumber: z.int().check(z.positive()),
  itemDescription: text,
  unit,
  quantity: z.nullable(quantity),
  alternativeUnit: z.nullable(unit),
  alternativeQuantity: z.nullable(quantity),
  countedAt: z.nullable(moment),
  operator: z.nullable(operatorName),
  version: count,
});

export const idempotencyKey = z.string().check(z.regex(/^[\w-]{16,64}$/));

const barcode = z.nullable(z.string().check(z.maxLength(4096)));

/** What a device says of itself and its clock, for the row's history; the host decides nothing by it. */
const deviceStamp = {
  device: z.optional(z.nullable(code(64))),
  confirmedAt: z.optional(z.nullable(moment)),
};

/** `POST /lists/{id}/counts`. A sign is let through, so that a negative quantity is refused by its name. */
export const countRequest = z.object({
  mode: z.enum(['new', 'add', 'replace']),
  identity: z.object(identity),
  quantity: z.string().check(z.regex(/^-?\d{1,24}(\.\d{1,12})?$/)),
  unit: code(20),
  baseVersion: z.nullable(count),
  /** The text that was read, for the row's history. */
  barcode,
  ...deviceStamp,
});
export type CountRequestBody = z.infer<typeof countRequest>;

/** `POST /lists/{id}/counts/undo`: `undoes` is the key of the operator's own count, `baseVersion` what it made. */
export const undoRequest = z.object({ undoes: idempotencyKey, baseVersion: count, ...deviceStamp });
export type UndoRequestBody = z.infer<typeof undoRequest>;

export const recordedCount: z.ZodMiniType<RecordedCount> = z.object({ row: countRow, progress });

/** `GET /lists/{id}/rows/{rowId}/history`. */
export const rowHistory: z.ZodMiniType<RowHistory> = z.object({
  entries: z.array(
    z.object({
      id,
      key: z.nullable(text),
      mode: z.enum(['new', 'add', 'replace', 'undo']),
      operator: operatorName,
      recordedAt: moment,
      confirmedAt: z.nullable(moment),
      device: z.nullable(text),
      barcode,
      entered: z.nullable(z.object({ quantity, unit: code(20) })),
      result: z.object({
        quantity: z.nullable(quantity),
        alternativeUnit: z.nullable(code(20)),
        alternativeQuantity: z.nullable(quantity),
      }),
      version: count,
      undoes: z.nullable(id),
      undoneBy: z.nullable(id),
    }),
  ),
  more: z.boolean(),
});

const tokenizer = z.object({
  code: text,
  description: text,
  separator: text,
  rows: z.array(
    z.object({
      sequence: z.int(),
      businessObject: z.nullable(text),
      property: z.nullable(text),
      length: z.union([z.int(), text, z.null()]),
      separator: text,
      mainObject: z.nullable(text),
    }),
  ),
});

/** Capabilities that came later: a host that does not speak of one does not have it. */
const absentIsFalse = z._default(z.boolean(), false);

export const configuration: z.ZodMiniType<HostConfiguration> = z.object({
  tokenizers: z.array(tokenizer),
  policies: z.object({
    newLots: z.boolean(),
    nextItemConfirms: z.boolean(),
    /** What each command barcode starts with; `''`: there are none. Absent: `$$`. */
    commandPrefix: z.optional(z.string().check(z.maxLength(20))),
  }),
  capabilities: z.object({
    idempotencyKeys: z.boolean(),
    versions: z.boolean(),
    history: absentIsFalse,
    undo: absentIsFalse,
    catalogue: absentIsFalse,
  }),
});

function page<T>(of: z.ZodMiniType<T>): z.ZodMiniType<Page<T>> {
  return z.object({ items: z.array(of), next: z.nullable(text) });
}

function matches<T>(of: z.ZodMiniType<T>): z.ZodMiniType<Matches<T>> {
  return z.object({ matches: z.array(of), more: z.boolean() });
}

function cataloguePage<T>(of: z.ZodMiniType<T>): z.ZodMiniType<CataloguePage<T>> {
  return z.object({
    items: z.array(of),
    next: z.nullable(text),
    revision: text.check(z.minLength(1), z.maxLength(500)),
  });
}

export const inventoryPage = page(inventory);
export const rowPage = page(countRow);
export const lists = z.object({ items: z.array(inventoryList) });
export const row = z.object({ row: z.nullable(countRow) });
export const itemMatches = matches(itemMatch);
export const locationMatches = matches(location);
export const lotMatches = matches(lot);
export const catalogueItems = cataloguePage(catalogueItem);
export const catalogueLocations = cataloguePage(location);
export const catalogueLots = cataloguePage(lot);

const cursor = z.optional(z.string().check(z.maxLength(500)));

export const inventoryQuery = z.object({
  number: z.optional(text),
  from: z.optional(date),
  to: z.optional(date),
  description: z.optional(text),
  closed: z.optional(z.enum(['true', 'false'])),
  cursor,
});
/** `inventory` may be repeated: `?inventory=1&inventory=2`. */
export const listQuery = z.object({ inventory: z.union([id, z.array(id)]) });
export const rowQuery = z.object({
  order: z._default(z.enum(['newest', 'location']), 'newest'),
  status: z.optional(z.enum(['counted', 'expected'])),
  text: z.optional(text),
  cursor,
});
export const identityQuery = z.object({
  itemClass: identity.itemClass,
  itemCode: identity.itemCode,
  variant: z.optional(text),
  lot: z.optional(text),
  serial: z.optional(text),
  warehouse: identity.warehouse,
  location: identity.location,
});
export const itemQuery = z.object({
  barcode: z.optional(text),
  code: z.optional(text),
  itemClass: z.optional(text),
  text: z.optional(text),
});
export const locationQuery = z.object({ warehouse: z.optional(text), code: z.optional(text), text: z.optional(text) });
export const lotQuery = z.object({ itemClass: z.optional(text), itemCode: z.optional(text), code: z.optional(text) });

export const catalogueQuery = z.object({
  cursor,
  /** 1 to 1,000. */
  limit: z.optional(z.string().check(z.regex(/^([1-9]\d{0,2}|1000)$/))),
});

export const PROBLEM_PREFIX = 'urn:wms-inventar:problem:';

/** Every `type` a problem may have, without the prefix: the refusals of the domain and what HTTP itself says. */
export const PROBLEMS = [
  ...REFUSALS,
  'row-exists',
  'changed-meanwhile',
  'key-in-progress',
  'signed-out',
  'forbidden',
  'not-found',
  'internal',
] as const;
export type ProblemName = (typeof PROBLEMS)[number];

export const problem = z.object({
  type: text,
  title: text,
  status: z.int(),
  detail: z.optional(text),
  /** With `row-exists`, `changed-meanwhile` and `already-undone`: the row as it stands now. */
  row: z.optional(z.nullable(countRow)),
});
export type ProblemBody = z.infer<typeof problem>;
