import type { Page } from '@playwright/test';
import { type Operator, expect, line, test } from './host.ts';

test.use({ hostFor: 'offline' });

const pending = (page: Page) => page.locator('.row .status.wait');

/** The list's catalogue is on this device: what is looked up from here on needs no host. */
async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const session = document.querySelector('wms-inventar')?.renderRoot.querySelector('wms-inventar-session');
    return session !== null && session !== undefined;
  });
}

/** Counts and reloads are the operator's; the host is dead and alive again beneath them. */
async function countOffline(operator: Operator): Promise<void> {
  await operator.scan('Item-MOB-ART-118');
  await operator.quantity('36');
  await operator.confirm();
  await operator.saved('36 buc');
  // The same again: asked on what this device has.
  await operator.scan('Item-MOB-ART-118');
  await operator.quantity('4');
  await expect(operator.page.getByText('In the list: 36 buc')).toBeVisible();
  await operator.confirm();
  await operator.page.getByRole('dialog').getByRole('button', { name: 'Add' }).press('Enter');
  await operator.saved('40 buc');
  await operator.scan('Item-MOB-ART-204');
  await operator.quantity('2');
  await operator.confirm();
  await operator.saved('2 cutii = 24 buc');
}

test('Three counts without a host, one an Add on a pending row, outlive a reload and come to the host in order', async ({
  operator,
  page,
  host,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await operator.signIn('ana', '&list=14/1');
  await operator.open(14, 1);
  await isReady(page);
  await operator.scan('Loc-01-A-05-01');
  await expect(page.locator('[data-line="location"]')).toContainText('A-05-01');
  // Known on this device, since they were looked up or loaded before.
  await expect(page.locator('[data-cache="ready"]')).toBeAttached({ timeout: 30_000 });
  host.dead = true;
  await countOffline(operator);
  await expect(pending(page)).toHaveCount(2);
  expect(await rowsWhileDead(operator)).toEqual([]);

  await page.reload();
  await expect(page.locator('.row')).toHaveCount(2);
  await expect(pending(page)).toHaveCount(2);
  host.dead = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(pending(page)).toHaveCount(0);
  expect((await operator.rowsAtHost(14, 1)).map(line).sort()).toEqual([
    'A-05-01 MOB ART-118 40 buc',
    'A-05-01 MOB ART-204 2 cutii = 24 buc',
  ]);
});

async function rowsWhileDead(operator: Operator) {
  operator.host.dead = false;
  const rows = await operator.rowsAtHost(14, 1);
  operator.host.dead = true;
  return rows;
}
