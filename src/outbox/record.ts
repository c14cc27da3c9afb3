import * as z from 'zod/mini';
import { identityKey } from '../domain/count-identity.ts';
import type { CountIdentity } from '../domain/count-identity.ts';
import { REFUSALS } from '../domain/failure.ts';
import type { RowQuantities } from '../domain/record-count.ts';
import type { CountRow } from '../domain/inventory.ts';
import type { StoredRow } from './store/store.ts';
import type { OutboxRecord, Quarantined } from './types.ts';

/**
 * What is read back from the disk is checked: a record written by a newer version, or by nobody in their right mind,
 * must not stop the others. Fields nobody named are not taken over, whatever they are called.
 */
const text = z.string();
const number = z.number();
const bool = z.boolean();
const moment = z.nullable(number);
const mode = z.enum(['new', 'add', 'replace']);
const entry = z.object({ quantity: text, unit: text });
const unit = z.object({ code: text, description: text, decimals: number });
const quantities = z.object({
  quantity: text,
  alternativeUnit: z.nullable(text),
  alternativeQuantity: z.nullable(text),
});
const identityShape = {
  itemClass: text,
  itemCode: text,
  variant: z.nullable(text),
  lot: z.nullable(text),
  serial: z.nullable(text),
  warehouse: text,
  location: text,
};
const identity = z.object(identityShape);
const item = z.object({
  itemClass: text,
  code: text,
  description: text,
  unit,
  lotManaged: bool,
  serialManaged: bool,
  archived: bool,
  phantom: bool,
  alternativeUnits: z.array(
    z.object({
      unit,
      factor: text,
      operation: z.enum(['multiply', 'divide']),
      default: bool,
      mandatory: bool,
      priority: number,
      defaultWms: bool,
    }),
  ),
});
const row = z.object({
  ...identityShape,
  id: text,
  listId: text,
  rowNumber: number,
  itemDescription: text,
  unit,
  quantity: z.nullable(text),
  alternativeUnit: z.nullable(unit),
  alternativeQuantity: z.nullable(text),
  countedAt: z.nullable(text),
  operator: z.nullable(z.object({ userName: text, name: text })),
  version: number,
});
const reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), row: z.nullable(row), maybeApplied: bool }),
  z.object({ kind: z.literal('uncertain'), row: z.nullable(row), maybeApplied: z.literal(true) }),
  z.object({ kind: z.enum(['list-closed', 'forbidden']) }),
  z.object({ kind: z.literal('refused'), refusal: z.enum(REFUSALS) }),
  z.object({ kind: z.literal('rejected'), status: number, title: z.nullable(text) }),
]);
const trouble = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['unreachable', 'bad-reply', 'in-progress', 'interrupted']) }),
  z.object({ kind: z.literal('host-error'), status: number }),
]);

const shape = z.object({
  v: z.literal(1),
  id: text,
  partition: text,
  seq: number,
  listId: text,
  identity,
  mode,
  entry,
  barcode: z.nullable(text),
  base: z.object({ quantities: z.nullable(quantities), version: moment, follows: z.nullable(text) }),
  projected: quantities,
  context: z.object({
    item,
    variantDescription: z.nullable(text),
    locationDescription: text,
    base: z.nullable(quantities),
    follows: z.nullable(text),
    device: text,
    confirmedAt: number,
  }),
  state: z.enum(['queued', 'sending', 'unknown', 'attention', 'done', 'superseded', 'discarded']),
  reason: z.nullable(reason),
  wire: z.nullable(
    z.object({
      key: text,
      mode,
      identity,
      entry,
      baseVersion: moment,
      barcode: z.nullable(text),
      device: z.nullable(text),
      confirmedAt: z.nullable(text),
    }),
  ),
  attempts: number,
  firstSentAt: moment,
  lease: z.nullable(text),
  doubt: bool,
  trouble: z.nullable(trouble),
  previousIds: z.array(text),
  row: z.nullable(row),
  progress: z.nullable(z.object({ rows: number, expected: number, counted: number })),
  supersededBy: z.nullable(text),
  discard: z.nullable(z.object({ kind: z.enum(['withdrawn', 'discarded']), reason: text, by: text, at: number })),
  finishedAt: moment,
}) satisfies z.ZodMiniType<OutboxRecord>;

export const RECORD_VERSION = 1;

export type Read =
  | { readonly ok: true; readonly record: OutboxRecord }
  /** `null`: a person has discarded it, and nobody is to look at it any more. */
  | { readonly ok: false; readonly quarantined: Quarantined | null };

/** From the shape of version `n` to that of `n + 1`. */
export type Migrations = Readonly<Record<number, (old: object) => object>>;

/** The first shape has nothing before it. */
const MIGRATIONS: Migrations = {};

/** A stored row as a record of today's shape, or what is to be said about one that can't be read. */
export function readRow(stored: StoredRow, partition: string, migrations: Migrations = MIGRATIONS): Read {
  if (stored.discard !== undefined) return { ok: false, quarantined: null };
  let raw = stored.record;
  const quarantine = (why: Quarantined['why']): Read => ({
    ok: false,
    quarantined: { id: stored.id, why, raw: jsonOf(stored.record) },
  });
  for (let version = versionOf(raw); version !== RECORD_VERSION; version = versionOf(raw)) {
    if (version === null) return quarantine('corrupt');
    if (version > RECORD_VERSION) return quarantine('newer');
    const step = migrations[version];
    const next = step?.(raw as object);
    if (versionOf(next) !== version + 1) return quarantine('corrupt');
    raw = next;
  }
  const parsed = shape.safeParse(raw);
  if (!parsed.success || parsed.data.id !== stored.id || parsed.data.partition !== partition) {
    return quarantine('corrupt');
  }
  return { ok: true, record: parsed.data };
}

export function toStored(record: OutboxRecord): StoredRow {
  return { id: record.id, ...(isOpen(record) && { lane: laneOf(record) }), record };
}

/** Unfinished: the host does not have it yet, or nobody knows. */
export function isOpen({ state }: OutboxRecord): boolean {
  return state !== 'done' && state !== 'superseded' && state !== 'discarded';
}

/** Never on its way to the host: it can still be taken back or overwritten without a trace there. */
export function isUnsent({ state, wire }: OutboxRecord): boolean {
  return state === 'queued' && wire === null;
}

/** One text for each row of each list. Worked out once for each record: ten thousand of them are gone through often. */
export function laneOf(record: { readonly listId: string; readonly identity: CountIdentity }): string {
  const lane = lanes.get(record) ?? JSON.stringify([record.listId, identityKey(record.identity)]);
  lanes.set(record, lane);
  return lane;
}
const lanes = new WeakMap<object, string>();

/** The quantities of a counted row; `null` where there is none, or one that is expected and not yet counted. */
export function quantitiesOf(of: CountRow | null): RowQuantities | null {
  if (of === null || of.quantity === null) return null;
  const { quantity, alternativeUnit, alternativeQuantity } = of;
  return { quantity, alternativeUnit: alternativeUnit?.code ?? null, alternativeQuantity };
}

function versionOf(raw: unknown): number | null {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, 'v')) return null;
  const { v } = raw as { v: unknown };
  return typeof v === 'number' && Number.isInteger(v) ? v : null;
}

function jsonOf(raw: unknown): string {
  try {
    return JSON.stringify(raw);
  } catch {
    return String(raw);
  }
}
