import type { Clock } from '../../../ports/time.ts';
import { type Framing, type Line, createLineDecoder } from './line-decoder.ts';
import type { SerialPort } from '../web-apis.ts';

export interface SerialReaderOptions {
  readonly framing: Framing;
  readonly clock: Pick<Clock, 'monotonic' | 'after'>;
  readonly onLine: (line: Line) => void;
  /** Whether to go on reading. */
  readonly wanted: () => boolean;
  /** Takes the way to end reading. */
  readonly onStop: (stop: () => void) => void;
}

/** Reads lines from an open port until it is gone or no longer wanted. Never rejects. */
export async function readLines(port: SerialPort, options: SerialReaderOptions): Promise<void> {
  const { framing, clock, onLine, wanted, onStop } = options;
  const decoder = createLineDecoder(framing);
  let cancelTimer = () => {};

  const arm = (): void => {
    cancelTimer();
    const { waitMs } = decoder;
    if (waitMs === null) return;
    const due = clock.monotonic() + waitMs;
    cancelTimer = clock.after(waitMs, () => {
      // A page that was busy is late itself: bytes that came in time may still be on their way to us.
      if (clock.monotonic() - due > waitMs / 2) arm();
      else decoder.idle(clock.monotonic()).forEach(onLine);
    });
  };

  // After an error on the line (parity, overrun) the port has a new stream; after an unplug it has none.
  for (let ended = false; !ended && port.readable !== null && wanted();) {
    const reader = port.readable.getReader();
    onStop(() => void reader.cancel().catch(() => undefined));
    try {
      for (;;) {
        const { value, done } = await reader.read();
        ended = done;
        if (done) break;
        decoder.push(value, clock.monotonic()).forEach(onLine);
        arm();
      }
    } catch {
      decoder.breakOff(clock.monotonic()).forEach(onLine);
    } finally {
      reader.releaseLock();
    }
  }
  cancelTimer();
  decoder.breakOff(clock.monotonic()).forEach(onLine);
}
