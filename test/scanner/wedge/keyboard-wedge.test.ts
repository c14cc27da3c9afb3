import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type KeyboardWedgeOptions, keyboardWedge } from '../../../src/scanner/wedge/keyboard-wedge.ts';
import type { Scan, ScanReject, ScanSource } from '../../../src/scanner/scan.ts';
import { Keyboard, strokes } from '../../support/keyboard.ts';

describe('The keyboard wedge', () => {
  let keyboard: Keyboard;
  let wedge: ScanSource | null = null;
  let scans: Scan[];
  let rejects: ScanReject[];
  let field: HTMLInputElement;
  const texts = () => scans.map(scan => scan.text);

  const listen = (options: KeyboardWedgeOptions = {}) => {
    wedge?.disconnect();
    const next = keyboardWedge({ timeOf: keyboard.timeOf, ...options });
    next.scans$.subscribe(scan => scans.push(scan));
    next.rejects$.subscribe(reject => rejects.push(reject));
    next.connect();
    wedge = next;
  };

  beforeEach(async () => {
    keyboard = new Keyboard();
    scans = [];
    rejects = [];
    field = await fixture<HTMLInputElement>(html`<input aria-label="field" value="12" />`);
    field.setSelectionRange(1, 1);
    listen();
  });
  afterEach(() => wedge?.disconnect());

  for (const gap of [0, 1, 6, 10, 20, 50]) {
    it(`reads a code typed with ${gap} ms between its keys, and leaves no trace in the field`, () => {
      keyboard.play(field, strokes('QC-157/A]', { gap }));
      expect(texts()).to.deep.equal(['QC-157/A]']);
      expect(scans[0]).to.include({ end: 'suffix', maxGapMs: gap, sourceId: 'keyboard' });
      expect([field.value, field.selectionStart, field.selectionEnd]).to.deep.equal(['12', 1, 1]);
    });
  }

  it('reads a QR code of 250 characters', () => {
    const text = 'ABCDEFGHI-'.repeat(25);
    keyboard.play(field, strokes(text));
    expect(texts()).to.deep.equal([text]);
  });

  it('keeps codes apart that come without a pause, and the same code ten times', () => {
    for (let n = 0; n < 10; n++) keyboard.play(field, strokes('5940000000103', { at: n * 14, gap: 1 }));
    expect(texts()).to.deep.equal(Array(10).fill('5940000000103'));
    expect(new Set(scans.map(scan => scan.id)).size).to.equal(10);
  });

  it('says with an input event that it took the text out again, so that whoever listens follows', () => {
    const heard: string[] = [];
    field.addEventListener('input', () => heard.push(field.value));
    keyboard.play(field, strokes('L1-A'));
    expect(heard.at(-1)).to.equal('12');
  });

  for (const gap of [60, 120, 300]) {
    it(`leaves alone what a person types with ${gap} ms between the keys, Enter included`, () => {
      field.value = '';
      keyboard.play(field, strokes('12500', { gap }));
      expect(scans).to.be.empty;
      expect(rejects).to.be.empty;
      expect(field.value).to.equal('12500');
      expect(keyboard.press(field, { t: 9999, key: 'Enter' }).defaultPrevented).to.equal(false);
    });
  }

  it('leaves a short fast entry alone: it is nobody’s code', () => {
    field.value = '';
    keyboard.play(field, strokes('125', { gap: 10 }));
    expect(scans).to.be.empty;
    expect(field.value).to.equal('125');
  });

  for (const [text, gap] of [
    ['101', 2],
    ['A-7', 1],
    ['B12', 0],
    ['101', 3],
  ] as const) {
    it(`reads ${text}, at ${gap} ms, where nothing is typed into: its Enter presses no button`, async () => {
      const button = await fixture<HTMLButtonElement>(html`<button>Send</button>`);
      const prevented = keyboard.play(button, strokes(text, { gap }));
      expect([texts(), prevented.at(-1)]).to.deep.equal([[text], true]);
    });
  }

  for (const [text, gap] of [
    ['101', 5],
    ['36', 1],
    ['7', 0],
  ] as const) {
    it(`leaves ${text} on a button to the page, at ${gap} ms: a person may have pressed that`, async () => {
      const button = await fixture<HTMLButtonElement>(html`<button>Send</button>`);
      const prevented = keyboard.play(button, strokes(text, { gap }));
      expect([texts(), rejects, prevented.at(-1)]).to.deep.equal([[], [], false]);
    });
  }

  for (const [before, key] of [
    ['5', 'F8'],
    [' ', 'F8'],
    ['5', 'F9'],
    ['0', 'ArrowDown'],
  ] as const) {
    it(`loses no ${key} that is pressed 20 ms after ${JSON.stringify(before)}`, () => {
      const prevented = keyboard.play(field, [
        { t: 0, key: before },
        { t: 20, key },
        { t: 5000, key: 'Escape' },
      ]);
      expect(prevented).to.deep.equal([false, false, false]);
    });
  }

  it('keeps what was typed before a scan, and takes only the scan', () => {
    field.value = '';
    keyboard.play(field, strokes('250', { gap: 120, suffix: null }));
    keyboard.play(field, strokes('Item-MOB-ART', { at: 360 }));
    expect(texts()).to.deep.equal(['Item-MOB-ART']);
    expect(field.value).to.equal('250');
  });

  it('is not deceived by a busy page: only the events’ own time counts', () => {
    const keys = strokes('Item-MOB-ART', { at: 0, gap: 8 });
    keyboard.play(field, keys.slice(0, 5));
    // The page is busy for longer than a code may pause.
    for (const start = performance.now(); performance.now() - start < 200;);
    keyboard.play(field, keys.slice(5));
    expect(texts()).to.deep.equal(['Item-MOB-ART']);
  });

  it('never gives out a fragment: a code that pauses is rejected, its rest too', () => {
    keyboard.play(field, strokes('Item-MO', { suffix: null }));
    keyboard.play(field, strokes('B-ART-118', { at: 700 }));
    expect(scans).to.be.empty;
    expect(rejects.map(({ text, reason }) => [text, reason])).to.deep.equal([
      ['Item-MO', 'too-slow'],
      ['Item-MOB-ART-118', 'too-slow'],
    ]);
    keyboard.play(field, strokes('Item-MOB-ART', { at: 5000 }));
    expect(texts()).to.deep.equal(['Item-MOB-ART']);
  });

  for (const head of [1, 3, 15]) {
    it(`never gives out the rest of a code of which another wedge heard the first ${head} characters, but says it`, () => {
      const [first, rest] = ['Item-MOB-ART-118'.slice(0, head), 'Item-MOB-ART-118'.slice(head)];
      keyboard.play(document.body, strokes(first, { at: 1000, gap: 2, suffix: null }));
      listen();
      keyboard.play(document.body, strokes(rest, { at: 1000 + head * 2, gap: 2 }));
      expect(texts()).to.be.empty;
      expect(rejects.map(({ text, reason }) => [text, reason])).to.deep.equal([['Item-MOB-ART-118', 'too-slow']]);
      keyboard.play(document.body, strokes('Loc-1', { at: 2000 }));
      expect(texts()).to.deep.equal(['Loc-1']);
    });
  }

  it('never gives out the rest of a code that went on with nobody to hear it, however long', () => {
    keyboard.play(document.body, strokes('Item', { at: 1000, gap: 60, suffix: null }));
    wedge?.disconnect();
    keyboard.play(document.body, strokes('-MOB-AR', { at: 1240, gap: 60, suffix: null }));
    listen();
    keyboard.play(document.body, strokes('T-118', { at: 1660, gap: 40 }));
    expect(texts()).to.be.empty;
    expect(rejects.map(({ text }) => text).join()).to.contain('T-118');
    keyboard.play(document.body, strokes('Loc-1', { at: 5000 }));
    expect(texts()).to.deep.equal(['Loc-1']);
  });

  it('gives out a code that begins after another wedge was taken away, whatever a person typed before', () => {
    keyboard.play(document.body, strokes('12', { at: 1000, gap: 100, suffix: null }));
    listen();
    keyboard.play(document.body, strokes('Item-MOB-ART-118', { at: 1400, gap: 2 }));
    expect(texts()).to.deep.equal(['Item-MOB-ART-118']);
  });

  it('takes half a code out of the field before a press on a button finds it there', async () => {
    const button = await fixture<HTMLButtonElement>(
      html`<button @pointerdown=${() => seen.push(field.value)}>OK</button>`,
    );
    const seen: string[] = [];
    listen({ timeOf: event => (event instanceof PointerEvent ? 600 : keyboard.timeOf(event)) });
    keyboard.play(field, strokes('Item-MO', { suffix: null }));
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(seen).to.deep.equal(['12']);
    expect(rejects).to.have.lengthOf(1);
  });

  it('rejects rather than guesses when one character comes before a pause', () => {
    keyboard.play(field, [{ t: 0, key: '2' }, ...strokes('Item-MOB', { at: 110 })]);
    expect(scans).to.be.empty;
    expect(rejects).to.have.lengthOf(1);
  });

  it('presses no button: neither with a space in the code nor with its Enter', async () => {
    let pressed = 0;
    const button = await fixture<HTMLButtonElement>(html`<button @click=${() => pressed++}>+1</button>`);
    keyboard.play(button, strokes('A B C-1'));
    expect(texts()).to.deep.equal(['A B C-1']);
    expect(pressed).to.equal(0);
    keyboard.press(button, { t: 9000, key: ' ' });
    expect(pressed).to.equal(1, 'a person still presses it');
  });

  it('looks through shadow roots at the field itself', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const inner = document.createElement('input');
    host.attachShadow({ mode: 'open' }).append(inner);
    keyboard.play(inner, strokes('L1-A-02'));
    expect(texts()).to.deep.equal(['L1-A-02']);
    expect(inner.value).to.equal('');
  });

  it('takes a scan out of every field it typed into, when the focus moves in the middle', async () => {
    const other = await fixture<HTMLInputElement>(html`<input aria-label="other" value="x" />`);
    keyboard.play(field, strokes('Item-', { suffix: null }));
    keyboard.play(other, strokes('MOB-ART', { at: 25 }));
    expect(texts()).to.deep.equal(['Item-MOB-ART']);
    expect([field.value, other.value]).to.deep.equal(['12', 'x']);
  });

  it('takes AltGr for text, and a key with Ctrl for a command', () => {
    const at = { key: '@', init: { ctrlKey: true, altKey: true, modifierAltGraph: true } };
    keyboard.play(field, [
      ...strokes('A-1', { suffix: null }),
      { t: 14, key: 'Control' },
      { t: 15, ...at },
      ...strokes('B2', { at: 20 }),
    ]);
    expect(texts()).to.deep.equal(['A-1@B2']);
    keyboard.play(field, [...strokes('ABC', { suffix: null }), { t: 15, key: 'c', init: { ctrlKey: true } }]);
    keyboard.play(field, strokes('D', { at: 20 }));
    expect(scans).to.have.lengthOf(1);
  });

  it('takes a held key for a person’s', () => {
    keyboard.play(
      field,
      strokes('aaaaaaa', { gap: 30, suffix: null }).map(stroke => ({ ...stroke, init: { repeat: true } })),
    );
    keyboard.press(field, { t: 220, key: 'Enter' });
    expect(scans).to.be.empty;
  });

  it('reads with a prefix what nothing else is mistaken for', () => {
    listen({ profile: { prefix: '~~', maxMedianGapMs: 250, maxGapMs: 400 } });
    keyboard.play(field, strokes('~~Loc-01-L1', { gap: 100 }));
    keyboard.play(field, strokes('Loc-01-L1', { at: 5000 }));
    expect(texts()).to.deep.equal(['Loc-01-L1']);
  });

  it('reads with Tab as suffix, and leaves Enter to others', () => {
    listen({ profile: { suffix: 'Tab' } });
    keyboard.play(field, strokes('Loc-01-L1', { suffix: 'Tab' }));
    expect(texts()).to.deep.equal(['Loc-01-L1']);
  });

  it('is unverified until the first scan, and disconnected after', () => {
    const states: string[] = [];
    wedge?.state$.subscribe(state => states.push(state));
    keyboard.play(field, strokes('Loc-01-L1'));
    wedge?.disconnect();
    keyboard.play(field, strokes('Loc-01-L2', { at: 900 }));
    expect(states).to.deep.equal(['unverified', 'ready', 'disconnected']);
    expect(scans).to.have.lengthOf(1);
  });

  it('loses none of 200 codes that arrive in one task', () => {
    for (let n = 0; n < 200; n++) keyboard.play(field, strokes(`RFID-${n}`, { at: n * 12, gap: 1 }));
    expect(texts()).to.deep.equal(Array.from({ length: 200 }, (_, n) => `RFID-${n}`));
    expect(field.value).to.equal('12');
  });

  it('reads real keys of a real browser', async () => {
    // Generous pauses: how fast these keys come is up to how busy the machine is.
    listen({ timeOf: event => event.timeStamp, profile: { maxMedianGapMs: 1000, maxGapMs: 5000 } });
    field.focus();
    await sendKeys({ type: 'Item-MOB-ART-118' });
    await sendKeys({ press: 'Enter' });
    expect(texts()).to.deep.equal(['Item-MOB-ART-118']);
    expect(field.value).to.equal('12');
  });
});
