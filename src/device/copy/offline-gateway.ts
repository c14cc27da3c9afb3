import { Subject, type Observable } from 'rxjs';
import type { Clock, Timers } from '../../ports/time.ts';
import { HostError, UnreachableError } from '../../services/errors.ts';
import type { InventoryGateway } from '../../services/inventory-gateway.ts';
import type { OfflineAnswers } from './offline-answers.ts';

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

/** How the copy is come by: its code is loaded when it is first needed, which may fail. */
export interface CopyAccess {
  /** At once: somebody waits for what it answers. */
  now(): Promise<OfflineAnswers>;
  /** As soon as the browser is idle: nobody waits for what is kept. */
  whenIdle(): Promise<OfflineAnswers>;
}

/**
 * The host, and where that does not answer, what this device knows. Only silence leads here: whatever a host answers,
 * a refusal too, is its answer. Counts, and what changes something, go to the host alone.
 */
export function createOfflineGateway(
  host: InventoryGateway,
  copy: CopyAccess,
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
  const ask = async <T>(asked: Promise<T>, here: (copy: OfflineAnswers) => Promise<T | null>): Promise<T> => {
    const settled = asked.then(
      value => ({ value, error: null }),
      (error: unknown) => ({ value: null, error: error ?? new Error('Rejected with nothing') }),
    );
    void settled.then(({ error }) => {
      if (!isAborted(error)) report(!isSilence(error));
    });
    const first = await Promise.race([settled, after(clock, isUp ? PATIENCE_MS : SHORT_PATIENCE_MS)]);
    if (first === 'late' || isSilence(first.error)) {
      const own = await copy
        .now()
        .then(here)
        .catch(() => null);
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
  const keep = (save: (copy: OfflineAnswers) => Promise<void>) =>
    void copy
      .whenIdle()
      .then(save)
      .catch(() => undefined);

  const undo: NonNullable<InventoryGateway['undoCount']> = (listId, request) =>
    host.undoCount?.(listId, request) ?? Promise.reject(new UnreachableError('The host takes nothing back'));
  const gateway: InventoryGateway = {
    ...(host.undoCount !== undefined && {
      undoCount: async (listId, request) => {
        const undone = await reported(undo(listId, request));
        keep(copy => copy.saveRows(listId, [undone.row]));
        return undone;
      },
    }),
    ...(host.rowHistory !== undefined && { rowHistory: host.rowHistory.bind(host) }),
    ...(host.catalogue !== undefined && { catalogue: host.catalogue }),
    operator: signal => host.operator(signal),
    configuration: signal => host.configuration(signal),
    inventories: (query, cursor, signal) =>
      ask(host.inventories(query, cursor, signal), copy => copy.inventories(query, cursor)),
    lists: (inventoryIds, signal) => ask(host.lists(inventoryIds, signal), copy => copy.lists(inventoryIds)),
    list: (listId, signal) =>
      ask(
        host.list(listId, signal).then(list => {
          const openedAt = clock.now();
          keep(copy => copy.saveList(list, openedAt));
          return list;
        }),
        copy => copy.list(listId),
      ),
    rows: (listId, query, cursor, signal) =>
      ask(
        host.rows(listId, query, cursor, signal).then(page => {
          keep(copy => copy.saveRows(listId, page.items));
          return page;
        }),
        copy => copy.rows(listId, query, cursor),
      ),
    row: async (listId, identity, signal) => {
      const found = await ask(
        host.row(listId, identity, signal).then(row => {
          keep(copy => (row === null ? copy.forgetRow(listId, identity) : copy.saveRows(listId, [row])));
          return { row };
        }),
        copy => copy.row(listId, identity),
      );
      return found.row;
    },
    items: (query, signal) => ask(host.items(query, signal), copy => copy.items(query)),
    locations: (query, signal) => ask(host.locations(query, signal), copy => copy.locations(query)),
    lots: (query, signal) => ask(host.lots(query, signal), copy => copy.lots(query)),
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
