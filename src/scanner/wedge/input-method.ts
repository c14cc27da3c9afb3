import { type KeyRecord, enterRecord, textRecord } from './key-record.ts';

/** Changes a person makes, or asks for, by other means than typing. */
const EDITS = /^(delete(?!Composition)|insertFrom(Paste|Drop|Yank)|insertReplacementText|history)/;

/**
 * Text that comes without keys: on Android, and where an input method composes, the keys say 229 and nothing else, and
 * the characters come with `beforeinput` or at the end of a composition. Their time is that of the keys.
 */
export class InputMethod {
  /** Times of the keys whose text has not come yet. `null`: the last key was a real one, whose text is known from it. */
  private times: number[] | null = null;
  private composing = false;

  get isComposing(): boolean {
    return this.composing;
  }

  /** A key that an input method took. */
  key(at: number): void {
    (this.times ??= []).push(at);
  }

  /** A key that says itself what it types: the `beforeinput` after it repeats it. */
  realKey(): void {
    if (!this.composing) this.times = null;
  }

  start(): void {
    this.composing = true;
  }

  /** The keys that would have typed the same. `edit`: a person's doing. */
  beforeInput({ inputType, data }: InputEvent): readonly KeyRecord[] | 'edit' {
    if (EDITS.test(inputType)) return 'edit';
    const at = this.composing ? undefined : this.times?.[0];
    if (at === undefined) return [];
    if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') return [enterRecord(at)];
    if (inputType !== 'insertText' || data === null) return [];
    this.times = [];
    return [textRecord(data, at)];
  }

  /**
   * A composition's characters, spread over the time of its keys: a person's, too, come all at once. A word that took one
   * touch stays in one piece, which shows no pace.
   */
  end(text: string): readonly KeyRecord[] {
    const times = this.times ?? [];
    this.composing = false;
    this.times = [];
    const [first] = times;
    const last = times.at(-1);
    const characters = Array.from(text);
    if (first === undefined || last === undefined || text === '') return [];
    if (times.length < characters.length / 2) return [textRecord(text, last)];
    const step = (last - first) / Math.max(1, characters.length - 1);
    return characters.map((character, index) => textRecord(character, first + index * step));
  }
}

/** Also one of another window's. */
export function isInputEvent(event: Event): event is InputEvent {
  return 'inputType' in event && 'data' in event;
}
