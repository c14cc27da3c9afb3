/** Time as a port. */
export interface Clock {
  /** Milliseconds on the performance timeline, the one of `event.timeStamp`. */
  now(): number;
  /** Runs something after so many milliseconds, unless it is called off before. */
  after(milliseconds: number, run: () => void): () => void;
}

export const browserClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
