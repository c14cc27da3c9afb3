/**
 * Stands in for `import-chunk.ts` in our own build, where the builder writes each `import('./x.ts')` of ours as the
 * addresses of the chunk and of all that it imports.
 *
 * A browser keeps a failed `import()` for as long as the page lasts. So each file is fetched first, which may fail and be
 * tried again, and imported only when it is there.
 */
export async function importChunk<T>(addresses: () => readonly string[] | Promise<T>): Promise<T> {
  const known = addresses();
  if (!isAddresses(known)) return known;
  const [chunk = ''] = known;
  await Promise.all(known.map(fetchScript));
  return import(chunk) as Promise<T>;
}

const isAddresses = (known: readonly string[] | Promise<unknown>): known is readonly string[] => Array.isArray(known);

async function fetchScript(address: string): Promise<void> {
  const policy = watchPolicy(address);
  try {
    const response = await fetch(address, { credentials: 'same-origin' });
    const type = response.headers.get('content-type') ?? '';
    // A host may answer any address with its start page.
    if (!response.ok || !/\b(java|ecma)script\b/.test(type)) {
      throw new Error(`${address} answered ${response.status} ${type}`);
    }
    // All of it: what breaks off is not there either.
    await response.arrayBuffer();
  } catch (error) {
    // A page whose policy lets scripts in, but no requests: there `import()` has to do without.
    if (!(await policy.refused())) throw error;
  } finally {
    policy.leave();
  }
}

/** Hears whether the page's content security policy refuses a request to this address. */
function watchPolicy(address: string) {
  let isRefused = false;
  const listen = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    isRefused ||= effectiveDirective === 'connect-src' && address.startsWith(blockedURI);
  };
  document.addEventListener('securitypolicyviolation', listen);
  return {
    refused: async () => {
      // The browser tells it in a task of its own, which may come after the request has failed.
      await new Promise(resolve => setTimeout(resolve));
      return isRefused;
    },
    leave: () => document.removeEventListener('securitypolicyviolation', listen),
  };
}
