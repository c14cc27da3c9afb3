import type { KeyRecord } from './key-record.ts';

/**
 * A character given as a number: Alt held while digits are typed on the number pad, as Windows takes it. Below 128 it is
 * ASCII; above, a leading 0 means Windows-1252. Without it the system's old code page is meant, which can't be known here.
 */
export class NumpadCode {
  private altDown = false;
  private digits = '';

  /** Whether a key going down is a part of a number. */
  takes({ key, code, modifiers }: KeyRecord): boolean {
    if (key === 'Alt' || code === 'AltLeft') {
      this.altDown = true;
      this.digits = '';
      return true;
    }
    const digit = /^Numpad(\d)$/.exec(code)?.[1];
    // Alt alone says nothing: there are scanners that set it on every key they type.
    if (digit === undefined || !this.altDown || !modifiers.includes('Alt')) return false;
    this.digits += digit;
    return true;
  }

  /** The character when Alt goes up, `''` where the number stands for none that is known; `null`: there was no number. */
  release({ key, code }: KeyRecord): string | null {
    if (key !== 'Alt' && code !== 'AltLeft') return null;
    const { digits } = this;
    this.altDown = false;
    this.digits = '';
    return digits === '' ? null : characterOf(digits);
  }
}

function characterOf(digits: string): string {
  const number = Number(digits);
  if (number < 128) return String.fromCharCode(number);
  if (number > 255 || !digits.startsWith('0')) return '';
  return new TextDecoder('windows-1252').decode(Uint8Array.of(number));
}
