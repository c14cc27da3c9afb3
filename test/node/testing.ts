/** What tests that need no page want of `@open-wc/testing`. */
export { expect } from '@esm-bundle/chai';

/** As `@open-wc/testing` has it. */
export async function waitUntil(
  isSo: () => unknown,
  what = 'it is so',
  { interval = 50, timeout = 1_000 }: { readonly interval?: number; readonly timeout?: number } = {},
): Promise<void> {
  for (const end = performance.now() + timeout; !(await isSo());) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise(done => setTimeout(done, interval));
  }
}
