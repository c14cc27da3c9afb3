import { combineLatest, distinctUntilChanged, map, merge } from 'rxjs';
import { mergeScans } from './merge-scans.ts';
import type { ScanSource, SourceState } from './scan.ts';

/** The state of several sources: the first of these that one of them is in. */
const STATES: readonly SourceState[] = [
  'ready',
  'unverified',
  'connecting',
  'needs-permission',
  'error',
  'disconnected',
  'unsupported',
];

/**
 * Several sources as one. A code that two of them tell of is one scan: a handheld's bridge and its keystrokes, say. Within
 * one source nothing is ever taken for a repetition, however fast the same code comes again.
 */
export function mergeSources(...sources: readonly ScanSource[]): ScanSource {
  return {
    id: sources.map(source => source.id).join('+'),
    scans$: mergeScans(sources),
    rejects$: merge(...sources.map(source => source.rejects$)),
    state$: combineLatest(sources.map(source => source.state$)).pipe(
      map(states => STATES.find(state => states.includes(state)) ?? 'disconnected'),
      distinctUntilChanged(),
    ),
    hearBy: hears => sources.forEach(source => source.hearBy?.(hears)),
    connect: () => sources.forEach(source => source.connect()),
    disconnect: () => sources.forEach(source => source.disconnect()),
  };
}
