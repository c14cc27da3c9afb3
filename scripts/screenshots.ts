/**
 * Makes a picture of each screen in a real Chromium, at the sizes of handhelds and desks, light and dark, into
 * `.screenshots/`: `npm run screenshots [-- scene …]`. `--locale it`, `--rtl` and `--width 320` show it otherwise;
 * `--readme` makes the README's picture.
 */
import { chromium } from '@playwright/test';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startHost } from '../reference-host/server/serve.ts';
import { writeFilm } from '../test/e2e/fake-video.ts';
import { Operator } from '../test/e2e/operator.ts';
import { build } from './build.ts';
import { SCENES, type Size } from './scenes.ts';
import { chromiumArguments, findChromium } from './system.mjs';

const SIZES: readonly Size[] = [
  { width: 320, height: 533 },
  { width: 360, height: 640 },
  // A soft keyboard takes the rest.
  { width: 360, height: 360 },
  { width: 1280, height: 800 },
];
const THEMES = ['light', 'dark'] as const;

/** By its width; a low one by both. */
function nameOf({ width, height }: Size): string {
  return height > width || width > 1000 ? String(width) : `${width}x${height}`;
}

type Files = Readonly<Partial<Record<(typeof THEMES)[number], string>>>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    locale: { type: 'string', default: 'ro' },
    rtl: { type: 'boolean', default: false },
    width: { type: 'string', multiple: true, default: SIZES.map(nameOf) },
    readme: { type: 'boolean', default: false },
  },
});

const temporary = mkdtempSync(path.join(os.tmpdir(), 'wms-inventar-'));
const film = path.join(temporary, 'label.y4m');
writeFilm(film, [{ label: { bcid: 'qrcode', text: 'Loc-01-A-01-02' }, pictures: 20 }]);

await build();
const host = await startHost({ place: { inMemory: null }, port: 0, hostname: '127.0.0.1' });
const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: [
    ...chromiumArguments(),
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ],
});
let failed = 0;

/** Walks a scene once, and makes its picture in each of the themes. */
async function walk(scene: string, how: { locale: string; rtl: boolean }, size: Size, n: number, files: Files) {
  const { locale, rtl } = how;
  const context = await browser.newContext({
    viewport: size,
    colorScheme: 'light',
    locale,
    timezoneId: 'Europe/Bucharest',
    permissions: ['camera'],
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on('pageerror', error => console.error(`${scene}: ${error.message}`));
  try {
    if (rtl)
      await page.addInitScript(() =>
        addEventListener('DOMContentLoaded', () => (document.documentElement.dir = 'rtl')),
      );
    const operator = new Operator(page, host.url);
    await operator.signIn('ana', '&device-name=TC22-04', locale);
    const reach = SCENES[scene];
    if (reach === undefined) throw new Error(`There is no such scene; there are ${Object.keys(SCENES).join(', ')}`);
    await reach(operator, n, size);
    await page.waitForLoadState('networkidle');
    for (const colorScheme of THEMES) {
      const file = files[colorScheme];
      if (file === undefined) continue;
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: file });
      console.log(file);
    }
  } catch (error) {
    failed++;
    console.error(`${scene} at ${size.width}: ${error instanceof Error ? error.message : String(error)}`);
  }
  await context.close();
}

async function sideBySide(files: readonly string[], file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: files.length * 384 + 24, height: 688 } });
  const images = files.map(each => `<img src="data:image/png;base64,${readFileSync(each, 'base64')}">`);
  await page.setContent(
    `<body style="margin:0;padding:24px;display:flex;gap:24px;justify-content:center;background:#8a8d90">${images.join('')}`,
  );
  await page.screenshot({ path: file });
  console.log(file);
}

mkdirSync('.screenshots', { recursive: true });
if (values.readme) {
  const files = ['item', 'quantity', 'add-replace', 'offline'].map(scene => ({
    scene,
    light: `.screenshots/readme-${scene}.png`,
  }));
  const handheld = { width: 360, height: 640 };
  for (const { scene, light } of files) await walk(scene, { locale: 'ro', rtl: false }, handheld, 1, { light });
  mkdirSync('docs/images', { recursive: true });
  await sideBySide(
    files.map(({ light }) => light),
    'docs/images/handheld.png',
  );
} else {
  const { locale, rtl } = values;
  const variant = `${locale === 'ro' ? '' : `-${locale}`}${rtl ? '-rtl' : ''}`;
  for (const scene of positionals.length > 0 ? positionals : Object.keys(SCENES)) {
    for (const [at, size] of SIZES.entries()) {
      if (!values.width.includes(nameOf(size))) continue;
      const file = (theme: string) => `.screenshots/${scene}-${nameOf(size)}-${theme}${variant}.png`;
      await walk(scene, { locale, rtl }, size, at + 1, { light: file('light'), dark: file('dark') });
    }
  }
}

await browser.close();
await host.close();
rmSync(temporary, { recursive: true, force: true });
if (failed > 0) process.exitCode = 1;
