import { BehaviorSubject } from 'rxjs';
import { type Clock, browserClock } from '../../../ports/time.ts';
import type { IgnoredMessage, IgnoredReason, ScanSource, SourceProblem } from '../../scan.ts';
import type { BridgeTone } from './message.ts';
import { createSourceStreams } from '../../source-streams.ts';
import type { DeviceCode } from '../device-source.ts';

/** Scans that something around the page hands in. */
export interface BridgeSource extends ScanSource {
  readonly kind: 'bridge';
  readonly problem$: NonNullable<ScanSource['problem$']>;
  readonly ignored$: NonNullable<ScanSource['ignored$']>;
  /** Lets the device beep, vibrate and light up: to be given to a session as its `feedback`. */
  readonly feedback: { signal(tone: BridgeTone): void; dispose(): void };
}

/** How the messages of one kind of bridge come and go. */
export interface BridgeTransport {
  readonly id: string;
  /** Why it can't be used here; `null`: it can. */
  readonly problem: SourceProblem | null;
  /** Begins to listen; answers how to stop. May throw: the shell's own code is called. */
  open(hear: BridgeListener): () => void;
  signal?(tone: BridgeTone): void;
}

export interface BridgeListener {
  code(code: DeviceCode): void;
  ignore(reason: IgnoredReason, origin?: string): void;
}

const MOST_IGNORED = 20;

export function createBridge(transport: BridgeTransport, clock: Pick<Clock, 'monotonic'> = browserClock): BridgeSource {
  const streams = createSourceStreams(transport.id, 'bridge');
  const ignored$ = new BehaviorSubject<readonly IgnoredMessage[]>([]);
  let close: (() => void) | null = null;
  const listener: BridgeListener = {
    code: code => streams.scan(code, clock.monotonic()),
    ignore: (reason, origin) => {
      const message = { reason, at: clock.monotonic(), ...(origin !== undefined && { origin }) };
      ignored$.next([message, ...ignored$.value].slice(0, MOST_IGNORED));
    },
  };
  return {
    ...streams.source,
    kind: 'bridge',
    ignored$,
    feedback: {
      signal: tone => {
        if (close !== null) attempt(() => transport.signal?.(tone));
      },
      dispose: () => undefined,
    },
    connect: () => {
      if (close !== null) return;
      if (transport.problem !== null) {
        streams.say('unsupported', transport.problem);
        return;
      }
      const opened = attempt(() => (close = transport.open(listener)));
      if (opened) streams.say('ready');
      else streams.say('error', 'failed');
    },
    disconnect: () => {
      const end = close;
      close = null;
      if (end === null) return;
      attempt(end);
      streams.say('disconnected');
    },
  };
}

/** Whether it went well. The shell's code is not ours: what it throws is its own affair, and ends nothing here. */
function attempt(call: () => void): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}
