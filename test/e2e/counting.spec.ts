import type { ItemMatch } from '../../src/domain/inventory.ts';
import { type Client, aCount } from '../reference-host/client.ts';
import { expect, line, test } from './host.ts';

test('An operator counts a list that keeps the location, with keys alone', async ({ operator, page }) => {
  await operator.signIn('ana');
  await operator.open(14, 1);

  // A plain item; the location stays for all that follow (rule 2).
  await operator.count(['Loc-01-A-01-02', 'Item-MOB-ART-118'], '36', '36 buc');
  await expect(page.locator('[data-line="location"]')).toContainText('A-01-02');

  // A lot item, by its EAN; the lot is chosen by typing it.
  await operator.scan('5940000000103');
  await expect(page.getByLabel('Lot', { exact: true })).toBeFocused();
  await operator.type('26417');
  await page.keyboard.press('Tab');
  await operator.quantity('12,5');
  await operator.confirm();
  await operator.counted('12.500 kg');

  // A lot item by the barcode of its lot: nothing is asked that is known.
  await operator.count(['Lot-MOB-ART-123'], '7', '7 buc');

  // An item with a default WMS unit: that unit is entered, both are kept (rule 5).
  await operator.scan('Item-MOB-ART-204');
  await operator.quantity('2');
  await expect(page.getByText('2 cutii = 24 buc')).toBeVisible();
  await operator.confirm();
  await operator.counted('2 cutii = 24 buc');

  // Three decimals, and zero as a count (rule 10).
  await operator.count(['Item-ALI-CAF-01'], '0.125', '0.125 kg');
  await operator.count(['Loc-01-A-01-03', 'Item-ALI-CAF-01'], '0', '0.000 kg');

  // Item and quantity of one read: only Confirm is left.
  await operator.scan('ItemQty-ELE-CAB-3X15-148.5');
  await expect(page.getByLabel('Quantity')).toHaveValue('148.5');
  await operator.confirm();
  await operator.counted('148.50 m');

  expect((await operator.rowsAtHost(14, 1)).map(line)).toEqual([
    'A-01-02 MOB ART-118 36 buc',
    'A-01-02 VOP ALB-10 26417 12.500 kg',
    'A-01-02 MOB ART 123 7 buc',
    'A-01-02 MOB ART-204 2 cutii = 24 buc',
    'A-01-02 ALI CAF-01 0.125 kg',
    'A-01-03 ALI CAF-01 0.000 kg',
    'A-01-03 ELE CAB-3X15 148.50 m',
  ]);
});

test('A list that does not keep the location asks for it before each confirmation (rule 2)', async ({
  operator,
  page,
}) => {
  await operator.signIn('ana');
  await operator.open(12, 3);

  // The item first, then the location: any order will do.
  await operator.count(['Item-MOB-ART-118', 'Loc-01-B-01-01'], '4', '4 buc');
  await operator.scan('Item-ALI-CAF-01');
  await expect(page.getByText('Scan the location').first()).toBeVisible();
  await operator.confirm();
  await expect(page.getByRole('alert')).toContainText('Location missing');
  // A plain location code, without tokenizer and warehouse (rule 12).
  await operator.scan('B-01-02');
  await operator.quantity('1.5');
  await operator.confirm();
  await operator.counted('1.500 kg');

  expect((await operator.rowsAtHost(12, 3)).map(line)).toEqual([
    'B-01-01 MOB ART-118 4 buc',
    'B-01-02 ALI CAF-01 1.500 kg',
  ]);
});

test('Add or Replace: each answer, and each way of closing, which changes nothing (rule 4)', async ({
  operator,
  page,
}) => {
  const dialog = page.getByRole('dialog');
  const readAgain = async (quantity: string) => {
    await operator.scan('Item-MOB-ART-204');
    await operator.quantity(quantity);
    await expect(page.getByText(/^In the list:/)).toBeVisible();
    await operator.confirm();
    await expect(dialog).toBeVisible();
  };
  await operator.signIn('ana');
  await operator.open(12, 2);
  await operator.count(['Loc-01-C-01-01', 'Item-MOB-ART-204'], '12', '12 cutii = 144 buc');

  // Both results are there before anything is decided, and nothing has the focus that Enter could press.
  await readAgain('5');
  await expect(dialog.getByRole('button', { name: 'Add' })).toContainText('17');
  await expect(dialog.getByRole('button', { name: 'Replace' })).toContainText('5 cutii');
  await page.keyboard.press('Enter');
  await operator.scan('Item-MOB-ART-118');
  await expect(dialog).toContainText('1 scan waiting');

  // Every way of closing leaves what was typed, and the row as it is.
  const closings = [
    () => page.keyboard.press('Escape'),
    () => dialog.getByRole('button', { name: 'Close' }).press('Enter'),
    () => dialog.getByRole('button', { name: /nothing changes/ }).press('Enter'),
    () => page.mouse.click(180, 20),
  ];
  for (const close of closings) {
    if (!(await dialog.isVisible())) await operator.confirm();
    await expect(dialog).toBeVisible();
    await close();
    await expect(dialog).toBeHidden();
    await expect(page.getByLabel('Quantity')).toHaveValue('5');
    await expect(page.getByLabel('Quantity')).toBeFocused();
  }
  expect((await operator.rowsAtHost(12, 2)).map(line)).toEqual(['C-01-01 MOB ART-204 12 cutii = 144 buc']);

  await operator.confirm();
  await dialog.getByRole('button', { name: 'Add' }).press('Enter');
  await expect(page.locator('.last')).toContainText('17 cutii = 204 buc');
  // The scan that came in between was kept, and comes now.
  await expect(page.locator('[data-line="item"]')).toContainText('ART-118');
  await operator.quantity('1');
  await operator.confirm();
  await operator.counted('1 buc');

  await readAgain('3');
  await dialog.getByRole('button', { name: 'Replace' }).press('Enter');
  await operator.counted('3 cutii = 36 buc');

  expect((await operator.rowsAtHost(12, 2)).map(line)).toEqual([
    'C-01-01 MOB ART-204 3 cutii = 36 buc',
    'C-01-01 MOB ART-118 1 buc',
  ]);
});

