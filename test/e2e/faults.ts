const [STALL, DEAD, SIGNED_OUT, GARBLED, HELD] = [0, 1, 2, 3, 4] as const;

/** What is wrong with the host just now; shared between the test and the host's thread. */
export class Faults {
  static memory(): SharedArrayBuffer {
    return new SharedArrayBuffer(5 * Int32Array.BYTES_PER_ELEMENT);
  }

  private readonly flags: Int32Array;

  constructor(memory: SharedArrayBuffer) {
    this.flags = new Int32Array(memory);
  }

  /** Milliseconds before each request of the API is handled. */
  get stall(): number {
    return Atomics.load(this.flags, STALL);
  }
  set stall(milliseconds: number) {
    Atomics.store(this.flags, STALL, milliseconds);
  }

  /** Closes the connection of each request of the API without a reply. */
  get dead(): boolean {
    return Atomics.load(this.flags, DEAD) === 1;
  }
  set dead(on: boolean) {
    Atomics.store(this.flags, DEAD, Number(on));
  }

  /** Answers each with 401. */
  get signedOut(): boolean {
    return Atomics.load(this.flags, SIGNED_OUT) === 1;
  }
  set signedOut(on: boolean) {
    Atomics.store(this.flags, SIGNED_OUT, Number(on));
  }

  /** Answers each with a login page. */
  get garbled(): boolean {
    return Atomics.load(this.flags, GARBLED) === 1;
  }
  set garbled(on: boolean) {
    Atomics.store(this.flags, GARBLED, Number(on));
  }

  /** Keeps each request waiting until it is false again: what is done meanwhile is done before the first reply. */
  get held(): boolean {
    return Atomics.load(this.flags, HELD) === 1;
  }
  set held(on: boolean) {
    Atomics.store(this.flags, HELD, Number(on));
    Atomics.notify(this.flags, HELD);
  }

  /** For the host: until no request is held. */
  async released(): Promise<void> {
    while (this.held) await Atomics.waitAsync(this.flags, HELD, 1).value;
  }

  /** Nothing is wrong any more. */
  recover(): void {
    this.flags.fill(0);
    Atomics.notify(this.flags, HELD);
  }
}
