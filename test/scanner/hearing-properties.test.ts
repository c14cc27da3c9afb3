import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createHearing } from '../../src/scanner/hearing/hearing.ts';
import { keyboardWedge } from '../../src/scanner/wedge/keyboard-wedge.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { Keyboard, strokes } from '../support/keyboard.ts';

/** Where the focus may be: in the plugins, on the bare page, and on what the page has. */
const PLACES = ['body', 'first', 'second', 'button', 'field', 'marked', 'secret', 'code', 'editor'] as const;
type Place = (typeof PLACES)[number];
/** What is never looked at, and what only is where the page says so. */
const SECRET: readonly Place[] = ['marked', 'secret', 'code'];
const FIELDS: readonly Place[] = ['field', 'editor'];

const place = fc.constantFrom(...PLACES);
const ends = fc.constantFrom('Enter', 'Tab', null);
/** Of nothing a person types fast, and of everything a label or a password may hold. */
const content = fc.oneof(
  { weight: 10, arbitrary: fc.stringMatching(/^[A-Za-z0-9$&.-]{1,30}$/) },
  { weight: 10, arbitrary: fc.constantFrom('Tr0ub4dor&3', '96385074', 'ItemQty-MOB-ART-118-55', '101', '$$confirm') },
  { weight: 1, arbitrary: fc.stringMatching(/^[A-Z0-9-]{80,250}$/) },
);

type Step =
  | {
      readonly kind: 'burst';
      readonly text: string;
      readonly gap: number;
      readonly end: string | null;
      readonly at: Place;
      readonly rest: number;
      /** Where the focus goes in the middle of it; `null`: it stays. */
      readonly then: { readonly after: number; readonly at: Place } | null;
    }
  | { readonly kind: 'show'; readonly first: boolean; readonly second: boolean }
  | { readonly kind: 'use'; readonly which: 'first' | 'second' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('burst' as const),
      text: content,
      gap: fc.integer({ min: 0, max: 400 }),
      end: ends,
      at: place,
      rest: fc.integer({ min: 200, max: 4000 }),
      then: fc.option(fc.record({ after: fc.integer({ min: 1, max: 12 }), at: place })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('show' as const), first: fc.boolean(), second: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('use' as const), which: fc.constantFrom('first', 'second') }),
  },
);

/** One for all runs, and a time that only rises: by these it is told what was half read when a wedge was taken away. */
const keyboard = new Keyboard();
let t = 1000;

interface Settings {
  readonly open: boolean;
  readonly take: boolean;
}

/** A page with two plugins and what a page has beside them. */
class Page {
  readonly keyboard = keyboard;
  readonly clock = new VirtualClock();
  readonly root = document.createElement('div');
  readonly given: { readonly by: 'first' | 'second'; readonly text: string }[] = [];
  readonly said: { readonly by: 'first' | 'second'; readonly text: string }[] = [];
  readonly places: Readonly<Record<Place, HTMLElement>>;
  readonly shown = { first: true, second: true };
  /** The one used last at the end. */
  readonly used: ('first' | 'second')[] = ['first', 'second'];
  private readonly undo: (() => void)[] = [];

  constructor({ open, take }: Settings) {
    const field = (markup: string): HTMLElement => {
      const range = document.createRange().createContextualFragment(markup);
      const element = range.firstElementChild;
      if (!(element instanceof HTMLElement)) throw new Error('no element');
      this.root.append(element);
      return element;
    };
    const marked = field('<p data-wms-inventar="ignore"><input></p>').querySelector('input');
    if (marked === null) throw new Error('no field');
    document.body.append(this.root);
    this.places = {
      body: document.body,
      first: this.plugin('first', open, take),
      second: this.plugin('second', open, take),
      button: field('<button type="button">B</button>'),
      field: field('<input>'),
      marked,
      secret: field('<input type="password">'),
      code: field('<input autocomplete="one-time-code">'),
      editor: field('<textarea></textarea>'),
    };
  }

  private plugin(name: 'first' | 'second', open: boolean, take: boolean): HTMLElement {
    const box = document.createElement('section');
    box.style.cssText = 'inline-size: 200px; block-size: 50px';
    box.id = name;
    const own = document.createElement('input');
    box.append(own);
    this.root.append(box);
    const hearing = createHearing(take ? 'take' : 'leave');
    hearing.setOpen(() => open);
    const { timeOf } = this.keyboard;
    const wedge = keyboardWedge({ clock: this.clock, timeOf });
    wedge.hearBy?.(hearing.hears);
    wedge.scans$.subscribe(({ text }) => this.given.push({ by: name, text }));
    wedge.rejects$.subscribe(({ text }) => this.said.push({ by: name, text }));
    this.undo.push(hearing.shownBy(box), () => wedge.disconnect());
    wedge.connect();
    return own;
  }

  show(which: { first: boolean; second: boolean }): void {
    for (const name of ['first', 'second'] as const) {
      this.shown[name] = which[name];
      const box = this.root.querySelector<HTMLElement>(`#${name}`);
      if (box !== null) box.hidden = !which[name];
    }
  }

