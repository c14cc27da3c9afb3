import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, type Page, expect, test } from '@playwright/test';
import { build } from 'esbuild';
import type { Fixture, Row } from '../scanner/fixtures/fixture.ts';
import { FIXTURES } from '../scanner/fixtures/index.ts';
import type { ScannerPage } from './scanner-page.ts';

/** What the browser's protocol can't say of a key, or what would take too long in real time. */
function canBeTyped({ rows, wallStalls }: Fixture): boolean {
  return (
    rows.every(({ type, key, mods = [], keyCode }) => {
      if (type === 'paste' || type.startsWith('composition')) return false;
      return !mods.includes('CapsLock') && (key !== undefined || type !== 'keydown' || keyCode === 229);
    }) && wallStalls.every(({ ms }) => ms <= 2500)
  );
}

const MODIFIERS: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

/** The keys of a fixture as the browser gets them from a keyboard: trusted, with the device's times, to the focus. */
class Typist {
  private readonly page: Page;
  private readonly cdp: CDPSession;
  /** When the last key of the fixture before was pressed, in seconds since 1970: another code is another fixture's. */
  private lastAt = 0;

  constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.cdp = cdp;
  }

  async type(fixture: Fixture): Promise<void> {
    const start = Math.max(Date.now() / 1000, this.lastAt + 3);
    const stalls = [...fixture.wallStalls];
    const pending: Promise<unknown>[] = [];
    let target: Row['target'];
    for (const row of fixture.rows) {
      if (stalls[0] !== undefined && stalls[0].t <= row.t) {
        const ms = stalls.shift()?.ms ?? 0;
        pending.push(this.page.evaluate(busyMs => window.scannerPage.stall(busyMs), ms));
      }
      const here = row.target ?? fixture.target ?? 'quantity';
      if (here !== target && row.type !== 'open-dialog') {
        await this.page.evaluate(place => window.scannerPage.focus(place), here);
        target = here;
      }
      this.lastAt = start + row.t / 1000;
      const sent = this.send(row, this.lastAt);
      // Behind a busy page keys wait in line.
      if (pending.length > 0) pending.push(sent);
      else await sent;
    }
    await Promise.all(pending);
  }

  private async send(row: Row, timestamp: number): Promise<unknown> {
    const { type, key = '', code = '', keyCode = 0, mods = [], text = '', repeat = false } = row;
    if (type === 'open-dialog') return this.page.evaluate(() => window.scannerPage.openDialog());
    if (type === 'insert') return this.cdp.send('Input.insertText', { text });
    const modifiers = mods.reduce((sum, modifier) => sum | (MODIFIERS[modifier] ?? 0), 0);
    const typed = key === 'Enter' ? '\r' : text;
    return this.cdp.send('Input.dispatchKeyEvent', {
      type: type === 'keyup' ? 'keyUp' : typed === '' ? 'rawKeyDown' : 'keyDown',
      key,
      code,
      windowsVirtualKeyCode: keyCode,
      modifiers,
      autoRepeat: repeat,
      timestamp,
      ...(type === 'keydown' && typed !== '' && { text: typed }),
    });
  }
}

declare global {
  interface Window {
    scannerPage: ScannerPage;
  }
}

async function openScannerPage(browser: Browser): Promise<Page> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('./scanner-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2021',
    logLevel: 'error',
  });
  const page = await browser.newPage();
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  return page;
}

test('10,000 scans in a row: none is lost, and no memory is kept', async ({ browser }) => {
  const page = await openScannerPage(browser);
  const cdp = await page.context().newCDPSession(page);
  const heap = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize;
  };
  const typeMany = (count: number) => page.evaluate(codes => window.scannerPage.typeMany(codes), count);

  expect(await typeMany(500)).toBe(500);
  const before = await heap();
  expect(await typeMany(10_000)).toBe(10_000);
  const grown = (await heap()) - before;
  console.log(`10,000 scans: heap ${Math.round(before / 1024)} kB before, ${Math.round(grown / 1024)} kB more after`);
  // The texts alone, if they were kept, would take three times that.
  expect(grown).toBeLessThan(100_000);
  await page.close();
});

for (const [area, fixtures] of Object.entries(FIXTURES)) {
  test.describe(`Real keys: ${area}`, () => {
    let page: Page;
    let typist: Typist;

    test.beforeAll(async ({ browser }) => {
      page = await openScannerPage(browser);
      typist = new Typist(page, await page.context().newCDPSession(page));
    });
    test.afterAll(() => page.close());

    for (const fixture of fixtures.filter(canBeTyped)) {
      test(fixture.name, async () => {
        await page.evaluate(profile => window.scannerPage.begin(profile), fixture.profile);
        await typist.type(fixture);
        const { scans, aims, rejects, typed, ends } = fixture;
        const outcome = await page.evaluate(() => window.scannerPage.end());
        expect(outcome).toEqual({ scans, aims, rejects, fields: typed, pressed: 0, ends });
      });
    }
  });
}
