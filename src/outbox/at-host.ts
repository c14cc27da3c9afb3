import { BehaviorSubject, Subject, filter, firstValueFrom, map, merge, takeUntil } from 'rxjs';
import { type Answer as HostAnswer, answerTo } from './decide/await.ts';
import type { Ledger } from './ledger.ts';
import { StorageUnavailableError } from './store/store.ts';
import type { Pause, SaveFailure, Saved } from './types.ts';

type Disposed = Extract<SaveFailure, { readonly kind: 'no-storage' }>;

/** Where nothing outlives the page, only the host's word makes a count safe: it is waited for. */
export class HostAnswers {
  private readonly ledger: Ledger;
  private readonly pause: () => Pause | null;
  /** Something was tried, and came to something. */
  private readonly tried$ = new Subject<void>();
  private readonly disposed$ = new BehaviorSubject(false);

  constructor(ledger: Ledger, pause: () => Pause | null) {
    this.ledger = ledger;
    this.pause = pause;
  }

  tried(): void {
    this.tried$.next();
  }

  /** `send` tries at once. */
  async to(id: string, send: () => void): Promise<Saved | SaveFailure> {
    const disposed: Disposed = {
      ok: false,
      kind: 'no-storage',
      cause: new StorageUnavailableError('The outbox was disposed of'),
    };
    const told$ = merge(this.ledger.changes$.pipe(map(() => false)), this.tried$.pipe(map(() => true)));
    const answers$ = told$.pipe(
      map(tried => this.now(id, tried)),
      filter(answer => answer !== null),
      takeUntil(this.disposed$.pipe(filter(Boolean))),
    );
    const known = this.now(id, false);
    if (known !== null && isLast(known)) return known;
    const answered = firstValueFrom(answers$, { defaultValue: disposed });
    send();
    const first = await answered;
    if (isLast(first)) return first;
    return { ...first, later: firstValueFrom(answers$.pipe(filter(isLast)), { defaultValue: disposed }) };
  }

  /** Whoever waits is told that no answer comes. */
  dispose(): void {
    this.disposed$.next(true);
  }

  private now(id: string, tried: boolean): HostAnswer | null {
    const { mirror } = this.ledger;
    const record = mirror.get(id);
    if (record === undefined) return null;
    const [first] = mirror.lane(record);
    return answerTo(record, { first, tried, pause: this.pause() });
  }
}

function isLast(
  answer: HostAnswer | Disposed,
): answer is Exclude<HostAnswer | Disposed, { readonly kind: 'no-answer' }> {
  return answer.ok || answer.kind !== 'no-answer';
}
