import type { CountingEffect } from '../../domain/counting/events.ts';
import type { ParkedRead } from '../../domain/parked-read.ts';
import type { ParkedState } from '../state/device-state.ts';
import type { DeviceContext } from './device-context.ts';

export type ParkEffect = Extract<CountingEffect, { type: 'park' }>;

/** Keeps reads that nobody could look up; `parked-flow.ts` does what becomes of them. */
export function createParking({ work: { drafts }, state, set, count, mintKey, now }: DeviceContext) {
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
      // One that stands in the form, or is taken up again, has the id it is kept under.
      const before = state().parked.find(each => each.id === read.id);
      const id = before?.id ?? mintKey();
      const parked: ParkedRead = {
        id,
        listId,
        read: { ...read, id },
        location: location ?? before?.location ?? null,
        quantityText: quantityText === '' ? (before?.quantityText ?? '') : quantityText,
        parkedAt: before?.parkedAt ?? now(),
      };
      const { undo } = state();
      // The read, and then its quantity: both are one thing that was done.
      const earlier = undo?.of === 'parked' && undo.id === id ? undo.before : (before ?? null);
      set({ undo: { of: 'parked', id, parked, before: earlier, status: 'possible' } });
      show([parked]);
      // Another visit gives its reads the same ids: what stands in a draft has to be known as the one that is kept.
      if (before === undefined) count({ type: 'parked-as', read, id });
      await drafts.park(parked);
    },
  };
}
