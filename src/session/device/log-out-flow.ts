import { filter, take } from 'rxjs';
import { isSupervisor } from '../../domain/inventory.ts';
import type { DeviceContext } from './device-context.ts';
import type { LogOutState, DeviceAction } from '../state/device-state.ts';
import { openRecords } from '../../outbox/view.ts';

type Answer = Extract<DeviceAction, { type: 'log-out-answer' }>;

/** Asks about counts that would stay behind; nothing of them is ever destroyed but by a supervisor, and on record. */
export function createLogOutFlow(context: DeviceContext) {
  const { outbox } = context.work;

  const asked = (status: LogOutState['status']): LogOutState => ({
    status,
    unfinished: outbox.unfinished(),
    parked: context.state().parked.length,
    canKeep: context.state().outbox.storage === 'device',
    canDiscard: isSupervisor(context.operator),
  });

  const finish = async (): Promise<void> => {
    await context.work.forget();
    context.set({ logOut: null });
    context.loggedOut(outbox.unfinished());
  };

  const ask = (): void => {
    const state = asked('asking');
    if (isLeft(state)) context.set({ logOut: state });
    else void finish();
  };

  /** Out as soon as all is at the host; back to the question where a count needs a person. */
  const send = (): void => {
    context.set({ logOut: asked('sending') });
    outbox.sendNow();
    const settled = outbox.state$.pipe(
      filter(state => openRecords(state).length === state.attention.length),
      take(1),
    );
    settled.subscribe(state => {
      if (context.state().logOut?.status !== 'sending') return;
      if (state.attention.length + context.state().parked.length === 0) void finish();
      else context.set({ logOut: asked('asking') });
    });
  };

  const discardAll = async (reason: string): Promise<void> => {
    if (!isSupervisor(context.operator) || reason.trim() === '') return;
    for (const { id } of openRecords(context.state().outbox)) {
      await outbox.discard(id, reason, context.operator.userName);
    }
    for (const { id } of context.state().parked) await context.work.drafts.unpark(id);
    context.set({ parked: [] });
    // What is just being sent can't be discarded: that is asked about again.
    ask();
  };

  return {
    ask,
    answer: (action: Answer): void => {
      if (context.state().logOut === null) return;
      switch (action.answer) {
        case 'stay':
          return context.set({ logOut: null });
        case 'send':
          return send();
        case 'keep':
          return canLeave(asked('asking')) ? void finish() : undefined;
        case 'discard':
          return void discardAll(action.reason);
      }
    },
  };
}

function isLeft({ unfinished, parked }: LogOutState): boolean {
  return unfinished + parked > 0;
}

function canLeave(state: LogOutState): boolean {
  return state.canKeep || !isLeft(state);
}
