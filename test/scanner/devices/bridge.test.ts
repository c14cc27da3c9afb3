import { expect } from '@open-wc/testing';
import { firstValueFrom } from 'rxjs';
import {
  type BridgeSource,
  enterpriseBrowser,
  eventBridge,
  webViewBridge,
  webViewPort,
  windowBridge,
} from '../../../src/scanner/devices/bridge/bridge.ts';
import { keyboardWedge } from '../../../src/scanner/wedge/keyboard-wedge.ts';
import { mergeSources } from '../../../src/scanner/merge-sources.ts';
import type { Scan } from '../../../src/scanner/scan.ts';
import { Keyboard, strokes } from '../../support/keyboard.ts';
import { type Recorded, recorder } from './recorder.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const ORIGIN = 'https://host.example';

function listening(source: BridgeSource): Recorded & { ignored: () => string[] } {
  let ignored: string[] = [];
  source.ignored$.subscribe(now => (ignored = now.map(({ reason, origin }) => [reason, origin].join(' ').trim())));
  const seen = recorder(source);
  source.connect();
  return { ...seen, ignored: () => ignored };
}

describe('A bridge to another window', () => {
  let frame: HTMLIFrameElement;
  let other: Window;
  beforeEach(() => {
    frame = document.body.appendChild(document.createElement('iframe'));
    if (frame.contentWindow === null) throw new Error('No window in the frame');
    other = frame.contentWindow;
  });
  afterEach(() => frame.remove());

  const bridge = () => {
    const sent: unknown[] = [];
    const from = Object.assign(new MessageChannel().port1, {
      postMessage: (message: unknown, options: unknown) => sent.push([message, options]),
    });
    const source = windowBridge({ origin: ORIGIN, from, clock: new VirtualClock(7) });
    const post = (data: unknown, origin = ORIGIN, of: MessageEventSource = from) =>
      window.dispatchEvent(new MessageEvent('message', { data, origin, source: of }));
    return { source, post, sent, seen: listening(source) };
  };
  const message = { type: 'wms-inventar-scan', text: 'Item-MOB-ART-118' };

  it('takes a scan from that very window and origin', () => {
    const { source, post, seen } = bridge();
    post({ ...message, aim: ']C1', symbology: 'gs1_128' });
    post({ ...message, text: ']Q1Loc-01-L1' });
    expect(seen.scans).to.deep.equal([
      {
        id: 'window-1',
        sourceId: 'window',
        text: 'Item-MOB-ART-118',
        aim: ']C1',
        symbology: 'gs1_128',
        at: 7,
        end: 'device',
      },
      { id: 'window-2', sourceId: 'window', text: 'Loc-01-L1', aim: ']Q1', symbology: 'qr_code', at: 7, end: 'device' },
    ]);
    source.disconnect();
    post(message);
    expect(seen.scans).to.have.lengthOf(2);
    expect(seen.state()).to.deep.equal(['disconnected', null]);
  });

  const WRONG_ORIGINS = [
    'https://host.example.evil.com',
    'https://evil-host.example',
    'https://sub.host.example',
    'http://host.example',
    'https://host.example:8443',
    'null',
    '',
  ];
  for (const origin of WRONG_ORIGINS) {
    it(`ignores a scan from ${origin === '' ? 'no origin' : origin}, and says so`, () => {
      const { source, post, seen } = bridge();
      post(message, origin);
      expect(seen.scans).to.deep.equal([]);
      expect(seen.ignored()).to.deep.equal([`origin ${origin}`.trim()]);
      source.disconnect();
    });
  }

  it('ignores a scan from another window of the right origin, and says so', () => {
    const { source, post, seen } = bridge();
    post(message, ORIGIN, other);
    expect(seen.scans).to.deep.equal([]);
    expect(seen.ignored()).to.deep.equal([`source ${ORIGIN}`]);
    source.disconnect();
  });

  it('ignores what is malformed, says so, and keeps nothing of it', () => {
    const { source, post, seen } = bridge();
    const malformed = [
      { ...message, text: 7 },
      { type: 'wms-inventar-scan' },
      { ...message, aim: { secret: 'token-123' } },
      { type: 'other', text: 'token-123' },
      'token-123',
      null,
      [],
    ];
    for (const each of malformed) post(each);
    expect(seen.scans).to.deep.equal([]);
    expect(seen.ignored()).to.deep.equal(malformed.map(() => `malformed ${ORIGIN}`));
    source.ignored$.subscribe(log => expect(JSON.stringify(log)).to.not.include('token-123'));
    source.disconnect();
  });

  it('says nothing about messages of others that mean somebody else', () => {
    const { source, post, seen } = bridge();
    post({ type: 'analytics' }, 'https://analytics.example');
    post('setImmediate$0.5', window.location.origin, other);
    expect(seen.ignored()).to.deep.equal([]);
    source.disconnect();
  });

  it('keeps the last twenty that were ignored', () => {
    const { source, post, seen } = bridge();
    for (let n = 0; n < 30; n++) post(message, 'https://evil.example');
    expect(seen.ignored()).to.have.lengthOf(20);
    source.disconnect();
  });

  it('rejects a scan without a text, so that it is seen', () => {
    const { source, post, seen } = bridge();
    post({ ...message, text: '' });
    expect(seen.rejects.map(({ reason }) => reason)).to.deep.equal(['empty']);
    source.disconnect();
  });

  it('tells the other window when it listens and what to signal, by its exact origin', () => {
    const { source, sent } = bridge();
    source.feedback.signal('error');
    source.disconnect();
    source.feedback.signal('error');
    const target = { targetOrigin: ORIGIN };
    expect(sent).to.deep.equal([
      [{ type: 'wms-inventar-listening', listening: true, keystrokeOutput: 'off' }, target],
      [
        {
          type: 'wms-inventar-feedback',
          tone: 'error',
          beep: { hertz: 220, milliseconds: 200, times: 2 },
          vibrate: [200, 100, 200],
          led: 'red',
        },
        target,
      ],
      [{ type: 'wms-inventar-listening', listening: false, keystrokeOutput: 'on' }, target],
    ]);
  });

  it('talks with a real window both ways', async () => {
    const loaded = new Promise(resolve => frame.addEventListener('load', resolve, { once: true }));
    frame.srcdoc = `<script>
      addEventListener('message', ({ data }) => {
        if (data.listening) parent.postMessage({ type: 'wms-inventar-scan', text: data.keystrokeOutput }, '*');
      });
    </script>`;
    await loaded;
    const source = windowBridge({ origin: window.location.origin, from: other });
    const first = firstValueFrom(source.scans$);
    source.connect();
    expect((await first).text).to.equal('off');
    source.disconnect();
  });

  for (const origin of ['*', '', 'null', 'host.example', 'https://host.example/', 'https://*.example', 'file:///x']) {
    it(`is not made for "${origin}"`, () => {
      expect(() => windowBridge({ origin })).to.throw(RangeError);
    });
  }
});

