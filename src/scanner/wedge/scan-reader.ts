import type { EndKey } from './key-decoder.ts';
import {
  type Stroke,
  codeAfterTyping,
  isPieceOfCode,
  isScannerPace,
  lastPiece,
  looksLikeScan,
  mayBeHeadFor,
  textOf,
} from './pace.ts';
import type { RejectReason } from '../scan.ts';
import { decode } from './decoder.ts';
import type { WedgeProfile } from './profile.ts';

/** What became of a run of strokes. `strokes`: those that belong to it, and are to be taken out of the fields again. */
export type Finished<S extends Stroke> =
  | {
      readonly kind: 'scan';
      readonly text: string;
      readonly aim: string | null;
      readonly end: 'suffix' | 'idle';
      readonly at: number;
      readonly durationMs: number;
      readonly maxGapMs: number;
      readonly strokes: readonly S[];
    }
  | {
      readonly kind: 'reject';
      readonly reason: RejectReason;
      readonly text: string;
      readonly at: number;
      readonly strokes: readonly S[];
    };

/** A part of a code that broke off. Not yet said: too short to be sure that it is one, so that its strokes are kept. */
interface Fragment<S> {
  readonly text: string;
  readonly at: number;
  readonly forMs: number;
  readonly said: boolean;
  /** Nothing came since: an Enter now is its own. */
  readonly isLast: boolean;
  readonly strokes: readonly S[];
}

/** The beginning of a code, and when its last character came. */
export interface Cut {
  readonly text: string;
  readonly at: number;
}

/** After a fragment, what follows within this time may be its rest. */
const FRAGMENT_MS = 2000;
/** So many characters and the suffix within so many milliseconds were typed by nobody: where nothing is typed, they are a code. */
const SHORT_LENGTH = 3;
const SHORT_MS = 10;
/** More than any symbol holds: a QR code takes 7,089 digits at most. */
const MAX_LENGTH = 8192;

/**
 * Cuts a stream of strokes into scans, rejects and a person's typing, by time stamps and the key that ends a code. Each
 * method says whether its key belongs to a scan, so that the page must not have it.
 */
export class ScanReader<S extends Stroke> {
  private readonly profile: WedgeProfile;
  private readonly onFinished: (finished: Finished<S>) => void;
  private run: S[] = [];
  private length = 0;
  private unreadable = false;
  private fragment: Fragment<S> | null = null;
  private endedAt = Number.NEGATIVE_INFINITY;

  /** `cut`: what another reader had of a code when it was taken away; the rest of it is no code. */
  constructor(profile: WedgeProfile, onFinished: (finished: Finished<S>) => void, cut: Cut | null = null) {
    this.profile = profile;
    this.onFinished = onFinished;
    if (cut !== null) this.fragment = { ...cut, forMs: profile.maxGapMs, said: true, isLast: true, strokes: [] };
  }

  get isIdle(): boolean {
    return this.run.length === 0;
  }

  /** To be called with the time of each key before it is handled: says whether the run before it was over by then. */
  settle(at: number): void {
    const last = this.run.at(-1);
    if (last === undefined) return;
    const { suffix, idleMs, maxGapMs } = this.profile;
    if (at - last.at > (suffix === 'none' ? idleMs : maxGapMs)) this.finish(null, 'too-slow');
  }

  /** A key at this time was not its own to read: what comes at a scanner's pace before and after it is no whole code. */
  miss(at: number): void {
    this.settle(at);
    if (!this.isIdle) this.finish(null, 'no-end');
    this.fragment = { text: '', at, forMs: this.profile.maxGapMs, said: true, isLast: false, strokes: [] };
  }

  /** It is taken away; `null`: nothing was half read. */
  cut(): Cut | null {
    const last = this.run.at(-1);
    const { fragment } = this;
    const said = fragment?.said === true ? { text: fragment.text, at: fragment.at } : null;
    const cut = last === undefined ? said : { text: textOf(this.run), at: last.at };
    this.forget();
    return cut;
  }

  /** Nothing came for long. */
  pause(): void {
    if (!this.isIdle) this.finish(null, 'no-end');
  }

  text(stroke: S, onlyInScan = false): boolean {
    if (onlyInScan && !this.isInScan(stroke.at)) return this.interrupt(stroke.at);
    this.run.push(stroke);
    this.length += stroke.text.length;
    if (this.length > MAX_LENGTH) this.breakOff('too-long', this.take(), this.freshFragment(stroke.at));
    return onlyInScan;
  }

  /** `inField`: whether the key goes into something that is typed into. */
  end(key: EndKey, at: number, onlyInScan = false, inField = true): boolean {
    if (this.isIdle) return this.isRestOfEnd(at);
    if (onlyInScan && !this.isInScan(at)) return this.interrupt(at);
    const { suffix } = this.profile;
    const taken = this.finish(at, suffix === 'none' || suffix === key ? null : 'wrong-end', !inField);
    if (taken) this.endedAt = at;
    return taken;
  }

  /** A key that is no character. Within a scan it makes the whole unreadable; otherwise a person pressed it. */
  interrupt(at: number): boolean {
    if (this.isInScan(at)) {
      this.unreadable = true;
      // A person's command may follow this close on a digit: it must not be lost.
      return this.run.length > 1;
    }
    this.forget();
    return false;
  }

  /** A person is at work: nothing before this belongs to a scan. */
  forget(): void {
    this.take();
    this.endedAt = Number.NEGATIVE_INFINITY;
    if (this.fragment?.said === false) this.fragment = null;
  }

