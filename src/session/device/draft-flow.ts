import type { Drafts } from '../../device/drafts.ts';
import { hasUnconfirmedQuantity } from '../../domain/counting/form.ts';
import type { CountForm, CountingState } from '../../domain/counting/state.ts';

/** Keeps what stands half filled in the form, so that a reload or a dead battery does not take it along. */
export function createDraftFlow(drafts: Drafts) {
  let writing = false;
  let afterWriting: (() => void) | null = null;
  let next: { readonly listId: string; readonly form: CountForm | null } | null = null;
  let last: CountForm | null = null;

  const write = async () => {
    if (writing) return;
    writing = true;
    for (let note = next; note !== null; note = next) {
      next = null;
      await drafts.saveDraft(note.listId, note.form);
    }
    writing = false;
    afterWriting?.();
  };

  return {
    read: (listId: string) => drafts.draft(listId),
    /** After each step of counting; writes only what changed, and the latest of it. */
    follow: ({ list, form }: CountingState) => {
      const worthKeeping = form.item !== null || hasUnconfirmedQuantity(form) || form.quantityText !== '';
      const draft = worthKeeping ? form : null;
      if (draft === last) return;
      last = draft;
      next = { listId: list.id, form: draft };
      void write();
    },
    /** Calls once nothing is being written any more: what was typed last is on its way until then. */
    onceWritten: (call: () => void) => {
      if (writing) afterWriting = call;
      else call();
    },
    /** The operator left the list and what stood in it. */
    drop: (listId: string) => {
      last = null;
      next = { listId, form: null };
      void write();
    },
  };
}
