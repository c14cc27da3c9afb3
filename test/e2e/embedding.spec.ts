import { readFileSync } from 'node:fs';
import { Operator, expect, line, test } from './host.ts';
import { signInAs } from '../reference-host/sign-in.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('The example in the README runs as it stands, in ten lines', async ({ page, host }) => {
  const [, example = ''] = /```html\n([\s\S]+?)```/.exec(readme) ?? [];
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(10);
  // The page is the README's own; all it asks for is answered by the host.
  await page.route('**/embed.html', route => route.fulfill({ contentType: 'text/html', body: example }));
  await page.goto(`${host.url}/embed.html`);
  const operator = new Operator(page, host.url);
  await operator.open(14, 1);
  await operator.count(['Loc-01-A-02-01', 'Item-MOB-ART-118'], '3', '3 buc');
  expect((await operator.rowsAtHost(14, 1)).map(line)).toEqual(['A-02-01 MOB ART-118 3 buc']);
});

test("The scan form works with the page's own Observable<string> as the only source, GS1 labels among them", async ({
  page,
  host,
}) => {
  const example = `<!doctype html>
    <html lang="en">
      <body style="margin: 0; height: 100vh">
        <wms-inventar base-url="/api" keyboard-wedge="off" list-id="LIST"></wms-inventar>
        <script type="module">
          import '/wms-inventar/wms-inventar.js';
          // An observable that knows nothing of our RxJS.
          const observers = new Set();
          window.scan = text => observers.forEach(observer => observer.next(text));
          const scans = {
            ['@@observable']() { return this; },
            subscribe(observer) { observers.add(observer); return { unsubscribe: () => observers.delete(observer) }; },
          };
          const signIn = ${JSON.stringify(signInAs('ana'))};
          Object.assign(document.querySelector('wms-inventar'), {
            scans,
            token: async () => (await (await fetch('/api/sign-in', signIn)).json()).token,
          });
        </script>`;
  const client = await host.client('ana');
  const { id } = await client.list(12, 2);
  await page.route('**/embed.html', route =>
    route.fulfill({ contentType: 'text/html', body: example.replace('LIST', id) }),
  );
  await page.goto(`${host.url}/embed.html`);
  await expect(page.getByLabel('Barcode')).toBeFocused();
  const operator = new Operator(page, host.url);
  const scan = (text: string) =>
    page.evaluate(code => (window as unknown as { scan: (text: string) => void }).scan(code), text);

  await scan('Loc-01-E-02-01');
  await scan('ItemQty-MOB-ART-118-8');
  await expect(page.getByLabel('Quantity')).toHaveValue('8');
  await operator.confirm();
  await operator.counted('8 buc');
  expect((await operator.rowsAtHost(12, 2)).map(line)).toContain('E-02-01 MOB ART-118 8 buc');

  // A supplier's GS1 label: item by its GTIN, lot up to the separator, net weight in the item's own unit.
  await scan('Loc-01-E-02-02');
  await scan(']C10105940000000103' + '1026417\x1d' + '3103012500');
  await expect(page.getByLabel('Quantity')).toHaveValue('12.500');
  await operator.confirm();
  await operator.counted('12.500 kg');
  expect((await operator.rowsAtHost(12, 2)).map(line)).toContain('E-02-02 VOP ALB-10 26417 12.500 kg');
});

test('The sheet of barcodes types as a scanner would, and takes no focus', async ({ operator, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await operator.signIn('ana');
  await operator.open(12, 3);
  await page.getByRole('button', { name: 'Loc-01-A-01-02' }).click();
  await expect(page.locator('[data-line="location"]')).toContainText('A-01-02');
  await expect(page.getByLabel('Barcode')).toBeFocused();
  await page.getByRole('button', { name: 'Item-MOB-ART-118' }).click();
  await expect(page.getByLabel('Quantity')).toBeFocused();
  await page.getByRole('button', { name: 'Qty-12' }).click();
  await expect(page.getByLabel('Quantity')).toHaveValue('12');
  await operator.confirm();
  await operator.counted('12 buc');
  // Beside the form, the row stands in the list at once.
  await expect(page.locator('.row').first()).toContainText('ART-118');
});
