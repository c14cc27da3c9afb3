import type { DeviceContext } from './device-context.ts';
import { createHistoryFlow } from './history-flow.ts';
import { createLogOutFlow } from './log-out-flow.ts';
import { createUndoFlow } from './undo-flow.ts';
import type { UndoOffer } from './undo-offer.ts';

export type LateFlows = ReturnType<typeof createLateFlows>;

/** What an operator does with what is counted already: nothing of it is needed to count. */
export function createLateFlows(context: DeviceContext, offer: UndoOffer, loggedOut: (unfinished: number) => void) {
  return {
    undo: createUndoFlow(context, offer),
    history: createHistoryFlow(context),
    logOut: createLogOutFlow(context, loggedOut),
  };
}
