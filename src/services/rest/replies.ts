/**
 * What hosts answer, as far as the client reads it before the first scan; each reply is checked. What is not in a schema is
 * left out.
 */
import * as z from 'zod/mini';
import type { RecordedCount } from '../../domain/count-request.ts';
import type { CountRow, Inventory, InventoryList, ItemMatch, Location, Lot, Operator } from '../../domain/inventory.ts';
import { ROLES } from '../../domain/inventory.ts';
import type { HostConfiguration, Matches, Page } from '../inventory-gateway.ts';
import { exactly } from '../shapes.ts';
import { code, date, id, shapes, text } from './scalars.ts';

const { operatorName, progress } = shapes;

/** As hosts answer: of before contract 2 too, which say `supervisor`; and of later ones, with roles of their own. */
export const signedIn = z.object({
  userName: text,
  name: text,
  roles: z.exactOptional(z.array(text)),
  supervisor: z.exactOptional(z.boolean()),
});

export function operatorIn({ userName, name, roles, supervisor }: z.output<typeof signedIn>): Operator {
  const named = roles ?? (supervisor === true ? ['counter', 'supervisor'] : ['counter']);
  return { userName, name, roles: ROLES.filter(role => named.includes(role)) };
}

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

export const lot: z.ZodMiniType<Lot> = shapes.lot;
export const location: z.ZodMiniType<Location> = shapes.location;
export const countRow: z.ZodMiniType<CountRow> = shapes.row;

export const recordedCount: z.ZodMiniType<RecordedCount> = z.object({ row: countRow, progress: z.nullable(progress) });

const tokenizer = z.object({
  code: text,
  description: text,
  separator: text,
  rows: z.array(
    z.object({
      sequence: z.int(),
      businessObject: z.nullable(text),
      property: z.nullable(text),
      length: z.nullable(z.union([z.int(), text])),
      decimals: z.exactOptional(z.nullable(z.union([z.int(), text]))),
      separator: text,
      mainObject: z.nullable(text),
    }),
  ),
});

/** Capabilities that came later: a host that does not speak of one does not have it. */
const absentIsFalse = z.exactOptional(z.boolean());

export const configuration: z.ZodMiniType<HostConfiguration> = z.object({
  tokenizers: z.array(tokenizer),
  policies: z.object({
    newLots: z.boolean(),
    nextItemConfirms: z.boolean(),
    /** What each command barcode starts with; `''`: there are none. Absent: `$$`. */
    commandPrefix: z.exactOptional(z.string().check(z.maxLength(20))),
  }),
  capabilities: z.object({
    idempotencyKeys: z.boolean(),
    versions: z.union([z.boolean(), z.literal('ascending')]),
    baseQuantities: absentIsFalse,
    history: absentIsFalse,
    undo: absentIsFalse,
    catalogue: absentIsFalse,
    notes: absentIsFalse,
    serials: absentIsFalse,
    epoch: z.exactOptional(text),
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

export const inventoryPage = page(inventory);
export const rowPage = page(countRow);
export const lists = z.object({ items: z.array(inventoryList) });
export const row = z.object({ row: z.nullable(countRow) });
export const itemMatches = matches(itemMatch);
export const locationMatches = matches(location);
export const lotMatches = matches(lot);
export const PROBLEM_PREFIX = 'urn:wms-inventar:problem:';

export const problem = z.object({
  type: text,
  title: text,
  status: z.int(),
  detail: z.exactOptional(text),
  /** With `row-exists`, `changed-meanwhile` and `already-undone`: the row as it stands now. */
  row: z.exactOptional(z.nullable(countRow)),
});
export type ProblemBody = z.infer<typeof problem>;
