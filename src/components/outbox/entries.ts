import type { OutboxRecord, Quarantined } from '../../outbox/types.ts';
import type { DeviceState, ParkedState } from '../../session/state/device-state.ts';

/** The three questions a look at the outbox answers: what needs me, what is on its way, what has arrived. */
export const TABS = ['decide', 'waiting', 'sent'] as const;
export type Tab = (typeof TABS)[number];

/** One thing in a list. */
export type Entry =
  | { readonly kind: 'blocked'; readonly key: string; readonly listId: string; readonly records: number }
  | { readonly kind: 'record'; readonly key: string; readonly record: OutboxRecord }
  | { readonly kind: 'parked'; readonly key: string; readonly parked: ParkedState }
  | { readonly kind: 'quarantined'; readonly key: string; readonly quarantined: Quarantined };

type Shown = Pick<DeviceState, 'outbox' | 'parked'>;

/** What stands under a tab: what blocks most first, then in the order of confirmation; what has arrived latest first. */
export function entriesOf({ outbox, parked }: Shown, tab: Tab): readonly Entry[] {
  switch (tab) {
    case 'decide':
      return [
        ...outbox.blockedLists.map(listId => blocked(listId, [...outbox.attention, ...outbox.waiting])),
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

/** How much there is under a tab. A closed list is not counted: it stands for its counts. */
export function sizeOf({ outbox, parked }: Shown, tab: Tab): number {
  switch (tab) {
    case 'decide':
      return outbox.attention.length + outbox.quarantined.length + parked.length - asked(parked, 'unasked').length;
    case 'waiting':
      return outbox.sending.length + outbox.unknown.length + outbox.waiting.length + asked(parked, 'unasked').length;
    case 'sent':
      return outbox.done.length + outbox.superseded.length + outbox.discarded.length;
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

/** A code the host knows by now can be finished at once; one it was not asked about waits, as a count does. */
function asked(parked: readonly ParkedState[], as: ParkedState['meaning']): readonly ParkedState[] {
  return parked.filter(({ meaning }) => meaning === as);
}
