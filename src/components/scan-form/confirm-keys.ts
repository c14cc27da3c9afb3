/** Takes what was typed on Confirm, and when each key was pressed, Enter at the end; in milliseconds. */
export type TypedOnConfirm = (text: string, times: readonly number[]) => void;

/**
 * What is typed while Confirm has the focus is meant for a field, or is a label's: its Enter presses nothing, and it goes
 * where it belongs.
 */
export class ConfirmKeys {
  private text = '';
  private times: number[] = [];
  private readonly onTyped: TypedOnConfirm;

  constructor(onTyped: TypedOnConfirm) {
    this.onTyped = onTyped;
  }

  readonly pressed = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey, repeat, timeStamp } = event;
    const isCharacter = Array.from(key).length === 1 && !ctrlKey && !altKey && !metaKey;
    const { text } = this;
    if (isCharacter && (key !== ' ' || text !== '')) {
      // A space within presses nothing either.
      event.preventDefault();
      this.text += key;
      this.times.push(timeStamp);
    }
    if (key !== 'Enter') return;
    if (repeat || text !== '') event.preventDefault();
    if (text === '') return;
    const times = [...this.times, timeStamp];
    this.forget();
    this.onTyped(text, times);
  };

  readonly forget = (): void => {
    this.text = '';
    this.times = [];
  };
}
