import { waitUntil as poll } from '@open-wc/testing';

/** Until it is so. Fails only where it never will be: how fast a machine is, is no test's business. */
export async function waitUntil(isSo: () => unknown, what?: string): Promise<void> {
  await poll(async () => Boolean(await isSo()), what, { interval: 10, timeout: 50_000 });
}
