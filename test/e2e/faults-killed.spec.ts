import type { Page } from '@playwright/test';
import type { FaultProxy } from '../faults/fault-proxy.ts';
import {
  COUNTS,
  CUT_OFF,
  FarOperator,
  expect,
  expectAddedOnce,
  quicken,
  test as base,
  twelveAt,
} from './behind-proxy.ts';
import { line, problemsOf } from './host.ts';
import { KeptBrowser } from './kept-browser.ts';

interface Handheld {
  /** The browser starts, and somebody sits down before it. */
  start(): Promise<FarOperator>;
  kill(): Promise<void>;
}

const test = base.extend<{ handheld: Handheld }>({
  handheld: async ({ faulty }, use) => {
    const browser = await KeptBrowser.create();
    const problems: (readonly string[])[] = [];
    await use({
      start: async () => {
        const page = await browser.start();
        problems.push(await problemsOf(page));
        return operatorOf(page, faulty);
      },
      kill: () => browser.kill(),
    });
    await browser.dispose();
    expect(problems.flat()).toEqual([]);
  },
});

async function operatorOf(page: Page, faulty: FaultProxy): Promise<FarOperator> {
  await quicken(page);
  return new FarOperator(page, faulty);
}

/** No tab writes counts any more, as on a disk that hangs: a tab of its own holds them. What is written stays. */
async function stopWrites(tab: Page): Promise<void> {
  await tab.evaluate(async () => {
    const names = (await indexedDB.databases())
      .map(({ name = '' }) => name)
      .filter(name => /^wms-inventar-[0-9a-f]{64}$/.test(name));
    if (names.length === 0) throw new Error('No outbox to hold');
    for (const name of names) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(new Error(name));
      });
      await new Promise<void>(held => {
        const records = db.transaction(['records', 'meta'], 'readwrite').objectStore('records');
        const goOn = () =>
          (records.count().onsuccess = () => {
            held();
            goOn();
          });
        goOn();
      });
    }
  });
}

test('Killed between writing and sending: what was saved is sent after the restart, once', async ({
  handheld,
  ana,
  faulty,
}) => {
  const { id } = await ana.list(14, 1);
  await twelveAt(ana, id, 'C-01-01');
  const before = await handheld.start();
  await before.start(id);
  await before.scanFive('C-01-01');
  await faulty.setPlan({ offline: true });
  await before.confirmAdd();
  await handheld.kill();
  expect(await before.attempts()).toEqual([]);

  await faulty.setPlan({});
  const after = await handheld.start();
  await after.start(id);
  await after.isAllSent();
  await expectAddedOnce(ana, id, 'C-01-01');
  expect(await after.attempts()).toHaveLength(1);
});

test('Killed while the request is on its way: it is sent again under its key, and counts once', async ({
  handheld,
  ana,
  faulty,
}) => {
  const { id } = await ana.list(14, 1);
  await twelveAt(ana, id, 'C-01-02');
  const before = await handheld.start();
  await before.start(id);
  await faulty.setPlan({ only: COUNTS, script: [{ kind: 'late-apply', when: 'released' }] });
  await before.addFive('C-01-02');
  await expect.poll(async () => (await faulty.counts()).held).toBe(1);
  await handheld.kill();

  const after = await handheld.start();
  await after.start(id);
  await after.isAllSent();
  expect(await faulty.release()).toBe(1);
  await faulty.idle();
  await expectAddedOnce(ana, id, 'C-01-02');
  const keys = (await after.attempts()).map(({ idempotencyKey }) => idempotencyKey);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('Killed between the reply and writing that it came: the host answers the same again, and counts once', async ({
  handheld,
  ana,
  faulty,
}) => {
  const { id } = await ana.list(14, 1);
  await twelveAt(ana, id, 'C-01-03');
  const before = await handheld.start();
  await before.start(id);
  const other = await before.page.context().newPage();
  await other.goto(`${faulty.origin}/icon.svg`);
  await before.page.bringToFront();
  await before.scanFive('C-01-03');
  await faulty.setPlan({ only: COUNTS, script: [{ kind: 'reply-held' }] });
  const replied = before.page.waitForEvent('requestfinished', request => request.method() === 'POST');
  await before.confirmAdd();
  await expect.poll(async () => (await faulty.counts()).held).toBe(1);
  await stopWrites(other);
  expect(await faulty.release()).toBe(1);
  expect((await (await replied).response())?.status()).toBe(200);
  await before.badgeSays(/1 count on the way to the host/);
  await handheld.kill();
  await expectAddedOnce(ana, id, 'C-01-03');

  await faulty.setPlan({});
  const after = await handheld.start();
  await after.start(id);
  await after.isAllSent();
  await expectAddedOnce(ana, id, 'C-01-03');
  expect((await after.attempts()).map(({ answered }) => answered)).toEqual([200, 200]);
});

test('A browser restarted while the host is away shows what waits, and sends it when that is back', async ({
  handheld,
  ana,
  faulty,
}) => {
  const { id } = await ana.list(14, 1);
  await twelveAt(ana, id, 'C-01-04');
  const before = await handheld.start();
  await before.start(id);
  await before.isReadyForOffline();
  await before.scanFive('C-01-04');
  await faulty.setPlan({ offline: true });
  await before.confirmAdd();
  for (const item of ['MOB-ART-204', 'ALI-CAF-01', 'ELE-CAB-3X15']) {
    await before.scan(`ItemQty-${item}-2`);
    await expect(before.page.getByLabel('Quantity')).toHaveValue('2');
    await before.confirm();
    await expect(before.page.getByLabel('Quantity')).toBeHidden();
  }
  await before.badgeSays(/4 counts on the way/);
  await handheld.kill();

  await faulty.setPlan(CUT_OFF);
  const after = await handheld.start();
  await after.page.goto(`${faulty.origin}/?lang=en&list-id=${id}`);
  await after.signInAs('ana');
  await after.badgeSays(/4 counts on the way to the host\. The host does not answer/);
  await after.reconnect();
  await after.isAllSent();
  const rows = await ana.rows(id, 'status=counted&text=C-01-04');
  expect(rows.map(line).sort()).toEqual([
    'C-01-04 ALI CAF-01 2.000 kg',
    'C-01-04 ELE CAB-3X15 2.00 m',
    'C-01-04 MOB ART-118 17 buc',
    'C-01-04 MOB ART-204 2 cutii = 24 buc',
  ]);
  expect(await after.attempts()).toHaveLength(4);
});
