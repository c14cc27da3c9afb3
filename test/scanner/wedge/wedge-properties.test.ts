import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { keyboardWedge } from '../../../src/scanner/wedge/keyboard-wedge.ts';
import { PREFIX_SUFFIX_PROFILE, SUFFIX_PROFILE, type WedgeProfile } from '../../../src/scanner/wedge/profile.ts';
import { play } from '../../support/scan-player.ts';
import { ScanStage } from '../../support/scan-stage.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { type Row, fixtureOf } from '../fixtures/fixture.ts';
import { typeCode } from '../fixtures/typing.ts';

/** A shift at a device: a person's digits, and codes of letters, some of which come in pieces. */
type Action =
  | {
      readonly kind: 'digits';
      readonly text: string;
      readonly gap: number;
      readonly hold: number;
      readonly rest: number;
    }
  | { readonly kind: 'code'; readonly length: number; readonly gap: number; readonly rest: number }
  | {
      readonly kind: 'broken';
      readonly length: number;
      readonly at: number;
      readonly pause: number;
      readonly rest: number;
    };

const rest = fc.integer({ min: 60, max: 4000 });
const length = fc.integer({ min: 4, max: 30 });
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constant('digits' as const),
    text: fc.stringMatching(/^[0-9]{1,5}$/),
    gap: fc.integer({ min: 60, max: 300 }),
    hold: fc.integer({ min: 45, max: 110 }),
    rest,
  }),
  fc.record({ kind: fc.constant('code' as const), length, gap: fc.integer({ min: 0, max: 45 }), rest }),
  fc.record({
    kind: fc.constant('broken' as const),
    length,
    at: fc.integer({ min: 1, max: 29 }),
    pause: fc.integer({ min: 151, max: 1900 }),
    rest,
  }),
);

/** Codes that differ, so that it can be told which one was given. */
function codeOf(index: number, size: number): string {
  const letters = Array.from(String(index), digit => String.fromCharCode(97 + Number(digit))).join('');
  return `${letters}ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF`.slice(0, Math.max(size, letters.length + 1));
}

interface Shift {
  readonly rows: readonly Row[];
  readonly whole: readonly string[];
  readonly broken: readonly string[];
  readonly digits: readonly string[];
}

function shiftOf(actions: readonly Action[], prefix: string): Shift {
  const rows: Row[] = [];
  const whole: string[] = [];
  const broken: string[] = [];
  const digits: string[] = [];
  let t = 1000;
  for (const [index, each] of actions.entries()) {
    if (each.kind === 'digits') {
      digits.push(...Array.from(each.text));
      rows.push(...typeCode(each.text, { at: t, gap: each.gap, hold: each.hold, suffix: [] }));
    } else {
      const code = codeOf(index, each.length);
      const typed = prefix + code;
      if (each.kind === 'code') {
        whole.push(code);
        rows.push(...typeCode(typed, { at: t, gap: each.gap }));
      } else {
        broken.push(code);
        // A code of n characters breaks off after the first of them at the earliest, and before the last at the latest.
        const cut = 1 + (each.at % (typed.length - 1));
        rows.push(...typeCode(typed.slice(0, cut), { at: t, suffix: [] }));
        // After the very first character, half a second at most: what comes later is another's.
        const pause = cut === 1 ? Math.min(each.pause, 490) : each.pause;
        rows.push(...typeCode(typed.slice(cut), { at: t + (cut - 1) * 5 + pause }));
      }
    }
    t = (rows.at(-1)?.t ?? t) + each.rest;
  }
  return { rows, whole, broken, digits };
}

function work({ rows }: Shift, profile: WedgeProfile) {
  const clock = new VirtualClock();
  const stage = new ScanStage();
  const wedge = keyboardWedge({ profile, clock });
  const scans: string[] = [];
  let rejected = '';
  wedge.scans$.subscribe(({ text }) => scans.push(text));
  wedge.rejects$.subscribe(({ text }) => (rejected += ` ${text}`));
  wedge.connect();
  play(fixtureOf({ name: 'a shift', rows }), stage, clock, 'quantity', 'keys-first');
  wedge.disconnect();
  const quantity = stage.valueOf('quantity');
  const { ends } = stage;
  stage.remove();
  return { scans, rejected, quantity, ends };
}

/** What is left of typed digits without those that a field holds; it must not hold another. */
function without(digits: readonly string[], held: string): string[] {
  const left = [...digits];
  for (const digit of held) {
    const index = left.indexOf(digit);
    expect(index).not.to.equal(-1, 'a digit that nobody typed');
    left.splice(index, 1);
  }
  return left;
}

describe('Whatever is typed and scanned', () => {
  for (const profile of [SUFFIX_PROFILE, PREFIX_SUFFIX_PROFILE]) {
    const set = profile.prefix === '' ? 'a suffix' : 'prefix and suffix';
    it(`gives out whole codes only, leaves nothing in a field and is silent about none, with ${set}`, () => {
      fc.assert(
        fc.property(fc.array(action, { minLength: 1, maxLength: 8 }), actions => {
          const shift = shiftOf(actions, profile.prefix);
          const { scans, rejected, quantity, ends } = work(shift, profile);
          expect(scans.filter(text => !shift.whole.includes(text))).to.deep.equal([], 'given, but not on a label');
          expect(scans).to.deep.equal(
            shift.whole.filter(text => scans.includes(text)),
            'in another order',
          );
          const silent = shift.whole.filter(text => !scans.includes(text) && !rejected.includes(text));
          expect(silent).to.deep.equal([], 'neither given nor said');
          expect(quantity).to.match(/^12\d*$/, 'letters in the quantity');
          const missing = without(shift.digits, quantity.slice(2));
          expect(missing.filter(digit => !rejected.includes(digit))).to.deep.equal([], 'digits neither left nor said');
          expect(ends).to.equal(0, 'a scanner’s Enter reached the page');
          if (profile.prefix !== '') expect(scans).to.deep.equal(shift.whole, 'with a prefix, each whole code comes');
        }),
        { numRuns: 100 },
      );
    });
  }
});
