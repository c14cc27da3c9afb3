import { type Browser, chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../scripts/system.mjs';
import { Operator, expect, test } from './host.ts';

declare global {
  interface Window {
    said: unknown;
    states: unknown;
  }
}

/** What is loaded for devices, and for nothing else. */
const OF_DEVICES = /zxing|\.wasm|web-hid|web-serial|camera|bridge/;

test('Nothing of devices is loaded before a list is open, and no decoder before a camera is connected', async ({
  operator,
  page,
}) => {
  const requested: string[] = [];
  page.on('request', request => requested.push(new URL(request.url()).pathname));
  await operator.signIn('ana');
  await page.getByRole('button', { name: 'Search' }).waitFor();
  expect(requested).toContain('/wms-inventar/wms-inventar.js');
  expect(requested.filter(path => OF_DEVICES.test(path))).toEqual([]);
  await operator.open(14, 1);
  await operator.count(['Loc-01-A-02-01', 'Item-MOB-ART-118'], '3', '3 buc');
  expect(requested.filter(path => path.endsWith('.wasm'))).toEqual([]);
});

test.describe('On plain http', () => {
  let browser: Browser;
  test.beforeAll(async () => {
    // A name of the LAN: localhost and 127.0.0.1 would pass for secure.
    const network = [
      '--host-resolver-rules=MAP warehouse.lan 127.0.0.1',
      '--no-proxy-server',
      // The test's own pages come from nowhere: from there, Chromium would forbid them the machine's own address.
      '--disable-features=LocalNetworkAccessChecks',
    ];
    const args = [...chromiumArguments(), ...network];
    browser = await chromium.launch({ executablePath: findChromium() ?? '', args });
  });
  test.afterAll(() => browser.close());

  test('each device says that it is unsupported and why, and loads nothing to say so', async ({ host }) => {
    const page = await browser.newPage();
    const requested: string[] = [];
    page.on('request', request => requested.push(new URL(request.url()).pathname));
    const body = `<!doctype html><title>Devices</title>
      <script type="module">
        import { deviceChoices } from '/wms-inventar/wms-inventar.js';
        window.said = deviceChoices.map(choice => {
          const source = choice.create();
          let now = null;
          source.state$.subscribe(state => (now = state));
          if (choice.problem() !== null) source.connect();
          return [choice.kind, choice.problem(), now];
        });
      </script>`;
    await page.route('**/devices.html', route => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`http://warehouse.lan:${new URL(host.url).port}/devices.html`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    expect(await page.evaluate(() => window.said)).toEqual([
      ['hid', 'insecure-page', 'unsupported'],
      ['serial', 'insecure-page', 'unsupported'],
      ['camera', 'insecure-page', 'unsupported'],
      ['bridge', null, 'disconnected'],
    ]);
    expect(requested.filter(path => OF_DEVICES.test(path))).toEqual([]);
    await page.close();
  });

  test('so do the sources themselves, for hosts that load them, and the viewfinder in words', async ({ host }) => {
    const page = await browser.newPage();
    const body = `<!doctype html><title>Devices</title>
      <wms-inventar-session base-url="/api"><wms-inventar-camera></wms-inventar-camera></wms-inventar-session>
      <script type="module">
        import { cameraChoice, hidChoice, serialChoice } from '/wms-inventar/wms-inventar.js';
        window.states = {};
        for (const choice of [hidChoice, serialChoice, cameraChoice]) {
          const source = await choice.create().load();
          const say = (name, value) => (window.states[choice.kind] = { ...window.states[choice.kind], [name]: value });
          source.problem$.subscribe(problem => say('problem', problem));
          source.state$.subscribe(state => say('state', state));
          source.connect();
          if (choice.kind === 'camera') document.querySelector('wms-inventar-camera').source = source;
        }
      </script>`;
    await page.route('**/devices.html', route => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`http://warehouse.lan:${new URL(host.url).port}/devices.html`);
    await expect(page.getByRole('alert')).toContainText('https pages only');
    await expect(page.getByRole('button')).toHaveText(['Close']);
    const insecure = { problem: 'insecure-page', state: 'unsupported' };
    // One after the other is loaded; nothing shown says when the last of them has spoken.
    await expect
      .poll(() => page.evaluate(() => window.states))
      .toEqual({ hid: insecure, serial: insecure, camera: insecure });
    await page.close();
  });

  test('counting is the same, with a hash of our own for what is kept, which the next sign-in finds again', async ({
    host,
  }) => {
    const page = await browser.newPage();
    const requested: string[] = [];
    page.on('request', request => requested.push(new URL(request.url()).pathname));
    const origin = `http://warehouse.lan:${new URL(host.url).port}`;
    const operator = new Operator(page, origin);
    await operator.signIn('ana');
    await operator.open(14, 1);
    await operator.count(['Loc-01-A-01-02', 'Item-MOB-ART-118'], '36', '36 buc');
    expect(requested.some(path => path.includes('sha256'))).toBe(true);
    const names = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort());
    const kept = await names();
    expect(kept.some(name => /^wms-inventar-[0-9a-f]{64}$/.test(name ?? ''))).toBe(true);
    await operator.signIn('ana');
    expect(await names()).toEqual(kept);
    await page.close();
  });
});
