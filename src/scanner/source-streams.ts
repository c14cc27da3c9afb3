import { BehaviorSubject, Subject } from 'rxjs';
import type { RejectReason, Scan, ScanReject, SourceKind, SourceProblem, SourceState } from './scan.ts';

/** What a source knows of a scan itself. */
type Read = Omit<Scan, 'id' | 'sourceId' | 'at' | 'end'>;

export type SourceStreams = ReturnType<typeof createSourceStreams>;

/** What sources are made of: their streams, their numbering, and a state that comes with its reason. */
export function createSourceStreams(id: string, kind: SourceKind) {
  const scans$ = new Subject<Scan>();
  const rejects$ = new Subject<ScanReject>();
  const state$ = new BehaviorSubject<SourceState>('disconnected');
  const problem$ = new BehaviorSubject<SourceProblem | null>(null);
  let count = 0;
  const reject = (text: string, reason: RejectReason, at: number): void =>
    rejects$.next({ text, reason, sourceId: id, at });
  return {
    source: { id, kind, scans$, rejects$, state$, problem$ },
    reject,
    scan: (read: Read, at: number, end: Scan['end'] = 'device'): void => {
      if (read.text === '') reject('', 'empty', at);
      else scans$.next({ ...read, id: `${id}-${++count}`, sourceId: id, at, end });
    },
    // The reason first: whoever hears of the state finds the reason for it there.
    say: (state: SourceState, problem: SourceProblem | null = null): void => {
      if (problem$.value !== problem) problem$.next(problem);
      if (state$.value !== state) state$.next(state);
    },
    get state() {
      return state$.value;
    },
  };
}
