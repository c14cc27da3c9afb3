import { SLOW_3G } from '../faults/fault-proxy.ts';
import { aCount } from '../reference-host/client.ts';
import { COUNTS, CUT_OFF, SERVICES, expect, expectAddedOnce, ledger, test } from './behind-proxy.ts';

for (const [status, location] of [
  [503, 'B-01-01'],
  [429, 'B-01-02'],
] as const) {
  test(`A host that answers ${status} with Retry-After is left alone for that long`, async ({
    startAtTwelve,
    far,
    ana,
    faulty,
    page,
  }) => {
    const id = await startAtTwelve(14, 1, location);
    await far.scanFive(location);
    // Only now: scans are told by the time stamps of their keys, which it replaces too.
    await far.ruleTime();
    await faulty.setPlan({ only: COUNTS, script: [{ kind: 'status', status, retryAfterSeconds: 120 }] });
    await far.confirmAdd();
    await far.badgeSays(/1 count on the way to the host\..*asked to wait/);
    await page.clock.fastForward(115_000);
    await faulty.idle();
    expect(await far.attempts()).toHaveLength(1);
    await page.clock.fastForward(6_000);
    await far.isAllSent();
    expect((await far.attempts()).map(({ answered }) => answered)).toEqual([status, 200]);
    await expectAddedOnce(ana, id, location);
  });
}

test('A person need not wait for Retry-After', async ({ startAtTwelve, far, ana, faulty, page }) => {
  const id = await startAtTwelve(14, 1, 'B-01-03');
  await faulty.setPlan({ only: COUNTS, script: [{ kind: 'status', status: 503, retryAfterSeconds: 3600 }] });
  await far.addFive('B-01-03');
  await far.badgeSays(/asked to wait/);
  await page.getByRole('button', { name: /Show the counts on this device/ }).press('Enter');
  const outbox = page.getByRole('dialog');
  await expect(outbox).toContainText('The host asked to wait');
  await outbox.getByRole('button', { name: 'Send now' }).press('Enter');
  await expect(outbox).not.toContainText('The host asked to wait');
  await page.keyboard.press('Escape');
  await far.isAllSent();
  await expectAddedOnce(ana, id, 'B-01-03');
});

test('A request that was given up is applied late, after its repetition: once, and nothing later is undone by it', async ({
  startAtTwelve,
  far,
  ana,
  faulty,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'B-01-04');
  await far.scanFive('B-01-04');
  await far.ruleTime();
  const { received } = await faulty.counts();
  await faulty.setPlan({ only: COUNTS, script: [{ kind: 'late-apply', when: 'released' }] });
  await far.confirmAdd();
  await expect.poll(async () => (await faulty.counts()).held).toBe(1);
  expect((await faulty.counts()).received).toBeGreaterThan(received);
  // The gateway gives up after 15 s.
  await page.clock.fastForward(16_000);
  await far.isAllSent();
  const { entries } = await ledger(ana, id, 'B-01-04');
  const colleague = { mode: 'replace' as const, quantity: '40', baseVersion: entries.at(-1)?.version ?? null };
  const count = aCount({ location: 'B-01-04' }, colleague);
  expect((await ana.count(id, count)).status).toBe(200);
  expect(await faulty.release()).toBe(1);
  await faulty.idle();
  const after = await ledger(ana, id, 'B-01-04');
  expect(after).toMatchObject({ quantity: '40', changes: ['new 12', 'add 17', 'replace 40'] });
});

test('A request that was given up and applied before its repetition counts once', async ({
  startAtTwelve,
  far,
  ana,
  faulty,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'B-01-05');
  await far.scanFive('B-01-05');
  await far.ruleTime();
  await faulty.setPlan({ only: COUNTS, script: [{ kind: 'late-apply' }] });
  await far.confirmAdd();
  await expect.poll(async () => (await faulty.counts()).faults['late-apply']).toBe(1);
  await page.clock.fastForward(16_000);
  await far.isAllSent();
  await expectAddedOnce(ana, id, 'B-01-05');
  expect((await far.attempts()).map(({ fault }) => fault)).toEqual(['late-apply', 'none']);
});

