/** Runs in the browser: plays every fixture to one library, on a clock that all of them are given alike. */
import { SUFFIX_PROFILE } from '../../src/scanner/wedge/profile.ts';
import type { Fixture, Target } from '../../test/scanner/fixtures/fixture.ts';
import { FIXTURES } from '../../test/scanner/fixtures/index.ts';
import { play } from '../../test/support/scan-player.ts';
import { ScanStage } from '../../test/support/scan-stage.ts';
import { VirtualClock } from '../../test/support/virtual-clock.ts';
import { LIBRARIES, type LibraryName } from './libraries.ts';
import { type Tally, count, noTally } from './tally.ts';

/** Where the focus is while the scanner types: nowhere, or in a field. */
export type Focus = 'nowhere' | 'field';

export interface PageResult {
  readonly tally: Tally;
  /** Fixtures in which something was wrong, lost or leaked. */
  readonly failed: readonly string[];
}

declare global {
  interface Window {
    run: (library: LibraryName, focus: Focus) => PageResult;
  }
}

window.run = (library, focus) => {
  const clock = new VirtualClock();
  takeOverTime(clock);
  const tally = noTally();
  const failed: string[] = [];
  for (const fixture of Object.values(FIXTURES).flat()) {
    // Where a fixture has a place of its own, it counts with the fields.
    if (focus === 'nowhere' && fixture.target !== null) continue;
    const { faultless } = tally;
    playTo(library, fixture, focus === 'nowhere' ? 'body' : 'quantity', clock, tally);
    if (tally.faultless === faultless) failed.push(fixture.name);
  }
  return { tally, failed };
};

function playTo(name: LibraryName, given: Fixture, target: Target, clock: VirtualClock, tally: Tally): void {
  const fixture = startingAt(given, clock.monotonic() + 60_000);
  const stage = new ScanStage();
  const texts: string[] = [];
  let said = 0;
  const stop = LIBRARIES[name](
    { ...SUFFIX_PROFILE, ...fixture.profile },
    { onText: text => texts.push(text), onReject: () => said++ },
  );
  // A browser hands out keys before timers once it is no longer busy: to the good of the libraries that use timers.
  play(fixture, stage, clock, target, 'keys-first');
  stop();
  const isAsIt = JSON.stringify(stage.changes()) === JSON.stringify(fixture.typed);
  const leaked = !isAsIt || stage.pressed > 0 || stage.ends !== fixture.ends;
  stage.remove();
  count(tally, fixture, { texts, said, leaked });
}

/** Time goes on from fixture to fixture. */
function startingAt(fixture: Fixture, start: number): Fixture {
  const later = <T extends { readonly t: number }>(each: T): T => ({ ...each, t: each.t + start });
  return { ...fixture, rows: fixture.rows.map(later), wallStalls: fixture.wallStalls.map(later) };
}

function takeOverTime(clock: VirtualClock): void {
  const timers = new Map<number, () => void>();
  let last = 0;
  const start = (run: () => void, ms: number, again: boolean): number => {
    const id = ++last;
    const arm = () =>
      timers.set(
        id,
        clock.after(ms, () => {
          if (again) arm();
          else timers.delete(id);
          run();
        }),
      );
    arm();
    return id;
  };
  const clear = (id: number) => {
    timers.get(id)?.();
    timers.delete(id);
  };
  type Callback = (...args: unknown[]) => void;
  Object.assign(window, {
    setTimeout: (run: Callback, ms = 0, ...args: unknown[]) => start(() => run(...args), ms, false),
    setInterval: (run: Callback, ms = 0, ...args: unknown[]) => start(() => run(...args), ms, true),
    clearTimeout: clear,
    clearInterval: clear,
  });
  Date.now = clock.now;
  performance.now = () => clock.monotonic();
}
