/**
 * The REST contract, once: the client validates replies with it, the reference host validates requests with it, and
 * the OpenAPI document is generated from it. Prose and examples are in `docs/rest-contract.md`.
 *
 * Quantities are decimal strings. Look-ups answer `{ matches, more }`, listings `{ items, next }`. Errors are problem
 * details (RFC 9457) whose `type` is `urn:wms-inventar:problem:` and one of `PROBLEMS`.
 */
import * as z from 'zod/mini';
import { REFUSALS } from '../../domain/failure.ts';
import type { CountRequest, RecordedCount, UndoRequest } from '../../domain/count-request.ts';
import type { Entry } from '../../domain/record-count.ts';
import type { HistoryEntry, RowHistory } from '../../domain/row-history.ts';
import type { CountRow, Inventory, InventoryList, ItemMatch, Location, Lot, Operator } from '../../domain/inventory.ts';
import { ROLES } from '../../domain/inventory.ts';
import type { CatalogueItem, CataloguePage, HostConfiguration, Matches, Page } from '../inventory-gateway.ts';
import { exactly, shapesOf } from '../shapes.ts';

const text = z.string();
const id = z.string().check(z.minLength(1), z.maxLength(64));
const code = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const count = z.int().check(z.nonnegative());

export const idempotencyKey = z.string().check(z.regex(/^[\w-]{16,64}$/));

/** Opaque. Text of up to 200 characters; hosts of before contract 2 send whole numbers, and are sent them back. */
const version = z.union([count, code(200)]);

const moment = z.iso.datetime({ offset: true });
/** By code points, as data bases and JSON Schema count. */
const told = (longest: number) => z.string().check(z.regex(new RegExp(`^[\\s\\S]{0,${longest}}$`, 'u')));
/** A quantity as it is stored: never negative. */
const quantity = z.string().check(z.regex(/^\d{1,24}(\.\d{1,12})?$/));

const shapes = shapesOf({
  text,
  id,
  code,
  key: idempotencyKey,
  told,
  quantity,
  /** A sign is let through, so that a negative quantity is refused by its name. */
  entered: z.string().check(z.regex(/^-?\d{1,24}(\.\d{1,12})?$/)),
  factor: z.string().check(z.regex(/^(?!0+(\.0+)?$)\d{1,24}(\.\d{1,12})?$/)),
  moment,
  version,
  whole: z.int(),
  count,
  number: z.int().check(z.positive()),
  decimals: z.int().check(z.nonnegative(), z.lte(9)),
});
const { operatorName, identity, progress } = shapes;

export const operator = exactly<Operator>()(z.object({ userName: text, name: text, roles: z.array(z.enum(ROLES)) }));

/** As hosts answer: of before contract 2 too, which say `supervisor`; and of later ones, with roles of their own. */
export const operatorOfAnyHost = z.pipe(
  z.object({
    userName: text,
    name: text,
    roles: z.optional(z.array(text)),
    supervisor: z.optional(z.boolean()),
  }),
  z.transform(({ userName, name, roles, supervisor }): Operator => {
    const named = roles ?? (supervisor === true ? ['counter', 'supervisor'] : ['counter']);
    return { userName, name, roles: ROLES.filter(role => named.includes(role)) };
  }),
);

export const inventory = exactly<Inventory>()(
  z.object({
    id,
    number: text,
    date,
    description: text,
    notes: text,
    operator: z.nullable(operatorName),
    closed: z.boolean(),
  }),
);

export const inventoryList = exactly<InventoryList>()(
  z.object({
    id,
    inventory,
    row: z.int(),
    listType: z.object({ code: text, description: text, keepLocation: z.boolean() }),
    operator: z.nullable(operatorName),
    warehouse: z.object({ code: text, description: text }),
    closingDate: z.nullable(date),
    progress: z.nullable(progress),
  }),
);

export const itemMatch = exactly<ItemMatch>()(z.object(shapes.match));

const catalogueItem: z.ZodMiniType<CatalogueItem> = z.object({ ...shapes.match, barcodes: z.array(text) });

export const lot = exactly<Lot>()(
  z.object({
    itemClass: code(3),
    itemCode: code(50),
    code: code(50),
    supplierLot: z.nullable(text),
    startDate: z.nullable(date),
    expiryDate: z.nullable(date),
    status: text,
    closed: z.boolean(),
  }),
);

export const location = exactly<Location>()(
  z.object({
    warehouse: code(10),
    code: code(100),
    description: text,
    type: text,
    active: z.boolean(),
    blocked: z.boolean(),
    reserved: z.boolean(),
    obsolete: z.boolean(),
  }),
);

export const countRow: z.ZodMiniType<CountRow> = shapes.row;

/** `POST /lists/{id}/counts`. What a newer client sends beside it is kept, and shown in the row's history. */
export const countRequest: z.ZodMiniType<CountRequestBody> = z.looseObject({
  ...shapes.decided,
  ...shapes.entry,
  ...shapes.decidedOn,
});
export type CountRequestBody = Omit<CountRequest, 'key' | 'entry'> & Entry;

/** `POST /lists/{id}/counts/undo`: `undoes` is the key of the operator's own count, `baseVersion` what it made. */
export const undoRequest: z.ZodMiniType<UndoRequestBody> = z.object(shapes.undone);
export type UndoRequestBody = Omit<UndoRequest, 'key'>;

export const recordedCount: z.ZodMiniType<RecordedCount> = z.object({ row: countRow, progress: z.nullable(progress) });

const historyEntry = z.object({
  id,
  key: z.nullable(text),
  mode: z.enum([...shapes.mode.options, 'undo']),
  operator: operatorName,
  recordedAt: moment,
  confirmedAt: z.nullable(moment),
  device: z.nullable(text),
  ...shapes.told,
  entered: z.nullable(z.object(shapes.entry)),
  result: z.object({
    quantity: z.nullable(quantity),
    alternativeUnit: z.nullable(code(20)),
    alternativeQuantity: z.nullable(quantity),
  }),
  version,
  undoes: z.nullable(id),
  undoneBy: z.nullable(id),
});
exactly<HistoryEntry>()(historyEntry);

/** `GET /lists/{id}/rows/{rowId}/history`. An entry shows what a newer client sent with its count, as it came. */
export const rowHistory: z.ZodMiniType<RowHistory> = z.object({
  entries: z.array(z.catchall(historyEntry, z.unknown())),
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
    versions: z.union([z.boolean(), z.literal('ascending')]),
    history: absentIsFalse,
    undo: absentIsFalse,
    catalogue: absentIsFalse,
    notes: absentIsFalse,
  }),
  contract: z.exactOptional(z.int()),
  dimensions: z.exactOptional(z.array(z.object({ name: code(50), label: text, asked: z.boolean() }))),
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
/** What is `null` in an identity is left out; `dimensions` is a JSON object. */
export const identityQuery = z.object({
  itemClass: identity.itemClass,
  itemCode: identity.itemCode,
  variant: z.optional(text),
  lot: z.optional(text),
  serial: z.optional(text),
  warehouse: identity.warehouse,
  location: identity.location,
  dimensions: z.optional(text.check(z.maxLength(2000))),
});
export const dimensions = z.record(code(50), code(100));
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
