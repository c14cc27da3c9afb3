import type { KeyRecord } from './key-record.ts';
import { characterOn, composeDeadKey, isDeadKey } from './layouts.ts';
import { NumpadCode } from './numpad-code.ts';
import type { GsForm, WedgeProfile } from './profile.ts';

/** The keys that end a code. A scanner's carriage return is Enter, and a line feed may come after it. */
export type EndKey = 'Enter' | 'Tab' | 'LineFeed';

/**
 * What a key stands for.
 *
 * `text`: characters; `unsure`, where another text may have been meant; `onlyInScan`, where it is a command when a person
 * presses it. `end`: may end a code. `input-method`: its text comes separately. `unreadable`: no character, and no scanner
 * set up as the profile says types it. `held`: a person holds a key down. `nothing`: a modifier, or a part of what comes.
 */
export type KeyMeaning =
  | { readonly kind: 'text'; readonly text: string; readonly unsure?: true; readonly onlyInScan?: true }
  | { readonly kind: 'end'; readonly key: EndKey; readonly onlyInScan?: true }
  | { readonly kind: 'input-method' | 'unreadable' | 'held' | 'nothing' };

export const GS = '\u001d';

const NOTHING: KeyMeaning = { kind: 'nothing' };
const UNREADABLE: KeyMeaning = { kind: 'unreadable' };
const MODIFIER_KEYS =
  /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|ScrollLock|Fn|FnLock|Hyper|Super|Symbol|SymbolLock|OS)$/;
const MODIFIER_CODES = /^(Shift|Control|Alt|Meta|OS)(Left|Right)$|^(CapsLock|NumLock|ScrollLock|Fn)$/;
/** Names of keys, as against what they type: `Enter`, `F8`, `ArrowLeft`. */
const NAMED_KEY = /^[A-Z][A-Za-z0-9]+$/;
/** A key held down repeats after this many milliseconds at the earliest, whatever the system's setting. */
const REPEAT_DELAY_MS = 200;

/** Control characters that scanners type with Ctrl, by the place of the letter on the keyboard. */
const CONTROL_ENDS: Readonly<Record<string, EndKey>> = { KeyM: 'Enter', KeyI: 'Tab', KeyJ: 'LineFeed' };

/** Reads keys one after the other as a scanner set up as in the profile means them. Knows nothing of fields or pauses. */
export class KeyDecoder {
  private readonly profile: WedgeProfile;
  private readonly numpad = new NumpadCode();
  private deadKey: string | null = null;
  private rightAlt = false;
  private lastDown: { readonly id: string; readonly at: number; readonly held: boolean } | null = null;

  constructor(profile: WedgeProfile) {
    this.profile = profile;
  }

  /** What a key means. A number typed with Alt ends with the release of Alt: hence the keys going up, too. */
  decode(record: KeyRecord): KeyMeaning {
    if (record.type === 'text') return { kind: 'text', text: record.key };
    if (record.code === 'AltRight') this.rightAlt = record.type === 'keydown';
    if (record.type === 'keyup') return this.keyUp(record);
    const held = this.isHeld(record);
    if (this.numpad.takes(record)) return NOTHING;
    if (MODIFIER_KEYS.test(record.key) || MODIFIER_CODES.test(record.code)) return NOTHING;
    const meaning = this.keyDown(record);
    return held && (meaning.kind === 'text' || meaning.kind === 'end') ? { kind: 'held' } : meaning;
  }

  private keyUp(record: KeyRecord): KeyMeaning {
    if (this.lastDown?.held === true) this.lastDown = null;
    const character = this.numpad.release(record);
    if (character === null) return NOTHING;
    return character === '' || (character === GS && !this.allows('alt-029'))
      ? UNREADABLE
      : { kind: 'text', text: character };
  }

  /** A scanner may type a character twice so fast that the system calls it a repeat; a held key waits before it repeats. */
  private isHeld({ key, code, repeat, timeStamp }: KeyRecord): boolean {
    const id = `${code} ${key}`;
    const same = this.lastDown?.id === id ? this.lastDown : null;
    const held = repeat && (same === null || same.held || timeStamp - same.at >= REPEAT_DELAY_MS);
    this.lastDown = { id, at: timeStamp, held };
    return held;
  }

