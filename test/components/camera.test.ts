import { type TemplateResult, html } from 'lit';
import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { InventarCameraElement } from '../../src/components/camera/camera.ts';
import { defineAll } from '../support/define-all.ts';
import { LOCALES } from '../../src/messages/locales.ts';
import { loadWords } from '../../src/messages/words.ts';
import { type CameraSource, camera } from '../../src/scanner/devices/camera/camera.ts';
import { FakeCamera, codeInMiddle } from '../scanner/devices/fake-camera.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';
import { isUsable } from '../support/usable.ts';

defineAll();

interface Shown {
  readonly element: InventarCameraElement;
  readonly root: ShadowRoot;
  readonly fake: FakeCamera;
  readonly source: CameraSource;
}

const inSession = (element: TemplateResult, locale: string, theme: string) => html`
  <wms-inventar-session .gateway=${new FakeGateway()} locale=${locale} theme=${theme}>${element}</wms-inventar-session>
`;

async function show(prepare = (_: FakeCamera): void => {}, locale = 'en', theme = 'light'): Promise<Shown> {
  const fake = new FakeCamera();
  prepare(fake);
  const source = camera({ ports: fake.ports });
  const session = await fixture(
    inSession(html`<wms-inventar-camera .source=${source}></wms-inventar-camera>`, locale, theme),
  );
  const element = session.querySelector('wms-inventar-camera');
  if (element?.shadowRoot == null) throw new Error('No viewfinder');
  const root = element.shadowRoot;
  await waitUntil(() => root.querySelector('.close') !== null, 'words are there');
  return { element, root, fake, source };
}

const running = async (prepare?: (fake: FakeCamera) => void): Promise<Shown> => {
  const shown = await show(prepare);
  await waitUntil(() => shown.root.querySelector('.pause') !== null, 'the camera runs');
  return shown;
};
const says = ({ root }: Shown, text: string) =>
  waitUntil(() => root.textContent.replace(/[\u2066\u2069]/g, '').includes(text), `"${text}" is said`);
const button = ({ root }: Shown, name: string) => {
  const found = [...root.querySelectorAll('button')].find(each => each.textContent.trim() === name);
  if (found === undefined) throw new Error(`No button ${name}`);
  return found;
};
const failing = (name: string) => (fake: FakeCamera) => {
  fake.media.failure = new DOMException('no', name);
};

