import type { CodeParts, CodeRead } from '../code-read.ts';
import type { CommandRead, QueuedCommand } from '../command.ts';
import { meaningOf } from './command-meaning.ts';
import { asksLot } from './form.ts';
import type { CountingState, HeldRead, Stage, Tried } from './state.ts';
import { isClosed } from '../inventory.ts';
import type { Notice } from '../notice.ts';
import { IDLE, type Transition, focusOn, say, become } from './transition.ts';

/**
 * Whose turn it is: reads and commands are taken one after the other, in the order they came, and wait while something
 * runs or somebody is asked. None is ever dropped in silence.
 */

const NOTHING_TRIED: Tried = { meanings: [], notice: null };

export const CONFIRM: CommandRead = { command: 'confirm', text: '' };

/** A read is taken when nothing runs and nobody is asked; until then it waits, in order. */
export function takeRead(state: CountingState, read: CodeRead): Transition {
  if (isClosed(state.list)) return say(state, { code: 'list-closed' });
  if (state.stage.kind !== 'idle' || state.waiting.length > 0) return become(wait(state, read));
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
  if (next === undefined) return become(state);
  const isFree = state.stage.kind === 'idle' && state.held === null;
  if ('command' in next) {
    return isFree || isAnswer(state, next) ? commandNow({ ...state, waiting }, next) : become(state);
  }
  return isFree ? begin({ ...state, waiting }, next) : become(state);
}

function isAnswer(state: CountingState, { command }: QueuedCommand): boolean {
  const { stage } = state;
  // What nobody could know of when the command was read is for a person to look at.
  const isForeseen = stage.kind === 'idle' || stage.kind === 'choosing' || (stage.kind === 'asking' && !stage.changed);
  return isForeseen && meaningOf(state, command, { key: '' }) !== null;
}

export function commandNow(state: CountingState, { command, text }: CommandRead): Transition {
  return become(state, { type: 'command', command, text });
}

/** Confirm, pressed while something runs: it is due after the reads on their way, and once only (rule 7). */
export function confirmLater(state: CountingState): CountingState {
  const { stage, held, waiting } = state;
  const last = waiting.at(-1);
  if (last !== undefined && 'command' in last && !last.scanned) return state;
  // With a count on its way, a press is a new one only if something was read since; and what waits behind a read that
  // a person was asked about was there before they answered: that press was the answer.
  const isNew = stage.kind === 'resolving' || (held === null ? last !== undefined : nextConfirms(state, held));
  return isNew ? wait(state, { ...CONFIRM, scanned: false }) : state;
}

/** Whether what is held confirms what stands. Only a scan may: who points at a row says nothing of another count. */
export function nextConfirms({ rules }: CountingState, held: HeldRead | null): boolean {
  return rules.nextItemConfirms && held?.read.ofRow === undefined;
}

/** Asks a person, unless what waits next is the answer. */
export function ask(asking: CountingState, question: (state: CountingState) => Transition): Transition {
  const next = takeNext(asking);
  return next[0] === asking ? question(asking) : next;
}

function begin(state: CountingState, read: CodeRead): Transition {
  const { broken, why, candidates, text } = read;
  if (broken) return giveUp(state, { code: why ?? 'broken-scan', text });
  if (candidates === null) {
    return become(
      { ...state, stage: { kind: 'resolving', read, candidate: 0, tried: NOTHING_TRIED } },
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
export function lookUp(state: CountingState, read: CodeRead, candidate: number, tried = NOTHING_TRIED): Transition {
  return become(
    { ...state, stage: { kind: 'resolving', read, candidate, tried } },
    {
      type: 'resolve',
      read,
      candidate,
      warehouse: state.list.warehouse.code,
      item: state.form.item,
      asksLot: asksLot(state.form),
    },
  );
}

/** Says what can't be done; what waits behind it waits for a person. */
export function stop(state: CountingState, notice: Notice): Transition {
  const pauses = state.stage.kind === 'idle' && state.held === null && state.waiting.length > 0;
  return say(pauses ? { ...state, stage: { kind: 'paused' } } : state, notice);
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
