import type { CountIdentity, Dimension } from '../count-identity.ts';
import { LONGEST_NOTE, type Told } from '../count-request.ts';
import type { CountForm, CountingRules, CountingState, DimensionField, Field, TypedField } from './state.ts';
import { type DecimalText, type ItemMatch, type Lot, type Unit, isClosed } from '../inventory.ts';
import type { Notice, NoticeCode } from '../notice.ts';
import { isEqual } from '../decimal.ts';
import { isGtin } from '../gtin.ts';
import { entryUnit, findAlternative, parseQuantity, toMainUnit } from '../quantity.ts';
import type { Entry } from '../record-count.ts';

export const EMPTY_FORM: CountForm = {
  location: null,
  item: null,
  lot: null,
  lotText: '',
  offeredLots: [],
  lotsComplete: false,
  serial: '',
  dimensions: {},
  quantityText: '',
  burst: null,
  noteText: '',
  existing: 'unread',
  follows: null,
  parked: null,
  barcode: null,
};

/** What is said of a lot that the item does not have. */
const AGAINST_LOT: readonly NoticeCode[] = ['unknown-lot', 'new-lot'];

/** What typing into a field changes, and the complaints that it takes away. */
interface Typing {
  readonly change: (text: string, form: CountForm) => Partial<CountForm>;
  readonly about: readonly NoticeCode[];
}

const TYPING: Readonly<Record<Exclude<TypedField, DimensionField>, Typing>> = {
  quantity: { change: text => ({ quantityText: text }), about: ['quantity', 'label-as-quantity'] },
  lot: { change: text => ({ lotText: text, lot: null, existing: 'unread' }), about: [...AGAINST_LOT, 'lot-missing'] },
  serial: { change: text => ({ serial: text, existing: 'unread' }), about: ['serial-missing', 'serial-repeated'] },
  note: { change: text => ({ noteText: text }), about: ['note-too-long'] },
};

export function typingInto(field: TypedField, rules: CountingRules): Typing {
  if (!isDimension(field)) return TYPING[field];
  const name = dimensionOf(field, rules)?.name;
  return {
    change: (text, form) =>
      name === undefined ? {} : { dimensions: { ...form.dimensions, [name]: text }, existing: 'unread' },
    about: ['dimension-missing'],
  };
}

export function isDimension(field: string): field is DimensionField {
  return field.startsWith('dimension-');
}

/** `undefined`: the host no longer asks so many. */
export function dimensionOf(field: DimensionField, { dimensions }: CountingRules): Dimension | undefined {
  return dimensions[Number(field.slice('dimension-'.length))];
}

/** What is typed for one of the host's own dimensions, which may be called as anything that every object has. */
export function dimensionIn({ dimensions }: CountForm, { name }: Dimension): string {
  return (Object.hasOwn(dimensions, name) && dimensions[name]) || '';
}

/** The first of the host's own dimensions that is asked and not said. */
function missingDimension({ form, rules }: Entered): DimensionField | null {
  const place = rules.dimensions.findIndex(dimension => dimensionIn(form, dimension).trim() === '');
  return place === -1 ? null : `dimension-${place}`;
}

/** What is entered, and what has to be. */
type Entered = Pick<CountingState, 'form' | 'rules'>;

/** What the row's history will tell of the count in the form. */
export function toldIn({ barcode, noteText }: CountForm): Told {
  const note = noteText.trim();
  return { barcode, ...(note !== '' && { note }) };
}

/** Whether the form waits for what became of this count. */
export function isAwaited({ stage }: CountingState, key: string): boolean {
  return (stage.kind === 'recording' || stage.kind === 'unsure') && stage.request.key === key;
}

/** Rule 2: after a confirmation the location stays where the list type keeps it, and is cleared elsewhere. */
export function afterConfirmation(form: CountForm, keepLocation: boolean): CountForm {
  return { ...EMPTY_FORM, location: keepLocation ? form.location : null };
}

export function withItem(form: CountForm, item: ItemMatch, barcode: string): CountForm {
  const { location, quantityText } = form;
  // A code that a person names the item of is what was read for it.
  const read = form.item === null ? (form.barcode ?? barcode) : barcode;
  return { ...EMPTY_FORM, location, quantityText, item, barcode: read };
}

