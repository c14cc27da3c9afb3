/** The counts of a device that breaks are taken to another one, whatever the first still does. */
import { readFile, writeFile } from 'node:fs/promises';
import { type Page, expect } from '@playwright/test';
import { CUT_OFF, FarOperator, expectAddedOnce, quicken, test, twelveAt } from './behind-proxy.ts';

const openOutbox = (page: Page) => page.getByRole('button', { name: /Show the counts on this device/ }).press('Enter');

async function exportFile(page: Page): Promise<string> {
  await openOutbox(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as a file' }).press('Enter');
  return (await downloading).path();
}

async function chooseFile(page: Page, file: string): Promise<void> {
  await openOutbox(page);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a file' }).press('Enter');
  await (await choosing).setFiles(file);
}

test('Counts of a device that goes on sending half of them are each at the host once', async ({
  startAtTwelve,
  far,
  ana,
  faulty,
  page,
  browser,
}, testInfo) => {
  const places = ['C-03-01', 'C-03-02'] as const;
  const id = await startAtTwelve(14, 1, places[0]);
  await twelveAt(ana, id, places[1]);
  await far.scanFive(places[0]);
  await faulty.setPlan(CUT_OFF);
  await far.confirmAdd();
  // What is at the host can be seen again, and no count leaves.
  await page.route('**/counts', route => route.abort());
  await faulty.setPlan({});
  await far.scanFive(places[1]);
  await far.confirmAdd();
  const file = testInfo.outputPath('export.json');
  await writeFile(file, await readFile(await exportFile(page)));

  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 360, height: 640 } });
  const second = await context.newPage();
  await quicken(second);
  const other = new FarOperator(second, faulty);
  await other.start(id);
  // Meanwhile the first sends one of them.
  let passed = 0;
  await page.unroute('**/counts');
  await page.route('**/counts', route => (passed++ === 0 ? route.continue() : route.abort()));
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect.poll(() => passed).toBeGreaterThan(0);

  await chooseFile(second, file);
  await expect(second.getByText(/2 counts of/)).toBeVisible();
  await second.getByRole('button', { name: 'Take over' }).press('Enter');
  await expect(second.getByText('Taken over: they are sent from here too, each once.')).toBeVisible();
  await expect
    .poll(async () => (await ana.rows(id, 'status=counted')).filter(row => row.quantity === '17').length)
    .toBe(2);
  await page.unroute('**/counts');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await second.keyboard.press('Escape');
  await other.isAllSent();
  await page.keyboard.press('Escape');
  await far.isAllSent();
  for (const place of places) await expectAddedOnce(ana, id, place);
  await context.close();
});

test('A file that was cut off is refused in words, and nothing of it is taken', async ({
  startAtTwelve,
  far,
  page,
}, testInfo) => {
  await startAtTwelve(14, 1, 'C-03-03');
  await far.isAllSent();
  const file = testInfo.outputPath('export.json');
  await writeFile(file, '{"format":"wms-inventar-outbox","version":1,"reco');
  await chooseFile(page, file);
  await expect(page.getByText('The file is damaged, or no export of the outbox.')).toBeVisible();
  await page.getByRole('button', { name: 'OK' }).press('Enter');
  await expect(page.getByText('The file is damaged')).toBeHidden();
});
