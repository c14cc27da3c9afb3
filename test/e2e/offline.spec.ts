import type { Page } from '@playwright/test';
import { type Operator, type TestHost, expect, line, test } from './host.ts';
import { tokenOf } from '../reference-host/sign-in.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const pending = (page: Page) => page.locator('.row .status.wait');

/**
 * A page that is signed in from its start, so that a reload needs no host for it; its list is opened, and this device
 * knows what may be counted in it.
 */
async function openList({ page }: Operator, host: TestHost, inventory: number, row: number): Promise<void> {
  const client = await host.client('ana');
  const { id } = await client.list(inventory, row);
  const token = await tokenOf(host.url, 'ana');
  const body = `<!doctype html>
    <html lang="en">
      <body style="margin: 0; height: 100vh">
        <wms-inventar base-url="/api" list-id="${id}"></wms-inventar>
        <script type="module">
          import '/wms-inventar/wms-inventar.js';
          document.querySelector('wms-inventar').token = '${token}';
        </script>`;
  await page.route('**/embed.html', route => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${host.url}/embed.html`);
  await expect(page.locator('[data-cache="ready"]')).toBeAttached();
  await expect(page.getByLabel('Barcode')).toBeFocused();
}

async function count(operator: Operator, code: string, quantity: string, shown: string): Promise<void> {
  await operator.scan(code);
  await operator.quantity(quantity);
  await operator.confirm();
  await operator.saved(shown);
}

/** What the host has. */
async function atHost(host: TestHost, inventory: number, row: number): Promise<string[]> {
  const client = await host.client('ana');
  const list = await client.list(inventory, row);
  const rows = await client.rows(list.id, 'status=counted');
  return rows.sort((a, b) => a.rowNumber - b.rowNumber).map(line);
}

test('Three counts without a host, one an Add on a pending row, outlive a reload and come to the host in order', async ({
  operator,
  page,
  host,
}) => {
  await openList(operator, host, 14, 1);
  host.dead = true;
  await operator.scan('Loc-01-A-05-01');
  await expect(page.locator('[data-line="location"]')).toContainText('A-05-01');
  await count(operator, 'Item-MOB-ART-118', '36', '36 buc');
  // The same again: asked on what this device has.
  await operator.scan('Item-MOB-ART-118');
  await expect(page.getByText('In the list: 36 buc')).toBeVisible();
  await operator.quantity('4');
  await operator.confirm();
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).press('Enter');
  await operator.saved('40 buc');
  await count(operator, 'Item-MOB-ART-204', '2', '2 cutii = 24 buc');
  await expect(pending(page)).toHaveCount(2);
  expect(await atHost(host, 14, 1)).toEqual([]);

  await page.reload();
  await expect(page.locator('.row')).toHaveCount(2);
  await expect(pending(page)).toHaveCount(2);
  // Codes are known all the same.
  await operator.scan('Item-MOB-ART-118');
  await expect(page.locator('[data-line="item"]')).toContainText('ART-118');

  host.dead = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(pending(page)).toHaveCount(0);
  expect(await atHost(host, 14, 1)).toEqual(['A-05-01 MOB ART-118 40 buc', 'A-05-01 MOB ART-204 2 cutii = 24 buc']);
  const client = await host.client('ana');
  const { id } = await client.list(14, 1);
  const [row] = await client.rows(id, 'status=counted&text=ART-118');
  const history = row === undefined ? [] : await client.history(row);
  expect(history.map(({ mode, entered }) => [mode, entered?.quantity])).toEqual([
    ['add', '4'],
    ['new', '36'],
  ]);
});

test('A half-filled form is there again after a reload without a host, as it was typed', async ({
  operator,
  page,
  host,
}) => {
  await openList(operator, host, 14, 1);
  host.dead = true;
  await operator.scan('Loc-01-A-06-01');
  await operator.scan('Item-ALI-CAF-01');
  await operator.quantity('1,2');
  await expect(page.getByLabel('Quantity')).toHaveValue('1,2');
  await page.reload();
  await expect(page.getByLabel('Quantity')).toHaveValue('1,2');
  await expect(page.locator('[data-line="location"]')).toContainText('A-06-01');
  await expect(page.locator('.alert.info')).toContainText('As you left it');
  await operator.confirm();
  await operator.saved('1.200 kg');
  host.dead = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await operator.counted('1.200 kg');
});

test('A code that nobody knows is parked with its quantity, and blocks nobody', async ({ operator, page, host }) => {
  await openList(operator, host, 14, 1);
  host.dead = true;
  await operator.scan('Loc-01-A-07-01');
  await operator.scan('Item-NEW-CODE-1');
  await expect(page.locator('.alert.info')).toContainText('is not known yet');
  await operator.quantity('7');
  await operator.confirm();
  await expect(page.getByLabel('Quantity')).toBeHidden();
  // The next item is counted as ever.
  await count(operator, 'Item-MOB-ART-118', '3', '3 buc');
});

test('A code that the host does not know either gets its item from a person, and keeps its quantity', async ({
  operator,
  page,
  host,
}) => {
  await openList(operator, host, 14, 1);
  host.dead = true;
  await operator.scan('Loc-01-A-07-03');
  await operator.scan('NEW-CODE-1');
  await operator.quantity('7');
  await operator.confirm();
  await expect(page.getByLabel('Quantity')).toBeHidden();
  host.dead = false;
  // Whatever is asked next tells that the host answers again.
  await count(operator, 'Item-MOB-ART-204', '1', '12 buc');
  await operator.counted('12 buc');
  await page.locator('wms-inventar-outbox-badge').getByRole('button').click();
  await page.getByRole('button', { name: 'Name the item' }).click();
  await expect(page.locator('.alert.info')).toContainText('Which item is it?');
  await operator.scan('Item-MOB-ART-118');
  await expect(page.getByLabel('Quantity')).toHaveValue('7');
  await operator.confirm();
  await operator.counted('7 buc');
  expect(await atHost(host, 14, 1)).toContain('A-07-03 MOB ART-118 7 buc');
  await expect(page.locator('wms-inventar-outbox-badge')).not.toContainText('to decide');
});

test('The last count is undone, by key or barcode: taken back here while it was never sent, by the host after that', async ({
  operator,
  page,
  host,
}) => {
  await openList(operator, host, 14, 1);
  await operator.scan('Loc-01-A-07-02');
  await count(operator, 'Item-MOB-ART-118', '5', '5 buc');
  await operator.counted('5 buc');
  await page.keyboard.press('F7');
  await expect(page.locator('.alert.info')).toContainText('was reversed');
  await expect.poll(() => atHost(host, 14, 1)).not.toContain('A-07-02 MOB ART-118 5 buc');
  host.dead = true;
  await count(operator, 'Item-MOB-ART-118', '6', '6 buc');
  // The first waits for its reply; the second was never sent.
  await operator.scan('Item-MOB-ART-118');
  await expect(page.getByText('In the list: 6 buc')).toBeVisible();
  await operator.quantity('1');
  await operator.confirm();
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).press('Enter');
  await operator.saved('7 buc');
  await operator.scan('$$UNDO');
  await expect(page.locator('.alert.info')).toContainText('was reversed');
  host.dead = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(pending(page)).toHaveCount(0);
  expect(await atHost(host, 14, 1)).toContain('A-07-02 MOB ART-118 6 buc');
});
