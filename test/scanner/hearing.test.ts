import { expect } from '@open-wc/testing';
import { type Hearing, createHearing } from '../../src/scanner/hearing/hearing.ts';
import { type KeyboardWedge, keyboardWedge } from '../../src/scanner/wedge/keyboard-wedge.ts';
import { Keyboard, strokes } from '../support/keyboard.ts';

const CODE = 'Item-MOB-ART-118';

/** A page with a plugin in it, which is a box with a field of its own. */
class Page {
  readonly keyboard = new Keyboard();
  readonly texts: string[] = [];
  readonly rejects: string[] = [];
  readonly root = document.createElement('div');
  readonly plugin = document.createElement('section');
  readonly own = document.createElement('input');
  readonly hearing: Hearing;
  private readonly wedge: KeyboardWedge;
  private readonly gone: () => void;
  private at = 0;

  constructor({ open = true, take = false }: { open?: boolean; take?: boolean } = {}) {
    this.hearing = createHearing(take ? 'take' : 'leave');
    this.hearing.setOpen(() => open);
    this.plugin.style.cssText = 'display: block; inline-size: 200px; block-size: 100px';
    this.plugin.attachShadow({ mode: 'open' }).append(this.own);
    this.root.append(this.plugin);
    document.body.append(this.root);
    this.gone = this.hearing.shownBy(this.plugin);
    this.wedge = keyboardWedge({ timeOf: this.keyboard.timeOf, hears: this.hearing.hears });
    this.wedge.scans$.subscribe(({ text }) => this.texts.push(text));
    this.wedge.rejects$.subscribe(({ text }) => this.rejects.push(text));
    this.wedge.connect();
  }

  add(markup: string): HTMLElement {
    const box = document.createElement('div');
    box.append(document.createRange().createContextualFragment(markup));
    this.root.append(box);
    const field = box.querySelector<HTMLElement>('[data-field]');
    if (field === null) throw new Error('no field');
    return field;
  }

  /** Whether the page got its Enter. */
  scan(target: HTMLElement, text = CODE, gap = 2): boolean {
    this.at += 5000;
    const played = strokes(text, { at: this.at, gap }).map(stroke => this.keyboard.press(target, stroke));
    return played.at(-1)?.defaultPrevented === false;
  }

  remove(): void {
    this.wedge.disconnect();
    this.gone();
    this.root.remove();
  }
}

