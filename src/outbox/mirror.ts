import type { OutboxRecord } from './record.ts';
import { type LaneKey, isOpen, laneOf } from './standing.ts';
import type { Quarantined } from './stored-row.ts';

/** What this tab knows of the store, in memory: every decision that can wait for no transaction is made on it. */
export class Mirror {
  private readonly records = new Map<string, OutboxRecord>();
  private readonly lanes = new Map<string, OutboxRecord[]>();
  /** Unfinished, in the order of confirmation; `null` after a change that may have put one in between. */
  private ordered: Map<string, OutboxRecord> | null = new Map();
  readonly quarantined = new Map<string, Quarantined>();
  /** Those of them that a person has discarded. */
  readonly discardedUnread = new Set<string>();

  get(id: string): OutboxRecord | undefined {
    return this.records.get(id);
  }

  set(record: OutboxRecord): void {
    const before = this.records.get(record.id);
    if (before !== undefined) this.unlink(before);
    this.records.set(record.id, record);
    if (!isOpen(record)) {
      this.ordered?.delete(record.id);
      return;
    }
    const lane = this.lanes.get(laneOf(record)) ?? [];
    lane.push(record);
    lane.sort(bySeq);
    this.lanes.set(laneOf(record), lane);
    if (this.ordered?.has(record.id) === true || record.seq >= this.highest) this.ordered?.set(record.id, record);
    else this.ordered = null;
    this.highest = Math.max(this.highest, record.seq);
  }
  private highest = 0;

  /** `null`: it was discarded. */
  setUnread(id: string, quarantined: Quarantined | null): void {
    this.delete(id);
    if (quarantined === null) this.discardedUnread.add(id);
    else this.quarantined.set(id, quarantined);
  }

  delete(id: string): void {
    const before = this.records.get(id);
    if (before !== undefined) this.unlink(before);
    this.records.delete(id);
    this.ordered?.delete(id);
    this.quarantined.delete(id);
    this.discardedUnread.delete(id);
  }

  clear(): void {
    this.records.clear();
    this.lanes.clear();
    this.quarantined.clear();
    this.discardedUnread.clear();
    this.ordered = null;
  }

  /** Unfinished, in the order of confirmation. */
  open(): Iterable<OutboxRecord> {
    this.ordered ??= new Map(
      [...this.lanes.values()]
        .flat()
        .sort(bySeq)
        .map(record => [record.id, record]),
    );
    return this.ordered.values();
  }

  lane(of: LaneKey): readonly OutboxRecord[] {
    return this.lanes.get(laneOf(of)) ?? [];
  }

  all(): Iterable<OutboxRecord> {
    return this.records.values();
  }

  private unlink(record: OutboxRecord): void {
    const name = laneOf(record);
    const rest = this.lanes.get(name)?.filter(each => each.id !== record.id) ?? [];
    if (rest.length === 0) this.lanes.delete(name);
    else this.lanes.set(name, rest);
  }
}

export function bySeq(a: OutboxRecord, b: OutboxRecord): number {
  return a.seq - b.seq;
}
