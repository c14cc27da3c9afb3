import type { Clock } from '../../ports/time.ts';
import { isEditable } from '../hearing/page-fields.ts';
import { InputMethod, isInputEvent } from './input-method.ts';
import { KeyDecoder, type KeyMeaning } from './key-decoder.ts';
import { type KeyRecord, recordOf } from './key-record.ts';
import type { Stroke } from './pace.ts';
import { type Cut, type Finished, ScanReader } from './scan-reader.ts';
import { type FieldSnapshot, snapshot } from './text-field.ts';
import type { WedgeProfile } from './profile.ts';

export interface FieldStroke extends Stroke {
  /** The field the stroke went into, as it was before: of the first stroke there, and where else a scan may begin. */
  readonly before: FieldSnapshot | null;
}

export const WEDGE_EVENTS = [
  'keydown',
  'keyup',
  'beforeinput',
  'compositionstart',
  'compositionend',
  'pointerdown',
] as const;

/** Where a suffix is to come, a code whose suffix has not come after so many milliseconds is said to have none. */
const NO_END_MS = 2000;
/** A timer that comes later than this, in milliseconds, was held up, and so may keys be that were typed in time. */
const LATE_MS = 50;

/** Turns the events of keys and text into scans, and keeps from the page what belongs to one. */
export class WedgeKeys {
  private readonly profile: WedgeProfile;
  private readonly clock: Clock;
  private readonly decoder: KeyDecoder;
  private readonly reader: ScanReader<FieldStroke>;
  private readonly inputMethod = new InputMethod();
  /** The field an input method types into, before its text is there. */
  private beforeText: FieldSnapshot | null = null;
  private last: { readonly target: EventTarget | undefined; readonly at: number } | null = null;
  /** Strokes whose key is still down. */
  private readonly down = new Map<string, FieldStroke>();
  /** Keys of which the page got no `keydown`, and is to get no `keyup` either. */
  private readonly swallowed = new Set<string>();
  private heard: { readonly target: EventTarget | undefined; readonly at: number; readonly isOurs: boolean } | null =
    null;
  private heardAt = 0;
  private callOff: (() => void) | null = null;

  constructor(
    profile: WedgeProfile,
    clock: Clock,
    onFinished: (finished: Finished<FieldStroke>) => void,
    cut: Cut | null,
  ) {
    this.profile = profile;
    this.clock = clock;
    this.decoder = new KeyDecoder(profile);
    this.reader = new ScanReader(profile, onFinished, cut);
  }

  /** `hears`: whether the event is a scan's to take; within a burst it is asked once for each field. */
  handle(event: Event, at: number, hears: (event: Event) => boolean): void {
    if (!this.isHeard(event, at, hears)) {
      this.reader.miss(at);
      return;
    }
    if (event.type === 'keydown' || event.type === 'keyup') {
      const record = recordOf(event, event.type, at);
      if (record !== null) this.key(record, event);
    } else if (event.type === 'compositionstart') {
      this.beforeText ??= snapshot(event.composedPath()[0]);
      this.inputMethod.start();
    } else if (event.type === 'compositionend') {
      if ('data' in event && typeof event.data === 'string') this.inserted(this.inputMethod.end(event.data), event);
    } else if (event.type === 'pointerdown') {
      // A press on Confirm must not find half a code in the quantity.
      this.reader.settle(at);
    } else if (isInputEvent(event)) {
      const records = this.inputMethod.beforeInput(event);
      if (records === 'edit') this.reader.forget();
      else this.inserted(records, event);
      if (!this.inputMethod.isComposing) this.beforeText = null;
    }
  }

  private isHeard(event: Event, at: number, hears: (event: Event) => boolean): boolean {
    if (event.type === 'pointerdown' || event.type === 'keyup') return true;
    const [target] = event.composedPath();
    const since = at - (this.heard?.at ?? Number.NEGATIVE_INFINITY);
    const isBurst = this.heard?.target === target && since >= 0 && since <= this.profile.maxGapMs;
    this.heard = { target, at, isOurs: isBurst && this.heard !== null ? this.heard.isOurs : hears(event) };
    return this.heard.isOurs;
  }

  /** Gives what was half read, for whoever hears next. */
  dispose(): Cut | null {
    this.callOff?.();
    this.callOff = null;
    return this.reader.cut();
  }

