/** A figure of a bench: its unit is in its name (`nsPerRead`, `lost`). */
export type Figures = Readonly<Record<string, number | string | boolean>>;

/** Prints the last line of a bench and ends the process: with code 1 where something claimed does not hold. */
export function report(bench: string, figures: Figures, holds: boolean): never {
  console.log(JSON.stringify({ bench, figures, holds }));
  process.exit(holds ? 0 : 1);
}
