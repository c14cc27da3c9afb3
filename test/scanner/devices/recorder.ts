import type { Scan, ScanReject, ScanSource, SourceProblem, SourceState } from '../../../src/scanner/scan.ts';

export interface Recorded {
  readonly scans: Scan[];
  readonly rejects: ScanReject[];
  /** Every state there was, with its reason. */
  readonly states: [SourceState, SourceProblem | null][];
  /** The state now, and why it is so. */
  readonly state: () => [SourceState, SourceProblem | null];
  readonly texts: () => string[];
}

/** Writes down all that a source tells. */
export function recorder(source: ScanSource): Recorded {
  const scans: Scan[] = [];
  const rejects: ScanReject[] = [];
  const states: [SourceState, SourceProblem | null][] = [];
  let problem: SourceProblem | null = null;
  let state: SourceState = 'disconnected';
  source.scans$.subscribe(scan => scans.push(scan));
  source.rejects$.subscribe(reject => rejects.push(reject));
  source.problem$?.subscribe(now => (problem = now));
  source.state$.subscribe(now => {
    state = now;
    states.push([now, problem]);
  });
  return { scans, rejects, states, state: () => [state, problem], texts: () => scans.map(({ text }) => text) };
}
