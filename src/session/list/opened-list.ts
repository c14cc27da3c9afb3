import type { OutboxState } from '../../outbox/types.ts';
import { createPendingRows } from './pending-rows.ts';
import { withPending } from './shown-rows.ts';
import type { FormReceiver, ScanIntake } from '../reads/scan-intake.ts';
import type { InventarState, OpenedList, RowsState } from '../state/session-state.ts';
import type { SessionStore } from '../session-store.ts';

/** The only way to change which list is open, and what is shown of it: scans and its rows follow each change. */
export interface OpenedListFlow {
  /** `null`, too, where this visit is over. */
  current(visit: number): OpenedList | null;
  /** Changes the opened list, unless it was left meanwhile; and lets the scans' receiver follow. */
  change(visit: number, change: Partial<OpenedList>): void;
  /** Opens another list or none, along with whatever else changes then. Nobody takes scans. */
  replace(opened: OpenedList | null, also: Partial<InventarState>): void;
  /** Changes the outbox or something else that this device keeps, and at once the rows that show it. */
  changeKept(change: Partial<InventarState>): void;
}

export function createOpenedList(store: SessionStore, intake: Pick<ScanIntake, 'claimFor'>): OpenedListFlow {
  const pendingRows = createPendingRows(() => {
    const { host } = store.state();
    return host.status === 'ready' ? host.operator : null;
  });
  /** What the rows were last shown with: while neither changes, they are not made again. */
  let shown: { readonly outbox: OutboxState; readonly rows: RowsState } | null = null;

  const withPendingRows = (opened: OpenedList, outbox = store.state().outbox): OpenedList => {
    if (shown?.outbox === outbox && shown.rows === opened.rows) return opened;
    const rows = withPending(opened.rows, pendingRows(outbox, opened.listId, opened.rows.atHost));
    shown = { outbox, rows };
    return rows === opened.rows ? opened : { ...opened, rows };
  };

  const current = (visit: number): OpenedList | null => {
    const { opened } = store.state();
    return opened?.visit === visit ? opened : null;
  };

  return {
    current,
    change: (visit, change) => {
      const opened = current(visit);
      if (opened === null || store.signal.aborted) return;
      const next = withPendingRows({ ...opened, ...change });
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
      else store.set({ ...change, opened: withPendingRows(opened, change.outbox) });
    },
  };
}

function receiverOf({ counting, leaving }: OpenedList): FormReceiver {
  if (counting === null) return null;
  if (leaving) return 'leaving';
  return counting.stage.kind === 'asking' || counting.stage.kind === 'choosing' ? 'question' : 'form';
}
