/** A modifier that was down, or on, with a key. */
export type Modifier = 'Shift' | 'Control' | 'Alt' | 'AltGraph' | 'Meta' | 'CapsLock' | 'NumLock';

/**
 * What a key event says, as plain data. `text`: an input method put this into a field and named no key (`key` is then
 * `Unidentified`).
 */
export interface KeyRecord {
  readonly type: 'keydown' | 'keyup' | 'text';
  /** `''` where the event has none. */
  readonly key: string;
  /** `''` where the event has none, as on Android. */
  readonly code: string;
  readonly modifiers: readonly Modifier[];
  /** 229: an input method takes the key, its text comes separately. */
  readonly keyCode: number;
  /** The event's own time in milliseconds. */
  readonly timeStamp: number;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  /** Of `text` alone. */
  readonly text?: string;
}
