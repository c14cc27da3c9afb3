import * as z from 'zod/mini';
import { EMPTY_FORM } from '../domain/counting/form.ts';
import type { CountForm } from '../domain/counting/state.ts';
import type { ParkedRead } from '../domain/parked-read.ts';
import type { CopyStore } from './copy/copy-store.ts';

/**
 * The version that what is written has. 2: a form has a note, and the host's own dimensions. A person typed what is here:
 * whatever has the kind is read, of a version that is not known too, and what it lacks is as in an empty form.
 */
const VERSION = 2;

const text = z.string();
const draft = z.object({ form: z.object({ quantityText: text, lotText: text, serial: text }) });
const parkedRead = z.object({
  parked: z.object({ id: text, listId: text, quantityText: text, parkedAt: z.number(), read: z.object({ text }) }),
});

/**
 * What is not confirmed yet: half-filled forms, and reads that nobody could look up. None of it rejects: what can't be
 * kept lasts as long as the page.
 */
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

export function createDrafts(store: CopyStore): Drafts {
  return {
    draft: async listId => {
      const stored = await store.read(db => db.get('drafts', listId)).catch(() => undefined);
      return draft.safeParse(stored).success
        ? { ...EMPTY_FORM, ...(stored as { form: Partial<CountForm> }).form }
        : null;
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
