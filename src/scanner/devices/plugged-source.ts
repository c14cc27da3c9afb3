import { type DeviceSource, errorName } from './device-source.ts';
import type { SourceProblem, SourceState } from '../scan.ts';
import type { SourceStreams } from '../source-streams.ts';
import type { Emits } from './web-apis.ts';

/** A browser's interface to devices that are plugged in and out, and what is done with one of them in its own way. */
export interface PluggedKind<Api, Plug, Device> {
  readonly api: Api | null;
  /** Why this page has no such interface. */
  readonly problem: SourceProblem | null;
  readonly streams: SourceStreams;
  readonly deviceOf: (plug: Plug) => Device;
  readonly isScanner: (device: Device) => boolean;
  /** Those that this site may use already. */
  readonly allowed: (api: Api) => Promise<readonly Device[]>;
  /** Asks the person; rejects, or finds none, where nothing is chosen. */
  readonly ask: (api: Api) => Promise<readonly Device[]>;
  /** Says the state of all devices in use, or `otherwise` where there is none. */
  readonly say: (otherwise: SourceState, problem?: SourceProblem) => void;
  /** Begins with a scanner, if it is not in use yet; its answer is waited for. Never rejects. */
  readonly use: (scanner: Device) => Promise<void> | undefined;
  /** The scanner was plugged in. */
  readonly onPlugged: (scanner: Device) => void;
  /** Whether it was in use. */
  readonly drop: (device: Device) => boolean;
  readonly dropAll: () => void;
}

/** Scanners that were allowed once are used again without asking, and taken up again when they are plugged in. */
export function pluggedSource<Plug extends Event, Device, Api extends Emits<'connect' | 'disconnect', Plug>>(
  kind: PluggedKind<Api, Plug, Device>,
): DeviceSource {
  const { api, streams, deviceOf, isScanner, say } = kind;
  let active = false;

  const onPlugged = (plug: Plug): void => {
    const device = deviceOf(plug);
    if (isScanner(device)) kind.onPlugged(device);
  };
  const onUnplugged = (plug: Plug): void => {
    if (kind.drop(deviceOf(plug))) say('disconnected', 'unplugged');
  };

  /** Hears of devices from now on; `null`: they can't be used here, and the state says why. */
  const start = (): Api | null => {
    if (api === null || kind.problem !== null) {
      streams.say('unsupported', kind.problem);
      return null;
    }
    if (!active) {
      active = true;
      api.addEventListener('connect', onPlugged);
      api.addEventListener('disconnect', onUnplugged);
    }
    return api;
  };

  /** Uses the scanners among these; `none`: what there is to say where none is. */
  const use = async (devices: Promise<readonly Device[]>, none?: SourceProblem): Promise<void> => {
    const scanners = (await devices).filter(isScanner);
    if (!active) return;
    if (scanners.length === 0) say('needs-permission', none);
    await Promise.all(scanners.map(async scanner => kind.use(scanner)));
  };

  const connect = async (): Promise<void> => {
    const devices = start();
    if (devices === null) return;
    say('connecting');
    try {
      await use(kind.allowed(devices));
    } catch {
      if (active) say('error', 'failed');
    }
  };

  return {
    ...streams.source,
    connect: () => void connect(),
    request: async () => {
      const devices = start();
      if (devices === null) return;
      try {
        await use(kind.ask(devices), 'nothing-chosen');
      } catch (error) {
        // Where nothing is chosen, WebHID answers with none, and Web Serial fails.
        const problem = errorName(error) === 'NotFoundError' ? 'nothing-chosen' : 'permission-refused';
        if (active) say('needs-permission', problem);
      }
    },
    disconnect: () => {
      if (!active) return;
      active = false;
      api?.removeEventListener('connect', onPlugged);
      api?.removeEventListener('disconnect', onUnplugged);
      kind.dropAll();
      streams.say('disconnected');
    },
  };
}
