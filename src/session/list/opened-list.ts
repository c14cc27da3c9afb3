import type { OutboxState } from '../../outbox/types.ts';
import type { FormReceiver, ScanIntake } from '../reads/scan-intake.ts';
import type { InventarState, OpenedList } from '../state/session-state.ts';
import type { SessionStore } from '../session-store.ts';

/** The only way to change which list is open, and what is shown of it: scans and its rows follow each change. */
export interface OpenedListFlow {
  /** `null`, too, where this visit is over. */
  current(visit: number): OpenedList | null;
  /** Changes the opened list, unless it was left meanwhile; and lets the scans' receiver follow. */
  readonly change: (visit: number, change: Partial<OpenedList>) => void;
  /** Opens another list or none, along with whatever else changes then. Nobody takes scans. */
  replace(opened: OpenedList | null, also: Partial<InventarState>): void;
  /** Changes the outbox or something else that this device keeps, and at once the rows that show it. */
  readonly changeKept: (change: Partial<InventarState>) => void;
}

export function createOpenedList(
  store: SessionStore,
  intake: Pick<ScanIntake, 'claimFor'>,
  withPending: (opened: OpenedList, outbox: OutboxState) => OpenedList,
): OpenedListFlow {
  const current = (visit: number): OpenedList | null => {
    const { opened } = store.state();
    return opened?.visit === visit ? opened : null;
  };

  return {
    current,
    change: (visit, change) => {
      const opened = current(visit);
      if (opened === null || store.signal.aborted) return;
      const next = withPending({ ...opened, ...change }, store.state().outbox);
      const release = intake.claimFor(receiverOf(next));
      store.set({ opened: next });
      release();
    },
    replace: (opened, also) => {
      const release = intake.claimFor(null);
      store.set({ ...also, opened });
      // Scans that were kept behind a question have no list any more, and that is said.
      release();
    },
    changeKept: change => {
      const { opened } = store.state();
      if (change.outbox === undefined || opened === null) store.set(change);
      else store.set({ ...change, opened: withPending(opened, change.outbox) });
    },
  };
}

function receiverOf({ counting, leaving }: OpenedList): FormReceiver {
  if (counting === null) return null;
  if (leaving) return 'leaving';
  return counting.stage.kind === 'asking' || counting.stage.kind === 'choosing' ? 'question' : 'form';
}
