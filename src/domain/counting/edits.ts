import { againstLot, fieldToFocus, isLocked, typingInto, unitOf, withKnownLot, withTypedLot } from './form.ts';
import type { CountingEvent } from './events.ts';
import { doubtLot, fillQuantity, withOneOfSerial } from './fill.ts';
import type { CountingState, TypedField } from './state.ts';
import { keepable } from '../keepable.ts';
import { parseQuantity, step } from '../quantity.ts';
import { type Transition, focusOn, readExistingRow, become, then } from './transition.ts';

/** What is typed into the form's fields. A locked form, which shows what was sent, takes none of it. */

/** What no host can keep is not taken from a field either. Typing takes the complaint about the same field away. */
export function type(state: CountingState, field: TypedField, text: string): Transition {
  if (isLocked(state)) return become(state);
  const { change, about } = typingInto(field, state.rules);
  const notice = state.notice !== null && about.includes(state.notice.code) ? null : state.notice;
  const typed = { ...state, notice, form: { ...state.form, ...change(keepable(text), state.form) } };
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
  const doubted = doubtLot(entered, againstLot(entered));
  return then(doubted, after => readExistingRow(focusOn(after, fieldToFocus(after))));
}

export function clearLocation(state: CountingState): Transition {
  if (isLocked(state)) return become(state);
  return become(focusOn({ ...state, form: { ...state.form, location: null, existing: 'unread' } }, 'barcode'));
}

export function lotsLoaded(state: CountingState, event: Extract<CountingEvent, { type: 'lots-loaded' }>): Transition {
  if (state.form.item !== event.item) return become(state);
  const loaded = { ...state, form: { ...state.form, offeredLots: event.lots, lotsComplete: !event.more } };
  const known = event.lots.find(lot => lot.code === state.form.lot?.code);
  return become(known === undefined ? loaded : withKnownLot(loaded, known));
}
