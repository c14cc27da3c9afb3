import { hold } from './apply.ts';
import { ABOUT_LOT, againstLot, fieldToFocus, isLocked, typingInto, unitOf, withTypedLot } from './form.ts';
import type { CountingEvent } from './events.ts';
import { fillQuantity, sayAgainstLot, withOneOfSerial } from './fill.ts';
import type { CountForm, CountingState, HeldRead, TypedField } from './state.ts';
import type { Lot } from '../inventory.ts';
import { parseQuantity, step } from '../quantity.ts';
import { type Transition, focusOn, readExistingRow, become, then } from './transition.ts';

/** What is typed into the form's fields. A locked form, which shows what was sent, takes none of it. */

/** Typing takes the complaint about the same field away. */
export function type(state: CountingState, field: TypedField, text: string): Transition {
  if (isLocked(state)) return become(state);
  const { change, about } = typingInto(field, state.rules);
  const notice = state.notice !== null && about.includes(state.notice.code) ? null : state.notice;
  const typed = { ...state, notice, form: { ...state.form, ...change(text, state.form) } };
  return become(field === 'serial' ? withOneOfSerial(typed) : typed);
}

/** The focus goes on to what is missing next, and stays where that is this field. */
export function enter(state: CountingState, field: TypedField): Transition {
  if (isLocked(state)) return become(state);
  return field === 'lot' ? enterTypedLot(state) : readExistingRow(focusOn(state, fieldToFocus(state)));
}

export function stepQuantity(state: CountingState, by: 1 | -1): Transition {
  const unit = unitOf(state.form);
  if (unit === null) return become(state);
  const parsed = parseQuantity(state.form.quantityText.trim() || '0', unit.decimals);
  return parsed.ok ? type(state, 'quantity', step(parsed.value, by, unit)) : become(state);
}

export function enterZero(state: CountingState): Transition {
  return isLocked(state) ? become(state) : then(fillQuantity(state, '0'), after => become(focusOn(after, 'barcode')));
}

/** A lot that is not offered is looked for: it may be the item's all the same, or another item's. */
function enterTypedLot(state: CountingState): Transition {
  const typed = withTypedLot(state.form);
  if (typed === null) return become(state);
  const entered: CountingState = { ...state, notice: null, form: { ...state.form, ...typed, existing: 'unread' } };
  if (typed.lot?.known !== null) return readExistingRow(focusOn(entered, fieldToFocus(entered)));
  const against = againstLot(entered);
  const said = against === null ? become(entered) : sayAgainstLot(entered, against);
  return then(findLot(said, entered.form), after => readExistingRow(focusOn(after, fieldToFocus(after))));
}

/** Asks whose the lot is that stands, or stood, in the form. */
export function findLot(said: Transition, { item, lot }: CountForm): Transition {
  if (item === null || lot === null) return said;
  return then(said, after => become(after, { type: 'find-lot', item, code: lot.code }));
}

/** What the host knows of a lot that was typed, while it still stands there. */
export function lotFound(state: CountingState, event: Extract<CountingEvent, { type: 'lot-found' }>): Transition {
  const { form, stage, notice, held } = state;
  const { item, code, lots, sure } = event;
  const lot = form.lot ?? { code, known: null };
  const isOpen = stage.kind === 'idle' && form.item === item && form.lotText.trim() === code && lot.known === null;
  if (!isOpen || lot.meant === true) return become(state);
  const { itemClass, code: itemCode } = item.item;
  const known = lots.find(each => each.itemClass === itemClass && each.itemCode === itemCode);
  if (known !== undefined) return withKnownLot(state, known);
  const against = againstLot({ ...state, form: { ...form, lot } }, lots, sure || form.lotsComplete);
  const isSaid = notice !== null && ABOUT_LOT.includes(notice.code);
  // Another question stands there: this one comes at Confirm.
  if (against === null || (isSaid ? lots.length === 0 : held !== null)) return become(state);
  return sayAgainstLot({ ...state, form: { ...form, lot } }, against);
}

/** The lot that stands there is the item's: nothing is to be said against it any more. */
function withKnownLot(state: CountingState, known: Lot): Transition {
  const { notice, form, held } = state;
  const isSaid = notice !== null && ABOUT_LOT.includes(notice.code);
  const placed: CountingState = { ...state, form: { ...form, lot: { ...form.lot, code: known.code, known } } };
  return isSaid ? settled({ ...placed, notice: null }, held) : readExistingRow(placed);
}

/** Nothing is to be asked of the lot any more: what was asked before it, is asked again. */
function settled(state: CountingState, held: HeldRead | null): Transition {
  return then(readExistingRow(focusOn(state, fieldToFocus(state))), after =>
    held === null ? become(after) : hold(after, held),
  );
}

/** A new lot is a deliberate step: from here on it may be counted. */
export function meanLot(state: CountingState): Transition {
  const { form, held } = state;
  if (isLocked(state) || form.lot === null) return become(state);
  const meant: CountingState = { ...state, notice: null, form: { ...form, lot: { ...form.lot, meant: true } } };
  return settled(meant, held);
}

export function clearLocation(state: CountingState): Transition {
  if (isLocked(state)) return become(state);
  return become(focusOn({ ...state, form: { ...state.form, location: null, existing: 'unread' } }, 'barcode'));
}

export function lotsLoaded(state: CountingState, event: Extract<CountingEvent, { type: 'lots-loaded' }>): Transition {
  if (state.form.item !== event.item) return become(state);
  const loaded = { ...state, form: { ...state.form, offeredLots: event.lots, lotsComplete: !event.more } };
  const known = event.lots.find(lot => lot.code === state.form.lot?.code);
  return known === undefined ? become(loaded) : withKnownLot(loaded, known);
}
