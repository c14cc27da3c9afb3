/**
 * What we use of the browser's interfaces to devices, which TypeScript's library does not know. A test hands in its own.
 */

/** One field, or several alike, of a report. `usages` carry their page: 0x8C_00FE. */
export interface HidReportItem {
  readonly isArray?: boolean;
  readonly isConstant?: boolean;
  readonly isRange?: boolean;
  readonly usages?: readonly number[];
  readonly usageMinimum?: number;
  readonly usageMaximum?: number;
  /** Bits of one field. */
  readonly reportSize?: number;
  readonly reportCount?: number;
  readonly logicalMinimum?: number;
}

export interface HidReportInfo {
  readonly reportId?: number;
  readonly items?: readonly HidReportItem[];
}

export interface HidCollection {
  readonly usagePage?: number;
  readonly usage?: number;
  readonly inputReports?: readonly HidReportInfo[];
  readonly children?: readonly HidCollection[];
}

/** Events of one kind, with what they carry. */
export interface Emits<Type extends string, Carried extends Event> {
  addEventListener(type: Type, listener: (event: Carried) => void): void;
  removeEventListener(type: Type, listener: (event: Carried) => void): void;
}

export interface HidDevice extends Emits<'inputreport', HidInputReport> {
  readonly opened: boolean;
  readonly collections: readonly HidCollection[];
  open(): Promise<void>;
  close(): Promise<void>;
}

/** An `inputreport` event; the data come without the report's id. */
export interface HidInputReport extends Event {
  readonly reportId: number;
  readonly data: DataView;
}

export interface HidConnection extends Event {
  readonly device: HidDevice;
}

export interface Hid extends Emits<'connect' | 'disconnect', HidConnection> {
  getDevices(): Promise<HidDevice[]>;
  requestDevice(options: { filters: readonly { usagePage?: number; vendorId?: number }[] }): Promise<HidDevice[]>;
}

export interface SerialOptions {
  readonly baudRate: number;
  readonly dataBits?: 7 | 8;
  readonly stopBits?: 1 | 2;
  readonly parity?: 'none' | 'even' | 'odd';
  readonly flowControl?: 'none' | 'hardware';
  readonly bufferSize?: number;
}

export interface SerialFilter {
  readonly usbVendorId?: number;
  readonly usbProductId?: number;
}

export interface SerialPort extends EventTarget {
  readonly readable: ReadableStream<Uint8Array> | null;
  open(options: SerialOptions): Promise<void>;
  close(): Promise<void>;
  getInfo(): SerialFilter;
}

export interface SerialConnection extends Event {
  readonly target: SerialPort;
}

export interface Serial extends Emits<'connect' | 'disconnect', SerialConnection> {
  getPorts(): Promise<SerialPort[]>;
  requestPort(options?: { filters: readonly SerialFilter[] }): Promise<SerialPort>;
}

/** What of it this browser has; none of it on a page that did not come by https. */
export interface DeviceNavigator {
  readonly hid?: Hid;
  readonly serial?: Serial;
}
