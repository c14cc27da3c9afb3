/** A text field as it was before a scan typed into it, and the way to put it back. */
export interface FieldSnapshot {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
  readonly selection: readonly [number, number] | null;
}

/** `null`: the target holds no text, so that nothing can leak into it. */
export function snapshot(target: EventTarget | undefined): FieldSnapshot | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null;
  const { value, selectionStart, selectionEnd } = target;
  const selection = selectionStart === null || selectionEnd === null ? null : ([selectionStart, selectionEnd] as const);
  return { field: target, value, selection };
}

/** Puts the field back and says so with an `input` event, so that whoever listens to it follows. */
export function restore({ field, value, selection }: FieldSnapshot): void {
  if (field.value === value) return;
  field.value = value;
  if (selection !== null) field.setSelectionRange(...selection);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'historyUndo' }));
}
