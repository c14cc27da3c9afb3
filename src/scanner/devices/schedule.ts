/** A timer as a port: runs the task once after the milliseconds, unless it is cancelled. */
export type Schedule = (milliseconds: number, task: () => void) => () => void;

export const browserSchedule: Schedule = (milliseconds, task) => {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
};
