import { identityOf } from './count-identity.ts';
import type { CommandRead } from './command.ts';
import { meaningOf } from './command-meaning.ts';
import {
  EMPTY_FORM,
  afterConfirmation,
  checkForm,
  enterLot,
  identityIn,
  isNotice,
  nameOf,
  unitOf,
} from './count-form.ts';
import {
  apply,
  ask,
  choose,
  confirmLater,
  enterTypedLot,
  fillQuantity,
  giveUp,
  isAbout,
  lookUp,
  lookedUp,
  takeNext,
  takeRead,
  understood,
  wait,
} from './counting-reads.ts';
import type {
  CountForm,
  CountRequest,
  CountingEvent,
  CountingRules,
  CountingState,
  Field,
  Stage,
  Transition,
} from './counting-state.ts';
import { type Failure, leavesOutcomeOpen } from './failure.ts';
import { type CountRow, type InventoryList, isClosed } from './inventory.ts';
import type { Notice } from './notice.ts';
import { isEqual, parseQuantity, step } from './quantity.ts';
import type { CountMode, Entry } from './record-count.ts';
import { focusOn, readExistingRow, say, stay, then } from './transition.ts';

const IDLE: Stage = { kind: 'idle' };

type CommandEvent = Extract<CountingEvent, { type: 'command-read' | 'command-due' }>;

/** An opened list, before anything was read. */
export function openCounting(list: InventoryList, rules: CountingRules): CountingState {
  return {
    list,
    rules,
    form: EMPTY_FORM,
    stage: IDLE,
    held: null,
    waiting: [],
    notice: null,
    lastCounted: null,
    focus: { field: 'barcode', turn: 0 },
  };
}

/**
 * The whole workflow of counting: a state and what happened give the next state and what is to be done.
 *
 * Pure: look-ups, recording and sound are effects, their answers come back as events, and keys and reads come in
 * with the event. An event that does not fit the stage (a second press of Confirm, a late answer) changes nothing.
 */
export function counting(state: CountingState, event: CountingEvent): Transition {
  switch (event.type) {
    case 'code-read':
      return takeRead(state, event.read);
    case 'interpreted': {
      const resolving = resolvingNow(state, { read: event.read, candidate: 0 });
      return resolving?.read.candidates === null ? understood(state, resolving.read, event.candidates) : stay(state);
    }
    case 'resolved': {
      const resolving = resolvingNow(state, event);
      return resolving === null ? stay(state) : lookedUp(state, resolving, event.found);
    }
    case 'resolve-failed': {
      const resolving = resolvingNow(state, event);
      if (resolving === null) return stay(state);
      const stage: Stage = { ...resolving, kind: 'stuck' };
      return say(focusOn({ ...state, stage }, 'barcode'), {
        code: 'look-up-failed',
        failure: event.failure,
        text: event.read.text,
      });
    }
    case 'command-read':
      return commandRead(state, event);
    case 'command-due': {
      const done = obey(state, event);
      // What follows in the queue is next, unless obeying has already led there.
      return done[0].waiting === state.waiting ? then(done, takeNext) : done;
    }
    case 'command-refused':
      return say(state, withoutUse(event));
    case 'option-chosen':
      return choose({ ...state, notice: null }, event.index);
    case 'choice-cancelled':
      if (state.stage.kind !== 'choosing') return stay(state);
      return giveUp(state, { code: 'discarded', item: state.stage.read.text });
    case 'lots-loaded':
      return lotsLoaded(state, event);
    case 'row-read':
      if (!isAbout(identityIn(state.form), event.identity)) return stay(state);
      return stay({ ...state, form: { ...state.form, existing: event.row } });
    case 'row-unreadable':
      // Not said: the host answers with the row when the count is confirmed.
      if (!isAbout(identityIn(state.form), event.identity)) return stay(state);
      return stay({ ...state, form: { ...state.form, existing: 'unread' } });
    case 'quantity-typed':
      return stay(typed(state, { quantityText: event.text }, 'quantity'));
    case 'quantity-stepped':
      return stay(stepped(state, event.by));
    case 'zero':
      return isLocked(state) ? stay(state) : then(fillQuantity(state, '0'), after => stay(focusOn(after, 'barcode')));
    case 'lot-typed':
      return stay(typed(state, { lotText: event.text, lot: null, existing: 'unread' }, 'unknown-lot', 'lot-missing'));
    case 'lot-entered':
      return isLocked(state) ? stay(state) : enterTypedLot(state);
    case 'serial-typed':
      return stay(typed(state, { serial: event.text, existing: 'unread' }, 'serial-missing', 'serial-repeated'));
    case 'serial-entered':
      return isLocked(state) ? stay(state) : readExistingRow(focusOn(state, serialDone(state)));
    case 'confirm':
      return confirm(state, event.key);
    case 'answered':
      return answer(state, event.mode, event.key);
    case 'question-dismissed':
      if (state.stage.kind !== 'asking') return stay(state);
      return stay(focusOn({ ...state, stage: IDLE }, 'barcode'));
    case 'recorded':
      return isRecording(state, event.key) ? recorded(state, event.recorded.row, event.recorded.progress) : stay(state);
    case 'record-failed':
      return isRecording(state, event.key) ? recordFailed(state, event.failure) : stay(state);
    case 'go-on':
      return goOn(state);
    case 'discard':
      return discard(state);
    case 'location-cleared':
      if (isLocked(state)) return stay(state);
      return stay(focusOn({ ...state, form: { ...state.form, location: null, existing: 'unread' } }, 'barcode'));
    case 'notice-dismissed':
      return state.stage.kind === 'paused' ? goOn(state) : stay(focusOn({ ...state, notice: null }, 'barcode'));
  }
}

