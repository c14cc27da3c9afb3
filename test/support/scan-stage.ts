import type { Row, Target } from '../scanner/fixtures/fixture.ts';

const TARGETS = ['quantity', 'other', 'number', 'email', 'textarea', 'editable', 'shadow', 'select', 'button'] as const;

/** What fields hold before a fixture. */
export const BEFORE: Readonly<Partial<Record<Target, string>>> = {
  quantity: '12',
  other: 'x',
  number: '7',
  email: 'a@b.it',
  textarea: 'note',
  editable: 'text',
  shadow: '3',
  select: 'none',
};

/** A page with everything in it that a scanner may type into, and the way to do to it what a browser does. */
export class ScanStage {
  /** Buttons that were pressed, and commands that were given: by a scan, none ever is. */
  pressed = 0;
  /** Enter and Tab keys that the page got. */
  ends = 0;
  private readonly root = document.createElement('div');
  private readonly elements = new Map<Target, HTMLElement>([['body', document.body]]);

  constructor() {
    for (const target of TARGETS) {
      const element = this.create(target);
      this.elements.set(target, element);
      if (target !== 'shadow') this.root.append(element);
    }
    const dialog = document.createElement('dialog');
    this.elements.set('dialog', this.button());
    dialog.append(this.element('dialog'));
    this.root.append(dialog);
    document.body.append(this.root);
    // After every listener of the document, where libraries listen.
    window.addEventListener('keydown', this.onKeyDown);
  }

  remove(): void {
    window.removeEventListener('keydown', this.onKeyDown);
    this.root.remove();
  }

  element(target: Target): HTMLElement {
    const element = this.elements.get(target);
    if (element === undefined) throw new Error(`No ${target} on the stage`);
    return element;
  }

  valueOf(target: Target): string {
    const element = this.element(target);
    return 'value' in element && typeof element.value === 'string' ? element.value : element.textContent;
  }

  /** What fields hold now that they did not before. */
  changes(): Partial<Record<Target, string>> {
    const changed = (Object.keys(BEFORE) as Target[]).filter(target => this.valueOf(target) !== BEFORE[target]);
    return Object.fromEntries(changed.map(target => [target, this.valueOf(target)]));
  }

  openDialog(): void {
    const dialog = this.element('dialog').parentElement;
    if (dialog instanceof HTMLDialogElement) dialog.showModal();
  }

  /** Puts the focus, and the caret behind what is there. */
  focus(target: Target): void {
    const element = this.element(target);
    if (target === 'body') {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      return;
    }
    element.focus();
    if (target === 'editable') getSelection()?.collapse(element.firstChild, 4);
  }

  /** What a browser does with an event that nobody prevented. */
  act(row: Row, target: Target): void {
    const element = this.element(target);
    if (row.type === 'keydown' && element instanceof HTMLButtonElement && (row.key === 'Enter' || row.key === ' ')) {
      element.click();
    }
    const text = row.text ?? '';
    if (text === '' || row.type === 'keyup' || row.type === 'compositionend') return;
    const isComposed = row.isComposing === true;
    const inputType = row.type === 'paste' ? 'insertFromPaste' : isComposed ? 'insertCompositionText' : 'insertText';
    const init = { inputType, data: text, bubbles: true, composed: true };
    const before = new InputEvent('beforeinput', { ...init, cancelable: true });
    if (isEditable(element) && element.dispatchEvent(before)) {
      insert(element, text);
      element.dispatchEvent(new InputEvent('input', init));
    }
    if (element instanceof HTMLSelectElement) element.value = text.toLowerCase();
  }

  private readonly onKeyDown = ({ key, defaultPrevented }: KeyboardEvent) => {
    if (defaultPrevented) return;
    if (key === 'Enter' || key === 'Tab') this.ends++;
    if (key === 'F8') this.pressed++;
  };

  private create(target: (typeof TARGETS)[number]): HTMLElement {
    const value = BEFORE[target] ?? '';
    if (target === 'button') return this.button();
    if (target === 'editable') {
      const element = document.createElement('div');
      element.contentEditable = 'true';
      element.append(value);
      return element;
    }
    if (target === 'select') {
      const element = document.createElement('select');
      for (const option of ['none', 'i', 'm', 'q']) element.append(new Option(option, option));
      return element;
    }
    if (target === 'textarea') return Object.assign(document.createElement('textarea'), { value });
    const type = target === 'number' || target === 'email' ? target : 'text';
    const field = Object.assign(document.createElement('input'), { type, value });
    if (target === 'shadow') {
      const host = document.createElement('div');
      host.attachShadow({ mode: 'open' }).append(field);
      this.root.append(host);
    }
    return field;
  }

  private button(): HTMLButtonElement {
    const button = document.createElement('button');
    button.addEventListener('click', () => this.pressed++);
    return button;
  }
}

function isEditable(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element.isContentEditable;
}

function insert(element: HTMLElement, text: string): void {
  if (element instanceof HTMLInputElement && element.selectionStart === null) {
    if (element.type !== 'number' || /^[\d.]+$/.test(text)) element.value += text;
  } else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.setRangeText(text, element.selectionStart ?? 0, element.selectionEnd ?? 0, 'end');
  } else {
    const range = getSelection()?.getRangeAt(0);
    range?.deleteContents();
    range?.insertNode(document.createTextNode(text));
    range?.collapse(false);
  }
}
