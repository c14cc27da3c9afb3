import { expect, fixture, html } from '@open-wc/testing';
import { Subject } from 'rxjs';
import { inBothWays, wayNow } from '../support/both-ways.ts';
import { defineInventar } from '../../src/define.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { find, says, type } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

defineInventar();

let tenants = 0;

/** A plugin that hears keys, with a list open, in a tab of the page. */
class Tab {
  readonly gateway = new FakeGateway();
  readonly scans = new Subject<string>();
  readonly box: HTMLElement;

  private constructor(box: HTMLElement) {
    this.box = box;
  }

  static async open(hidden: boolean, listId: string | null = '1'): Promise<Tab> {
    const tab = new Tab(await fixture<HTMLElement>(html`<div></div>`));
    tab.box.hidden = hidden;
    const element = document.createElement('wms-inventar');
    const outbox = wayNow() === 'off' ? 'off' : 'on';
    Object.assign(element, { gateway: tab.gateway, scans: tab.scans, outbox, locale: 'en' });
    Object.assign(element, { tenant: `tabs ${++tenants} ${Math.random()}`, listId: listId ?? '' });
    element.style.blockSize = '640px';
    tab.box.append(element);
    await waitUntil(() => tab.find(listId === null ? '[part=header]' : '#barcode') !== null, 'it is there');
    return tab;
  }

  find(selector: string): HTMLElement | null {
    return find(this.box, selector);
  }

  /** What stands in its quantity; `null`: no item was read. */
  quantity(): string | null {
    const field = this.find('#quantity');
    return field instanceof HTMLInputElement ? field.value : null;
  }
}

/** Hides, and gives what shows again. */
function toggled(turn: (isOff: boolean) => void): () => void {
  turn(true);
  return () => turn(false);
}

let time = performance.now();

/** As a scanner types, on a machine of any speed: by the events' own times, which the wedge goes by. */
function press(target: EventTarget, keys: readonly string[]): boolean {
  time = Math.max(time + 1000, performance.now());
  return keys
    .map(key => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
      Object.defineProperty(event, 'timeStamp', { value: (time += 2) });
      return target.dispatchEvent(event);
    })
    .every(Boolean);
}
const scan = (text: string, target: EventTarget = document.body) => press(target, [...Array.from(text), 'Enter']);

const HIDINGS: readonly [how: string, hide: (tab: Tab) => () => void][] = [
  ['in a tab that is not open', ({ box }) => toggled(isOff => (box.hidden = isOff))],
  ['in what is inert', ({ box }) => toggled(isOff => (box.inert = isOff))],
  [
    'in content that the browser skips',
    ({ box }) => toggled(isOff => box.style.setProperty('content-visibility', isOff ? 'hidden' : 'visible')),
  ],
  [
    'under a dialog of the page',
    ({ box }) => {
      const dialog = document.createElement('dialog');
      box.before(dialog);
      dialog.showModal();
      return () => dialog.remove();
    },
  ],
];

