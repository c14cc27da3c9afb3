export interface Loaded {
  readonly loaded: number;
  readonly complete: boolean;
}

/** What this device knows of the opened list. */
export interface CopyState {
  /**
   * `off`: the host gives no catalogue, or the browser keeps nothing. `incomplete`: loading stopped; it goes on by
   * itself when the host answers, unless the disk is `full`.
   */
  readonly status: 'off' | 'loading' | 'ready' | 'incomplete' | 'full';
  readonly items: Loaded;
  readonly locations: Loaded;
  readonly lots: Loaded;
  /** When the host last said that this is how things are: milliseconds since 1970. */
  readonly asOf: number | null;
}

/** The same, to go on with where the host does not answer. */
export interface CacheState extends CopyState {
  /** The host did not answer the last look-up: it was answered from here. */
  readonly inUse: boolean;
}

const NOTHING: Loaded = { loaded: 0, complete: false };

export const NO_COPY: CopyState = { status: 'off', items: NOTHING, locations: NOTHING, lots: NOTHING, asOf: null };

export const NO_CACHE: CacheState = { ...NO_COPY, inUse: false };
