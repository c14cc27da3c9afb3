import { BehaviorSubject } from 'rxjs';
import { whenIdle } from '../../loading/when-idle.ts';

/** How to get each element whose class is not there yet, by its tag. */
const offered = new Map<string, () => Promise<void>>();

/** The tags of elements that were needed and could not be had. */
export const missing$ = new BehaviorSubject<readonly string[]>([]);

/** `load` registers the element, and perhaps others. */
export function offerElement(tag: string, load: () => Promise<void>): void {
  if (customElements.get(tag) === undefined) offered.set(tag, load);
}

/**
 * Loads an element that is needed now. Its tag may stand in the page before: once the class is there it becomes the
 * element, with the attributes and properties it was given. Never rejects; answers whether the class is there.
 */
export async function needElement(tag: string): Promise<boolean> {
  const isThere = await load(tag);
  const others = missing$.value.filter(each => each !== tag);
  if (!isThere) missing$.next([...others, tag]);
  else if (others.length < missing$.value.length) missing$.next(others);
  return isThere;
}

/** Tries again what was needed and could not be had. */
export async function needMissing(): Promise<void> {
  await Promise.all(missing$.value.map(needElement));
}

/** Loads every element that is not there yet. What can't be had comes when it is needed, or with the next call. */
export async function loadElements(): Promise<void> {
  for (const tag of offered.keys()) if (await load(tag)) missing$.next(missing$.value.filter(each => each !== tag));
}

async function load(tag: string): Promise<boolean> {
  try {
    await offered.get(tag)?.();
    offered.delete(tag);
    return true;
  } catch {
    return false;
  }
}

let watching: MutationObserver | null = null;

/** Loads in idle time what a page lays out itself, as soon as it stands in the document; a shadow root hides it. */
export function watchForElements(document: Document): void {
  const look = (root: ParentNode) => {
    for (const { localName } of root.querySelectorAll([...offered.keys()].join())) need(localName);
  };
  const need = (tag: string) => whenIdle(() => void needElement(tag));
  if (offered.size === 0) return;
  look(document);
  if (watching !== null) return;
  watching = new MutationObserver(records => {
    if (offered.size === 0) return watching?.disconnect();
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element)) continue;
      if (offered.has(node.localName)) need(node.localName);
      look(node);
    }
  });
  watching.observe(document, { childList: true, subtree: true });
}
