import { type Clock, browserClock } from '../../../ports/time.ts';
import type { SourceProblem, SourceState } from '../../scan.ts';
import { hidProblem, page } from '../availability.ts';
import { type DeviceSource, createDeviceStreams, errorName } from '../device-source.ts';
import { type Assembled, createHidAssembler } from './assembler.ts';
import { BARCODE_PAGE, scanReports } from './report.ts';
import { hearPlugs } from '../plugged.ts';
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
  const { hid = page().navigator.hid ?? null } = options;
  const unsupported = options.hid === undefined ? hidProblem() : hid === null ? 'no-interface' : null;
  const streams = createDeviceStreams(id, 'hid', 'disconnected');
  /** Each scanner in use, with what ends it. */
  const open = new Map<HidDevice, () => void>();
  const opening = new Set<HidDevice>();

  /** `otherwise`: the state where no scanner is left. One of several may have a problem while the others are ready. */
  const say = (otherwise: SourceState, problem: SourceProblem | null = null): void => {
    if (open.size > 0) streams.say('ready', problem);
    else if (opening.size > 0) streams.say('connecting');
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
    open.set(device, () => {
      device.removeEventListener('inputreport', onReport);
      tell(assembler.breakOff(), clock.monotonic());
    });
  };

  const use = async (device: HidDevice): Promise<void> => {
    if (open.has(device) || opening.has(device) || !isScanner(device)) return;
    opening.add(device);
    say('connecting');
    try {
      if (!device.opened) await device.open();
      // Plugged out, or no longer wanted, in the meantime.
      if (!opening.delete(device) || !plugged.isActive()) {
        closeQuietly(device);
        return;
      }
      listen(device);
      say('ready');
    } catch (error) {
      if (!opening.delete(device) || !plugged.isActive()) return;
      say('error', errorName(error) === 'NotAllowedError' ? 'in-use' : 'failed');
    }
  };

  const drop = (device: HidDevice): boolean => {
    open.get(device)?.();
    const wasOpening = opening.delete(device);
    return open.delete(device) || wasOpening;
  };

  const onPlugged = ({ device }: HidConnection) => void use(device);
  const onUnplugged = ({ device }: HidConnection) => {
    if (drop(device)) say('disconnected', 'unplugged');
  };

  const plugged = hearPlugs(hid, unsupported, streams, { onPlugged, onUnplugged });

  const connect = async (): Promise<void> => {
    const api = plugged.start();
    if (api === null) return;
    say('connecting');
    try {
      const scanners = (await api.getDevices()).filter(isScanner);
      if (!plugged.isActive()) return;
      if (scanners.length === 0) say('needs-permission');
      await Promise.all(scanners.map(use));
    } catch {
      if (plugged.isActive()) say('error', 'failed');
    }
  };

  return {
    ...streams.source,
    connect: () => void connect(),
    request: async () => {
      const api = plugged.start();
      if (api === null) return;
      try {
        const scanners = (await api.requestDevice({ filters: [{ usagePage: BARCODE_PAGE }] })).filter(isScanner);
        if (!plugged.isActive()) return;
        if (scanners.length === 0) say('needs-permission', 'nothing-chosen');
        await Promise.all(scanners.map(use));
      } catch {
        if (plugged.isActive()) say('needs-permission', 'permission-refused');
      }
    },
    disconnect: () => {
      if (!plugged.stop()) return;
      for (const device of [...open.keys()]) {
        drop(device);
        closeQuietly(device);
      }
      opening.clear();
      streams.say('disconnected');
    },
  };
}

/** Of the interfaces of a scanner, those that carry codes. */
function isScanner({ collections }: HidDevice): boolean {
  return collections.some(({ usagePage }) => usagePage === BARCODE_PAGE) && scanReports(collections).length > 0;
}

/** A device that is gone can't be closed, and need not be. */
function closeQuietly(device: HidDevice): void {
  device.close().catch(() => undefined);
}
