import type { Page } from '@playwright/test';
import { CUT_OFF, expect, test } from './behind-proxy.ts';

// As wide as the page around the plugin shows its own button at.
test.use({ viewport: { width: 1280, height: 800 } });

interface Kept {
  /** Every value in every store of every data base. */
  readonly databases: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
  readonly local: readonly (readonly [string, string])[];
  readonly session: readonly (readonly [string, string])[];
  readonly caches: readonly string[];
  readonly cookies: string;
}

/** All that the next one at this browser could read. */
function dump(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('Not readable'));
      });
    const databases: Record<string, Record<string, unknown[]>> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name));
      const stores: Record<string, unknown[]> = (databases[name] = {});
      for (const store of db.objectStoreNames) {
        stores[store] = await done(db.transaction(store).objectStore(store).getAll());
      }
      db.close();
    }
    const { cookie } = document;
    return {
      databases,
      local: Object.entries(localStorage) as [string, string][],
      session: Object.entries(sessionStorage) as [string, string][],
      caches: await caches.keys(),
      cookies: cookie,
    };
  });
}

/** The stores that hold anything, by the kind of data base they are in. */
function filled({ databases }: Kept): Record<string, number> {
  const stores = Object.entries(databases).flatMap(([name, of]) =>
    Object.entries(of).map(([store, values]): [string, number] => {
      const kind = name.replace(/[0-9a-f]{64}/, '*');
      return [`${kind} ${store}`, values.length];
    }),
  );
  return Object.fromEntries(stores.filter(([, count]) => count > 0));
}

/** Every token the host gave, as it went over the wire. */
function tokensOf(page: Page): Set<string> {
  const tokens = new Set<string>();
  page.on('request', request => {
    const token = /^Bearer (.+)$/.exec(request.headers()['authorization'] ?? '')?.[1];
    if (token !== undefined) tokens.add(token);
  });
  return tokens;
}

/** What reaches logs: addresses, by which servers log, and the console. */
function logsOf(page: Page): string[] {
  const logs: string[] = [];
  page.on('request', request => logs.push(request.url()));
  page.on('console', message => logs.push(message.text()));
  page.on('framenavigated', frame => logs.push(frame.url()));
  return logs;
}

test('Signed out with all at the host, this device keeps nothing of who counted', async ({
  startAtTwelve,
  far,
  page,
}) => {
  const tokens = tokensOf(page);
  const logs = logsOf(page);
  await startAtTwelve(14, 1, 'E-02-01');
  await far.isReadyForOffline();
  await far.addFive('E-02-01');
  await far.isAllSent();
  const before = await dump(page);
  expect(filled(before)).toMatchObject({ 'wms-inventar sessions': 1, 'wms-inventar-* records': 1 });
  expect(tokens.size).toBe(1);
  for (const token of tokens) {
    expect(JSON.stringify(before)).not.toContain(token);
    expect(logs.join('\n')).not.toContain(token);
  }

  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await expect(page.getByLabel('User name')).toBeVisible();
  const after = await dump(page);
  // Of the outbox: where its numbers stand, and who sends. Of a person: nothing.
  expect(Object.keys(filled(after)).filter(store => store !== 'wms-inventar-* meta')).toEqual([]);
  const { local, session, caches, cookies } = after;
  expect({ local, session, caches, cookies }).toEqual({ local: [], session: [], caches: [], cookies: '' });
  expect(JSON.stringify(after)).not.toMatch(/ana|Ana Pop|ART-118|E-02-01/);
});

test('Signed out with a count agreed to stay, this device keeps that count alone; it is sent when they are back', async ({
  startAtTwelve,
  far,
  ana,
  faulty,
  page,
}) => {
  const id = await startAtTwelve(12, 2, 'E-02-02');
  await far.isReadyForOffline();
  await far.addFive('E-02-02');
  await far.isAllSent();
  await faulty.setPlan(CUT_OFF);
  await far.scan('ItemQty-MOB-ART-204-2');
  await expect(page.getByLabel('Quantity')).toHaveValue('2');
  await far.confirm();
  await far.badgeSays(/1 count on the way/);

  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Not at the host yet: 1 count');
  await dialog.getByRole('button', { name: /keep them here/ }).press('Enter');
  await expect(page.getByLabel('User name')).toBeVisible();
  const after = await dump(page);
  // The order of counts, the lease, what the store is known by, its host, and that host's data base as it was.
  expect(filled(after)).toEqual({ 'wms-inventar-* records': 1, 'wms-inventar-* meta': 5 });
  const { local, session, caches, cookies } = after;
  expect({ local, session, caches, cookies }).toEqual({ local: [], session: [], caches: [], cookies: '' });
  expect(JSON.stringify(after)).toContain('ART-204');
  expect(JSON.stringify(after)).not.toContain('ART-118');

  // The next one at this handheld sees nothing of it.
  await faulty.setPlan({});
  await far.signInAs('mihai');
  await expect(page.getByLabel('Barcode')).toBeFocused();
  await far.isAllSent();
  await expect(page.locator('wms-inventar')).not.toContainText('ART-204');
  expect(await ana.rows(id, 'status=counted&text=ART-204')).toEqual([]);

  await far.start(id);
  await far.isAllSent();
  expect((await ana.rows(id, 'status=counted&text=ART-204')).map(({ location }) => location)).toEqual(['E-02-02']);
});