describe('A handheld that both types and calls a bridge', () => {
  const setUp = () => {
    const keyboard = new Keyboard();
    const target = new EventTarget();
    const clock = new VirtualClock();
    const wedge = keyboardWedge({ timeOf: keyboard.timeOf });
    const merged = mergeSources(wedge, eventBridge({ target, clock }));
    const scans: Scan[] = [];
    merged.scans$.subscribe(scan => scans.push(scan));
    merged.connect();
    return {
      type: (text: string, at: number) => keyboard.play(document.body, strokes(text, { at, gap: 2 })),
      call: (text: string, at: number) => {
        clock.advanceTo(at);
        target.dispatchEvent(new CustomEvent('wms-inventar-scan', { detail: { text, aim: ']C1' } }));
      },
      read: () => scans.map(({ text, sourceId }) => `${sourceId}: ${text}`),
      end: () => merged.disconnect(),
    };
  };

  it('counts each of its scans once, whichever comes first', () => {
    const { type, call, read, end } = setUp();
    call('Item-MOB-ART-118', 1000);
    type('Item-MOB-ART-118', 1040);
    type('Item-MOB-ART-204', 3000);
    call('Item-MOB-ART-204', 3120);
    end();
    expect(read()).to.deep.equal(['event: Item-MOB-ART-118', 'keyboard: Item-MOB-ART-204']);
  });

  it('counts the same code again when it is scanned again, however soon', () => {
    const { type, call, read, end } = setUp();
    for (const at of [1000, 1400]) {
      call('A-01-02', at);
      type('A-01-02', at + 20);
    }
    end();
    expect(read()).to.deep.equal(['event: A-01-02', 'event: A-01-02']);
  });
});

describe('A bridge by events of the page', () => {
  it('takes a text, or an object with one', () => {
    const target = new EventTarget();
    const source = eventBridge({ target });
    const seen = listening(source);
    const send = (detail: unknown) => target.dispatchEvent(new CustomEvent('wms-inventar-scan', { detail }));
    send('A-01-02');
    send({ text: '0109506000134352', aim: ']d2' });
    send({ code: 'A' });
    target.dispatchEvent(new Event('wms-inventar-scan'));
    expect(seen.scans.map(({ text, aim }) => [text, aim])).to.deep.equal([
      ['A-01-02', undefined],
      ['0109506000134352', ']d2'],
    ]);
    expect(seen.ignored()).to.deep.equal(['malformed', 'malformed']);
    source.disconnect();
    send('late');
    expect(seen.scans).to.have.lengthOf(2);
  });
});

