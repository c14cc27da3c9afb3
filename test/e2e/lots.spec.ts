import type { Page } from '@playwright/test';
import { expect, line, test } from './host.ts';

test.use({ viewport: { width: 320, height: 533 } });

/** Back from the quantity to the answer of a question, by Shift and Tab. */
async function focusAnswer(page: Page, name: string): Promise<void> {
  const answer = page.getByRole('button', { name });
  for (let n = 0; n < 12 && !(await answer.evaluate(each => each.matches(':focus'))); n++) {
    await page.keyboard.press('Shift+Tab');
  }
  await expect(answer).toBeFocused();
}

test('A lot of another item is made new only once a person says so, with keys alone', async ({ operator, page }) => {
  await operator.signIn('ana');
  await operator.open(14, 1);
  await operator.scan('Loc-01-A-01-05');
  await operator.scan('Item-VOP-GRI-05');
  await operator.scan(']C11026398');
  await expect(page.locator('.alert.decide')).toContainText('ALB-10');
  await operator.quantity('5');
  // Neither Confirm nor an Enter answers.
  await operator.confirm();
  await operator.confirm();
  await page.keyboard.press('Enter');
  await expect(page.locator('.alert.decide')).toContainText('New lot?');
  await focusAnswer(page, 'It is a new lot');
  await page.keyboard.press('Enter');
  await expect(page.locator('.alert.decide')).toBeVisible();
  // Held as a person holds it: what follows sooner is a scan's.
  await page.keyboard.press('Space', { delay: 100 });
  await expect(page.locator('.alert')).toHaveCount(0);
  await expect(page.locator('[data-line="lot"]')).toContainText('new');
  await operator.confirm();
  await expect(page.locator('.last')).toContainText('new');
  await operator.counted('5.000 kg');
  expect((await operator.rowsAtHost(14, 1)).map(line)).toContain('A-01-05 VOP GRI-05 26398 5.000 kg');
});

test('A label that lost a separator is asked about, the lot that is there in front', async ({ operator, page }) => {
  await operator.signIn('ana');
  await operator.open(14, 1);
  await operator.scan('Loc-01-A-01-02');
  await operator.scan('0105940000000103102641717270430');
  const choices = page.getByRole('dialog').locator('.choice');
  await expect(choices).toHaveCount(2);
  await expect(choices.nth(0)).toContainText('26417');
  await expect(choices.nth(1)).toContainText('2641717270430');
  await choices.nth(0).click();
  await operator.quantity('2');
  await operator.confirm();
  await operator.counted('2.000 kg');
  expect((await operator.rowsAtHost(14, 1)).map(line)).toContain('A-01-02 VOP ALB-10 26417 2.000 kg');
});

test('Bare labels answer the lot and the serial number that are asked for', async ({ operator, page }) => {
  await operator.signIn('ana');
  await operator.open(14, 1);
  await operator.scan('Loc-01-A-02-01');
  await operator.scan('Item-VOP-ALB-10');
  await operator.scan('26398');
  await operator.quantity('3');
  await operator.confirm();
  await operator.counted('3.000 kg');
  await operator.scan('Item-ELE-CTR-1F');
  await operator.scan('SN-900');
  await expect(page.getByLabel('Quantity')).toHaveValue('1');
  await operator.confirm();
  await operator.counted('1 buc');
  const rows = (await operator.rowsAtHost(14, 1)).map(line);
  expect(rows).toContain('A-02-01 VOP ALB-10 26398 3.000 kg');
  expect(rows).toContain('A-02-01 ELE CTR-1F SN-900 1 buc');
});
