import { BehaviorSubject, type Observable, Subject } from 'rxjs';
import { INITIAL_STATE, type InventarEvent, type InventarState } from './state/session-state.ts';

/** The state of one session, and word of what happened in it. Once it is disposed of, nothing changes any more. */
export interface SessionStore {
  /** Replays the current state to each subscriber. */
  readonly state$: Observable<InventarState>;
  readonly events$: Observable<InventarEvent>;
  /** Aborted when the session is disposed of: what is still asked of a host is asked for nobody. */
  readonly signal: AbortSignal;
  readonly state: () => InventarState;
  readonly set: (change: Partial<InventarState>) => void;
  readonly tell: (event: InventarEvent) => void;
  dispose(): void;
}

export function createSessionStore(): SessionStore {
  const state$ = new BehaviorSubject<InventarState>(INITIAL_STATE);
  const events$ = new Subject<InventarEvent>();
  const aborter = new AbortController();
  const { signal } = aborter;
  return {
    state$,
    events$,
    signal,
    state: () => state$.value,
    set: change => {
      if (!signal.aborted) state$.next({ ...state$.value, ...change });
    },
    tell: event => events$.next(event),
    dispose: () => {
      aborter.abort();
      state$.complete();
      events$.complete();
    },
  };
}
