/** Of more parameters than that, not every order is looked for. */
const MOST_PERMUTED = 4;

/**
 * How an address may have been written before a host had one name: what older versions of the plugin named partitions by,
 * and counts may still wait under. They told apart a slash at the end, and the order of what is asked; no more.
 */
export function olderSpellings(hostName: string): readonly string[] {
  if (!URL.canParse(hostName) || new URL(hostName).href !== hostName) return [];
  const url = new URL(hostName);
  const parameters = url.search === '' ? [] : url.search.slice(1).split('&');
  const searches = ordersOf(parameters).map(order => (order.length === 0 ? '' : `?${order.join('&')}`));
  const path = url.pathname.replace(/\/$/, '');
  const all = searches.flatMap(search => [path, `${path}/`].map(each => new URL(`${each}${search}`, url.origin).href));
  return [...new Set(all)].filter(each => each !== hostName);
}

function ordersOf(parameters: readonly string[]): readonly (readonly string[])[] {
  if (parameters.length > MOST_PERMUTED) return [parameters, [...parameters].reverse()];
  if (parameters.length <= 1) return [parameters];
  return parameters.flatMap((first, n) =>
    ordersOf([...parameters.slice(0, n), ...parameters.slice(n + 1)]).map(rest => [first, ...rest]),
  );
}
