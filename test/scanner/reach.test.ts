import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { whenIdle } from '../../src/loading/when-idle.ts';
import type { KeyRecord } from '../../src/scanner/wedge/key-record.ts';
import { recordKeys } from '../../src/scanner/wedge/key-recorder.ts';
import {
  type KeyboardWedge,
  type KeyboardWedgeOptions,
  keyboardWedge,
} from '../../src/scanner/wedge/keyboard-wedge.ts';
import type { Scan } from '../../src/scanner/scan.ts';
import { Keyboard, strokes } from '../support/keyboard.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { waitUntil } from '../support/wait-until.ts';

describe('Where the keyboard wedge reaches', () => {
  let wedge: KeyboardWedge | null = null;
  let scans: Scan[];
  const texts = () => scans.map(({ text }) => text);
  const listen = (options: KeyboardWedgeOptions = {}) => {
    wedge = keyboardWedge(options);
    scans = [];
    wedge.scans$.subscribe(scan => scans.push(scan));
    wedge.connect();
    return wedge;
  };
  /** Keys of a frame's own, with its own time stamps. */
  const typeInFrame = (frame: HTMLIFrameElement, text: string, at = 1000): HTMLInputElement => {
    const page = frame.contentWindow;
    if (page === null) throw new Error('no frame');
    const { KeyboardEvent: FrameEvent } = page as Window & typeof globalThis;
    const field = page.document.createElement('input');
    page.document.body.append(field);
    field.focus();
    for (const [index, key] of [...Array.from(text), 'Enter'].entries()) {
      const event = new FrameEvent('keydown', { key, bubbles: true, cancelable: true });
      Object.defineProperty(event, 'timeStamp', { value: at + index * 5 });
      if (field.dispatchEvent(event) && key.length === 1) field.value += key;
    }
    return field;
  };
  const frameOf = async (html_ = '<body></body>'): Promise<HTMLIFrameElement> => {
    const frame = document.createElement('iframe');
    frame.srcdoc = html_;
    document.body.append(frame);
    await oneEvent(frame, 'load');
    return frame;
  };

  /** Frames are heard as soon as the browser has been idle, and the code for them is there. */
  const listenInFrames = async () => {
    const idle = () => new Promise<void>(whenIdle);
    listen();
    await idle();
    await import('../../src/scanner/wedge/watched-frames.ts');
    await idle();
  };

  afterEach(() => {
    wedge?.disconnect();
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('is into frames of the same origin, and takes scans out of their fields', async () => {
    const frame = await frameOf();
    await listenInFrames();
    const field = typeInFrame(frame, 'Item-MOB-ART');
    expect(texts()).to.deep.equal(['Item-MOB-ART']);
    expect(field.value).to.equal('');
  });

  it('is into frames that come later, and into what they load after that', async () => {
    await listenInFrames();
    const frame = await frameOf();
    typeInFrame(frame, 'Loc-1');
    frame.srcdoc = '<body><p>Another page</p></body>';
    await oneEvent(frame, 'load');
    typeInFrame(frame, 'Loc-2', 3000);
    expect(texts()).to.deep.equal(['Loc-1', 'Loc-2']);
  });

  it('is into a frame in a shadow root, once it has the focus', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const frame = document.createElement('iframe');
    frame.srcdoc = '<body></body>';
    host.attachShadow({ mode: 'open' }).append(frame);
    await oneEvent(frame, 'load');
    await listenInFrames();
    frame.contentDocument?.body.append(document.createElement('input'));
    frame.contentDocument?.querySelector('input')?.focus();
    window.dispatchEvent(new Event('blur'));
    typeInFrame(frame, 'Loc-3');
    expect(texts()).to.deep.equal(['Loc-3']);
  });

  it('is into frames within frames', async () => {
    const frame = await frameOf();
    await listenInFrames();
    const inner = document.createElement('iframe');
    inner.srcdoc = '<body></body>';
    frame.contentDocument?.body.append(inner);
    await oneEvent(inner, 'load');
    typeInFrame(inner, 'Loc-4');
    expect(texts()).to.deep.equal(['Loc-4']);
  });

  it('has the times of all frames on one timeline', async () => {
    const frame = await frameOf();
    await listenInFrames();
    typeInFrame(frame, 'Loc-5', 1000);
    const behind = (frame.contentWindow?.performance.timeOrigin ?? 0) - performance.timeOrigin;
    expect(behind).to.be.greaterThan(0);
    expect(scans[0]?.at).to.be.closeTo(1025 + behind, 0.01);
  });

  it('ends at another origin, of which nothing is said', async () => {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    frame.srcdoc = '<body></body>';
    document.body.append(frame);
    await oneEvent(frame, 'load');
    await listenInFrames();
    expect(frame.contentDocument).to.equal(null);
  });

  it('ends with disconnecting, in frames, too', async () => {
    const frame = await frameOf();
    await listenInFrames();
    wedge?.disconnect();
    expect(typeInFrame(frame, 'Item-MOB-ART').value).to.equal('Item-MOB-ART');
    expect(scans).to.be.empty;
  });

  it('changes with its profile while it is connected', () => {
    const keyboard = new Keyboard();
    const connected = listen({ timeOf: keyboard.timeOf });
    const seen: string[] = [];
    connected.profile$.subscribe(({ suffix }) => seen.push(suffix));
    connected.setProfile({ suffix: 'Tab' });
    keyboard.play(document.body, strokes('L1-A-02', { suffix: 'Tab' }));
    expect(texts()).to.deep.equal(['L1-A-02']);
    expect(seen).to.deep.equal(['Enter', 'Tab']);
  });

  describe('on Android', () => {
    const openSink = async (): Promise<HTMLInputElement> => {
      listen({ androidSink: { parent: document.body, label: 'Scanner' } });
      const sink = () => document.querySelector<HTMLInputElement>('input[aria-label=Scanner]');
      await waitUntil(sink, 'the sink is there');
      return sink() ?? document.createElement('input');
    };

    it('has a field that takes the focus while nobody has it, and from nobody', async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="quantity" />`);
      const sink = await openSink();
      expect(document.activeElement).to.equal(sink);
      expect([sink.inputMode, sink.type, sink.readOnly, sink.ariaLabel]).to.deep.equal([
        'none',
        'text',
        false,
        'Scanner',
      ]);
      field.focus();
      await Promise.resolve();
      expect(document.activeElement).to.equal(field);
      field.blur();
      await Promise.resolve();
      expect(document.activeElement).to.equal(sink);
      wedge?.disconnect();
      expect(sink.isConnected).to.equal(false);
    });

    it('keeps nothing of what was typed into it', async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="quantity" />`);
      const sink = await openSink();
      await sendKeys({ type: 'x' });
      expect(sink.value).to.equal('x');
      field.focus();
      expect(sink.value).to.equal('');
    });
  });

  describe('while keys are recorded', () => {
    it('ends: they reach neither a field nor the wedge, and come out as one burst', async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="field" />`);
      const keyboard = new Keyboard();
      const clock = new VirtualClock();
      listen({ timeOf: keyboard.timeOf, clock });
      const bursts: (readonly KeyRecord[])[] = [];
      const recording = recordKeys({ timeOf: keyboard.timeOf, clock, quietMs: 700 }).subscribe(burst =>
        bursts.push(burst),
      );
      keyboard.play(field, strokes('Item-MOB'));
      clock.advanceTo(699);
      expect(bursts).to.be.empty;
      clock.advanceTo(700);
      expect(bursts.map(burst => burst.map(({ key }) => key).join(''))).to.deep.equal(['Item-MOBEnter']);
      expect([field.value, scans.length]).to.deep.equal(['', 0]);
      recording.unsubscribe();
      keyboard.play(field, strokes('Item-MOB', { at: 9000 }));
      expect(texts()).to.deep.equal(['Item-MOB']);
    });

    it('leaves a person the keys to get about with, and the way out', async () => {
      const button = await fixture<HTMLButtonElement>(html`<button>Cancel</button>`);
      const keyboard = new Keyboard();
      const clock = new VirtualClock();
      const bursts: unknown[] = [];
      const recording = recordKeys({ timeOf: keyboard.timeOf, clock }).subscribe(burst => bursts.push(burst));
      const passes = ['Tab', ' ', 'Enter', 'Escape'].map(
        (key, index) => !keyboard.press(button, { t: index * 500, key }).defaultPrevented,
      );
      keyboard.press(button, { t: 3000, key: 'Q' });
      passes.push(!keyboard.press(button, { t: 3005, key: 'Tab' }).defaultPrevented);
      clock.advanceTo(5000);
      recording.unsubscribe();
      expect(passes).to.deep.equal([true, true, true, true, false]);
      expect(bursts).to.have.lengthOf(1);
    });
  });
});
