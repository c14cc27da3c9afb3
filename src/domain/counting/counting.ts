import { pressOf } from '../count-request.ts';
import type { CommandRead } from '../command.ts';
import { meaningOf } from './command-meaning.ts';
import { EMPTY_FORM, fieldAfterMessage, identityIn, isAwaited, nameOf } from './form.ts';
import { isAbout } from '../count-identity.ts';
import { applyNext } from './apply.ts';
import { answer, confirm, goOn, pressConfirm, recorded } from './confirm.ts';
import { restore } from './draft.ts';
import { clearLocation, enter, enterZero, lotsLoaded, stepQuantity, type } from './edits.ts';
import type { CountingEvent, LaterEvent } from './events.ts';
import { canPark, choose, lookedUp, park } from './look-up.ts';
import { giveUp, stop, takeNext, takeRead, understood, wait } from './queue.ts';
import type { CountForm, CountingRules, CountingState, Stage } from './state.ts';
import { type InventoryList, isClosed } from '../inventory.ts';
import type { Notice } from '../notice.ts';
import { IDLE, type Transition, focusOn, say, become, then } from './transition.ts';

type Later = (state: CountingState, event: LaterEvent) => Transition;
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
    lastNewLot: null,
    lastSaved: null,
    focus: { field: 'barcode', turn: 0 },
  };
}

/**
 * The whole workflow of counting: a state and what happened give the next state and what is to be done.
 *
 * Pure: look-ups, recording and sound are effects, their answers come back as events, and keys and reads come in
 * with the event. An event that does not fit the stage (a second press of Confirm, a late answer) changes nothing.
 * `later` answers what no first count needs (`later.ts`); `null`: it is not there yet, and the event has to wait.
 */
export function counting(state: CountingState, event: Exclude<CountingEvent, LaterEvent>): Transition;
export function counting(state: CountingState, event: CountingEvent, later?: Later): Transition | null;
export function counting(state: CountingState, event: CountingEvent, later?: Later): Transition | null {
  switch (event.type) {
    case 'code-read':
      return takeRead(state, event.read);
    case 'interpreted': {
      const resolving = resolvingNow(state, { read: event.read, candidate: 0 });
      return resolving?.read.candidates === null ? understood(state, resolving.read, event.candidates) : become(state);
    }
    case 'resolved': {
      const resolving = resolvingNow(state, event);
      return resolving === null ? become(state) : lookedUp(state, resolving, event.found);
    }
    case 'resolve-failed': {
      const resolving = resolvingNow(state, event);
      if (resolving === null) return become(state);
      const { failure } = event;
      if (event.read.candidates?.[event.candidate]?.misread === true) {
        return giveUp(state, { code: 'unreadable-code', text: event.read.text });
      }
      const isSilent = failure.kind === 'unreachable' || failure.kind === 'host-error';
      if (isSilent && canPark(state, event.read)) return park(state, event.read);
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
      if (state.stage.kind !== 'choosing') return become(state);
      return giveUp(state, { code: 'discarded', item: state.stage.read.text });
    case 'lots-loaded':
      return lotsLoaded(state, event);
    case 'row-read':
      if (!isAbout(identityIn(state), event.identity)) return become(state);
      return become({ ...state, form: { ...state.form, existing: event.row, follows: event.follows ?? null } });
    case 'row-unreadable':
      // Not said: the host answers with the row when the count is confirmed.
      if (!isAbout(identityIn(state), event.identity)) return become(state);
      return become({ ...state, form: { ...state.form, existing: 'unread' } });
    case 'field-typed':
      return type(state, event.field, event.text);
    case 'field-entered':
      return enter(state, event.field);
    case 'burst-entered':
      return become({ ...state, form: { ...state.form, burst: event.text.trim() } });
    case 'quantity-stepped':
      return stepQuantity(state, event.by);
    case 'zero':
      return enterZero(state);
    case 'confirm':
      return pressConfirm(state, pressOf(event), event.meant);
    case 'answered':
      return answer(state, event.mode, pressOf(event));
    case 'question-dismissed':
      if (state.stage.kind !== 'asking') return become(state);
      // A count that was saved goes on waiting in the outbox, and does not hold up the reads behind the question.
      return then(
        become(focusOn({ ...state, stage: IDLE }, fieldAfterMessage(state))),
        state.stage.countId === null ? become : takeNext,
      );
    case 'recorded':
      return isAwaited(state, event.key) ? recorded(state, event.row, event.progress) : become(state);
    case 'saved':
      return isAwaited(state, event.key) ? recorded(state, event.row, null, event.key) : become(state);
    case 'undo-asked':
      return become(state, { type: 'undo' });
    case 'form-restored':
      return restore(state, event.form);
    case 'go-on':
      return goOn(state);
    case 'discard':
      return discard(state);
    case 'location-cleared':
      return clearLocation(state);
    case 'notice-dismissed':
      return state.stage.kind === 'paused'
        ? goOn(state)
        : become(focusOn({ ...state, notice: null }, fieldAfterMessage(state)));
    default:
      return later?.(state, event) ?? null;
  }
}

/** The look-up that runs, if the answer is to it. */
function resolvingNow({ stage }: CountingState, answer: { read: { id: string }; candidate: number }) {
  if (stage.kind !== 'resolving') return null;
  return stage.read.id === answer.read.id && stage.candidate === answer.candidate ? stage : null;
}

/** A command takes its turn behind what runs; when a person is asked something, it is the answer. */
function commandRead(state: CountingState, event: CommandEvent): Transition {
  if (isClosed(state.list)) return say(state, { code: 'list-closed' });
  const { kind } = state.stage;
  if (kind !== 'resolving' && kind !== 'recording') return obey(state, event);
  return become(wait(state, { command: event.command, text: event.text, scanned: true }));
}

function obey(state: CountingState, event: CommandEvent): Transition {
  const meaning = meaningOf(state, event.command, pressOf(event));
  if (meaning === null) return stop(state, withoutUse(event));
  // Each command is an order of its own.
  return meaning.type === 'confirm' ? confirm(state, pressOf(meaning)) : counting(state, meaning);
}

function withoutUse({ command, text }: CommandRead): Notice {
  return command === 'unknown' ? { code: 'unknown-command', text } : { code: 'command-without-use', command };
}

/** Gives up what stands unconfirmed, and says so; a read that was held for it comes next. */
function discard(state: CountingState): Transition {
  const { stage, held, form } = state;
  if (stage.kind === 'stuck') return giveUp(state, { code: 'discarded', item: stage.read.text });
  if (stage.kind === 'paused') {
    return become(focusOn({ ...state, stage: IDLE, notice: null, waiting: [] }, 'barcode'));
  }
  const isEmpty =
    form.item === null && form.parked === null && form.barcode === null && form.quantityText === '' && held === null;
  if (stage.kind === 'elsewhere') return discard({ ...state, stage: IDLE });
  if (stage.kind !== 'idle' || isEmpty) return become(state);
  const emptied: CountingState = { ...state, form: { ...EMPTY_FORM, location: form.location }, held: null };
  return then(sayLeft(focusOn(emptied, 'barcode'), form), after => applyNext(after, held));
}

/** Without its quantity, a read that is parked is kept all the same. */
function sayLeft(state: CountingState, { item, parked }: CountForm): Transition {
  if (item !== null) return say(state, { code: 'discarded', item: nameOf(item) });
  if (parked !== null) return say(state, { code: 'kept', text: parked.text, quantity: '' });
  return become({ ...state, notice: null });
}
