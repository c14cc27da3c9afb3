/** A storage that hangs: another page holds it open while a third deletes it, so that nobody can open it any more. */
import type { Page } from '@playwright/test';
import { COUNTS, CUT_OFF, expect, expectAddedOnce, test } from './behind-proxy.ts';

/** Until the page that holds them is closed, or told to let go, all of the plugin's data bases wait to be deleted. */
async function blockStorage(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/openapi.json`);
  await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '').filter(name => name.startsWith('wms-'));
    if (names.length === 0) throw new Error('Nothing is stored');
    for (const name of names) {
      await new Promise<void>(done => {
        const opening = indexedDB.open(name);
        // It does not close when it is asked to, as a page of another make might not.
        opening.onsuccess = () => done();
      });
      await new Promise<void>(done => {
        indexedDB.deleteDatabase(name).onblocked = () => done();
      });
    }
  });
}

test('Confirm says that the storage does not answer, and the count is saved and sent once when it does', async ({
  startAtTwelve,
  far,
  ana,
  context,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'C-02-01');
  await far.isAllSent();
  await far.scanFive('C-02-01');
  const other = await context.newPage();
  await blockStorage(other, far.proxy.origin);
  await page.bringToFront();
  await far.confirm();
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'storage does not answer' })).toBeVisible();
  await expect(page.locator('#quantity')).toHaveValue('5');
  await other.close();
  await page.bringToFront();
  // It goes on by itself.
  await expect(page.locator('.last')).toContainText('17 buc');
  await far.isAllSent();
  await expectAddedOnce(ana, id, 'C-02-01');
});

test('A start on a storage that does not answer says so, and counts with the host alone', async ({
  startAtTwelve,
  far,
  ana,
  context,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'C-02-02');
  await far.isAllSent();
  const other = await context.newPage();
  await blockStorage(other, far.proxy.origin);
  await page.bringToFront();
  await far.start(id);
  await expect(page.getByText('This device’s storage does not answer: each count waits for the host')).toBeVisible();
  await far.scanFive('C-02-02');
  await far.confirm();
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).press('Enter');
  await expect(page.locator('.last[data-at="host"]')).toContainText('at the host');
  await expectAddedOnce(ana, id, 'C-02-02');
});

test('A full disk does not keep a count from a host with keys', async ({ startAtTwelve, far, ana, faulty, page }) => {
  const id = await startAtTwelve(14, 1, 'C-02-03');
  await far.scanFive('C-02-03');
  await faulty.setPlan({ only: COUNTS, otherwise: { kind: 'request-lost' } });
  await far.confirmAdd();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: far.proxy.origin, quotaSize: 1 });
  await faulty.setPlan({});
  await far.reconnect();
  await far.isAllSent();
  await expectAddedOnce(ana, id, 'C-02-03');
});

test('A storage that falls silent while a count waits does not keep it from a host with keys, and that is said', async ({
  startAtTwelve,
  far,
  ana,
  context,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'C-02-04');
  // What the host can do was said to this tab before.
  await far.scan('Loc-01-C-02-05');
  await far.scan('Item-MOB-ART-118');
  await far.quantity('5');
  await far.confirm();
  await far.isAllSent();
  await far.scanFive('C-02-04');
  await far.proxy.setPlan(CUT_OFF);
  await far.confirmAdd();
  await far.badgeSays(/The host does not answer/);
  const other = await context.newPage();
  await blockStorage(other, far.proxy.origin);
  await page.bringToFront();
  await far.reconnect();
  await page.getByRole('button', { name: /Show the counts on this device/ }).click();
  const outbox = page.getByRole('dialog').filter({ hasText: 'On this device' });
  await expect(outbox.getByRole('status').filter({ hasText: 'does not store just now' })).toContainText(
    'close other tabs',
  );
  await expectAddedOnce(ana, id, 'C-02-04');
  await other.close();
  await page.bringToFront();
  await expect(outbox.getByRole('status').filter({ hasText: 'does not store just now' })).toBeHidden();
  await far.isAllSent();
  await expectAddedOnce(ana, id, 'C-02-04');
});
