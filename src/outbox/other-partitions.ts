import { type Ledger, TAB_VERSION } from './ledger.ts';
import { interrupted } from './interrupted.ts';
import { bySeq } from './mirror.ts';
import type { PartitionOwner } from './partition.ts';
import type { OutboxRecord } from './record.ts';
import { olderSpellings } from './spellings.ts';
import type { OutboxStore } from './store/store.ts';
import { readRow } from './stored-row.ts';
import type { Elsewhere } from './types.ts';

/** The data bases of other partitions on this device. */
export interface OtherPartitions {
  /** As far as the browser tells. */
  names(): Promise<readonly string[]>;
  /** `null`: there is none of this name; it is not made. */
  open(partition: string): Promise<OutboxStore | null>;
  nameOf(owner: PartitionOwner): Promise<string>;
}

/** Which host a partition is for, in its store: whose it is, its name alone tells, to who knows. */
type Label = Omit<PartitionOwner, 'user'>;

/** Says in the store which host its counts are for. Older versions did not. */
export async function label(store: OutboxStore, { origin, tenant }: Label): Promise<void> {
  const told = await store.transact('readonly', tx => tx.getMeta('host'));
  if (labelOf(told) === null) await store.transact('strict', tx => tx.putMeta('host', { origin, tenant }));
}

/**
 * What this device has of somebody's unsent counts in other partitions than theirs: they are for another host, and are
 * sent when that one is counted for.
 */
export async function countsElsewhere(others: OtherPartitions, owner: PartitionOwner): Promise<readonly Elsewhere[]> {
  const own = await others.nameOf(owner);
  const found: Elsewhere[] = [];
  for (const name of await others.names()) {
    if (name === own) continue;
    const about = await inStore(others, name, async store => {
      const [told, unsent] = await store.transact('readonly', tx => Promise.all([tx.getMeta('host'), tx.openIds()]));
      return { told: labelOf(told), unsent: unsent.length };
    });
    const told = about?.told ?? null;
    if (told === null || about === null || about.unsent === 0) continue;
    // Another user's have another name: nothing is told of them.
    if ((await others.nameOf({ ...told, user: owner.user })) !== name) continue;
    found.push({ host: told.origin, tenant: told.tenant, unsent: about.unsent });
  }
  return found;
}

/**
 * Brings here what waits for the same host under another spelling of its address. Only the tab that sends does it. What a
 * crash leaves half done is done again, and nothing is here twice.
 */
export async function bringHere(others: OtherPartitions, owner: PartitionOwner, ledger: Ledger): Promise<void> {
  for (const origin of olderSpellings(owner.origin)) {
    const name = await others.nameOf({ ...owner, origin });
    await inStore(others, name, async store => {
      const left = await stopSending(store, name);
      if (left.length === 0) return;
      await keep(ledger, left);
      await store.transact('strict', async tx => {
        for (const { id } of left) await tx.delete(id);
      });
    });
  }
}

/**
 * What is unfinished there, once no tab sends from there any more: one that holds the lease finds it in other hands, and
 * what it has under way may have been applied. What can't be read stays for whoever can.
 */
function stopSending(store: OutboxStore, partition: string): Promise<readonly OutboxRecord[]> {
  return store.transact('strict', async tx => {
    const [rows, lease] = await Promise.all([tx.open(), tx.getMeta('lease')]);
    const found = rows.flatMap(row => {
      const read = readRow(row, partition);
      return read.ok ? [read.record] : [];
    });
    if (found.length > 0) await tx.putMeta('lease', { owner: null, epoch: epochOf(lease) + 1, version: TAB_VERSION });
    return found.sort(bySeq);
  });
}

/** Under the same keys, behind what is here, in their order. What is here already, or was decided anew here, stays as it is. */
function keep(ledger: Ledger, left: readonly OutboxRecord[]): Promise<void> {
  const past = new Set([...ledger.mirror.all()].flatMap(({ previousIds }) => previousIds));
  return ledger.write(async tx => {
    let seq = await tx.nextSeq(left.length);
    for (const record of left) {
      if (past.has(record.id) || (await tx.get(record.id)) !== null) continue;
      await tx.put({ ...interrupted(record), partition: ledger.partition, seq: seq++ });
    }
  });
}

async function inStore<T>(
  others: OtherPartitions,
  name: string,
  work: (store: OutboxStore) => Promise<T>,
): Promise<T | null> {
  const store = await others.open(name);
  if (store === null) return null;
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

function labelOf(raw: unknown): Label | null {
  if (typeof raw !== 'object' || raw === null || !('origin' in raw) || !('tenant' in raw)) return null;
  const { origin, tenant } = raw;
  return typeof origin === 'string' && typeof tenant === 'string' ? { origin, tenant } : null;
}

function epochOf(lease: unknown): number {
  const epoch = typeof lease === 'object' && lease !== null && 'epoch' in lease ? lease.epoch : 0;
  return typeof epoch === 'number' ? epoch : 0;
}
