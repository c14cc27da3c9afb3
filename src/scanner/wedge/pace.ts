import type { WedgeProfile } from './profile.ts';

/** Characters that came with one key; `at` in milliseconds of the event's own time stamp. */
export interface Stroke {
  readonly text: string;
  readonly at: number;
  /** Another text may have been meant, so that a code with it in it is not given out. */
  readonly unsure: boolean;
  /** How long the key was down, once it is up, in milliseconds. */
  heldMs: number | null;
}

/** A person's finger rests on a key for longer than this; a scanner presses none. */
const PERSON_HOLDS_MS = 40;
/** A scanner lets go at once. */
const SCANNER_HOLDS_MS = 20;

export function textOf(strokes: readonly Stroke[]): string {
  return strokes.map(({ text }) => text).join('');
}

/** Pauses between strokes; `endedAt` adds the one to the suffix. */
export function gapsOf(strokes: readonly Stroke[], endedAt?: number): number[] {
  const times = strokes.map(({ at }) => at);
  if (endedAt !== undefined) times.push(endedAt);
  return times.slice(1).map((at, index) => at - (times[index] ?? at));
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
}

/** Whether strokes come at a scanner's pace. A single one has none. */
export function isScannerPace(strokes: readonly Stroke[], { maxMedianGapMs }: WedgeProfile): boolean {
  return median(gapsOf(strokes)) <= maxMedianGapMs;
}

/** Whether strokes at a scanner's pace, and long enough: a fragment of a code, if nothing ends them. */
export function looksLikeScan(strokes: readonly Stroke[], profile: WedgeProfile): boolean {
  const text = textOf(strokes);
  if (profile.prefix !== '' && !text.includes(profile.prefix)) return false;
  return text.length >= profile.minLength && isScannerPace(strokes, profile);
}

/** The end of a run that a person began: what comes after the last slow pause, or from the prefix on. */
export function lastPiece<S extends Stroke>(
  strokes: readonly S[],
  { prefix, maxMedianGapMs }: WedgeProfile,
): readonly S[] {
  if (prefix !== '') {
    const start = strokes.findIndex((_, index) => textOf(strokes.slice(index)).startsWith(prefix));
    return start === -1 ? strokes : strokes.slice(start);
  }
  const isSlow = gapsOf(strokes).map(gap => gap > maxMedianGapMs);
  return strokes.slice(isSlow.lastIndexOf(true) + 1);
}

/**
 * For how long, in milliseconds, a few characters too short for a code may turn out to be the start of one: 0 where a
 * person typed them. A lone character is told by how long its key was down only, and soon forgotten: a person who types a
 * digit on the screen and pulls the trigger takes longer.
 */
export function mayBeHeadFor(strokes: readonly Stroke[], profile: WedgeProfile, fragmentMs: number): number {
  const { prefix } = profile;
  const text = textOf(strokes);
  if (prefix !== '') return text.startsWith(prefix) || prefix.startsWith(text) ? fragmentMs : 0;
  const [first] = strokes;
  if (strokes.length === 1) return first?.heldMs != null && first.heldMs <= SCANNER_HOLDS_MS ? 500 : 0;
  return !areHeld(strokes) && isScannerPace(strokes, profile) ? fragmentMs : 0;
}

/** Whether a finger rested on one of the keys. The last may still be down. */
function areHeld(strokes: readonly Stroke[]): boolean {
  return strokes.slice(0, -1).some(({ heldMs }) => heldMs !== null && heldMs >= PERSON_HOLDS_MS);
}

/**
 * The code that follows so close on a person's typing that the pace of the whole is the person's; `null`: there is none.
 * No finger rests on its keys: people, too, roll a few of them.
 */
export function codeAfterTyping<S extends Stroke>(strokes: readonly S[], profile: WedgeProfile): readonly S[] | null {
  const piece = lastPiece(strokes, profile);
  return piece.length > 1 && looksLikeScan(piece, profile) && !areHeld(piece) ? piece : null;
}

/** Whether strokes after a fragment can be its rest: a scanner's pace, or a lone key that no finger rested on. */
export function isPieceOfCode(strokes: readonly Stroke[], profile: WedgeProfile): boolean {
  const [first] = strokes;
  if (strokes.length === 1) return first?.heldMs == null || first.heldMs < PERSON_HOLDS_MS;
  return isScannerPace(strokes, profile);
}