/** While a count is on its way or its outcome unknown, the form is locked: it shows what was sent. */
export function isLocked(state: CountingState): boolean {
  const { kind } = state.stage;
  return kind === 'recording' || kind === 'unsure' || kind === 'asking' || isClosed(state.list);
}

/** The look-up that runs, if the answer is to it. */
function resolvingNow({ stage }: CountingState, answer: { read: { id: string }; candidate: number }) {
  if (stage.kind !== 'resolving') return null;
  return stage.read.id === answer.read.id && stage.candidate === answer.candidate ? stage : null;
}

function isRecording({ stage }: CountingState, key: string): boolean {
  return stage.kind === 'recording' && stage.request.key === key;
}

/** Typing takes the complaint about the same field away. */
function typed(state: CountingState, change: Partial<CountForm>, ...about: string[]): CountingState {
  if (isLocked(state)) return state;
  const notice = state.notice !== null && about.includes(state.notice.code) ? null : state.notice;
  return { ...state, notice, form: { ...state.form, ...change } };
}

function stepped(state: CountingState, by: 1 | -1): CountingState {
  const unit = unitOf(state.form);
  if (unit === null) return state;
  const text = state.form.quantityText.trim() || '0';
  const parsed = parseQuantity(text, unit.decimals);
  return parsed.ok ? typed(state, { quantityText: step(parsed.value, by, unit) }, 'quantity') : state;
}

function serialDone(state: CountingState): 'quantity' | 'serial' {
  return state.form.serial.trim() === '' ? 'serial' : 'quantity';
}

function lotsLoaded(state: CountingState, event: Extract<CountingEvent, { type: 'lots-loaded' }>): Transition {
  if (state.form.item !== event.item) return stay(state);
  const form = { ...state.form, offeredLots: event.lots, lotsComplete: !event.more };
  const known = event.lots.find(lot => lot.code === form.lot?.code);
  return stay({
    ...state,
    form: known === undefined ? form : { ...form, lot: { ...form.lot, code: known.code, known } },
  });
}

/** Rule 7: one press, one count. A press while a count runs does nothing; while reads run, it waits behind them. */
function confirm(state: CountingState, key: string): Transition {
  const { kind } = state.stage;
  if (kind === 'resolving' || kind === 'recording') return stay(confirmLater(state));
  if (kind !== 'idle') return goOn(state);
  if (isClosed(state.list)) return say(state, { code: 'list-closed' });
  const entered = withTypedLot(state);
  if (entered.notice !== null) return refuse(state, 'lot', entered.notice);
  const checked = checkForm(entered.form);
  if (!checked.ok) return refuse({ ...state, form: entered.form }, checked.field, checked.notice);
  const ready = { ...state, form: entered.form, notice: null };
  const { existing } = ready.form;
  const row = typeof existing === 'string' ? null : existing;
  if (row !== null && row.quantity !== null) return askMode(ready, row, checked.entry, false);
  return send(ready, { key, mode: 'new', identity: checked.identity, entry: checked.entry, base: row });
}

/** A command takes its turn behind what runs; when a person is asked something, it is the answer. */
function commandRead(state: CountingState, event: CommandEvent): Transition {
  if (isClosed(state.list)) return say(state, { code: 'list-closed' });
  const { kind } = state.stage;
  if (kind !== 'resolving' && kind !== 'recording') return obey(state, event);
  return stay(wait(state, { command: event.command, text: event.text, scanned: true }));
}

function obey(state: CountingState, event: CommandEvent): Transition {
  const meaning = meaningOf(state, event.command, event.key);
  return meaning === null ? stop(state, withoutUse(event)) : counting(state, meaning);
}

function withoutUse({ command, text }: CommandRead): Notice {
  return command === 'unknown' ? { code: 'unknown-command', text } : { code: 'command-without-use', command };
}

/** What stands in the way of a Confirm is mended first. */
function refuse(state: CountingState, field: Field, notice: Notice): Transition {
  return stop(focusOn(state, field), notice);
}

/** Says what can't be done; what waits behind it waits for a person. */
function stop(state: CountingState, notice: Notice): Transition {
  const pauses = state.stage.kind === 'idle' && state.held === null && state.waiting.length > 0;
  return say(pauses ? { ...state, stage: { kind: 'paused' } } : state, notice);
}

/** A lot typed and not yet taken over counts as entered when Confirm is pressed. */
function withTypedLot({ form, rules }: CountingState): { form: CountForm; notice: Notice | null } {
  const text = form.lotText.trim();
  if (form.item === null || !form.item.item.lotManaged || form.lot !== null || text === '') {
    return { form, notice: null };
  }
  const lot = enterLot(form, text, form.item.item, rules);
  return isNotice(lot) ? { form, notice: lot } : { form: { ...form, lot, existing: 'unread' }, notice: null };
}

