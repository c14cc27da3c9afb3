import type { CountingEffect } from '../../domain/counting/events.ts';
import type { ParkedRead } from '../../domain/parked-read.ts';
import type { DeviceContext } from './device-context.ts';
import type { ParkedState } from '../state/device-state.ts';
import { resolveRead } from '../reads/resolve-read.ts';

type ParkEffect = Extract<CountingEffect, { type: 'park' }>;

/** Reads that nobody could look up: kept, looked up again when the host answers, finished or discarded by a person. */
export function createParkedFlow(context: DeviceContext) {
  const { drafts } = context.work;
  /** By the read's id in this visit, which another visit uses again. */
  const ids = new Map<string, string>();
  /** The one that was filled into the form: done as soon as it is saved as a count. */
  let resumed: ParkedRead | null = null;

  const set = (change: (parked: readonly ParkedState[]) => readonly ParkedState[]) =>
    context.set({ parked: change(context.state().parked) });
  const find = (id: string) => context.state().parked.find(each => each.id === id) ?? null;

  const load = async () => {
    const parked = await drafts.parked();
    set(now =>
      [...now, ...parked.filter(each => !now.some(({ id }) => id === each.id)).map(unasked)].sort(latestFirst),
    );
  };

  const park = async (listId: string, { read, location, quantityText }: ParkEffect): Promise<void> => {
    const id = find(read.id)?.id ?? ids.get(`${listId} ${read.id}`) ?? context.mintKey();
    ids.set(`${listId} ${read.id}`, id);
    const before = find(id);
    const parked: ParkedRead = {
      id,
      listId,
      read,
      location: location ?? before?.location ?? null,
      quantityText: quantityText === '' ? (before?.quantityText ?? '') : quantityText,
      parkedAt: before?.parkedAt ?? context.now(),
    };
    set(now => [unasked(parked), ...now.filter(each => each.id !== id)].sort(latestFirst));
    await drafts.park(parked);
  };

  const remove = async (id: string) => {
    set(now => now.filter(each => each.id !== id));
    await drafts.unpark(id);
  };

  /** The host answers again: what do the codes mean? Said, and left to a person. */
  const ask = async (): Promise<void> => {
    for (const parked of context.state().parked) {
      if (parked.meaning !== 'unasked') continue;
      const meaning = await meaningOf(parked);
      // It does not answer after all: the others have time too.
      if (meaning === null) return;
      set(now => now.map(each => (each.id === parked.id ? { ...each, meaning } : each)));
    }
  };

  const meaningOf = async ({ read, location }: ParkedRead): Promise<ParkedState['meaning'] | null> => {
    const warehouse = location?.warehouse ?? context.state().opened?.list?.warehouse.code ?? '';
    try {
      const meanings = read.candidates?.length ?? 0;
      for (let candidate = 0; candidate < meanings; candidate++) {
        const found = await resolveRead(context.work.gateway, {
          type: 'resolve',
          read,
          candidate,
          warehouse,
          item: null,
        });
        if (found.asOf !== undefined) return null;
        if ((found.items?.length ?? 0) + (found.locations?.length ?? 0) > 0) return 'known';
      }
      return 'unknown';
    } catch {
      return null;
    }
  };

  return {
    load,
    park,
    ask,
    /** Fills the form of its list with it; where another list is open, it waits. */
    finish: (id: string) => {
      const parked = find(id);
      if (parked === null || context.state().opened?.listId !== parked.listId) return;
      resumed = parked;
      context.count({ type: 'parked-resumed', parked });
    },
    discard: (id: string) => remove(id),
    /** A count with this barcode is saved. */
    counted: (barcode: string | null) => {
      if (resumed === null || resumed.read.text !== barcode) return;
      void remove(resumed.id);
      resumed = null;
    },
  };
}

function unasked(parked: ParkedRead): ParkedState {
  return { ...parked, meaning: 'unasked' };
}

function latestFirst(a: ParkedRead, b: ParkedRead): number {
  return b.parkedAt - a.parkedAt;
}
