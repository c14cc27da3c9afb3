import { type Operator, expect, line, test } from './host.ts';
import { typeCode } from '../scanner/fixtures/typing.ts';
import { SETUP_CODE } from '../../src/scanner/wedge/calibration.ts';

async function rowsAt(location: string, operator: Operator): Promise<string[]> {
  const rows = await operator.rowsAtHost(12, 1);
  return rows.filter(row => row.location === location).map(line);
}

test('A dialog opens in the middle of a burst: each scan has one receiver, and the scanner answers it', async ({
  operator,
  page,
  host,
}) => {
  const dialog = page.getByRole('dialog');
  await operator.signIn('ana');
  await operator.open(12, 1);
  for (const code of ['Loc-01-C-02-01', 'Item-MOB-ART-204', 'Qty-12', '$$CONFIRM']) await operator.scan(code);
  await operator.counted('12 cutii = 144 buc');

  // One burst, read before the host answers its first code: the question comes up in the middle of it.
  host.held = true;
  for (const code of ['Item-MOB-ART-204', 'Qty-5', '$$CONFIRM', 'Item-MOB-ART-118', '$$ZERO', '$$CONFIRM']) {
    await operator.scan(code);
  }
  host.held = false;
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('3 scans waiting');

  // What is no answer is said in the dialog, and changes nothing; codes wait in their order.
  await operator.scan('$$CLEARLOCATION');
  await expect(dialog.getByRole('alert')).toContainText('Clear location: not now');
  await operator.scan('Item-ALI-CAF-01');
  await expect(dialog).toContainText('4 scans waiting');
  await operator.scan('$$ADD');
  await expect(dialog).toBeHidden();

  // What was read behind the question comes in its turn: ART-118 is zero, and the coffee waits for its quantity.
  await expect(page.locator('.last')).toContainText('ART-118');
  await expect(page.locator('[data-line="item"]')).toContainText('CAF-01');
  await expect
    .poll(() => rowsAt('C-02-01', operator))
    .toEqual(['C-02-01 MOB ART-204 17 cutii = 204 buc', 'C-02-01 MOB ART-118 0 buc']);
  await operator.scan('$$CANCEL');
  await expect(page.getByText('Discarded', { exact: true })).toBeVisible();
});

test('A shelf is counted by the scanner alone, whatever is asked', async ({ operator, page }) => {
  await operator.signIn('ana');
  await operator.open(12, 1);
  for (const code of ['Loc-01-C-03-01', 'Item-MOB-ART-118', '$$ZERO', '$$CONFIRM']) await operator.scan(code);
  await operator.counted('0 buc');
  // Again, and Replace read before the question is there.
  for (const code of ['Item-MOB-ART-118', 'Qty-4', '$$CONFIRM', '$$REPLACE']) await operator.scan(code);
  await operator.counted('4 buc');
  // One code of two items: the second.
  await operator.scan('8000000005557');
  await expect(page.getByRole('dialog')).toBeVisible();
  await operator.scan('$$CHOICE2');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('[data-line="item"]')).not.toContainText('—');
  await operator.scan('$$NEXT');
  await expect(page.getByText('Discarded', { exact: true })).toBeVisible();
  await operator.scan('$$CLEARLOCATION');
  await expect(page.getByText('Scan the location').first()).toBeVisible();
  await operator.scan('$$ADD');
  await expect(page.getByRole('alert')).toContainText('Add: not now');
  expect(await rowsAt('C-03-01', operator)).toEqual(['C-03-01 MOB ART-118 4 buc']);
});

test('The setup finds a US scanner on a French keyboard, from real key events; then GS1 codes arrive whole', async ({
  operator,
  page,
}) => {
  await operator.signIn('ana');
  await page.getByRole('button', { name: 'Scanners and sound' }).click();
  const dialog = page.getByRole('dialog');
  // Under the page's content security policy.
  await expect(dialog.getByRole('img', { name: 'Setup barcode' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Scan the setup barcode' }).click();
  const typing = { scanner: 'us', system: 'fr', suffix: ['Tab'] } as const;
  await operator.keys(typeCode(SETUP_CODE, typing));
  await expect(dialog).toContainText('The scanner is set up');
  await expect(dialog).toContainText('each key is translated');
  await operator.keys(typeCode(']C1010401234567890110LOT-A\u001d3712', typing));
  await expect(dialog.getByRole('status', { name: 'Arrives' })).toContainText('010401234567890110LOT-A␝3712');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  // Kept for this device.
  await operator.signIn('ana');
  await operator.open(14, 1);
  await operator.keys(typeCode('Loc-01-A-01-02', typing));
  await expect(page.locator('[data-line="location"]')).toContainText('A-01-02');
});

test('The sheet of commands is drawn under the policy of the page, in its language', async ({ page, host }) => {
  await page.goto(`${host.url}/commands.html?lang=it`);
  await expect(page.getByRole('img', { name: '$$CLEARLOCATION' })).toBeVisible();
  await expect(page.getByText('Togli ubicazione')).toBeVisible();
});
