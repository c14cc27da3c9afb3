import { snapshot } from '../wedge/text-field.ts';

/** A field of a wedge's, out of sight, that has the focus where nobody else has it. */
export const SINK = 'data-wms-inventar-sink';

/** What the page says is typed into, whatever it is made of. */
const TYPED_INTO = '[role=textbox], [role=searchbox], [role=combobox], [role=spinbutton]';

/** What the page marks to be left alone, and fields that hold secrets: neither keys nor text of these are looked at. */
const LEFT_ALONE =
  '[data-wms-inventar=ignore], [type=password i], [autocomplete~=one-time-code i], [autocomplete~=current-password i], [autocomplete~=new-password i]';

/** Whether nothing of it is ours to hear, whatever the page says. A field that was a password's and is shown now, too. */
export function isLeftAlone(event: Event): boolean {
  const [target] = event.composedPath();
  return isOnceSecret(target) || isClosed(target) || pathOf(event).some(element => element.matches(LEFT_ALONE));
}

const secrets = new WeakSet<EventTarget>();

/** "Show password" makes a text field of it: what it was once, it stays. */
function isOnceSecret(target: EventTarget | undefined): boolean {
  if (matches(target, '[type=password i]')) secrets.add(target);
  return target !== undefined && secrets.has(target);
}

/** It can't have the focus itself: what has it within can't be seen, and may be a secret. */
function isClosed(target: EventTarget | undefined): boolean {
  return (
    matches(target, ':not([tabindex], [contenteditable])') &&
    target.localName.includes('-') &&
    target.shadowRoot === null
  );
}

/** Whether keys of the event type into something, or choose in it. */
export function isEditable(event: Event): boolean {
  const [target] = event.composedPath();
  return snapshot(target) !== null || matches(target, TYPED_INTO);
}

/** Whether nothing has the focus. */
export function isBare(event: Event): boolean {
  const [target] = event.composedPath();
  return !matches(target, '*') || target.hasAttribute(SINK) || (target.matches('html, body') && !isEditable(event));
}

/** The elements an event goes through; from within a frame, those around the frame too. */
export function pathOf(event: Event): readonly Element[] {
  const path = event.composedPath();
  const elements = path.filter(isElement);
  const frame = elements.at(-1)?.ownerDocument.defaultView?.frameElement ?? null;
  return frame === null ? elements : [...elements, ...around(frame)];
}

/** The element and what it stands in, slots too; out of shadow roots and frames. */
export function* around(start: Element | null): Iterable<Element> {
  for (let node: Node | null = start; node !== null; node = upFrom(node)) if (isElement(node)) yield node;
}

function upFrom(node: Node): Node | null {
  if (isElement(node)) return node.assignedSlot ?? node.parentNode;
  if (isShadowRoot(node)) return node.host;
  return isDocument(node) ? (node.defaultView?.frameElement ?? null) : null;
}

/** Those of a frame are of classes of its own. */
function isShadowRoot(node: Node): node is ShadowRoot {
  return 'host' in node;
}

function isDocument(node: Node): node is Document {
  return 'defaultView' in node;
}

function matches(target: EventTarget | undefined, selector: string): target is Element {
  return target !== undefined && isElement(target) && target.matches(selector);
}

function isElement(target: EventTarget): target is Element {
  return 'localName' in target && 'matches' in target;
}
