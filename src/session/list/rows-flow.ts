import type { RowQuery } from '../../domain/row-query.ts';
import type { InventoryGateway } from '../../services/inventory-gateway.ts';
import { failureOf } from '../failures.ts';
import type { OpenedListFlow } from './opened-list.ts';
import { arrived, asked } from './shown-rows.ts';
import type { SessionStore } from '../session-store.ts';

/** Loads the opened list's rows, a page at a time; an answer to what is no longer asked is left. */
export function createRowsFlow(store: SessionStore, gateway: () => InventoryGateway, list: OpenedListFlow) {
  const load = async (visit: number, query: RowQuery, cursor: string | null): Promise<void> => {
    const opened = list.current(visit);
    if (opened === null) return;
    list.change(visit, { rows: asked(opened.rows, query) });
    const stillAsked = () => {
      const rows = list.current(visit)?.rows;
      return rows?.query === query ? rows : null;
    };
    try {
      const page = await gateway().rows(opened.listId, query, cursor, store.signal);
      const rows = stillAsked();
      if (rows !== null) list.change(visit, { rows: arrived(rows, page, cursor === null) });
    } catch (error) {
      const rows = stillAsked();
      if (rows !== null) list.change(visit, { rows: { ...rows, status: 'failed', failure: failureOf(error) } });
    }
  };

  return {
    query: (visit: number, query: RowQuery): void => void load(visit, query, null),
    more: (): void => {
      const { opened } = store.state();
      if (opened === null || opened.rows.next === null || opened.rows.status === 'loading') return;
      void load(opened.visit, opened.rows.query, opened.rows.next);
    },
  };
}
