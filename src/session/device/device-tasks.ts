import type { DeviceAction, UndoState } from '../state/device-state.ts';
import { createHistoryFlow } from './history-flow.ts';
import { createLogOutFlow } from './log-out-flow.ts';
import { createOutboxFlow } from './outbox-flow.ts';
import { createParkedFlow } from './parked-flow.ts';
import type { RecordEffect, SavingContext, Unusual } from './saving.ts';
import { createUndoFlow } from './undo-flow.ts';
import { unusualEvents } from './unusual.ts';

/** What is done with what is counted already: nothing of it is needed to count. */
export function createDeviceTasks(context: SavingContext) {
  const { hear, paused, answer, restore, dispatch } = createOutboxFlow(context);
  const history = createHistoryFlow(context);
  const parked = createParkedFlow(context);
  const undo = createUndoFlow(context, { unpark: parked.takeBack, restore });
  const logOut = createLogOutFlow(context);

  return {
    hear,
    paused,
    answer,
    askParked: parked.ask,
    unusual: (effect: RecordEffect, what: Unusual) => unusualEvents(context, effect, what),
    /** What can be undone changes while counts are sent. */
    sent: undo.refresh,
    /** A count was confirmed; `barcode`: what was read for it. */
    confirmed: (barcode: string | null): void => {
      undo.refresh();
      parked.counted(barcode);
    },
    /** `asked`: which confirmation was the last when the operator asked for this. */
    dispatch: (action: DeviceAction, asked: UndoState | null): void => {
      switch (action.type) {
        case 'show-outbox':
        case 'close-outbox':
          return context.set({ outboxShown: action.type === 'show-outbox' });
        case 'finish-parked':
          return parked.finish(action.id);
        case 'discard-parked':
          return void parked.discard(action.id);
        case 'undo':
          return void undo.undo(asked);
        case 'show-history':
          return void history.show(action.rowId);
        case 'close-history':
          return context.set({ history: null });
        case 'log-out':
          return logOut.ask();
        case 'log-out-answer':
          return logOut.answer(action);
        default:
          return dispatch(action);
      }
    },
  };
}
