import { type Later, need, noLongerMissing } from '../../loading/later.ts';
import { whenIdle } from '../../loading/when-idle.ts';

/** How to get each element whose class is not there yet, by its tag. */
const offered = new Map<string, Later<unknown>>();

/** `load` registers the element, and perhaps others. */
export function offerElement(tag: string, load: Later<unknown>): void {
  if (customElements.get(tag) === undefined) offered.set(tag, load);
}

/**
 * Loads an element that is needed now. Its tag may stand in the page before: once the class is there it becomes the
 * element, with the attributes and properties it was given. Never rejects; answers whether the class is there.
 */
export async function needElement(tag: string): Promise<boolean> {
  const load = offered.get(tag);
  if (load === undefined) return true;
  if ((await need(load)) === null) return false;
  offered.delete(tag);
  return true;
}

/** Loads every element that is not there yet. What can't be had comes when it is needed, or with the next call. */
export async function loadElements(): Promise<void> {
  for (const [tag, load] of offered) {
    try {
      await load();
    } catch {
      continue;
    }
    offered.delete(tag);
    noLongerMissing(load);
  }
}

let watching: MutationObserver | null = null;

/** Loads in idle time what a page lays out itself, as soon as it stands in the document; a shadow root hides it. */
export function watchForElements(document: Document): void {
  const look = (root: ParentNode) => {
    for (const { localName } of root.querySelectorAll([...offered.keys()].join())) needWhenIdle(localName);
  };
  const needWhenIdle = (tag: string) => whenIdle(() => void needElement(tag));
  if (offered.size === 0) return;
  look(document);
  if (watching !== null) return;
  watching = new MutationObserver(records => {
    if (offered.size === 0) return watching?.disconnect();
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element)) continue;
      if (offered.has(node.localName)) needWhenIdle(node.localName);
      look(node);
    }
  });
  watching.observe(document, { childList: true, subtree: true });
}
