import * as z from 'zod/mini';
import { MIGRATIONS, type Migrations, type OutboxRecord, RECORD_VERSION, recordShape } from './record.ts';
import { isOpen, laneOf } from './standing.ts';
import type { StoredRow } from './store/store.ts';

export function toStored(record: OutboxRecord): StoredRow {
  return { id: record.id, ...(isOpen(record) && { lane: laneOf(record) }), record };
}

/** What could not be read as a record: shown and exported as it is, sent by nobody, in nobody's way. */
export interface Quarantined {
  readonly id: string;
  readonly why: 'newer' | 'corrupt';
  /** JSON, as far as it can be had. */
  readonly raw: string;
}

export type Read =
  | { readonly ok: true; readonly record: OutboxRecord }
  /** `null`: a person has discarded it, and nobody is to look at it any more. */
  | { readonly ok: false; readonly quarantined: Quarantined | null };

/** A stored row as a record of today's shape, or what is to be said about one that can't be read. */
export function readRow(from: StoredRow, partition: string, migrations: Migrations = MIGRATIONS): Read {
  if (from.discard !== undefined) return { ok: false, quarantined: null };
  const quarantine = (why: Quarantined['why']): Read => ({
    ok: false,
    quarantined: { id: from.id, why, raw: jsonOf(from.record) },
  });
  let raw = versioned.safeParse(from.record);
  while (raw.success && raw.data.v !== RECORD_VERSION) {
    const { v } = raw.data;
    if (v > RECORD_VERSION) return quarantine('newer');
    const next = ledOn(raw.data, migrations);
    if (!next.success || next.data.v !== v + 1) return quarantine('corrupt');
    raw = next;
  }
  const parsed = recordShape.safeParse(raw.data);
  if (!parsed.success) return quarantine('corrupt');
  const { data: record } = parsed;
  const isOwn = record.id === from.id && record.request.key === record.id && record.partition === partition;
  return isOwn ? { ok: true, record } : quarantine('corrupt');
}

const versioned = z.looseObject({ v: z.int() });

function ledOn(raw: z.output<typeof versioned>, migrations: Migrations) {
  try {
    return versioned.safeParse(migrations[raw.v]?.(raw));
  } catch {
    return versioned.safeParse(null);
  }
}

function jsonOf(raw: unknown): string {
  try {
    return JSON.stringify(raw);
  } catch {
    return String(raw);
  }
}
