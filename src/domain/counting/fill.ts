import { type CodeRead, isBare } from '../code-read.ts';
import { EMPTY_FORM, againstLot, fieldToFocus, nameOf, unitOf, withItem } from './form.ts';
import type { CountingState, EnteredLot, Resolved } from './state.ts';
import type { ItemMatch, Location } from '../inventory.ts';
import type { Notice } from '../notice.ts';
import { type Measure, isInUnit } from '../measure.ts';
import { parseQuantity, withUnitDecimals } from '../quantity.ts';
import { type Transition, focusOn, readExistingRow, say, become, then } from './transition.ts';

/** Puts what a read brought into the form, part by part; what has no place there is said. */

export function fill(state: CountingState, read: CodeRead, resolved: Resolved): Transition {
  return then(
    fillParked(fillLocation(state, resolved.location), read, resolved),
    after => fillItem(after, read, resolved.item),
    after => fillLot(after, resolved.lot),
    after => fillSerial(after, resolved.serial),
    after => fillDimensions(after, resolved),
    after => fillQuantity(after, inDecimals(after, resolved.quantity)),
    after => fillMeasure(after, resolved.measures ?? [], resolved.item?.unit),
    after => sayLeftOut(after, resolved.locationLeftOut),
    after => readExistingRow(focusOn(after, fieldToFocus(after))),
  );
}

function fillLocation(state: CountingState, location: Location | undefined): CountingState {
  if (location === undefined || location.code === state.form.location?.code) return state;
  return { ...state, form: { ...state.form, location, existing: 'unread' } };
}

function fillParked(state: CountingState, read: CodeRead, { parked, quantity }: Resolved): Transition {
  const { text } = read;
  const { form } = state;
  if (parked === undefined) return become(state);
  const keep = { type: 'park', read, location: form.location, quantityText: quantity ?? '' } as const;
  if (parked === 'location') {
    const nowhere = { ...state, form: { ...form, location: null, existing: 'unread' as const } };
    return then(become(nowhere, { ...keep, location: null }), after => say(after, { code: 'parked-location', text }));
  }
  const left = form.item === null ? null : nameOf(form.item);
  const { location, quantityText } = form;
  const placed = { ...state, form: { ...EMPTY_FORM, location, quantityText, parked: read, barcode: text } };
  return then(become(placed, keep), after => say(after, { code: 'parked', text, left }));
}

function fillItem(state: CountingState, read: CodeRead, item: ItemMatch | undefined): Transition {
  if (item === undefined) return become(state);
  const before = state.form.item;
  const { parked } = state.form;
  if (parked !== null) return fillItemAfterParked(state, read, item, parked);
  const isSame = before !== null && sameItem(before, item);
  // Read twice, perhaps to be sure: what was already entered for it stays. A row has a lot of its own, or none.
  if (isSame && read.ofRow === undefined) return become(state);
  const filled = { ...state, form: withItem(state.form, item, read.text) };
  const loaded = item.item.lotManaged ? become(filled, { type: 'load-lots', item }) : become(filled);
  if (before === null || isSame) return loaded;
  return then(loaded, after => say(after, { code: 'not-counted', item: nameOf(before) }));
}

/** A code that nobody knows may have been a location: what comes after it is not put at the one before. */
function fillItemAfterParked(state: CountingState, read: CodeRead, item: ItemMatch, parked: CodeRead): Transition {
  const doubtful = isBare(parked);
  const location = doubtful ? null : state.form.location;
  const next = fillItem({ ...state, form: { ...EMPTY_FORM, location } }, read, item);
  return location === state.form.location
    ? next
    : then(next, after => say(after, { code: 'location-again', text: parked.text }));
}

function sameItem(a: ItemMatch, b: ItemMatch): boolean {
  return a.item.itemClass === b.item.itemClass && a.item.code === b.item.code && a.variant?.code === b.variant?.code;
}

