import type { Schedule } from '../../../src/scanner/clock.ts';

/** A clock that stands until a test moves it, with the timers that wait for it. */
export class FakeClock {
  now = 1000;
  private tasks: { due: number; task: () => void }[] = [];

  readonly schedule: Schedule = (milliseconds, task) => {
    const entry = { due: this.now + milliseconds, task };
    this.tasks.push(entry);
    return () => (this.tasks = this.tasks.filter(each => each !== entry));
  };

  /** Lets time pass, and what is due on the way happen in order. */
  pass(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (let next = this.next(end); next !== undefined; next = this.next(end)) {
      this.now = Math.max(this.now, next.due);
      this.tasks = this.tasks.filter(each => each !== next);
      next.task();
    }
    this.now = end;
  }

  /** A page that is busy: time passes, and what was due happens only now, all at once. */
  stall(milliseconds: number): void {
    this.now += milliseconds;
    const due = this.tasks.filter(each => each.due <= this.now);
    this.tasks = this.tasks.filter(each => each.due > this.now);
    for (const { task } of due) task();
  }

  /** Milliseconds until each timer that waits. */
  get waiting(): number[] {
    return this.tasks.map(({ due }) => due - this.now);
  }

  private next(end: number) {
    return this.tasks.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
  }
}
