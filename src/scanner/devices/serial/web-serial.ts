import { type Clock, browserClock } from '../../../ports/time.ts';
import type { SourceProblem, SourceState } from '../../scan.ts';
import { createSourceStreams } from '../../source-streams.ts';
import { interfaceOf } from '../availability.ts';
import { deviceCode } from '../code-text.ts';
import { type DeviceSource, errorName } from '../device-source.ts';
import { ENTER_FRAMING, type Framing, type Line } from './line-decoder.ts';
import { pluggedSource } from '../plugged-source.ts';
import { readLines } from './reader.ts';
import type { Serial, SerialConnection, SerialFilter, SerialOptions, SerialPort } from '../web-apis.ts';

export interface WebSerialOptions {
  readonly id?: string;
  /** How the scanner is set. Default: 9600 baud, 8 data bits, no parity, 1 stop bit. */
  readonly port?: SerialOptions;
  /** What ends a code. Default: CR, LF or both. */
  readonly framing?: Partial<Framing>;
  /** Which of the ports that this site may use are scanners. Default: all of them. */
  readonly filters?: readonly SerialFilter[];
  /** `navigator.serial`, or `null` where there is none. */
  readonly serial?: Serial | null;
  readonly clock?: Pick<Clock, 'monotonic' | 'after'>;
}

/** Waits before a port is opened again: doubled each time, from the first to the last. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** What opening fails with where another program, or another tab, has the port. */
const HELD_BY_OTHERS: ReadonlySet<string> = new Set(['NetworkError', 'InvalidStateError']);

/** A port that is wanted, whether it is open at the moment or not. */
interface WantedPort {
  state: SourceState;
  problem: SourceProblem | null;
  /** Ends reading, or the wait before the next attempt. */
  stop: () => void;
}

/**
 * Scanners on a serial port (USB CDC, Bluetooth SPP, RS-232), over Web Serial. Ports that were allowed once are opened
 * again without asking: after a replug at once, and where another program holds them, after a while, again and again.
 */
export function webSerial(options: WebSerialOptions = {}): DeviceSource {
  const { id = 'serial', clock = browserClock } = options;
  const { port: portOptions = { baudRate: 9600 }, filters = [] } = options;
  const framing: Framing = { ...ENTER_FRAMING, ...options.framing };
  const streams = createSourceStreams(id, 'serial');
  const wanted = new Map<SerialPort, WantedPort>();

  /** The best state of all ports; with it the worst that there is to say of any. */
  const settle = (otherwise: SourceState = 'disconnected', problem: SourceProblem | null = null): void => {
    const ports = [...wanted.values()];
    const best = (['ready', 'connecting', 'error', 'disconnected'] as const).find(state =>
      ports.some(port => port.state === state),
    );
    if (best === undefined) streams.say(otherwise, problem);
    else streams.say(best, ports.find(port => port.problem !== null)?.problem ?? null);
  };

  const onLine = (line: Line): void => {
    if (line.kind === 'reject') streams.reject(line.text, line.reason, clock.monotonic());
    else streams.scan(deviceCode(line.text), clock.monotonic(), framing.terminator === null ? 'idle' : 'suffix');
  };

  const wait = (milliseconds: number, entry: WantedPort): Promise<void> =>
    new Promise(resolve => {
      const cancel = clock.after(milliseconds, resolve);
      entry.stop = () => {
        cancel();
        resolve();
      };
    });

  /** Opens the port, reads from it, and opens it again, until it is no longer wanted. */
  const use = async (port: SerialPort): Promise<void> => {
    const known = wanted.get(port);
    if (known !== undefined) {
      // One that is waited for is opened now.
      if (known.state !== 'ready') known.stop();
      return;
    }
    const entry: WantedPort = { state: 'connecting', problem: null, stop: () => undefined };
    const isWanted = () => wanted.get(port) === entry;
    const say = (state: SourceState, problem: SourceProblem | null = null) => {
      Object.assign(entry, { state, problem });
      if (isWanted()) settle();
    };
    wanted.set(port, entry);
    settle();
    let failures = 0;
    let wasOpen = false;
    while (isWanted()) {
      try {
        await port.open(portOptions);
        failures = 0;
        wasOpen = true;
        say('ready');
        const onStop = (stop: () => void) => (entry.stop = stop);
        await readLines(port, { framing, clock, onLine, wanted: isWanted, onStop });
        say('disconnected', 'unplugged');
        await port.close().catch(() => undefined);
      } catch (error) {
        // A radio scanner out of reach fails like one that somebody else has; what was ours a moment ago is only gone.
        if (wasOpen) say('disconnected', 'unplugged');
        else say('error', HELD_BY_OTHERS.has(errorName(error)) ? 'in-use' : 'failed');
      }
      if (isWanted()) await wait(Math.min(FIRST_WAIT_MS * 2 ** failures++, LONGEST_WAIT_MS), entry);
    }
  };

  return pluggedSource({
    ...interfaceOf('serial', options.serial),
    streams,
    // Chromium makes a new object of what is plugged in again: the old one never opens.
    used: wanted,
    deviceOf: ({ target }: SerialConnection) => target,
    isScanner: port => matches(port.getInfo(), filters),
    allowed: api => api.getPorts(),
    ask: async api => [await api.requestPort(filters.length === 0 ? undefined : { filters })],
    say: settle,
    use: port => void use(port),
    end: (_port, { stop }) => stop(),
  });
}

function matches(info: SerialFilter, filters: readonly SerialFilter[]): boolean {
  return (
    filters.length === 0 ||
    filters.some(
      ({ usbVendorId, usbProductId }) =>
        (usbVendorId === undefined || usbVendorId === info.usbVendorId) &&
        (usbProductId === undefined || usbProductId === info.usbProductId),
    )
  );
}