describe('A bridge to Zebra Enterprise Browser', () => {
  const device = () => {
    const calls: unknown[] = [];
    let onScan: (scan: unknown) => void = () => {};
    const barcode = {
      enable: (settings: object, callback: (scan: unknown) => void) => {
        calls.push(['enable', settings]);
        onScan = callback;
      },
      disable: () => calls.push(['disable']),
    };
    return { barcode, calls, scan: (scan: unknown) => onScan(scan) };
  };

  it('turns the scanner on and off, and takes what it reads', () => {
    const { barcode, calls, scan } = device();
    const source = enterpriseBrowser({ barcode, settings: { allDecoders: true } });
    const seen = listening(source);
    scan({ data: '8000000005557', source: 'SCN1:EAN13', type: '0x37', time: '10:32:05' });
    scan({ data: ']C1010950600013435210AB', source: 'SCN1', time: '10:32:09' });
    expect(seen.scans.map(({ text, aim }) => [text, aim])).to.deep.equal([
      ['8000000005557', undefined],
      ['010950600013435210AB', ']C1'],
    ]);
    source.disconnect();
    scan({ data: 'late', time: '10:33:00' });
    expect(seen.scans).to.have.lengthOf(2);
    expect(calls).to.deep.equal([['enable', { allDecoders: true }], ['disable']]);
  });

  it('takes a trigger let go without a code for none, and says what is malformed', () => {
    const { barcode, scan } = device();
    const seen = listening(enterpriseBrowser({ barcode }));
    scan({ data: 'cancelled', source: '', time: '' });
    scan({ data: '', source: '', time: '' });
    scan({ data: 7 });
    scan('8000000005557');
    expect([seen.scans, seen.rejects]).to.deep.equal([[], []]);
    expect(seen.ignored()).to.deep.equal(['malformed', 'malformed']);
  });

  it('says where there is no Enterprise Browser, and where it fails', () => {
    expect(listening(enterpriseBrowser()).state()).to.deep.equal(['unsupported', 'no-interface']);
    const { barcode } = device();
    const failing = {
      ...barcode,
      enable: () => {
        throw new Error('Scanner in use');
      },
    };
    expect(listening(enterpriseBrowser({ barcode: failing })).state()).to.deep.equal(['error', 'failed']);
  });
});

describe('A bridge to the app around a WebView', () => {
  const text = JSON.stringify({ type: 'wms-inventar-scan', text: 'A-01-02', aim: ']C0' });

  it('takes scans of .NET MAUI, and tells it when it listens and what to signal', () => {
    const sent: unknown[] = [];
    const globals = Object.assign(Object.create(window), {
      HybridWebView: { SendRawMessage: (message: string) => sent.push(JSON.parse(message)) },
      addEventListener: window.addEventListener.bind(window),
      removeEventListener: window.removeEventListener.bind(window),
    });
    const source = webViewBridge({ port: webViewPort(globals) });
    const seen = listening(source);
    const receive = (message: unknown) =>
      window.dispatchEvent(new CustomEvent('HybridWebViewMessageReceived', { detail: { message } }));
    receive(text);
    receive('{"type":');
    receive(42);
    source.feedback.signal('success');
    source.disconnect();
    receive(text);
    expect(seen.scans.map(scan => [scan.text, scan.aim, scan.sourceId])).to.deep.equal([
      ['A-01-02', ']C0', 'web-view'],
    ]);
    expect(seen.ignored()).to.deep.equal(['malformed', 'malformed']);
    expect(sent).to.deep.equal([
      { type: 'wms-inventar-listening', listening: true, keystrokeOutput: 'off' },
      { type: 'wms-inventar-feedback', tone: 'success', beep: null, vibrate: [50], led: 'green' },
      { type: 'wms-inventar-listening', listening: false, keystrokeOutput: 'on' },
    ]);
  });

  it('takes scans of WebView2 and of an object that the app puts into the page', () => {
    const webview = Object.assign(new EventTarget(), { postMessage: () => {} });
    const windows = webViewBridge({ port: webViewPort(Object.assign(Object.create(window), { chrome: { webview } })) });
    const seen = listening(windows);
    webview.dispatchEvent(new MessageEvent('message', { data: text }));
    expect(seen.texts()).to.deep.equal(['A-01-02']);

    const target = new EventTarget();
    const globals = Object.assign(Object.create(window), {
      chrome: undefined,
      wmsInventarHost: { postMessage: () => {} },
      addEventListener: target.addEventListener.bind(target),
      removeEventListener: target.removeEventListener.bind(target),
    });
    const android = listening(webViewBridge({ port: webViewPort(globals) }));
    target.dispatchEvent(new CustomEvent('wms-inventar-message', { detail: text }));
    expect(android.texts()).to.deep.equal(['A-01-02']);
  });

  it('goes on where the app fails to signal', () => {
    let calls = 0;
    const port = {
      send: () => {
        if (++calls > 1) throw new Error('no such method');
      },
      receive: () => () => {},
    };
    const source = webViewBridge({ port });
    const seen = listening(source);
    source.feedback.signal('error');
    expect([calls, seen.state()]).to.deep.equal([2, ['ready', null]]);
  });

  it('says where there is no app', () => {
    expect(listening(webViewBridge()).state()).to.deep.equal(['unsupported', 'no-interface']);
  });
});
