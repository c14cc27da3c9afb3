/** One count does not go through while the host takes others. */
import { CUT_OFF, expect, expectAddedOnce, ledger, test } from './behind-proxy.ts';

test('A count at which the host fails while it takes others stands before a person, and goes when told so', async ({
  startAtTwelve,
  far,
  ana,
  faulty,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'C-02-05');
  await far.scanFive('C-02-05');
  await faulty.setPlan(CUT_OFF);
  await far.confirmAdd();
  await far.scan('Loc-01-C-02-06');
  await far.scan('Item-MOB-ART-118');
  await far.quantity('3');
  await far.confirm();
  await far.saved('3 buc');
  let failures = 0;
  await page.route('**/counts', route => {
    if (!(route.request().postData() ?? '').includes('C-02-05')) return route.continue();
    failures++;
    return route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Internal Server Error</h1>' });
  });
  await far.reconnect();
  await far.badgeSays(/1 to decide/);
  expect(failures).toBe(5);
  expect(await ledger(ana, id, 'C-02-06')).toMatchObject({ changes: ['new 3'] });
  await page.unroute('**/counts');
  await page.getByRole('button', { name: /Show the counts on this device/ }).press('Enter');
  const outbox = page.getByRole('dialog');
  await expect(outbox).toContainText('Not taken by the host');
  await outbox.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.keyboard.press('Escape');
  await far.isAllSent();
  await expectAddedOnce(ana, id, 'C-02-05');
});
