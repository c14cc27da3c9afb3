import { BehaviorSubject, Subject } from 'rxjs';
import type { RejectReason, Scan, ScanReject, ScanSource, SourceKind, SourceProblem, SourceState } from '../scan.ts';

/** A source that a person has to allow, or choose a device for. */
export interface DeviceSource extends ScanSource {
  readonly kind: SourceKind;
  readonly problem$: NonNullable<ScanSource['problem$']>;
  /**
   * Asks the person for a device, as browsers want it: only within a press or a key. Never rejects; what comes of it
   * is the state.
   */
  request(): Promise<void>;
}

/** A code as a device gave it, without what a scan has beside. */
export type DeviceCode = Pick<Scan, 'text' | 'aim' | 'symbology'>;

/** What the sources of devices are made of: their streams, their numbering, and a state that comes with its reason. */
export interface DeviceStreams {
  readonly scans$: Subject<Scan>;
  readonly rejects$: Subject<ScanReject>;
  readonly source: Pick<DeviceSource, 'id' | 'kind' | 'scans$' | 'rejects$' | 'state$' | 'problem$'>;
  scan(code: DeviceCode, at: number, end?: Scan['end']): void;
  reject(text: string, reason: RejectReason, at: number): void;
  say(state: SourceState, problem?: SourceProblem | null): void;
  readonly state: SourceState;
}

export function createDeviceStreams(id: string, kind: SourceKind, initial: SourceState): DeviceStreams {
  const scans$ = new Subject<Scan>();
  const rejects$ = new Subject<ScanReject>();
  const state$ = new BehaviorSubject(initial);
  const problem$ = new BehaviorSubject<SourceProblem | null>(null);
  let count = 0;
  return {
    scans$,
    rejects$,
    source: { id, kind, scans$, rejects$, state$, problem$ },
    scan: (code, at, end = 'device') => {
      if (code.text === '') rejects$.next({ text: '', reason: 'empty', sourceId: id, at });
      else scans$.next({ ...code, id: `${id}-${++count}`, sourceId: id, at, end });
    },
    reject: (text, reason, at) => rejects$.next({ text, reason, sourceId: id, at }),
    // The reason first: whoever hears of the state finds the reason for it there.
    say: (state, problem = null) => {
      if (problem$.value !== problem) problem$.next(problem);
      if (state$.value !== state) state$.next(state);
    },
    get state() {
      return state$.value;
    },
  };
}

/** The name of what a browser threw: `NotFoundError`, `NetworkError` … */
export function errorName(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
