import type { Observable } from 'rxjs';

/** One code as a scanner read it. */
export interface Scan {
  readonly id: string;
  /** The code's text, whole: without prefix, suffix and symbology identifier. */
  readonly text: string;
  /** The AIM symbology identifier, such as `]C1`, where the source tells it. */
  readonly aim?: string;
  readonly symbology?: string;
  readonly sourceId: string;
  /** When it ended: milliseconds on the top window's performance timeline. */
  readonly at: number;
  readonly durationMs?: number;
  /** The longest pause between two characters. */
  readonly maxGapMs?: number;
  /** What told that it was complete. */
  readonly end: 'suffix' | 'idle' | 'device';
}

/**
 * Why something that looked like a scan is not given out as one. `too-slow`: it came in pieces, or with something typed
 * before it. `empty`: nothing between prefix and suffix. `no-end`: its suffix never came. `wrong-end`: it ended with another
 * key than the one set up. `unreadable`: a key in it stands for no character. `two-prefixes`: the prefix in the middle.
 * `too-long`: more than any symbol holds. `not-restored`: what it typed into a field could not be taken out again whole.
 * `malformed`: the host gave no text. `broken-off`: the device went away, or the rest never came. `garbled`: bytes that are
 * no text, or don't fit the device's own description of them. `not-shown`: nobody could see the plugin when it was read.
 */
export type RejectReason =
  | 'too-slow'
  | 'empty'
  | 'no-end'
  | 'wrong-end'
  | 'unreadable'
  | 'two-prefixes'
  | 'too-long'
  | 'not-restored'
  | 'malformed'
  | 'broken-off'
  | 'garbled'
  | 'not-shown';

/** Something that looked like a scan and is not given out as one. It is shown, never guessed at. */
export interface ScanReject {
  readonly text: string;
  readonly reason: RejectReason;
  readonly sourceId: string;
  readonly at: number;
}

/** `unverified`: a keyboard that nothing was read with yet, so that nobody knows whether a scanner is there. */
export type SourceState =
  'unsupported' | 'needs-permission' | 'connecting' | 'ready' | 'unverified' | 'disconnected' | 'error';

export type SourceKind = 'keyboard' | 'host' | 'hid' | 'serial' | 'camera' | 'bridge';

/** Why a source is unsupported, in error or disconnected. The sentence for each is in `messages`. */
export type SourceProblem =
  | 'insecure-page'
  | 'no-interface'
  | 'permission-refused'
  | 'nothing-chosen'
  | 'not-found'
  | 'unplugged'
  | 'in-use'
  | 'not-loaded'
  | 'stream-failed'
  | 'failed';

/**
 * Why a message to a source was ignored: it came from another origin or window than the one set up, or is no scan as it
 * should be.
 */
export type IgnoredReason = 'origin' | 'source' | 'malformed';

/** A message that was ignored. Of its content nothing is kept: it may be anything, a token too. */
export interface IgnoredMessage {
  readonly reason: IgnoredReason;
  /** Milliseconds on the performance timeline. */
  readonly at: number;
  /** Where it came from, as the browser says. */
  readonly origin?: string;
}

/** Where scans come from. `scans$` never errors: what fails is a state. */
export interface ScanSource {
  readonly id: string;
  /** Absent: `host`. */
  readonly kind?: SourceKind;
  readonly scans$: Observable<Scan>;
  readonly rejects$: Observable<ScanReject>;
  readonly state$: Observable<SourceState>;
  /** Why the state is what it is; `null` where there is nothing to say. Replays the current one. */
  readonly problem$?: Observable<SourceProblem | null>;
  /** The latest messages that it did not take for scans, newest first; replays. Absent: nobody sends it messages. */
  readonly ignored$?: Observable<readonly IgnoredMessage[]>;
  /** Takes only the events of keys and text that this says are its own; a session says so of its plugin. */
  hearBy?(hears: (event: Event) => boolean): void;
  connect(): void;
  disconnect(): void;
}
