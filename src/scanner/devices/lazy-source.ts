import { BehaviorSubject } from 'rxjs';
import type { IgnoredMessage, ScanSource, SourceKind, SourceProblem, SourceState } from '../scan.ts';
import { createSourceStreams } from '../source-streams.ts';
import type { DeviceSource } from './device-source.ts';

export interface LazySourceOptions<Source extends ScanSource> {
  readonly id: string;
  readonly kind: SourceKind;
  /** Why it can't be used on this page: where it can't, nothing is loaded. */
  readonly problem: () => SourceProblem | null;
  /** Loads the source's own chunk and makes it, with this very id. */
  readonly load: () => Promise<Source>;
}

/** A source whose code is loaded when it is used for the first time. */
export interface LazySource<Source extends ScanSource> extends DeviceSource {
  /** The source itself, for what it can do beyond scans. Rejects where it can't be loaded. */
  load(): Promise<Source>;
}

export function lazySource<Source extends ScanSource & Partial<DeviceSource>>(
  options: LazySourceOptions<Source>,
): LazySource<Source> {
  const { source: own, say } = createSourceStreams(options.id, options.kind);
  const ignored$ = new BehaviorSubject<readonly IgnoredMessage[]>([]);
  let loading: Promise<Source> | null = null;
  let wanted = false;

  /** Whether it can't be used here, which is said. */
  const cannot = (): boolean => {
    const problem = options.problem();
    if (problem !== null) say('unsupported', problem);
    return problem !== null;
  };
  // A setup shows it before anybody asks for it.
  cannot();

  const follow = (source: Source): Source => {
    source.scans$.subscribe(own.scans$);
    source.rejects$.subscribe(own.rejects$);
    source.ignored$?.subscribe(ignored$);
    let state: SourceState = 'disconnected';
    let problem: SourceProblem | null = null;
    // A source that nobody has connected yet is not heard: what is shown is that it is being loaded.
    const tell = () => wanted && say(state, problem);
    source.problem$?.subscribe(now => {
      problem = now;
      tell();
    });
    source.state$.subscribe(now => {
      state = now;
      tell();
    });
    return source;
  };

  const load = (): Promise<Source> =>
    (loading ??= options.load().then(follow, (error: unknown) => {
      // The network may be back the next time.
      loading = null;
      throw error;
    }));

  /** Loads it, unless it can't be used here, and hands it on while it is wanted. */
  const use = async (call: (source: Source) => unknown): Promise<void> => {
    if (cannot()) return;
    wanted = true;
    if (loading === null) say('connecting');
    try {
      const source = await load();
      if (isWanted()) await call(source);
    } catch {
      if (isWanted()) say('error', 'not-loaded');
    }
  };
  // A call, since what it tells changes while something is awaited.
  const isWanted = () => wanted;

  return {
    ...own,
    ignored$,
    load,
    connect: () => void use(source => source.connect()),
    request: () => use(source => (source.request === undefined ? source.connect() : source.request())),
    disconnect: () => {
      if (!wanted) return;
      wanted = false;
      void loading?.then(source => source.disconnect()).catch(() => undefined);
      say('disconnected');
    },
  };
}
