import type { CodeRead } from '../code-read.ts';
import { afterConfirmation, againstLot, checkForm, isFree, looksLikeLabel, toldIn, withTypedLot } from './form.ts';
import { ACKNOWLEDGED } from '../counted-serial.ts';
import { identityOf } from '../count-identity.ts';
import type { CountRequest, Press, Told } from '../count-request.ts';
import { applyNext } from './apply.ts';
import { doubtLot } from './fill.ts';
import { ask, confirmLater, lookUp, stop, takeNext } from './queue.ts';
import type { CountingState, Field, Stage } from './state.ts';
import { type CountRow, type InventoryList, isClosed } from '../inventory.ts';
import type { Notice } from '../notice.ts';
import { isEqual } from '../decimal.ts';
import type { Entry } from '../record-count.ts';
import { IDLE, type Transition, focusOn, say, become, then } from './transition.ts';

/** From Confirm to a recorded count: the check, Add or Replace, sending it, and what may come back. */

/** A count that is saved frees the form, perhaps before a second press comes: that one was for it too. */
export function pressConfirm(state: CountingState, press: Press, meant = false): Transition {
  const isBehindOne = state.lastCounted !== null || state.notice?.code === 'kept';
  const wasForTheLast = isBehindOne && isFree(state) && !isClosed(state.list);
  return wasForTheLast ? become(focusOn(state, 'barcode')) : confirm(state, press, meant);
}

/** Rule 7: one press, one count. A press while a count runs does nothing; while reads run, it waits behind them. */
export function confirm(state: CountingState, press: Press, meant = false): Transition {
  const { kind } = state.stage;
  if (kind === 'resolving' || kind === 'recording') return become(confirmLater(state));
  if (kind !== 'idle') return goOn(state);
  if (isClosed(state.list)) return say(state, { code: 'list-closed' });
  if (state.form.parked !== null) {
    if (!meant && looksLikeLabel(state.form)) return askIfMeant(state);
    return parkedDone(state, state.form.parked);
  }
  // A lot typed and not yet taken over counts as entered.
  const typed = withTypedLot(state.form);
  const entered = typed === null ? state : { ...state, form: { ...state.form, ...typed, existing: 'unread' as const } };
  // What was said of it stands until another one is typed.
  const isKnown = state.notice?.code === 'unknown-lot' || entered.form.lotsComplete;
  const against = againstLot(entered, isKnown);
  if (against !== null) return doubtLot(entered, against, refuseLot);
  const checked = checkForm(entered);
  if (!checked.ok) return refuse(entered, checked.field, checked.notice);
  if (!meant && looksLikeLabel(entered.form)) return askIfMeant(entered);
  const ready = { ...entered, notice: null };
  const { existing } = ready.form;
  const row = typeof existing === 'string' ? null : existing;
  if (row !== null && row.quantity !== null) return askMode(ready, row, checked.entry, false);
  return send(ready, row, { ...press, mode: 'new', identity: checked.identity, entry: checked.entry });
}

/** What stands as quantity looks like a label's: only a person can say that it is none. */
function askIfMeant(state: CountingState): Transition {
  return refuse(state, 'quantity', { code: 'label-as-quantity', text: state.form.quantityText.trim() });
}

/** What stands in the way of a Confirm is mended first. */
function refuse(state: CountingState, field: Field, notice: Notice): Transition {
  return stop(focusOn(state, field), notice);
}

/** One that the item does not have is mended, or meant, before it is counted. */
function refuseLot(state: CountingState, notice: Notice): Transition {
  return refuse(state, notice.code === 'new-lot' ? 'quantity' : 'lot', notice);
}

