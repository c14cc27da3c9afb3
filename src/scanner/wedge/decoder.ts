import { type Stroke, codeAfterTyping, gapsOf, median, textOf } from './pace.ts';
import type { RejectReason } from '../scan.ts';
import type { WedgeProfile } from './profile.ts';

/** What a run of strokes was. `from`: the first one that belongs to the scan; those before it were typed. */
export type Decoded =
  | { readonly kind: 'typing' }
  | { readonly kind: 'reject'; readonly reason: RejectReason; readonly text: string; readonly from: number }
  | {
      readonly kind: 'scan';
      readonly text: string;
      readonly aim: string | null;
      readonly from: number;
      readonly durationMs: number;
      readonly maxGapMs: number;
    };

const TYPING: Decoded = { kind: 'typing' };

/** A symbology identifier of ISO/IEC 15424: `]`, a letter for the symbology, a modifier. */
const AIM = /^\][A-Za-z][0-9A-Za-z]/;

/**
 * Says whether the strokes before a suffix (pressed at `endedAt`; `null` where a pause ends the code) are a scan or a
 * person's typing.
 *
 * A text in which a person's pace turns into a scanner's is cut there, if two slow pauses show the pace; with a
 * single one nobody can tell a typed character from a hesitating scanner, and the text is rejected, not guessed.
 */
export function decode(strokes: readonly Stroke[], endedAt: number | null, profile: WedgeProfile): Decoded {
  const { prefix } = profile;
  const start = prefix === '' ? 0 : startOfPrefix(strokes, prefix);
  if (start === null) return TYPING;
  const scan = strokes.slice(start);
  // An input method may give a whole code at once: then only the pause to the suffix tells it from a person's word.
  const gaps = gapsOf(scan, scan.length === 1 && endedAt !== null ? endedAt : undefined);
  if (textOf(scan).length < profile.minLength) return TYPING;
  if (median(gaps) > profile.maxMedianGapMs) {
    const code = prefix === '' ? codeAfterTyping(strokes, profile) : null;
    return code === null ? TYPING : whole(strokes, strokes.length - code.length, profile);
  }
  if (prefix !== '') {
    return textOf(scan).lastIndexOf(prefix) > 0
      ? reject('two-prefixes', strokes, start)
      : whole(strokes, start, profile);
  }
  const slow = gaps.findIndex(gap => gap <= profile.maxMedianGapMs);
  if (slow === 0) return whole(strokes, 0, profile);
  if (slow === 1) return reject('too-slow', strokes, 0);
  return textOf(strokes.slice(slow)).length < profile.minLength ? TYPING : whole(strokes, slow, profile);
}

function startOfPrefix(strokes: readonly Stroke[], prefix: string): number | null {
  const index = textOf(strokes).indexOf(prefix);
  if (index === -1) return null;
  let length = 0;
  return strokes.findIndex(({ text }) => (length += text.length) > index);
}

function whole(strokes: readonly Stroke[], from: number, profile: WedgeProfile): Decoded {
  const scan = strokes.slice(from);
  const all = textOf(scan);
  const typed = all.slice(all.indexOf(profile.prefix) + profile.prefix.length);
  const [aim = null] = profile.aim ? (AIM.exec(typed) ?? []) : [];
  const text = typed.slice(aim?.length ?? 0);
  if (text === '') return reject('empty', strokes, from);
  if (scan.some(({ unsure }) => unsure)) return reject('unreadable', strokes, from);
  const durationMs = (scan.at(-1)?.at ?? 0) - (scan[0]?.at ?? 0);
  const maxGapMs = Math.max(0, ...gapsOf(scan));
  if (maxGapMs > profile.maxGapMs) return reject('too-slow', strokes, from);
  return { kind: 'scan', text, aim, from, durationMs, maxGapMs };
}

function reject(reason: RejectReason, strokes: readonly Stroke[], from: number): Decoded {
  return { kind: 'reject', reason, text: textOf(strokes.slice(from)), from };
}
