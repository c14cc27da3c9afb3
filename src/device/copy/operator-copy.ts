import { BehaviorSubject } from 'rxjs';
import { type Later, later } from '../../loading/later.ts';
import { whenIdle } from '../../loading/when-idle.ts';
import type * as CopyPart from './copy-part.ts';
import type { CopyAccess } from './offline-gateway.ts';
import type { CopyLoader, CopyLoaderPorts, CopyState } from './loader.ts';
import type { CopyStore } from './copy-store.ts';

const part = later(() => import('./copy-part.ts'));
const NONE = { loaded: 0, complete: false };
const OFF: CopyState = { status: 'off', items: NONE, locations: NONE, lots: NONE, asOf: null };

export type OperatorCopyPorts = Omit<CopyLoaderPorts, 'copy'>;

/**
 * The copy of one operator, whose code is loaded as soon as the browser is idle, or the host is silent. Where it can't be
 * had, the copy is incomplete, and is asked for again with what is to be kept next, or when the host answers again.
 */
export function createOperatorCopy(store: CopyStore, ports: OperatorCopyPorts, load: Later<Part> = part) {
  const state$ = new BehaviorSubject(OFF);
  let listId: string | null = null;
  /** Over: what was to be kept belongs to nobody any more. */
  let isOver = false;
  let opening: Promise<Opened> | null = null;
  let idle: Promise<void> | null = null;
  let loader: CopyLoader | null = null;

  const open = () =>
    (opening ??= load().then(
      ({ openCopy }) => {
        const opened = openCopy(store, ports);
        if (!isOver) {
          ({ loader } = opened);
          loader.follow(listId);
          loader.state$.subscribe(state => state$.next(state));
        }
        return opened;
      },
      (error: unknown) => {
        opening = null;
        if (listId !== null && ports.gateway.catalogue !== undefined) state$.next({ ...OFF, status: 'incomplete' });
        throw error;
      },
    ));
  const openWhenIdle = () => (idle ??= new Promise<void>(whenIdle)).then(open);

  const unlessOver = ({ answers }: Opened) => {
    if (isOver) throw new Error('Nobody is signed in any more');
    return answers;
  };

  const access: CopyAccess = {
    now: () => open().then(unlessOver),
    whenIdle: () => openWhenIdle().then(unlessOver),
  };
  openWhenIdle().catch(() => undefined);

  return {
    access,
    state$: state$.asObservable(),
    follow: (next: string | null): void => {
      listId = next;
      if (loader !== null) loader.follow(next);
      else if (next !== null) openWhenIdle().catch(() => undefined);
    },
    resume: (): void => {
      if (loader !== null) loader.resume();
      else if (listId !== null) openWhenIdle().catch(() => undefined);
    },
    /** Nothing is loaded, kept or answered any more. */
    end: (): void => {
      isOver = true;
      listId = null;
      loader?.dispose();
    },
  };
}

type Part = typeof CopyPart;
type Opened = ReturnType<Part['openCopy']>;
