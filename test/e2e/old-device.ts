import { type BrowserContext, type Page, chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../scripts/system.mjs';
import type { CountIdentity } from '../../src/domain/count-identity.ts';
import { nameOf } from '../../src/outbox/browser.ts';
import { type OldDevice, type OldRow, oldDevice, unpacked } from '../fixtures/old-device/old-device.ts';
import type { Sent } from '../fixtures/old-device/proof.ts';
import { oldPostgres } from '../fixtures/old-device/warehouse.ts';
import { type TestHost, test as base, problemsOf } from './host.ts';
import { signInAs } from '../reference-host/sign-in.ts';

/** Where the host was when the device counted. What a device holds is of this origin: no other one finds it. */
const ORIGIN = 'http://127.0.0.1:8080';

/** A page whose gateway is its own: what it counts is of its origin. */
const PAGE = `<!doctype html>
  <html lang="en">
    <body>
      <wms-inventar></wms-inventar>
      <script type="module">
        import { createRestGateway } from '/wms-inventar/wms-inventar.js';
        const signIn = ${JSON.stringify(signInAs('ana'))};
        const token = async () => (await (await fetch('/api/sign-in', signIn)).json()).token;
        document.querySelector('wms-inventar').gateway = createRestGateway({ baseUrl: '/api', token });
      </script>`;

/** A browser that finds the host where it was, and what that browser sent. */
export class OldDeviceBrowser {
  readonly context: BrowserContext;
  private readonly host: TestHost;
  /** Each count the host has answered. */
  readonly sent: Sent[] = [];
  private readonly device: OldDevice;

  constructor(context: BrowserContext, host: TestHost, device: OldDevice) {
    this.context = context;
    this.host = host;
    this.device = device;
    context.on('response', response => {
      const key = response.request().headers()['idempotency-key'];
      if (key === undefined) return;
      const replayed = response.headers()['idempotency-replayed'] === 'true';
      this.sent.push({ key, body: response.request().postData() ?? '', replayed });
    });
  }

  /** Stores these as the old version had them, before any version opens what holds them. */
  async store(rows: readonly OldRow[]): Promise<void> {
    const page = await this.context.newPage();
    // A page of this origin with nothing of the plugin in it.
    await page.goto(`${ORIGIN}/sheet.json`);
    const { partition, meta } = this.device;
    await page.evaluate(
      ([name, stored, values]) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open(name, 1);
          opening.onupgradeneeded = () => {
            opening.result.createObjectStore('records', { keyPath: 'id' }).createIndex('lane', 'lane');
            opening.result.createObjectStore('meta');
          };
          opening.onerror = () => reject(new Error('IndexedDB can not be opened', { cause: opening.error }));
          opening.onsuccess = () => {
            const db = opening.result;
            const tx = db.transaction(['records', 'meta'], 'readwrite');
            for (const row of stored) tx.objectStore('records').put(row);
            for (const [key, value] of Object.entries(values)) tx.objectStore('meta').put(value, key);
            tx.onabort = () => reject(new Error('Nothing was stored', { cause: tx.error }));
            tx.oncomplete = () => {
              db.close();
              resolve();
            };
          };
        }),
      [nameOf(partition), rows, meta] as const,
    );
    await page.close();
  }

  /** A tab with the old version, which sends as soon as it may. */
  async openOldTab(): Promise<OldTab> {
    const page = await this.context.newPage();
    const body = `<!doctype html><script>${unpacked('tab.js.gz')}</script>`;
    await page.route('**/old.html', route => route.fulfill({ contentType: 'text/html', body }));
    await page.route('**/api/**', async route => {
      const { pathname, search } = new URL(route.request().url());
      const response = await route.fetch({ url: `${this.host.url}${pathname}${search}` });
      await route.fulfill({ response, body: asTheFirstContractSays(await response.text()) });
    });
    await page.goto(`${ORIGIN}/old.html`);
    const { partition, user } = this.device;
    return new OldTab(page, { partition, user });
  }

  /** A tab with the new version, and what goes wrong in it. */
  async open(prepare: (page: Page) => Promise<unknown> = () => Promise.resolve()) {
    const page = await this.context.newPage();
    const problems = await problemsOf(page);
    await prepare(page);
    await page.route('**/count.html', route => route.fulfill({ contentType: 'text/html', body: PAGE }));
    await page.goto(`${ORIGIN}/count.html`);
    const badge = page.getByRole('button', { name: /Show the counts on this device/ });
    return { page, problems, badge };
  }

  /** All records that are stored, as they are. */
  async stored(page: Page): Promise<readonly { readonly lane?: string; readonly record: { readonly v: number } }[]> {
    return page.evaluate(
      name =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(new Error('IndexedDB can not be opened', { cause: opening.error }));
          opening.onsuccess = () => {
            const all = opening.result.transaction('records').objectStore('records').getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(all.result);
            };
          };
        }),
      nameOf(this.device.partition),
    );
  }
}

/** The host that a tab of that time knows: it says the same in the words of the contract's first version. */
function asTheFirstContractSays(json: string): string {
  return json.replace(/"version":"(\d+)"/g, '"version":$1').replace('"versions":"ascending"', '"versions":true');
}

/** The outbox of the old version in a tab of its own. */
export class OldTab {
  readonly page: Page;
  private readonly options: OldTabOptions;

  constructor(page: Page, options: OldTabOptions) {
    this.page = page;
    this.options = options;
  }

  start(): Promise<void> {
    const asked = { ...this.options, signIn: signInAs(this.options.user) };
    return this.page.evaluate(({ partition, user, signIn }) => {
      const token = async (): Promise<string> => (await (await fetch('/api/sign-in', signIn)).json()).token;
      return window.oldTab.open({ partition, user, token });
    }, asked);
  }

  sends(): Promise<boolean> {
    return this.page.evaluate(() => window.oldTab.sends());
  }

  /** Confirms one more of what is at a row; gives the count's key. */
  addOne({ record: { listId, identity } }: OldRow): Promise<string> {
    return this.page.evaluate(([id, of]) => window.oldTab.addOne(id, of), [listId, identity] as const);
  }
}

interface OldTabOptions {
  readonly partition: string;
  readonly user: string;
}

declare global {
  interface Window {
    /** See `make-tab.mjs`. */
    oldTab: {
      open(options: OldTabOptions & { readonly token: () => Promise<string> }): Promise<void>;
      sends(): boolean;
      addOne(listId: string, identity: CountIdentity): Promise<string>;
    };
  }
}

export const test = base.extend<{ old: OldDeviceBrowser }>({
  database: async ({}, use) => use(oldPostgres),
  old: async ({ host }, use) => {
    const { port } = new URL(host.url);
    const browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      args: [...chromiumArguments(), `--host-resolver-rules=MAP 127.0.0.1:8080 127.0.0.1:${port}`],
    });
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'en-GB' });
    await use(new OldDeviceBrowser(context, host, oldDevice()));
    await browser.close();
  },
});
