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
  /** Each scanner in use, with what ends hearing it; `null`: it is not open yet. */
  const used = new Map<HidDevice, { end: (() => void) | null }>();
  /** Those that are being opened or closed: nothing else can be begun with them. */
  const busy = new Map<HidDevice, Promise<void>>();

  const say = (otherwise: SourceState, problem: SourceProblem | null = null): void => {
    if ([...used.values()].some(({ end }) => end !== null)) streams.say('ready', problem);
    else if (used.size > 0) streams.say('connecting');
    else streams.say(otherwise, problem);
  };

  const tell = (assembled: Assembled | null, at: number): void => {
    if (assembled?.kind === 'code') streams.scan(assembled.code, at);
    else if (assembled?.kind === 'reject') streams.reject(assembled.text, assembled.reason, at);
  };

  const listen = (device: HidDevice): (() => void) => {
    const assembler = createHidAssembler(scanReports(device.collections));
    const onReport = (event: HidInputReport) => {
      const at = clock.monotonic();
      tell(assembler.take(event, at), at);
    };
    device.addEventListener('inputreport', onReport);
    return () => {
      device.removeEventListener('inputreport', onReport);
      tell(assembler.breakOff(), clock.monotonic());
    };
  };

  /** Opens a scanner in use, or closes one that is not, after what was begun before. */
  const settle = (device: HidDevice): Promise<void> => {
    const begin = async () => {
      if (used.has(device) !== device.opened) await (device.opened ? device.close() : device.open());
    };
    const settled = busy.get(device)?.then(begin) ?? begin();
    const over = settled
      .catch(() => undefined)
      .then(() => {
        if (busy.get(device) === over) busy.delete(device);
      });
    busy.set(device, over);
    return settled;
  };

  const use = async (device: HidDevice): Promise<void> => {
    if (used.has(device)) return;
    const mine: { end: (() => void) | null } = { end: null };
    used.set(device, mine);
    say('connecting');
    try {
      await settle(device);
      // Plugged out, or no longer wanted, in the meantime.
      if (used.get(device) !== mine) return;
      mine.end = listen(device);
      say('ready');
    } catch (error) {
      if (used.get(device) !== mine) return;
      used.delete(device);
      say('error', errorName(error) === 'NotAllowedError' ? 'in-use' : 'failed');
    }
  };

  return pluggedSource({
    ...interfaceOf('hid', options.hid),
    streams,
    used,
    deviceOf: ({ device }: HidConnection) => device,
    isScanner,
    allowed: api => api.getDevices(),
    ask: api => api.requestDevice({ filters: [{ usagePage: BARCODE_PAGE }] }),
    say,
    use,
    end: (device, { end }) => {
      end?.();
      // A device that is gone can't be closed, and need not be.
      settle(device).catch(() => undefined);
    },
  });
}

/** Of the interfaces of a scanner, those that carry codes. */
function isScanner({ collections }: HidDevice): boolean {
  return collections.some(({ usagePage }) => usagePage === BARCODE_PAGE) && scanReports(collections).length > 0;
}
