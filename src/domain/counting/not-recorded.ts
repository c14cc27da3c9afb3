import type { CountedSerial } from '../counted-serial.ts';
import { askMode } from './confirm.ts';
import { fieldAfterMessage } from './form.ts';
import type { CountingEvent } from './events.ts';
import type { CountingState, Stage } from './state.ts';
import { type Failure, leavesOutcomeOpen } from '../failure.ts';
import type { SaveProblem } from '../offline-notice.ts';
import { IDLE, type Transition, become, focusOn, say } from './transition.ts';

/** Why a count that was sent is not recorded, and what a person is asked then. */

export function recordFailed(state: CountingState, failure: Failure): Transition {
  if (state.stage.kind !== 'recording' && state.stage.kind !== 'unsure') return become(state);
  const { request } = state.stage;
  if (leavesOutcomeOpen(failure)) {
    const unsure: Stage = { kind: 'unsure', request };
    return say(focusOn({ ...state, stage: unsure }, 'barcode'), { code: 'outcome-unknown', failure });
  }
  const idle: CountingState = focusOn({ ...state, stage: IDLE }, fieldAfterMessage(state));
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
  if (failure.kind === 'refused' && failure.refusal === 'serial-elsewhere') return askElsewhere(state, []);
  return say(
    idle,
    failure.kind === 'refused' ? { code: 'refused', refusal: failure.refusal } : { code: 'failed', failure },
  );
}

/** Not saved here: the form stays as it is. Where nobody can tell yet, the same count is asked for again, under its key. */
export function saveFailed(state: CountingState, problem: SaveProblem): Transition {
  const { stage } = state;
  if (problem === 'no-answer' && (stage.kind === 'recording' || stage.kind === 'unsure')) {
    const unsure: Stage = { kind: 'unsure', request: stage.request };
    return say(focusOn({ ...state, stage: unsure }, 'barcode'), { code: 'not-saved', problem });
  }
  return say(focusOn({ ...state, stage: IDLE }, fieldAfterMessage(state)), { code: 'not-saved', problem });
}

/** A serial number is in one place: before it is counted in a second one, that is said, with where it is. */
export function askElsewhere(state: CountingState, places: readonly CountedSerial[]): Transition {
  if (state.stage.kind !== 'recording' && state.stage.kind !== 'unsure') return become(state);
  const { request } = state.stage;
  const stage: Stage = { kind: 'elsewhere', request };
  const serial = request.identity.serial ?? '';
  return say(focusOn({ ...state, stage }, 'barcode'), { code: 'serial-elsewhere', serial, places });
}

/** Another count for the row was saved here in between: what it leads to is asked about, and nothing was saved. */
export function countedHere(state: CountingState, event: Extract<CountingEvent, { type: 'counted-here' }>): Transition {
  const { stage } = state;
  if (stage.kind !== 'recording' || stage.request.key !== event.key) return become(state);
  const { request } = stage;
  return askMode({ ...state, stage: IDLE }, event.row, request.entry, request.mode !== 'new', event.follows);
}
