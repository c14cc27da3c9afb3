import * as z from 'zod/mini';
import type { CountIdentity } from '../domain/count-identity.ts';
import { type CountRequest, LONGEST_NOTE, type Told, type UndoRequest } from '../domain/count-request.ts';
import type {
  CountRow,
  Item,
  ItemMatch,
  ListProgress,
  Location,
  Lot,
  OperatorName,
  RowVersion,
  Unit,
} from '../domain/inventory.ts';
import type { CountMode, Entry, RowQuantities } from '../domain/record-count.ts';

/**
 * The shapes that travel and are stored, once: the contract looks at their texts and numbers closely, the store only
 * takes what is of the right kind, since a host's own gateway may be freer than the contract.
 */
export interface Scalars {
  readonly text: Text;
  readonly id: Text;
  /** A code of at most so many characters. */
  readonly code: (longest: number) => Text;
  readonly key: Text;
  /** A text that is told beside a count: of at most so many characters, by code points. */
  readonly told: (longest: number) => Text;
  /** A quantity as a row holds it; as it is entered; a factor between units. */
  readonly quantity: Text;
  readonly entered: Text;
  readonly factor: Text;
  readonly moment: Text;
  readonly date: Text;
  readonly version: z.ZodMiniType<RowVersion>;
  readonly whole: z.ZodMiniType<number>;
  /** From 0, and from 1. */
  readonly count: z.ZodMiniType<number>;
  readonly number: z.ZodMiniType<number>;
  readonly decimals: z.ZodMiniType<number>;
}
type Text = z.ZodMiniType<string>;

export function shapesOf(of: Scalars) {
  const { text, id, code, version } = of;

  const operatorName = z.object({ userName: text, name: text });
  const unit = z.object({ code: code(20), description: text, decimals: of.decimals });
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
        factor: of.factor,
        operation: z.literal(['multiply', 'divide']),
        default: z.boolean(),
        mandatory: z.boolean(),
        priority: of.whole,
        defaultWms: z.boolean(),
      }),
    ),
  });
  const variant = z.object({ code: code(50), description: text });
  const match = { item, variant: z.nullable(variant), unit: z.exactOptional(text) };

  const lot = z.object({
    itemClass: code(3),
    itemCode: code(50),
    code: code(50),
    supplierLot: z.nullable(text),
    startDate: z.nullable(of.date),
    expiryDate: z.nullable(of.date),
    status: text,
    closed: z.boolean(),
  });
  const location = z.object({
    warehouse: code(10),
    code: code(100),
    description: text,
    type: text,
    active: z.boolean(),
    blocked: z.boolean(),
    reserved: z.boolean(),
    obsolete: z.boolean(),
  });

  // `z.record` would say it in one word, and twice as many bytes of zod as all of it here.
  const isName = (name: string) => code(50).safeParse(name).success;
  const dimensions = z.catchall(z.object({}), code(100)).check(
    z.refine(named => Object.keys(named).every(isName)),
    z.meta({ propertyNames: { type: 'string', minLength: 1, maxLength: 50 } }),
  );
  const identity = {
    itemClass: code(3),
    itemCode: code(50),
    variant: z.nullable(code(50)),
    lot: z.nullable(code(50)),
    serial: z.nullable(code(50)),
    warehouse: code(10),
    location: code(100),
    dimensions: z.exactOptional(dimensions),
  };
  const progress = z.object({ rows: of.count, expected: of.count, counted: of.count });
  const row = z.object({
    ...identity,
    id,
    listId: id,
    rowNumber: of.number,
    itemDescription: text,
    unit,
    quantity: z.nullable(of.quantity),
    alternativeUnit: z.nullable(unit),
    alternativeQuantity: z.nullable(of.quantity),
    countedAt: z.nullable(of.moment),
    operator: z.nullable(operatorName),
    version,
  });

  const mode = z.literal(['new', 'add', 'replace']);
  const entry = { quantity: of.entered, unit: code(20) };
  const quantities = z.object({
    quantity: of.quantity,
    alternativeUnit: z.nullable(code(20)),
    alternativeQuantity: z.nullable(of.quantity),
  });
  const stamp = {
    device: z.exactOptional(z.nullable(code(64))),
    confirmedAt: z.exactOptional(z.nullable(of.moment)),
  };
  /** A request but for its key and its entry, which travel otherwise than they are stored. In the order of the body. */
  const decided = { mode, identity: z.object(identity) };
  const told = { barcode: z.nullable(of.told(4096)), note: z.exactOptional(of.told(LONGEST_NOTE)) };
  const decidedOn = {
    baseVersion: z.nullable(version),
    baseQuantities: z.exactOptional(quantities),
    acknowledged: z.exactOptional(z.array(code(50))),
    ...told,
    ...stamp,
  };
  const undone = { undoes: of.key, baseVersion: version, ...stamp };

  return {
    operatorName,
    unit,
    item,
    variant,
    match,
    lot,
    location,
    dimensions,
    identity,
    progress,
    row,
    mode,
    entry,
    quantities,
    decided,
    decidedOn,
    told,
    undone,
  };
}

