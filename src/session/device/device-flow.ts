import { Subscription, distinctUntilChanged, filter } from 'rxjs';
import type { CountingEffect, CountingEvent } from '../../domain/counting/events.ts';
import type { CountingState } from '../../domain/counting/state.ts';
import { createDraftFlow } from './draft-flow.ts';
import type { DeviceContext } from './device-context.ts';
import type { LateFlows } from './late-flows.ts';
import type { DeviceAction, UndoState } from '../state/device-state.ts';
import { createOutboxFlow } from './outbox-flow.ts';
import { createParkedFlow } from './parked-flow.ts';
import { rowAfter, shownRow } from './saving.ts';
import { createUndoOffer } from './undo-offer.ts';
import { later, need } from '../../loading/later.ts';

const lateFlows = later(() => import('./late-flows.ts'));

/** The effects that this device answers by itself. */
export type DeviceEffect = Extract<CountingEffect, { type: 'record' | 'park' | 'answer-count' }>;

export function isDeviceEffect(effect: CountingEffect): effect is DeviceEffect {
  return effect.type === 'record' || effect.type === 'park' || effect.type === 'answer-count';
}

type ReadRowEffect = Extract<CountingEffect, { type: 'read-row' }>;

export interface DeviceFlow {
  /** Carries an effect out; what it gives is told to counting. */
  run(effect: DeviceEffect, listId: string): Promise<readonly CountingEvent[]>;
  dispatch(action: DeviceAction): void;
  /** The row already there, as this device knows it: `null` where it has no count of its own for it. */
  pendingRow(effect: ReadRowEffect): CountingEvent | null;
  /** After each step of counting. */
  follow(before: CountingState, event: CountingEvent, after: CountingState): void;
  readonly draft: ReturnType<typeof createDraftFlow>;
  dispose(): void;
}

/** All that a session does with what this device keeps of one operator's work. */
export function createDeviceFlow(context: DeviceContext, loggedOut: (unfinished: number) => void): DeviceFlow {
  const { work } = context;
  const subscription = new Subscription();
  const outbox = createOutboxFlow(context);
  const undo = createUndoOffer(context);
  const parked = createParkedFlow(context);
  const draft = createDraftFlow(work.drafts);
  let late: LateFlows | null = null;
  let isDisposed = false;

  /** Where the code can't be had, that is said, and the operator asks again. */
  const withLate = async (act: (flows: LateFlows) => void): Promise<void> => {
    if (late === null) {
      const part = await need(lateFlows);
      if (part === null || isDisposed) return;
      late ??= part.createLateFlows(context, undo, loggedOut);
    }
    act(late);
  };

  subscription.add(work.outbox.state$.subscribe(() => undo.refresh()));
  subscription.add(work.cache$.subscribe(cache => context.set({ cache })));
  const answersAgain$ = work.answers$.pipe(distinctUntilChanged(), filter(Boolean));
  subscription.add(answersAgain$.subscribe(() => void parked.ask()));
  void parked.load();

  const run = async (effect: DeviceEffect, listId: string): Promise<readonly CountingEvent[]> => {
    switch (effect.type) {
      case 'park':
        await parked.park(listId, effect);
        return [];
      case 'answer-count':
        await outbox.answer(effect.id, effect.mode);
        return [];
      case 'record':
        return outbox.save(effect);
    }
  };

  const undoLast = (asked: UndoState | null): void => void withLate(flows => void flows.undo.undo(asked));

  const dispatch = (action: DeviceAction): void => {
    switch (action.type) {
      case 'show-outbox':
      case 'close-outbox':
        return context.set({ outboxShown: action.type === 'show-outbox' });
      case 'finish-parked':
        return parked.finish(action.id);
      case 'discard-parked':
        return void parked.discard(action.id);
      case 'undo':
        return undoLast(context.state().undo);
      case 'show-history':
        return void withLate(({ history }) => void history.show(action.rowId));
      case 'close-history':
        return context.set({ history: null });
      case 'log-out':
        return void withLate(({ logOut }) => logOut.ask());
      case 'log-out-answer':
        return void withLate(({ logOut }) => logOut.answer(action));
      default:
        return outbox.dispatch(action);
    }
  };

  const pendingRow = ({ listId, identity }: ReadRowEffect): CountingEvent | null => {
    const pending = work.outbox.pendingFor(listId, identity);
    if (pending === null) return null;
    const row = rowAfter(context, pending, shownRow(context, listId, identity));
    return { type: 'row-read', identity, row, follows: pending.tail };
  };

  return {
    run,
    dispatch,
    draft,
    pendingRow,
    follow: (before, event, after) => {
      draft.follow(after);
      if (event.type !== 'saved' && event.type !== 'recorded' && event.type !== 'answer-saved') return;
      // Nobody waited for it any more.
      if (after.lastCounted !== event.row) return;
      undo.confirmed(event.key, event.row);
      if (event.type !== 'answer-saved') parked.counted(before.form.barcode);
    },
    dispose: () => {
      isDisposed = true;
      subscription.unsubscribe();
      outbox.dispose();
      work.dispose();
    },
  };
}