/** Add or Replace; a serial number that is repeated as it stands is refused, since it can be there only once. */
function askMode(state: CountingState, row: CountRow, entry: Entry, changed: boolean): Transition {
  if (row.serial !== null && row.quantity !== null && isEqual(row.quantity, entry.quantity)) {
    const form = { ...state.form, existing: row };
    return say(focusOn({ ...state, form, stage: IDLE }, 'barcode'), { code: 'serial-repeated', serial: row.serial });
  }
  const form = { ...state.form, existing: row };
  return ask({ ...state, form, notice: null, stage: { kind: 'asking', row, entry, changed } }, asking =>
    stay(asking, { type: 'feedback', tone: 'decide' }),
  );
}

function answer(state: CountingState, mode: 'add' | 'replace', key: string): Transition {
  const { stage } = state;
  if (stage.kind !== 'asking' || (mode === 'add' && stage.row.serial !== null)) return stay(state);
  return send(state, { key, mode, identity: identityOf(stage.row), entry: stage.entry, base: stage.row });
}

interface Decision {
  readonly key: string;
  readonly mode: CountMode;
  readonly identity: CountRequest['identity'];
  readonly entry: Entry;
  readonly base: CountRow | null;
}

function send(state: CountingState, { base, ...decision }: Decision): Transition {
  const request = { ...decision, baseVersion: base?.version ?? null, barcode: state.form.barcode };
  return record(state, request);
}

function record(state: CountingState, request: CountRequest): Transition {
  return stay(
    { ...state, notice: null, stage: { kind: 'recording', request } },
    { type: 'record', listId: state.list.id, request },
  );
}

function recorded(state: CountingState, row: CountRow, progress: InventoryList['progress']): Transition {
  const counted: CountingState = {
    ...state,
    list: { ...state.list, progress },
    form: afterConfirmation(state.form, state.list.listType.keepLocation),
    stage: IDLE,
    held: null,
    notice: null,
    lastCounted: row,
  };
  const told = stay(focusOn(counted, 'barcode'), { type: 'feedback', tone: 'success' });
  return then(told, after => (state.held === null ? takeNext(after) : apply(after, state.held)));
}

function recordFailed(state: CountingState, failure: Failure): Transition {
  if (state.stage.kind !== 'recording') return stay(state);
  const { request } = state.stage;
  if (leavesOutcomeOpen(failure)) {
    const unsure: Stage = { kind: 'unsure', request };
    return say(focusOn({ ...state, stage: unsure }, 'barcode'), { code: 'outcome-unknown', failure });
  }
  const idle: CountingState = focusOn({ ...state, stage: IDLE }, 'barcode');
  if (failure.kind === 'row-exists' || failure.kind === 'changed-meanwhile') {
    const { row } = failure;
    if (row === null) return say({ ...idle, form: { ...idle.form, existing: null } }, { code: 'row-gone' });
    if (row.quantity !== null) return askMode(idle, row, request.entry, request.mode !== 'new');
    return say({ ...idle, form: { ...idle.form, existing: row } }, { code: 'row-gone' });
  }
  if (failure.kind === 'refused' && failure.refusal === 'list-closed') {
    const closed = { ...idle.list, closingDate: idle.list.closingDate ?? idle.list.inventory.date };
    return say({ ...idle, list: closed }, { code: 'list-closed' });
  }
  return say(
    idle,
    failure.kind === 'refused' ? { code: 'refused', refusal: failure.refusal } : { code: 'failed', failure },
  );
}

/** Asks again (the same key and body for a count, the same look-up for a read), or goes on after a pause. */
function goOn(state: CountingState): Transition {
  const { stage } = state;
  if (stage.kind === 'unsure') return record(state, stage.request);
  if (stage.kind === 'stuck') return lookUp({ ...state, notice: null }, stage.read, stage.candidate, stage.fallback);
  if (stage.kind === 'paused') return takeNext({ ...state, stage: IDLE, notice: null });
  return stay(state);
}

/** Gives up what stands unconfirmed, and says so; a read that was held for it comes next. */
function discard(state: CountingState): Transition {
  const { stage, held, form } = state;
  if (stage.kind === 'stuck') return giveUp(state, { code: 'discarded', item: stage.read.text });
  if (stage.kind === 'paused') {
    return stay(focusOn({ ...state, stage: IDLE, notice: null, waiting: [] }, 'barcode'));
  }
  if (stage.kind !== 'idle' || (form.item === null && form.quantityText === '' && held === null)) return stay(state);
  const emptied: CountingState = { ...state, form: { ...EMPTY_FORM, location: form.location }, held: null };
  const told =
    form.item === null
      ? stay(focusOn({ ...emptied, notice: null }, 'barcode'))
      : say(focusOn(emptied, 'barcode'), { code: 'discarded', item: nameOf(form.item) });
  return then(told, after => (held === null ? takeNext(after) : apply(after, held)));
}
