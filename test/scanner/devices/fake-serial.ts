import type { Serial, SerialFilter, SerialOptions, SerialPort } from '../../../src/scanner/devices/web-apis.ts';
import { Emitter } from './emitter.ts';

/** `navigator.serial` with its ports, as Chromium behaves. */
export class FakeSerial extends Emitter<{ target: FakeSerialPort }> implements Serial {
  granted: FakeSerialPort[] = [];
  chosen: FakeSerialPort | Error = new DOMException('No port selected by the user.', 'NotFoundError');
  readonly asked: unknown[] = [];

  async getPorts(): Promise<SerialPort[]> {
    return [...this.granted];
  }

  async requestPort(options?: unknown): Promise<SerialPort> {
    this.asked.push(options);
    if (this.chosen instanceof Error) throw this.chosen;
    this.granted.push(this.chosen);
    return this.chosen;
  }

  plug(port: FakeSerialPort): void {
    if (!this.granted.includes(port)) this.granted.push(port);
    this.tell('connect', port);
  }

  /** The cable is out: reading fails, then the event comes. */
  unplug(port: FakeSerialPort): void {
    this.granted = this.granted.filter(each => each !== port);
    port.lose();
    this.tell('disconnect', port);
  }

  private tell(type: string, target: FakeSerialPort): void {
    const event = new Event(type);
    Object.defineProperty(event, 'target', { value: target });
    this.dispatch(type, event as Event & { target: FakeSerialPort });
  }
}

/** A port whose stream of bytes a test fills. */
export class FakeSerialPort extends EventTarget implements SerialPort {
  readable: ReadableStream<Uint8Array> | null = null;
  readonly openedWith: SerialOptions[] = [];
  /** What `open` does instead of opening. */
  failure: Error | null = null;
  closed = 0;
  private readonly info: SerialFilter;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(info: SerialFilter = { usbVendorId: 0x05e0, usbProductId: 0x1701 }) {
    super();
    this.info = info;
  }

  getInfo(): SerialFilter {
    return this.info;
  }

  async open(options: SerialOptions): Promise<void> {
    this.openedWith.push(options);
    if (this.failure !== null) throw this.failure;
    if (this.readable !== null) throw new DOMException('The port is already open.', 'InvalidStateError');
    this.renew();
  }

  async close(): Promise<void> {
    this.readable = null;
    this.closed++;
  }

  /** Bytes, or ASCII and UTF-8 text. */
  send(...chunks: (string | readonly number[])[]): void {
    for (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : Uint8Array.from(chunk);
      this.controller?.enqueue(bytes);
    }
  }

  /** An error on the line: this stream ends, the port has another. */
  breakLine(name: string): void {
    const broken = this.controller;
    this.renew();
    broken?.error(new DOMException('on the line', name));
  }

  lose(): void {
    this.readable = null;
    this.controller?.error(new DOMException('The device has been lost.', 'NetworkError'));
    this.controller = null;
  }

  private renew(): void {
    this.readable = new ReadableStream({ start: controller => (this.controller = controller) });
  }
}
