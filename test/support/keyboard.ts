/** A key as a test tells it: milliseconds on the event's own clock, and what `KeyboardEvent` says of it. */
export interface Stroke {
  readonly t: number;
  readonly key: string;
  readonly init?: KeyboardEventInit;
}

/** Plays keys on an element as a browser would: what nobody prevents goes into the field. */
export class Keyboard {
  private readonly times = new WeakMap<Event, number>();

  /** The time port of the wedge under test. */
  readonly timeOf = (event: Event): number => this.times.get(event) ?? 0;

  press(target: HTMLElement, { t, key, init = {} }: Stroke): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init });
    this.times.set(event, t);
    target.dispatchEvent(event);
    if (event.defaultPrevented) return event;
    if (target instanceof HTMLInputElement && key.length === 1) {
      target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
      target.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: key }));
    }
    if (target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) target.click();
    return event;
  }

  /** Gives of each key whether the page was not to have it. */
  play(target: HTMLElement, strokes: readonly Stroke[]): boolean[] {
    return strokes.map(stroke => this.press(target, stroke).defaultPrevented);
  }
}

/** The keys of a text with the same gap between all, and its suffix. */
export function strokes(text: string, options: { at?: number; gap?: number; suffix?: string | null } = {}): Stroke[] {
  const { at = 0, gap = 5, suffix = 'Enter' } = options;
  const keys = suffix === null ? Array.from(text) : [...Array.from(text), suffix];
  return keys.map((key, index) => ({ t: at + index * gap, key }));
}
