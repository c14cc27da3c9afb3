/** The moment at which something is shown, as a port. */
export type Now = () => Date;

export const browserNow: Now = () => new Date();

/** Runs something once after so many milliseconds, unless what it gives is called before. */
export type After = (milliseconds: number, run: () => void) => () => void;

export const browserAfter: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};