/** Any text and any number, of the right kind: for what this device wrote itself. */
export const stored = shapesOf({
  text: z.string(),
  id: z.string(),
  code: () => z.string(),
  key: z.string(),
  told: () => z.string(),
  quantity: z.string(),
  entered: z.string(),
  factor: z.string(),
  moment: z.string(),
  date: z.string(),
  version: z.union([z.string(), z.number()]),
  whole: z.number(),
  count: z.number(),
  number: z.number(),
  decimals: z.number(),
});

/** As a device keeps a request: with what a newer version put into it, so that no version takes anything out of it. */
export const storedRequest: z.ZodMiniType<CountRequest> = z.looseObject({
  key: z.string(),
  ...stored.decided,
  entry: z.object(stored.entry),
  ...stored.decidedOn,
});

type Shapes = ReturnType<typeof shapesOf>;
type Of<Fields extends z.core.$ZodShape> = z.output<z.ZodMiniObject<Fields>>;

/**
 * Does not compile where a schema says anything else than a type: a field, an optional one too, that one of them lacks
 * would be lost without a word where bytes come in.
 */
export type Agreements = [
  Assert<Agree<OperatorName, z.output<Shapes['operatorName']>>>,
  Assert<Agree<Unit, z.output<Shapes['unit']>>>,
  Assert<Agree<Item, z.output<Shapes['item']>>>,
  Assert<Agree<ItemMatch, Of<Shapes['match']>>>,
  Assert<Agree<Lot, z.output<Shapes['lot']>>>,
  Assert<Agree<Location, z.output<Shapes['location']>>>,
  Assert<Agree<CountIdentity, Of<Shapes['identity']>>>,
  Assert<Agree<ListProgress, z.output<Shapes['progress']>>>,
  Assert<Agree<CountRow, z.output<Shapes['row']>>>,
  Assert<Agree<CountMode, z.output<Shapes['mode']>>>,
  Assert<Agree<Entry, Of<Shapes['entry']>>>,
  Assert<Agree<RowQuantities, z.output<Shapes['quantities']>>>,
  Assert<Agree<Omit<CountRequest, 'key' | 'entry'>, Of<Shapes['decided'] & Shapes['decidedOn']>>>,
  Assert<Agree<Told, Of<Shapes['told']>>>,
  Assert<Agree<Omit<UndoRequest, 'key'>, Of<Shapes['undone']>>>,
];

/** The same for one schema, where it is made. */
export function exactly<Type>() {
  return <Schema extends z.ZodMiniType<Type>>(
    schema: Schema & (Agree<Type, z.output<Schema>> extends true ? unknown : never),
  ): z.ZodMiniType<Type> => schema;
}

export type Assert<True extends true> = True;
export type Agree<Type, Output> = Same<Plain<Type>, Plain<Output>>;

// The way to ask whether two types are the same: `T` stands for every type, and is in no need of being named.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** All of it spelt out and writable, so that two ways to write one type are one. */
type Plain<T> = T extends readonly (infer Element)[]
  ? Plain<Element>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;

/** What a schema reads, all of it read-only. */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
