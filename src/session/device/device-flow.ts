import { Subscription, distinctUntilChanged, filter, map } from 'rxjs';
import type { CountingEffect, CountingEvent } from '../../domain/counting/events.ts';
import type { CountingState } from '../../domain/counting/state.ts';
import { createLate, latePart } from '../late.ts';
import type { DeviceAction, UndoState } from '../state/device-state.ts';
import { createDraftFlow } from './draft-flow.ts';
import type { DeviceContext } from './device-context.ts';
import { type ParkEffect, createParking } from './parking.ts';
import { rowAfter, shownRow } from './records.ts';
import { type Events, type RecordEffect, type SavingContext, save } from './saving.ts';

type ReadRowEffect = Extract<CountingEffect, { type: 'read-row' }>;

export interface DeviceFlow {
  /** What it gives is told to counting. */
  save(effect: RecordEffect): Promise<Events>;
  park(listId: string, effect: ParkEffect): Promise<void>;
  /** The answer to what was asked about a count that was saved here. */
  answer(id: string, mode: 'add' | 'replace'): void;
  /** `asked`: which confirmation was the last when the operator asked for this. */
  dispatch(action: DeviceAction, asked: UndoState | null): void;
  /** The row already there, as this device knows it: `null` where it has no count of its own for it. */
  pendingRow(effect: ReadRowEffect): CountingEvent | null;
  /** After each step of counting. */
  follow(before: CountingState, event: CountingEvent, after: CountingState): void;
  readonly draft: ReturnType<typeof createDraftFlow>;
  dispose(): void;
}

/** All that a session does with what this device keeps of one operator's work: saves it, and later what `late` does. */
export function createDeviceFlow(context: DeviceContext): DeviceFlow {
  const { work, state, set } = context;
  const { outbox } = work;
  const draft = createDraftFlow(work.drafts);
  const parking = createParking(context);
  const saving: SavingContext = {
    ...context,
    elsewhere: effect =>
      latePart().then(
        part => part.placesElsewhere(context, effect),
        () => [],
      ),
    unusual: (effect, what) => new Promise(resolve => late.tell(tasks => resolve(tasks.unusual(effect, what)))),
  };
  const late = createLate(part => part.createDeviceTasks(saving));
  const subscription = new Subscription();
  const pauses$ = outbox.state$.pipe(
    map(({ pause }) => pause?.kind),
    distinctUntilChanged(),
  );
  const answersAgain$ = work.answers$.pipe(distinctUntilChanged(), filter(Boolean));

  subscription.add(
    outbox.state$.subscribe(kept => {
      set({ outbox: kept });
      late.now()?.sent();
    }),
  );
  subscription.add(outbox.events$.subscribe(event => late.tell(tasks => tasks.hear(event))));
  subscription.add(
    pauses$.subscribe(why => {
      if (why === 'signed-out' || why === 'other-user') late.tell(tasks => tasks.paused(why));
    }),
  );
  subscription.add(work.cache$.subscribe(cache => set({ cache })));
  subscription.add(
    answersAgain$.subscribe(() => {
      if (state().parked.length > 0) late.tell(tasks => void tasks.askParked());
    }),
  );
  void parking.load();

  return {
    save: effect => save(saving, effect),
    park: parking.park,
    answer: (id, mode) => late.tell(tasks => tasks.answer(id, mode)),
    dispatch: (action, asked) => late.ask(tasks => tasks.dispatch(action, asked)),
    draft,
    pendingRow: ({ listId, identity }) => {
      const pending = outbox.pendingFor(listId, identity);
      if (pending === null) return null;
      const row = rowAfter(pending, shownRow(state(), listId, identity), context.operator);
      return { type: 'row-read', identity, row, follows: pending.tail };
    },
    follow: (before, event, after) => {
      draft.follow(after);
      if (event.type !== 'saved' && event.type !== 'recorded' && event.type !== 'answer-saved') return;
      // Nobody waited for it any more.
      if (after.lastCounted !== event.row) return;
      set({ undo: { of: 'count', id: event.key, row: event.row, way: null, status: 'possible' } });
      const { barcode } = before.form;
      late.tell(tasks => tasks.confirmed(event.type === 'answer-saved' ? null : barcode));
    },
    dispose: () => {
      late.dispose();
      subscription.unsubscribe();
      draft.onceWritten(() => work.dispose());
    },
  };
}
