import { listen } from '../../ports/page-events.ts';
import { isBare, isEditable, isLeftAlone, pathOf } from './page-fields.ts';
import { type Plugin, forget, isActive, use } from './plugins.ts';
import { isShown } from './shown.ts';

/** What of a page a session hears, by where the focus is and by which of the page's plugins is shown and in use. */
export interface Hearing {
  /** An element shows the session, until what this gives is called. */
  shownBy(element: Element): () => void;
  /** Whether any of its elements can be seen and used. A session that no element of ours shows is the page's own to show. */
  isShown(): boolean;
  /** Whether an event of keys or text is its own to take. */
  readonly hears: (event: Event) => boolean;
  /** Where a list is open, more is heard. */
  setOpen(isOpen: () => boolean): void;
}

/** `pageFields`: whether scans are also taken from fields of the page, once a list is open. */
export function createHearing(pageFields: 'leave' | 'take' = 'leave'): Hearing {
  const elements = new Map<Element, () => void>();
  let isOpen = () => false;
  const hearing = {
    isShown: () => elements.size === 0 || [...elements.keys()].some(isShown),
  };
  const plugin: Plugin = hearing;
  const onUse = () => use(plugin);
  return {
    ...hearing,
    shownBy: element => {
      if (elements.size === 0) use(plugin);
      elements.set(element, listen(element, ['focusin', 'pointerdown'], onUse, true));
      return () => {
        elements.get(element)?.();
        elements.delete(element);
        if (elements.size === 0) forget(plugin);
      };
    },
    hears: event => {
      if (isLeftAlone(event) || (elements.size > 0 && !isActive(plugin))) return false;
      if (isBare(event) || pathOf(event).some(element => elements.has(element))) return true;
      return isOpen() && (pageFields === 'take' || !isEditable(event));
    },
    setOpen: asked => {
      isOpen = asked;
    },
  };
}
