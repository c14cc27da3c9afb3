/** Not every browser tells when it is idle; there a second is given to what comes first. */
export function whenIdle(call: () => void): void {
  if ('requestIdleCallback' in globalThis) globalThis.requestIdleCallback(call);
  else setTimeout(call, 1000);
}
