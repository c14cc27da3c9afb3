import type { ScannersState, SourceStatus } from '../../session/state/scanners-state.ts';

/** How scanning stands, in one word: `attention` where a person should look. */
export type Overall = 'ok' | 'untried' | 'waiting' | 'attention';

/** The best of the sources decides, as one that works is enough; a scan that was not taken last asks for a look. */
export function overallOf({ sources, last, rejects }: ScannersState): Overall {
  const [rejected] = rejects;
  if (rejected !== undefined && (last === null || rejected.at > last.at)) return 'attention';
  const has = (state: SourceStatus['state']) => sources.some(source => source.state === state);
  if (has('ready')) return 'ok';
  if (has('unverified')) return 'untried';
  return has('connecting') ? 'waiting' : 'attention';
}
