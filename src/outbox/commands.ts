import {
  type Plan,
  planAnswer,
  planDiscard,
  isLostWhole,
  planReassign,
  planRestore,
  planRetry,
  planTakeBack,
  planWithdraw,
} from './decide/answers.ts';
import { type Ledger, type LedgerTransaction, guarded } from './ledger.ts';
import type { OutboxPorts } from './ports.ts';
import { laneOf } from './standing.ts';
import type { StorageWatch } from './storage-watch.ts';
import type { Answer, CommandResult, Commands, Discard, OutboxRecord } from './types.ts';

type Planning = (record: OutboxRecord, lane: readonly OutboxRecord[], tx: LedgerTransaction) => Plan | Promise<Plan>;

type CommandPorts = Pick<OutboxPorts, 'mintKey' | 'clock'> & { readonly storage: StorageWatch };

/** What a person says of counts: each word is decided on what the store holds now, and is one transaction. Where the store does not answer, that is said. */
export class LedgerCommands implements Commands {
  private readonly ledger: Ledger;
  private readonly storage: StorageWatch;
  private readonly mintKey: OutboxPorts['mintKey'];
  private readonly now: () => number;

  constructor(ledger: Ledger, { mintKey, clock, storage }: CommandPorts) {
    this.ledger = ledger;
    this.storage = storage;
    this.mintKey = mintKey;
    this.now = () => clock.now();
  }

  retry(id: string): Promise<CommandResult> {
    return this.carryOut(id, planRetry);
  }

  resolve(id: string, answer: Answer): Promise<CommandResult> {
    return this.carryOut(id, (record, lane) => planAnswer(lane, record, answer, this.mintKey(), this.now()));
  }

  discard(id: string, reason: string, by: string): Promise<CommandResult> {
    const discard: Discard = { kind: 'discarded', reason, by, at: this.now() };
    if (!this.ledger.mirror.quarantined.has(id)) return this.carryOut(id, record => planDiscard(record, discard));
    return this.write(tx => tx.discardUnread(id, discard));
  }

  restore(id: string): Promise<CommandResult> {
    return this.carryOut(id, record => planRestore(record, this.ledger.mirror.all(), this.now()));
  }

  withdraw(id: string, by: string): Promise<CommandResult> {
    return this.carryOut(id, async (record, lane, tx) => {
      const ids = [record.id, ...record.previousIds];
      const superseded: OutboxRecord[] = [];
      for (const each of this.ledger.mirror.all()) {
        if (each.fate.kind !== 'superseded' || !ids.includes(each.fate.by)) continue;
        const now = await tx.get(each.id);
        if (now?.fate.kind === 'superseded') superseded.push(now);
      }
      return planWithdraw(lane, record, superseded, { kind: 'withdrawn', reason: '', by, at: this.now() });
    });
  }

  takeBack(id: string): Promise<CommandResult> {
    return this.carryOut(id, (record, lane) => planTakeBack(lane, record));
  }

  retryList(listId: string): Promise<CommandResult> {
    return this.write(async tx => {
      for (const record of await openOf(tx, listId)) {
        if (record.fate.kind !== 'attention' || record.fate.reason.kind !== 'list-closed') continue;
        const plan = planRetry(record);
        if (plan.ok) for (const each of plan.put) await tx.put(each);
      }
    });
  }

  reassign(listId: string, toListId: string): Promise<CommandResult> {
    return this.write(async tx => {
      await this.move(tx, [...lanesOf(await openOf(tx, listId))], toListId);
    });
  }

  resendLost(): Promise<CommandResult> {
    return this.write(async tx => {
      const lanes = [...lanesOf(await tx.open())].filter(isLostWhole);
      for (const lane of lanes) await this.move(tx, [lane], lane[0]?.listId ?? '');
    });
  }

  private async move(tx: LedgerTransaction, lanes: readonly (readonly OutboxRecord[])[], toListId: string) {
    let seq = await tx.nextSeq(lanes.flat().length);
    for (const lane of lanes) {
      const { put, remove } = planReassign(lane, toListId, () => ({ id: this.mintKey(), seq: seq++ }));
      for (const old of remove) await tx.remove(old);
      for (const each of put) await tx.put(each);
    }
  }

  private carryOut(id: string, plan: Planning): Promise<CommandResult> {
    return this.written(async tx => {
      const record = await tx.get(id);
      if (record === null) return { ok: false, kind: 'not-found' };
      const planned = await plan(record, await tx.lane(record), tx);
      if (!planned.ok) return planned;
      for (const old of planned.remove) await tx.remove(old);
      for (const each of planned.put) await tx.put(each);
      return { ok: true };
    });
  }

  private write(work: (tx: LedgerTransaction) => Promise<void>): Promise<CommandResult> {
    return this.written(tx => work(tx).then(() => ({ ok: true }) as const));
  }

  private written(work: (tx: LedgerTransaction) => Promise<CommandResult>): Promise<CommandResult> {
    const { storage, ledger } = this;
    return guarded(() => storage.inTime(storage.watch(ledger.write(work))));
  }
}

async function openOf(tx: LedgerTransaction, listId: string): Promise<readonly OutboxRecord[]> {
  return (await tx.open()).filter(record => record.listId === listId);
}

function lanesOf(records: readonly OutboxRecord[]): Iterable<readonly OutboxRecord[]> {
  const lanes = new Map<string, OutboxRecord[]>();
  for (const record of records) lanes.set(laneOf(record), [...(lanes.get(laneOf(record)) ?? []), record]);
  return lanes.values();
}
