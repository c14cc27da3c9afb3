/** What our own build writes in the place of an `import('./x.ts')` of ours. */
interface Addresses {
  /** The chunk, and all that it imports and that is not there yet. */
  readonly files: readonly string[];
  /** The address of the chunk that asks: theirs are relative to it. */
  readonly from: string;
  /** Under what name the chunk has the module, unless it is the module. */
  readonly name?: string;
}

/**
 * Stands in for `import-chunk.ts` in our own build for `<script type="module">`.
 *
 * A browser keeps a failed `import()` for as long as the page lasts. So each file is fetched first, which may fail and be
 * tried again, and imported only when it is there.
 */
export async function importChunk<T>(load: () => Addresses | Promise<T>): Promise<T> {
  const addresses = load();
  if (!('files' in addresses)) return addresses;
  const { files, from, name } = addresses;
  const [chunk = '', ...others] = files.map(file => new URL(file, from).href);
  await Promise.all([chunk, ...others].map(fetchScript));
  // What is in it was checked when both were compiled together.
  const imported = (await import(chunk)) as T & Readonly<Record<string, T>>;
  return name === undefined ? imported : (imported[name] ?? imported);
}

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
