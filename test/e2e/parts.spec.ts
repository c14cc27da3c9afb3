/** What comes when: counting first, all else later, and what is said where it can't be had. */
import { type Page, type Route } from '@playwright/test';
import { BARS, MOMENTS, builtFiles, filesOf } from '../../scripts/size.ts';
import { expect, test } from './host.ts';
import { signInAs } from '../reference-host/sign-in.ts';

/** The file that brings a module of ours. */
function fileOf(source: string): string {
  const found = builtFiles().find(({ sources = [] }) => sources.includes(source));
  if (found === undefined) throw new Error(`No file is loaded as ${source}`);
  return found.file;
}

/** Our scripts that the page has asked for, as the build names them. */
function scripts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js') && name.includes('/wms-inventar/'))
      .map(({ name }) => name.replace(/^.*?\/wms-inventar\//, '')),
  );
}

/** What comes later in English: all but the decoder, whose wasm is as large as all else and waits for a camera. */
function later(): string[] {
  const first = new Set(filesOf(Object.values(MOMENTS).flat()));
  return builtFiles()
    .filter(({ sources = [] }) => sources.some(source => !/messages\/(?!en\/)/.test(source)))
    .map(({ file }) => file)
    .filter(file => !first.has(file));
}

/** What comes as soon as the browser is idle, whether a list is open or not. */
const IDLE = filesOf([
  'src/messages/en/sentences.ts',
  'src/session/reads/gs1-part.ts',
  'src/connect/sending-here.ts',
  'src/device/copy/copy-part.ts',
  'src/scanner/wedge/watched-frames.ts',
  'src/components/scanner-status/part.ts',
  'src/components/outbox-badge/part.ts',
]);

const badge = (page: Page) => page.getByRole('button', { name: /Show the counts on this device/ });

/** What is missing is tried for in idle time too: by the time it can be had, its button may be gone. */
function tryAgain(page: Page): Promise<void> {
  return page
    .getByRole('button', { name: 'Try again' })
    .evaluateAll(buttons => buttons.forEach(button => button instanceof HTMLElement && button.click()));
}

test('Until the first scan can be taken only what it needs is asked for, and not more than the bar allows', async ({
  operator,
  page,
}) => {
  // As a host sends it that compresses with gzip alone; brotli takes less.
  await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' });
  await operator.signIn('ana');
  const first = filesOf(Object.values(MOMENTS).flat());
  const asked = await scripts(page);
  expect(first.filter(file => !asked.includes(file))).toEqual([]);
  expect(asked.filter(file => !first.includes(file) && !IDLE.includes(file))).toEqual([]);
  const bytes = await page.evaluate(
    files =>
      performance
        .getEntriesByType('resource')
        .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
        // What is fetched is imported from the browser's cache then, and travels once.
        .filter(
          ({ name, transferSize }) => transferSize > 0 && files.some(file => name.endsWith(`/wms-inventar/${file}`)),
        )
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    first,
  );
  console.log(`until the first scan can be taken: ${bytes} bytes of body asked for`);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(BARS.firstScan);
});

