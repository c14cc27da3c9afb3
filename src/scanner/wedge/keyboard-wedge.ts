import { BehaviorSubject, type Observable } from 'rxjs';
import { type Later, later, need } from '../../loading/later.ts';
import { whenIdle } from '../../loading/when-idle.ts';
import type { AndroidSinkOptions } from './android-sink.ts';
import { listen } from '../../ports/page-events.ts';
import { isLeftAlone } from '../hearing/page-fields.ts';
import { type Clock, browserClock } from '../../ports/time.ts';
import { leaveCut, takeCut } from './cuts.ts';
import { type KeyTarget, isBeingRecorded } from './key-target.ts';
import type { ScanSource } from '../scan.ts';
import { createSourceStreams } from '../source-streams.ts';
import type { Finished } from './scan-reader.ts';
import { type FieldStroke, WEDGE_EVENTS, WedgeKeys } from './keys.ts';
import { SUFFIX_PROFILE, type WedgeProfile } from './profile.ts';

/** A frame is heard only with a list open, or the focus in it: the page itself comes first. */
const loadFrames = later(() => import('./watched-frames.ts'));
const loadSink = later(() => import('./android-sink.ts'));

export interface KeyboardWedgeOptions {
  readonly id?: string;
  readonly profile?: Partial<WedgeProfile>;
  /** Where keys are heard, in the capture phase. Default: the window, and the frames of the same origin in it. */
  readonly target?: KeyTarget;
  /** An event's own time in milliseconds: a page that is busy delivers late what was typed in time. */
  readonly timeOf?: (event: Event) => number;
  readonly clock?: Clock;
  /** On Android: a field out of sight that keeps keys coming while nothing has the focus. Default: none. */
  readonly androidSink?: AndroidSinkOptions;
}

/** A source whose profile can be changed while it is connected, once calibration has found it. */
export interface KeyboardWedge extends ScanSource {
  /** Replays the current one. */
  readonly profile$: Observable<WedgeProfile>;
  setProfile(profile: Partial<WedgeProfile>): void;
}

/**
 * Scans of a scanner that types like a keyboard, wherever the focus is. A person's typing is left alone; what a scan
 * typed into a field is taken out again, and its suffix presses no button. A code that comes in pieces is rejected.
 * Secrets, and what a page marks to be ignored, are not looked at; `hearBy` says what else is not its own.
 */
export function keyboardWedge(options: KeyboardWedgeOptions = {}): KeyboardWedge {
  const { id = 'keyboard', target = window, clock = browserClock, androidSink } = options;
  let hears = (_event: Event) => true;
  const isOwn = (event: Event) => !isLeftAlone(event) && hears(event);
  const timeOf = options.timeOf ?? ((event: Event) => event.timeStamp);
  const profile$ = new BehaviorSubject<WedgeProfile>({ ...SUFFIX_PROFILE, ...options.profile });
  const streams = createSourceStreams(id, 'keyboard');

  const onFinished = (finished: Finished<FieldStroke>) => {
    const restored = restoreFields(finished.strokes);
    const { text, at } = finished;
    if (finished.kind === 'reject' || !restored) {
      const reason = finished.kind === 'reject' ? finished.reason : 'not-restored';
      streams.reject(text, reason, at);
      return;
    }
    const { aim, end, durationMs, maxGapMs } = finished;
    streams.say('ready');
    streams.scan({ text, ...(aim !== null && { aim }), durationMs, maxGapMs }, at, end);
  };

  let keys = new WedgeKeys(profile$.value, clock, onFinished, null);

  const listenIn = (where: KeyTarget, offsetMs: number): (() => void) => {
    const listener = (event: Event) => {
      if (!isBeingRecorded(target)) keys.handle(event, timeOf(event) + offsetMs, isOwn);
    };
    return listen(where, WEDGE_EVENTS, listener, true);
  };

  let stop: (() => void)[] = [];
  return {
    ...streams.source,
    profile$,
    hearBy: said => (hears = said),
    setProfile: changed => {
      profile$.next({ ...profile$.value, ...changed });
      keys = new WedgeKeys(profile$.value, clock, onFinished, keys.dispose());
    },
    connect: () => {
      if (stop.length > 0) return;
      keys = new WedgeKeys(profile$.value, clock, onFinished, takeCut(target));
      stop = [
        listenIn(target, 0),
        ...(target === window ? [beginLater(loadFrames, ({ watchFrames }) => watchFrames(window, listenIn))] : []),
        ...(androidSink === undefined ? [] : [beginLater(loadSink, sink => sink.openAndroidSink(androidSink))]),
      ];
      streams.say('unverified');
    },
    disconnect: () => {
      if (stop.length === 0) return;
      for (const each of stop) each();
      stop = [];
      leaveCut(target, keys.dispose(), timeOf, profile$.value.maxGapMs);
      streams.say('disconnected');
    },
  };
}

/** Begins once the code for it is there; what it gives ends it, or calls that off. */
function beginLater<Part>(load: Later<Part>, begin: (part: Part) => () => void): () => void {
  let end = () => {};
  let isWanted = true;
  whenIdle(() => {
    void need(load).then(part => {
      if (isWanted && part !== null) end = begin(part);
    });
  });
  return () => {
    isWanted = false;
    end();
  };
}

/** Puts each field back to how it was before the first of the strokes in it. Whether all are as before. */
function restoreFields(strokes: readonly FieldStroke[]): boolean {
  const fields = new Set<Element>();
  let restored = true;
  for (const { before } of strokes) {
    if (before === null || fields.has(before.field)) continue;
    fields.add(before.field);
    if (!before.restore()) restored = false;
  }
  return restored;
}
