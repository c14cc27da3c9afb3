/** A host whose address is written otherwise than before, and counts of this device for other hosts. */
import type { Page } from '@playwright/test';
import { COUNTS, CUT_OFF, expect, expectAddedOnce, test } from './behind-proxy.ts';

/** The page names its services so from its next load on. */
async function respell(page: Page, address: string): Promise<void> {
  await page.route('**/page.js', async route => {
    const response = await route.fetch();
    const before = await response.text();
    const after = before.replace(/(base-url",\s*)"\/api"/, `$1${JSON.stringify(address)}`);
    expect(after).not.toBe(before);
    await route.fulfill({ response, body: after });
  });
}

/** What is kept for this host becomes what an older version kept under another name of it. Gives how many counts. */
function keptUnder(page: Page, address: string, { host }: { host?: string } = {}): Promise<number> {
  return page.evaluate(
    async ([spelled, label]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('The storage failed'));
        });
      const user = 'ana';
      const hash = async (origin: string) => {
        const text = new TextEncoder().encode(JSON.stringify([origin, '', user]));
        const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
        return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
      };
      const [from, to] = await Promise.all([hash(new URL('/api', location.href).href), hash(spelled)]);
      const old = await done(indexedDB.open(`wms-inventar-${from}`));
      const making = indexedDB.open(`wms-inventar-${to}`, 1);
      making.onupgradeneeded = () => {
        making.result.createObjectStore('records', { keyPath: 'id' }).createIndex('lane', 'lane');
        making.result.createObjectStore('meta').put('an older store', 'id');
      };
      const made = await done(making);
      const rows = (await done(old.transaction('records').objectStore('records').getAll())) as {
        id: string;
        lane?: string;
        record: object;
      }[];
      const open = rows.filter(({ lane }) => lane !== undefined);
      const tx = made.transaction(['records', 'meta'], 'readwrite');
      for (const row of open) tx.objectStore('records').put({ ...row, record: { ...row.record, partition: to } });
      if (label !== null) tx.objectStore('meta').put({ origin: label, tenant: '' }, 'host');
      await new Promise(resolve => (tx.oncomplete = resolve));
      const emptied = old.transaction('records', 'readwrite');
      for (const { id } of open) emptied.objectStore('records').delete(id);
      await new Promise(resolve => (emptied.oncomplete = resolve));
      old.close();
      made.close();
      return open.length;
    },
    [new URL(address, page.url()).href, host ?? null] as const,
  );
}

test('A count that an older version kept under /api/ is found under /api, and sent once', async ({
  startAtTwelve,
  far,
  ana,
  faulty,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'C-01-01');
  await far.scanFive('C-01-01');
  await faulty.setPlan(CUT_OFF);
  await far.confirmAdd();
  expect(await keptUnder(page, '/api/')).toBe(1);
  await faulty.setPlan({});
  await far.start(id);
  await expect.poll(async () => (await far.attempts()).filter(({ answered }) => answered === 200).length).toBe(1);
  await far.isAllSent();
  await expectAddedOnce(ana, id, 'C-01-01');
});

for (const [n, address] of ['/api/', './api'].entries()) {
  test(`A page that writes its host as ${address} has the counts of the one that wrote /api`, async ({
    startAtTwelve,
    far,
    ana,
    faulty,
    page,
  }) => {
    const place = `C-01-0${n + 2}`;
    const id = await startAtTwelve(14, 1, place);
    await far.scanFive(place);
    await faulty.setPlan(CUT_OFF);
    await far.confirmAdd();
    await respell(page, address);
    await faulty.setPlan({ only: COUNTS, otherwise: { kind: 'request-lost' } });
    await far.start(id);
    await far.badgeSays(/1 count on the way to the host/);
    await far.reconnect();
    await far.isAllSent();
    await expectAddedOnce(ana, id, place);
  });
}

test('A count for another host is told of with its address, and not sent to this one', async ({
  startAtTwelve,
  far,
  faulty,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'C-01-04');
  await far.scanFive('C-01-04');
  await faulty.setPlan(CUT_OFF);
  await far.confirmAdd();
  const host = 'https://old.example/api';
  expect(await keptUnder(page, host, { host })).toBe(1);
  await faulty.setPlan({});
  await far.start(id);
  await far.badgeSays(/1 count for another host/);
  await page.getByRole('button', { name: /Show the counts on this device/ }).press('Enter');
  await expect(page.getByText('1 count for another host', { exact: true })).toBeVisible();
  await expect(page.getByText(host)).toBeVisible();
  expect((await far.attempts()).filter(({ answered }) => answered === 200)).toEqual([]);
});
