import { SINK } from '../hearing/page-fields.ts';

export interface AndroidSinkOptions {
  /** Where it is put; it is taken away again with the source. */
  readonly parent: HTMLElement;
  /** What a screen reader calls it, such as “Scanner”. */
  readonly label: string;
}

/** Out of sight, not out of the page: Android gives keys to what has a live input connection only. */
const OUT_OF_SIGHT =
  'position:fixed;inset-block-start:0;inset-inline-start:0;inline-size:1px;block-size:1px;padding:0;border:0;opacity:0;font-size:16px;pointer-events:none';

/**
 * A field that a scanner can type into while nothing else has the focus, without the on-screen keyboard coming up: on
 * Android no key is delivered otherwise. It takes the focus at first and when a field lets go of it to nobody, and never
 * from anybody: focused again during a touch, Chrome would bring the keyboard up all the same.
 */
export function openAndroidSink({ parent, label }: AndroidSinkOptions): () => void {
  const { ownerDocument } = parent;
  const field = ownerDocument.createElement('input');
  field.inputMode = 'none';
  field.autocomplete = 'off';
  field.autocapitalize = 'off';
  field.spellcheck = false;
  field.tabIndex = -1;
  field.ariaLabel = label;
  field.setAttribute(SINK, '');
  field.style.cssText = OUT_OF_SIGHT;

  const isFree = () => ownerDocument.activeElement === null || ownerDocument.activeElement === ownerDocument.body;
  const takeFocus = () => {
    if (isFree()) field.focus({ preventScroll: true });
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    // Once the focus has come to rest: while it moves, it belongs to nobody for a moment.
    if (relatedTarget === null) queueMicrotask(takeFocus);
  };
  const onBlur = () => (field.value = '');

  parent.append(field);
  field.addEventListener('blur', onBlur);
  ownerDocument.addEventListener('focusout', onFocusOut);
  takeFocus();
  return () => {
    ownerDocument.removeEventListener('focusout', onFocusOut);
    field.remove();
  };
}
