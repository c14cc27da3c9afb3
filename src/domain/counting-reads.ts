import type { CodeParts, CodeRead } from './code-read.ts';
import type { CommandRead, QueuedCommand } from './command.ts';
import { meaningOf } from './command-meaning.ts';
import { identityKey } from './count-identity.ts';
import { enterLot, fieldToFocus, hasUnconfirmedQuantity, isNotice, nameOf, unitOf, withItem } from './count-form.ts';
import type {
  CountingState,
  EnteredLot,
  Fallback,
  Found,
  HeldRead,
  Option,
  Resolved,
  Stage,
  Transition,
} from './counting-state.ts';
import { isClosed, type ItemMatch, type Location } from './inventory.ts';
import { type Measure, isInUnit } from './measure.ts';
import type { Notice } from './notice.ts';
import { withUnitDecimals } from './quantity.ts';
import { focusOn, readExistingRow, say, stay, then } from './transition.ts';

/**
 * What happens with a read: it waits its turn, is looked up, chosen among if it has several meanings, and filled in.
 * A read is applied as a whole or not at all, and none is ever dropped in silence.
 */

type Resolving = Extract<Stage, { kind: 'resolving' }>;

const IDLE: Stage = { kind: 'idle' };
const CONFIRM: CommandRead = { command: 'confirm', text: '' };

/** A read is taken when nothing runs and nobody is asked; until then it waits, in order. */
export function takeRead(state: CountingState, read: CodeRead): Transition {
  if (isClosed(state.list)) return say(state, { code: 'list-closed' });
  if (state.stage.kind !== 'idle' || state.waiting.length > 0) return stay(wait(state, read));
  return begin(state.held === null ? { ...state, notice: null } : state, read);
}

export function wait(state: CountingState, entry: CodeRead | QueuedCommand): CountingState {
  return { ...state, waiting: [...state.waiting, entry] };
}

/**
 * Goes on with what waits next. Behind a question all reads wait for a person; a command that answers it was read for
 * it, as in "Confirm, Add", and is taken.
 */
export function takeNext(state: CountingState): Transition {
  const [next, ...waiting] = state.waiting;
  if (next === undefined) return stay(state);
  const isFree = state.stage.kind === 'idle' && state.held === null;
  if ('command' in next) {
    return isFree || isAnswer(state, next) ? commandNow({ ...state, waiting }, next) : stay(state);
  }
  return isFree ? begin({ ...state, waiting }, next) : stay(state);
}

function isAnswer(state: CountingState, { command }: QueuedCommand): boolean {
  const { stage } = state;
  // What nobody could know of when the command was read is for a person to look at.
  const isForeseen = stage.kind === 'idle' || stage.kind === 'choosing' || (stage.kind === 'asking' && !stage.changed);
  return isForeseen && meaningOf(state, command, '') !== null;
}

function commandNow(state: CountingState, { command, text }: CommandRead): Transition {
  return stay(state, { type: 'command', command, text });
}

/** Asks a person, unless what waits next is the answer. */
export function ask(asking: CountingState, question: (state: CountingState) => Transition): Transition {
  const next = takeNext(asking);
  return next[0] === asking ? question(asking) : next;
}

function begin(state: CountingState, read: CodeRead): Transition {
  const { broken, candidates, text } = read;
  if (broken) return giveUp(state, { code: 'broken-scan', text });
  if (candidates === null) {
    return stay(
      { ...state, stage: { kind: 'resolving', read, candidate: 0, fallback: null } },
      { type: 'interpret', read },
    );
  }
  if (candidates.length === 0) return giveUp(state, { code: 'unreadable-code', text });
  return lookUp(state, read, 0);
}

/** Goes on with a read whose meaning was asked for. */
export function understood(state: CountingState, read: CodeRead, candidates: readonly CodeParts[]): Transition {
  return begin(state, { ...read, candidates });
}

/** Also the way to look a read up again after the host could not be reached. */
export function lookUp(
  state: CountingState,
  read: CodeRead,
  candidate: number,
  fallback: Fallback | null = null,
): Transition {
  return stay(
    { ...state, stage: { kind: 'resolving', read, candidate, fallback } },
    { type: 'resolve', read, candidate, warehouse: state.list.warehouse.code, item: state.form.item },
  );
}

export function lookedUp(state: CountingState, resolving: Resolving, found: Found): Transition {
  const { read, candidate } = resolving;
  const candidates = read.candidates ?? [];
  const parts = candidates[candidate];
  if (parts === undefined) return giveUp(state, { code: 'unreadable-code', text: read.text });
  const notice = whatIsMissing(state, read, parts, found);
  if (notice === null && !lacksLot(parts, found)) return decide(state, read, parts, found);
  const fallback = resolving.fallback ?? (notice === null ? { parts, found } : null);
  if (candidate + 1 < candidates.length) return lookUp(state, read, candidate + 1, fallback);
  if (fallback !== null) return decide(state, read, fallback.parts, fallback.found);
  return giveUp(state, notice ?? { code: 'unreadable-code', text: read.text });
}

