import { BehaviorSubject, type Observable, Subject } from 'rxjs';
import type { Scan, ScanReject, ScanSource, SourceState } from './scan.ts';
import { type FieldSnapshot, restore, snapshot } from './text-field.ts';
import { type Keystroke, decode, looksLikeScan, textOf } from './wedge-decoder.ts';
import { SUFFIX_PROFILE, type WedgeProfile } from './wedge-profile.ts';

export interface KeyboardWedgeOptions {
  readonly id?: string;
  readonly profile?: Partial<WedgeProfile>;
  /** Where keys are heard, in the capture phase. */
  readonly target?: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  /** An event's own time in milliseconds: a page that is busy delivers late what was typed in time. */
  readonly timeOf?: (event: KeyboardEvent) => number;
}

/** A source whose profile can be changed while it is connected, once calibration has found it. */
export interface KeyboardWedge extends ScanSource {
  /** Replays the current one. */
  readonly profile$: Observable<WedgeProfile>;
  setProfile(profile: Partial<WedgeProfile>): void;
}

/** After a fragment, what follows within this time may be its rest. */
const FRAGMENT_MS = 2000;

/** Pressed with a character and not instead of one; AltGr arrives as Control and AltGraph on some systems. */
const IGNORED_KEYS = new Set(['Shift', 'CapsLock', 'AltGraph', 'Alt', 'Control', 'Meta', 'Fn', 'NumLock']);

interface Key extends Keystroke {
  /** The field the character went into, as it was before. */
  readonly before: FieldSnapshot | null;
}

/**
 * Scans of a scanner that types like a keyboard, wherever the focus is. A person's typing is left alone; what a scan
 * typed into a field is taken out again, and its suffix presses no button. A code that comes in pieces is rejected.
 */
export function keyboardWedge(options: KeyboardWedgeOptions = {}): KeyboardWedge {
  const { id = 'keyboard', target = window, timeOf = (event: KeyboardEvent) => event.timeStamp } = options;
  const profile$ = new BehaviorSubject<WedgeProfile>({ ...SUFFIX_PROFILE, ...options.profile });
  const scans$ = new Subject<Scan>();
  const rejects$ = new Subject<ScanReject>();
  const state$ = new BehaviorSubject<SourceState>('disconnected');
  let keys: Key[] = [];
  let fragment: { text: string; at: number } | null = null;
  let count = 0;

  const rejectAs = (text: string, reason: ScanReject['reason'], at: number) =>
    rejects$.next({ text, reason, sourceId: id, at });

  /** A scanner's pace that stops without its suffix: a fragment, which is never given out. */
  const breakOff = (at: number) => {
    if (looksLikeScan(keys, profile$.value)) {
      fragment = { text: textOf(keys), at };
      rejectAs(fragment.text, 'too-slow', at);
    }
    keys = [];
  };

  const character = (event: KeyboardEvent, at: number) => {
    const last = keys.at(-1);
    if (last !== undefined && at - last.at > profile$.value.maxGapMs) breakOff(last.at);
    const [element] = event.composedPath();
    const before = snapshot(element);
    // In a burst, a space is a character of the code and not a press on the focused button.
    if (event.key === ' ' && before === null && keys.length > 0) event.preventDefault();
    keys.push({ char: event.key, at, before });
  };

  const suffix = (event: KeyboardEvent, at: number) => {
    const decoded = decode(keys, at, profile$.value);
    const from = fragment;
    const typed = keys;
    keys = [];
    if (decoded.kind === 'typing') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const field of firstSnapshots(typed.slice(decoded.from))) restore(field);
    fragment = null;
    if (decoded.kind === 'reject') {
      rejectAs(decoded.text, decoded.reason, at);
      return;
    }
    if (from !== null && (typed[0]?.at ?? at) - from.at < FRAGMENT_MS) {
      rejectAs(from.text + decoded.text, 'too-slow', at);
      return;
    }
    state$.next('ready');
    const { text, durationMs, maxGapMs } = decoded;
    scans$.next({ id: `${id}-${++count}`, text, sourceId: id, at, durationMs, maxGapMs, end: 'suffix' });
  };

  const onKeyDown = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.isComposing || IGNORED_KEYS.has(event.key)) return;
    const at = timeOf(event);
    const command = event.metaKey || (event.ctrlKey && !event.getModifierState('AltGraph'));
    if (event.repeat || command) keys = [];
    else if (event.key === profile$.value.suffix) suffix(event, at);
    else if (event.key.length === 1) character(event, at);
    else keys = [];
  };

  return {
    id,
    scans$,
    rejects$,
    state$,
    kind: 'keyboard',
    profile$,
    setProfile: profile => profile$.next({ ...profile$.value, ...profile }),
    connect: () => {
      if (state$.value !== 'disconnected') return;
      target.addEventListener('keydown', onKeyDown, { capture: true });
      state$.next('unverified');
    },
    disconnect: () => {
      target.removeEventListener('keydown', onKeyDown, { capture: true });
      keys = [];
      state$.next('disconnected');
    },
  };
}

/** Of each field that the scan typed into, how it was before the scan's first character there. */
function firstSnapshots(keys: readonly Key[]): FieldSnapshot[] {
  const fields = new Map<FieldSnapshot['field'], FieldSnapshot>();
  for (const { before } of keys) if (before !== null && !fields.has(before.field)) fields.set(before.field, before);
  return [...fields.values()];
}
