import * as z from 'zod/mini';
import { firstSend } from './decide/first-send.ts';
import { interrupted } from './interrupted.ts';
import type { Ledger } from './ledger.ts';
import { bySeq } from './mirror.ts';
import type { PartitionOwner } from './partition.ts';
import type { OutboxRecord } from './record.ts';
import { isOpen, sentOf } from './standing.ts';
import type { OutboxStore, StoredRow } from './store/store.ts';
import { readRow, toStored } from './stored-row.ts';
import type { ImportResult, Importer } from './types.ts';

/** What a device that breaks gives to another one: a file with its counts, as they are stored. */

const FORMAT = 'wms-inventar-outbox';
const VERSION = 1;

const head = z.looseObject({ format: z.literal(FORMAT), version: z.int() });
const file = z.object({
  origin: z.string(),
  tenant: z.string(),
  user: z.string(),
  partition: z.string(),
  exportedAt: z.string(),
  records: z.array(z.looseObject({ id: z.string(), record: z.unknown() })),
});

export interface Exported extends PartitionOwner {
  readonly partition: string;
  readonly exportedAt: string;
  readonly records: readonly StoredRow[];
}

export function exportText(exported: Exported): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, ...exported }, null, 2);
}

type Read = { readonly ok: true; readonly exported: z.output<typeof file> } | Extract<ImportResult, { ok: false }>;

function readText(text: string): Read {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, kind: 'damaged' };
  }
  const known = head.safeParse(raw);
  if (!known.success) return { ok: false, kind: 'damaged' };
  if (known.data.version > VERSION) return { ok: false, kind: 'newer' };
  const whole = file.safeParse(raw);
  return whole.success ? { ok: true, exported: whole.data } : { ok: false, kind: 'damaged' };
}

/**
 * Who takes counts over, and where. A count is sent in the name of who made it: another user's are taken by a supervisor
 * alone, and are kept in the partition of that user, who sends them by signing in.
 */
export interface Taking extends Importer {
  readonly owner: PartitionOwner;
  readonly nameOf: (owner: PartitionOwner) => Promise<string>;
  /** The store of any partition, made where there is none. */
  readonly storeOf: (partition: string) => OutboxStore;
  readonly ledger: Ledger;
  readonly now: number;
}

/** What is in a file of another device, or why it is not for here; where it is to be taken, its unfinished counts are here after. */
export async function importText(text: string, taking: Taking): Promise<ImportResult> {
  const { owner, nameOf, isSupervisor } = taking;
  const read = readText(text);
  if (!read.ok) return read;
  const { origin, tenant, user, partition, exportedAt, records } = read.exported;
  // The name says whose it is: one that does not fit was changed by hand.
  if ((await nameOf({ origin, tenant, user })) !== partition) return { ok: false, kind: 'damaged' };
  if (origin !== owner.origin || tenant !== owner.tenant) return { ok: false, kind: 'other-host', host: origin };
  if (user !== owner.user && !isSupervisor) return { ok: false, kind: 'other-user', user };
  const readable: OutboxRecord[] = [];
  let unreadable = 0;
  for (const row of records) {
    const each = readRow({ id: row.id, record: row.record }, partition);
    if (!each.ok) unreadable++;
    else if (isOpen(each.record)) readable.push(each.record);
  }
  const counts = readable.sort(bySeq).map(record => takenOver(record, taking));
  const news = await (user === owner.user ? here(counts, taking) : forAnother(counts, partition, taking));
  return {
    ok: true,
    user,
    exportedAt,
    isOther: user !== owner.user,
    counts: news,
    known: counts.length - news,
    unreadable,
  };
}

/** Gives how many of them were not known. */
function here(counts: readonly OutboxRecord[], { ledger, take }: Taking): Promise<number> {
  return ledger.write(async tx => {
    const past = pastOf(ledger.mirror.all());
    let news = 0;
    for (const record of counts) {
      if (past.has(record.id) || (await tx.get(record.id)) !== null) continue;
      news++;
      if (take) await tx.put({ ...record, seq: await tx.nextSeq(1) });
    }
    return news;
  });
}

/** The same for who is not signed in: their tabs, if any, find it as what another tab wrote. */
async function forAnother(
  counts: readonly OutboxRecord[],
  partition: string,
  { storeOf, owner, take }: Taking,
): Promise<number> {
  const store = storeOf(partition);
  try {
    return await store.transact('strict', async tx => {
      const [rows, last] = await Promise.all([tx.all(), tx.getMeta('seq')]);
      const known = rows.flatMap(row => {
        const read = readRow(row, partition);
        return read.ok ? [read.record] : [];
      });
      const there = new Set([...rows.map(({ id }) => id), ...pastOf(known)]);
      const news = counts.filter(({ id }) => !there.has(id));
      if (!take) return news.length;
      let seq = typeof last === 'number' ? last : 0;
      for (const record of news) await tx.put(toStored({ ...record, seq: ++seq }));
      await tx.putMeta('seq', seq);
      await tx.putMeta('host', { origin: owner.origin, tenant: owner.tenant });
      return news.length;
    });
  } finally {
    store.close();
  }
}

/** The keys that counts had before a person decided anew: none of them comes back. */
function pastOf(records: Iterable<OutboxRecord>): ReadonlySet<string> {
  return new Set([...records].flatMap(({ previousIds }) => previousIds));
}

/**
 * The other device may go on sending it. A host with keys knows it again; else it is in doubt from the start: the row, or
 * its history, says whether it is there, or a person. One that builds on another is decided on what that one came to.
 */
function takenOver(record: OutboxRecord, { host, now }: Pick<Taking, 'host' | 'now'>): OutboxRecord {
  const { fate } = record;
  const sent = sentOf(record);
  const trouble = { kind: 'interrupted' } as const;
  if (fate.kind === 'sending') return interrupted(record);
  if (host.idempotencyKeys || fate.kind !== 'queued') return record;
  if (sent !== null) return { ...record, fate: { kind: 'unknown', sent: { ...sent, doubt: true, trouble } } };
  if (record.decidedOn.follows !== null) return record;
  const first = firstSend(record, host);
  if (first.kind !== 'send') return record;
  return {
    ...record,
    fate: { kind: 'unknown', sent: { wire: first.wire, attempts: 0, firstAt: now, doubt: true, trouble } },
  };
}
