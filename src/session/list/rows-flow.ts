import type { RowQuery } from '../../domain/row-query.ts';
import type { OutboxState } from '../../outbox/types.ts';
import type { InventoryGateway } from '../../services/inventory-gateway.ts';
import { failureOf } from '../failures.ts';
import type { SessionStore } from '../session-store.ts';
import { NO_ROWS, type OpenedList } from '../state/session-state.ts';
import type { OpenedListFlow } from './opened-list.ts';
import { createPendingRows } from './pending-rows.ts';
import { type Shown, arrived, asked, shownWith } from './shown-rows.ts';

export type RowsFlow = ReturnType<typeof createRowsFlow>;

/** Loads the opened list's rows, a page at a time; an answer to what is no longer asked is left. */
export function createRowsFlow(store: SessionStore, gateway: () => InventoryGateway, list: OpenedListFlow) {
  const pendingRows = createPendingRows(() => {
    const { host } = store.state();
    return host.status === 'ready' ? host.operator : null;
  });
  /** What the rows were last shown with: while neither changes, they are not made again. */
  let made: { readonly outbox: OutboxState; readonly shown: Shown } | null = null;

  const load = async (visit: number, query: RowQuery, cursor: string | null): Promise<void> => {
    const opened = list.current(visit);
    if (opened === null) return;
    const replaced = cursor === null ? opened.rows.atHost : null;
    list.change(visit, { rows: asked(opened.rows, query) });
    const stillAsked = () => {
      const rows = list.current(visit)?.rows;
      return rows?.query === query ? rows : null;
    };
    try {
      const page = await gateway().rows(opened.listId, query, cursor, store.signal);
      const rows = stillAsked();
      if (rows !== null) list.change(visit, { rows: arrived(rows, page, replaced) });
    } catch (error) {
      const rows = stillAsked();
      if (rows !== null) list.change(visit, { rows: { ...rows, status: 'failed', failure: failureOf(error) } });
    }
  };

  return {
    first: (visit: number): void => void load(visit, NO_ROWS.query, null),
    query: (query: RowQuery): void => {
      const { opened } = store.state();
      if (opened !== null) void load(opened.visit, query, null);
    },
    more: (): void => {
      const { opened } = store.state();
      if (opened === null || opened.rows.next === null || opened.rows.status === 'loading') return;
      void load(opened.visit, opened.rows.query, opened.rows.next);
    },
    /** With this device's own unfinished counts among them. */
    withPending: (opened: OpenedList, outbox: OutboxState): OpenedList => {
      const { atHost, query, rows } = opened.rows;
      const isSame = made?.outbox === outbox && made.shown.atHost === atHost && made.shown.query === query;
      if (!isSame || made === null) {
        const pending = pendingRows(outbox, opened.listId, atHost);
        made = { outbox, shown: shownWith(atHost, pending, query, made?.shown ?? null) };
      }
      const { shown } = made;
      return shown.rows === rows ? opened : { ...opened, rows: { ...opened.rows, rows: shown.rows } };
    },
  };
}
