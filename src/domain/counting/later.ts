import { lotFound, meanLot, weigh } from './doubt.ts';
import type { LaterEvent } from './events.ts';
import { askElsewhere, countedHere, recordFailed, saveFailed } from './not-recorded.ts';
import {
  atHost,
  changedAtHost,
  leftToPerson,
  name,
  needsAttention,
  parkedAs,
  resume,
  tell,
  undone,
  unparked,
} from './saved.ts';
import type { CountingState } from './state.ts';
import { isAwaited } from './form.ts';
import { type Transition, become } from './transition.ts';

/** The part of the workflow that no first count needs: it comes later, and `counting` is given it. */
export function countingLater(state: CountingState, event: LaterEvent): Transition {
  switch (event.type) {
    case 'weigh':
      return weigh(state, event);
    case 'lot-found':
      return lotFound(state, event);
    case 'lot-meant':
      return meanLot(state);
    case 'counted-here':
      return countedHere(state, event);
    case 'serial-elsewhere':
      return isAwaited(state, event.key) ? askElsewhere(state, event.places) : become(state);
    case 'record-failed':
      return isAwaited(state, event.key) ? recordFailed(state, event.failure) : become(state);
    case 'save-failed':
      return isAwaited(state, event.key) ? saveFailed(state, event.problem) : become(state);
    case 'left-to-person':
      return isAwaited(state, event.key) ? leftToPerson(state) : become(state);
    case 'answer-saved': {
      const answered = { ...state, lastCounted: event.row, lastSaved: event.key };
      return become(answered, { type: 'feedback', tone: 'success' });
    }
    case 'at-host':
      return atHost(state, event);
    case 'changed-at-host':
      return changedAtHost(state, event);
    case 'needs-attention':
      return needsAttention(state, event.item, event.location, event.why);
    case 'sending-paused':
      return tell(state, { code: 'sending-paused', why: event.why });
    case 'undone':
      return undone(state, event.item, event.identity);
    case 'undiscarded':
      return tell(state, { code: 'undiscarded', counts: event.counts });
    case 'not-undone':
      return tell(state, { code: 'not-undone', problem: event.problem });
    case 'parked-as':
      return parkedAs(state, event.read, event.id);
    case 'unparked':
      return unparked(state, event.read);
    case 'parked-named':
      return name(state, event.parked);
    case 'parked-resumed':
      return resume(state, event.parked);
  }
}
