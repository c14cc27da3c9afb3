import { expect } from '@open-wc/testing';
import { mergeSources } from '../../src/scanner/merge-sources.ts';
import type { ScanSource } from '../../src/scanner/scan.ts';
import { openAndroidSink } from '../../src/scanner/wedge/android-sink.ts';
import { type KeyboardWedge, keyboardWedge } from '../../src/scanner/wedge/keyboard-wedge.ts';
import { CODE, HeardPage } from '../support/heard-page.ts';
import { strokes } from '../support/keyboard.ts';

describe('What a plugin hears', () => {
  let pages: HeardPage[] = [];
  const pageWith = (options?: { open?: boolean; take?: boolean }): HeardPage => {
    const page = new HeardPage(options);
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

  describe('of what is edited without being a field', () => {
    it('is nothing of a page in a frame that is an editor as a whole', () => {
      const page = pageWith();
      const frame = document.createElement('iframe');
      page.root.append(frame);
      const body = frame.contentDocument?.body;
      if (body === undefined) throw new Error('no frame');
      for (const edit of [() => (body.contentEditable = 'true'), () => (body.ownerDocument.designMode = 'on')]) {
        edit();
        const event = new KeyboardEvent('keydown', { key: 'x', bubbles: true, composed: true });
        let heard: boolean | null = null;
        body.addEventListener('keydown', each => (heard = page.hearing.hears(each)), { once: true });
        body.dispatchEvent(event);
        expect(heard).to.equal(false);
        body.contentEditable = 'inherit';
      }
    });

    const UNSEEN: readonly [what: string, add: (page: HeardPage) => HTMLElement][] = [
      [
        'a field in a closed shadow root, which may be a secret',
        page => {
          const host = page.add('<page-field data-field></page-field>');
          host.attachShadow({ mode: 'closed' }).append(document.createElement('input'));
          return host;
        },
      ],
      ['what says that it is a text box', page => page.add('<div data-field role="textbox" tabindex="0"></div>')],
      ['what says that it is a search box', page => page.add('<div data-field role="searchbox" tabindex="0"></div>')],
      ['what says that it is a number', page => page.add('<div data-field role="spinbutton" tabindex="0"></div>')],
    ];
    for (const [what, add] of UNSEEN) {
      it(`is nothing of ${what}`, () => {
        const page = pageWith();
        expect(page.scan(add(page), 'Tr0ub4dor&3', 6), 'the page gets its Enter').to.equal(true);
        expect(page.texts).to.be.empty;
      });
    }

    it('is a scan on an element of the page’s own that takes the focus itself', () => {
      const page = pageWith();
      page.scan(page.add('<page-card data-field tabindex="0"></page-card>'));
      expect(page.texts).to.deep.equal([CODE]);
    });
  });

  describe('while it is not shown', () => {
    const HIDDEN: readonly [how: string, hide: (page: HeardPage) => void][] = [
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
        'under a dialog in a shadow root of the page, in which nothing has the focus',
        page => {
          const host = document.createElement('div');
          const dialog = document.createElement('dialog');
          dialog.textContent = 'Sure?';
          host.attachShadow({ mode: 'open' }).append(dialog);
          page.root.before(host);
          dialog.showModal();
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          dialog.blur();
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

  describe('by a wedge of the host’s own', () => {
    const wedgeIn = (page: HeardPage, around: (wedge: KeyboardWedge) => ScanSource = wedge => wedge) => {
      const texts: string[] = [];
      const wedge = keyboardWedge({ timeOf: page.keyboard.timeOf });
      const source = around(wedge);
      source.scans$.subscribe(({ text }) => texts.push(text));
      return { texts, source };
    };
    const WAYS: readonly [how: string, around: (wedge: KeyboardWedge) => ScanSource][] = [
      ['given to a session', wedge => wedge],
      ['given to a session with others as one', wedge => mergeSources(wedge)],
    ];
    for (const [how, around] of WAYS) {
      it(`is what the session hears, ${how}`, () => {
        const page = pageWith();
        page.disconnect();
        const { texts, source } = wedgeIn(page, around);
        source.hearBy?.(page.hearing.hears);
        source.connect();
        page.scan(page.add('<input data-field>'), 'Loc-1');
        page.scan(document.body, 'Loc-2');
        page.root.hidden = true;
        page.scan(document.body, 'Loc-3');
        source.disconnect();
        expect(texts).to.deep.equal(['Loc-2']);
      });
    }

    it('is nothing of secrets without a session either', () => {
      const page = pageWith();
      page.disconnect();
      const { texts, source } = wedgeIn(page);
      source.connect();
      const secret = page.add('<input data-field type="password">');
      expect(page.scan(secret, 'Tr0ub4dor&3', 6), 'the page gets its Enter').to.equal(true);
      page.scan(page.add('<input data-field>'), 'Loc-1');
      source.disconnect();
      expect([texts, secret]).to.deep.equal([['Loc-1'], secret]);
      expect(secret).to.have.property('value', 'Tr0ub4dor&3');
    });

    it('is all of the field that it keeps out of sight on Android, and nothing while the plugin is hidden', () => {
      const page = pageWith({ open: false });
      const close = openAndroidSink({ parent: page.root, label: 'Scanner' });
      const sink = page.root.querySelector<HTMLElement>('input[aria-label=Scanner]');
      if (sink === null) throw new Error('no sink');
      page.scan(sink, 'Loc-1');
      page.plugin.hidden = true;
      page.plugin.style.display = 'none';
      page.scan(sink, 'Loc-2');
      close();
      expect(page.texts).to.deep.equal(['Loc-1']);
    });
  });

  it('is no code whose beginning went where nothing is heard', () => {
    for (const markup of ['<input data-field type="password">', '<input data-field>']) {
      const page = pageWith();
      const field = page.add(markup);
      page.keyboard.play(field, strokes('Item-MOB-', { at: 1000, gap: 2, suffix: null }));
      page.keyboard.play(document.body, strokes('ART-118', { at: 1018, gap: 2 }));
      expect(page.texts).to.be.empty;
      expect(page.rejects).to.deep.equal(['ART-118']);
      page.scan(document.body, 'Loc-1');
      expect(page.texts, 'the next is whole').to.deep.equal(['Loc-1']);
      page.remove();
    }
  });

  it('is no code whose middle went where nothing is heard', () => {
    const page = pageWith();
    const field = page.add('<input data-field>');
    page.keyboard.play(document.body, strokes('Item-MOB-', { at: 1000, gap: 2, suffix: null }));
    page.keyboard.play(field, strokes('ART', { at: 1018, gap: 2, suffix: null }));
    page.keyboard.play(document.body, strokes('-118', { at: 1024, gap: 2 }));
    expect(page.texts).to.be.empty;
    expect(page.rejects.join(' ')).to.contain('Item-MOB-').and.to.contain('-118');
    expect(field).to.have.property('value', 'ART');
  });

  it('is no code that began while another plugin heard', () => {
    const [first, second] = [pageWith(), pageWith()];
    const all = strokes(CODE, { at: 1000, gap: 2 });
    for (const stroke of all.slice(0, 6)) first.keyboard.press(document.body, stroke);
    second.remove();
    for (const stroke of all.slice(6)) first.keyboard.press(document.body, stroke);
    expect([first.texts, second.texts]).to.deep.equal([[], []]);
  });

  it('leaves a person’s Enter soon after a field of the page to the page', () => {
    const page = pageWith();
    const field = page.add('<input data-field>');
    const button = page.add('<button data-field></button>');
    let pressed = 0;
    button.addEventListener('click', () => pressed++);
    page.keyboard.play(field, strokes('12', { at: 1000, gap: 120, suffix: 'Tab' }));
    page.keyboard.press(button, { t: 1340, key: 'Enter' });
    expect(pressed).to.equal(1);
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
