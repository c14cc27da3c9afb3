import { filter, take } from 'rxjs';
import type { Desk } from './desk.ts';
import type { LogOutState, OfflineAction } from './offline-state.ts';
import { openRecords } from './pending-rows.ts';

type Answer = Extract<OfflineAction, { type: 'log-out-answer' }>;

/** Asks about counts that would stay behind; nothing of them is ever destroyed but by a supervisor, and on record. */
export function createLogOutFlow(desk: Desk, done: (unfinished: number) => void) {
  const { outbox } = desk.keeping;

  const asked = (status: LogOutState['status']): LogOutState => ({
    status,
    unfinished: outbox.unfinished(),
    parked: desk.state().parked.length,
    canDiscard: desk.operator.supervisor,
  });

  const finish = async (): Promise<void> => {
    await desk.keeping.forget();
    desk.set({ logOut: null });
    done(outbox.unfinished());
  };

  const ask = (): void => {
    const state = asked('asking');
    if (state.unfinished + state.parked === 0) void finish();
    else desk.set({ logOut: state });
  };

  /** Out as soon as all is at the host; back to the question where a count needs a person. */
  const send = (): void => {
    desk.set({ logOut: asked('sending') });
    outbox.sendNow();
    const settled = outbox.state$.pipe(
      filter(state => openRecords(state).length === state.attention.length),
      take(1),
    );
    settled.subscribe(state => {
      if (desk.state().logOut?.status !== 'sending') return;
      if (state.attention.length + desk.state().parked.length === 0) void finish();
      else desk.set({ logOut: asked('asking') });
    });
  };

  const discardAll = async (reason: string): Promise<void> => {
    if (!desk.operator.supervisor || reason.trim() === '') return;
    for (const { id } of openRecords(desk.state().outbox)) {
      await outbox.discard(id, reason, desk.operator.userName);
    }
    for (const { id } of desk.state().parked) await desk.keeping.notebook.unpark(id);
    desk.set({ parked: [] });
    // What is just being sent can't be discarded: that is asked about again.
    ask();
  };

  return {
    ask,
    answer: (action: Answer): void => {
      if (desk.state().logOut === null) return;
      switch (action.answer) {
        case 'stay':
          return desk.set({ logOut: null });
        case 'send':
          return send();
        case 'keep':
          return void finish();
        case 'discard':
          return void discardAll(action.reason);
      }
    },
  };
}
