import { Emitter } from './emitter.ts';
import type { Hid, HidCollection, HidDevice, HidReportItem } from '../../../src/scanner/devices/web-apis.ts';

/** `navigator.hid` with what is plugged in, as Chromium behaves: devices of one scanner, events on plug and unplug. */
export class FakeHid extends Emitter<{ device: FakeHidDevice }> implements Hid {
  granted: FakeHidDevice[] = [];
  /** What the person picks in the chooser; a refusal where it is an error. */
  chosen: FakeHidDevice[] | Error = [];
  readonly asked: unknown[] = [];

  async getDevices(): Promise<HidDevice[]> {
    return [...this.granted];
  }

  async requestDevice(options: unknown): Promise<HidDevice[]> {
    this.asked.push(options);
    if (this.chosen instanceof Error) throw this.chosen;
    this.granted = [...new Set([...this.granted, ...this.chosen])];
    return this.chosen;
  }

  plug(device: FakeHidDevice): void {
    this.granted.push(device);
    this.emit('connect', { device });
  }

  unplug(device: FakeHidDevice): void {
    this.granted = this.granted.filter(each => each !== device);
    device.opened = false;
    this.emit('disconnect', { device });
  }
}

export class FakeHidDevice extends Emitter<{ reportId: number; data: DataView }> implements HidDevice {
  readonly collections: readonly HidCollection[];
  readonly vendorId = 0x0c2e;
  opened = false;
  /** What `open` does instead of opening. */
  failure: Error | null = null;
  closed = 0;
  opens = 0;
  /** Until when opening lasts. */
  opening: Promise<void> = Promise.resolve();

  constructor(collections: readonly HidCollection[]) {
    super();
    this.collections = collections;
  }

  async open(): Promise<void> {
    this.opens++;
    if (this.failure !== null) throw this.failure;
    await this.opening;
    this.opened = true;
  }

  async close(): Promise<void> {
    this.opened = false;
    this.closed++;
  }

  /** Sends a report as it comes over the wire, its id first. */
  send(report: readonly number[]): void {
    const [reportId = 0, ...data] = report;
    this.emit('inputreport', { reportId, data: new DataView(Uint8Array.from(data).buffer) });
  }
}

const BARCODE = 0x8c;
const usage = (id: number) => BARCODE * 0x10000 + id;
const BYTE_COUNT = 0x1_003b;

function bytes(usages: readonly number[], reportCount: number, more: HidReportItem = {}): HidReportItem {
  return { usages, reportSize: 8, reportCount, isArray: false, isConstant: false, isRange: false, ...more };
}
const bits = (usages: readonly number[], reportCount: number, more: HidReportItem = {}) =>
  bytes(usages, reportCount, { reportSize: 1, ...more });
const CONSTANT = { isConstant: true };

function scanner(reportId: number, items: readonly HidReportItem[], others: readonly HidCollection[] = []) {
  const scannedData: HidCollection = { usagePage: BARCODE, usage: 0x12, inputReports: [{ reportId, items }] };
  return [{ usagePage: BARCODE, usage: 0x02, inputReports: [], children: [scannedData, ...others] }];
}

/** 64 bytes: id 2, byte count, AIM identifier (3), data (56), two of the maker's own, `continued` in bit 0 of the last. */
export const COUNTED = scanner(
  2,
  [
    bytes([BYTE_COUNT], 1),
    bytes([usage(0xfb), usage(0xfc), usage(0xfd)], 3),
    bytes([usage(0xfe)], 56),
    bytes([0xff66_0004, 0xff66_0000], 2),
    bits([usage(0xff)], 1),
    bits([], 7, CONSTANT),
  ],
  // A trigger report beside it, which carries no code.
  [{ usagePage: BARCODE, usage: 0x14, inputReports: [{ reportId: 4, items: [bits([usage(0x31)], 1)] }] }],
);

/** 50 bytes: id 2, identifier by a usage range (3), `continued` as an array's selection (1), 45 data filled with zeros. */
export const FILLED = scanner(2, [
  bytes([], 3, { isRange: true, usageMinimum: usage(0xfb), usageMaximum: usage(0xfd) }),
  bytes([0x8c_0000, usage(0xff)], 1, { isArray: true, logicalMinimum: 0 }),
  bytes([usage(0xfe)], 45, { isArray: true }),
]);

/** 64 bytes, no report id: four flag bits first, so that the rest stands askew; one identifier usage for all three. */
export const ASKEW = scanner(0, [
  bits([usage(0xff)], 1),
  bits([], 3, CONSTANT),
  bytes([usage(0xfb)], 3),
  { ...bytes([BYTE_COUNT], 1), reportSize: 12 },
  bytes([usage(0xfe)], 58),
]);

const ascii = (text: string, length: number) => {
  const codes = [...new TextEncoder().encode(text)];
  return [...codes, ...Array.from({ length: length - codes.length }, () => 0)];
};

/** The reports of a code in the layout COUNTED. */
export function countedReports(text: string, aim = ']C0'): number[][] {
  const data = [...new TextEncoder().encode(text)];
  const parts = Math.max(1, Math.ceil(data.length / 56));
  return Array.from({ length: parts }, (_, n) => {
    const part = data.slice(n * 56, n * 56 + 56);
    const fill = Array.from({ length: 56 - part.length }, () => 0);
    return [2, part.length, ...ascii(aim, 3), ...part, ...fill, 0x6a, 0, n + 1 < parts ? 1 : 0];
  });
}

/** The reports of a code in the layout FILLED. */
export function filledReports(text: string, aim = ']Q1'): number[][] {
  const parts = text.match(/[^]{1,45}/g) ?? [''];
  return parts.map((part, n) => [2, ...ascii(aim, 3), n + 1 < parts.length ? 1 : 0, ...ascii(part, 45)]);
}

/** The one report of a code in the layout ASKEW: everything four bits on. */
export function askewReport(text: string, aim: string, continued = false): number[] {
  const aligned = [...ascii(aim, 3), text.length & 0xff, text.length >> 8];
  // 12 bits of count, then the data: nibbles, lowest first.
  const nibbles = [
    continued ? 1 : 0,
    ...aligned.flatMap(byte => [byte & 15, byte >> 4]).slice(0, 9),
    ...ascii(text, 58).flatMap(byte => [byte & 15, byte >> 4]),
  ];
  const report = [0];
  for (let n = 0; n < nibbles.length; n += 2) report.push((nibbles[n] ?? 0) | ((nibbles[n + 1] ?? 0) << 4));
  return report;
}
