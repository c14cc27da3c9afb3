import { aTimeout, expect } from '@open-wc/testing';
import { webHid } from '../../../src/scanner/devices/hid/web-hid.ts';
import { recorder } from './recorder.ts';
import {
  ASKEW,
  COUNTED,
  FILLED,
  FakeHid,
  FakeHidDevice,
  askewReport,
  countedReports,
  filledReports,
} from './fake-hid.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const GS = '\x1D';
const settled = () => aTimeout(0);

describe('A scanner over WebHID', () => {
  const connected = async (...devices: FakeHidDevice[]) => {
    const hid = new FakeHid();
    hid.granted = devices;
    const clock = new VirtualClock(1000);
    const source = webHid({ hid, clock });
    const seen = recorder(source);
    source.connect();
    await settled();
    return { hid, source, seen, clock };
  };

  it('gives a code with its symbology identifier, from where the descriptor says they stand', async () => {
    const scanner = new FakeHidDevice(COUNTED);
    const { seen } = await connected(scanner);
    countedReports('Item-MOB-ART-118', ']C0').forEach(report => scanner.send(report));
    expect(seen.scans).to.deep.equal([
      {
        id: 'hid-1',
        sourceId: 'hid',
        text: 'Item-MOB-ART-118',
        aim: ']C0',
        symbology: 'code_128',
        at: 1000,
        end: 'device',
      },
    ]);
    expect(seen.state()).to.deep.equal(['ready', null]);
  });

  it('joins a code that comes in several reports, whatever their layout', async () => {
    const counted = new FakeHidDevice(COUNTED);
    const filled = new FakeHidDevice(FILLED);
    const { seen } = await connected(counted, filled);
    const long = 'https://example.com/01/09506000134352/10/ABC-'.padEnd(250, '0123456789');
    countedReports(long, ']Q1').forEach(report => counted.send(report));
    filledReports(long, ']Q1').forEach(report => filled.send(report));
    expect(seen.texts()).to.deep.equal([long, long]);
    expect(seen.scans.map(({ aim }) => aim)).to.deep.equal([']Q1', ']Q1']);
  });

  it('reads fields that begin within a byte, and a byte count wider than a byte', async () => {
    const scanner = new FakeHidDevice(ASKEW);
    const { seen } = await connected(scanner);
    scanner.send(askewReport('8000000005557', ']E0'));
    scanner.send(askewReport('0123456789'.repeat(5), ']C0', true));
    scanner.send(askewReport('-end', ']C0'));
    expect(seen.texts()).to.deep.equal(['8000000005557', `${'0123456789'.repeat(5)}-end`]);
  });

  it('keeps the separators of GS1, and zeros that are counted', async () => {
    const scanner = new FakeHidDevice(COUNTED);
    const { seen } = await connected(scanner);
    const gs1 = `01095060001343521012345${GS}17261231`;
    countedReports(gs1, ']d2').forEach(report => scanner.send(report));
    countedReports('A\0B\0', ']d1').forEach(report => scanner.send(report));
    expect(seen.texts()).to.deep.equal([gs1, 'A\0B\0']);
    expect(seen.scans[0]).to.include({ aim: ']d2', symbology: 'data_matrix' });
  });

  it('takes out an identifier sent before the data as well, and the Enter of a scanner set up for typing', async () => {
    const scanner = new FakeHidDevice(COUNTED);
    const { seen } = await connected(scanner);
    countedReports(']C1010950600013435210AB\r\n', ']C1').forEach(report => scanner.send(report));
    expect(seen.scans[0]).to.include({ text: '010950600013435210AB', aim: ']C1' });
  });

  it('tells no identifier where the scanner sends none', async () => {
    const scanner = new FakeHidDevice(COUNTED);
    const { seen } = await connected(scanner);
    countedReports('A-01-02', '\0\0\0').forEach(report => scanner.send(report));
    expect(seen.scans[0]).to.not.have.property('aim');
  });

  it('rejects what was read of a code when the scanner is unplugged, and begins anew when it is plugged in', async () => {
    const scanner = new FakeHidDevice(COUNTED);
    const { hid, seen } = await connected(scanner);
    const long = 'ABCDEFGHIJ'.repeat(12);
    const [first = [], second = [], third = []] = countedReports(long);
    scanner.send(first);
    scanner.send(second);
    hid.unplug(scanner);
    expect(seen.rejects).to.deep.equal([{ text: long.slice(0, 112), reason: 'broken-off', sourceId: 'hid', at: 1000 }]);
    expect(seen.state()).to.deep.equal(['disconnected', 'unplugged']);

    // Chromium makes a new device of it; what the old one still sends is not heard.
    const again = new FakeHidDevice(COUNTED);
    hid.plug(again);
    await settled();
    expect(seen.state()).to.deep.equal(['ready', null]);
    scanner.send(third);
    expect(seen.texts()).to.deep.equal([]);
    countedReports('whole').forEach(report => again.send(report));
    expect(seen.texts()).to.deep.equal(['whole']);
  });

  it('goes on with the other scanner when one of two is unplugged, and says so', async () => {
    const one = new FakeHidDevice(COUNTED);
    const two = new FakeHidDevice(FILLED);
    const { hid, seen } = await connected(one, two);
    one.send(countedReports('x'.repeat(60))[0] ?? []);
    filledReports('two').forEach(report => two.send(report));
    hid.unplug(one);
    expect(seen.texts()).to.deep.equal(['two']);
    expect(seen.rejects.map(({ text }) => text)).to.deep.equal(['x'.repeat(56)]);
    expect(seen.state()).to.deep.equal(['ready', 'unplugged']);
  });

  it('rejects a code whose rest comes too late to belong to it', async () => {
    const scanner = new FakeHidDevice(COUNTED);
    const { seen, clock } = await connected(scanner);
    const [first = []] = countedReports('A'.repeat(60));
    scanner.send(first);
    clock.advance(5000);
    countedReports('B-1').forEach(report => scanner.send(report));
    countedReports('C-1').forEach(report => scanner.send(report));
    expect(seen.rejects.map(({ text, reason }) => [text, reason])).to.deep.equal([
      [`${'A'.repeat(56)}B-1`, 'broken-off'],
    ]);
    expect(seen.texts()).to.deep.equal(['C-1']);
  });

  it('rejects what does not fit the descriptor, bytes that are no text, and nothing at all', async () => {
    const scanner = new FakeHidDevice(COUNTED);
    const { seen } = await connected(scanner);
    const [tooMany = []] = countedReports('A-1');
    scanner.send(tooMany.map((byte, at) => (at === 1 ? 200 : byte)));
    scanner.send([2, 3, 65]);
    scanner.send([2, 2, 0x5d, 0x43, 0x30, 0xc3, 0x28, ...Array.from({ length: 58 }, () => 0)]);
    countedReports('').forEach(report => scanner.send(report));
    expect(seen.rejects.map(({ reason }) => reason)).to.deep.equal(['garbled', 'garbled', 'garbled', 'empty']);
    expect(seen.texts()).to.deep.equal([]);
  });

  it('leaves reports alone that carry no code, and devices that are no scanners', async () => {
    const keyboard = new FakeHidDevice([{ usagePage: 1, usage: 6, inputReports: [{ reportId: 0, items: [] }] }]);
    const { seen } = await connected(keyboard);
    expect(keyboard.opened).to.equal(false);
    expect(seen.state()).to.deep.equal(['needs-permission', null]);
    const scanner = new FakeHidDevice(COUNTED);
    const { seen: other } = await connected(scanner);
    scanner.send([4, 1]);
    expect([other.scans, other.rejects]).to.deep.equal([[], []]);
  });

  it('asks for scanners only, and says what came of it', async () => {
    const { hid, source, seen } = await connected();
    await source.request();
    expect(hid.asked).to.deep.equal([{ filters: [{ usagePage: 0x8c }] }]);
    expect(seen.state()).to.deep.equal(['needs-permission', 'nothing-chosen']);
    hid.chosen = new DOMException('no gesture', 'SecurityError');
    await source.request();
    expect(seen.state()).to.deep.equal(['needs-permission', 'permission-refused']);
    const scanner = new FakeHidDevice(COUNTED);
    hid.chosen = [scanner];
    await source.request();
    expect(seen.state()).to.deep.equal(['ready', null]);
    countedReports('A-1').forEach(report => scanner.send(report));
    expect(seen.texts()).to.deep.equal(['A-1']);
  });

  it('says that another program holds the scanner', async () => {
    const scanner = new FakeHidDevice(COUNTED);
    scanner.failure = new DOMException('Failed to open the device.', 'NotAllowedError');
    const { seen } = await connected(scanner);
    expect(seen.state()).to.deep.equal(['error', 'in-use']);
  });

  it('closes what it opened, and hears nothing more', async () => {
    const scanner = new FakeHidDevice(COUNTED);
    const { hid, source, seen } = await connected(scanner);
    source.disconnect();
    expect(scanner.closed).to.equal(1);
    countedReports('late').forEach(report => scanner.send(report));
    hid.plug(new FakeHidDevice(COUNTED));
    await settled();
    expect(seen.texts()).to.deep.equal([]);
    expect(seen.state()).to.deep.equal(['disconnected', null]);
    source.connect();
    await settled();
    expect(seen.state()).to.deep.equal(['ready', null]);
  });

  it('opens a scanner once that is let go of and wanted again while it is being opened', async () => {
    const scanner = new FakeHidDevice(COUNTED);
    let open = () => {};
    scanner.opening = new Promise(resolve => (open = resolve));
    const { source, seen } = await connected(scanner);
    source.disconnect();
    source.connect();
    await settled();
    expect(seen.state()).to.deep.equal(['connecting', null]);
    open();
    await settled();
    countedReports('L1-A').forEach(report => scanner.send(report));
    expect([seen.state(), seen.texts()]).to.deep.equal([['ready', null], ['L1-A']]);
    expect([scanner.opens, scanner.opened, scanner.closed]).to.deep.equal([1, true, 0]);
  });

  it('closes a scanner that is let go of while it is being opened, and opens it anew when it is wanted then', async () => {
    const scanner = new FakeHidDevice(COUNTED);
    let open = () => {};
    scanner.opening = new Promise(resolve => (open = resolve));
    const { source, seen } = await connected(scanner);
    source.disconnect();
    open();
    await settled();
    expect([scanner.opened, scanner.closed]).to.deep.equal([false, 1]);
    source.connect();
    await settled();
    expect([seen.state(), scanner.opens, scanner.opened]).to.deep.equal([['ready', null], 2, true]);
  });

  it('says where the browser has no WebHID', () => {
    const source = webHid({ hid: null });
    const seen = recorder(source);
    source.connect();
    expect(seen.state()).to.deep.equal(['unsupported', 'no-interface']);
  });

  it('takes the browser’s own interface by itself', async () => {
    const scanner = new FakeHidDevice(COUNTED);
    const hid = new FakeHid();
    hid.granted = [scanner];
    Object.defineProperty(navigator, 'hid', { value: hid, configurable: true });
    try {
      const source = webHid();
      const seen = recorder(source);
      source.connect();
      await settled();
      countedReports('A-1').forEach(report => scanner.send(report));
      expect(seen.texts()).to.deep.equal(['A-1']);
      source.disconnect();
    } finally {
      Reflect.deleteProperty(navigator, 'hid');
    }
  });
});
