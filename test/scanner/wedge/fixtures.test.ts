import { expect } from '@open-wc/testing';
import { keyboardWedge } from '../../../src/scanner/wedge/keyboard-wedge.ts';
import type { Scan, ScanReject } from '../../../src/scanner/scan.ts';
import { type AfterStall, play } from '../../support/scan-player.ts';
import { ScanStage } from '../../support/scan-stage.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { FIXTURES } from '../fixtures/index.ts';
import type { Fixture, Target } from '../fixtures/fixture.ts';

describe('The keyboard wedge, case by case', () => {
  const run = (fixture: Fixture, target: Target, order: AfterStall) => {
    const clock = new VirtualClock();
    const stage = new ScanStage();
    const wedge = keyboardWedge({ profile: fixture.profile, clock });
    const scans: Scan[] = [];
    const rejects: ScanReject[] = [];
    wedge.scans$.subscribe(scan => scans.push(scan));
    wedge.rejects$.subscribe(reject => rejects.push(reject));
    wedge.connect();
    try {
      play(fixture, stage, clock, target, order);
    } finally {
      wedge.disconnect();
      stage.remove();
    }
    expect(scans.map(({ text }) => text)).to.deep.equal(fixture.scans);
    expect(scans.map(({ aim = null }) => aim)).to.deep.equal(fixture.aims);
    expect(rejects.map(({ reason }) => reason)).to.deep.equal(fixture.rejects);
    expect(stage.changes()).to.deep.equal(fixture.typed, 'what fields hold');
    expect(stage.pressed).to.equal(0, 'buttons pressed');
    expect(stage.ends).to.equal(fixture.ends, 'Enter and Tab keys that the page got');
  };

  for (const [area, fixtures] of Object.entries(FIXTURES)) {
    describe(area, () => {
      for (const fixture of fixtures) {
        const orders: AfterStall[] = fixture.wallStalls.length > 0 ? ['keys-first', 'timers-first'] : ['keys-first'];
        const targets: Target[] = fixture.target === null ? ['body', 'quantity'] : [fixture.target];
        for (const order of orders) {
          for (const target of targets) {
            const which = [...(orders.length > 1 ? [order] : []), ...(targets.length > 1 ? [`focus: ${target}`] : [])];
            it([fixture.name, ...which].join(', '), () => run(fixture, target, order));
          }
        }
      }
    });
  }
});