  use(which: 'first' | 'second'): void {
    if (!this.shown[which]) return;
    this.used.splice(this.used.indexOf(which), 1);
    this.used.push(which);
    this.places[which].dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
  }

  /** The plugin that hears: of those shown, the one used last. */
  get active(): 'first' | 'second' | null {
    return this.used.filter(name => this.shown[name]).at(-1) ?? null;
  }

  /** Whose a key with the focus there is; `null`: the page's. */
  ownerOf(at: Place, { open, take }: Settings): 'first' | 'second' | null {
    if (SECRET.includes(at)) return null;
    if (at === 'first' || at === 'second') {
      // A field of a plugin that is not the active one is a field of the page to the other.
      if (at === this.active) return at;
      return open && take ? this.active : null;
    }
    if (at === 'body') return this.active;
    if (!open) return null;
    return FIELDS.includes(at) && !take ? null : this.active;
  }

  valueOf(at: Place): string {
    const element = this.places[at];
    return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : '';
  }

  remove(): void {
    for (const undo of this.undo) undo();
    this.root.remove();
  }
}

/** What of a text came to each plugin without a break. */
function piecesOf(text: string, owners: readonly ('first' | 'second' | null)[]) {
  const pieces: { by: 'first' | 'second'; text: string }[] = [];
  Array.from(text).forEach((character, index) => {
    const by = owners[index] ?? null;
    const last = pieces.at(-1);
    if (by === null) return;
    if (last !== undefined && owners[index - 1] === by) last.text += character;
    else pieces.push({ by, text: character });
  });
  return pieces;
}

/** A text area as an input: the keyboard of the tests types into inputs only. */
function press(page: Page, at: Place, key: string, t: number): KeyboardEvent {
  const target = page.places[at];
  const event = page.keyboard.press(target, { t, key });
  if (!event.defaultPrevented && target instanceof HTMLTextAreaElement && key.length === 1) target.value += key;
  return event;
}

describe('Whatever is typed wherever on a page with two plugins', () => {
  for (const settings of [
    { open: false, take: false },
    { open: true, take: false },
    { open: true, take: true },
  ]) {
    it(`is the page’s or one plugin’s, whole or said, with ${JSON.stringify(settings)}`, () => {
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), steps => {
          const page = new Page(settings);
          t += 5000;
          const whole: { by: 'first' | 'second'; text: string }[] = [];
          /** What went to a plugin alone at a scanner's pace, and long enough for a code. */
          const codes: { by: 'first' | 'second'; text: string }[] = [];
          const kept = new Map<Place, string>();
          let pressedByScan = 0;
          try {
            for (const each of steps) {
              if (each.kind === 'show') page.show(each);
              else if (each.kind === 'use') page.use(each.which);
              else {
                const isFast = each.gap <= 50;
                const keys = strokes(each.text, { at: t, gap: each.gap, suffix: each.end });
                const placeAt = (index: number) =>
                  each.then !== null && index >= each.then.after ? each.then.at : each.at;
                const owners = keys.map((_, index) => page.ownerOf(placeAt(index), settings));
                const [owner = null] = owners;
                const isOne = owners.every(by => by === owner);
                if (owner !== null && isOne && each.end === 'Enter') whole.push({ by: owner, text: each.text });
                // Each piece of it that one plugin had, at a scanner's pace: with its end or without, it is said.
                if (isFast) codes.push(...piecesOf(each.text, owners).filter(({ text }) => text.length >= 4));
                for (const [index, { key, t: at }] of keys.entries()) {
                  const where = placeAt(index);
                  const { defaultPrevented } = press(page, where, key, at);
                  if (owners[index] === null) {
                    expect(defaultPrevented, `a key in ${where} is the page’s`).to.equal(false);
                    if (key.length === 1) kept.set(where, (kept.get(where) ?? '') + key);
                  }
                  const isScan = isOne && owner !== null && isFast && each.text.length >= 4;
                  if (key === 'Enter' && isScan && !defaultPrevented) pressedByScan++;
                }
                t += keys.length * each.gap + each.rest;
                page.clock.advance(keys.length * each.gap + each.rest);
              }
            }
            page.clock.advance(5000);
            const isWhole = ({ by, text }: { by: string; text: string }) =>
              whole.some(code => code.by === by && code.text === text);
            expect(
              page.given.filter(given => !isWhole(given)),
              'given out, but no whole code of its own',
            ).to.deep.equal([]);
            const told = (by: string) =>
              [...page.given, ...page.said].filter(each => each.by === by).map(({ text }) => text);
            expect(
              codes.filter(({ by, text }) => !told(by).some(each => each.includes(text))),
              'neither given nor said',
            ).to.deep.equal([]);
            for (const [where, text] of kept) {
              // What is taken out again of a field that is taken from has been the plugin's.
              if (where === 'button') continue;
              if (SECRET.includes(where)) expect(page.valueOf(where), where).to.equal(text);
              else if (!settings.take && FIELDS.includes(where)) expect(page.valueOf(where), where).to.equal(text);
            }
            expect(pressedByScan, 'a scan’s Enter that reached the page').to.equal(0);
          } finally {
            page.remove();
          }
        }),
        { numRuns: 400 },
      );
    }).timeout(600_000);
  }
});
