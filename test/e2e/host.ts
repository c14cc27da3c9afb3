import { once } from 'node:events';
import { Worker as Thread } from 'node:worker_threads';
import { type CDPSession, type Page, test as base, expect } from '@playwright/test';
import type { CountRow } from '../../src/domain/inventory.ts';
import { Client } from '../reference-host/client.ts';
import { filledPostgres } from '../reference-host/warehouse.ts';
import { Faults } from './faults.ts';
import type { Row } from '../scanner/fixtures/fixture.ts';

/** As the devtools protocol counts them. */
const MODIFIERS: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

/** A host, and the ways to make it slow or deaf. */
export class TestHost extends Faults {
  readonly url: string;

  constructor(url: string, memory: SharedArrayBuffer) {
    super(memory);
    this.url = url;
  }

  client(userName: string): Promise<Client> {
    return Client.signIn(this.url, userName);
  }
}

/** Starts hosts, one after the other. */
class Hosts {
  private readonly memory = Faults.memory();
  private readonly thread = new Thread(new URL('./host-thread.ts', import.meta.url), { workerData: this.memory });
  private current: { readonly file: string; readonly host: TestHost } | null = null;

  /** Each file has a host of its own, on a data base that nobody has counted in. */
  async of(file: string): Promise<TestHost> {
    if (this.current?.file === file) return this.current.host;
    const { url } = await filledPostgres();
    const started = once(this.thread, 'message');
    this.thread.postMessage(url);
    const host = new TestHost(String((await started)[0]), this.memory);
    this.current = { file, host };
    return host;
  }

  async end(): Promise<void> {
    await this.thread.terminate();
  }
}

export const test = base.extend<{ host: TestHost; operator: Operator }, { hosts: Hosts }>({
  hosts: [
    // Playwright reads from the first argument what a fixture needs: nothing.
    async ({}, use) => {
      const hosts = new Hosts();
      await use(hosts);
      await hosts.end();
    },
    { scope: 'worker' },
  ],
  host: async ({ hosts }, use, { file }) => {
    const host = await hosts.of(file);
    await use(host);
    host.recover();
  },
  operator: async ({ page, host }, use) => {
    const problems = await problemsOf(page);
    await use(new Operator(page, host));
    expect(problems).toEqual([]);
  },
});

export { expect };

