import type { Page } from '@playwright/test';
import { type Client, aCount } from '../reference-host/client.ts';
import { COUNTS, CUT_OFF, FarOperator, expect, expectAddedOnce, ledger, quicken, test } from './behind-proxy.ts';
import { problemsOf } from './host.ts';

test('A sign-in that ends while counts wait: they wait on, and are sent once by who made them', async ({
  startAtTwelve,
  far,
  host,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'D-01-01');
  await far.scanFive('D-01-01');
  const elena = await host.client('elena');
  await elena.request('POST', '/back-office/sign-out', { userName: 'ana' });
  await far.confirmAdd();
  await expect(page.getByRole('alert').filter({ hasText: 'Your sign-in has expired' })).toBeVisible();
  await far.badgeSays(/1 count on the way/);
  const again = await host.client('ana');
  expect(await ledger(again, id, 'D-01-01')).toMatchObject({ changes: ['new 12'] });

  await far.signInAs('ana');
  await far.isAllSent();
  await expectAddedOnce(again, id, 'D-01-01');
});

test('Somebody else signs in: counts are not sent in their name, and not shown to them', async ({
  startAtTwelve,
  far,
  faulty,
  host,
}) => {
  const id = await startAtTwelve(12, 2, 'D-01-02');
  await far.scanFive('D-01-02');
  await faulty.setPlan(CUT_OFF);
  await far.confirmAdd();
  await far.badgeSays(/1 count on the way/);

  await faulty.setPlan({});
  await far.start(id, 'mihai');
  await far.isAllSent();
  expect(await ledger(await host.client('ana'), id, 'D-01-02')).toMatchObject({ changes: ['new 12'] });
  expect(await far.attempts()).toEqual([]);

  await far.start(id, 'ana');
  await far.isAllSent();
  const { entries, changes } = await ledger(await host.client('ana'), id, 'D-01-02');
  expect(changes).toEqual(['new 12', 'add 17']);
  expect(entries.map(({ operator }) => operator.userName)).toEqual(['ana', 'ana']);
});

/** The sign-in is Mihai's by the time a count leaves, as that of a cookie may be; `without`: to a host that does not look whose it is meant to be. */
async function signInChangesBeneath(page: Page, mihai: Client, without: readonly string[] = []): Promise<void> {
  await page.route('**/counts', async route => {
    const headers = { ...(await route.request().allHeaders()), ...mihai.authorization };
    const heard = Object.entries(headers).filter(([name]) => !without.includes(name));
    await route.continue({ headers: Object.fromEntries(heard) });
  });
}

test('A sign-in that changes between asking whose it is and the count: the host takes nothing, and it waits for its own', async ({
  startAtTwelve,
  far,
  ana,
  host,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'D-01-04');
  await far.scanFive('D-01-04');
  await signInChangesBeneath(page, await host.client('mihai'));
  await far.confirmAdd();
  await expect(page.getByRole('alert').filter({ hasText: 'Somebody else is signed in' })).toBeVisible();
  await far.badgeSays(/1 count on the way/);
  expect(await ledger(ana, id, 'D-01-04')).toMatchObject({ changes: ['new 12'] });

  await page.unroute('**/counts');
  await far.reconnect();
  await far.isAllSent();
  await expectAddedOnce(ana, id, 'D-01-04');
});

test('A count that the host has in another name is not believed: it says whose, and nothing more is sent', async ({
  startAtTwelve,
  far,
  ana,
  host,
  page,
}) => {
  const id = await startAtTwelve(12, 2, 'D-01-05');
  await far.scanFive('D-01-05');
  await signInChangesBeneath(page, await host.client('mihai'), ['expected-user']);
  await far.confirmAdd();
  await far.badgeSays(/1 to decide/);
  await page.unroute('**/counts');
  await page.getByRole('button', { name: /Show the counts on this device/ }).press('Enter');
  const outbox = page.getByRole('dialog');
  await expect(outbox).toContainText(/Recorded as a count of \P{L}*Mihai Ionescu/u);
  await expect(outbox).toContainText(/and shows \P{L}*17 buc/u);
  await outbox.getByRole('button', { name: 'It is contained' }).press('Enter');
  await page.keyboard.press('Escape');
  await far.isAllSent();
  expect(await ledger(ana, id, 'D-01-05')).toMatchObject({ quantity: '17', changes: ['new 12', 'add 17'] });
});

