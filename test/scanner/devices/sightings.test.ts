import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { SeenCode } from '../../../src/scanner/devices/camera/decoder.ts';
import { createSightings } from '../../../src/scanner/devices/camera/sightings.ts';

const MIDDLE = { left: 0.4, right: 0.6, top: 0.45, bottom: 0.55 };
const CORNER = { left: 0, right: 0.2, top: 0, bottom: 0.1 };
const code = (text: string, box = MIDDLE, more: Partial<SeenCode> = {}): SeenCode => ({
  text,
  symbology: 'code_128',
  box,
  isPart: false,
  ...more,
});

const BOXES = [MIDDLE, CORNER, { ...CORNER, left: 0.8, right: 1 }];

/** The most pictures in a row that were without the text. */
function longestAbsence(frames: readonly (readonly string[])[], text: string): number {
  let longest = 0;
  let absence = 0;
  for (const texts of frames) {
    absence = texts.includes(text) ? 0 : absence + 1;
    longest = Math.max(longest, absence);
  }
  return longest;
}

/** Ten pictures a second. */
function watch() {
  const sightings = createSightings();
  let at = 0;
  const counted: string[] = [];
  const hints: (string | null)[] = [];
  const show = (times: number, ...codes: SeenCode[]) => {
    for (let n = 0; n < times; n++) {
      const { counts, hint } = sightings.look(codes, (at += 100));
      if (counts !== null) counted.push(counts.text);
      hints.push(hint);
    }
  };
  return { show, counted, hints, pass: (milliseconds: number) => (at += milliseconds) };
}

describe('A code before the camera', () => {
  it('counts once while it stays, however long', () => {
    const { show, counted } = watch();
    show(600, code('A'));
    expect(counted).to.deep.equal(['A']);
  });

  it('counts again once it has left the picture', () => {
    const { show, counted } = watch();
    show(10, code('A'));
    show(8);
    show(10, code('A'));
    expect(counted).to.deep.equal(['A', 'A']);
  });

  it('does not leave with a picture that is blurred, nor with a slow device', () => {
    const { show, counted, pass } = watch();
    show(5, code('A'));
    show(4);
    show(5, code('A'));
    // Six blurred pictures within half a second.
    const fast = createSightings();
    fast.look([code('B')], 0);
    expect(fast.look([code('B')], 10).counts?.text).to.equal('B');
    for (let n = 2; n < 8; n++) fast.look([], n * 80);
    expect(fast.look([code('B')], 650).counts).to.equal(null);
    expect(fast.look([code('B')], 660).counts).to.equal(null);
    // A page that nobody saw for a minute.
    pass(60_000);
    show(5, code('A'));
    expect(counted).to.deep.equal(['A']);
  });

  it('counts once two pictures agree, so that a misread code does not', () => {
    const { show, counted } = watch();
    show(1, code('A'));
    show(1, code('B'));
    expect(counted).to.deep.equal([]);
    show(1, code('A'));
    expect(counted).to.deep.equal(['A']);
  });

  it('is the one in the middle of several; the others count when they come there', () => {
    const { show, counted, hints } = watch();
    show(5, code('A'), code('B', CORNER));
    show(5, code('A', CORNER), code('B'));
    expect(counted).to.deep.equal(['A', 'B']);
    expect(hints.filter(hint => hint !== null)).to.deep.equal([]);
  });

  it('is not guessed where several are aside, or two in the middle', () => {
    const { show, counted, hints } = watch();
    show(3, code('A', CORNER), code('B', { ...CORNER, left: 0.8, right: 1 }));
    show(3, code('A'), code('B', { ...MIDDLE, top: 0.5 }));
    expect(counted).to.deep.equal([]);
    expect(hints).to.deep.equal(Array.from({ length: 6 }, () => 'several-codes'));
  });

  it('needs no aim where it is alone, and no word where all of several are counted', () => {
    const { show, counted, hints } = watch();
    show(3, code('A', CORNER));
    show(3, code('B', { ...CORNER, left: 0.8, right: 1 }));
    expect(counted).to.deep.equal(['A', 'B']);
    show(3, code('A', CORNER), code('B', { ...CORNER, left: 0.8, right: 1 }));
    expect(hints.at(-1)).to.equal(null);
  });

  it('is another code with another symbology', () => {
    const { show, counted } = watch();
    show(3, code('0109506000134352', MIDDLE, { aim: ']C1' }));
    show(3, code('0109506000134352', MIDDLE, { aim: ']C0' }));
    expect(counted).to.have.lengthOf(2);
  });

  it('does not count as a part of a code', () => {
    const { show, counted, hints } = watch();
    show(3, code('1 of 2', MIDDLE, { isPart: true }));
    expect(counted).to.deep.equal([]);
    expect(hints).to.deep.equal(['part-of-code', 'part-of-code', 'part-of-code']);
  });

  it('never counts twice without having been away, whatever the pictures show', () => {
    const frame = fc.subarray(['A', 'B', 'C']);
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 120 }), frames => {
        const sightings = createSightings();
        const countedAt = new Map<string, number>();
        frames.forEach((texts, n) => {
          const shown = texts.map((text, at) => code(text, BOXES[at]));
          const text = sightings.look(shown, n * 100).counts?.text;
          if (text === undefined) return;
          const since = countedAt.get(text);
          if (since !== undefined) expect(longestAbsence(frames.slice(since, n), text)).to.be.at.least(5);
          countedAt.set(text, n);
        });
      }),
    );
  });
});