test('Once a list is open all else comes in idle time, and is there without a network', async ({ operator, page }) => {
  await operator.signIn('ana');
  await operator.open(12, 1);
  await expect
    .poll(async () => {
      const there = new Set(await scripts(page));
      return later().filter(file => !there.has(file));
    })
    .toEqual([]);

  await page.context().setOffline(true);
  await badge(page).click();
  await expect(page.getByRole('dialog')).toContainText('On this device');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Scanners and sound' }).click();
  await expect(page.getByRole('dialog').locator('svg.barcode').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rows', exact: true }).click();
  await page.locator('.row .history').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

const FAILURES: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'is not there': route => route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not found' }),
  "is answered with the host's start page": route =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>ERP</title>' }),
  'breaks off': route => route.abort('connectionreset'),
};

for (const [what, fail] of Object.entries(FAILURES)) {
  test(`A part that ${what} is said, and comes when it is tried again`, async ({ operator, page }) => {
    const file = `**/${fileOf('src/components/outbox/part.ts')}`;
    await page.route(file, fail);
    await operator.signIn('ana');
    await badge(page).click();
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();

    await page.unroute(file);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('alert')).toBeHidden();
    await badge(page).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    // Counting went on all the time.
    await page.keyboard.press('Escape');
    await operator.open(12, 1);
  });
}

test('A chooser that can not be had holds up no counting', async ({ operator, page }) => {
  const file = `**/${fileOf('src/components/choice-dialog/part.ts')}`;
  await page.route(file, route => route.abort('connectionreset'));
  await operator.signIn('ana');
  await operator.open(12, 1);
  await operator.scan('8000000005557');
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await expect(page.getByRole('dialog')).toBeHidden();
  await operator.scan('Item-MOB-ART-118');
  await page.locator('#quantity').waitFor();

  await page.unroute(file);
  await tryAgain(page);
  await expect(page.getByRole('alert')).toBeHidden();
  await operator.scan('8000000005557');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('An answer that can not be asked for leaves the quantity as it stands, and is asked for again', async ({
  operator,
  page,
}) => {
  await operator.signIn('ana');
  await operator.open(12, 1);
  await operator.scan('Loc-01-A-01-02');
  await operator.scan('Item-MOB-ART-118');
  await operator.quantity('5');
  await operator.confirm();
  await operator.counted('5 buc');

  const file = `**/${fileOf('src/components/choice-dialog/part.ts')}`;
  await page.route(file, route => route.abort('connectionreset'));
  await operator.signIn('ana');
  await operator.open(12, 1);
  await operator.scan('Loc-01-A-01-02');
  await operator.scan('Item-MOB-ART-118');
  await operator.quantity('7');
  await operator.confirm();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await expect(page.locator('#quantity')).toHaveValue('7');

  await page.unroute(file);
  await tryAgain(page);
  await expect(page.getByRole('alert')).toBeHidden();
  await operator.confirm();
  await expect(page.getByRole('dialog').locator('[data-mode=add]')).toContainText('12');
});

test('What a session can not do without its code is said too, and done when it is asked for again', async ({
  operator,
  page,
}) => {
  const file = `**/${fileOf('src/session/late-part.ts')}`;
  await page.route(file, route => route.abort('connectionreset'));
  await operator.signIn('ana');
  await operator.open(12, 1);
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await page.getByRole('button', { name: 'Scanners and sound' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.unroute(file);
  await tryAgain(page);
  await expect(page.getByRole('alert')).toBeHidden();
  await page.getByRole('button', { name: 'Rows', exact: true }).click();
  await page.locator('.row .history').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

for (const [outbox, location] of [
  ['', 'B-03-01'],
  ['&outbox=off', 'B-03-02'],
] as const) {
  test(`What sends and can not be had is said, and sends once it is there${outbox}`, async ({ operator, page }) => {
    const file = `**/${fileOf('src/connect/sending-here.ts')}`;
    await page.route(file, route => route.fulfill({ status: 404, body: '' }));
    await operator.signIn('ana', outbox);
    await operator.open(12, 1);
    await operator.scan(`Loc-01-${location}`);
    await operator.scan('Item-MOB-ART-118');
    await operator.quantity('3');
    await operator.confirm();
    await expect(page.getByText(/could not be loaded/)).toBeVisible();
    await page.unroute(file);
    await tryAgain(page);
    await expect(page.locator('.last[data-at="host"]')).toContainText('3 buc');
    const rows = await operator.rowsAtHost(12, 1);
    expect(rows.filter(row => row.location === location)).toHaveLength(1);
  });
}

test('What is told in a sentence is not lost where the sentences are not there yet', async ({ operator, page }) => {
  const file = `**/${fileOf('src/messages/en/sentences.ts')}`;
  await page.route(file, route => route.abort('connectionreset'));
  await operator.signIn('ana');
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await operator.open(12, 1);
  await operator.scan('Item-MOB-NONE');
  await expect(page.locator('[part=notice]')).toContainText('Loading…');

  await page.unroute(file);
  await tryAgain(page);
  await expect(page.locator('[part=notice]')).toContainText('There is no item');
});

/** A page of a host with this policy, and these elements. */
async function open(page: Page, url: string, scriptTag: string, policy: string): Promise<void> {
  const body = `<!doctype html><html lang="en"><body>${scriptTag}<wms-inventar></wms-inventar></body></html>`;
  const headers = { 'content-security-policy': policy };
  await page.route('**/embed.html', route => route.fulfill({ contentType: 'text/html', headers, body }));
  await page.goto(`${url}/embed.html`);
  await page.evaluate(async signIn => {
    const { token } = await (await fetch('/api/sign-in', signIn)).json();
    Object.assign(document.querySelector('wms-inventar') ?? {}, { baseUrl: '/api', token });
  }, signInAs('ana'));
  await page.getByRole('button', { name: 'Search' }).waitFor();
}

const POLICY =
  "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'; style-src 'self'";

for (const [kind, tag, file] of [
  ['a module', '<script type="module" src="/wms-inventar/wms-inventar.all.js"></script>', 'wms-inventar.all.js'],
  ['a classic script', '<script src="/wms-inventar/wms-inventar.classic.js"></script>', 'wms-inventar.classic.js'],
] as const) {
  test(`All of it as ${kind} is one file, and asks for no other`, async ({ operator: _, host, page }) => {
    await open(page, host.url, tag, POLICY);
    await badge(page).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Scanners and sound' }).click();
    await expect(page.getByRole('dialog').locator('svg.barcode').first()).toBeVisible();
    expect(await scripts(page)).toEqual([file]);
  });
}

test('Under a policy that lets in scripts but no requests for them, parts come all the same', async ({
  page,
  host,
}) => {
  const policy = `${POLICY}; connect-src ${host.url}/api/`;
  await open(page, host.url, '<script type="module" src="/wms-inventar/wms-inventar.js"></script>', policy);
  await badge(page).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});
