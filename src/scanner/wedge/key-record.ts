const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'] as const;
/** A modifier that was down, or on, with a key. */
export type Modifier = (typeof MODIFIERS)[number];

/** What a key event says, as plain data. */
export interface KeyRecord {
  /** `text`: an input method put characters into a field and named no keys. */
  readonly type: 'keydown' | 'keyup' | 'text';
  /** `''` where the event has none; the characters, where the type is `text`. */
  readonly key: string;
  /** `''` where the event has none, as on Android. */
  readonly code: string;
  readonly modifiers: readonly Modifier[];
  /** 229: an input method takes the key, its text comes separately. */
  readonly keyCode: number;
  /** The event's own time in milliseconds: a page that is busy delivers late what was typed in time. */
  readonly timeStamp: number;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

/** Not every event called `keydown` has what the standard says: some have no `key`, and autofill sends one with nothing. */
interface KeyEvent extends Event {
  readonly key?: string;
  readonly code?: string;
  readonly keyCode?: number;
  readonly repeat?: boolean;
  readonly isComposing?: boolean;
  readonly getModifierState?: (modifier: string) => boolean;
}

/** `null`: it says nothing of a key. */
export function recordOf(event: KeyEvent, type: 'keydown' | 'keyup', timeStamp: number): KeyRecord | null {
  const { key = '', code = '', keyCode = 0, repeat = false, isComposing = false } = event;
  if (key === '' && code === '' && keyCode === 0) return null;
  const modifiers = MODIFIERS.filter(modifier => event.getModifierState?.(modifier) ?? false);
  return { type, key, code, modifiers, keyCode, timeStamp, repeat, isComposing };
}

const BY_INPUT_METHOD = { code: '', modifiers: [], repeat: false, isComposing: false };

export function textRecord(text: string, timeStamp: number): KeyRecord {
  return { type: 'text', key: text, keyCode: 229, timeStamp, ...BY_INPUT_METHOD };
}

export function enterRecord(timeStamp: number): KeyRecord {
  return { type: 'keydown', key: 'Enter', keyCode: 13, timeStamp, ...BY_INPUT_METHOD };
}