  private key(record: KeyRecord, event: Event): void {
    const id = idOf(record);
    if (record.type === 'keyup') {
      const stroke = this.down.get(id);
      if (stroke !== undefined) stroke.heldMs = record.timeStamp - stroke.at;
      this.down.delete(id);
      if (this.swallowed.delete(id)) event.stopImmediatePropagation();
    }
    const meaning = this.decoder.decode(record);
    if (meaning.kind === 'input-method') {
      if (!this.inputMethod.isComposing) this.beforeText = snapshot(event.composedPath()[0]);
      this.inputMethod.key(record.timeStamp);
    } else if (record.type === 'keydown' && meaning.kind !== 'nothing') {
      this.inputMethod.realKey();
    }
    if (!this.take(meaning, record, event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (record.type === 'keydown') this.swallowed.add(id);
  }

  /** Text that is about to be inserted, or at the end of a composition is there already. */
  private inserted(records: readonly KeyRecord[], event: Event): void {
    for (const record of records) {
      if (this.take(this.decoder.decode(record), record, event)) event.preventDefault();
    }
  }

  /** Whether the page is not to have the key. */
  private take(meaning: KeyMeaning, record: KeyRecord, event: Event): boolean {
    const at = record.timeStamp;
    if (meaning.kind === 'nothing' || meaning.kind === 'input-method') return false;
    this.reader.settle(at);
    if (meaning.kind === 'text') return this.stroke(meaning, record, event);
    if (meaning.kind === 'end') return this.reader.end(meaning.key, at, meaning.onlyInScan, isEditable(event));
    if (meaning.kind === 'unreadable') return this.reader.interrupt(at);
    this.reader.forget();
    return false;
  }

  private stroke(meaning: KeyMeaning & { kind: 'text' }, record: KeyRecord, event: Event): boolean {
    const { text, unsure = false, onlyInScan } = meaning;
    const [target] = event.composedPath();
    const at = record.timeStamp;
    const inScan = !this.reader.isIdle;
    const before = this.mayBeginScan(text, at, target) ? this.fieldBefore(target, event) : null;
    const stroke: FieldStroke = { text, at, unsure, heldMs: null, before };
    const taken = this.reader.text(stroke, onlyInScan);
    this.last = { target, at };
    if (record.type === 'keydown') this.down.set(idOf(record), stroke);
    this.waitForEnd();
    // Within a burst, a space is a character of the code and not a press on the focused button.
    return taken || (text === ' ' && inScan && snapshot(target) === null);
  }

  private mayBeginScan(text: string, at: number, target: EventTarget | undefined): boolean {
    const { prefix, maxMedianGapMs } = this.profile;
    if (this.reader.isIdle || this.last === null || this.last.target !== target) return true;
    return at - this.last.at > maxMedianGapMs || (prefix !== '' && text.includes(prefix.charAt(0)));
  }

  private fieldBefore(target: EventTarget | undefined, event: Event): FieldSnapshot | null {
    const { beforeText } = this;
    this.beforeText = null;
    const now = beforeText ?? snapshot(target);
    // All characters of a composition are there by its end: where one in the middle begins a scan, no way leads back.
    const isLate = beforeText === null && event.type === 'compositionend';
    return isLate && now !== null ? { field: now.field, restore: () => false } : now;
  }

  private waitForEnd(): void {
    this.heardAt = this.clock.monotonic();
    if (this.callOff === null) this.arm(this.waitMs);
  }

  private get waitMs(): number {
    return this.profile.suffix === 'none' ? this.profile.idleMs : NO_END_MS;
  }

  private arm(milliseconds: number): void {
    const due = this.clock.monotonic() + milliseconds;
    this.callOff = this.clock.after(milliseconds, () => {
      this.callOff = null;
      if (this.reader.isIdle) return;
      const now = this.clock.monotonic();
      const quiet = now - this.heardAt;
      if (now - due > LATE_MS) this.arm(this.waitMs);
      else if (quiet < this.waitMs) this.arm(this.waitMs - quiet);
      else this.reader.pause();
    });
  }
}

/** A key, whatever it types: released after Shift, it may have another character than when it went down. */
function idOf({ code, key }: KeyRecord): string {
  return code === '' ? key : code;
}
