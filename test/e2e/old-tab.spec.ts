/**
 * A tab of the version before records had their second one, beside one of this. On a host of its own: what the new version
 * sends of a queued count says more than the old one does, so that one key would come with two bodies.
 */
import { oldDevice } from '../fixtures/old-device/old-device.ts';
import { provesAll, rowsOf } from '../fixtures/old-device/proof.ts';
import { expect } from './host.ts';
import { test } from './old-device.ts';

const device = oldDevice();
/** One after the other in each row, on a machine that is slow. */
const ALL_SENT_MS = 600_000;

test('A tab of the old version that sends is taken over from, and the operator is asked to close it', async ({
  host,
  old,
}) => {
  test.setTimeout(ALL_SENT_MS);
  const lanes = new Set(device.later.map(({ lane }) => lane));
  const rows = device.unsent.filter(({ lane }) => lanes.has(lane));
  await old.store(rows);
  const client = await host.client(device.user);
  const before = await rowsOf(client);

  const oldTab = await old.openOldTab();
  // What it sends reaches the host; of the replies it gets none: it goes on waiting for them.
  let reached = 0;
  await oldTab.page.route('**/counts', async route => {
    const { pathname } = new URL(route.request().url());
    await route.fetch({ url: `${host.url}${pathname}` });
    reached++;
  });
  await oldTab.start();
  await expect.poll(() => reached).toBeGreaterThan(2);
  expect(await oldTab.sends()).toBe(true);

  const { page, problems, badge } = await old.open();
  await expect(badge).toHaveAccessibleName(/All counts are at the host/, { timeout: ALL_SENT_MS });
  await expect.poll(() => oldTab.sends()).toBe(false);
  await provesAll(client, old.sent, rows, before);
  await expect(page.getByText('An older version is open in another tab. Close that tab')).toBeVisible();

  // It can go on counting meanwhile: this tab sends it.
  const [row] = rows;
  if (row === undefined) throw new Error('Nothing to count');
  const key = await oldTab.addOne(row);
  await expect.poll(() => old.sent.map(sent => sent.key)).toContain(key);
  expect(problems).toEqual([]);
});
