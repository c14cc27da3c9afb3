import type { RejectReason } from '../../scan.ts';
import { isGarbled } from '../code-text.ts';

export interface Framing {
  /**
   * What ends a code: `enter` (CR, LF or both), any other text such as `\t` or `\x03`, or `null`: a pause. A pause can't
   * tell two codes apart that come at once, nor a slow line from the end of a code: set a suffix on the scanner.
   */
  readonly terminator: 'enter' | (string & {}) | null;
  /** Without a terminator: the pause that ends a code, in milliseconds. */
  readonly idleMs: number;
}

export const ENTER_FRAMING: Framing = { terminator: 'enter', idleMs: 100 };

/** A text between two terminators: a code, or something that is shown and not given out. */
export type Line =
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'reject'; readonly text: string; readonly reason: RejectReason };

/** Bytes of a stream, however they are cut, as lines. `at` is in milliseconds of any steady clock. */
export interface LineDecoder {
  push(bytes: Uint8Array, at: number): readonly Line[];
  /** No byte came for `waitMs`: in framing by pauses a code has ended, else what there is of one is a fragment. */
  idle(at: number): readonly Line[];
  /** The stream broke: what there is of a code is a fragment, and so is what still follows of it. */
  breakOff(at: number): readonly Line[];
  /** After this pause `idle` is to be called; `null`: nothing is there to end. */
  readonly waitMs: number | null;
}

/** No scanner pauses longer within a code. */
const FRAGMENT_MS = 1000;
/** After a fragment, what follows within this time may be its rest. */
const REST_MS = 2000;
/** More than the longest code there is (7,089 digits in a QR code): a wrong baud rate, or no scanner at all. */
const LONGEST = 8192;

export function createLineDecoder({ terminator, idleMs }: Framing = ENTER_FRAMING): LineDecoder {
  const end = terminator === null ? null : terminator === 'enter' ? /\r\n|\r|\n/ : terminator;
  let decoder = streamDecoder();
  let buffer = '';
  /** When the first and the last byte came of what is in the buffer. */
  let firstAt = 0;
  let lastAt = 0;
  /** Until when what comes may be the rest of a fragment. */
  let restUntil = Number.NEGATIVE_INFINITY;
  let skipLineFeed = false;

  const line = (text: string): Line => {
    if (isGarbled(text)) return { kind: 'reject', text, reason: 'garbled' };
    if (firstAt < restUntil) return { kind: 'reject', text, reason: 'broken-off' };
    return { kind: 'code', text };
  };

  /** What is in the buffer, as a fragment. */
  const fragment = (reason: RejectReason, at: number): readonly Line[] => {
    const text = buffer + decoder.decode();
    decoder = streamDecoder();
    buffer = '';
    if (text === '') return [];
    restUntil = at + REST_MS;
    return [{ kind: 'reject', text, reason: isGarbled(text) ? 'garbled' : reason }];
  };

  /** Cuts the buffer at each terminator. */
  const lines = (at: number): Line[] => {
    const found: Line[] = [];
    for (;;) {
      // A CR ends a code at once; the LF that may follow it, perhaps in the next chunk, belongs to it.
      if (skipLineFeed && buffer !== '') {
        if (buffer.startsWith('\n')) buffer = buffer.slice(1);
        skipLineFeed = false;
      }
      const cut = end === null ? null : firstMatch(buffer, end);
      if (cut === null) return found;
      const text = buffer.slice(0, cut.index);
      skipLineFeed = cut.text === '\r';
      buffer = buffer.slice(cut.index + cut.text.length);
      // Nothing between two terminators is a scanner that sends two of them, and no scan.
      if (text !== '') {
        found.push(line(text));
        restUntil = Number.NEGATIVE_INFINITY;
      }
      firstAt = at;
    }
  };

  return {
    push: (bytes, at) => {
      if (bytes.length === 0) return [];
      const late = end !== null && buffer !== '' && at - lastAt > FRAGMENT_MS ? fragment('too-slow', lastAt) : [];
      if (buffer === '') firstAt = at;
      lastAt = at;
      buffer += decoder.decode(bytes, { stream: true });
      const found = [...late, ...lines(at)];
      return buffer.length > LONGEST ? [...found, ...fragment('garbled', at)] : found;
    },
    idle: () => {
      if (end !== null) return fragment('too-slow', lastAt);
      const text = buffer + decoder.decode();
      decoder = streamDecoder();
      buffer = '';
      return text === '' ? [] : [line(text)];
    },
    breakOff: at => {
      skipLineFeed = false;
      const found = fragment('broken-off', at);
      // Also where nothing is there yet: what broke may be the first character of the code that comes now.
      restUntil = at + REST_MS;
      return found;
    },
    get waitMs() {
      if (buffer === '') return null;
      return end === null ? idleMs : FRAGMENT_MS;
    },
  };
}

/** Characters of several bytes may be cut in two by a chunk's end. A mark at the start is data here. */
function streamDecoder(): TextDecoder {
  return new TextDecoder('utf-8', { ignoreBOM: true });
}

function firstMatch(text: string, end: RegExp | string): { index: number; text: string } | null {
  if (typeof end === 'string') {
    const index = text.indexOf(end);
    return index === -1 ? null : { index, text: end };
  }
  const match = end.exec(text);
  return match === null ? null : { index: match.index, text: match[0] };
}
