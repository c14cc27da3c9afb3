import { once } from 'node:events';
import { Worker as Thread } from 'node:worker_threads';
import { type Page, test as base, expect } from '@playwright/test';
import type { CountRow } from '../../src/domain/inventory.ts';
import { Client } from '../reference-host/client.ts';
import { filledPostgres } from '../reference-host/warehouse.ts';
import { Faults } from './faults.ts';
import { Operator } from './operator.ts';

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

type Database = () => Promise<{ readonly url: string }>;

/** Starts hosts, one after the other. */
class Hosts {
  private readonly memory = Faults.memory();
  private readonly thread = new Thread(new URL('./host-thread.ts', import.meta.url), { workerData: this.memory });
  private current: { readonly file: string; readonly host: TestHost } | null = null;

  /** Each file has a host of its own, on a data base of its own. */
  async of(file: string, database: Database): Promise<TestHost> {
    if (this.current?.file === file) return this.current.host;
    const { url } = await database();
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

export const test = base.extend<{ database: Database; host: TestHost; operator: Operator }, { hosts: Hosts }>({
  hosts: [
    // Playwright reads from the first argument what a fixture needs: nothing.
    async ({}, use) => {
      const hosts = new Hosts();
      await use(hosts);
      await hosts.end();
    },
    { scope: 'worker' },
  ],
  /** Nobody has counted in it, unless a file says otherwise. */
  database: async ({}, use) => use(filledPostgres),
  host: async ({ hosts, database }, use, { file }) => {
    const host = await hosts.of(file, database);
    await use(host);
    host.recover();
  },
  operator: async ({ page, host }, use) => {
    const problems = await problemsOf(page);
    await use(new Operator(page, host.url));
    expect(problems).toEqual([]);
  },
});

export { Operator, expect };

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

/** What matters of a row, in one line. */
export function line(row: CountRow): string {
  const { itemClass, itemCode, variant, lot, serial, location, quantity, unit } = row;
  const alternative = row.alternativeUnit === null ? null : `${row.alternativeQuantity} ${row.alternativeUnit.code} =`;
  const parts = [location, itemClass, itemCode, variant, lot, serial, alternative, quantity, unit.code];
  return parts.filter(part => part !== null).join(' ');
}