/** Add or Replace; a serial number that is repeated as it stands is refused, since it can be there only once. */
export function askMode(
  state: CountingState,
  row: CountRow,
  entry: Entry,
  changed: boolean,
  follows: string | null = state.form.follows,
): Transition {
  const { item } = state.form;
  if (item === null) return become(state);
  if (row.serial !== null && row.quantity !== null && isEqual(row.quantity, entry.quantity)) {
    const form = { ...state.form, existing: row, follows };
    return say(focusOn({ ...state, form, stage: IDLE }, 'barcode'), { code: 'serial-repeated', serial: row.serial });
  }
  const form = { ...state.form, existing: row, follows };
  const stage: Stage = { kind: 'asking', row, item: item.item, entry, changed, countId: null };
  return ask({ ...state, form, notice: null, stage }, asking => become(asking, { type: 'feedback', tone: 'decide' }));
}

export function answer(state: CountingState, mode: 'add' | 'replace', press: Press): Transition {
  const { stage } = state;
  if (stage.kind !== 'asking' || (mode === 'add' && stage.row.serial !== null)) return become(state);
  if (stage.countId !== null) {
    const answered = focusOn({ ...state, stage: IDLE }, 'barcode');
    return then(become(answered, { type: 'answer-count', id: stage.countId, mode }), takeNext);
  }
  return send(state, stage.row, { ...press, mode, identity: identityOf(stage.row), entry: stage.entry });
}

function send(
  state: CountingState,
  base: CountRow | null,
  decision: Omit<CountRequest, 'baseVersion' | keyof Told>,
): Transition {
  return record(state, { ...decision, baseVersion: base?.version ?? null, ...toldIn(state.form) });
}

function record(state: CountingState, request: CountRequest, more: { readonly elsewhereToo?: true } = {}): Transition {
  const { item, location, existing, follows } = state.form;
  if (item === null) return become(state);
  const base = typeof existing === 'string' ? null : existing;
  const decidedOn = { item, locationDescription: location?.description ?? '', base, follows: base && follows };
  return become(
    { ...state, notice: null, stage: { kind: 'recording', request } },
    { type: 'record', listId: state.list.id, request, decidedOn, ...more },
  );
}

/** A parked read keeps the quantity that was entered for it; the form is free for the next. */
function parkedDone(state: CountingState, read: CodeRead): Transition {
  const { location, quantityText } = state.form;
  const form = afterConfirmation(state.form, state.list.listType.keepLocation);
  const freed = focusOn({ ...state, form, held: null }, 'barcode');
  return then(
    become(freed, { type: 'park', read, location, quantityText }),
    after => say(after, { code: 'kept', text: read.text, quantity: quantityText.trim() }),
    after => applyNext(after, state.held),
  );
}

/** A count is at the host; or, with the key it was saved under, on this device. */
export function recorded(
  state: CountingState,
  row: CountRow,
  progress: InventoryList['progress'] | null,
  savedAs: string | null = null,
): Transition {
  const counted: CountingState = {
    ...state,
    list: progress === null ? state.list : { ...state.list, progress },
    form: afterConfirmation(state.form, state.list.listType.keepLocation),
    stage: IDLE,
    held: null,
    notice: null,
    lastCounted: row,
    lastNewLot: state.form.lot?.meant === true ? state.form.lot.code : null,
    lastSaved: savedAs,
  };
  const told = become(focusOn(counted, 'barcode'), { type: 'feedback', tone: 'success' });
  return then(told, after => applyNext(after, state.held));
}

/** Asks again (the same key and body for a count, the same look-up for a read), or goes on after a pause. */
export function goOn(state: CountingState): Transition {
  const { stage } = state;
  if (stage.kind === 'elsewhere') {
    const { rules } = state;
    const acknowledged = rules.serials && { acknowledged: ACKNOWLEDGED };
    return record(state, { ...stage.request, ...acknowledged }, { elsewhereToo: true });
  }
  if (stage.kind === 'unsure') return record(state, stage.request);
  if (stage.kind === 'stuck') return lookUp({ ...state, notice: null }, stage.read, stage.candidate, stage.tried);
  if (stage.kind === 'paused') return takeNext({ ...state, stage: IDLE, notice: null });
  return become(state);
}
