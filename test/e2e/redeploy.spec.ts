/** A page that outlives the files it came from: in mid-shift they are replaced by those of another build. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { MOMENTS, builtFiles, filesOf } from '../../scripts/size.ts';
import { expect, line, test } from './host.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** The files of a build by their names, as a host has them in its folder. */
type Build = ReadonlyMap<string, string>;

function builtNow(): Build {
  const scripts = builtFiles().filter(({ file }) => file.endsWith('.js'));
  return new Map(scripts.map(({ file }) => [file, readFileSync(path.join(dist, file), 'utf8')]));
}

/** The same program under other names of its chunks: none of a page that is open can be had any more. */
function rebuilt(build: Build): Build {
  const chunk = /^(wms-inventar\/.+)-[\w-]{8}\.js$/;
  const renamed = new Map(
    [...build.keys()]
      .filter(name => chunk.test(name))
      .map(name => [name, name.replace(chunk, `$1-${createHash('sha256').update(name).digest('hex').slice(0, 8)}.js`)]),
  );
  const inOtherNames = (text: string) =>
    [...renamed].reduce((all, [from, to]) => all.replaceAll(path.basename(from), path.basename(to)), text);
  return new Map([...build].map(([name, text]) => [renamed.get(name) ?? name, inOtherNames(text)]));
}

/**
 * Serves the plugin to this page from a folder of its own. What is asked for of `late` is answered only after the folder
 * was replaced, which is what is returned.
 */
async function serve(page: Page, late: (file: string) => boolean): Promise<() => void> {
  let folder = builtNow();
  let replace: () => void = () => undefined;
  const replaced = new Promise<void>(done => {
    replace = () => {
      folder = rebuilt(folder);
      done();
    };
  });
  await page.route(/\/wms-inventar\/.*\.js$/, async route => {
    const file = new URL(route.request().url()).pathname.replace('/wms-inventar/', '');
    if (late(file)) await replaced;
    const body = folder.get(file);
    await (body === undefined
      ? route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not found' })
      : route.fulfill({ contentType: 'text/javascript', body }));
  });
  return () => replace();
}

/** What stands half filled in a form, as far as it is stored. */
function storedQuantities(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name);
    const texts: string[] = [];
    for (const name of names.filter(each => each.startsWith('wms-inventar-copy-'))) {
      const drafts = await new Promise<{ form: { quantityText: string } }[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(new Error(name));
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      });
      texts.push(...drafts.map(({ form }) => form.quantityText));
    }
    return texts;
  });
}

test('A browser keeps only files that are named by their content', async ({ host, request }) => {
  for (const file of builtNow().keys()) {
    const { 'cache-control': kept } = (await request.head(`${host.url}/wms-inventar/${file}`)).headers();
    expect(`${file} ${kept}`).toBe(`${file} ${file.includes('/') ? 'max-age=31536000, immutable' : 'no-cache'}`);
  }
});

/** What counting has, with the button that opens one of the views: it came while the browser was idle. */
const first = new Set(filesOf([...Object.values(MOMENTS).flat(), 'src/components/outbox-badge/part.ts']));
const sending = new Set([...first, ...filesOf(['src/connect/sending-here.ts', 'src/session/late-part.ts'])]);

for (const [what, there, location] of [
  ['the views that come later', sending, 'A-02-01'],
  ['these and what sends', first, 'A-02-02'],
] as const) {
  test(`A page whose files are replaced goes on counting without ${what}, says what is missing, and loses nothing by a reload`, async ({
    operator,
    host,
    page,
  }) => {
    const isSent = there === sending;
    const replace = await serve(page, file => !there.has(file));
    const { id } = await (await host.client('ana')).list(14, 1);
    const badge = page.getByRole('button', { name: /Show the counts on this device/ });
    const isCounted = (text: string) => (isSent ? operator.counted(text) : operator.saved(text));
    await page.goto(`${host.url}/?lang=en&list-id=${id}`);
    await operator.signInAs('ana');
    await expect(page.getByLabel('Barcode')).toBeFocused();
    await operator.scan(`Loc-01-${location}`);
    await operator.scan('Item-MOB-ART-118');
    await operator.quantity('3');
    await operator.confirm();
    await isCounted('3 buc');

    replace();
    await operator.scan('Item-MOB-ART-204');
    await operator.quantity('7');
    await badge.click();
    const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
    await expect(alert).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    await alert.getByRole('button', { name: 'Try again' }).click();
    const reload = alert.getByRole('button', { name: 'Reload the page' });
    await expect(reload).toBeVisible();
    await expect(page.getByLabel('Quantity')).toHaveValue('7');
    await operator.confirm();
    await isCounted('7 cutii = 84 buc');

    await operator.scan('Item-ALI-CAF-01');
    await operator.quantity('9');
    await expect.poll(() => storedQuantities(page)).toEqual(['9']);
    // The browser asks whether to leave what is not confirmed.
    page.on('dialog', dialog => void dialog.accept());
    await reload.click();
    await operator.signInAs('ana');
    await expect(page.getByLabel('Quantity')).toHaveValue('9');
    await badge.click();
    await expect(page.getByRole('dialog')).toContainText('On this device');
    await page.keyboard.press('Escape');
    await operator.confirm();
    await operator.counted('9');
    await expect(badge).toHaveAccessibleName(/All counts are at the host/);
    const rows = (await operator.rowsAtHost(14, 1)).map(line).filter(text => text.startsWith(location));
    expect(rows.sort()).toEqual([
      `${location} ALI CAF-01 9.000 kg`,
      `${location} MOB ART-118 3 buc`,
      `${location} MOB ART-204 7 cutii = 84 buc`,
    ]);
  });
}
