import { expect } from '@open-wc/testing';
import type { Hearing } from '../../src/scanner/hearing/hearing.ts';
import { CODE, HeardPage } from '../support/heard-page.ts';

/** Where pages of hosts put a plugin, what they put over it, and where they keep what nobody is to hear. */
describe('Wherever a page has the plugin', () => {
  let pages: HeardPage[] = [];
  const added: Element[] = [];
  const pageWith = (options?: ConstructorParameters<typeof HeardPage>[0]): HeardPage => {
    const page = new HeardPage(options);
    pages.push(page);
    return page;
  };
  const put = <Added extends Element>(element: Added, where: Element = document.body): Added => {
    where.append(element);
    added.push(element);
    return element;
  };
  /** In an open shadow root of a new element. */
  const shadowIn = (where: Element | ShadowRoot, markup: string): ShadowRoot => {
    const host = document.createElement('div');
    where.append(host);
    added.push(host);
    const root = host.attachShadow({ mode: 'open' });
    root.append(document.createRange().createContextualFragment(markup));
    return root;
  };
  const frameIn = (where: Element): HTMLIFrameElement => {
    const frame = document.createElement('iframe');
    where.append(frame);
    return frame;
  };
  afterEach(() => {
    for (const page of pages) page.remove();
    for (const each of added.splice(0)) (each.parentElement?.inert === true ? each.parentElement : each).remove();
    pages = [];
  });

  const HIDDEN: readonly [how: string, hide: (page: HeardPage) => void][] = [
    ['in a popover that is not open', page => (page.root.popover = 'auto')],
    ['in a dialog that is not open', page => put(document.createElement('dialog')).append(page.root)],
    ['hidden until it is found', page => page.root.setAttribute('hidden', 'until-found')],
    [
      'in a shadow root that is inert',
      page => shadowIn(document.body, '<p inert></p>').querySelector('p')?.append(page.root),
    ],
    [
      'slotted into what is inert',
      page => {
        const root = shadowIn(document.body, '<p inert><slot></slot></p>');
        root.host.append(page.root);
      },
    ],
    ['shrunk to nothing', page => (page.root.style.transform = 'scale(0)')],
    [
      'under a dialog in a shadow root in a shadow root',
      () => {
        const outer = shadowIn(document.body, '<p></p>');
        const inner = shadowIn(outer, '<dialog><button>Yes</button></dialog>');
        inner.querySelector('dialog')?.showModal();
      },
    ],
    [
      'in a frame that nobody sees',
      page => {
        const frame = frameIn(page.root);
        frame.contentDocument?.body.append(page.plugin);
        expect(page.hearing.isShown()).to.equal(true);
        frame.style.visibility = 'hidden';
      },
    ],
    [
      'in a frame that is folded away',
      page => {
        const frame = frameIn(page.root);
        frame.contentDocument?.body.append(page.plugin);
        frame.style.display = 'none';
      },
    ],
    [
      'in a frame under a dialog of the page around it',
      page => {
        frameIn(page.root).contentDocument?.body.append(page.plugin);
        put(document.createElement('dialog')).showModal();
      },
    ],
  ];
  for (const [how, hide] of HIDDEN) {
    it(`hears nothing: ${how}`, () => {
      const page = pageWith();
      expect(page.hearing.isShown()).to.equal(true);
      hide(page);
      expect(page.hearing.isShown()).to.equal(false);
      page.scan(document.body);
      expect(page.texts).to.be.empty;
    });
  }

  const SHOWN: readonly [how: string, show: (page: HeardPage) => void][] = [
    [
      'in a popover that is open',
      page => {
        page.root.popover = 'manual';
        page.root.showPopover();
      },
    ],
    ['under a dialog that is not modal', () => put(document.createElement('dialog')).show()],
    [
      'beside a dialog that is closed again',
      () => {
        const dialog = put(document.createElement('dialog'));
        dialog.showModal();
        dialog.close();
      },
    ],
    [
      'beside what is modal and not shown',
      () => {
        const overlay = put(document.createElement('div'));
        overlay.role = 'dialog';
        overlay.ariaModal = 'true';
        overlay.hidden = true;
      },
    ],
    ...(
      [
        ['invisible', overlay => (overlay.style.visibility = 'hidden')],
        ['inert', overlay => (overlay.inert = true)],
        ['hidden from everybody', overlay => (overlay.ariaHidden = 'true')],
        ['within what is inert', overlay => (overlayIn(overlay).inert = true)],
      ] as const satisfies readonly (readonly [string, (overlay: HTMLElement) => unknown])[]
    ).map(([how, hide]): [string, () => void] => [
      `beside what is modal once it is opened, and ${how} till then`,
      () => {
        const overlay = put(document.createElement('div'));
        overlay.role = 'dialog';
        overlay.ariaModal = 'true';
        overlay.textContent = 'Menu';
        hide(overlay);
      },
    ]),
    ['in a box without one of its own', page => (page.root.style.cssText = 'display: contents; overflow: hidden')],
    [
      'slotted into a dialog of the page’s own element, the focus elsewhere',
      page => {
        const root = shadowIn(document.body, '<dialog><button>Close</button><slot></slot></dialog>');
        root.host.append(page.root);
        root.querySelector('dialog')?.showModal();
      },
    ],
    [
      'slotted into what the page’s own element says is modal',
      page => {
        const root = shadowIn(
          document.body,
          '<div role="dialog" aria-modal="true" style="position: fixed; inset: 0"><button>Close</button><slot></slot></div>',
        );
        root.host.append(page.root);
        root.querySelector('button')?.focus();
      },
    ],
    ['in a frame', page => frameIn(page.root).contentDocument?.body.append(page.plugin)],
  ];
  for (const [how, show] of SHOWN) {
    it(`hears scans: ${how}`, () => {
      const page = pageWith();
      show(page);
      expect(page.hearing.isShown()).to.equal(true);
      page.scan(document.body);
      expect(page.texts).to.deep.equal([CODE]);
    });
  }

  const secretIn = (root: ShadowRoot, markup: string): HTMLInputElement => {
    root.append(document.createRange().createContextualFragment(markup));
    const field = root.querySelector('input');
    if (field === null) throw new Error('no field');
    return field;
  };
  const SECRETS: readonly [what: string, field: () => HTMLElement][] = [
    [
      'a password in shadow roots of each other',
      () => secretIn(shadowIn(shadowIn(document.body, '<p></p>'), ''), '<input type="PASSWORD">'),
    ],
    [
      'what is marked around a shadow root',
      () => {
        const root = shadowIn(document.body, '');
        root.host.setAttribute('data-wms-inventar', 'ignore');
        return secretIn(root, '<input>');
      },
    ],
    [
      'what is marked around the slot it is in',
      () => {
        const root = shadowIn(document.body, '<p data-wms-inventar="ignore"><slot></slot></p>');
        const field = document.createElement('input');
        root.host.append(field);
        return field;
      },
    ],
    [
      'a one-time code among other tokens',
      () => {
        const field = put(document.createElement('input'));
        field.setAttribute('autocomplete', 'section-login One-Time-Code webauthn');
        return field;
      },
    ],
    [
      'an editor for plain text that is marked',
      () => {
        const field = put(document.createElement('div'));
        field.setAttribute('contenteditable', 'plaintext-only');
        field.setAttribute('data-wms-inventar', 'ignore');
        return field;
      },
    ],
  ];
  for (const [what, field] of SECRETS) {
    for (const take of [false, true]) {
      it(`hears nothing of ${what}, ${take ? 'also where fields are taken from' : 'a list being open'}`, () => {
        const page = pageWith({ take });
        const target = field();
        expect(page.scan(target, 'Tr0ub4dor&3', 6), 'the page gets its Enter').to.equal(true);
        expect([page.texts, page.rejects]).to.deep.equal([[], []]);
        if (target instanceof HTMLInputElement) expect(target.value).to.equal('Tr0ub4dor&3');
      });
    }
  }

  describe('and another one in a frame', () => {
    /** What a plugin in the frame would have: the code itself, in the frame's own window. */
    const withPlugin = async (page: HeardPage, where: Element | ShadowRoot = page.root) => {
      const frame = document.createElement('iframe');
      const box = '<section style="inline-size: 100px; block-size: 50px"></section>';
      const loaded = new Promise(resolve => frame.addEventListener('load', resolve, { once: true }));
      frame.srcdoc = `${box}<script type="module">
        import { createHearing } from '${new URL('../../src/scanner/hearing/hearing.ts', import.meta.url)}';
        window.hearing = createHearing();
        window.hearing.setOpen(() => true);
        window.hearing.shownBy(document.querySelector('section'));
      </script>`;
      where.append(frame);
      await loaded;
      const inner: unknown = frame.contentWindow === null ? null : Reflect.get(frame.contentWindow, 'hearing');
      const body = frame.contentDocument?.body;
      if (body === undefined || !isHearing(inner)) throw new Error('no plugin in the frame');
      /** Which of both take a key that is pressed on it. */
      const heardBy = (target: Element) => {
        const by: string[] = [];
        const listen = (event: Event) => {
          if (page.hearing.hears(event)) by.push('page');
          if (inner.hears(event)) by.push('frame');
        };
        target.addEventListener('keydown', listen, { once: true });
        target.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true, composed: true }));
        return by;
      };
      return { frame, inner, body, heardBy };
    };
    const press = (target: Element) =>
      target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));

    it('hears a key in one of them alone: the one used last', async () => {
      const page = pageWith();
      const { body, heardBy } = await withPlugin(page);
      expect(heardBy(body)).to.deep.equal(['frame']);
      press(page.plugin);
      expect(heardBy(body)).to.deep.equal(['page']);
      press(body.querySelector('section') ?? body);
      expect([heardBy(body), heardBy(document.body)]).to.deep.equal([['frame'], ['frame']]);
    });

    it('hears in the page alone, once the frame is hidden or gone', async () => {
      const page = pageWith();
      const { frame, heardBy } = await withPlugin(page);
      expect(heardBy(document.body)).to.deep.equal(['frame']);
      frame.hidden = true;
      expect(heardBy(document.body)).to.deep.equal(['page']);
      frame.hidden = false;
      frame.remove();
      expect(heardBy(document.body)).to.deep.equal(['page']);
    });

    it('is not seen in the frame under a dialog of the page around it, wherever that has the frame', async () => {
      const page = pageWith();
      const dialog = put(document.createElement('dialog'));
      for (const where of [page.root, shadowIn(page.root, '')]) {
        const { inner } = await withPlugin(page, where);
        expect(inner.isShown()).to.equal(true);
        dialog.showModal();
        expect(inner.isShown()).to.equal(false);
        dialog.close();
      }
    });
  });
});

/** A box around it. */
function overlayIn(overlay: HTMLElement): HTMLElement {
  const box = document.createElement('div');
  overlay.replaceWith(box);
  box.append(overlay);
  return box;
}

function isHearing(value: unknown): value is Pick<Hearing, 'hears' | 'isShown'> {
  return typeof value === 'object' && value !== null && 'hears' in value && 'isShown' in value;
}
