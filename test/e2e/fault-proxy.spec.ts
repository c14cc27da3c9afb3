import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type FaultProxy, startFaultProxy } from '../faults/fault-proxy.ts';
import { aCount } from '../reference-host/client.ts';
import { expect, test as base } from './host.ts';
import { signInAs } from '../reference-host/sign-in.ts';

/** What a page's own `fetch` says of one call: the status, or the name of what it threw. */
type Said = { readonly status: number } | { readonly error: string };

const test = base.extend<{ faulty: FaultProxy; token: string }>({
  faulty: async ({ host }, use) => {
    const proxy = await startFaultProxy({ target: host.url });
    await use(proxy);
    await proxy.close();
  },
  token: async ({ page, faulty }, use) => {
    await page.goto(`${faulty.origin}/icon.svg`);
    await use(
      await page.evaluate(async signIn => {
        const reply = await fetch('/api/sign-in', signIn);
        return ((await reply.json()) as { token: string }).token;
      }, signInAs('ana')),
    );
  },
});

/** One call of `fetch` in the page, given up after `timeoutMs`. */
function post(page: Page, path: string, token: string, key: string, timeoutMs = 60_000): Promise<Said> {
  const asked = { path, token, key, timeoutMs, body: JSON.stringify(aCount({ location: 'A-01-02' })) };
  return page.evaluate(async ({ path, token, key, timeoutMs, body }) => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
    };
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      return { status: (await fetch(path, { method: 'POST', headers, body, signal })).status };
    } catch (error) {
      return { error: error instanceof Error ? error.name : String(error) };
    }
  }, asked);
}

const only = { method: 'POST', path: '/counts$' };

test('Chromium sends a POST again by itself when a warmed connection ends without a reply; its key makes it one count', async ({
  page,
  host,
  faulty,
  token,
}) => {
  const ana = await host.client('ana');
  const { id } = await ana.list(14, 1);
  const key = randomUUID();
  await faulty.setPlan({ only, script: [{ kind: 'reply-lost', warmed: true }] });
  expect(await post(page, `/api/lists/${id}/counts`, token, key)).toEqual({ status: 200 });

  const sent = (await faulty.passages()).filter(({ idempotencyKey }) => idempotencyKey === key);
  expect(sent.map(({ fault, statuses, answered }) => [fault, statuses, answered])).toEqual([
    ['reply-lost', [200], null],
    ['none', [200], 200],
  ]);
  expect(sent[0]?.turn).toBeGreaterThan(1);
  const [row] = await ana.rows(id, 'status=counted');
  expect(row?.quantity).toBe('5');
  expect(row?.version).toBe('1');
});

test('A request that the page gave up can still be applied afterwards', async ({ page, host, faulty, token }) => {
  const ana = await host.client('ana');
  const { id } = await ana.list(12, 2);
  await faulty.setPlan({ only, script: [{ kind: 'late-apply' }] });
  expect(await post(page, `/api/lists/${id}/counts`, token, randomUUID(), 300)).toEqual({ error: 'TimeoutError' });
  await faulty.idle();
  expect((await ana.rows(id, 'status=counted')).map(({ quantity }) => quantity)).toEqual(['5']);
});

test('Offline, a page is told at once, and gets through again afterwards', async ({ page, host, faulty, token }) => {
  const ana = await host.client('ana');
  const { id } = await ana.list(12, 3);
  const path = `/api/lists/${id}/counts`;
  await faulty.setPlan({ offline: true });
  expect(await post(page, path, token, randomUUID())).toEqual({ error: 'TypeError' });
  await faulty.setPlan({});
  expect(await post(page, path, token, randomUUID())).toEqual({ status: 200 });
});
