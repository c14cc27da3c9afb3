import { Observable } from 'rxjs';
import { listen } from '../../ports/page-events.ts';
import { type Clock, browserClock } from '../../ports/time.ts';
import { InputMethod, isInputEvent } from './input-method.ts';
import { type KeyRecord, recordOf } from './key-record.ts';
import { type KeyTarget, recordFrom } from './key-target.ts';

export interface RecordKeysOptions {
  /** Where keys are heard; the same as the wedge's. */
  readonly target?: KeyTarget;
  readonly timeOf?: (event: Event) => number;
  readonly clock?: Clock;
  /** After so long without a key, in milliseconds, what was recorded is given out. */
  readonly quietMs?: number;
}

const EVENTS = ['keydown', 'keyup', 'beforeinput'] as const;

/** Keys that begin no code. */
const PERSONS_KEYS = /^( |Enter|Tab|Shift|Arrow.*|Home|End|Page.*)$/;

/**
 * The raw keys of what a scanner types, for `calibrate`: one array for each burst. While subscribed, keys reach neither a
 * field nor a keyboard wedge: they only calibrate.
 */
export function recordKeys(options: RecordKeysOptions = {}): Observable<readonly KeyRecord[]> {
  const { target = window, clock = browserClock, quietMs = 700 } = options;
  const timeOf = options.timeOf ?? ((event: Event) => event.timeStamp);
  return new Observable(subscriber => {
    const inputMethod = new InputMethod();
    let records: KeyRecord[] = [];
    let callOff = () => {};

    const giveOut = () => {
      const burst = records;
      records = [];
      if (burst.some(({ type }) => type !== 'keyup')) subscriber.next(burst);
    };
    const keyed = (event: Event): readonly KeyRecord[] => {
      if (isInputEvent(event)) {
        const typed = inputMethod.beforeInput(event);
        return typed === 'edit' ? [] : typed;
      }
      const record = recordOf(event, event.type === 'keyup' ? 'keyup' : 'keydown', timeOf(event));
      if (record === null) return [];
      if (record.keyCode === 229 && record.code === '') inputMethod.key(record.timeStamp);
      return [record];
    };
    const onEvent = (event: Event) => {
      const typed = keyed(event);
      // Before a code, a person still gets about with the keyboard; and out, at any time.
      if (typed.some(({ key }) => key === 'Escape' || (records.length === 0 && PERSONS_KEYS.test(key)))) return;
      records.push(...typed);
      event.preventDefault();
      event.stopImmediatePropagation();
      callOff();
      callOff = clock.after(quietMs, giveOut);
    };

    const stop = recordFrom(target);
    const silence = listen(target, EVENTS, onEvent, true);
    return () => {
      callOff();
      stop();
      silence();
    };
  });
}
