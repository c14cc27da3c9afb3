import type { AttentionReason, OutboxRecord, Quarantined } from '../../outbox/types.ts';
import type { ParkedState } from '../../session/state/device-state.ts';
import { type Shown, TABS, type Tab, asked, sizeOf } from './sizes.ts';

/** One thing in a list. */
export type Entry =
  | { readonly kind: 'blocked'; readonly key: string; readonly listId: string; readonly records: number }
  /** What the host has lost and can be sent again as it was: so many counts. */
  | { readonly kind: 'lost'; readonly key: string; readonly records: number }
  /** Several that the host did not take for the same reason. */
  | {
      readonly kind: 'refused';
      readonly key: string;
      readonly records: readonly OutboxRecord[];
      readonly reason: AttentionReason;
    }
  | { readonly kind: 'record'; readonly key: string; readonly record: OutboxRecord }
  | { readonly kind: 'parked'; readonly key: string; readonly parked: ParkedState }
  | { readonly kind: 'quarantined'; readonly key: string; readonly quarantined: Quarantined };

/** What stands under a tab: what blocks most first, then in the order of confirmation; what has arrived latest first. */
export function entriesOf({ outbox, parked }: Shown, tab: Tab): readonly Entry[] {
  switch (tab) {
    case 'decide':
      return [
        ...outbox.blockedLists.map(listId => blocked(listId, [...outbox.attention, ...outbox.waiting])),
        ...lost(outbox.attention),
        ...refusedAlike(outbox.attention),
        ...outbox.attention.map(ofRecord),
        ...outbox.quarantined.map(
          quarantined => ({ kind: 'quarantined', key: `quarantined ${quarantined.id}`, quarantined }) as const,
        ),
        ...asked(parked, 'known').map(ofParked),
        ...asked(parked, 'unknown').map(ofParked),
      ];
    case 'waiting':
      return [
        ...[...outbox.sending, ...outbox.unknown, ...outbox.waiting].sort((a, b) => a.seq - b.seq).map(ofRecord),
        ...asked(parked, 'unasked').map(ofParked),
      ];
    case 'sent':
      return [...outbox.done, ...outbox.superseded, ...outbox.discarded]
        .sort((a, b) => endOf(b) - endOf(a) || b.seq - a.seq)
        .map(ofRecord);
  }
}

/** The tab that a look is most likely meant for. */
export function firstTab(shown: Shown): Tab {
  return TABS.find(tab => sizeOf(shown, tab) > 0) ?? 'decide';
}

function blocked(listId: string, unfinished: readonly OutboxRecord[]): Entry {
  const records = unfinished.filter(record => record.listId === listId).length;
  return { kind: 'blocked', key: `list ${listId}`, listId, records };
}

function lost(attention: readonly OutboxRecord[]): readonly Entry[] {
  const isLost = ({ fate }: OutboxRecord) =>
    fate.kind === 'attention' && fate.reason.kind === 'lost' && fate.reason.row?.quantity == null;
  const records = attention.filter(isLost).length;
  return records === 0 ? [] : [{ kind: 'lost', key: 'lost', records }];
}

/** What the host refused for one and the same reason is decided on at once, where there are several. */
function refusedAlike(attention: readonly OutboxRecord[]): readonly Entry[] {
  const kinds = new Map<string, { readonly reason: AttentionReason; readonly records: OutboxRecord[] }>();
  for (const record of attention) {
    const { fate } = record;
    if (fate.kind !== 'attention' || !isRefusal(fate.reason)) continue;
    const key = JSON.stringify(fate.reason);
    const kind = kinds.get(key) ?? { reason: fate.reason, records: [] };
    kind.records.push(record);
    kinds.set(key, kind);
  }
  return [...kinds]
    .filter(([, { records }]) => records.length > 1)
    .map(([key, kind]) => ({ kind: 'refused', key: `refused ${key}`, ...kind }));
}

/** Of which each is answered alike: sent again, or discarded. */
function isRefusal(reason: AttentionReason): boolean {
  if (reason.kind === 'refused') return reason.refusal !== 'serial-elsewhere';
  return reason.kind === 'rejected' || reason.kind === 'forbidden';
}

/** When it was finished: milliseconds since 1970. */
function endOf({ fate }: OutboxRecord): number {
  if (fate.kind === 'discarded') return fate.discard.at;
  return 'at' in fate ? fate.at : 0;
}

function ofRecord(record: OutboxRecord): Entry {
  return { kind: 'record', key: record.id, record };
}

function ofParked(parked: ParkedState): Entry {
  return { kind: 'parked', key: `parked ${parked.id}`, parked };
}