/** Cut elsewhere, the same text may name a lot that is there: a new one is not made up before that is known. */
function lacksLot(parts: CodeParts, found: Found): boolean {
  return parts.lot !== undefined && (found.lots ?? []).length === 0;
}

/** Takes the one meaning there is, or opens the chooser. */
function decide(state: CountingState, read: CodeRead, parts: CodeParts, found: Found): Transition {
  const options = optionsOf(parts, found);
  if (options.length > 0) {
    const stage: Stage = { kind: 'choosing', read, parts, found, options };
    return ask({ ...state, stage }, choosing => stay(choosing, { type: 'feedback', tone: 'decide' }));
  }
  const location = found.locations?.[0];
  const item = found.items?.[0];
  const lot = lotOf(parts, found);
  return apply(
    { ...state, stage: IDLE },
    {
      read,
      resolved: {
        ...(location !== undefined && { location }),
        ...(item !== undefined && { item }),
        ...(lot !== undefined && { lot }),
        ...(parts.serial !== undefined && { serial: parts.serial }),
        ...(parts.quantity !== undefined && { quantity: parts.quantity }),
        ...(parts.measures !== undefined && { measures: parts.measures }),
        ...(parts.locationLeftOut !== undefined && { locationLeftOut: parts.locationLeftOut }),
      },
    },
  );
}

export function choose(state: CountingState, index: number): Transition {
  const { stage } = state;
  if (stage.kind !== 'choosing') return stay(state);
  const option = stage.options[index];
  if (option === undefined) return stay(state);
  return decide(state, stage.read, stage.parts, narrowed(stage.parts, stage.found, option));
}

/** The chosen meaning; of a raw code, which can be only one thing, the others fall away altogether. */
function narrowed(parts: CodeParts, found: Found, option: Option): Found {
  const rest: Found = parts.raw === undefined ? { ...found, searched: false } : {};
  if (option.kind === 'location') return { ...rest, locations: [option.location] };
  if (option.kind === 'item') return { ...rest, items: [option.match] };
  const { itemClass, itemCode } = option.lot;
  const items = (found.items ?? []).filter(({ item }) => item.itemClass === itemClass && item.code === itemCode);
  return { ...rest, ...(items.length > 0 && { items }), lots: [option.lot] };
}

/** What a person has to choose among; empty when everything found is one thing. */
function optionsOf(parts: CodeParts, found: Found): Option[] {
  const locations = (found.locations ?? []).map((location): Option => ({ kind: 'location', location }));
  const items = (found.items ?? []).map((match): Option => ({ kind: 'item', match }));
  const lots = (found.lots ?? []).map((lot): Option => ({ kind: 'lot', lot }));
  if (found.searched === true || parts.raw !== undefined) {
    const all = [...locations, ...items];
    return all.length > 1 || (found.searched === true && all.length > 0) ? all : [];
  }
  // A lot read alone names its item; choosing the lot settles the item with it.
  if (lots.length > 1) return lots;
  if (items.length > 1) return items;
  return locations.length > 1 ? locations : [];
}

function lotOf(parts: CodeParts, found: Found): EnteredLot | undefined {
  if (parts.lot === undefined) return undefined;
  const { lot: code, expiry } = parts;
  return { code, known: found.lots?.[0] ?? null, ...(expiry !== undefined && { expiry }) };
}

function whatIsMissing(state: CountingState, read: CodeRead, parts: CodeParts, found: Found): Notice | null {
  const { text } = read;
  const none = (matches: readonly unknown[] | undefined) => (matches ?? []).length === 0;
  if (parts.raw !== undefined) {
    if (!none(found.items) || !none(found.locations)) return null;
    return read.typed ? { code: 'nothing-found', text } : { code: 'unknown-code', text };
  }
  if (parts.location !== undefined && none(found.locations)) {
    return { code: 'unknown-location', text: parts.location.code };
  }
  const itemCode = parts.item?.code ?? parts.barcodes?.[0];
  if (itemCode !== undefined && none(found.items)) return { code: 'unknown-item', text: itemCode };
  const hasItem = itemCode !== undefined || state.form.item !== null || !none(found.items);
  if (parts.lot !== undefined && !hasItem) return { code: 'lot-without-item', text: parts.lot };
  if (parts.serial !== undefined && !hasItem) return { code: 'serial-without-item', text: parts.serial };
  const [measure] = parts.measures ?? [];
  if (measure !== undefined && !hasItem) return { code: 'quantity-without-item', text: measure.quantity };
  const says = parts.location ?? itemCode ?? parts.lot ?? parts.serial ?? parts.quantity ?? measure;
  if (says !== undefined) return null;
  return { code: parts.loadingUnit === undefined ? 'code-without-use' : 'loading-unit', text };
}

