import { Subscription, filter } from 'rxjs';
import { mergeScans } from '../../scanner/merge-scans.ts';
import type { Scan, ScanReject, ScanSource } from '../../scanner/scan.ts';
import type { SourceStatus } from '../state/scanners-state.ts';
import type { KeptSettings } from './kept-settings.ts';
import type { OfferedSource, ScannersContext } from './scanner-ports.ts';

const MOST_REJECTS = 10;

export type Sources = ReturnType<typeof createSources>;

/** The sources of scans: those of the page are on at once, those that are offered when the operator wants them. */
export function createSources(
  { sources, offered = [], add, isShown, onReject, onTriedReject, state, set }: ScannersContext,
  settings: Pick<KeptSettings, 'wanted'>,
) {
  const all: readonly OfferedSource[] = [...sources, ...offered];
  const subscriptions = new Subscription();

  const change = (id: string, changed: Partial<SourceStatus>): void =>
    set({ sources: state().sources.map(each => (each.id === id ? { ...each, ...changed } : each)) });

  const rejected = (reject: ScanReject): void => {
    set({ rejects: [reject, ...state().rejects].slice(0, MOST_REJECTS) });
    if (state().setup === null) onReject(reject);
    else onTriedReject(reject);
  };

  const follow = (source: ScanSource): void => {
    const { id, state$, problem$, ignored$, rejects$ } = source;
    subscriptions.add(state$.subscribe(next => change(id, { state: next })));
    subscriptions.add(problem$?.subscribe(problem => change(id, { problem })));
    subscriptions.add(ignored$?.subscribe(ignored => change(id, { ignored })));
    subscriptions.add(rejects$.subscribe(rejected));
  };

  const isWanted = (source: ScanSource) => !offered.includes(source) || settings.wanted().includes(source.id);
  set({
    sources: all.map(source => ({
      id: source.id,
      kind: source.kind ?? 'host',
      state: 'disconnected',
      problem: null,
      ignored: [],
      offered: offered.includes(source),
      wanted: isWanted(source),
    })),
  });
  for (const source of all) follow(source);
  // A handheld may tell of a scan by its bridge and by its keys; each source is connected by itself.
  const scans$ = mergeScans(all);
  subscriptions.add(scans$.subscribe(last => set({ last })));
  const keyboards = all.filter(({ kind }) => kind === 'keyboard').map(({ id }) => id);
  const isSeen = ({ text, sourceId, at }: Scan): boolean => {
    if (keyboards.includes(sourceId) || isShown()) return true;
    rejected({ text, sourceId, at, reason: 'not-shown' });
    return false;
  };
  const seen$ = scans$.pipe(filter(isSeen));
  subscriptions.add(add({ scans$: seen$, connect: () => undefined, disconnect: () => undefined }));
  for (const source of all) if (isWanted(source)) source.connect();

  return {
    change,
    dispose: (): void => {
      subscriptions.unsubscribe();
      for (const source of all) source.disconnect();
    },
  };
}
