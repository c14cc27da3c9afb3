import { applyNext } from './apply.ts';
import { EMPTY_FORM, afterConfirmation, identityIn, isFree } from './form.ts';
import { type CountIdentity, isAbout } from '../count-identity.ts';
import type { CodeRead } from '../code-read.ts';
import type { CountingEvent } from './events.ts';
import { lookUp } from './queue.ts';
import type { CountForm, CountingState, Stage } from './state.ts';
import type { CountRow } from '../inventory.ts';
import type { Notice } from '../notice.ts';
import type { AttentionWhy } from '../offline-notice.ts';
import type { ParkedRead } from '../parked-read.ts';
import { IDLE, type Transition, focusOn, readExistingRow, say, become, then } from './transition.ts';

/**
 * What becomes of counts after they were saved on this device, and of reads that were parked. Word of an earlier count
 * may come at any time: it changes what is shown of the past, and never what stands in the form.
 */

type AtHost = Extract<CountingEvent, { type: 'at-host' }>;

/** The host's own row takes the place of what was projected, wherever that is shown. */
export function atHost(state: CountingState, { key, row, progress }: AtHost): Transition {
  const list = progress === null ? state.list : { ...state.list, progress };
  const isLast = state.lastSaved === key;
  const shown = isLast ? { lastCounted: row ?? state.lastCounted, lastSaved: null } : {};
  return become({ ...state, ...shown, list, form: withRowAtHost(state, row) });
}

/** A row that stands beside the form is the host's from now on; while it is asked about, the question stays. */
function withRowAtHost(state: CountingState, row: CountRow | null): CountForm {
  const { form, stage } = state;
  if (row === null || stage.kind !== 'idle' || !isAbout(identityIn(state), row)) return form;
  return typeof form.existing === 'string' ? form : { ...form, existing: row, follows: null };
}

export function needsAttention(state: CountingState, item: string, location: string, why: AttentionWhy): Transition {
  const closed = why.kind === 'list-closed';
  const list = closed
    ? { ...state.list, closingDate: state.list.closingDate ?? state.list.inventory.date }
    : state.list;
  return tell({ ...state, list }, { code: 'needs-attention', item, location, why });
}

/** Says it beside the form; where something else is being asked there, the sound alone tells, and the badge stays. */
export function tell(state: CountingState, notice: Notice): Transition {
  const asks = state.stage.kind !== 'idle' || state.held !== null;
  return asks ? become(state, { type: 'feedback', tone: 'error' }) : say(state, notice);
}

/** The last confirmation is reversed: what stands beside the form, if it is that row, is read anew. */
export function undone(state: CountingState, item: string, identity: CountIdentity): Transition {
  const reversed = { ...state, lastCounted: null, lastSaved: null };
  const isShown = isAbout(identityIn(state), identity);
  const form = isShown ? { ...state.form, existing: 'unread' as const, follows: null } : state.form;
  return then(tell({ ...reversed, form }, { code: 'undone', item }), readExistingRow);
}

export function parkedAs(state: CountingState, read: CodeRead, id: string): Transition {
  const { form } = state;
  return become(form.parked === read ? { ...state, form: { ...form, parked: { ...read, id } } } : state);
}

/** What was parked last is parked no more: the form goes on without it, where it stands there. */
export function unparked(state: CountingState, { id, text }: CodeRead): Transition {
  const { form, held, stage } = state;
  const notice: Notice = { code: 'not-kept', text };
  if (form.parked?.id !== id || stage.kind !== 'idle') return tell(state, notice);
  const freed = { ...state, form: { ...EMPTY_FORM, location: form.location }, held: null };
  return then(say(focusOn(freed, 'barcode'), notice), after => applyNext(after, held));
}

/** Takes a parked read up again, with its location and quantity: the host may know the code by now. */
export function resume(state: CountingState, { id, read, location, quantityText }: ParkedRead): Transition {
  if (!isFree(state)) return tell(state, { code: 'not-resumed', text: read.text });
  const form = { ...state.form, location: location ?? state.form.location, quantityText, existing: 'unread' as const };
  return lookUp({ ...state, form, notice: null }, { ...read, id }, 0);
}

/** Nobody knows the code: its location and quantity stand in the form, and wait for the item that a person names. */
export function name(state: CountingState, { read, location, quantityText }: ParkedRead): Transition {
  const { text } = read;
  if (!isFree(state)) return tell(state, { code: 'not-resumed', text });
  const form = { ...EMPTY_FORM, location: location ?? state.form.location, quantityText, barcode: text };
  return say(focusOn({ ...state, form }, 'barcode'), { code: 'name-item', text });
}

/** Whether the host has a count, a person has to say, in the outbox; the form is free for the next. */
export function leftToPerson(state: CountingState): Transition {
  const form = afterConfirmation(state.form, state.list.listType.keepLocation);
  const freed = focusOn({ ...state, form, stage: IDLE, held: null, notice: null }, 'barcode');
  return applyNext(freed, state.held);
}

/** Asked at once where nothing stands in the form; otherwise it waits in the outbox, and that is said. */
export function changedAtHost(
  state: CountingState,
  event: Extract<CountingEvent, { type: 'changed-at-host' }>,
): Transition {
  const { id, row, item, entry, mode } = event;
  if (!isFree(state)) return needsAttention(state, item.code, row.location, { kind: 'changed' });
  const stage: Stage = { kind: 'asking', row, item, entry, changed: mode !== 'new', countId: id };
  return become({ ...state, notice: null, stage }, { type: 'feedback', tone: 'decide' });
}
