/** What events come to: a window, a frame's window, a document, an element. */
export type Listened = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/**
 * Listens, and returns the way out. Never passive: what is a scan's has to be kept from the page.
 *
 * zone.js shares one native listener among all of a target, type and phase, and a passive one of the page's makes ours
 * passive too. So where Zone is, its own name for the browser's function is used.
 */
export function listen<Type extends keyof WindowEventMap>(
  target: Window,
  types: readonly Type[],
  listener: (event: WindowEventMap[Type]) => void,
  capture?: boolean,
): () => void;
export function listen(
  target: Listened,
  types: readonly string[],
  listener: (event: Event) => void,
  capture?: boolean,
): () => void;
export function listen(
  target: Listened,
  types: readonly string[],
  listener: (event: Event) => void,
  capture = false,
): () => void {
  const [add, remove] = [nativeOf(target, 'addEventListener'), nativeOf(target, 'removeEventListener')];
  for (const type of types) add.call(target, type, listener, { capture, passive: false });
  return () => {
    for (const type of types) remove.call(target, type, listener, { capture });
  };
}

type Method = Listened['addEventListener'] | Listened['removeEventListener'];

function nativeOf(target: Listened, name: 'addEventListener' | 'removeEventListener'): Method {
  const zone: unknown = Reflect.get(globalThis, 'Zone');
  const native: unknown = isZone(zone) ? Reflect.get(target, zone.__symbol__(name)) : null;
  return isMethod(native) ? native : target[name];
}

function isZone(value: unknown): value is { __symbol__(name: string): string } {
  return typeof value === 'function' && '__symbol__' in value;
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function';
}
