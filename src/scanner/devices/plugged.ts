import type { SourceProblem } from '../scan.ts';
import type { DeviceStreams } from './device-source.ts';
import type { Emits } from './web-apis.ts';

/** A browser's interface to one kind of device, in use from the first `start` to `stop`. */
export interface Plugged<Api> {
  /** Hears of devices from now on; `null`: they can't be used here, and the state says why. */
  start(): Api | null;
  /** Whether it was in use. */
  stop(): boolean;
  isActive(): boolean;
}

/** Hears devices being plugged in and out. `problem`: why this page has no such interface. */
export function hearPlugs<Plug extends Event, Api extends Emits<'connect' | 'disconnect', Plug>>(
  api: Api | null,
  problem: SourceProblem | null,
  streams: Pick<DeviceStreams, 'say'>,
  heard: { readonly onPlugged: (plug: Plug) => void; readonly onUnplugged: (plug: Plug) => void },
): Plugged<Api> {
  let active = false;
  return {
    isActive: () => active,
    start: () => {
      if (api === null || problem !== null) {
        streams.say('unsupported', problem);
        return null;
      }
      if (!active) {
        active = true;
        api.addEventListener('connect', heard.onPlugged);
        api.addEventListener('disconnect', heard.onUnplugged);
      }
      return api;
    },
    stop: () => {
      if (!active) return false;
      active = false;
      api?.removeEventListener('connect', heard.onPlugged);
      api?.removeEventListener('disconnect', heard.onUnplugged);
      return true;
    },
  };
}
