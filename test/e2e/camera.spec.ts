import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type Page, chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../scripts/system.mjs';
import { type Scene, writeFilm } from './fake-video.ts';
import { Operator, type TestHost, expect, problemsOf, test } from './host.ts';

const GS = '\x1D';
const EAN = { bcid: 'ean13', text: '8000000005557' };
const SHOWN = 12;
const AWAY = 15;
/** Each code, and an empty table after it; the first one twice, which are two reads. */
const LABELS = [
  EAN,
  EAN,
  { bcid: 'code128', text: 'Item-MOB-ART-118' },
  { bcid: 'gs1datamatrix', text: '(01)09506000134352(10)AB-1(17)261231' },
  { bcid: 'qrcode', text: 'Loc-01-A-01-02' },
];
const FILM: readonly Scene[] = LABELS.flatMap(label => [
  { label, pictures: SHOWN },
  { label: null, pictures: AWAY },
]);
/** What the film is read as, over and over. */
const READS = [
  { text: '8000000005557', aim: ']E0' },
  { text: '8000000005557', aim: ']E0' },
  { text: 'Item-MOB-ART-118', aim: ']C0' },
  { text: `010950600013435210AB-1${GS}17261231`, aim: ']d2' },
  { text: 'Loc-01-A-01-02', aim: ']Q1' },
];

/** The policy that `docs/embedding.md` names, with what the camera needs beside it; the nonce is the test's own. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self'",
  "script-src 'self' 'nonce-test' 'wasm-unsafe-eval'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

const PAGE = `<!doctype html>
  <html lang="en">
    <head><title>Camera</title></head>
    <body>
      <wms-inventar-session base-url="/api"><wms-inventar-camera></wms-inventar-camera></wms-inventar-session>
      <script type="module" nonce="test">
        import { cameraChoice } from '/wms-inventar/wms-inventar.js';
        const camera = cameraChoice.create();
        window.scans = [];
        window.state = null;
        camera.scans$.subscribe(scan => window.scans.push(scan));
        camera.state$.subscribe(state => (window.state = state));
        window.camera = camera;
        camera.connect();
        document.querySelector('wms-inventar-camera').source = await camera.load();
      </script>`;

declare global {
  interface Window {
    scans: { text: string; aim?: string }[];
    state: string;
    camera: { disconnect(): void };
  }
}

test.describe('The camera', () => {
  let directory: string;
  let film: string;
  /** Shows nothing but the location. */
  let locationFilm: string;
  const browsers: Browser[] = [];
  test.beforeAll(() => {
    directory = mkdtempSync(path.join(os.tmpdir(), 'wms-inventar-film-'));
    film = path.join(directory, 'codes.y4m');
    writeFilm(film, FILM);
    locationFilm = path.join(directory, 'location.y4m');
    writeFilm(locationFilm, FILM.slice(-2));
  });
  test.afterEach(async () => {
    for (const browser of browsers.splice(0)) await browser.close();
  });
  test.afterAll(() => rmSync(directory, { recursive: true, force: true }));

  /** A browser of its own: what its camera shows is said when it starts. */
  const open = async (host: TestHost, args: readonly string[], prepare = async (_: Page): Promise<unknown> => null) => {
    const browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      args: [...chromiumArguments(), ...args],
    });
    browsers.push(browser);
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, permissions: ['camera'] });
    const page = await context.newPage();
    const problems: string[] = [];
    const requests: string[] = [];
    page.on('pageerror', error => problems.push(error.message));
    page.on('console', message => message.type() === 'error' && problems.push(message.text()));
    page.on('request', request => requests.push(request.url()));
    await page.route('**/camera.html', route =>
      route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': POLICY }, body: PAGE }),
    );
    await prepare(page);
    await page.goto(`${host.url}/camera.html`);
    return { page, requests, problems: () => problems.filter(each => !each.includes('Failed to load resource')) };
  };
  const FAKE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const scans = (page: Page) => page.evaluate(() => window.scans.map(({ text, aim }) => ({ text, aim })));

  test('reads EAN-13, Code 128, GS1 DataMatrix and QR, each once while it stays and again when it comes back', async ({
    host,
  }) => {
    const { page, requests, problems } = await open(host, [...FAKE, `--use-file-for-fake-video-capture=${film}`]);
    await expect.poll(async () => (await scans(page)).length).toBeGreaterThan(READS.length);
    const read = await scans(page);
    // The film may be met anywhere: from there on, every read comes in its turn.
    const first = read.findIndex((scan, n) => scan.aim === ']E0' && read[n + 1]?.aim === ']E0');
    const start = (READS.length - Math.max(first, 0)) % READS.length;
    expect(read).toEqual(read.map((_, n) => READS[(start + n) % READS.length]));

    // Everything came from us, under the policy; nothing from a CDN.
    expect(problems()).toEqual([]);
    expect([...new Set(requests.map(url => new URL(url).origin))]).toEqual([host.url]);
    expect(requests.filter(url => url.endsWith('.wasm'))).toHaveLength(1);

    await page.evaluate(() => window.camera.disconnect());
    await expect.poll(() => page.evaluate(() => window.state)).toBe('disconnected');
    const running = await page.evaluate(() => {
      const video = document.querySelector('wms-inventar-camera')?.shadowRoot?.querySelector('video');
      return video?.srcObject !== null;
    });
    expect(running).toBe(false);
  });

  test('is connected in the scanner setup, counts over the form, and comes back by itself', async ({ host }) => {
    const browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      args: [...chromiumArguments(), ...FAKE, `--use-file-for-fake-video-capture=${locationFilm}`],
    });
    browsers.push(browser);
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, permissions: ['camera'] });
    const page = await context.newPage();
    const problems = await problemsOf(page);
    await page.route(
      ({ pathname }) => pathname === '/',
      async route => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': POLICY } });
      },
    );
    const operator = new Operator(page, host.url);
    await operator.signIn('ana');
    await operator.open(14, 1);
    await page.getByRole('button', { name: /Scanners and sound/ }).click();
    await page.getByRole('button', { name: /^Connect ?: Camera/ }).click();
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-line="location"]')).toContainText('A-01-02');
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();

    await operator.signIn('ana');
    await operator.open(14, 1);
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.locator('wms-inventar-camera')).toHaveCount(0);
    expect(problems).toEqual([]);
  });

  test('is paused and goes on by keys alone', async ({ host }) => {
    const { page } = await open(host, [...FAKE, `--use-file-for-fake-video-capture=${film}`]);
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Pause' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Paused')).toBeVisible();
    const before = (await scans(page)).length;
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await scans(page)).length).toBeGreaterThan(before);
  });

  test('says that it was not allowed', async ({ host }) => {
    const { page } = await open(host, ['--use-fake-device-for-media-stream'], page =>
      page.context().clearPermissions(),
    );
    await expect(page.getByRole('alert')).toContainText('was not allowed');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  test('says that there is none', async ({ host }) => {
    const { page } = await open(host, ['--use-fake-ui-for-media-stream']);
    await expect(page.getByRole('alert')).toContainText('There is no camera');
  });

  test('says that what reads the codes could not be loaded, and loads it when asked again', async ({ host }) => {
    let reachable = false;
    const { page } = await open(host, [...FAKE, `--use-file-for-fake-video-capture=${film}`], each =>
      each.route('**/*.wasm', route => (reachable ? route.continue() : route.abort())),
    );
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    reachable = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await scans(page)).length).toBeGreaterThan(0);
  });
});
