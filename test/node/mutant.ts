/** Preloaded by a mutation run: one file is read with one change in it. The file itself stays as it is. */
import { registerHooks } from 'node:module';
import fc from 'fast-check';

interface Change {
  readonly url: string;
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

const change = JSON.parse(process.env['MUTANT'] ?? 'null') as Change | null;

// The same cases each time: a change that is found once is found again.
fc.configureGlobal({ seed: 1 });

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (url !== change?.url) return loaded;
    const text = Buffer.from(loaded.source as Uint8Array).toString('utf8');
    return { ...loaded, source: text.slice(0, change.start) + change.to + text.slice(change.end) };
  },
});