/**
 * Reads that wait behind a failed one may belong to what it should have brought: they wait for a person. Commands
 * directly behind it were about it: they are not carried out on something else, and that is said.
 */
export function giveUp(state: CountingState, notice: Notice): Transition {
  const firstRead = state.waiting.findIndex(entry => !('command' in entry));
  const waiting = firstRead === -1 ? [] : state.waiting.slice(firstRead);
  const skipped = state.waiting
    .slice(0, state.waiting.length - waiting.length)
    .flatMap(entry => ('command' in entry ? [entry.command] : []));
  const stage: Stage = waiting.length > 0 ? { kind: 'paused' } : IDLE;
  return say({ ...focusOn(state, 'barcode'), stage, waiting }, skipped.length === 0 ? notice : { ...notice, skipped });
}

/** Fills a resolved read in, or holds it where it would overwrite a quantity that stands unconfirmed. */
export function apply(state: CountingState, { read, resolved }: HeldRead): Transition {
  const refusal = refuse(state, resolved);
  if (refusal !== null) return giveUp(state, refusal);
  if (state.held !== null) return applyBesideHeld(state, { read, resolved });
  if (wouldOverwrite(state, resolved)) return hold(state, { read, resolved });
  return then(fill(state, read, resolved), takeNext);
}

/** Confirm, pressed while something runs: it is due after the reads on their way, and once only (rule 7). */
export function confirmLater(state: CountingState): CountingState {
  const { stage, held, waiting, rules } = state;
  const last = waiting.at(-1);
  if (last !== undefined && 'command' in last && !last.scanned) return state;
  // With a count on its way, a press is a new one only if something was read since; and what waits behind a read that
  // a person was asked about was there before they answered: that press was the answer.
  const isNew = stage.kind === 'resolving' || (held === null ? last !== undefined : rules.nextItemConfirms);
  return isNew ? wait(state, { ...CONFIRM, scanned: false }) : state;
}

function fill(state: CountingState, read: CodeRead, resolved: Resolved): Transition {
  return then(
    stay(fillLocation(state, resolved.location)),
    after => fillItem(after, read, resolved.item),
    after => fillLot(after, resolved.lot),
    after => fillSerial(after, resolved.serial),
    after => fillQuantity(after, resolved.quantity),
    after => fillMeasure(after, resolved.measures ?? []),
    after => sayLeftOut(after, resolved.locationLeftOut),
    after => readExistingRow(focusOn(after, fieldToFocus(after))),
  );
}

function hold(state: CountingState, held: HeldRead): Transition {
  const holding = focusOn({ ...state, held }, 'barcode');
  if (state.rules.nextItemConfirms) return commandNow(holding, CONFIRM);
  const item = state.form.item === null ? '' : nameOf(state.form.item);
  const quantity = state.form.quantityText.trim();
  // Pressed or read behind this read, Confirm was meant for the count that stands.
  return ask(holding, asking => say(asking, { code: 'unconfirmed', item, quantity, text: held.read.text }));
}

/** While a read is held, one that brings what the unconfirmed count still lacks is let through; others wait. */
function applyBesideHeld(state: CountingState, { read, resolved }: HeldRead): Transition {
  const { form } = state;
  const completes =
    resolved.item === undefined &&
    !wouldOverwrite(state, resolved) &&
    ((resolved.location !== undefined && form.location === null) ||
      (resolved.lot !== undefined && form.lot === null) ||
      (resolved.serial !== undefined && form.serial.trim() === ''));
  if (!completes) return stay({ ...state, waiting: [read, ...state.waiting] });
  const filled = fill({ ...state, notice: null }, read, resolved);
  return then(filled, after => (state.rules.nextItemConfirms ? commandNow(after, CONFIRM) : takeNext(after)));
}

/** Rules 8 and 12: what can't be counted, or not in this list. */
function refuse(state: CountingState, { item, location }: Resolved): Notice | null {
  if (item?.item.phantom === true) return { code: 'phantom-item', item: item.item.code };
  if (item?.item.archived === true) return { code: 'archived-item', item: item.item.code };
  if (location === undefined) return null;
  const listWarehouse = state.list.warehouse.code;
  if (location.warehouse !== listWarehouse) {
    return { code: 'other-warehouse', location: location.code, warehouse: location.warehouse, listWarehouse };
  }
  if (!location.active || location.obsolete) return { code: 'inactive-location', location: location.code };
  return null;
}

