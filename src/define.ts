import { type ElementClass, ELEMENTS, type InventarElements, type LaterElement } from './elements.ts';
import { offerElement, watchForElements } from './components/shared/later-elements.ts';

export interface DefineOptions {
  /** Stands behind each tag: `-v2` gives `wms-inventar-v2`. */
  readonly suffix?: string;
}

/**
 * Registers the elements; the only place that does. What another bundle on the page has registered stays as it is.
 *
 * All stand under their tags, or under their tags with a suffix (`-v2` gives `wms-inventar-v2`), for a
 * page on which another version has the plain ones. What counting needs is registered at once; the others when one of
 * them is in the document, is asked for, or in idle time once a list is open. Throws RangeError for a suffix that no tag
 * may have.
 */
export function defineInventar({ suffix = '' }: DefineOptions = {}): void {
  if (!/^(-[a-z0-9]+)*$/.test(suffix)) throw new RangeError(`Not a suffix for a tag: ${suffix}`);
  // Whoever registers the session brings all that stands in it: two versions are not mixed.
  if (customElements.get(`wms-inventar-session${suffix}`) !== undefined) return;
  const all: [string, ElementClass | LaterElement][] = Object.entries(ELEMENTS);
  for (const [tag, element] of all) {
    if (!('part' in element)) define(tag, element, suffix);
    else {
      offerElement(tag + suffix, async () => {
        const { elements } = await element.part();
        // Each may use the others that come with it.
        for (const [beside, other] of Object.entries<ElementClass>(elements)) define(beside, other, suffix);
      });
    }
  }
  watchForElements(document);
}

function define(name: string, element: ElementClass, suffix: string): void {
  const tag = name + suffix;
  // A class can be registered once only; another tag needs a class of its own.
  const Element = suffix === '' ? element : class extends element {};
  if (customElements.get(tag) === undefined) customElements.define(tag, Element);
}

declare global {
  // What it has is in the table.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface HTMLElementTagNameMap extends InventarElements {}
}