test("A colleague's count that came in between is shown before anything is decided", async ({
  operator,
  page,
  host,
}) => {
  await operator.signIn('ana');
  await operator.open(12, 2);
  await operator.scan('Loc-01-D-01-01');
  await operator.scan('Item-MOB-ART-118');
  await operator.quantity('5');
  const mihai = await host.client('mihai');
  const { id } = await mihai.list(12, 2);
  const place = { location: 'D-01-01' };
  await mihai.count(id, aCount(place, { quantity: '2' }));

  await operator.confirm();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Mihai Ionescu');
  await mihai.count(id, aCount(place, { mode: 'add', quantity: '4', baseVersion: 1 }));
  await dialog.getByRole('button', { name: 'Add' }).press('Enter');
  await expect(dialog).toContainText('changed meanwhile');
  await expect(dialog.getByRole('button', { name: 'Add' })).toContainText('11');
  await dialog.getByRole('button', { name: 'Add' }).press('Enter');
  await operator.counted('11 buc');
});

test('One press of Confirm is one count, however often it is pressed (rule 7)', async ({ operator, page, host }) => {
  await operator.signIn('ana');
  await operator.open(12, 2);
  await operator.scan('Loc-01-E-01-01');
  await operator.scan('Item-MOB-ART-118');
  await operator.quantity('9');
  host.held = true;
  await page.keyboard.down('F8');
  await page.keyboard.down('F8');
  await page.keyboard.up('F8');
  await operator.confirm();
  const button = await page.locator('#confirm').boundingBox();
  await page.mouse.dblclick((button?.x ?? 0) + 40, (button?.y ?? 0) + 20);
  host.held = false;
  await operator.counted('9 buc');
  expect((await operator.rowsAtHost(12, 2)).filter(row => row.location === 'E-01-01').map(line)).toEqual([
    'E-01-01 MOB ART-118 9 buc',
  ]);
});

test('Twenty scans without a pause, on a host that takes half a second for each request: twenty rows', async ({
  operator,
  host,
}) => {
  await operator.signIn('mihai', '&next-item-confirms=on');
  await operator.open(14, 2);
  await operator.scan('Loc-01-A-01-01');
  await expect(operator.page.locator('[data-line="location"]')).toContainText('A-01-01');
  const twenty = await twentyItems(await host.client('mihai'));

  host.stall = 500;
  for (const [index, code] of twenty.entries()) await operator.scan(`ItemQty-${code}-${index + 1}`, 0);
  // The last one is confirmed by F8, pressed while most of the others are still on their way.
  await operator.confirm();
  await expect(operator.page.locator('.last')).toContainText(twenty.at(-1)?.replace('-', ' ') ?? '', {
    // Twenty times two requests, one after the other.
    timeout: 120_000,
  });
  await expect(operator.page.getByRole('alert')).toBeHidden();
  host.stall = 0;
  await expect.poll(() => operator.rowsAtHost(14, 2, 'mihai')).toHaveLength(20);

  const rows = await operator.rowsAtHost(14, 2, 'mihai');
  // Up to four are on their way at once: each row is right, whichever of them is the first.
  const counted = rows.map(row => `${row.itemClass}-${row.itemCode} ${row.alternativeQuantity ?? row.quantity}`);
  expect(counted.sort()).toEqual(twenty.map((code, index) => `${code} ${index + 1}`).sort());
});

/** Twenty items in pieces that need nothing but a quantity. */
async function twentyItems(client: Client): Promise<string[]> {
  const codes = new Set<string>();
  for (const text of ['SCA-1', 'RAF-1', 'DUL-1']) {
    const { body } = await client.get(`/items?text=${text}`);
    for (const { item } of body.matches as ItemMatch[]) {
      if (!item.serialManaged && !item.lotManaged && item.unit.code === 'buc')
        codes.add(`${item.itemClass}-${item.code}`);
    }
  }
  const twenty = [...codes].slice(0, 20);
  expect(twenty).toHaveLength(20);
  return twenty;
}

test('A note goes with its count to the host, and is told in the history of the row', async ({ operator, page }) => {
  await operator.signIn('ana');
  await operator.open(12, 3);
  await operator.scan('Loc-01-B-02-03');
  await operator.scan('Item-MOB-ART-118');
  await page.getByRole('button', { name: 'Note' }).click();
  await expect(page.getByLabel('Note')).toBeFocused();
  await operator.type('2 ude');
  // A scan that comes while the note has the focus is a scan, and leaves no letter in it.
  await operator.scan('Loc-01-B-02-04');
  await expect(page.locator('[data-line="location"]')).toContainText('B-02-04');
  await expect(page.getByLabel('Note')).toHaveValue('2 ude');
  await operator.quantity('4');
  await operator.confirm();
  await operator.counted('4 buc');
  await expect(page.locator('#note')).toHaveCount(0);

  await page.locator('.toggle').click();
  await page.locator('.row .history').first().click();
  await expect(page.locator('dialog[open] li').first()).toContainText('Note: 2 ude');
});
