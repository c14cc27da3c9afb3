import { html } from 'lit';
import { expect, fixture } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { BehaviorSubject, NEVER, Subject, firstValueFrom } from 'rxjs';
import { defineAll } from '../support/define-all.ts';
import { SETUP_CODE } from '../../src/scanner/wedge/calibration.ts';
import { recordKeys } from '../../src/scanner/wedge/key-recorder.ts';
import { keyboardWedge } from '../../src/scanner/wedge/keyboard-wedge.ts';
import type { Scan, SourceState } from '../../src/scanner/scan.ts';
import type { ScannerLayout } from '../../src/scanner/wedge/profile.ts';
import { deviceSettings } from '../../src/device/settings.ts';
import type { DeviceStorage } from '../../src/device/storage.ts';
import { type CountSession, createCountSession } from '../../src/session/count-session.ts';
import type { OfferedSource } from '../../src/session/scanners/scanner-ports.ts';
import type { ScannersState } from '../../src/session/state/scanners-state.ts';
import { fixtureOf } from '../scanner/fixtures/fixture.ts';
import { type Typing, typeCode } from '../scanner/fixtures/typing.ts';
import { FakeDevice } from '../support/fake-device.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { play } from '../support/scan-player.ts';
import { ScanStage } from '../support/scan-stage.ts';
import { find } from '../support/stage.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { waitUntil } from '../support/wait-until.ts';
import { isUsable } from '../support/usable.ts';

defineAll();

/** The tokenizer's published examples. */
const EXAMPLES = [
  'Item-MOB-ART',
  'Loc-01-L1',
  'UDC-2023-5-21',
  'Lot-MOB-ART-123',
  'MesPop-10824',
  'Qty-50',
  'ItemQty-MOB-ART-35',
];

/** A device with a scanner that types, and the setup open on it. */
class Device {
  readonly clock = new VirtualClock();
  readonly wedge = keyboardWedge({ clock: this.clock, timeOf: event => event.timeStamp });
  readonly scans: Scan[] = [];
  readonly tones: string[] = [];
  readonly kept = new Map<string, string>();
  readonly session: CountSession;
  private readonly stage = new ScanStage();
  private element: HTMLElement | null = null;
  private time = 0;

  constructor(offered: readonly OfferedSource[] = [], storage: DeviceStorage | null = null) {
    const memory: DeviceStorage = {
      read: key => this.kept.get(key) ?? null,
      write: (key, text) => {
        this.kept.set(key, text ?? '');
        return true;
      },
    };
    this.session = createCountSession({
      gateway: new FakeGateway(),
      device: new FakeDevice(new FakeGateway(), 'off'),
      sources: [this.wedge],
      offered,
      settings: deviceSettings(storage ?? memory),
      feedback: {
        signal: tone => this.tones.push(tone),
        configure: () => undefined,
        dispose: () => undefined,
      },
      recordKeys: () => recordKeys({ clock: this.clock }),
      mintKey: () => 'key',
    });
    this.wedge.scans$.subscribe(scan => this.scans.push(scan));
  }

  async open(): Promise<this> {
    this.element = await fixture<HTMLElement>(html`
      <wms-inventar-session .session=${this.session} locale="en">
        <wms-inventar-scanner-status></wms-inventar-scanner-status>
        <wms-inventar-scanner-setup></wms-inventar-scanner-setup>
      </wms-inventar-session>
    `);
    (await this.shown('wms-inventar-scanner-status button')).click();
    await this.shown('dialog[open]');
    return this;
  }

  /** What the scanner types, at its own pace. */
  scan(text: string, typing: Typing = {}): void {
    this.time += 20_000;
    const rows = typeCode(text, { ...typing, at: this.time });
    play(fixtureOf({ name: text, rows }), this.stage, this.clock, 'body', 'keys-first');
  }

  async calibrate(typing: Typing): Promise<void> {
    (await this.shown('[data-calibrate]')).click();
    await waitUntil(async () => (await this.state()).setup?.listening === true);
    this.scan(SETUP_CODE, typing);
  }

  async state(): Promise<ScannersState> {
    return (await firstValueFrom(this.session.state$)).scanners;
  }

  async shown(selector: string): Promise<HTMLElement> {
    const [tag = '', ...rest] = selector.startsWith('wms-') ? selector.split(' ') : ['', selector];
    const root = () => {
      const scope = tag === '' ? this.setup : this.element?.querySelector(tag);
      return scope == null ? null : find(scope, rest.join(' '));
    };
    await waitUntil(() => root() !== null, `${selector} is shown`);
    return root() ?? document.body;
  }

  async says(text: string): Promise<void> {
    await waitUntil(() => this.text.includes(text), `"${text}" is said, among: ${this.text}`);
  }

  get text(): string {
    return (this.setup?.shadowRoot?.textContent ?? '').replace(/[\u2066\u2069]/g, '').replace(/\s+/g, ' ');
  }

