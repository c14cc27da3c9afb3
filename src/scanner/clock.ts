/** Time as a port. */
export interface Clock {
  /** Milliseconds on the performance timeline, the one of `event.timeStamp`. */
  readonly now: () => number;
  /** Runs something once after so many milliseconds, unless it is called off before. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** A clock's timer alone, for what does not ask for the time. */
export type Schedule = Clock['after'];

export const browserClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
