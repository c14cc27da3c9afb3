import { Subject, type Observable } from 'rxjs';
import type { Inventory, InventoryList } from '../../domain/inventory.ts';
import { rowFilter, rowOrder } from '../../domain/row-query.ts';
import { finder } from '../../domain/text.ts';
import type { Clock, Timers } from '../../ports/time.ts';
import { HostError, UnreachableError } from '../../services/errors.ts';
import type { InventoryGateway, InventoryQuery } from '../../services/inventory-gateway.ts';
import type { DeviceCopy } from './device-copy.ts';

/** How long a host that answered last may take until this device answers; a slow one is still better than a copy. */
const PATIENCE_MS = 4_000;
/** And one that did not. */
const SHORT_PATIENCE_MS = 800;

export interface OfflineGateway {
  readonly gateway: InventoryGateway;
  /** The same for the outbox: of rows, it wants the host's word alone. */
  readonly forOutbox: InventoryGateway;
  /** Each time it was asked something: whether the host answered, with whatever. */
  readonly answers$: Observable<boolean>;
  /** The last look-up was answered from here. */
  readonly inUse$: Observable<boolean>;
}

/**
 * The host, and where that does not answer, what this device knows. Only silence leads here: whatever a host answers,
 * a refusal too, is its answer. Counts, and what changes something, go to the host alone.
 */
export function createOfflineGateway(
  host: InventoryGateway,
  copy: DeviceCopy,
  clock: Pick<Clock, 'now' | 'after'>,
): OfflineGateway {
  const answers$ = new Subject<boolean>();
  const inUse$ = new Subject<boolean>();
  let isUp = true;

  const report = (answered: boolean) => {
    isUp = answered;
    answers$.next(answered);
  };

  /** `here` gives `null` where this device can't say either: then the host's silence is the answer. */
  const ask = async <T>(asked: Promise<T>, here: () => Promise<T | null>): Promise<T> => {
    const settled = asked.then(
      value => ({ value, error: null }),
      (error: unknown) => ({ value: null, error: error ?? new Error('Rejected with nothing') }),
    );
    void settled.then(({ error }) => {
      if (!isAborted(error)) report(!isSilence(error));
    });
    const first = await Promise.race([settled, after(clock, isUp ? PATIENCE_MS : SHORT_PATIENCE_MS)]);
    if (first === 'late' || isSilence(first.error)) {
      const own = await here().catch(() => null);
      if (own !== null) {
        inUse$.next(true);
        return own;
      }
    } else if (first.error === null) inUse$.next(false);
    return asked;
  };
  const reported = <T>(asked: Promise<T>): Promise<T> => {
    asked.then(
      () => report(true),
      (error: unknown) => report(!isSilence(error)),
    );
    return asked;
  };
  /** What is kept for later is nobody's concern now. */
  const keep = (saving: Promise<void>) => void saving.catch(() => undefined);

  const undo: NonNullable<InventoryGateway['undoCount']> = (listId, request) =>
    host.undoCount?.(listId, request) ?? Promise.reject(new UnreachableError('The host takes nothing back'));
  const gateway: InventoryGateway = {
    ...(host.undoCount !== undefined && {
      undoCount: async (listId, request) => {
        const undone = await reported(undo(listId, request));
        keep(copy.saveRows(listId, [undone.row]));
        return undone;
      },
    }),
    ...(host.rowHistory !== undefined && { rowHistory: host.rowHistory.bind(host) }),
    ...(host.catalogue !== undefined && { catalogue: host.catalogue }),
    operator: signal => host.operator(signal),
    configuration: signal => host.configuration(signal),
    inventories: (query, cursor, signal) =>
      ask(host.inventories(query, cursor, signal), async () => {
        if (cursor !== null) return null;
        const inventories = inventoriesOf(await copy.lists()).filter(each => fits(each, query));
        return inventories.length === 0 ? null : { items: inventories, next: null };
      }),
    lists: (inventoryIds, signal) =>
      ask(host.lists(inventoryIds, signal), async () =>
        (await copy.lists()).filter(({ inventory }) => inventoryIds.includes(inventory.id)),
      ),
    list: (listId, signal) =>
      ask(
        host.list(listId, signal).then(list => {
          keep(copy.saveList(list, clock.now()));
          return list;
        }),
        async () => (await copy.lists()).find(list => list.id === listId) ?? null,
      ),
    rows: (listId, query, cursor, signal) =>
      ask(
        host.rows(listId, query, cursor, signal).then(page => {
          keep(copy.saveRows(listId, page.items));
          return page;
        }),
        async () => {
          const rows = cursor === null ? await copy.rows(listId) : null;
          return rows && { items: rows.filter(rowFilter(query)).sort(rowOrder(query.order)), next: null };
        },
      ),
    row: async (listId, identity, signal) => {
      const found = await ask(
        host.row(listId, identity, signal).then(row => {
          keep(row === null ? copy.forgetRow(listId, identity) : copy.saveRows(listId, [row]));
          return { row };
        }),
        async () => {
          const row = await copy.row(listId, identity);
          return row === 'unknown' ? null : { row };
        },
      );
      return found.row;
    },
    items: (query, signal) => ask(host.items(query, signal), () => copy.items(query)),
    locations: (query, signal) => ask(host.locations(query, signal), () => copy.locations(query)),
    lots: (query, signal) => ask(host.lots(query, signal), () => copy.lots(query)),
    recordCount: (listId, request, userName) => reported(host.recordCount(listId, request, userName)),
  };
  const forOutbox: InventoryGateway = {
    ...gateway,
    row: (listId, identity, signal) => reported(host.row(listId, identity, signal)),
  };
  return { gateway, forOutbox, answers$, inUse$ };
}

/** No answer, or one of a host that fails. */
function isSilence(error: unknown): boolean {
  return error instanceof UnreachableError || (error instanceof HostError && error.status >= 500);
}

function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function after(clock: Timers, ms: number): Promise<'late'> {
  return new Promise(resolve => clock.after(ms, () => resolve('late')));
}

function inventoriesOf(lists: readonly InventoryList[]): readonly Inventory[] {
  return [...new Map(lists.map(({ inventory }) => [inventory.id, inventory])).values()];
}

function fits({ number, date, description, closed }: Inventory, query: InventoryQuery): boolean {
  const contains = (text: string, part: string | undefined) => part === undefined || finder(part)([text]);
  return (
    contains(number, query.number) &&
    contains(description, query.description) &&
    (query.from === undefined || date >= query.from) &&
    (query.to === undefined || date <= query.to) &&
    (query.closed === undefined || closed === query.closed)
  );
}
