import type { ParkedRead } from '../../domain/parked-read.ts';
import { resolveRead } from '../reads/resolve-read.ts';
import type { ParkedState, ParkedUndo } from '../state/device-state.ts';
import type { DeviceContext } from './device-context.ts';

/** Reads that nobody could look up: looked up again when the host answers, finished or discarded by a person. */
export function createParkedFlow({ work, state, set, count }: DeviceContext) {
  /** The one that was filled into the form: done as soon as it is saved as a count. */
  let resumed: ParkedRead | null = null;

  const discard = async (id: string): Promise<void> => {
    const { parked, undo } = state();
    const isLast = undo?.of === 'parked' && undo.id === id;
    set({ parked: parked.filter(each => each.id !== id), ...(isLast && { undo: null }) });
    await work.drafts.unpark(id);
  };

  /** `null`: the host does not answer after all. */
  const meaningOf = async ({ read, location }: ParkedRead): Promise<ParkedState['meaning'] | null> => {
    const warehouse = location?.warehouse ?? state().opened?.list?.warehouse.code ?? '';
    try {
      for (const candidate of read.candidates?.keys() ?? []) {
        const effect = { type: 'resolve', read, candidate, warehouse, item: null, asksLot: false } as const;
        const found = await resolveRead(work.gateway, effect);
        if (found.asOf !== undefined) return null;
        if ((found.items?.length ?? 0) + (found.locations?.length ?? 0) > 0) return 'known';
      }
      return 'unknown';
    } catch {
      return null;
    }
  };

  return {
    /** The host answers again: what do the codes mean? Said, and left to a person. */
    ask: async (): Promise<void> => {
      for (const parked of state().parked) {
        if (parked.meaning !== 'unasked') continue;
        const meaning = await meaningOf(parked);
        // The others have time too.
        if (meaning === null) return;
        set({ parked: state().parked.map(each => (each.id === parked.id ? { ...each, meaning } : each)) });
      }
    },
    /** Fills the form of its list with it, the item to be named where nobody knows it; where another list is open, it waits. */
    finish: (id: string): void => {
      const parked = state().parked.find(each => each.id === id);
      if (parked === undefined || state().opened?.listId !== parked.listId) return;
      resumed = parked;
      set({ outboxShown: false });
      count({ type: parked.meaning === 'unknown' ? 'parked-named' : 'parked-resumed', parked });
    },
    discard,
    /** What was done last was to park it: it is as it was before. Whether it was still there. */
    takeBack: ({ id, before }: ParkedUndo): boolean => {
      const { parked } = state();
      if (!parked.some(each => each.id === id)) return false;
      if (before === null) void discard(id);
      else {
        set({ parked: parked.map(each => (each.id === id ? { ...before, meaning: 'unasked' } : each)) });
        void work.drafts.park(before);
      }
      return true;
    },
    /** A count with this barcode is saved. */
    counted: (barcode: string | null): void => {
      if (resumed === null || resumed.read.text !== barcode) return;
      void discard(resumed.id);
      resumed = null;
    },
  };
}