/** How an item is named to a person: its code, and the variant where there is one. */
export function nameOf({ item, variant }: ItemMatch): string {
  return variant === null ? item.code : `${item.code} · ${variant.code}`;
}

/** The unit the quantity is entered in; `null` before the item is known. */
export function unitOf(form: CountForm): Unit | null {
  return form.item === null ? null : entryUnit(form.item.item);
}

/** The typed quantity as it is understood, and in the main unit where it is entered in another; `null`: it is not. */
export function understoodQuantity(form: CountForm): { entered: DecimalText; main: DecimalText | null } | null {
  if (form.item === null) return null;
  const { item } = form.item;
  const unit = entryUnit(item);
  const parsed = parseQuantity(form.quantityText, unit.decimals);
  if (!parsed.ok) return null;
  const alternative = findAlternative(item, unit.code);
  const main = alternative === null ? null : toMainUnit(parsed.value, alternative, item.unit);
  return { entered: parsed.value, main };
}

/** A quantity that somebody typed or scanned for an item, and nobody has confirmed. */
export function hasUnconfirmedQuantity(form: CountForm): boolean {
  return (form.item !== null || form.parked !== null) && form.quantityText.trim() !== '';
}

/** Where the focus goes after a message or a dialog. */
export function fieldAfterMessage({ form }: CountingState): Field {
  return hasUnconfirmedQuantity(form) ? 'quantity' : 'barcode';
}

/** Whether what stands as quantity was a label's, by its shape or its pace, so that a person is asked. */
export function looksLikeLabel({ quantityText, burst }: CountForm): boolean {
  const text = quantityText.trim();
  return text !== '' && (text === burst || isGtin(text));
}

/** Whether a number typed in the barcode field is the quantity: one stands, or is asked for, and nothing else is. */
export function takesNumber(state: CountingState): boolean {
  const missing = missingField(state);
  const asks = missing === null || missing === 'quantity';
  return state.stage.kind === 'idle' && !isLocked(state) && (asks || hasUnconfirmedQuantity(state.form));
}

/** Whether all is there but Confirm, and nobody is asked anything. */
export function isComplete(state: CountingState): boolean {
  return state.stage.kind === 'idle' && !isLocked(state) && missingField(state) === null;
}

/** Whether nothing stands in the form but a location, and nobody is asked anything: what it shows may change. */
export function isFree({ form, stage, held, waiting }: CountingState): boolean {
  const isEmpty = form.item === null && form.parked === null && form.quantityText === '';
  return isEmpty && stage.kind === 'idle' && held === null && waiting.length === 0;
}

/** While a count is on its way or its outcome unknown, the form is locked: it shows what was sent. */
export function isLocked(state: CountingState): boolean {
  const { kind } = state.stage;
  return kind === 'recording' || kind === 'unsure' || kind === 'elsewhere' || kind === 'asking' || isClosed(state.list);
}

/** Anything at all that would be lost on leaving. */
export function hasUnfinishedWork(state: CountingState): boolean {
  return (
    hasUnconfirmedQuantity(state.form) || state.held !== null || state.waiting.length > 0 || state.stage.kind !== 'idle'
  );
}

/** The identity in the form, once everything the item needs is there. */
export function identityIn(entered: Entered): CountIdentity | null {
  const { item: match, location, lot, serial } = entered.form;
  const missing = missingField(entered);
  if (match === null || location === null || (missing !== null && missing !== 'quantity')) return null;
  const { item, variant } = match;
  const { dimensions } = entered.rules;
  return {
    itemClass: item.itemClass,
    itemCode: item.code,
    variant: variant?.code ?? null,
    lot: item.lotManaged ? (lot?.code ?? null) : null,
    serial: item.serialManaged ? serial.trim() : null,
    warehouse: location.warehouse,
    location: location.code,
    ...(dimensions.length > 0 && {
      dimensions: Object.fromEntries(dimensions.map(each => [each.name, dimensionIn(entered.form, each).trim()])),
    }),
  };
}

/** Whether the item in the form still needs its lot. */
export function asksLot({ item, lot }: CountForm): boolean {
  return item?.item.lotManaged === true && lot === null;
}