for (const [what, fault, location, words] of [
  [
    'a captive portal stands before the host (200)',
    { kind: 'captive-portal', status: 200 },
    'B-02-01',
    'reports an error',
  ],
  [
    'a captive portal stands before the host (511)',
    { kind: 'captive-portal', status: 511 },
    'B-02-02',
    'reports an error',
  ],
  ['every answer is a login page', { kind: 'login-page' }, 'B-02-03', 'reports an error'],
  ['every answer leads to a login page', { kind: 'login-redirect' }, 'B-02-04', 'reports an error'],
  ['every answer is an error', { kind: 'status', status: 503 }, 'B-02-05', 'reports an error'],
  ['the host is out of reach', { kind: 'request-lost' }, 'B-02-06', 'does not answer'],
] as const) {
  test(`Where ${what}, the count waits on this device and says so, then arrives once`, async ({
    startAtTwelve,
    far,
    ana,
    faulty,
    page,
  }) => {
    const id = await startAtTwelve(14, 1, location);
    await far.scanFive(location);
    await faulty.setPlan({ only: SERVICES, otherwise: fault });
    await far.confirmAdd();
    await far.badgeSays(new RegExp(`1 count on the way to the host\\..*${words}`));
    await expect(page.locator('.last')).toContainText('saved on this device');
    expect(await ledger(ana, id, location)).toMatchObject({ quantity: '12', changes: ['new 12'] });

    await far.reconnect();
    await far.isAllSent();
    await expectAddedOnce(ana, id, location);
  });
}

test('On slow 3G, each Confirm is safe on this device before the host could answer, and all arrive in order', async ({
  far,
  ana,
  faulty,
  page,
}) => {
  const { id } = await ana.list(14, 1);
  await far.start(id);
  await far.isReadyForOffline();
  await faulty.setPlan({ slow: SLOW_3G });
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { savedWithin: times });
    let pressed = 0;
    addEventListener('keydown', event => event.key === 'F8' && (pressed = event.timeStamp), true);
    addEventListener('wms-inventar-count-saved', () => times.push(performance.now() - pressed));
  });
  await far.scan('Loc-01-B-03-01');
  const items = ['MOB-ART-118', 'MOB-ART-204', 'ALI-CAF-01', 'ELE-CAB-3X15'];
  for (const item of items) {
    await far.scan(`ItemQty-${item}-3`);
    await expect(page.getByLabel('Quantity')).toHaveValue('3');
    await far.confirm();
    await expect(page.getByLabel('Quantity')).toBeHidden();
  }
  const within = await page.evaluate(() => (window as unknown as { savedWithin: number[] }).savedWithin);
  expect(within).toHaveLength(items.length);
  // How many milliseconds it takes is for `npm run bench -- confirm` to say.
  expect(Math.max(...within)).toBeLessThan(SLOW_3G.latencyMs);
  await expect(page.getByRole('button', { name: /All counts are at the host/ })).toBeAttached({ timeout: 120_000 });
  const rows = (await ana.rows(id, 'status=counted&text=B-03-01')).sort((a, b) => a.rowNumber - b.rowNumber);
  expect(rows.map(({ itemClass, itemCode }) => `${itemClass}-${itemCode}`).sort()).toEqual([...items].sort());
});

for (const [what, days, location] of [
  ['a day ahead', 1, 'B-04-01'],
  ['a day behind', -1, 'B-04-02'],
] as const) {
  test(`A device whose clock is set ${what} while counts wait sends them as before`, async ({
    startAtTwelve,
    far,
    ana,
    faulty,
    page,
  }) => {
    const id = await startAtTwelve(14, 1, location);
    await far.scanFive(location);
    await faulty.setPlan(CUT_OFF);
    await far.confirmAdd();
    await far.badgeSays(/1 count on the way/);
    await page.evaluate(skew => {
      const Right = Date;
      window.Date = class extends Right {
        constructor(at?: number | string) {
          super(at ?? Right.now() + skew);
        }
        static override now() {
          return Right.now() + skew;
        }
      } as DateConstructor;
    }, days * 86_400_000);
    await far.reconnect();
    await far.isAllSent();
    await expectAddedOnce(ana, id, location);
    // And with the clock that is wrong now, another one.
    await far.scan('Item-MOB-ART-204');
    await far.quantity('2');
    await far.confirm();
    await far.counted('2 cutii = 24 buc');
    await far.isAllSent();
  });
}
