import { counting } from '../../domain/counting/counting.ts';
import type { Press } from '../../domain/count-request.ts';
import type { CountingEffect, CountingEvent } from '../../domain/counting/events.ts';
import { toneOf } from '../../domain/notice.ts';
import type { Feedback } from '../../services/feedback.ts';
import { answerOf } from './answer-effect.ts';
import type { CodeMeanings } from '../reads/code-meanings.ts';
import type { OpenedListFlow } from './opened-list.ts';
import type { Late } from '../late.ts';
import type { CountingLater } from './counting-later.ts';
import type { SessionStore } from '../session-store.ts';
import type { SignInFlow } from '../sign-in-flow.ts';

export interface CountingFlowOptions {
  readonly store: SessionStore;
  readonly list: OpenedListFlow;
  /** Of whoever counts; a list is opened only once that is known. */
  readonly signIn: Pick<SignInFlow, 'gateway' | 'current'>;
  readonly meanings: CodeMeanings;
  readonly feedback: Feedback;
  readonly press: () => Press;
  readonly late: Pick<Late<CountingLater>, 'now' | 'tell'>;
  /** Reverses the last confirmation. */
  readonly undoLast: () => void;
}

/** A step of counting in the opened list; nothing, where it is not counted. */
export type Count = (event: CountingEvent) => void;

/** Runs counting in the opened list: each event leads to the next state, and its effects to further events. */
export function createCountingFlow(options: CountingFlowOptions): Count {
  const { store, list, signIn, meanings, feedback, press, late, undoLast } = options;

  const device = () => signIn.current()?.flow ?? null;

  const count: Count = event => {
    const { opened } = store.state();
    if (opened === null || opened.counting === null) return;
    const { listId, visit, counting: before } = opened;
    const step = counting(before, event, late.now()?.counting);
    if (step === null) {
      late.tell(() => list.current(visit) !== null && count(event));
      return;
    }
    const [after, effects] = step;
    list.change(visit, { counting: after, list: after.list });
    device()?.follow(before, event, after);
    if (after.notice !== null && after.notice !== before.notice && toneOf(after.notice) === 'error') {
      store.tell({ type: 'error', detail: { code: after.notice.code, listId } });
    }
    if (event.type === 'saved') store.tell({ type: 'count-saved', detail: { listId, row: event.row } });
    for (const effect of effects) void run(effect, listId, visit);
  };

  const run = async (effect: CountingEffect, listId: string, visit: number): Promise<void> => {
    const then = (...events: readonly CountingEvent[]): void => {
      for (const event of events) if (list.current(visit) !== null) count(event);
    };
    switch (effect.type) {
      case 'feedback':
        feedback.signal(effect.tone);
        break;
      case 'undo':
        undoLast();
        break;
      case 'later':
        then(effect.event);
        break;
      case 'find-lot':
        late.tell(({ findLot }) => void findLot(effect, signIn.gateway(), store.signal).then(event => then(event)));
        break;
      case 'command':
        then({ ...effect, type: 'command-due', ...press() });
        break;
      case 'interpret': {
        const { read } = effect;
        then({ type: 'interpreted', read, candidates: await meanings.onceKnown(read.text, { aim: read.aim }) });
        break;
      }
      case 'park':
        await device()?.park(listId, effect);
        break;
      case 'answer-count':
        device()?.answer(effect.id, effect.mode);
        break;
      case 'record':
        then(...((await device()?.save(effect)) ?? []));
        break;
      default: {
        const pending = effect.type === 'read-row' ? device()?.pendingRow(effect) : null;
        then(pending ?? (await answerOf(signIn.gateway(), effect, store.signal)));
      }
    }
  };

  return count;
}
