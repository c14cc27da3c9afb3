import { type Clock, browserClock } from '../../../ports/time.ts';
import type { SourceProblem, SourceState } from '../../scan.ts';
import { createSourceStreams } from '../../source-streams.ts';
import { interfaceOf } from '../availability.ts';
import { type DeviceSource, errorName } from '../device-source.ts';
import { type Assembled, createHidAssembler } from './assembler.ts';
import { BARCODE_PAGE, scanReports } from './report.ts';
import { pluggedSource } from '../plugged-source.ts';
import type { Hid, HidConnection, HidDevice, HidInputReport } from '../web-apis.ts';

export interface WebHidOptions {
  readonly id?: string;
  /** `navigator.hid`, or `null` where there is none. */
  readonly hid?: Hid | null;
  readonly clock?: Pick<Clock, 'monotonic'>;
}

/**
 * Scanners in HID POS mode (usage page 0x8C), over WebHID: whole codes with their symbology identifier, from any number
 * of scanners. Those that were allowed once are used again without asking, and taken up again when they are plugged in.
 */
export function webHid(options: WebHidOptions = {}): DeviceSource {
  const { id = 'hid', clock = browserClock } = options;
  const streams = createSourceStreams(id, 'hid');
  /** Each scanner in use, with what ends hearing it; `null`: it is being opened. */
  const used = new Map<HidDevice, (() => void) | null>();

  /** `otherwise`: the state where no scanner is left. One of several may have a problem while the others are ready. */
  const say = (otherwise: SourceState, problem: SourceProblem | null = null): void => {
    if ([...used.values()].some(end => end !== null)) streams.say('ready', problem);
    else if (used.size > 0) streams.say('connecting');
    else streams.say(otherwise, problem);
  };

  const tell = (assembled: Assembled | null, at: number): void => {
    if (assembled?.kind === 'code') streams.scan(assembled.code, at);
    else if (assembled?.kind === 'reject') streams.reject(assembled.text, assembled.reason, at);
  };

  const listen = (device: HidDevice): void => {
    const assembler = createHidAssembler(scanReports(device.collections));
    const onReport = (event: HidInputReport) => {
      const at = clock.monotonic();
      tell(assembler.take(event, at), at);
    };
    device.addEventListener('inputreport', onReport);
    used.set(device, () => {
      device.removeEventListener('inputreport', onReport);
      tell(assembler.breakOff(), clock.monotonic());
    });
  };

  const use = async (device: HidDevice): Promise<void> => {
    if (used.has(device)) return;
    used.set(device, null);
    say('connecting');
    try {
      if (!device.opened) await device.open();
      // Plugged out, or no longer wanted, in the meantime.
      if (used.get(device) !== null) {
        closeQuietly(device);
        return;
      }
      listen(device);
      say('ready');
    } catch (error) {
      if (used.get(device) !== null) return;
      used.delete(device);
      say('error', errorName(error) === 'NotAllowedError' ? 'in-use' : 'failed');
    }
  };

  const drop = (device: HidDevice): boolean => {
    used.get(device)?.();
    return used.delete(device);
  };

  return pluggedSource({
    ...interfaceOf('hid', options.hid),
    streams,
    deviceOf: ({ device }: HidConnection) => device,
    isScanner,
    allowed: api => api.getDevices(),
    ask: api => api.requestDevice({ filters: [{ usagePage: BARCODE_PAGE }] }),
    say,
    use,
    onPlugged: device => void use(device),
    drop,
    dropAll: () => {
      for (const [device, end] of [...used]) {
        drop(device);
        // One that is being opened is closed when it is open.
        if (end !== null) closeQuietly(device);
      }
    },
  });
}

/** Of the interfaces of a scanner, those that carry codes. */
function isScanner({ collections }: HidDevice): boolean {
  return collections.some(({ usagePage }) => usagePage === BARCODE_PAGE) && scanReports(collections).length > 0;
}

/** A device that is gone can't be closed, and need not be. */
function closeQuietly(device: HidDevice): void {
  device.close().catch(() => undefined);
}
