import { expect, fixture, html } from '@open-wc/testing';
import type { InventarDropInElement } from '../../../src/components/inventar/inventar.ts';
import { defineInventar } from '../../../src/define.ts';
import { SignedOutError } from '../../../src/services/errors.ts';
import { FakeGateway } from '../../support/fake-gateway.ts';
import { find, type } from '../../support/stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

defineInventar();

/** Somebody may be signed in, and it may become somebody else. */
class Host extends FakeGateway {
  user = 'ana';

  override operator() {
    return this.answer('operator', () => ({ userName: this.user, name: this.user, roles: ['counter'] as const }));
  }
}

class Page {
  readonly gateway = new Host();
  readonly element: InventarDropInElement;
  opened = 0;
  private readonly box: HTMLElement;

  private constructor(box: HTMLElement) {
    this.box = box;
    this.element = document.createElement('wms-inventar');
    this.element.addEventListener('wms-inventar-list-opened', () => this.opened++);
    const { gateway } = this;
    const tenant = `running ${Math.random()}`;
    Object.assign(this.element, { gateway, tenant, locale: 'en', listId: '1', token: () => 'one' });
    this.element.style.blockSize = '640px';
  }

  static async create(): Promise<Page> {
    return new Page(await fixture<HTMLElement>(html`<div></div>`));
  }

  show(): void {
    this.box.append(this.element);
  }

  async read(text: string): Promise<void> {
    const field = await this.field('#barcode');
    type(field, text);
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
    );
  }

  async field(selector: string): Promise<HTMLInputElement> {
    await waitUntil(() => find(this.box, selector) !== null, `${selector} is there`);
    const found = find(this.box, selector);
    if (!(found instanceof HTMLInputElement)) throw new Error(`${selector} is no field`);
    return found;
  }

  /** With 7 typed. */
  async half(): Promise<void> {
    this.show();
    await this.read('A-01-02');
    await waitUntil(() => find(this.box, '#barcode') instanceof HTMLInputElement, 'the form is there');
    await this.read('Item-MOB-ART-118');
    type(await this.field('#quantity'), '7');
  }

  async confirm(): Promise<void> {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', bubbles: true, cancelable: true }));
    await waitUntil(() => this.gateway.recorded.length === 1, 'it is recorded');
  }
}

describe('With a list open and a quantity typed', () => {
  const changes: readonly [string, Partial<InventarDropInElement>][] = [
    ['another token', { token: 'two' }],
    ['no token', { token: null }],
    ['a function with the same meaning', { token: () => 'one' }],
    ['what the next item does', { nextItemConfirms: 'on' }],
    ['a name for the device', { deviceName: 'HH-7' }],
    ['the name of who is signed in', { userName: 'ana' }],
    ['another command prefix', { commandPrefix: '*' }],
    ['the apostrophe for the dash', { apostropheAsDash: 'on' }],
  ];
  for (const [what, change] of changes) {
    it(`the session goes on with ${what}`, async () => {
      const page = await Page.create();
      await page.half();
      Object.assign(page.element, change);
      await page.element.updateComplete;
      expect((await page.field('#quantity')).value).to.equal('7');
      await page.confirm();
      expect(page.opened).to.equal(1);
      expect(page.gateway.recorded[0]?.entry.quantity).to.equal('7');
      if (change.deviceName !== undefined) expect(page.gateway.recorded[0]).to.deep.include({ device: 'HH-7' });
    });
  }

  const others: readonly [string, Partial<InventarDropInElement>][] = [
    ['fields of the page are taken from', { pageFields: 'take' }],
    ['keyboards are not heard', { keyboardWedge: 'off' }],
    ['there is a stream of scans', { scans: [] }],
    ['nothing is offered', { offered: [] }],
  ];
  for (const [what, change] of others) {
    it(`another session has the list and the draft in it, where ${what} from then on`, async () => {
      const page = await Page.create();
      await page.half();
      Object.assign(page.element, change);
      await waitUntil(() => page.opened === 2, 'it opens again');
      const quantity = await page.field('#quantity');
      await waitUntil(() => quantity.value === '7', 'the draft is there');
      await page.confirm();
      expect(page.gateway.recorded[0]?.entry.quantity).to.equal('7');
    });
  }

  it('the session goes on however often and in whatever order a framework sets all of it again', async () => {
    const page = await Page.create();
    await page.half();
    const { element } = page;
    const attributes = [
      'list-id',
      'locale',
      'device-name',
      'user-name',
      'next-item-confirms',
      'command-prefix',
      'theme',
    ];
    const values = ['1', 'en', 'HH-7', 'ana', 'off', '$$', 'dark'];
    for (let turn = 0; turn < attributes.length; turn++) {
      element.token = turn % 2 === 0 ? () => 'one' : `token ${turn}`;
      // Each time another is the first; and each is taken away before it is set again, as some do it.
      attributes.forEach((_, index) => {
        const at = (index + turn) % attributes.length;
        const name = attributes[at] ?? '';
        if (turn > 2 && name !== 'list-id') element.removeAttribute(name);
        element.setAttribute(name, values[at] ?? '');
      });
      await element.updateComplete;
    }
    expect((await page.field('#quantity')).value).to.equal('7');
    await page.confirm();
    expect([page.opened, page.gateway.recorded[0]?.entry.quantity]).to.deep.equal([1, '7']);
  });

  it('the session goes on where the element is moved in the page, over and over', async () => {
    const page = await Page.create();
    await page.half();
    const other = await fixture<HTMLElement>(html`<section></section>`);
    for (let turn = 0; turn < 3; turn++) {
      other.append(page.element);
      page.show();
    }
    await page.element.updateComplete;
    expect((await page.field('#quantity')).value).to.equal('7');
    await page.confirm();
    expect([page.opened, page.gateway.recorded.length]).to.deep.equal([1, 1]);
  });

  it('another operator begins with nothing of it, in the list that the page names', async () => {
    const page = await Page.create();
    await page.half();
    page.gateway.user = 'dan';
    page.element.userName = 'dan';
    await waitUntil(() => page.opened === 2, 'it opens again');
    expect(find(page.element, '#quantity')).to.equal(null);
    page.gateway.user = 'ana';
    page.element.userName = 'ana';
    await waitUntil(() => page.opened === 3, 'and once more');
    const quantity = await page.field('#quantity');
    await waitUntil(() => quantity.value === '7', 'the draft is there');
  });

  it('an element that was put back has the list, and the draft in it', async () => {
    const page = await Page.create();
    await page.half();
    page.element.remove();
    await new Promise<void>(resolve => queueMicrotask(resolve));
    page.show();
    await waitUntil(() => page.opened === 2, 'it opens again');
    const quantity = await page.field('#quantity');
    await waitUntil(() => quantity.value === '7', 'the draft is there');
  });
});

