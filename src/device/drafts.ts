import * as z from 'zod/mini';
import type { CountForm } from '../domain/counting/state.ts';
import type { ParkedRead } from '../domain/parked-read.ts';
import type { CopyStore } from './copy/copy-store.ts';

/** Raise it when a form or a parked read gets another shape: half-filled forms of before are then left. */
const VERSION = 1;

const text = z.string();
/** Only that it is one: what stands in it was put there by the same version. */
const draft = z.object({ v: z.literal(VERSION), form: z.object({ quantityText: text, lotText: text, serial: text }) });
const parkedRead = z.object({
  v: z.number(),
  parked: z.object({ id: text, listId: text, quantityText: text, parkedAt: z.number(), read: z.object({ text }) }),
});

/** What is not confirmed yet: half-filled forms, and reads that nobody could look up. None of it rejects: what can't be kept is merely not there after a reload. */
export interface Drafts {
  /** What stood in a list's form when the page was left; `null`: nothing. */
  draft(listId: string): Promise<CountForm | null>;
  /** `null`: nothing stands there any more. */
  saveDraft(listId: string, form: CountForm | null): Promise<void>;
  /** In the order they were parked. */
  parked(): Promise<readonly ParkedRead[]>;
  /** Anew, or in the place of the one with this id. */
  park(parked: ParkedRead): Promise<void>;
  unpark(id: string): Promise<void>;
}

/** Where nothing is to be kept. */
export const NO_DRAFTS: Drafts = {
  draft: () => Promise.resolve(null),
  saveDraft: () => Promise.resolve(),
  parked: () => Promise.resolve([]),
  park: () => Promise.resolve(),
  unpark: () => Promise.resolve(),
};

/** Never rejects: where nothing can be kept, it lasts as long as the page. */
export function createDrafts(store: CopyStore): Drafts {
  return {
    draft: async listId => {
      const stored = await store.read(db => db.get('drafts', listId)).catch(() => undefined);
      return draft.safeParse(stored).success ? (stored as { form: CountForm }).form : null;
    },
    saveDraft: (listId, form) =>
      quietly(
        store.write(['drafts'], 'relaxed', tx => {
          const drafts = tx.objectStore('drafts');
          return form === null ? drafts.delete(listId) : drafts.put({ v: VERSION, form }, listId);
        }),
      ),
    parked: async () => {
      const stored = await store.read(db => db.getAll('parked')).catch(() => []);
      return stored
        .filter(each => parkedRead.safeParse(each).success)
        .map(each => (each as { parked: ParkedRead }).parked)
        .sort((a, b) => a.parkedAt - b.parkedAt);
    },
    park: parked =>
      quietly(store.write(['parked'], 'strict', tx => tx.objectStore('parked').put({ v: VERSION, parked }, parked.id))),
    unpark: id => quietly(store.write(['parked'], 'strict', tx => tx.objectStore('parked').delete(id))),
  };
}

function quietly(work: Promise<void>): Promise<void> {
  return work.catch(() => undefined);
}
