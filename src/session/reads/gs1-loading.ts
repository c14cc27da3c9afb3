import type { Gs1Parser } from '../../tokenizer/index.ts';

/** Where the GS1 parser comes from: a chunk of its own, which most reads do not need. */
export interface Gs1Source {
  load(): Promise<Gs1Parser>;
  /** Calls once when the page has nothing better to do. */
  whenIdle(call: () => void): void;
}

/** `off`: there is none. `failed`: it could not be loaded, and GS1 data is looked up as it stands. */
export type Gs1Status = 'off' | 'loading' | 'ready' | 'failed';

export interface Gs1Loading {
  /** Whether reads need not wait for the parser: it is there, or it will not come. */
  isSettled(): boolean;
  /** Loads at once what was to be loaded when idle; resolves once it is settled, and never rejects. */
  settled(): Promise<void>;
}

/** Loads the parser when the page is idle, or when a read needs it. `onStatus` is told what came of it. */
export function loadGs1(
  source: Gs1Source | undefined,
  onStatus: (status: Gs1Status, parser?: Gs1Parser) => void,
): Gs1Loading {
  let isSettled = source === undefined;
  let loading: Promise<void> | null = null;
  const load = async () => {
    try {
      const parser = await source?.load();
      isSettled = true;
      if (parser !== undefined) onStatus('ready', parser);
    } catch {
      isSettled = true;
      onStatus('failed');
    }
  };
  const settled = () => (loading ??= load());
  onStatus(isSettled ? 'off' : 'loading');
  source?.whenIdle(() => void settled());
  return { isSettled: () => isSettled, settled };
}
