import { type CodeParts, type CodeRead, type Stated, isBare } from '../code-read.ts';
import { apply } from './apply.ts';
import { asksLot } from './form.ts';
import { ask, giveUp, lookUp } from './queue.ts';
import type { CountingState, EnteredLot, Found, Meaning, Option, Resolved, Stage, Tried } from './state.ts';
import type { Notice } from '../notice.ts';
import { IDLE, type Transition, become } from './transition.ts';

/**
 * What a read turns out to mean: of its candidates the first that resolves is taken, a person chooses where it means
 * several things, and a read that nobody can look up now is parked.
 */

type Resolving = Extract<Stage, { kind: 'resolving' }>;

export function lookedUp(state: CountingState, { read, candidate, tried }: Resolving, found: Found): Transition {
  const candidates = read.candidates ?? [];
  const parts = candidates[candidate];
  if (parts === undefined) return giveUp(state, { code: 'unreadable-code', text: read.text });
  const missing = whatIsMissing(state, read, parts, found);
  const meaning = { parts, found };
  if (missing === null && !isDoubtful(meaning, candidates)) return decide(state, read, meaning);
  // Of a guess nothing is said, and that the text as it is means nothing says less than what was missing in its parts.
  const saysLess = parts.lost ?? (parts.raw !== undefined && parts.misread === undefined && tried.notice !== null);
  const now: Tried = {
    meanings: missing === null ? [...tried.meanings, meaning] : tried.meanings,
    notice: missing === null || saysLess ? tried.notice : missing,
  };
  if (candidate + 1 < candidates.length) return lookUp(state, read, candidate + 1, now);
  return settle(state, read, now, found);
}

/**
 * Whether another meaning may be the right one. Cut elsewhere, the same text may name a lot that is there: a new one is
 * not made up before that is known; and where a separator may be lost, a lot or a serial number may hold what follows it.
 */
function isDoubtful({ parts, found }: Meaning, candidates: readonly CodeParts[]): boolean {
  const mayHoldMore = parts.serial !== undefined && candidates.some(({ lost }) => lost);
  return parts.lost === true || mayHoldMore || lacksLot(parts, found);
}

export function lacksLot(parts: CodeParts, found: Found): boolean {
  return parts.lot !== undefined && (found.lots ?? []).length === 0;
}

/** No meaning is beyond doubt: the likeliest is taken, unless a person may have to be asked. */
function settle(state: CountingState, read: CodeRead, { meanings, notice }: Tried, { asOf }: Found): Transition {
  const [first] = meanings;
  const mayAsk = first === undefined ? isSerial(state, read) : meanings.some(({ parts }) => parts.lost);
  if (mayAsk) return become(state, { type: 'later', event: { type: 'weigh', read, meanings } });
  if (first !== undefined) return decide(state, read, first);
  // What this device does not know, the host may.
  if (notice !== null && asOf !== undefined && isUnknown(notice) && canPark(state, read)) return park(state, read);
  return giveUp(state, notice ?? { code: 'unreadable-code', text: read.text });
}

/** A bare text that means nothing else is the serial number that is asked for. */
function isSerial({ form }: CountingState, read: CodeRead): boolean {
  const isAsked = form.item?.item.serialManaged === true && form.serial.trim() === '' && !asksLot(form);
  return isAsked && isBare(read) && !read.typed;
}

export function askWhich(
  state: CountingState,
  read: CodeRead,
  { parts, found }: Meaning,
  options: readonly Option[],
): Transition {
  const stage: Stage = { kind: 'choosing', read, parts, found, options };
  return ask({ ...state, stage }, choosing => become(choosing, { type: 'feedback', tone: 'decide' }));
}

