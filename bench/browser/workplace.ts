import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { createLocations } from '../../reference-host/server/seed/locations.ts';
import type { Location } from '../../src/domain/inventory.ts';
import { CUT_OFF, FarOperator, expect } from '../../test/e2e/behind-proxy.ts';
import { KeptBrowser } from '../../test/e2e/kept-browser.ts';
import { type FaultProxy, startFaultProxy } from '../../test/faults/fault-proxy.ts';
import { Client } from '../../test/reference-host/client.ts';
import { startProcess } from '../../test/reference-host/processes.ts';
import { pageScript } from './page-script.ts';
import type { Marks } from './probe.ts';
import { tokenOf } from '../../test/reference-host/sign-in.ts';

export const USER = 'ana';
/** What is counted at each place: so no two confirmations one after the other look alike. */
export const ITEMS = ['MOB-ART-118', 'MOB-ART-204', 'ALI-CAF-01', 'ELE-CAB-3X15'] as const;
/** Places of warehouse 01 that may be counted at without a question. */
export const PLACES: readonly Location[] = createLocations().filter(
  ({ warehouse, type, active, blocked, reserved, obsolete }) =>
    warehouse === '01' && type === 'shelf' && active && !blocked && !reserved && !obsolete,
);

/**
 * What these benches have for a handheld and its host: a host process with a data base on disk, a proxy before it, and a
 * Chromium with a profile on disk, which opens the built plugin in a page that is signed in from its start.
 */
export interface Workplace {
  readonly proxy: FaultProxy;
  readonly client: Client;
  readonly listId: string;
  /** Starts the browser, this many times slower than the machine is, with the list open; nobody has signed in by hand. */
  open(slowdown: number): Promise<Counter>;
  /** An empty page of the same origin in the running browser, instead of the plugin's. */
  emptyPage(): Promise<Page>;
  /** SIGKILL, as a dead battery. */
  kill(): Promise<void>;
  /** The host's services can't be reached; the page itself can. */
  cutOff(): Promise<void>;
  close(): Promise<void>;
}

export async function startWorkplace(): Promise<Workplace> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'wms-inventar-bench-'));
  const host = await startProcess({ DATA_DIR: path.join(directory, 'data') });
  const [proxy, client, browser, probe] = await Promise.all([
    startFaultProxy({ target: host.url }),
    Client.signIn(host.url, USER),
    KeptBrowser.create(),
    pageScript('probe'),
  ]);
  const { id: listId } = await client.list(14, 1);
  const token = await tokenOf(host.url, USER);
  const embed = `<!doctype html>
    <html lang="en">
      <body style="margin: 0; height: 100vh">
        <wms-inventar base-url="/api" device-name="MC33-07" list-id="${listId}" user-name="${USER}"></wms-inventar>
        <script type="module">
          import '/wms-inventar/wms-inventar.js';
          document.querySelector('wms-inventar').token = '${token}';
        </script>`;
  const serve = (page: Page, name: string, html: string) =>
    page.route(`**/${name}.html`, route => route.fulfill({ contentType: 'text/html', body: html }));
  let shown: Page | null = null;

  return {
    proxy,
    client,
    listId,
    open: async slowdown => {
      const page = await browser.start();
      shown = page;
      await page.addInitScript({ content: probe });
      await serve(page, 'embed', embed);
      const counter = new Counter(page, proxy);
      await (await counter.devTools()).send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      await page.goto(`${proxy.origin}/embed.html`);
      await page.waitForFunction(() => window.marks.formAt !== null && window.marks.outboxAt !== null, null, {
        timeout: 120_000,
      });
      return counter;
    },
    emptyPage: async () => {
      if (shown === null) throw new Error('No browser runs');
      await serve(shown, 'empty', '<!doctype html>');
      await shown.goto(`${proxy.origin}/empty.html`);
      return shown;
    },
    kill: () => browser.kill(),
    cutOff: () => proxy.setPlan(CUT_OFF),
    close: async () => {
      await browser.dispose();
      await proxy.close();
      await host.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Who counts: item and quantity by scanner, the confirming key by hand. */
export class Counter extends FarOperator {
  marks(): Promise<Marks> {
    return this.page.evaluate(() => window.marks);
  }

  openOutbox(): Promise<number> {
    return this.page.evaluate(() => window.openOutbox());
  }

  /** So many wait for the host; the badge says so. */
  async isPending(counts: number): Promise<void> {
    await this.badgeSays(new RegExp(`\\b${counts} counts? on the way`));
  }

  async scanPlace(place: Location): Promise<void> {
    await this.scan(`Loc-${place.warehouse}-${place.code}`);
    await expect(this.page.locator('[data-line="location"]')).toContainText(place.code);
  }

  /** As fast as the page takes it: by their own time stamps, its keys come at a scanner's and a person's pace. */
  async countAtOnce(item: string, quantity: number): Promise<void> {
    await this.scan(`ItemQty-${item}-${quantity}`);
    await expect(this.page.getByLabel('Quantity')).toHaveValue(String(quantity));
    await this.keys([{ t: 300, type: 'keydown', key: 'F8', code: 'F8', keyCode: 119 }]);
  }

  /** The form is empty for the next count. */
  async isSaved(): Promise<void> {
    await this.page.getByLabel('Quantity').waitFor({ state: 'hidden' });
  }

  /** It is there already: whether it is added is asked. */
  async answerAdd(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: 'Add' }).press('Enter');
  }

  /**
   * At a person's pace: scan, read what is shown, type a quantity, confirm. Each key by the machine's clock; and nobody
   * looks at the page meanwhile, since looking takes its time too.
   */
  async countByHand(item: string, quantity: number): Promise<void> {
    const { items, confirms } = await this.marks();
    await this.scan(`Item-${item}`);
    await this.until(marks => marks.items.length > items.length);
    await this.page.keyboard.press(String(quantity));
    await this.page.waitForTimeout(400);
    await this.confirm();
    await this.until(marks => marks.confirms.length > confirms.length);
  }

  private async until(isSo: (marks: Marks) => boolean): Promise<void> {
    for (let n = 0; n < 20; n++) {
      await this.page.waitForTimeout(500);
      if (isSo(await this.marks())) return;
    }
    throw new Error('The page does not show what was done');
  }
}
