import { pinOf } from '../reference-host/sign-in.ts';
import { expect, test } from './host.ts';

const WORDS = {
  en: ['The user name or the PIN is wrong.', /^Too many wrong tries\. Wait: \d+ seconds?\.$/],
  ro: ['Numele de utilizator sau PIN-ul este greșit.', /^Prea multe încercări greșite\. Așteptați: \d+ (de )?secund/],
  it: ['Il nome utente o il PIN è errato.', /^Troppi tentativi errati\. Attendere: \d+ second/],
  hr: ['Korisničko ime ili PIN nije točan.', /^Previše pogrešnih pokušaja\. Pričekajte: \d+ sekund/],
} as const;

test('A wrong PIN is said, and how long to wait after five, in the language of the page', async ({ host, page }) => {
  await page.goto(`${host.url}/?lang=en`);
  const pin = page.locator('[name=pin]');
  const said = page.locator('#sign-in-error');
  await expect(pin).toHaveAttribute('type', 'password');
  await page.locator('[name=userName]').focus();
  await page.keyboard.type('mihai');
  await page.keyboard.press('Tab');
  const tryPin = async (digits: string) => {
    const answered = page.waitForResponse(/sign-in$/);
    await page.keyboard.type(digits);
    await page.keyboard.press('Enter');
    return (await answered).status();
  };

  expect(await tryPin('0000')).toBe(403);
  const language = page.locator('#language');
  for (const [locale, [wrong]] of Object.entries(WORDS)) {
    await language.selectOption(locale);
    await expect(said).toHaveText(wrong);
  }
  // What was wrong is gone from the field, and the next PIN is typed at once.
  await pin.focus();
  await expect(pin).toHaveValue('');
  for (let n = 1; n < 5; n++) expect(await tryPin(`000${n}`)).toBe(403);
  await expect(pin).toBeFocused();
  expect(await tryPin(pinOf('mihai'))).toBe(429);
  for (const [locale, [, wait]] of Object.entries(WORDS)) {
    await language.selectOption(locale);
    await expect(said).toHaveText(wait);
  }
  await language.selectOption('en');
  await expect(page.locator('#plugin')).toBeEmpty();
});

test('A PIN typed beside an open list is no scan, at whatever pace', async ({ host, operator, page }) => {
  await operator.signIn('ana');
  await operator.open(14, 1);
  await operator.scan('Loc-01-A-01-02');
  await operator.scan('Item-MOB-ART-118');
  await operator.quantity('2');
  host.signedOut = true;
  await operator.confirm();
  await expect(page.locator('[name=pin]')).toBeVisible();
  host.signedOut = false;
  await page.locator('[name=pin]').focus();
  // Two keys in a thousandth of a second, as scanners type, and their Enter.
  await operator.scan(pinOf('ana'));
  await expect(page.locator('[name=pin]')).toBeHidden();
  await expect(page.locator('.last[data-at="host"]')).toContainText('2 buc');
  await expect(page.locator('#barcode')).toHaveValue('');
  await expect(page.getByText(pinOf('ana'))).toHaveCount(0);
});

test.describe('On a screen of 360 px', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('the page has its sign-out and its language, but while somebody counts', async ({ host, operator, page }) => {
    await operator.signIn('ana');
    const bar = [page.locator('#sign-out'), page.locator('#language')];
    for (const each of bar) await expect(each).toBeVisible();
    await operator.open(14, 1);
    await operator.scan('Loc-01-A-01-02');
    await operator.scan('Item-MOB-ART-204');
    for (const each of bar) await expect(each).toBeHidden();
    // The sign-in expires: whoever comes now may have another language, and somebody else begins with the search.
    host.signedOut = true;
    await operator.quantity('2');
    await operator.confirm();
    await expect(page.locator('[name=pin]')).toBeVisible();
    await expect(page.locator('#language')).toBeVisible();
    host.signedOut = false;
    await page.locator('[name=userName]').fill('elena');
    await page.locator('[name=pin]').fill(pinOf('elena'));
    await page.locator('[name=pin]').press('Enter');
    await expect(page.locator('[name=pin]')).toBeHidden();
    for (const each of bar) await expect(each).toBeVisible();
  });
});
