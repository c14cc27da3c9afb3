import { BehaviorSubject, type Observable } from 'rxjs';
import { type Later, later } from '../../loading/later.ts';
import { whenIdle } from '../../loading/when-idle.ts';
import type * as CopyPart from './copy-part.ts';
import { type CacheState, NO_CACHE, NO_COPY } from './copy-state.ts';
import type { CopyStore } from './copy-store.ts';
import type { CopyLoader } from './loader.ts';
import { type OfflineGateway, createOfflineGateway } from './offline-gateway.ts';

/** What is kept beside counts and what is typed. */
export const copyPart = later(() => import('./copy-part.ts'));

export interface OperatorCopy extends Pick<OfflineGateway, 'gateway' | 'forOutbox' | 'answers$' | 'again$'> {
  readonly cache$: Observable<CacheState>;
  follow(listId: string | null): void;
  /** Nothing is loaded, kept or answered any more. */
  end(): void;
}

/**
 * The copy of one operator, whose code is loaded as soon as the browser is idle, or the host is silent. Where it can't be
 * had, the copy is incomplete, and is asked for again with what is to be kept next, or when the host answers again.
 */
export function createOperatorCopy(
  store: CopyStore,
  ports: CopyPart.CopyPorts,
  load: Later<typeof CopyPart> = copyPart,
): OperatorCopy {
  const cache$ = new BehaviorSubject(NO_CACHE);
  let listId: string | null = null;
  /** Over: what was to be kept belongs to nobody any more. */
  let isOver = false;
  let opening: Promise<Opened> | null = null;
  let idle: Promise<void> | null = null;
  let loader: CopyLoader | null = null;

  const show = (change: Partial<CacheState>): void => cache$.next({ ...cache$.value, ...change });

  const open = () =>
    (opening ??= load().then(
      ({ openCopy }) => {
        const opened = openCopy(store, ports);
        if (!isOver) {
          ({ loader } = opened);
          loader.follow(listId);
          loader.state$.subscribe(show);
        }
        return opened;
      },
      (error: unknown) => {
        opening = null;
        if (listId !== null && ports.gateway.catalogue !== undefined) show({ ...NO_COPY, status: 'incomplete' });
        throw error;
      },
    ));
  const openWhenIdle = () => (idle ??= new Promise<void>(whenIdle)).then(open);
  const quietly = () => void openWhenIdle().catch(() => undefined);

  const unlessOver = ({ answers }: Opened) => {
    if (isOver) throw new Error('Nobody is signed in any more');
    return answers;
  };

  const access = { now: () => open().then(unlessOver), whenIdle: () => openWhenIdle().then(unlessOver) };
  const { gateway, forOutbox, answers$, again$, inUse$ } = createOfflineGateway(ports.gateway, access, ports.clock);
  inUse$.subscribe(inUse => {
    if (inUse !== cache$.value.inUse) show({ inUse });
  });
  again$.subscribe(() => {
    if (loader !== null) loader.resume();
    else if (listId !== null) quietly();
  });
  quietly();

  return {
    gateway,
    forOutbox,
    answers$,
    again$,
    cache$,
    follow: next => {
      listId = next;
      if (loader !== null) loader.follow(next);
      else if (next !== null) quietly();
    },
    end: () => {
      isOver = true;
      listId = null;
      loader?.dispose();
    },
  };
}

type Opened = ReturnType<typeof CopyPart.openCopy>;
