import { aTimeout, expect } from '@open-wc/testing';
import { type WebSerialOptions, webSerial } from '../../../src/scanner/devices/serial/web-serial.ts';
import { FakeSerial, FakeSerialPort } from './fake-serial.ts';
import { recorder } from './recorder.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const GS = '\x1D';
/** Until streams and promises have done what they can without time passing. */
const settled = () => aTimeout(0);

describe('A scanner on a serial port', () => {
  const connected = async (
    ports: readonly FakeSerialPort[] = [new FakeSerialPort()],
    options: WebSerialOptions = {},
  ) => {
    const serial = new FakeSerial();
    serial.granted = [...ports];
    const clock = new VirtualClock(1000);
    const source = webSerial({ serial, clock, ...options });
    const seen = recorder(source);
    source.connect();
    await settled();
    return { serial, clock, source, seen, port: ports[0] ?? new FakeSerialPort() };
  };

  it('is opened as it is set, and gives a code for each line', async () => {
    const { port, seen } = await connected(undefined, { port: { baudRate: 115_200, parity: 'even' } });
    expect(port.openedWith).to.deep.equal([{ baudRate: 115_200, parity: 'even' }]);
    port.send('Item-MOB', '-ART-118\r', '\n8000000005557\r\n');
    await settled();
    expect(seen.texts()).to.deep.equal(['Item-MOB-ART-118', '8000000005557']);
    expect(seen.scans[0]).to.deep.include({ id: 'serial-1', sourceId: 'serial', end: 'suffix', at: 1000 });
    expect(seen.state()).to.deep.equal(['ready', null]);
  });

  it('keeps the symbology identifier apart, and the separators of GS1', async () => {
    const { port, seen } = await connected();
    port.send(`]d20109506000134352101AB${GS}17261231\r`);
    await settled();
    expect(seen.scans[0]).to.include({
      text: `0109506000134352101AB${GS}17261231`,
      aim: ']d2',
      symbology: 'data_matrix',
    });
  });

  it('does not merge two scans in one chunk, nor split a character between two', async () => {
    const { port, seen } = await connected();
    port.send([0x41, 0xc8], [0x99, 0x0d, 0x42, 0x2d, 0x32, 0x0d]);
    await settled();
    expect(seen.texts()).to.deep.equal(['Aș', 'B-2']);
  });

  it('rejects what was read of a code when the port is unplugged, and begins anew when it is plugged in', async () => {
    const { serial, port, seen } = await connected();
    port.send('A-1\r', 'ITEM-1');
    await settled();
    serial.unplug(port);
    await settled();
    expect(seen.texts()).to.deep.equal(['A-1']);
    expect(seen.rejects.map(({ text, reason }) => [text, reason])).to.deep.equal([['ITEM-1', 'broken-off']]);
    expect(seen.state()).to.deep.equal(['disconnected', 'unplugged']);

    const again = new FakeSerialPort();
    serial.plug(again);
    await settled();
    expect(seen.state()).to.deep.equal(['ready', null]);
    again.send('ITEM-118\r');
    await settled();
    expect(seen.texts()).to.deep.equal(['A-1', 'ITEM-118']);
  });

  it('opens the same port again, where the browser keeps it', async () => {
    const { serial, port, seen } = await connected();
    port.send('ITEM-1');
    await settled();
    serial.unplug(port);
    await settled();
    serial.plug(port);
    await settled();
    port.send('ITEM-118\r');
    await settled();
    expect(seen.texts()).to.deep.equal(['ITEM-118']);
    expect(seen.rejects).to.have.lengthOf(1);
  });

  it('tries a radio scanner that went out of reach again, at growing intervals', async () => {
    const { clock, port, seen } = await connected();
    port.send('ITEM-1');
    await settled();
    port.failure = new DOMException('Failed to open serial port.', 'NetworkError');
    port.lose();
    await settled();
    expect(seen.state()).to.deep.equal(['disconnected', 'unplugged']);
    const waits: number[] = [];
    for (let n = 0; n < 8; n++) {
      waits.push(...clock.waiting);
      clock.advance(clock.waiting[0] ?? 0);
      await settled();
    }
    expect(waits).to.deep.equal([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(seen.state()).to.deep.equal(['disconnected', 'unplugged']);
    port.failure = null;
    clock.advance(30_000);
    await settled();
    expect(seen.state()).to.deep.equal(['ready', null]);
    port.send('ITEM-118\r');
    await settled();
    expect(seen.texts()).to.deep.equal(['ITEM-118']);
  });

  it('says that another program has the port, and takes it when that lets go', async () => {
    const held = new FakeSerialPort();
    held.failure = new DOMException('Failed to open serial port.', 'NetworkError');
    const { clock, seen } = await connected([held]);
    expect(seen.state()).to.deep.equal(['error', 'in-use']);
    held.failure = null;
    clock.advance(500);
    await settled();
    expect(seen.state()).to.deep.equal(['ready', null]);
  });

  it('rejects the code in which the line broke, and reads on', async () => {
    const { port, seen } = await connected();
    port.send('ITEM-1');
    await settled();
    port.breakLine('ParityError');
    await settled();
    port.send('18\r', 'ITEM-118\r');
    await settled();
    expect(seen.rejects.map(({ text, reason }) => [text, reason])).to.deep.equal([
      ['ITEM-1', 'broken-off'],
      ['18', 'broken-off'],
    ]);
    expect(seen.texts()).to.deep.equal(['ITEM-118']);
    expect(seen.state()).to.deep.equal(['ready', null]);
  });

  it('shows a code that stops in the middle, and takes no pause for its end', async () => {
    const { clock, port, seen } = await connected();
    port.send('ITEM-1');
    await settled();
    clock.advance(999);
    expect(seen.rejects).to.deep.equal([]);
    clock.advance(1);
    expect(seen.rejects.map(({ text, reason }) => [text, reason])).to.deep.equal([['ITEM-1', 'too-slow']]);
    expect(seen.texts()).to.deep.equal([]);
  });

  it('without a terminator ends a code with a pause, but not with one that the page itself made', async () => {
    const { clock, port, seen } = await connected(undefined, { framing: { terminator: null, idleMs: 80 } });
    port.send('ITEM');
    await settled();
    // The rest came in time, and waits behind whatever held the page up.
    clock.stall(1500);
    expect(seen.texts()).to.deep.equal([]);
    port.send('-118');
    await settled();
    clock.advance(80);
    expect(seen.texts()).to.deep.equal(['ITEM-118']);
    expect(seen.scans[0]).to.include({ end: 'idle' });
  });

  it('rejects bytes that are no text, as a wrong baud rate gives them', async () => {
    const { port, seen } = await connected();
    port.send([0xfe, 0x80, 0x0d], 'A-1\r');
    await settled();
    expect(seen.rejects.map(({ reason }) => reason)).to.deep.equal(['garbled']);
    expect(seen.texts()).to.deep.equal(['A-1']);
  });

  it('hears several ports, and leaves those alone that are no scanners', async () => {
    const zebra = new FakeSerialPort({ usbVendorId: 0x05e0 });
    const other = new FakeSerialPort({ usbVendorId: 0x05f9 });
    const scale = new FakeSerialPort({ usbVendorId: 0x0922 });
    const filters = [{ usbVendorId: 0x05e0 }, { usbVendorId: 0x05f9 }];
    const { serial, seen, source } = await connected([zebra, other, scale], { filters });
    zebra.send('A-1\r');
    other.send('B-2\r');
    await settled();
    expect(seen.texts()).to.deep.equal(['A-1', 'B-2']);
    expect(scale.openedWith).to.deep.equal([]);
    serial.plug(new FakeSerialPort({ usbVendorId: 0x0922 }));
    await source.request();
    expect(serial.asked).to.deep.equal([{ filters }]);
  });

  it('asks for a port, and says what came of it', async () => {
    const { serial, source, seen } = await connected([]);
    expect(seen.state()).to.deep.equal(['needs-permission', null]);
    await source.request();
    expect(seen.state()).to.deep.equal(['needs-permission', 'nothing-chosen']);
    serial.chosen = new DOMException('Must be handling a user gesture', 'SecurityError');
    await source.request();
    expect(seen.state()).to.deep.equal(['needs-permission', 'permission-refused']);
    const port = new FakeSerialPort();
    serial.chosen = port;
    await source.request();
    await settled();
    expect(seen.state()).to.deep.equal(['ready', null]);
  });

  it('lets the port go when it is disconnected, and takes it again', async () => {
    const { source, port, seen } = await connected();
    port.send('ITEM-1');
    await settled();
    source.disconnect();
    await settled();
    expect([port.closed, port.readable]).to.deep.equal([1, null]);
    expect(seen.state()).to.deep.equal(['disconnected', null]);
    expect(seen.rejects.map(({ text }) => text)).to.deep.equal(['ITEM-1']);
    source.connect();
    await settled();
    port.send('ITEM-118\r');
    await settled();
    expect(seen.texts()).to.deep.equal(['ITEM-118']);
  });

  it('stops trying when it is disconnected', async () => {
    const held = new FakeSerialPort();
    held.failure = new DOMException('Failed to open serial port.', 'NetworkError');
    const { clock, source } = await connected([held]);
    source.disconnect();
    await settled();
    expect(clock.waiting).to.deep.equal([]);
    expect(held.openedWith).to.have.lengthOf(1);
  });

  it('says where the browser has no Web Serial', () => {
    const source = webSerial({ serial: null });
    const seen = recorder(source);
    source.connect();
    expect(seen.state()).to.deep.equal(['unsupported', 'no-interface']);
  });

  it('takes the browser’s own interface by itself', async () => {
    const port = new FakeSerialPort();
    const serial = new FakeSerial();
    serial.granted = [port];
    Object.defineProperty(navigator, 'serial', { value: serial, configurable: true });
    try {
      const source = webSerial();
      const seen = recorder(source);
      source.connect();
      await settled();
      port.send('A-1\r');
      await settled();
      expect(seen.texts()).to.deep.equal(['A-1']);
      source.disconnect();
    } finally {
      Reflect.deleteProperty(navigator, 'serial');
    }
  });
});
