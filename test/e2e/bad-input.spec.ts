import { type Operator, expect, problemsOf, test } from './host.ts';

/** What is wrong, how it comes about, and what the operator is told; nothing typed may be lost on the way. */
async function isTold(operator: Operator, text: string | RegExp): Promise<void> {
  await expect(operator.page.getByRole('alert')).toContainText(text);
}

test.describe('Bad input gets a sentence that says what to do, and keeps what was typed', () => {
  test.beforeEach(async ({ operator }) => {
    await operator.signIn('ana');
    await operator.open(14, 1);
  });

  const reads: readonly [what: string, code: string, told: RegExp][] = [
    ['an unknown code', 'NOBODY-KNOWS', /Unknown code.*type a part of the description/],
    ['a location of another warehouse', 'Loc-02-A-01-01', /Other warehouse.*02.*Scan a location of/],
    ['an inactive location', 'Loc-01-A-08-05', /not in use.*Scan another/],
    ['an obsolete location', 'A-08-06', /not in use.*Scan another/],
    ['a phantom item', 'Item-MOB-ART-900', /Phantom item.*Scan another/],
    ['an archived item', 'Item-FER-BAL-OLD', /Archived item.*Scan another/],
    ['a wrong lot length', 'Lot-MOB-ART-1234567', /not understood.*type the code/],
    ['a code with a class that is too long', 'Item-MOBX-ART', /Code not understood|Unknown item/],
    ['a loading unit', 'UDC-2023-5-21', /Loading unit.*Scan what is on it/],
  ];
  for (const [what, code, told] of reads) {
    test(what, async ({ operator, page }) => {
      await operator.scan('Loc-01-A-01-02');
      await operator.scan(code);
      await isTold(operator, told);
      await expect(page.locator('[data-line="location"]')).toContainText('A-01-02');
      await expect(page.getByLabel('Barcode')).toBeFocused();
    });
  }

  const quantities: readonly [what: string, item: string, typed: string, told: RegExp][] = [
    ['too many decimals', 'Item-ELE-CAB-3X15', '1,234', /at most 2 decimals/],
    ['decimals where there are none', 'Item-MOB-ART-118', '1.5', /whole numbers/],
    ['two separators', 'Item-ALI-CAF-01', '1.234,5', /without thousands separators/],
    ['letters', 'Item-MOB-ART-118', '12a', /Only digits/],
    ['a negative quantity', 'Item-MOB-ART-118', '-3', /can't be negative/],
    ['nothing', 'Item-MOB-ART-118', '', /Type the quantity; 0 if there is none/],
  ];
  for (const [what, item, typed, told] of quantities) {
    test(`a quantity: ${what}`, async ({ operator, page }) => {
      await operator.scan('Loc-01-A-03-01');
      await operator.scan(item);
      await operator.quantity(typed);
      await operator.confirm();
      await isTold(operator, told);
      await expect(page.getByLabel('Quantity')).toHaveValue(typed);
      await expect(page.getByLabel('Quantity')).toBeFocused();
      expect(await operator.rowsAtHost(14, 1)).toEqual([]);
    });
  }

  test('a missing lot', async ({ operator, page }) => {
    await operator.scan('Loc-01-A-03-01');
    await operator.scan('ItemQty-MOB-ART-35');
    await expect(page.getByLabel('Quantity')).toHaveValue('35');
    await operator.confirm();
    await isTold(operator, /Lot missing/);
    await expect(page.getByLabel('Lot', { exact: true })).toBeFocused();
  });

  test('an empty Confirm', async ({ operator }) => {
    await operator.confirm();
    await isTold(operator, /Location missing/);
  });

  test('an unreadable label: the item is found by typing a part of its description', async ({ operator, page }) => {
    await operator.type('pliant fag');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /ART-118/ }).press('Enter');
    await expect(page.locator('[data-line="item"]')).toContainText('ART-118');
  });

  test('a scan typed into the quantity is taken out again and handled as a scan', async ({ operator, page }) => {
    await operator.scan('Loc-01-A-01-02');
    await operator.scan('Item-MOB-ART-118');
    await operator.quantity('7');
    await operator.scan('Item-MOB-ART-204', 4);
    await expect(page.locator('.alert.decide')).toContainText(/ART-118.* is not confirmed/);
    await expect(page.getByLabel('Quantity')).toHaveValue('7');
    await page.keyboard.press('F9');
    await expect(page.locator('[data-line="item"]')).toContainText('ART-204');
    await expect(page.getByLabel('Quantity')).toHaveValue('');
  });
});

test.describe('A host that fails is said, and nothing is lost', () => {
  test('not reachable: the count is saved here, and is at the host once when that answers', async ({
    operator,
    page,
    host,
  }) => {
    await operator.signIn('mihai');
    await operator.open(14, 2);
    await operator.scan('Loc-01-A-04-01');
    await operator.scan('Item-MOB-ART-118');
    await operator.quantity('11');
    await expect(page.getByLabel('Quantity')).toHaveValue('11');
    host.dead = true;
    await operator.confirm();
    await operator.saved('11 buc');
    await expect(page.locator('.last')).toContainText('saved on this device');
    host.dead = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await operator.counted('11 buc');
    expect(await operator.rowsAtHost(14, 2, 'mihai')).toHaveLength(1);
  });

  test('an expired sign-in is told, and the count is sent after signing in again', async ({ operator, page, host }) => {
    await operator.signIn('giulia');
    await operator.open(13, 3);
    await operator.scan('Loc-02-V-01-01');
    await operator.scan('Item-MOB-ART-118');
    await operator.quantity('2');
    host.signedOut = true;
    await operator.confirm();
    await operator.saved('2 buc');
    await expect(page.locator('.alert.error')).toContainText('sign-in has expired');
    host.signedOut = false;
    await operator.signInAs('giulia');
    await expect(page.locator('.last[data-at="host"]')).toContainText('2 buc');
  });

  test('a reply that breaks the contract is told', async ({ operator, host }) => {
    await operator.signIn('giulia');
    await operator.open(13, 3);
    host.garbled = true;
    await operator.scan('Loc-02-V-01-02');
    await isTold(operator, /not understood/);
    host.garbled = false;
    await operator.confirm();
    await expect(operator.page.locator('[data-line="location"]')).toContainText('V-01-02');
  });
});

test("A breach of the page's policy is among what every test here looks for", async ({ host, page }) => {
  const problems = await problemsOf(page);
  await page.goto(host.url);
  await page.evaluate(() =>
    document.body.append(Object.assign(new Image(), { src: 'http://elsewhere.example/a.png' })),
  );
  await expect.poll(() => problems.filter(each => each.startsWith('Content security policy: img-src'))).toHaveLength(1);
});