/** What the operator is asked for next. `null`: all is there but Confirm. */
export function missingField({ form, rules }: Entered): 'location' | 'item' | Exclude<TypedField, 'note'> | null {
  if (form.location === null) return 'location';
  if (form.item === null && form.parked === null) return 'item';
  if (asksLot(form)) return 'lot';
  if (form.item?.item.serialManaged === true && form.serial.trim() === '') return 'serial';
  const dimension = form.item === null ? null : missingDimension({ form, rules });
  if (dimension !== null) return dimension;
  return form.quantityText.trim() === '' ? 'quantity' : null;
}

/** Focus goes to quantity once all else is known, and to what is typed before that when it is what is missing. */
export function fieldToFocus(state: CountingState): Field {
  const missing = missingField(state);
  return missing === 'location' || missing === 'item' || missing === null ? 'barcode' : missing;
}

/** The lot field's text, taken over: a lot of the item, or one that is not known to be there. */
export function withTypedLot({ item, lot, lotText, offeredLots }: CountForm): Pick<CountForm, 'lot'> | null {
  const code = lotText.trim();
  if (item?.item.lotManaged !== true || code === '' || code === lot?.code.trim()) return null;
  return { lot: { code, known: offeredLots.find(each => each.code === code) ?? null } };
}

/** The lot that stands there is the item's: nothing is to be said against it any more. */
export function withKnownLot(state: CountingState, known: Lot): CountingState {
  const { notice, form } = state;
  const lot = { ...form.lot, code: known.code, known };
  return { ...state, notice: isAgainstLot(notice) ? null : notice, form: { ...form, lot } };
}

export function isAgainstLot(notice: Notice | null): boolean {
  return notice !== null && AGAINST_LOT.includes(notice.code);
}

/**
 * What stands against the lot in the form, if it is none of the item's: it is refused, or made only once a person says so
 * (rule 8). Where not all lots are at hand and no new ones are allowed, the host judges. `of`: the items that have it.
 */
export function againstLot(
  { form, rules }: Entered,
  sure = form.lotsComplete,
  of: readonly string[] = [],
): Notice | null {
  const { item, lot } = form;
  const isFine = item === null || lot === null || lot.known !== null || lot.meant === true;
  if (isFine || !(rules.newLots || sure)) return null;
  return { code: rules.newLots ? 'new-lot' : 'unknown-lot', text: lot.code, item: item.item.code, of };
}

/** A form that may be confirmed, or what stands in the way and where it is to be mended. */
export type CheckedForm =
  | { readonly ok: true; readonly identity: CountIdentity; readonly entry: Entry }
  | { readonly ok: false; readonly notice: Notice; readonly field: Field };

export function checkForm(entered: Entered): CheckedForm {
  const { form, rules } = entered;
  const missing = missingField(entered);
  if (missing !== null && isDimension(missing)) {
    return refuse({ code: 'dimension-missing', label: dimensionOf(missing, rules)?.label ?? '' }, missing);
  }
  if (missing === 'lot' || missing === 'serial') return refuse({ code: `${missing}-missing` }, missing);
  if (missing === 'location') return refuse({ code: 'location-missing' }, 'barcode');
  const identity = identityIn(entered);
  if (form.item === null || identity === null) return refuse({ code: 'item-missing' }, 'barcode');
  const { item } = form.item;
  const unit = entryUnit(item);
  const parsed = parseQuantity(form.quantityText, unit.decimals);
  if (!parsed.ok) {
    return refuse({ code: 'quantity', problem: parsed.problem, typed: form.quantityText.trim(), unit }, 'quantity');
  }
  if (item.serialManaged && !isEqual(parsed.value, '0') && !isEqual(parsed.value, '1')) {
    return refuse({ code: 'serial-quantity' }, 'quantity');
  }
  const { length } = Array.from(form.noteText.trim());
  if (length > LONGEST_NOTE) return refuse({ code: 'note-too-long', length, longest: LONGEST_NOTE }, 'note');
  return { ok: true, identity, entry: { quantity: parsed.value, unit: unit.code } };
}

function refuse(notice: Notice, field: Field): CheckedForm {
  return { ok: false, notice, field };
}
