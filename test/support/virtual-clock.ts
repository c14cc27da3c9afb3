import type { Clock } from '../../src/ports/time.ts';

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/** Time that a test moves on, as a page has it: while the page is busy, it passes and no timer runs. */
export class VirtualClock implements Clock {
  private time: number;
  private readonly timers = new Set<Timer>();

  constructor(start = 0) {
    this.time = start;
  }

  readonly now = (): number => Date.UTC(2026, 10, 22, 8) + this.time;

  readonly monotonic = (): number => this.time;

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = { due: this.time + Math.max(0, milliseconds), run };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  };

  /** Milliseconds until each timer that waits. */
  get waiting(): number[] {
    return [...this.timers].map(({ due }) => due - this.time);
  }

  /** Each timer runs at its time. */
  advanceTo(time: number): void {
    for (let next = this.nextDue(time); next !== undefined; next = this.nextDue(time)) {
      this.timers.delete(next);
      this.time = Math.max(this.time, next.due);
      next.run();
    }
    this.time = Math.max(this.time, time);
  }

  advance(milliseconds: number): void {
    this.advanceTo(this.time + milliseconds);
  }

  /** What `work` gives, however long it waits: the next timer runs whenever nothing else would happen. */
  async passedBy<T>(work: Promise<T>): Promise<T> {
    const waited = { isOver: false };
    const over = () => (waited.isOver = true);
    work.then(over, over);
    for (;;) {
      await new Promise(done => setTimeout(done));
      if (waited.isOver) return work;
      const [next] = this.waiting.sort((a, b) => a - b);
      if (next !== undefined) this.advance(next);
    }
  }

  /** The page is busy until then. */
  stallUntil(time: number): void {
    this.time = Math.max(this.time, time);
  }

  /** The page is busy for so long, and runs what was due only then. */
  stall(milliseconds: number): void {
    this.stallUntil(this.time + milliseconds);
    this.advanceTo(this.time);
  }

  private nextDue(time: number): Timer | undefined {
    return [...this.timers].filter(({ due }) => due <= time).sort((a, b) => a.due - b.due)[0];
  }
}
