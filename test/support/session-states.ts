import { filter, firstValueFrom } from 'rxjs';
import type { CountingState } from '../../src/domain/counting/state.ts';
import type { CountSession } from '../../src/session/count-session.ts';
import type { InventarState } from '../../src/session/state/session-state.ts';

/** The first state of a session, from the current one on, that is as wanted. */
export function stateWhere(session: CountSession, isWanted: (state: InventarState) => boolean): Promise<InventarState> {
  return firstValueFrom(session.state$.pipe(filter(isWanted)));
}

/** The same of counting, in whichever list is open for it. */
export async function countingWhere(
  session: CountSession,
  isWanted: (counting: CountingState) => boolean,
): Promise<CountingState> {
  const { opened } = await stateWhere(session, state => {
    const { counting = null } = state.opened ?? {};
    return counting !== null && isWanted(counting);
  });
  if (opened?.counting == null) throw new Error('Nothing is counted');
  return opened.counting;
}