function fillLot(state: CountingState, lot: EnteredLot | undefined): Transition {
  if (lot === undefined || state.form.item === null) return become(state);
  const { item } = state.form.item;
  if (!item.lotManaged) return say(state, { code: 'lot-ignored', text: lot.code, item: item.code });
  const filled: CountingState = { ...state, form: { ...state.form, lot, lotText: lot.code, existing: 'unread' } };
  // A lot read with its item was looked up at the host, so "not found" is known and not only "not offered".
  const against = againstLot(filled, true);
  if (against !== null) return doubtLot(filled, against);
  const inHost = lot.known?.expiryDate ?? null;
  if (inHost === null || lot.expiry === undefined || lot.expiry === inHost) return become(filled);
  return say(filled, { code: 'expiry-differs', lot: lot.code, onLabel: lot.expiry, inHost });
}

/**
 * Says what stands against the lot in the form, and asks whose it is. A new one stays, to be meant; one that can't be made
 * only as its text, to be mended.
 */
export function doubtLot(state: CountingState, against: Notice | null, tell = say): Transition {
  const { item, lot } = state.form;
  const kept = against?.code === 'unknown-lot' ? { ...state, form: { ...state.form, lot: null } } : state;
  const said = against === null ? become(kept) : tell(kept, against);
  if (item === null || lot === null) return said;
  return then(said, after => become(after, { type: 'find-lot', item, code: lot.code }));
}

function fillSerial(state: CountingState, serial: string | undefined): Transition {
  if (serial === undefined || state.form.item === null) return become(state);
  const { item } = state.form.item;
  if (!item.serialManaged) return say(state, { code: 'serial-ignored', text: serial, item: item.code });
  return become(withOneOfSerial({ ...state, form: { ...state.form, serial, existing: 'unread' } }));
}

function fillDimensions(state: CountingState, { dimensions }: Resolved): Transition {
  return become(
    dimensions === undefined ? state : { ...state, form: { ...state.form, dimensions, existing: 'unread' } },
  );
}

/** A serial number is there once, unless somebody says that it is not. */
export function withOneOfSerial(state: CountingState): CountingState {
  const { serial, quantityText } = state.form;
  const isFirst = serial.trim() !== '' && quantityText.trim() === '';
  return isFirst ? { ...state, form: { ...state.form, quantityText: '1' } } : state;
}

/** Scales print decimals that the unit may not have: zeros among them are no fault. */
function inDecimals({ form }: CountingState, quantity: string | undefined): string | undefined {
  const unit = unitOf(form);
  const isExact = quantity !== undefined && /^\d+\.\d+$/.test(quantity);
  if (unit === null || !isExact || parseQuantity(quantity, unit.decimals).ok) return quantity;
  return withUnitDecimals(quantity, unit);
}

export function fillQuantity(state: CountingState, quantity: string | undefined): Transition {
  if (quantity === undefined) return become(state);
  const before = state.form.quantityText.trim();
  const filled = { ...state, form: { ...state.form, quantityText: quantity } };
  if (before === '' || before === quantity) return become(filled);
  return say(filled, { code: 'quantity-replaced', from: before, to: quantity });
}

/**
 * What the label states is taken in the unit of entry only: converted in silence, a wrong label would not be seen.
 * `counted`: the unit that its barcode means; pieces are the main unit, where the host names none.
 */
function fillMeasure(
  state: CountingState,
  measures: readonly Measure[],
  counted = state.form.item?.item.unit.code,
): Transition {
  const [first] = measures;
  const unit = unitOf(state.form);
  if (first === undefined || unit === null) return become(state);
  const measure = measures.find(each => isInUnit(each, unit) && (each.unit !== null || unit.code === counted));
  if (measure !== undefined) return fillQuantity(state, withUnitDecimals(measure.quantity, unit));
  const isMain = counted === state.form.item?.item.unit.code;
  const labelUnit = first.unit ?? (isMain ? null : (counted ?? null));
  return say(state, { code: 'other-unit', quantity: first.quantity, labelUnit, unit });
}

function sayLeftOut(state: CountingState, location: string | undefined): Transition {
  return location === undefined ? become(state) : say(state, { code: 'location-ignored', text: location });
}
