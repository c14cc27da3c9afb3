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
