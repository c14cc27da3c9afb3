import { identityIn } from './form.ts';
import type { CountingEffect } from './events.ts';
import type { CountingState, Field, Stage } from './state.ts';
import { type Notice, toneOf } from '../notice.ts';

/** The small steps that transitions of counting are made of. */

/** The next state, and what the session is to do. */
export type Transition = readonly [CountingState, readonly CountingEffect[]];

export const IDLE: Stage = { kind: 'idle' };

export function become(state: CountingState, ...effects: CountingEffect[]): Transition {
  return [state, effects];
}

/** Runs each step on what the one before led to, and keeps the effects of all, in order. */
export function then(first: Transition, ...steps: readonly ((state: CountingState) => Transition)[]): Transition {
  return steps.reduce<Transition>(([state, effects], step) => {
    const [after, more] = step(state);
    return [after, [...effects, ...more]];
  }, first);
}

export function focusOn(state: CountingState, field: Field): CountingState {
  return { ...state, focus: { field, turn: state.focus.turn + 1 } };
}

export function say(state: CountingState, notice: Notice): Transition {
  return become({ ...state, notice }, { type: 'feedback', tone: toneOf(notice) });
}

/** As soon as the identity is known, the row already there is read, so that it can be shown (rule 4). */
export function readExistingRow(state: CountingState): Transition {
  const identity = identityIn(state);
  if (identity === null || state.form.existing !== 'unread') return become(state);
  const form = { ...state.form, existing: 'reading' as const };
  return become({ ...state, form }, { type: 'read-row', listId: state.list.id, identity });
}