describe('What a plugin hears', () => {
  let pages: Page[] = [];
  const pageWith = (options?: { open?: boolean; take?: boolean }): Page => {
    const page = new Page(options);
    pages.push(page);
    return page;
  };
  afterEach(() => {
    for (const page of pages) page.remove();
    pages = [];
  });

  describe('of fields of the page', () => {
    const SECRETS: readonly [what: string, markup: string][] = [
      ['a password', '<input data-field type="password">'],
      ['a one-time code', '<input data-field autocomplete="one-time-code">'],
      [
        'a password by its name for browsers',
        '<input data-field type="text" autocomplete="section-a current-password">',
      ],
      ['a new password', '<input data-field autocomplete="NEW-PASSWORD">'],
      ['what the page has marked', '<p data-wms-inventar="ignore"><span><input data-field></span></p>'],
      ['a button that the page has marked', '<button data-field data-wms-inventar="ignore"></button>'],
      ['an editor that the page has marked', '<div data-field data-wms-inventar="ignore" contenteditable></div>'],
    ];
    for (const [what, markup] of SECRETS) {
      for (const options of [{}, { take: true }, { open: false }]) {
        it(`is nothing of ${what}, with ${JSON.stringify(options)}`, () => {
          const page = pageWith(options);
          const field = page.add(markup);
          expect(page.scan(field, 'Tr0ub4dor&3', 6), 'the page gets its Enter').to.equal(true);
          if (field instanceof HTMLInputElement) expect(field.value).to.equal('Tr0ub4dor&3');
          expect(page.texts).to.be.empty;
        });
      }
    }

    it('is nothing of a password that is shown in clear now', () => {
      const page = pageWith({ take: true });
      const field = page.add('<input data-field type="password">');
      page.scan(field, 'Tr0ub4');
      field.setAttribute('type', 'text');
      page.scan(field, 'Tr0ub4dor&3');
      expect(page.texts).to.be.empty;
    });

    it('is nothing of a secret in a shadow root', () => {
      const page = pageWith({ take: true });
      const host = page.add('<div data-field></div>');
      const field = document.createElement('input');
      field.type = 'password';
      host.attachShadow({ mode: 'open' }).append(field);
      page.scan(field);
      expect([field.value, ...page.texts]).to.deep.equal([CODE]);
    });

    const FIELDS: readonly [what: string, markup: string][] = [
      ['a text field', '<input data-field>'],
      ['a search field', '<input data-field type="search">'],
      ['a text of many lines', '<textarea data-field></textarea>'],
      ['an editor', '<div data-field contenteditable></div>'],
      ['a list to choose from', '<select data-field><option>I</option></select>'],
    ];
    for (const [what, markup] of FIELDS) {
      it(`is nothing of ${what}, unless the page says so and a list is open`, () => {
        const leaving = pageWith();
        expect(leaving.scan(leaving.add(markup)), 'the page gets its Enter').to.equal(true);
        expect(leaving.texts).to.be.empty;
        leaving.remove();
        const taking = pageWith({ take: true });
        expect(taking.scan(taking.add(markup))).to.equal(false);
        expect(taking.texts).to.deep.equal([CODE]);
        taking.remove();
        const closed = pageWith({ take: true, open: false });
        closed.scan(closed.add(markup));
        expect(closed.texts).to.be.empty;
      });
    }

    it('is a scan on a button or link with a list open, whose Enter presses nothing', () => {
      const page = pageWith();
      let pressed = 0;
      const button = page.add('<form><button data-field></button></form>');
      button.addEventListener('click', event => {
        event.preventDefault();
        pressed++;
      });
      page.scan(button);
      page.scan(page.add('<a data-field href="#here">x</a>'), 'Loc-2');
      expect([page.texts, pressed]).to.deep.equal([[CODE, 'Loc-2'], 0]);
    });

    it('is nothing of buttons and links without a list, but its own focus and the bare page', () => {
      const page = pageWith({ open: false });
      page.scan(page.add('<button data-field></button>'), 'Loc-1');
      page.scan(page.add('<a data-field href="#here">x</a>'), 'Loc-2');
      expect(page.texts).to.be.empty;
      page.scan(page.own, 'Loc-3');
      page.scan(document.body, 'Loc-4');
      expect(page.texts).to.deep.equal(['Loc-3', 'Loc-4']);
    });
  });

  describe('while it is not shown', () => {
    const HIDDEN: readonly [how: string, hide: (page: Page) => void][] = [
      ['in what is not displayed', page => (page.root.style.display = 'none')],
      ['invisible', page => (page.root.style.visibility = 'hidden')],
      ['in content that the browser skips', page => page.root.style.setProperty('content-visibility', 'hidden')],
      ['inert', page => (page.root.inert = true)],
      ['without size', page => (page.plugin.style.blockSize = '0')],
      ['in a box folded to nothing', page => (page.root.style.cssText = 'block-size: 0; overflow: hidden')],
      [
        'in closed details',
        page => {
          const details = document.createElement('details');
          page.root.before(details);
          details.append(page.root);
        },
      ],
      [
        'under a dialog of the page',
        page => {
          const dialog = document.createElement('dialog');
          page.root.before(dialog);
          dialog.showModal();
        },
      ],
      [
        'under a dialog in a shadow root of the page',
        page => {
          const host = document.createElement('div');
          const dialog = document.createElement('dialog');
          dialog.append(document.createElement('button'));
          host.attachShadow({ mode: 'open' }).append(dialog);
          page.root.before(host);
          dialog.showModal();
        },
      ],
      [
        'under what the page says is modal',
        page => {
          const overlay = document.createElement('div');
          overlay.setAttribute('role', 'dialog');
          overlay.ariaModal = 'true';
          overlay.textContent = 'Sure?';
          page.root.before(overlay);
        },
      ],
    ];
    for (const [how, hide] of HIDDEN) {
      it(`is nothing: ${how}`, () => {
        const page = pageWith();
        expect(page.hearing.isShown()).to.equal(true);
        hide(page);
        expect(page.hearing.isShown()).to.equal(false);
        page.scan(document.body);
        expect(page.texts).to.be.empty;
        for (const added of document.querySelectorAll('dialog, details, [aria-modal]')) added.remove();
        for (const { shadowRoot } of document.querySelectorAll('div')) shadowRoot?.querySelector('dialog')?.close();
      });
    }

    it('is all, where it stands in the dialog itself or has one of its own', () => {
      const page = pageWith();
      const below = document.createElement('dialog');
      const dialog = document.createElement('dialog');
      page.root.before(below, dialog);
      below.showModal();
      dialog.append(page.plugin);
      dialog.showModal();
      page.own.focus();
      expect(page.hearing.isShown()).to.equal(true);
      const own = document.createElement('dialog');
      page.plugin.shadowRoot?.append(own);
      own.showModal();
      expect(page.hearing.isShown()).to.equal(true);
      page.scan(page.own);
      expect(page.texts).to.deep.equal([CODE]);
      for (const each of [below, dialog]) each.remove();
    });

    it('is all, where it is scrolled out of sight', () => {
      const page = pageWith();
      page.root.style.paddingBlockStart = '5000px';
      expect(page.hearing.isShown()).to.equal(true);
    });
  });

  describe('beside another', () => {
    it('is what comes while it was used last', () => {
      const [first, second] = [pageWith(), pageWith()];
      first.scan(document.body, 'Loc-1');
      first.own.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      first.scan(document.body, 'Loc-2');
      second.own.focus();
      second.scan(document.body, 'Loc-3');
      expect([first.texts, second.texts]).to.deep.equal([['Loc-2'], ['Loc-1', 'Loc-3']]);
    });

    it('is all, once the other is hidden or gone', () => {
      const [first, second] = [pageWith(), pageWith()];
      second.root.hidden = true;
      first.scan(document.body, 'Loc-1');
      second.root.hidden = false;
      first.scan(document.body, 'Loc-2');
      second.remove();
      first.scan(document.body, 'Loc-3');
      expect(first.texts).to.deep.equal(['Loc-1', 'Loc-3']);
    });

    it('of another version is by what they both keep on the page', () => {
      const page = pageWith();
      const plugins: unknown = Reflect.get(globalThis, Symbol.for('wms-inventar.plugins'));
      if (!Array.isArray(plugins)) throw new Error('no registry');
      const other = { isShown: () => true };
      plugins.push(other);
      page.scan(document.body);
      expect(page.texts).to.be.empty;
      plugins.splice(plugins.indexOf(other), 1);
      page.scan(document.body);
      expect(page.texts).to.deep.equal([CODE]);
    });
  });

  it('is said to be broken off where the focus goes to a secret in the middle of a scan, which keeps the rest', () => {
    const page = pageWith();
    const secret = page.add('<input data-field type="password">');
    page.keyboard.play(document.body, strokes('Item-MOB-AR', { at: 1000, gap: 2, suffix: null }));
    page.keyboard.play(secret, strokes('T-118', { at: 1022, gap: 2 }));
    page.scan(document.body, 'Loc-1');
    expect(page.rejects).to.deep.equal(['Item-MOB-AR']);
    expect(page.texts).to.deep.equal(['Loc-1']);
    expect(secret).to.have.property('value', 'T-118');
  });
});
