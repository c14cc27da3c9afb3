import { around } from './page-fields.ts';

/** What stands over the page and takes its keys: a dialog of the browser's, or one that the page says is modal. */
const MODAL = ':modal, [role~="dialog"][aria-modal="true"]';
/** How a page keeps one that is not open. */
const CLOSED = '[inert], [aria-hidden="true"]';

/**
 * Whether a person can see and use it: it has room, nothing hides it, and no dialog of somebody else's covers it. What is
 * scrolled out of sight counts as shown.
 */
export function isShown(element: Element): boolean {
  const path = [...around(element)];
  if (path.some(isOff)) return false;
  const focusPath = [...around(innermost(root => root.activeElement))];
  // What has the focus is not covered: the browser sees to that.
  if (focusPath.includes(element)) return true;
  // A dialog of the browser's takes each press, wherever it stands and whatever has the focus.
  const pressed = around(innermost(root => root.elementFromPoint(0, 0)));
  const roots = new Set([...path, ...focusPath, ...pressed].map(each => each.getRootNode()));
  const inDialog = path.some(each => each.matches(MODAL));
  return [...roots].every(root =>
    [...modalsIn(root)].every(modal => path.includes(modal) || (inDialog && isBefore(modal, element))),
  );
}

/** `inert`, hidden or without room. */
function isOff(element: Element, index: number): boolean {
  // What is around it in the page is seen to by the browser, and what is around its frame is not.
  const isAlone = index === 0 || element.matches('iframe');
  if (element.matches('[inert]') || (isAlone && !isSeen(element))) return true;
  const { width, height } = element.getBoundingClientRect();
  return width * height === 0 && (isAlone || isCut(getComputedStyle(element)));
}

function isSeen(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

function isCut({ overflow, display }: CSSStyleDeclaration): boolean {
  return overflow !== 'visible' && display !== 'contents';
}

function* modalsIn(root: Node): Iterable<Element> {
  if (!isParent(root)) return;
  for (const modal of root.querySelectorAll(MODAL)) if (isSeen(modal) && modal.closest(CLOSED) === null) yield modal;
}

/** A document or a shadow root, also one of the page around the frame that the plugin is in. */
function isParent(root: Node): root is Node & ParentNode {
  return 'querySelectorAll' in root;
}

/** Of two dialogs, the one that stands later in the page is taken to be on top. */
function isBefore(modal: Element, element: Element): boolean {
  return (modal.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The element that is asked for, in whichever shadow root it is. */
function innermost(elementIn: (root: Document | ShadowRoot) => Element | null): Element | null {
  let at: Element | null = null;
  for (let root: Document | ShadowRoot | null = document; root !== null; root = at.shadowRoot) {
    const inner = elementIn(root);
    // Where there is none in it, a shadow root may give what is around it.
    if (inner?.getRootNode() !== root) break;
    at = inner;
  }
  return at;
}