  private keyDown(record: KeyRecord): KeyMeaning {
    const { key, keyCode } = record;
    // Enter, too, belongs to the input method then, unless the scanner's keys are read past it.
    if (record.isComposing && this.profile.layout === null) return { kind: 'input-method' };
    if (key === 'Enter' || (key === '' && keyCode === 13)) return { kind: 'end', key: 'Enter' };
    if (key === 'Tab' || (key === '' && keyCode === 9)) return { kind: 'end', key: 'Tab' };
    if (isCommand(record)) return this.command(record);
    if (key === 'F8') return this.allows('F8') ? { kind: 'text', text: GS, onlyInScan: true } : UNREADABLE;
    if (key === GS || key === 'GroupSeparator') {
      return this.allows('literal') ? { kind: 'text', text: GS } : UNREADABLE;
    }
    const byCode = this.byCode(record);
    if (byCode !== null) return byCode;
    if (keyCode === 229 || key === 'Process' || key === 'Unidentified') {
      return { kind: 'input-method' };
    }
    return this.byKey(record);
  }

  private command({ key, code }: KeyRecord): KeyMeaning {
    const place = code === '' ? (key === ']' ? 'BracketRight' : `Key${key.toUpperCase()}`) : code;
    if (place === 'BracketRight' && this.allows('ctrl-]')) return { kind: 'text', text: GS, onlyInScan: true };
    const end = CONTROL_ENDS[place];
    return end === undefined ? UNREADABLE : { kind: 'end', key: end, onlyInScan: true };
  }

  /** By the place of the key on the scanner's layout, whatever the system makes of it. `null`: it has to be told otherwise. */
  private byCode(record: KeyRecord): KeyMeaning | null {
    const { layout } = this.profile;
    if (layout === null || record.code === '') return null;
    const { modifiers } = record;
    const altGr =
      this.rightAlt || modifiers.includes('AltGraph') || (modifiers.includes('Control') && modifiers.includes('Alt'));
    const plain = characterOn(layout, record.code, modifiers.includes('Shift'), altGr);
    if (plain === null) return null;
    if (plain === '') return UNREADABLE;
    const swaps = this.profile.capsLock === 'scanner' && modifiers.includes('CapsLock');
    const character = swaps ? withCase(plain, !modifiers.includes('Shift')) : plain;
    const dead = this.deadKey;
    if (dead === null && isDeadKey(character)) {
      this.deadKey = character;
      return NOTHING;
    }
    this.deadKey = null;
    return { kind: 'text', text: dead === null ? character : composeDeadKey(dead, character) };
  }

  private byKey(record: KeyRecord): KeyMeaning {
    const { key, modifiers } = record;
    if (key === 'Dead') {
      this.deadKey = key;
      return NOTHING;
    }
    const dead = this.deadKey !== null;
    this.deadKey = null;
    const text = key === '' ? characterOfKeyCode(record) : NAMED_KEY.test(key) ? null : key;
    if (text === null) return UNREADABLE;
    // A dead key joins with the letter after it, which may be the system's doing and not what the code says.
    if (dead && /\p{L}/u.test(text)) return { kind: 'text', text, unsure: true };
    const undone = modifiers.includes('CapsLock') && this.profile.capsLock === 'wedge';
    return { kind: 'text', text: undone ? withCase(text, modifiers.includes('Shift')) : text };
  }

  private allows(form: GsForm): boolean {
    return this.profile.gs.includes(form);
  }
}

/** Control, or the Windows or Command key; but Control with Alt is AltGr, which types. */
function isCommand({ modifiers }: KeyRecord): boolean {
  if (modifiers.includes('Meta')) return true;
  return modifiers.includes('Control') && !modifiers.includes('AltGraph') && !modifiers.includes('Alt');
}

/** A letter's other case, where it is one letter too: Caps Lock leaves `ß` alone. */
function withCase(text: string, upper: boolean): string {
  const cased = upper ? text.toUpperCase() : text.toLowerCase();
  return cased.length === text.length ? cased : text;
}

/** For events without a `key`. Only what is the same on every layout: letters, the number pad and the space. */
function characterOfKeyCode({ keyCode, modifiers }: KeyRecord): string | null {
  const character = String.fromCharCode(keyCode);
  if (keyCode === 32) return character;
  if (keyCode >= 96 && keyCode <= 105) return String(keyCode - 96);
  if (!/^[A-Z]$/.test(character)) return null;
  return modifiers.includes('Shift') ? character : character.toLowerCase();
}
