import { BehaviorSubject, type Observable } from 'rxjs';
import type { CataloguePage, CatalogueQuery, InventoryGateway } from '../../services/inventory-gateway.ts';
import { type CopyState, NO_COPY } from './copy-state.ts';
import type { LoadedSet, Part, PartProgress } from './copy-store.ts';
import type { DeviceCopy } from './device-copy.ts';

/** As many as a host gives in one page and the disk takes in one transaction. */
const PAGE = 1_000;
const PARTS: readonly Part[] = ['locations', 'items', 'lots', 'rows'];

export interface CopyLoader {
  readonly state$: Observable<CopyState>;
  /** Loads what may be counted in this list, or goes on where it stopped. */
  follow(listId: string | null): void;
  /** The host answers again: what is missing is asked for. */
  resume(): void;
  dispose(): void;
}

export interface CopyLoaderPorts {
  readonly gateway: InventoryGateway;
  readonly copy: DeviceCopy;
  readonly now: () => number;
  readonly mintKey: () => string;
}

/**
 * Loads the catalogue of the open list in the background, page after page. A load that is whole is not made again
 * while the host's revision is the same; an old one serves until the new one is whole.
 */
export function createCopyLoader({ gateway, copy, now, mintKey }: CopyLoaderPorts): CopyLoader {
  const state$ = new BehaviorSubject(NO_COPY);
  let listId: string | null = null;
  let aborter = new AbortController();
  let running = false;

  const set = (change: Partial<CopyState>) => {
    if (!aborter.signal.aborted) state$.next({ ...state$.value, ...change });
  };
  const show = (part: Part, { complete, loading }: PartProgress) => {
    if (part === 'rows') return;
    const shown = loading ?? complete;
    set({ [part]: { loaded: shown?.loaded ?? 0, complete: complete !== null && loading === null } });
  };

  const load = async (of: string, signal: AbortSignal) => {
    if (running) return;
    running = true;
    set({ status: 'loading' });
    try {
      // What is whole since an earlier time serves while the host is silent.
      let asOf: number | null = null;
      for (const part of PARTS) {
        const progress = await copy.progress(of, part);
        show(part, progress);
        if (progress.complete !== null) asOf = Math.min(asOf ?? Infinity, progress.complete.asOf);
      }
      set({ asOf });
      asOf = null;
      for (const part of PARTS) {
        const loaded = await loadPart(of, part, signal);
        if (loaded === null || signal.aborted) return;
        asOf = Math.min(asOf ?? Infinity, loaded.asOf);
      }
      set({ status: 'ready', asOf });
      await copy.prune();
    } catch (error) {
      // The disk is full: what is loaded so far serves; counts need what is left.
      const full = error instanceof DOMException && error.name === 'QuotaExceededError';
      if (!signal.aborted) set({ status: full ? 'full' : 'incomplete' });
    } finally {
      running = false;
      // Another list was opened meanwhile.
      if (signal.aborted && listId !== null && listId !== of) void load(listId, aborter.signal);
    }
  };

  const loadPart = async (of: string, part: Part, signal: AbortSignal): Promise<LoadedSet | null> => {
    const { complete, loading: interrupted } = await copy.progress(of, part);
    show(part, { complete, loading: interrupted });
    let loading = interrupted;
    let cursor = interrupted?.cursor ?? null;
    for (;;) {
      const asked = cursor === null && loading === null && complete !== null ? { revision: complete.revision } : {};
      const page = await pageOf(of, part, { cursor, limit: PAGE, ...asked }, signal);
      if (signal.aborted) return null;
      if (page === null && complete !== null) {
        const same = { ...complete, asOf: now() };
        await copy.setProgress(of, part, { complete: same, loading: null });
        show(part, { complete: same, loading: null });
        return same;
      }
      if (page === null) return null;
      const before: LoadedSet = loading ?? {
        set: mintKey(),
        revision: page.revision,
        cursor: null,
        loaded: 0,
        asOf: now(),
      };
      loading = { ...before, cursor: page.next, loaded: before.loaded + page.count };
      cursor = page.next;
      const progress: PartProgress = cursor === null ? { complete: loading, loading: null } : { complete, loading };
      await page.save(progress);
      show(part, progress);
      if (cursor === null) return loading;
    }
  };

  interface SavablePage {
    readonly revision: string;
    readonly next: string | null;
    readonly count: number;
    readonly save: (progress: PartProgress) => Promise<void>;
  }

  const pageOf = async (
    of: string,
    part: Part,
    query: CatalogueQuery,
    signal: AbortSignal,
  ): Promise<SavablePage | null> => {
    const { catalogue } = gateway;
    const savable = <T>(page: CataloguePage<T> | null, save: (items: readonly T[], p: PartProgress) => Promise<void>) =>
      page && { ...page, count: page.items.length, save: (progress: PartProgress) => save(page.items, progress) };
    switch (part) {
      case 'items':
        return savable((await catalogue?.items(of, query, signal)) ?? null, (page, p) => copy.saveItems(of, page, p));
      case 'locations':
        return savable((await catalogue?.locations(of, query, signal)) ?? null, (page, p) =>
          copy.saveLocations(of, page, p),
        );
      case 'lots':
        return savable((await catalogue?.lots(of, query, signal)) ?? null, (page, p) => copy.saveLots(of, page, p));
      case 'rows': {
        // Rows change all the time and have no revision: they are read anew each time the list is opened.
        const { items, next } = await gateway.rows(of, { order: 'location' }, query.cursor, signal);
        const save = async (progress: PartProgress) => {
          await copy.saveRows(of, items);
          await copy.setProgress(of, part, progress);
        };
        return { revision: '', next, count: items.length, save };
      }
    }
  };

  const start = () => {
    if (listId === null || gateway.catalogue === undefined) return;
    void load(listId, aborter.signal);
  };

  return {
    state$,
    follow: next => {
      aborter.abort();
      aborter = new AbortController();
      listId = next;
      copy.use(next);
      state$.next(NO_COPY);
      start();
    },
    resume: () => {
      const { status } = state$.value;
      if (status === 'incomplete') start();
    },
    dispose: () => {
      aborter.abort();
      listId = null;
      state$.complete();
    },
  };
}
