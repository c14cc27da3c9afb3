import { blockedLists } from './decide/next.ts';
import { type Mirror, bySeq } from './mirror.ts';
import type { OutboxRecord, RecordState } from './record.ts';
import { finishedAt, isOpen } from './standing.ts';
import type { SendingStatus } from './sending-ports.ts';
import type { OutboxState } from './types.ts';

/** The records by state, as screens show them. */
export function viewOf(
  mirror: Mirror,
  more: Pick<OutboxState, 'ready' | 'storage' | 'evicted'> & SendingStatus,
): OutboxState {
  const by: Record<RecordState, OutboxRecord[]> = {
    queued: [],
    sending: [],
    unknown: [],
    attention: [],
    done: [],
    superseded: [],
    discarded: [],
  };
  for (const record of mirror.open()) by[record.fate.kind].push(record);
  for (const record of mirror.all()) if (!isOpen(record)) by[record.fate.kind].push(record);
  for (const state of ['done', 'superseded', 'discarded'] as const) {
    by[state].sort((a, b) => (finishedAt(b) ?? 0) - (finishedAt(a) ?? 0) || b.seq - a.seq);
  }
  const { queued: waiting, ...rest } = by;
  return {
    ...more,
    ...rest,
    waiting,
    quarantined: [...mirror.quarantined.values()],
    blockedLists: [...blockedLists(mirror.open())],
  };
}

/** The unfinished ones, in the order of confirmation. */
export function openRecords({ waiting, sending, unknown, attention }: OutboxState): readonly OutboxRecord[] {
  if (sending.length + unknown.length + attention.length === 0) return waiting;
  return [...waiting, ...sending, ...unknown, ...attention].sort(bySeq);
}
