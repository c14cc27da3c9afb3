/** Whose counts they are. Each has a data base of its own: nobody's counts are sent, or read, as somebody else's. */
export interface PartitionOwner {
  /** Where the host is, by its one name (`hostNameOf`): a page may embed the plugin for several. */
  readonly origin: string;
  /** What tells two companies on one host apart; `''` where there is only one. */
  readonly tenant: string;
  readonly user: string;
}

/** Of a text, as hex. */
type Hash = (text: string) => string;

/**
 * The name of a partition. A hash, so that the list of data bases tells the next user no names. Browsers have one of their
 * own over HTTPS; a warehouse's LAN may not have that, and ours is loaded there.
 */
export async function partitionOf(
  { origin, tenant, user }: PartitionOwner,
  loadHash: () => Promise<{ readonly sha256: Hash }>,
): Promise<string> {
  const text = JSON.stringify([origin, tenant, user]);
  if (!('subtle' in crypto)) return (await loadHash()).sha256(text);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** One name for a host, however its address is written: else the counts of one spelling would wait in vain under another. */
export function hostNameOf(address: string, base: string): string {
  const url = new URL(address, base);
  url.hash = '';
  url.pathname = url.pathname.replace(/\/+$/, '');
  url.searchParams.sort();
  return url.href;
}
