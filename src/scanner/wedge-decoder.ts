import type { ScanReject } from './scan.ts';
import type { WedgeProfile } from './wedge-profile.ts';

/** One character that came from a keyboard; `at` in milliseconds of the event's own time stamp. */
export interface Keystroke {
  readonly char: string;
  readonly at: number;
}

/** What a run of keystrokes was. `from`: the first one that belongs to the scan; those before it were typed. */
export type Decoded =
  | { readonly kind: 'typing' }
  | { readonly kind: 'reject'; readonly reason: ScanReject['reason']; readonly text: string; readonly from: number }
  | {
      readonly kind: 'scan';
      readonly text: string;
      readonly from: number;
      readonly durationMs: number;
      readonly maxGapMs: number;
    };

const TYPING: Decoded = { kind: 'typing' };

/**
 * Says whether the keystrokes before a suffix key (pressed at `endedAt`) are a scan or a person's typing.
 *
 * A text in which a person's pace turns into a scanner's is cut there, if two slow pauses show the pace; with a
 * single one nobody can tell a typed character from a hesitating scanner, and the text is rejected, not guessed.
 */
export function decode(keys: readonly Keystroke[], endedAt: number, profile: WedgeProfile): Decoded {
  const start = profile.prefix === '' ? 0 : startOfPrefix(keys, profile.prefix);
  if (start === null) return TYPING;
  const gaps = gapsOf(keys.slice(start));
  if (keys.length - start < profile.minLength || median(gaps) > profile.maxMedianGapMs) return TYPING;
  const last = keys.at(-1);
  if (last === undefined || endedAt - last.at > profile.maxGapMs) return reject('too-slow', keys, start);
  if (profile.prefix !== '') return scanFrom(keys, start, profile.prefix.length);

  const slow = gaps.findIndex(gap => gap <= profile.maxMedianGapMs);
  if (slow === 0) return scanFrom(keys, start, 0);
  if (slow === 1) return reject('too-slow', keys, start);
  const rest = keys.length - slow;
  return rest < profile.minLength ? TYPING : scanFrom(keys, slow, 0);
}

/** Whether keystrokes have a scanner's pace, so that it is a fragment if no suffix follows. */
export function looksLikeScan(keys: readonly Keystroke[], profile: WedgeProfile): boolean {
  return keys.length >= profile.minLength && median(gapsOf(keys)) <= profile.maxMedianGapMs;
}

function startOfPrefix(keys: readonly Keystroke[], prefix: string): number | null {
  const text = textOf(keys);
  const index = text.lastIndexOf(prefix);
  return index === -1 ? null : index;
}

function scanFrom(keys: readonly Keystroke[], from: number, prefixLength: number): Decoded {
  const scan = keys.slice(from);
  const text = textOf(scan).slice(prefixLength);
  if (text === '') return reject('empty', keys, from);
  const durationMs = (scan.at(-1)?.at ?? 0) - (scan[0]?.at ?? 0);
  return { kind: 'scan', text, from, durationMs, maxGapMs: Math.max(0, ...gapsOf(scan)) };
}

function reject(reason: ScanReject['reason'], keys: readonly Keystroke[], from: number): Decoded {
  return { kind: 'reject', reason, text: textOf(keys.slice(from)), from };
}

export function textOf(keys: readonly Keystroke[]): string {
  return keys.map(({ char }) => char).join('');
}

function gapsOf(keys: readonly Keystroke[]): number[] {
  return keys.slice(1).map((key, index) => key.at - (keys[index]?.at ?? key.at));
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
}
