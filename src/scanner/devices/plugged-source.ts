import { type DeviceSource, errorName } from './device-source.ts';
import type { SourceProblem, SourceState } from '../scan.ts';
import type { SourceStreams } from '../source-streams.ts';
import type { Emits } from './web-apis.ts';

/** A browser's interface to devices that are plugged in and out, and what is done with one of them in its own way. */
export interface PluggedKind<Api, Plug, Device, Use> {
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
  /** The devices in use. */
  readonly used: Map<Device, Use>;
  /** Says the state of those in use, or `otherwise` where there is none. One may have a problem while others are ready. */
  readonly say: (otherwise: SourceState, problem?: SourceProblem) => void;
  /** Begins with a scanner that was found or plugged in, if it is not in use yet. Its answer is waited for; never rejects. */
  readonly use: (scanner: Device) => Promise<void> | undefined;
  /** Ends with a device that is no longer in use. */
  readonly end: (device: Device, use: Use) => void;
}

/** Scanners that were allowed once are used again without asking, and taken up again when they are plugged in. */
export function pluggedSource<Plug extends Event, Device, Use, Api extends Emits<'connect' | 'disconnect', Plug>>(
  kind: PluggedKind<Api, Plug, Device, Use>,
): DeviceSource {
  const { api, streams, used, deviceOf, isScanner, say } = kind;
  let active = false;

  /** Whether it was in use. */
  const drop = (device: Device): boolean => {
    const use = used.get(device);
    if (use === undefined) return false;
    used.delete(device);
    kind.end(device, use);
    return true;
  };
  const onPlugged = (plug: Plug): void => {
    const device = deviceOf(plug);
    if (isScanner(device)) void kind.use(device);
  };
  const onUnplugged = (plug: Plug): void => {
    if (drop(deviceOf(plug))) say('disconnected', 'unplugged');
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
      [...used.keys()].forEach(drop);
      streams.say('disconnected');
    },
  };
}