describe('The viewfinder', () => {
  it('runs the camera while it stands in the page', async () => {
    const { element, fake } = await running();
    expect(fake.media.running).to.equal(true);
    const parent = element.parentElement;
    element.remove();
    expect(fake.media.running).to.equal(false);
    parent?.append(element);
    await waitUntil(() => fake.media.running, 'the camera runs again');
  });

  it('shows another camera when it is given one, and lets the first go', async () => {
    const { element, fake } = await running();
    const other = new FakeCamera();
    element.source = camera({ ports: other.ports });
    await waitUntil(() => other.media.running, 'the other runs');
    expect(fake.media.running).to.equal(false);
  });

  it('says what to do, what was read, and where it can’t tell which code is meant', async () => {
    const shown = await running();
    await says(shown, 'Hold a code in the frame.');
    await shown.fake.show(3, codeInMiddle('Item-MOB-ART-118'));
    await says(shown, 'Read: Item-MOB-ART-118');
    expect(shown.root.querySelector('.flash')).to.not.equal(null);
    const below = { left: 0.4, right: 0.6, top: 0.5, bottom: 0.55 };
    await shown.fake.show(2, codeInMiddle('A'), codeInMiddle('B', { box: below }));
    await says(shown, 'Several codes.');
    await shown.fake.show(2, codeInMiddle('1 of 3', { isPart: true }));
    await says(shown, 'One part of several');
  });

  it('is worked by keys alone: pause, light, close, zoom, camera', async () => {
    const shown = await running();
    let closed = 0;
    shown.element.addEventListener('wms-inventar-camera-closed', () => closed++);
    button(shown, 'Pause').focus();
    await sendKeys({ press: 'Enter' });
    await says(shown, 'Paused');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await waitUntil(() => shown.root.querySelector('[aria-pressed="true"]') !== null, 'the light is on');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(closed).to.equal(1);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowRight' });
    await says(shown, '1.5×');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => shown.fake.media.streams.length === 2, 'the other camera is opened');
    await waitUntil(() => shown.root.querySelector('.light') === null, 'it has no light');
    expect(shown.fake.media.applied).to.deep.equal([{ torch: true }, { zoom: 1.5 }]);
  });

  it('says why it does not read, and tries again', async () => {
    const shown = await show(failing('NotAllowedError'));
    await says(shown, 'The camera was not allowed.');
    shown.fake.media.failure = null;
    button(shown, 'Try again').click();
    await says(shown, 'Hold a code in the frame.');
    expect(shown.root.querySelector('[role="alert"]')).to.equal(null);
  });

  it('offers to try again only where that may help', async () => {
    const source = camera({ ports: { ...new FakeCamera().ports, media: null } });
    const viewfinder = html`<wms-inventar-camera .source=${source}></wms-inventar-camera>`;
    const session = await fixture(inSession(viewfinder, 'en', 'light'));
    const root = () => session.querySelector('wms-inventar-camera')?.shadowRoot;
    await waitUntil(() => root()?.textContent.includes('gives pages no camera'), 'it is said');
    expect([...(root()?.querySelectorAll('button') ?? [])].map(each => each.textContent.trim())).to.deep.equal([
      'Close',
    ]);
  });

  const STATES: Readonly<Record<string, () => Promise<Shown>>> = {
    starting: () => show(fake => Object.assign(fake.media, { getUserMedia: () => new Promise(() => undefined) })),
    running: () => running(),
    paused: async () => {
      const shown = await running();
      shown.source.setPaused(true);
      await says(shown, 'Paused');
      return shown;
    },
    'several codes': async () => {
      const shown = await running();
      await shown.fake.show(2, codeInMiddle('A'), codeInMiddle('B'));
      await says(shown, 'Several codes.');
      return shown;
    },
    'not allowed': async () => {
      const shown = await show(failing('NotAllowedError'));
      await says(shown, 'not allowed');
      return shown;
    },
  };
  for (const [name, reach] of Object.entries(STATES)) {
    for (const theme of ['light', 'dark']) {
      it(`is accessible in ${theme} while it is ${name}`, async () => {
        const { element } = await reach();
        element.closest('wms-inventar-session')?.setAttribute('theme', theme);
        await isUsable(element);
      });
    }
  }

  it('keeps within 240 pixels, with long words, from right to left', async () => {
    const shown = await running();
    const host = shown.element.parentElement;
    if (host === null) throw new Error('No host');
    host.style.cssText = 'display: block; inline-size: 240px';
    host.dir = 'rtl';
    for (const each of shown.root.querySelectorAll('.button')) each.textContent = 'Donaudampfschifffahrt';
    const { right } = shown.element.getBoundingClientRect();
    for (const each of shown.root.querySelectorAll('*')) {
      if (each.closest('svg, video, select') !== null) continue;
      expect(each.getBoundingClientRect().right, each.className).to.be.at.most(right + 1);
      expect(each.scrollWidth, each.className).to.be.at.most(Math.max(each.clientWidth, 240));
    }
  });
});

for (const locale of Object.keys(LOCALES)) {
  describe(`The viewfinder's words in ${locale}`, () => {
    it('say each problem in a sentence, and isolate codes', async () => {
      const { problem, read, problemTitle } = await (await loadWords(locale)).load('camera');
      expect(problemTitle).to.not.equal('');
      for (const [code, text] of Object.entries(problem)) expect(text, code).to.match(/\.$/);
      expect(read('A-1')).to.include('\u2066A-1\u2069');
    });
  });
}
