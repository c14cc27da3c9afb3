import { enterLot, fieldToFocus, isLocked, isNotice, typingInto, unitOf } from './form.ts';
import type { CountingEvent } from './events.ts';
import { fillQuantity } from './fill.ts';
import type { CountingState, TypedField } from './state.ts';
import { parseQuantity, step } from '../quantity.ts';
import { type Transition, focusOn, readExistingRow, say, become, then } from './transition.ts';

/** What is typed into the form's fields. A locked form, which shows what was sent, takes none of it. */

/** Typing takes the complaint about the same field away. */
export function type(state: CountingState, field: TypedField, text: string): Transition {
  if (isLocked(state)) return become(state);
  const { change, about } = typingInto(field, state.rules);
  const notice = state.notice !== null && about.includes(state.notice.code) ? null : state.notice;
  return become({ ...state, notice, form: { ...state.form, ...change(text, state.form) } });
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

function enterTypedLot(state: CountingState): Transition {
  const { form } = state;
  const text = form.lotText.trim();
  if (form.item === null || text === '' || form.lot?.code === text) return become(state);
  const lot = enterLot(form, text, form.item.item, state.rules);
  if (isNotice(lot)) return say({ ...state, form: { ...form, lot: null, existing: 'unread' } }, lot);
  const entered = { ...state, notice: null, form: { ...form, lot, existing: 'unread' as const } };
  return readExistingRow(focusOn(entered, fieldToFocus(entered)));
}

export function clearLocation(state: CountingState): Transition {
  if (isLocked(state)) return become(state);
  return become(focusOn({ ...state, form: { ...state.form, location: null, existing: 'unread' } }, 'barcode'));
}

export function lotsLoaded(state: CountingState, event: Extract<CountingEvent, { type: 'lots-loaded' }>): Transition {
  if (state.form.item !== event.item) return become(state);
  const form = { ...state.form, offeredLots: event.lots, lotsComplete: !event.more };
  const known = event.lots.find(lot => lot.code === form.lot?.code);
  return become({
    ...state,
    form: known === undefined ? form : { ...form, lot: { ...form.lot, code: known.code, known } },
  });
}