  get setup(): HTMLElement | null {
    return this.element?.querySelector('wms-inventar-scanner-setup') ?? null;
  }

  dispose(): void {
    this.session.dispose();
    this.stage.remove();
  }
}

describe('The scanner setup', () => {
  const devices: Device[] = [];
  const open = (offered: readonly OfferedSource[] = [], storage: DeviceStorage | null = null) => {
    const device = new Device(offered, storage);
    devices.push(device);
    return device.open();
  };
  afterEach(() => {
    for (const device of devices.splice(0)) device.dispose();
  });

  describe('finds how a US scanner types', () => {
    const systems: Partial<Record<ScannerLayout, string>> = { it: 'Italian', fr: 'French', de: 'German' };
    const suffixes = { Enter: ['Enter'], Tab: ['Tab'], nothing: [] } as const;
    for (const system of ['it', 'fr', 'de'] as const) {
      for (const [said, suffix] of Object.entries(suffixes)) {
        it(`on a system set to ${system}, with ${said} after each code; then every code arrives exact`, async () => {
          const typing: Typing = { scanner: 'us', system, suffix, gap: 6 };
          const device = await open();
          await device.calibrate(typing);
          await device.says('The scanner is set up');
          await device.says(`Keyboard of the scanner US`);
          await device.says(`Keyboard of this device ${systems[system] ?? ''}`);
          await device.says(`After each code ${said}`);
          await device.says('each key is translated');
          expect(device.text.includes('Set the scanner to send Enter'), 'advice').to.equal(said === 'nothing');
          expect(device.scans, 'the setup barcode is no scan').to.be.empty;

          for (const example of EXAMPLES) device.scan(example, typing);
          expect(device.scans.map(({ text }) => text)).to.deep.equal(EXAMPLES);
          device.scan(']C1010401234567890110LOT-A\u001d3712', typing);
          expect(device.scans.at(-1)).to.deep.include({ aim: ']C1', text: '010401234567890110LOT-A\u001d3712' });
          expect((await device.state()).rejects).to.be.empty;
          await device.says('010401234567890110LOT-A␝3712');
        });
      }
    }

    for (const gs of ['alt-029', 'F8', 'literal'] as const) {
      it(`with GS as ${gs}`, async () => {
        const typing: Typing = { scanner: 'us', system: 'fr', gs };
        const device = await open();
        await device.calibrate(typing);
        await device.says('The scanner is set up');
        device.scan('010401234567890110A\u001d3712', typing);
        expect(device.scans.map(({ text }) => text)).to.deep.equal(['010401234567890110A\u001d3712']);
      });
    }
  });

  it('says what to set on the scanner where nothing can be repaired', async () => {
    const device = await open();
    await device.calibrate({ gs: 'lost' });
    await device.says('GS1 separator does not come');
    await device.says('Set the scanner to send the GS1 separator');
  });

  it('says of another code that it is not the setup barcode, and goes on listening', async () => {
    const device = await open();
    (await device.shown('[data-calibrate]')).click();
    device.scan('Item-MOB-ART-118-LONG');
    await device.says('That was another code');
    expect(device.tones).to.deep.equal(['error']);
    device.scan(SETUP_CODE);
    await device.says('The scanner is set up');
    expect(device.tones).to.deep.equal(['error', 'success']);
  });

  it('keeps what it found for this device, until it is taken back', async () => {
    const device = await open();
    await device.calibrate({ scanner: 'us', system: 'de', suffix: ['Tab'] });
    await device.says('The scanner is set up');
    const [kept] = device.kept.values();
    expect(JSON.parse(kept ?? ''))
      .to.have.property('profile')
      .that.includes({ layout: 'us', suffix: 'Tab' });

    const next = new Device([], { read: () => kept ?? null, write: () => true });
    devices.push(next);
    expect(await firstValueFrom(next.wedge.profile$)).to.include({ layout: 'us', suffix: 'Tab' });
    await next.open();
    await next.says('This device has its own setup');
    [...(next.setup?.shadowRoot?.querySelectorAll('button') ?? [])]
      .find(button => button.textContent.includes('Back to the default'))
      ?.click();
    expect(await firstValueFrom(next.wedge.profile$)).to.include({ layout: null, suffix: 'Enter' });
  });

  it('says where this device keeps nothing', async () => {
    const device = await open([], { read: () => null, write: () => false });
    await device.calibrate({});
    await device.says('This device keeps no settings');
  });

  it('has the scans while it is open: they are shown and count nothing; after it they count again', async () => {
    const device = await open();
    device.session.dispatch({ type: 'open-list', listId: '1', mode: 'count' });
    await waitUntil(async () => (await firstValueFrom(device.session.state$)).opened?.status === 'open');
    expect(device.session.hearsKeys()).to.equal(false);
    device.scan('Item-MOB-ART-118');
    await device.says('Item-MOB-ART-118');
    expect((await firstValueFrom(device.session.state$)).opened?.counting?.stage.kind).to.equal('idle');
    await sendKeys({ press: 'Escape' });
    await waitUntil(async () => (await device.state()).setup === null);
    expect(device.session.hearsKeys()).to.equal(true);
    device.scan('Item-MOB-ART-118');
    await waitUntil(async () => (await firstValueFrom(device.session.state$)).opened?.counting?.form.item !== null);
  });

  it('shows what came in pieces, with the reason and what to do', async () => {
    const device = await open();
    device.scan('Item-MOB-ART-118', { suffix: [] });
    await device.says('Its end never came. Scan again');
  });

  it('can be left while it listens, and gives the keys back', async () => {
    const device = await open();
    (await device.shown('[data-calibrate]')).click();
    await device.says('Now scan the barcode');
    await sendKeys({ press: 'Escape' });
    await waitUntil(async () => (await device.state()).setup === null);
    device.scan('Item-MOB-ART-118');
    expect(device.scans.map(({ text }) => text)).to.deep.equal(['Item-MOB-ART-118']);
  });

  it('draws its barcode as elements, for a scanner: black on white', async () => {
    const device = await open();
    const barcode = await device.shown('svg.barcode');
    expect(getComputedStyle(barcode).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(barcode.querySelector('path')?.getAttribute('d')).to.match(/^M10 0h2v1h-2z/);
    expect(barcode.getAttribute('aria-label')).to.equal('Setup barcode');
  });

  it('rules the sound, and lets each tone be heard', async () => {
    const device = await open();
    const volume = await device.shown('[name=volume]');
    if (!(volume instanceof HTMLInputElement)) throw new Error('No volume');
    volume.value = '0';
    volume.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await device.says('Volume: off');
    (await device.shown('[name=success]')).click();
    expect((await device.state()).sound).to.deep.equal({ volume: 0, success: true, vibration: true });
    expect([...device.kept.values()].join()).to.include('"volume":0');
    (await device.shown('[data-tone=decide]')).click();
    expect(device.tones).to.deep.equal(['decide']);
  });

  it('connects a scanner that is offered, within the press, and says why another one can not be had', async () => {
    const state$ = new BehaviorSubject<SourceState>('disconnected');
    const scans$ = new Subject<Scan>();
    let asked = 0;
    const hid: OfferedSource = {
      id: 'hid',
      kind: 'hid',
      scans$,
      rejects$: NEVER,
      state$,
      connect: () => undefined,
      disconnect: () => state$.next('disconnected'),
      request: () => {
        asked++;
        state$.next('ready');
        return Promise.resolve();
      },
    };
    const camera: OfferedSource = {
      id: 'camera',
      kind: 'camera',
      scans$: NEVER,
      rejects$: NEVER,
      state$: new BehaviorSubject<SourceState>('unsupported'),
      problem$: new BehaviorSubject('insecure-page' as const),
      connect: () => undefined,
      disconnect: () => undefined,
    };
    const device = await open([hid, camera]);
    await device.says('Browsers allow it on https pages only');
    const button = await device.shown('[data-source=hid]');
    button.click();
    expect(asked).to.equal(1);
    scans$.next({ id: 'h1', text: 'A-01-02', sourceId: 'hid', at: 1, end: 'device' });
    await device.says('A-01-02');
    await device.says('Disconnect: USB scanner');
    button.click();
    expect(state$.value).to.equal('disconnected');
  });

  for (const direction of ['ltr', 'rtl']) {
    it(`is operated at 240 × 427, ${direction}, without scrolling sideways`, async () => {
      await setViewport({ width: 240, height: 427 });
      document.documentElement.dir = direction;
      const device = await open();
      await device.calibrate({ system: 'fr', gs: 'lost' });
      await device.says('The scanner is set up');
      const dialog = await device.shown('dialog[open]');
      const button = await device.shown('[data-calibrate]');
      expect(dialog.scrollWidth).to.be.at.most(240);
      expect(button.getBoundingClientRect().height).to.be.at.least(56);
      document.documentElement.dir = '';
      await setViewport({ width: 800, height: 600 });
    });
  }

  for (const theme of ['light', 'dark']) {
    it(`is accessible, ${theme}: before, while it listens, and with what it found`, async () => {
      const device = await open();
      const element = device.setup?.parentElement;
      if (element == null) throw new Error('Nothing is shown');
      element.setAttribute('theme', theme);
      await device.shown('svg.barcode');
      await isUsable(element);
      (await device.shown('[data-calibrate]')).click();
      await device.says('Now scan the barcode');
      await isUsable(element);
      device.scan('Item-MOB-ART-118-LONG');
      await device.says('That was another code');
      await isUsable(element);
      device.scan(SETUP_CODE, { system: 'fr', suffix: [], gs: 'lost' });
      await device.says('The scanner is set up');
      device.scan('A-01-02', { system: 'fr', suffix: [] });
      await isUsable(element);
    });
  }
});
