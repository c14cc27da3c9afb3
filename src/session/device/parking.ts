import type { CountingEffect } from '../../domain/counting/events.ts';
import type { ParkedRead } from '../../domain/parked-read.ts';
import type { ParkedState } from '../state/device-state.ts';
import type { DeviceContext } from './device-context.ts';

export type ParkEffect = Extract<CountingEffect, { type: 'park' }>;

/** Keeps reads that nobody could look up; `parked-flow.ts` does what becomes of them. */
export function createParking({ work: { drafts }, state, set, mintKey, now }: DeviceContext) {
  /** By the read's id in this visit, which another visit uses again. */
  const ids = new Map<string, string>();

  /** Each in the place of the one with its id. */
  const show = (parked: readonly ParkedRead[]): void => {
    const others = state().parked.filter(each => parked.every(({ id }) => id !== each.id));
    const shown: ParkedState[] = parked.map(each => ({ ...each, meaning: 'unasked' }));
    set({ parked: [...shown, ...others].sort((a, b) => b.parkedAt - a.parkedAt) });
  };

  return {
    /** Those of earlier. */
    load: async (): Promise<void> => {
      const kept = await drafts.parked();
      show(kept.filter(each => state().parked.every(({ id }) => id !== each.id)));
    },
    park: async (listId: string, { read, location, quantityText }: ParkEffect): Promise<void> => {
      const visited = `${listId} ${read.id}`;
      // A parked read that is finished has the id it is kept under.
      const is = (id: string | undefined) => state().parked.find(each => each.id === id);
      const id = is(read.id)?.id ?? ids.get(visited) ?? mintKey();
      ids.set(visited, id);
      const before = is(id);
      const parked: ParkedRead = {
        id,
        listId,
        read,
        location: location ?? before?.location ?? null,
        quantityText: quantityText === '' ? (before?.quantityText ?? '') : quantityText,
        parkedAt: before?.parkedAt ?? now(),
      };
      show([parked]);
      await drafts.park(parked);
    },
  };
}
