import type { DeviceState, ParkedState } from '../../session/state/device-state.ts';

/** The three questions a look at the outbox answers: what needs me, what is on its way, what has arrived. */
export const TABS = ['decide', 'waiting', 'sent'] as const;
export type Tab = (typeof TABS)[number];

export type Shown = Pick<DeviceState, 'outbox' | 'parked'>;

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

/** A code the host knows by now can be finished at once; one it was not asked about waits, as a count does. */
export function asked(parked: readonly ParkedState[], as: ParkedState['meaning']): readonly ParkedState[] {
  return parked.filter(({ meaning }) => meaning === as);
}