inBothWays('A page', () => {
  describe('Several plugins on a page', () => {
    it('count in the one that is shown, by scans and by keys', async () => {
      const hidden = await Tab.open(true);
      const shown = await Tab.open(false);
      scan('A-01-02');
      scan('Item-MOB-ART-118');
      await waitUntil(() => shown.quantity() !== null, 'the one shown has it');
      expect(hidden.quantity()).to.equal(null);
      type(shown.find('#quantity') ?? document.body, '55');
      press(document.body, ['F8']);
      await waitUntil(() => shown.gateway.recorded.length === 1, 'it is recorded');
      expect(hidden.gateway.recorded).to.be.empty;
    });

    it('count in the one used last where both are shown', async () => {
      const first = await Tab.open(false);
      const second = await Tab.open(false);
      first.find('#barcode')?.focus();
      scan('A-01-02', first.find('#barcode') ?? document.body);
      scan('Item-MOB-ART-118', first.find('#barcode') ?? document.body);
      await waitUntil(() => first.quantity() !== null, 'the one used last has it');
      type(first.find('#quantity') ?? document.body, '55');
      press(document.body, ['F8']);
      await waitUntil(() => first.gateway.recorded.length === 1, 'it is recorded');
      expect([second.quantity(), second.gateway.recorded]).to.deep.equal([null, []]);
    });

    for (const [how, hide] of HIDINGS) {
      it(`leave the keys of commands to the page ${how}, and what stands stays`, async () => {
        const tab = await Tab.open(false);
        scan('A-01-02');
        scan('Item-MOB-ART-118');
        await waitUntil(() => tab.quantity() !== null, 'the item is there');
        type(tab.find('#quantity') ?? document.body, '55');
        const show = hide(tab);
        for (const key of ['F8', 'F9', 'F7']) expect(press(document.body, [key]), key).to.equal(true);
        show();
        expect([tab.quantity(), tab.gateway.recorded]).to.deep.equal(['55', []]);
        expect(press(document.body, ['F8']), 'its own again').to.equal(false);
        await waitUntil(() => tab.gateway.recorded.length === 1, 'it is recorded');
      });
    }

    it('leave each key of commands to the one used last', async () => {
      const first = await Tab.open(false);
      scan('A-01-02');
      scan('Item-MOB-ART-118');
      await waitUntil(() => first.quantity() !== null, 'the item is there');
      type(first.find('#quantity') ?? document.body, '55');
      const second = await Tab.open(false);
      for (const key of ['F8', 'F9', 'F7']) press(document.body, [key]);
      expect([first.quantity(), first.gateway.recorded, second.gateway.recorded]).to.deep.equal(['55', [], []]);
      second.box.remove();
      press(document.body, ['F8']);
      await waitUntil(() => first.gateway.recorded.length === 1, 'it is recorded');
    });

    for (const tag of ['outbox-badge', 'outbox', 'scanner-status', 'command-sheet']) {
      it(`count nothing in a form that is hidden, beside wms-inventar-${tag} that is not`, async () => {
        const gateway = new FakeGateway();
        const scans = new Subject<string>();
        const session = document.createElement('wms-inventar-session');
        Object.assign(session, { gateway, scans, locale: 'en', tenant: `beside ${tag} ${Math.random()}` });
        session.setAttribute('outbox', wayNow() === 'off' ? 'off' : 'on');
        const box = document.createElement('div');
        const workspace = document.createElement('wms-inventar-workspace');
        workspace.setAttribute('list-id', '1');
        box.style.blockSize = '640px';
        box.append(workspace);
        session.append(box, document.createElement(`wms-inventar-${tag}`));
        const page = await fixture<HTMLElement>(html`<div></div>`);
        page.append(session);
        const field = (selector: string) => {
          const found = find(workspace, selector);
          return found instanceof HTMLInputElement ? found : null;
        };
        await waitUntil(() => field('#barcode') !== null, 'the form is there');
        scan('A-01-02');
        scan('Item-MOB-ART-118');
        await waitUntil(() => field('#quantity') !== null, 'the item is there');
        type(field('#quantity') ?? document.body, '55');
        box.hidden = true;
        expect(press(document.body, ['F8']), 'the page has the key').to.equal(true);
        scan('Item-MOB-ART-204');
        scans.next('Item-MOB-ART-204');
        box.hidden = false;
        await waitUntil(() => find(workspace, '[part=notice]') !== null, 'it is said');
        expect(find(workspace, '[part=notice]')?.textContent).to.contain('Nobody could see the form');
        expect([field('#quantity')?.value, gateway.recorded]).to.deep.equal(['55', []]);
      });
    }

    it('say it, where a source of its own reads while nobody can see the form', async () => {
      const tab = await Tab.open(false);
      tab.scans.next('A-01-02');
      tab.box.hidden = true;
      tab.scans.next('Item-MOB-ART-118');
      tab.box.hidden = false;
      await waitUntil(() => tab.find('[part=notice]') !== null, 'it is said');
      expect(tab.find('[part=notice]')?.textContent).to.contain('Nobody could see the form');
      expect(tab.quantity()).to.equal(null);
    });
  });

  describe('A plugin without a list', () => {
    for (const [how, hide] of HIDINGS) {
      it(`opens no list by its key ${how}`, async () => {
        const tab = await Tab.open(false, null);
        tab.find('.search')?.click();
        await waitUntil(() => tab.find('input[type=radio]') !== null, 'lists are found');
        tab.find('input[type=radio]')?.click();
        await waitUntil(() => tab.find('input:checked') !== null, 'one is selected');
        const show = hide(tab);
        expect(press(document.body, ['F8']), 'the page has the key').to.equal(true);
        show();
        expect(tab.find('#barcode')).to.equal(null);
        press(document.body, ['F8']);
        await waitUntil(() => tab.find('#barcode') !== null, 'it is open');
      });
    }

    it('leaves F8 and scans in fields and on buttons of the page alone', async () => {
      const tab = await Tab.open(false, null);
      const page = await fixture<HTMLElement>(html`<p><input type="password" /><input /><button></button></p>`);
      for (const field of page.querySelectorAll('input, button')) {
        const isLeft = press(field, [...Array.from('Tr0ub4dor&3'), 'Enter']);
        expect(isLeft, field.localName).to.equal(true);
      }
      scan('Loc-1');
      await says({ element: tab.box, gateway: tab.gateway, scans: tab.scans }, 'Loc-1');
      expect(tab.find('[role=alert]')?.textContent ?? '').not.to.contain('Tr0ub');
    });
  });
});