function wouldOverwrite({ form }: CountingState, { item, location, lot, serial }: Resolved): boolean {
  if (!hasUnconfirmedQuantity(form)) return false;
  if (item !== undefined) return true;
  if (location !== undefined && form.location !== null && location.code !== form.location.code) return true;
  if (lot !== undefined && form.lot !== null && lot.code !== form.lot.code) return true;
  return serial !== undefined && form.serial.trim() !== '' && serial !== form.serial.trim();
}

function fillLocation(state: CountingState, location: Location | undefined): CountingState {
  if (location === undefined || location.code === state.form.location?.code) return state;
  return { ...state, form: { ...state.form, location, existing: 'unread' } };
}

function fillItem(state: CountingState, read: CodeRead, item: ItemMatch | undefined): Transition {
  if (item === undefined) return stay(state);
  const before = state.form.item;
  // Read twice, perhaps to be sure: what was already entered for it stays.
  if (before !== null && sameItem(before, item)) return stay(state);
  const filled = { ...state, form: withItem(state.form, item, read.text) };
  const loaded = item.item.lotManaged ? stay(filled, { type: 'load-lots', item }) : stay(filled);
  if (before === null) return loaded;
  return then(loaded, after => say(after, { code: 'not-counted', item: nameOf(before) }));
}

function sameItem(a: ItemMatch, b: ItemMatch): boolean {
  return a.item.itemClass === b.item.itemClass && a.item.code === b.item.code && a.variant?.code === b.variant?.code;
}

function fillLot(state: CountingState, lot: EnteredLot | undefined): Transition {
  if (lot === undefined || state.form.item === null) return stay(state);
  const { item } = state.form.item;
  if (!item.lotManaged) return say(state, { code: 'lot-ignored', text: lot.code, item: item.code });
  // A lot read with its item was looked up at the host, so "not found" is known and not only "not offered".
  if (lot.known === null && !state.rules.newLots) {
    const form = { ...state.form, lotText: lot.code };
    return say({ ...state, form }, { code: 'unknown-lot', text: lot.code, item: item.code });
  }
  const filled: CountingState = { ...state, form: { ...state.form, lot, lotText: lot.code, existing: 'unread' } };
  const inHost = lot.known?.expiryDate ?? null;
  if (inHost === null || lot.expiry === undefined || lot.expiry === inHost) return stay(filled);
  return say(filled, { code: 'expiry-differs', lot: lot.code, onLabel: lot.expiry, inHost });
}

/** The lot field's text, taken over by Enter or on leaving the field. */
export function enterTypedLot(state: CountingState): Transition {
  const { form } = state;
  const text = form.lotText.trim();
  if (form.item === null || text === '' || form.lot?.code === text) return stay(state);
  const lot = enterLot(form, text, form.item.item, state.rules);
  if (isNotice(lot)) return say({ ...state, form: { ...form, lot: null, existing: 'unread' } }, lot);
  const entered = { ...state, notice: null, form: { ...form, lot, existing: 'unread' as const } };
  return readExistingRow(focusOn(entered, fieldToFocus(entered)));
}

function fillSerial(state: CountingState, serial: string | undefined): Transition {
  if (serial === undefined || state.form.item === null) return stay(state);
  const { item } = state.form.item;
  if (!item.serialManaged) return say(state, { code: 'serial-ignored', text: serial, item: item.code });
  return stay({ ...state, form: { ...state.form, serial, existing: 'unread' } });
}

export function fillQuantity(state: CountingState, quantity: string | undefined): Transition {
  if (quantity === undefined) return stay(state);
  const before = state.form.quantityText.trim();
  const filled = { ...state, form: { ...state.form, quantityText: quantity } };
  if (before === '' || before === quantity) return stay(filled);
  return say(filled, { code: 'quantity-replaced', from: before, to: quantity });
}

/** What the label states is taken in the unit of entry only: converted in silence, a wrong label would not be seen. */
function fillMeasure(state: CountingState, measures: readonly Measure[]): Transition {
  const [first] = measures;
  const unit = unitOf(state.form);
  if (first === undefined || unit === null) return stay(state);
  const measure = measures.find(each => isInUnit(each, unit));
  if (measure !== undefined) return fillQuantity(state, withUnitDecimals(measure.quantity, unit));
  return say(state, { code: 'other-unit', quantity: first.quantity, labelUnit: first.unit, unit });
}

function sayLeftOut(state: CountingState, location: string | undefined): Transition {
  return location === undefined ? stay(state) : say(state, { code: 'location-ignored', text: location });
}

/** An answer about a row is taken only while the form still stands for that identity. */
export function isAbout(a: Parameters<typeof identityKey>[0] | null, b: Parameters<typeof identityKey>[0]): boolean {
  return a !== null && identityKey(a) === identityKey(b);
}
