import { expect, test } from './host.ts';

test('A code that is not understood is explained, and counting goes on where it was', async ({ operator, page }) => {
  await operator.signIn('ana');
  await operator.open(14, 1);
  await operator.scan("Loc'01'A'01'02");
  await page.getByRole('button', { name: 'Why?' }).focus();
  // At a person's pace by its time stamp: right behind the scan it would be the scanner's key.
  await operator.keys([{ t: 300, type: 'keydown', key: 'Enter', code: 'Enter', keyCode: 13, text: '\r' }]);
  const dialog = page.getByRole('dialog', { name: 'How this code is read' });
  await expect(dialog.getByText('the computer is set to Italian or Spanish')).toBeVisible();
  await expect(dialog.getByText('01 | A-01-02').first()).toBeVisible();

  // While it is open, what is scanned is explained, not counted.
  const explains = async (code: string, sentence: string | RegExp) => {
    await dialog.getByRole('heading', { name: 'How this code is read' }).focus();
    await operator.scan(code);
    await expect(dialog.getByText(sentence)).toBeVisible();
  };
  await explains('Item-MOBX-ART', /MOBX.* has 4 characters\. Row 1 of tokenizer .*Item.* allows at most 3\./);
  await explains('Loc-L1', "Warehouse is not in the barcode: the list's warehouse holds.");
  await explains('ItemQty-MOB-ART-12-35', /The .*-.* in .*ART-12.* belongs to the value/);
  await explains(']C1010950600013435210AB117261231', 'A separator (GS) got lost');
  await expect(dialog.getByText('09506000134352 | AB1 | 261231')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Barcode')).toBeFocused();
  await operator.count(['Loc-01-A-01-02', 'Item-MOB-ART-118'], '36', '36 buc');
});
