/**
 * A name for what belongs to one user of one tenant on one host, and to nobody else: 128 bits, so that no two meet by
 * chance, and no name can be read in the list of data bases. Not a secret: nothing is protected by it. Without
 * `crypto.subtle`, which a page on plain http has not.
 */
export function partitionOf(origin: string, tenant: string, user: string): string {
  const text = JSON.stringify([origin, tenant, user]);
  return [0x811c9dc5, 0x9dc5811c, 0x1b873593, 0xcc9e2d51].map(seed => fnv(text, seed)).join('');
}

/** FNV-1a over UTF-16 units, with a final mix so that similar texts differ in every digit. */
function fnv(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return (hash >>> 0).toString(16).padStart(8, '0');
}