/** Takes the one meaning there is, or opens the chooser. `meant`: a person has chosen it, with a new lot if it has one. */
export function decide(state: CountingState, read: CodeRead, { parts, found }: Meaning, meant = false): Transition {
  const options = optionsOf(parts, found);
  if (options.length > 0) return askWhich(state, read, { parts, found }, options);
  const location = found.locations?.[0];
  const item = found.items?.[0];
  const lot = lotOf(parts, found, meant);
  return apply(
    { ...state, stage: IDLE },
    {
      read,
      resolved: {
        ...statedIn(parts),
        ...(location !== undefined && { location }),
        ...(item !== undefined && { item }),
        ...(lot !== undefined && { lot }),
      },
    },
  );
}

function statedIn(parts: CodeParts): Stated {
  const { raw, misread, lost, location, item, barcodes, lot, expiry, loadingUnit, ...stated } = parts;
  return stated;
}

export function choose(state: CountingState, index: number): Transition {
  const { stage } = state;
  if (stage.kind !== 'choosing') return become(state);
  const option = stage.options[index];
  if (option === undefined) return become(state);
  const { read, parts, found } = stage;
  if (option.kind === 'reading') return decide(state, read, option, true);
  return decide(state, read, { parts, found: narrowed(parts, found, option) });
}

/** The chosen meaning; of a raw code, which can be only one thing, the others fall away altogether. */
function narrowed(parts: CodeParts, found: Found, option: Exclude<Option, { kind: 'reading' }>): Found {
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
    const all = [...locations, ...items, ...lots];
    return all.length > 1 || (found.searched === true && all.length > 0) ? all : [];
  }
  // A lot read alone names its item; choosing the lot settles the item with it.
  if (lots.length > 1) return lots;
  if (items.length > 1) return items;
  return locations.length > 1 ? locations : [];
}

function lotOf({ lot, expiry }: CodeParts, { lots = [] }: Found, meant: boolean): EnteredLot | undefined {
  const [known = null] = lots;
  const code = lot ?? known?.code;
  if (code === undefined) return undefined;
  return {
    code,
    known,
    ...(expiry !== undefined && { expiry }),
    ...(meant && known === null && { meant }),
  };
}

function whatIsMissing(state: CountingState, read: CodeRead, parts: CodeParts, found: Found): Notice | null {
  const { text } = read;
  const none = (matches: readonly unknown[] | undefined) => (matches ?? []).length === 0;
  if (parts.raw !== undefined) {
    if (!none(found.items) || !none(found.locations) || !none(found.lots)) return null;
    if (parts.misread === true) return { code: 'unreadable-code', text };
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
  // What a look-up brought is taken, whatever it was asked by: the host may know what is in a loading unit.
  if (says !== undefined || !none(found.items) || !none(found.locations)) return null;
  return { code: parts.loadingUnit === undefined ? 'code-without-use' : 'loading-unit', text };
}

/**
 * A read that nobody could look up is not lost and blocks nobody. One that may be an item takes the item's place in the
 * form, so that its quantity can be entered; one that can only be a location leaves the form without any.
 */
export function park(state: CountingState, read: CodeRead): Transition {
  const quantity = read.candidates?.find(each => each.quantity !== undefined)?.quantity;
  const resolved: Resolved = mayBeItem(read)
    ? { parked: 'item', ...(quantity !== undefined && { quantity }) }
    : { parked: 'location' };
  return apply({ ...state, stage: IDLE }, { read, resolved });
}

/** A lot or a serial number alone is no count that could be finished later: it is asked about as ever. */
export function canPark({ rules }: CountingState, read: CodeRead): boolean {
  const isLocation = (read.candidates ?? []).some(each => each.location !== undefined);
  return rules.parks && read.ofRow === undefined && (mayBeItem(read) || isLocation);
}

export function mayBeItem(read: CodeRead): boolean {
  const named = (read.candidates ?? []).filter(({ raw }) => raw === undefined);
  return isBare(read) || named.some(({ item, barcodes }) => item !== undefined || barcodes !== undefined);
}

function isUnknown({ code }: Notice): boolean {
  return ['unknown-code', 'nothing-found', 'unknown-item', 'unknown-location'].includes(code);
}
