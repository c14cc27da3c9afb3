import type { CountForm } from '../domain/counting/state.ts';
import type { ParkedRead } from '../domain/parked-read.ts';
import { later, needAtLast } from '../loading/later.ts';
import type { CopyStore } from './copy/copy-store.ts';

/** The version that what is written has. 2: a form has a note, and the host's own dimensions. */
const VERSION = 2;

/** Only where something is stored; what a person typed is waited for. */
const shapes = later(() => import('./draft-shapes.ts'));

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
      return stored === undefined ? null : (await needAtLast(shapes)).formIn(stored);
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
      return stored.length === 0 ? [] : (await needAtLast(shapes)).parkedIn(stored);
    },
    park: parked =>
      quietly(store.write(['parked'], 'strict', tx => tx.objectStore('parked').put({ v: VERSION, parked }, parked.id))),
    unpark: id => quietly(store.write(['parked'], 'strict', tx => tx.objectStore('parked').delete(id))),
  };
}

function quietly(work: Promise<void>): Promise<void> {
  return work.catch(() => undefined);
}
