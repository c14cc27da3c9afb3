import type { CodeRead } from '../code-read.ts';
import { hold } from './apply.ts';
import { againstLot, fieldToFocus, hasUnconfirmedQuantity, isAgainstLot, isLocked, withKnownLot } from './form.ts';
import type { LaterEvent } from './events.ts';
import { askWhich, decide, lacksLot } from './look-up.ts';
import type { CountingState, Meaning, Option } from './state.ts';
import { giveUp } from './queue.ts';
import { isGtin } from '../gtin.ts';
import { say, type Transition, become, focusOn, readExistingRow, then } from './transition.ts';

/** What a person is asked of a read that may mean something else, or make something that is not there yet. */

const LONGEST_SERIAL = 50;

/** No meaning of a read is beyond doubt: a person is asked where it makes a difference. */
export function weigh(state: CountingState, { read, meanings }: Extract<LaterEvent, { type: 'weigh' }>): Transition {
  const [first] = meanings;
  if (state.stage.kind !== 'resolving' || state.stage.read.id !== read.id) return become(state);
  if (first === undefined) return asSerial(state, read);
  const options = readingsOf(state, first, meanings);
  return options.length > 0 ? askWhich(state, read, first, options) : decide(state, read, first);
}

/** An item's label that nobody knows is likelier than a serial number with its check digit. */
function asSerial(state: CountingState, read: CodeRead): Transition {
  const [{ raw = '' } = {}] = read.candidates ?? [];
  if (raw.length > LONGEST_SERIAL) return giveUp(state, { code: 'unknown-code', text: read.text });
  const meaning: Meaning = { parts: { serial: raw }, found: {} };
  return isGtin(raw) ? askWhich(state, read, meaning, [{ kind: 'reading', ...meaning }]) : decide(state, read, meaning);
}

/** The ways to cut a text that may have lost a separator, the likeliest in front; none where it makes no difference. */
function readingsOf({ form }: CountingState, first: Meaning, meanings: readonly Meaning[]): Option[] {
  const { lost, lot, serial } = first.parts;
  const { lotManaged = false, serialManaged = false } = (first.found.items?.[0] ?? form.item)?.item ?? {};
  const counts = (lotManaged && lot !== undefined) || (serialManaged && serial !== undefined);
  if (lost === undefined && !counts) return [];
  const guesses = meanings.filter(({ parts }) => parts.lost);
  guesses.sort((a, b) => Number(lacksLot(a.parts, a.found)) - Number(lacksLot(b.parts, b.found)));
  const all = lost === undefined ? [...guesses, first] : guesses;
  return all.map(meaning => ({ kind: 'reading', ...meaning }));
}

/** What the host knows of a lot that is not known to be the item's, while it still stands there. */
export function lotFound(state: CountingState, event: Extract<LaterEvent, { type: 'lot-found' }>): Transition {
  const { form, stage, notice, held } = state;
  const { item, code, lots, sure } = event;
  const lot = form.lot ?? { code, known: null };
  const isOpen = stage.kind === 'idle' && form.item === item && form.lotText.trim() === code && lot.known === null;
  if (!isOpen || lot.meant === true) return become(state);
  const { itemClass, code: itemCode } = item.item;
  const known = lots.find(each => each.itemClass === itemClass && each.itemCode === itemCode);
  if (known !== undefined) {
    const placed = withKnownLot(state, known);
    return isAgainstLot(notice) ? settled(placed) : readExistingRow(placed);
  }
  const of = [...new Set(lots.map(each => each.itemCode))];
  const against = againstLot({ ...state, form: { ...form, lot } }, sure || form.lotsComplete, of);
  // Another question stands there: this one comes at Confirm.
  if (against === null || (isAgainstLot(notice) ? lots.length === 0 : held !== null)) return become(state);
  return say({ ...state, form: { ...form, lot: against.code === 'new-lot' ? lot : null } }, against);
}

/** A new lot is a deliberate step: from here on it may be counted. */
export function meanLot(state: CountingState): Transition {
  const { form } = state;
  if (isLocked(state) || form.lot === null) return become(state);
  return settled({ ...state, notice: null, form: { ...form, lot: { ...form.lot, meant: true } } });
}

/** Nothing is to be asked of the lot any more: what was asked before it, is asked again. */
function settled(state: CountingState): Transition {
  const { held, form } = state;
  const field = hasUnconfirmedQuantity(form) ? 'quantity' : fieldToFocus(state);
  return then(readExistingRow(focusOn(state, field)), after => (held === null ? become(after) : hold(after, held)));
}
