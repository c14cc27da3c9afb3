import type { Fixture, Row, Target } from '../scanner/fixtures/fixture.ts';
import type { ScanStage } from './scan-stage.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** After a stall, a browser hands out keys before timers; the worst case is the other way round. */
export type AfterStall = 'keys-first' | 'timers-first';

/** Nothing is waited for longer than this, in milliseconds. */
const END_MS = 10_000;

/** Plays the rows of a fixture on the stage, each at its time, but while the page is busy. */
export function play(fixture: Fixture, stage: ScanStage, clock: VirtualClock, target: Target, order: AfterStall): void {
  const stalls = [...fixture.wallStalls];
  let current: Target | null = null;
  for (const row of fixture.rows) {
    for (let stall = stalls[0]; stall !== undefined && stall.t <= row.t; stall = stalls[0]) {
      stalls.shift();
      clock.advanceTo(stall.t);
      clock.stallUntil(stall.t + stall.ms);
      if (order === 'timers-first') clock.advanceTo(clock.monotonic());
    }
    if (row.t > clock.monotonic()) clock.advanceTo(row.t);
    const here = row.target ?? fixture.target ?? target;
    if (here !== current) stage.focus(here);
    current = here;
    playRow(row, stage, here);
  }
  clock.advanceTo(clock.monotonic() + END_MS);
}

function playRow(row: Row, stage: ScanStage, target: Target): void {
  if (row.type === 'open-dialog') {
    stage.openDialog();
    return;
  }
  const prevented = row.type === 'insert' || !stage.element(target).dispatchEvent(eventOf(row));
  if (!prevented || row.type === 'insert') stage.act(row, target);
}

export function eventOf(row: Row): Event {
  const { type, t, key, code = '', keyCode = 0, mods = [], repeat = false, isComposing = false, text = '' } = row;
  const init = { bubbles: true, composed: true, cancelable: true };
  const event =
    type === 'keydown' || type === 'keyup'
      ? new KeyboardEvent(type, {
          ...init,
          ...(key !== undefined && { key }),
          code,
          keyCode,
          repeat,
          isComposing,
          shiftKey: mods.includes('Shift'),
          ctrlKey: mods.includes('Control'),
          altKey: mods.includes('Alt'),
          metaKey: mods.includes('Meta'),
          modifierAltGraph: mods.includes('AltGraph'),
          modifierCapsLock: mods.includes('CapsLock'),
        })
      : type === 'paste'
        ? new ClipboardEvent(type, init)
        : new CompositionEvent(type, { ...init, data: text });
  // A script can't give an event its time, and no constructor leaves the key out.
  Object.defineProperty(event, 'timeStamp', { value: t });
  if (key === undefined && event instanceof KeyboardEvent) Object.defineProperty(event, 'key', { value: undefined });
  return event;
}
