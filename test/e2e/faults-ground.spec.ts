/** What a count stands on is taken away: its storage, or the tab that wrote it. */
import { CUT_OFF, FarOperator, expect, expectAddedOnce, test } from './behind-proxy.ts';

test('A count whose storage another page deletes is kept, said, and sent once', async ({
  startAtTwelve,
  far,
  ana,
  faulty,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'B-01-05');
  await far.scanFive('B-01-05');
  await faulty.setPlan(CUT_OFF);
  await far.confirmAdd();
  await far.badgeSays(/1 count on the way to the host/);
  await page.evaluate(async () => {
    const named = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const deleted = named
      .filter(name => /^wms-inventar-[0-9a-f]{64}$/.test(name))
      .map(
        name =>
          new Promise<void>(done => {
            indexedDB.deleteDatabase(name).onsuccess = () => done();
          }),
      );
    if (deleted.length === 0) throw new Error('Nothing is stored');
    await Promise.all(deleted);
  });
  await far.reconnect();
  await far.isAllSent();
  await expect(page.getByText('The browser deleted what this device kept')).toBeVisible();
  await expectAddedOnce(ana, id, 'B-01-05');
  const counts = (await far.attempts()).filter(({ answered }) => answered === 200);
  expect(counts).toHaveLength(1);
});

test('A count that another tab wrote without telling is sent by the tab that sends', async ({
  startAtTwelve,
  far,
  ana,
  context,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'B-01-06');
  await far.isAllSent();
  // A tab that nobody hears, as one that dies between writing and telling.
  const other = await context.newPage();
  await other.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
  });
  const silent = new FarOperator(other, far.proxy);
  await silent.start(id);
  await silent.addFive('B-01-06');
  await other.close();
  await page.evaluate(() => window.dispatchEvent(new Event('pageshow')));
  await expect.poll(async () => (await far.attempts()).length).toBe(1);
  await far.isAllSent();
  await expectAddedOnce(ana, id, 'B-01-06');
});

test('A proxy that answers 404 while its host is put up again refuses no count', async ({
  startAtTwelve,
  far,
  ana,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'D-02-01');
  let answered = 0;
  await page.route('**/counts', route =>
    answered++ < 2
      ? route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Not Found</h1>' })
      : route.continue(),
  );
  await far.addFive('D-02-01');
  await far.isAllSent();
  expect(answered).toBe(3);
  await expectAddedOnce(ana, id, 'D-02-01');
});
