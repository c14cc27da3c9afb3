/** What a device holds that the version before records had their second one has counted on, in its IndexedDB. */
import { oldDevice } from '../fixtures/old-device/old-device.ts';
import { provesAll, provesReplays, rowsOf } from '../fixtures/old-device/proof.ts';
import { expect } from './host.ts';
import { test } from './old-device.ts';

const device = oldDevice();
/** 500 counts, one after the other in each row, on a machine that is slow. */
const ALL_SENT_MS = 600_000;

test('500 unsent counts in IndexedDB are all shown, and sent once each and in order', async ({ host, old }) => {
  test.setTimeout(2 * ALL_SENT_MS);
  await old.store(device.unsent);
  const client = await host.client(device.user);
  const before = await rowsOf(client);

  let release: () => void = () => undefined;
  const released = new Promise<void>(done => (release = done));
  const { page, problems, badge } = await old.open(page =>
    page.route('**/counts', async route => {
      await released;
      await route.continue();
    }),
  );
  await expect(badge).toHaveAccessibleName(/500 counts on the way to the host/);

  release();
  await expect(badge).toHaveAccessibleName(/All counts are at the host/, { timeout: ALL_SENT_MS });
  await provesAll(client, old.sent, device.unsent, before);
  provesReplays(old.sent);
  const stored = await old.stored(page);
  expect(stored).toHaveLength(500);
  expect(stored.filter(({ lane, record }) => lane !== undefined || record.v !== 2)).toEqual([]);
  expect(problems).toEqual([]);
});
