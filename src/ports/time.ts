/** Time as a port, with its browser side: whoever needs the time, or a timer, takes it from here. */
export interface Clock {
  /** Milliseconds since 1970, by this device's clock: shown to people, never used to decide. It may be wrong, and jump. */
  readonly now: () => number;
  /** Milliseconds that only rise, on the performance timeline, the one of `event.timeStamp`. */
  readonly monotonic: () => number;
  /** Runs something once after so many milliseconds, unless what it gives is called before. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** A clock's timers alone, for what does not ask for the time. */
export type Timers = Pick<Clock, 'after'>;

/** What `work` gives; or, where that takes longer, what `late` gives. */
export async function within<T>(
  milliseconds: number,
  work: Promise<T>,
  { after }: Timers,
  late: () => T | Promise<T>,
): Promise<T> {
  let cancel = () => {};
  const over = new Promise<void>(done => (cancel = after(milliseconds, done)));
  try {
    return await Promise.race([work, over.then(late)]);
  } finally {
    cancel();
  }
}

export const browserClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