/** What goes wrong in a page from now on, and should not; among it every breach of the content security policy. */
export async function problemsOf(page: Page): Promise<readonly string[]> {
  const problems: string[] = [];
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      console.error(`Content security policy: ${effectiveDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  page.on('pageerror', error => problems.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      problems.push(message.text());
  });
  return problems;
}

/** What an operator does, with keys alone: no value is ever put into a field but by typing. */
export class Operator {
  readonly page: Page;
  readonly host: TestHost;
  /** Where the page comes from, and all it asks for: the host itself, or a proxy before it. */
  protected readonly origin: string;
  private cdp: Promise<CDPSession> | null = null;
  /** The scanner's own, in seconds since 1970. */
  private clock = 0;

  constructor(page: Page, host: TestHost, origin = host.url) {
    this.page = page;
    this.host = host;
    this.origin = origin;
  }

  async signIn(userName: string, query = ''): Promise<void> {
    await this.page.goto(`${this.origin}/?lang=en${query}`);
    await this.page.getByLabel('User name').focus();
    await this.page.keyboard.type(userName);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('button', { name: 'Search' }).waitFor();
  }

  /** Searches an inventory by its number and opens the list with this row. */
  async open(inventory: number, row: number): Promise<void> {
    await this.tabTo('Number');
    await this.page.keyboard.type(String(inventory));
    await this.page.keyboard.press('Enter');
    const lists = this.page.getByRole('region', { name: new RegExp(`^\\W?${inventory} `) }).getByRole('radio');
    await lists.first().waitFor();
    await this.tabTo(null, 'list');
    await this.page.keyboard.press('Space');
    const option = this.page.getByRole('radio', { name: new RegExp(`^${row} ·`) });
    for (let n = 0; n < 12 && !(await option.isChecked()); n++) await this.page.keyboard.press('ArrowDown');
    await expect(option).toBeChecked();
    // At a person's pace by its time stamp: right behind the space it would be a scanner's key.
    await this.keys([{ t: 300, type: 'keydown', key: 'F8', code: 'F8', keyCode: 119 }]);
    await expect(this.page.getByLabel('Barcode')).toBeFocused();
  }

  /** Tab by Tab to the field with this label, or the first with this name. */
  private async tabTo(label: string | null, name = ''): Promise<void> {
    for (let n = 0; n < 40; n++) {
      const focused = await this.page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        if (!(element instanceof HTMLInputElement)) return { label: '', name: '' };
        return { label: element.labels?.[0]?.textContent.trim() ?? '', name: element.name };
      });
      if (label === null ? focused.name === name : focused.label === label) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${label ?? name}`);
  }

  /**
   * Types a code as a wedge scanner does, with its Enter: real key events of the browser, `gap` milliseconds apart by
   * their own time stamps, as a device gives them. When they are delivered is up to how busy the machine is.
   */
  async scan(text: string, gap = 2): Promise<void> {
    const cdp = await this.devTools();
    this.clock = Math.max(this.clock + 0.3, Date.now() / 1000);
    for (const char of [...Array.from(text), 'Enter']) {
      const enter = char === 'Enter';
      const key = { key: char, ...(enter && { code: 'Enter', windowsVirtualKeyCode: 13 }), timestamp: this.clock };
      await cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: enter ? '\r' : char });
      await cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' });
      this.clock += gap / 1000;
    }
  }

  /** The keys of a scanner as a fixture tells them, each with its place on the keyboard, by the scanner's own clock. */
  async keys(rows: readonly Row[]): Promise<void> {
    const cdp = await this.devTools();
    const start = Math.max(this.clock + 0.3, Date.now() / 1000);
    for (const { type, t, key = '', code = '', keyCode = 0, mods = [], text = '' } of rows) {
      this.clock = start + t / 1000;
      await cdp.send('Input.dispatchKeyEvent', {
        type: type === 'keyup' ? 'keyUp' : 'keyDown',
        key,
        code,
        windowsVirtualKeyCode: keyCode,
        modifiers: mods.reduce((sum, each) => sum + (MODIFIERS[each] ?? 0), 0),
        timestamp: this.clock,
        ...(type === 'keydown' && { text }),
      });
    }
  }

  devTools(): Promise<CDPSession> {
    return (this.cdp ??= this.page.context().newCDPSession(this.page));
  }

  /** Types at a person's pace, which the wedge must leave alone. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 170 });
  }

  /** Types the quantity once the form asks for it. */
  async quantity(text: string): Promise<void> {
    await expect(this.page.getByLabel('Quantity')).toBeFocused();
    await this.type(text);
  }

  async confirm(): Promise<void> {
    await this.page.keyboard.press('F8');
  }

  /** Until the host has answered with the row, and the form is empty for the next one. */
  async counted(text: string): Promise<void> {
    await expect(this.page.locator('.last[data-at="host"]')).toContainText(text);
    await expect(this.page.getByLabel('Barcode')).toBeFocused();
  }

  /** Until it is safe on this device, and the form is empty for the next one. */
  async saved(text: string): Promise<void> {
    await expect(this.page.locator('.last')).toContainText(text);
    await expect(this.page.getByLabel('Barcode')).toBeFocused();
  }

  async count(codes: readonly string[], quantity: string, shown: string): Promise<void> {
    for (const code of codes) await this.scan(code);
    await this.quantity(quantity);
    await this.confirm();
    await this.counted(shown);
  }

  /** The rows of a list as the host has them, oldest first, read over REST by another client. */
  async rowsAtHost(inventory: number, row: number, userName = 'ana'): Promise<CountRow[]> {
    const client = await this.host.client(userName);
    const list = await client.list(inventory, row);
    return (await client.rows(list.id, 'status=counted')).sort((a, b) => a.rowNumber - b.rowNumber);
  }
}

/** What matters of a row, in one line. */
export function line(row: CountRow): string {
  const { itemClass, itemCode, variant, lot, serial, location, quantity, unit } = row;
  const alternative = row.alternativeUnit === null ? null : `${row.alternativeQuantity} ${row.alternativeUnit.code} =`;
  const parts = [location, itemClass, itemCode, variant, lot, serial, alternative, quantity, unit.code];
  return parts.filter(part => part !== null).join(' ');
}
