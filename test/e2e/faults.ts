const [STALL, DEAD, SIGNED_OUT, GARBLED] = [0, 1, 2, 3] as const;

/** What is wrong with the host just now; shared between the test and the host's thread. */
export class Faults {
  static memory(): SharedArrayBuffer {
    return new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT);
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
}