describe('The list that the page names', () => {
  const signedOut = async () => {
    const page = await Page.create();
    page.gateway.failures.set('operator', new SignedOutError('Nobody is signed in'));
    let failed = false;
    page.element.addEventListener('wms-inventar-error', () => (failed = true));
    page.show();
    await waitUntil(() => failed, 'nobody is signed in');
    page.gateway.failures.clear();
    return page;
  };

  it('opens once the page has signed in', async () => {
    const page = await signedOut();
    page.element.signedIn();
    await waitUntil(() => page.opened === 1, 'it opens');
  });

  it('opens once the page gives a token', async () => {
    const page = await signedOut();
    page.element.token = 'two';
    await waitUntil(() => page.opened === 1, 'it opens');
  });

  it('opens once, however often the page sets its token until somebody is signed in', async () => {
    const page = await signedOut();
    page.gateway.failures.set('operator', new SignedOutError('Nobody is signed in'));
    for (const token of ['two', null, () => null, 'three']) {
      page.element.token = token;
      await page.element.updateComplete;
    }
    page.gateway.failures.clear();
    page.element.token = 'four';
    await waitUntil(() => page.opened > 0, 'it opens');
    await page.field('#barcode');
    expect(page.opened).to.equal(1);
  });

  it('opens where the page names it late, or another one instead', async () => {
    const page = await Page.create();
    page.element.listId = '';
    page.show();
    await waitUntil(() => find(page.element, '[part=header]') !== null, 'somebody is signed in');
    page.element.listId = '1';
    await waitUntil(() => page.opened === 1, 'it opens');
    page.element.listId = '2';
    await waitUntil(() => page.opened === 2, 'the other opens');
  });

  it('opens once it is signed in, where the list itself was refused', async () => {
    const page = await Page.create();
    page.gateway.failures.set('list', new SignedOutError('The token is over'));
    let failed = false;
    page.element.addEventListener('wms-inventar-error', () => (failed = true));
    page.show();
    await waitUntil(() => failed, 'it was refused');
    page.gateway.failures.clear();
    page.element.signedIn();
    await waitUntil(() => page.opened === 1, 'it opens');
  });

  it('opens again for the same operator after a log-out', async () => {
    const page = await Page.create();
    page.show();
    await waitUntil(() => page.opened === 1, 'it opens');
    const out = new Promise(resolve => page.element.addEventListener('wms-inventar-logged-out', resolve));
    page.element.logOut();
    await out;
    page.element.signedIn();
    await waitUntil(() => page.opened === 2, 'it opens again');
  });
});
