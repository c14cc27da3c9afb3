/** A field as it was before a scan typed into it, and the way to put it back. */
export interface FieldSnapshot {
  readonly field: Element;
  /** Puts the field back and says so with an event, so that whoever listens to it follows. `false`: it is not as before. */
  restore(): boolean;
}

type ValueField = HTMLInputElement | HTMLTextAreaElement;

/** Types of inputs that no key types into. */
const WITHOUT_TEXT = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'hidden',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

/** `null`: the target holds no text, so that nothing can leak into it. */
export function snapshot(target: EventTarget | undefined): FieldSnapshot | null {
  if (target === undefined || !isElement(target)) return null;
  // A frame's elements are of the frame's own classes.
  const classes = target.ownerDocument.defaultView;
  if (classes === null) return null;
  if (target instanceof classes.HTMLInputElement) return WITHOUT_TEXT.has(target.type) ? null : ofValue(target);
  if (target instanceof classes.HTMLTextAreaElement) return ofValue(target);
  if (target instanceof classes.HTMLSelectElement) return ofChoice(target);
  return target instanceof classes.HTMLElement && target.isContentEditable ? ofEditable(target) : null;
}

function isElement(target: EventTarget): target is Element {
  return 'ownerDocument' in target && 'localName' in target;
}

function ofValue(field: ValueField): FieldSnapshot {
  const { value, selectionStart, selectionEnd, selectionDirection } = field;
  const isKnown = tellsItsValue(field);
  const restore = () => {
    if (isKnown && field.value === value && tellsItsValue(field)) return true;
    setValue(field, value);
    // Fields for numbers and for e-mail have no selection.
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? undefined);
    sayInput(field);
    return isKnown && field.value === value && tellsItsValue(field);
  };
  return { field, restore };
}

/** What a number field shows and can't read, it tells nobody. */
function tellsItsValue(field: ValueField): boolean {
  return !field.validity.badInput;
}

/** By the setter of the class: frameworks put one of their own on the element, to tell their changes from a person's. */
function setValue(field: ValueField, value: string): void {
  const prototype: unknown = Object.getPrototypeOf(field);
  if (typeof prototype === 'object' && prototype !== null) Reflect.set(prototype, 'value', value, field);
}

/** Letters typed on a list choose from it. */
function ofChoice(field: HTMLSelectElement): FieldSnapshot {
  const chosen = Array.from(field.options, option => option.selected);
  const isAsBefore = () => Array.from(field.options).every((option, index) => option.selected === chosen[index]);
  const restore = () => {
    if (isAsBefore()) return true;
    Array.from(field.options).forEach((option, index) => (option.selected = chosen[index] ?? false));
    sayInput(field);
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return isAsBefore();
  };
  return { field, restore };
}

/** An editor made of elements: what was typed is cut out, what was selected before is put back. */
function ofEditable(field: HTMLElement): FieldSnapshot {
  const text = field.textContent;
  const selection = field.ownerDocument.getSelection();
  const before = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
  const { startContainer, startOffset } = before ?? { startContainer: null, startOffset: 0 };
  const replaced = before?.collapsed === false ? before.cloneContents() : null;
  const restore = () => {
    if (field.textContent === text) return true;
    const caret = field.ownerDocument.getSelection();
    if (startContainer === null || !field.contains(startContainer) || caret?.focusNode == null) return false;
    const typed = field.ownerDocument.createRange();
    typed.setStart(startContainer, Math.min(startOffset, lengthOf(startContainer)));
    typed.setEnd(caret.focusNode, caret.focusOffset);
    typed.deleteContents();
    if (replaced !== null) typed.insertNode(replaced);
    caret.collapse(typed.startContainer, typed.startOffset);
    sayInput(field);
    return field.textContent === text;
  };
  return { field, restore };
}

function lengthOf(node: Node): number {
  return node.nodeValue?.length ?? node.childNodes.length;
}

function sayInput(field: Element): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'historyUndo' }));
}