  /** Whether a key now comes within a scan, as far as can be told from what there is. */
  private isInScan(at: number): boolean {
    const { prefix, maxMedianGapMs, maxGapMs } = this.profile;
    const last = this.run.at(-1);
    if (last === undefined || at - last.at > maxGapMs) return false;
    if (prefix !== '') return textOf(this.run).includes(prefix);
    return this.run.length === 1 ? at - last.at <= maxMedianGapMs : isScannerPace(this.run, this.profile);
  }

  /** The suffix of a code that broke off, or the line feed after a carriage return. */
  private isRestOfEnd(at: number): boolean {
    const fragment = this.freshFragment(at);
    this.fragment = null;
    if (fragment?.said === true && fragment.isLast) {
      this.endedAt = at;
      return true;
    }
    return at - this.endedAt <= this.profile.maxGapMs;
  }

  /**
   * The run is over: by a suffix at `endedAt`, or `null` by a pause. `wrong`: why it is not given out, even if whole; for
   * a pause it holds only where a suffix was to come.
   */
  private finish(endedAt: number | null, wrong: RejectReason | null, mayBeShort = false): boolean {
    const fragment = this.freshFragment(this.run[0]?.at ?? 0);
    const broken = this.unreadable;
    const strokes = this.take();
    const at = endedAt ?? strokes.at(-1)?.at ?? 0;
    if (endedAt === null && this.profile.suffix !== 'none') {
      return this.breakOff(broken ? 'unreadable' : (wrong ?? 'no-end'), strokes, fragment);
    }
    const isShort = mayBeShort && at - (strokes.at(-SHORT_LENGTH)?.at ?? 0) <= SHORT_MS;
    const minLength = isShort ? Math.min(SHORT_LENGTH, this.profile.minLength) : this.profile.minLength;
    const decoded = decode(strokes, endedAt, { ...this.profile, minLength });
    if (decoded.kind === 'typing') return this.leaveOrJoin(strokes, fragment, at, endedAt !== null);
    const own = strokes.slice(decoded.from);
    // With a prefix of its own, a code is none other's rest.
    const rest = this.profile.prefix === '' ? fragment : null;
    const wrongEnd = endedAt === null ? null : wrong;
    const decodedAs = decoded.kind === 'reject' ? decoded.reason : null;
    const reason = (rest && 'too-slow') ?? wrongEnd ?? (broken ? 'unreadable' : decodedAs);
    // A key in the middle of a code may look like the end of it: then the rest is still to come.
    const said = { text: textOf(own), at, forMs: this.profile.maxGapMs, said: true, isLast: true, strokes: [] };
    this.fragment = wrongEnd === null ? null : said;
    if (reason !== null || decoded.kind === 'reject') {
      this.reject(reason ?? 'unreadable', textOf(own), own, rest, at);
      return true;
    }
    const { text, aim, durationMs, maxGapMs } = decoded;
    const end = endedAt === null ? 'idle' : 'suffix';
    this.onFinished({ kind: 'scan', text, aim, end, at, durationMs, maxGapMs, strokes: own });
    return true;
  }

  /** A scanner's pace that stops without its suffix is a fragment, which is never given out. */
  private breakOff(reason: RejectReason, run: readonly S[], fragment: Fragment<S> | null): boolean {
    const at = run.at(-1)?.at ?? 0;
    const strokes = looksLikeScan(run, this.profile) ? run : codeAfterTyping(run, this.profile);
    if (strokes === null) return this.leaveOrJoin(run, fragment, at, false);
    this.reject(reason, textOf(strokes), strokes, fragment, at);
    const text = (fragment?.text ?? '') + textOf(strokes);
    this.fragment = { text, at, forMs: FRAGMENT_MS, said: true, isLast: true, strokes: [] };
    return true;
  }

  /** Too little for a code: the rest of a fragment, perhaps the start of a code, or a person's typing. */
  private leaveOrJoin(strokes: readonly S[], fragment: Fragment<S> | null, at: number, ended: boolean): boolean {
    const text = (fragment?.text ?? '') + textOf(strokes);
    const isCode = fragment !== null && (fragment.said || (ended && text.length >= this.profile.minLength));
    if (isCode && isPieceOfCode(strokes, this.profile)) {
      this.reject('too-slow', textOf(strokes), strokes, fragment, at);
      this.fragment = ended ? null : { text, at, forMs: FRAGMENT_MS, said: true, isLast: true, strokes: [] };
      return true;
    }
    const head = lastPiece(strokes, this.profile);
    const forMs = ended ? 0 : mayBeHeadFor(head, this.profile, FRAGMENT_MS);
    if (forMs > 0) this.fragment = { text: textOf(head), at, forMs, said: false, isLast: true, strokes: head };
    else this.fragment = ended || fragment === null ? null : { ...fragment, isLast: false };
    return false;
  }

  private reject(
    reason: RejectReason,
    text: string,
    strokes: readonly S[],
    fragment: Fragment<S> | null,
    at: number,
  ): void {
    const all = [...(fragment?.strokes ?? []), ...strokes];
    this.onFinished({ kind: 'reject', reason, text: (fragment?.text ?? '') + text, at, strokes: all });
  }

  private freshFragment(at: number): Fragment<S> | null {
    const { fragment } = this;
    return fragment !== null && at >= fragment.at && at - fragment.at < fragment.forMs ? fragment : null;
  }

  private take(): S[] {
    const { run } = this;
    this.run = [];
    this.length = 0;
    this.unreadable = false;
    return run;
  }
}
