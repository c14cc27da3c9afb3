import { unsafeStatic } from 'lit/static-html.js';

/** The tag of one of our elements beside or inside another one: with the suffix that one was defined with. */
export function siblingName(element: HTMLElement, ownTag: string, tag: string): string {
  return tag + element.localName.slice(ownTag.length);
}

/** The same, to be written into a template. */
export function siblingTag(element: HTMLElement, ownTag: string, tag: string) {
  return unsafeStatic(siblingName(element, ownTag, tag));
}
