import type { Page } from '@playwright/test';
import type { CountRow } from '../../src/domain/inventory.ts';
import type { HistoryEntry } from '../../src/domain/row-history.ts';
import { type FaultProxy, type Passage, type Plan, startFaultProxy } from '../faults/fault-proxy.ts';
import { type Client, aCount } from '../reference-host/client.ts';
import { Operator, expect, problemsOf, test as base } from './host.ts';

/** The counts alone meet faults; or all that is asked of the host but signing in, while its page still loads. */
export const COUNTS = { method: 'POST', path: '/counts$' } as const;
export const SERVICES = { path: '^/api/(?!sign-in)' } as const;

/** The host's services can't be reached; its page can, as that of an app on the device. */
export const CUT_OFF: Plan = { only: SERVICES, otherwise: { kind: 'request-lost' } };

/** An operator whose every request passes a proxy that injects faults. */
export class FarOperator extends Operator {
  readonly proxy: FaultProxy;

  constructor(page: Page, proxy: FaultProxy) {
    super(page, proxy.origin);
    this.proxy = proxy;
  }

  /** Signs in and opens a list. */
  async start(listId: string, userName = 'ana', query = ''): Promise<void> {
    await this.page.goto(`${this.origin}/?lang=en&list-id=${listId}${query}`);
    await this.signInAs(userName);
    await expect(this.page.getByLabel('Barcode')).toBeFocused();
    // It comes in idle time, and may not come any more where the host is taken away at once.
    await this.page.waitForFunction(() => customElements.get('wms-inventar-add-replace-dialog') !== undefined);
  }

  /** What the open list needs is on this device: from here on, nothing that is looked up needs the host. */
  async isReadyForOffline(): Promise<void> {
    await expect(this.page.locator('[data-cache="ready"]')).toBeAttached();
  }

  /** 5 chairs onto the 12 that are there, which says so and asks; until it is safe on this device. */
  async addFive(location: string): Promise<void> {
    await this.scanFive(location);
    await this.confirmAdd();
  }

  async confirmAdd(): Promise<void> {
    await this.confirm();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Add' }).press('Enter');
    await this.saved('17 buc');
  }

  /** As far as the key that confirms. */
  async scanFive(location: string): Promise<void> {
    await this.scan(`Loc-01-${location}`);
    await this.scan('Item-MOB-ART-118');
    await this.quantity('5');
    await expect(this.page.getByText('In the list: 12 buc')).toBeVisible();
  }

  /** From here on the test rules time. Time stamps of keys go on from where they were, or Confirm would look scanned. */
  async ruleTime(): Promise<void> {
    const now = await this.page.evaluate(() => performance.now());
    await this.page.clock.install();
    await this.page.clock.fastForward(Math.ceil(now) + 1000);
  }

  /** The badge tells what the operator can rely on: it is looked at, never the store behind it. */
  async badgeSays(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('button', { name: /Show the counts on this device/ })).toHaveAccessibleName(text);
  }

  async isAllSent(): Promise<void> {
    await this.badgeSays(/All counts are at the host/);
  }

  /** The network is back, and the browser says so. */
  async reconnect(): Promise<void> {
    await this.proxy.setPlan({});
    await this.page.evaluate(() => window.dispatchEvent(new Event('online')));
  }

  /** Every attempt to send a count, in order. */
  async attempts(): Promise<readonly Passage[]> {
    return (await this.proxy.passages()).filter(({ method, url }) => method === 'POST' && url.endsWith('/counts'));
  }
}

/** Waits between two attempts become short; how many there are, and in which order, stays as it is. */
export async function quicken(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Math.random = () => 0.02;
  });
}

interface BehindProxy {
  readonly faulty: FaultProxy;
  readonly far: FarOperator;
  readonly ana: Client;
  /** How most stories of faults begin: 12 chairs are counted at a place, and its list is opened. Gives the list's id. */
  readonly startAtTwelve: (inventory: number, row: number, location: string) => Promise<string>;
}

export const test = base.extend<BehindProxy>({
  faulty: async ({ host }, use) => {
    const proxy = await startFaultProxy({ target: host.url });
    await use(proxy);
    await proxy.close();
  },
  far: async ({ page, faulty }, use) => {
    const problems = await problemsOf(page);
    await quicken(page);
    await use(new FarOperator(page, faulty));
    expect(problems).toEqual([]);
  },
  ana: async ({ host }, use) => use(await host.client('ana')),
  startAtTwelve: ({ far, ana }, use) =>
    use(async (inventory, row, location) => {
      const { id } = await ana.list(inventory, row);
      await twelveAt(ana, id, location);
      await far.start(id);
      return id;
    }),
});

export { expect };

/** 12 chairs are counted at this place already. */
export async function twelveAt(client: Client, listId: string, location: string): Promise<CountRow> {
  const { status, body } = await client.count(listId, aCount({ location }, { quantity: '12' }));
  expect(status).toBe(200);
  return (body as { row: CountRow }).row;
}

/** What the host's row at this place holds, and every change that led there: mode and result, oldest first. */
export async function ledger(
  client: Client,
  listId: string,
  location: string,
): Promise<{ quantity: string | null; changes: readonly string[]; entries: readonly HistoryEntry[] }> {
  const [row, ...others] = await client.rows(listId, `status=counted&text=${location}`);
  expect(others).toEqual([]);
  if (row === undefined) return { quantity: null, changes: [], entries: [] };
  const entries = [...(await client.history(row))].reverse();
  return {
    quantity: row.quantity,
    entries,
    changes: entries.map(each => `${each.mode} ${each.result.quantity ?? ''}`),
  };
}

/** 5 added once onto 12, whatever happened on the way: the row, its history, and no key twice. */
export async function expectAddedOnce(client: Client, listId: string, location: string): Promise<void> {
  const { quantity, changes, entries } = await ledger(client, listId, location);
  expect({ quantity, changes }).toEqual({ quantity: '17', changes: ['new 12', 'add 17'] });
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
}
