import { BehaviorSubject, NEVER } from 'rxjs';
import type { CountSession } from '../../src/session/count-session.ts';
import { INITIAL_STATE, type InventarAction, type InventarState } from '../../src/session/state/session-state.ts';

/** A session that shows what it is told and remembers what it was asked. */
export class FakeSession implements CountSession {
  readonly state$: BehaviorSubject<InventarState>;
  readonly events$ = NEVER;
  readonly sources = [];
  readonly actions: InventarAction[] = [];

  constructor(state: Partial<InventarState> = {}) {
    this.state$ = new BehaviorSubject<InventarState>({ ...INITIAL_STATE, ...state });
  }

  set(change: Partial<InventarState>): void {
    this.state$.next({ ...this.state$.value, ...change });
  }

  dispatch(action: InventarAction): void {
    this.actions.push(action);
  }

  change(): void {}

  hearsKeys(): boolean {
    return false;
  }

  hears(): boolean {
    return true;
  }

  shownBy(): () => void {
    return () => undefined;
  }

  takeScans(): () => void {
    return () => undefined;
  }

  dispose(): void {
    this.state$.complete();
  }
}