test('A list closed meanwhile takes nothing: the count is kept, and sent when a person says so', async ({
  startAtTwelve,
  far,
  ana,
  faulty,
  host,
  page,
}) => {
  const id = await startAtTwelve(12, 3, 'D-01-03');
  await far.scan('Item-MOB-ART-118');
  await far.scan('Loc-01-D-01-03');
  await far.quantity('5');
  await expect(page.getByText('In the list: 12 buc')).toBeVisible();
  await faulty.setPlan(CUT_OFF);
  await far.confirmAdd();
  const elena = await host.client('elena');
  expect((await elena.request('POST', `/back-office/lists/${id}/close`)).status).toBe(200);
  await far.reconnect();
  await far.badgeSays(/1 to decide/);
  expect(await ledger(ana, id, 'D-01-03')).toMatchObject({ quantity: '12', changes: ['new 12'] });

  await elena.request('POST', `/back-office/lists/${id}/reopen`);
  await page.getByRole('button', { name: /Show the counts on this device/ }).press('Enter');
  const outbox = page.getByRole('dialog');
  await expect(outbox).toContainText('The host closed the list. 1 count stay');
  await outbox.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.keyboard.press('Escape');
  await far.isAllSent();
  await expectAddedOnce(ana, id, 'D-01-03');
});

for (const [answer, location, result] of [
  ['Add', 'D-02-01', 'add 20'],
  ['Replace', 'D-02-02', 'replace 5'],
] as const) {
  test(`A row that another operator changed meanwhile is asked about anew: ${answer}`, async ({
    startAtTwelve,
    far,
    ana,
    faulty,
    host,
    page,
  }) => {
    const id = await startAtTwelve(12, 2, location);
    await far.scanFive(location);
    await faulty.setPlan(CUT_OFF);
    await far.confirmAdd();
    await far.badgeSays(/1 count on the way/);
    const mihai = await host.client('mihai');
    const three = aCount({ location }, { mode: 'add', quantity: '3', baseVersion: 1 });
    expect((await mihai.count(id, three)).status).toBe(200);

    await far.reconnect();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Mihai Ionescu');
    await expect(dialog.getByRole('button', { name: 'Add' })).toContainText('20');
    expect(await ledger(ana, id, location)).toMatchObject({ changes: ['new 12', 'add 15'] });
    await dialog.getByRole('button', { name: answer }).press('Enter');
    await far.isAllSent();
    const { changes, entries } = await ledger(ana, id, location);
    expect(changes).toEqual(['new 12', 'add 15', result]);
    expect(entries.map(({ operator }) => operator.userName)).toEqual(['ana', 'mihai', 'ana']);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(3);
  });
}

/** Whether this origin may write to its disk just now. */
function write(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>(resolve => {
        const opening = indexedDB.open('room');
        opening.onupgradeneeded = () => opening.result.createObjectStore('room');
        opening.onerror = () => resolve(opening.error?.name ?? '');
        opening.onsuccess = () => {
          const tx = opening.result.transaction('room', 'readwrite');
          tx.objectStore('room').put('x'.repeat(100_000), Math.random());
          tx.onabort = () => resolve(tx.error?.name ?? '');
          tx.oncomplete = () => resolve('written');
        };
      }),
  );
}

test('A full disk: Confirm says so, the form stays as it is, and saves once there is room', async ({
  startAtTwelve,
  far,
  ana,
  faulty,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'D-03-01');
  await far.isReadyForOffline();
  const cdp = await far.devTools();
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: faulty.origin, quotaSize: 1 });
  // Chromium goes by what it knew of the room for a while.
  await expect.poll(() => write(page)).toBe('QuotaExceededError');
  await far.scanFive('D-03-01');
  await far.confirm();
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved: the device is full' })).toBeVisible();
  await expect(page.getByLabel('Quantity')).toHaveValue('5');
  expect(await far.attempts()).toEqual([]);

  await cdp.send('Storage.overrideQuotaForOrigin', { origin: faulty.origin });
  await expect.poll(() => write(page)).toBe('written');
  await far.confirmAdd();
  await far.isAllSent();
  await expectAddedOnce(ana, id, 'D-03-01');
});

test('Two tabs, the sender frozen: the other one takes over, and nothing counts twice when the first thaws', async ({
  startAtTwelve,
  far,
  ana,
  faulty,
  context,
}) => {
  const id = await startAtTwelve(14, 1, 'D-03-02');
  await faulty.setPlan({ only: COUNTS, script: [{ kind: 'late-apply', when: 'released' }] });
  await far.addFive('D-03-02');
  await expect.poll(async () => (await faulty.counts()).held).toBe(1);
  const frozen = await far.devTools();
  await frozen.send('Page.setWebLifecycleState', { state: 'frozen' });

  const page = await context.newPage();
  const problems = await problemsOf(page);
  await quicken(page);
  const other = new FarOperator(page, faulty);
  await other.start(id);
  await other.isAllSent();
  await expectAddedOnce(ana, id, 'D-03-02');
  expect(await faulty.release()).toBe(1);
  await faulty.idle();

  await far.page.bringToFront();
  await frozen.send('Page.setWebLifecycleState', { state: 'active' });
  await far.isAllSent();
  await expectAddedOnce(ana, id, 'D-03-02');
  expect(problems).toEqual([]);
});
