/** Runs in the browser, for `scanner.spec.ts`: a wedge on a stage, and what came of the keys it was given. */
import { keyboardWedge } from '../../src/scanner/index.ts';
import type { WedgeProfile } from '../../src/scanner/wedge/profile.ts';
import { type Target, fixtureOf } from '../scanner/fixtures/fixture.ts';
import { typeCode } from '../scanner/fixtures/typing.ts';
import { play } from '../support/scan-player.ts';
import { BEFORE, ScanStage } from '../support/scan-stage.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

export interface Outcome {
  readonly scans: readonly string[];
  readonly aims: readonly (string | null)[];
  readonly rejects: readonly string[];
  readonly fields: Partial<Record<Target, string>>;
  readonly pressed: number;
  readonly ends: number;
}

export interface ScannerPage {
  begin(profile: Partial<WedgeProfile>): void;
  focus(target: Target): void;
  openDialog(): void;
  /** Does nothing else for so many milliseconds. */
  stall(ms: number): void;
  end(): Outcome;
  /** Types so many different codes into a field, one after the other; how many came out right. */
  typeMany(count: number): number;
}

declare global {
  interface Window {
    scannerPage: ScannerPage;
  }
}

let stage = new ScanStage();
let finish: () => Outcome = () => {
  throw new Error('Nothing began');
};

window.scannerPage = {
  begin: profile => {
    stage.remove();
    stage = new ScanStage();
    // Keys come with times of their own; when they are delivered is up to the machine, which timers must not see.
    const clock = new VirtualClock();
    const wedge = keyboardWedge({ profile, clock });
    const scans: string[] = [];
    const aims: (string | null)[] = [];
    const rejects: string[] = [];
    wedge.scans$.subscribe(({ text, aim = null }) => {
      scans.push(text);
      aims.push(aim);
    });
    wedge.rejects$.subscribe(({ reason }) => rejects.push(reason));
    wedge.connect();
    finish = () => {
      clock.advanceTo(60_000);
      wedge.disconnect();
      return { scans, aims, rejects, fields: stage.changes(), pressed: stage.pressed, ends: stage.ends };
    };
  },
  focus: target => stage.focus(target),
  openDialog: () => stage.openDialog(),
  stall: ms => {
    for (const end = performance.now() + ms; performance.now() < end;);
  },
  end: () => finish(),
  typeMany: count => {
    const clock = new VirtualClock();
    const wedge = keyboardWedge({ clock });
    let right = 0;
    let expected = '';
    wedge.scans$.subscribe(({ text }) => (right += text === expected ? 1 : 0));
    wedge.connect();
    for (let n = 0; n < count; n++) {
      expected = `Item-MOB-${n}`;
      const rows = typeCode(expected, { at: clock.monotonic() + 100 });
      play(fixtureOf({ name: expected, rows }), stage, clock, 'quantity', 'keys-first');
    }
    wedge.disconnect();
    return stage.valueOf('quantity') === BEFORE.quantity ? right : 0;
  },
};
