/** A session with its elements, as others on the page see it; of any version, so that this is never changed. */
export interface Plugin {
  isShown(): boolean;
}

/** Those of all bundles and versions on the page. */
const KEY = Symbol.for('wms-inventar.plugins');

/** The plugins of a page and of its frames, the one used last at the end: a key in a frame is heard around it, too. */
function plugins(): Plugin[] {
  let top: Window = window;
  while (top.frameElement !== null) top = top.parent;
  const known: unknown = Reflect.get(top, KEY);
  if (isPlugins(known)) return known;
  const none: Plugin[] = [];
  Reflect.set(top, KEY, none);
  return none;
}

function isPlugins(value: unknown): value is Plugin[] {
  return Array.isArray(value);
}

/** It is the one used last. */
export function use(plugin: Plugin): void {
  forget(plugin);
  plugins().push(plugin);
}

export function forget(plugin: Plugin): void {
  const all = plugins();
  const at = all.indexOf(plugin);
  if (at !== -1) all.splice(at, 1);
}

/** Whether it is the one of those shown that was used last: it alone hears. */
export function isActive(plugin: Plugin): boolean {
  return (
    plugins()
      .filter(each => each.isShown())
      .at(-1) === plugin
  );
}
