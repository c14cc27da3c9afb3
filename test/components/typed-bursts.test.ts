import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import { defineInventar } from '../../src/define.ts';
import { inBothWays, wayNow } from '../support/both-ways.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { find, type } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

defineInventar();

/** Where the focus may be when a burst begins: in the form, on the bare page and on what the page has. */
const PLACES = ['body', '#barcode', '#quantity', '#confirm', 'input', '[type=password]', 'button'] as const;

/** What a scanner types: no command barcode, since with that a person confirms. */
const burst = fc.record({
  text: fc.oneof(
    fc.constantFrom('A-01-02', 'Item-MOB-ART-118', 'ItemQty-MOB-ART-118-55', '96385074', '036000291452', '101', '7'),
    fc.stringMatching(/^[A-Za-z0-9.-]{1,14}$/),
  ),
  gap: fc.integer({ min: 0, max: 50 }),
  end: fc.constantFrom('Enter', 'Tab', null),
  at: fc.constantFrom(...PLACES),
});

let runs = 0;
let time = performance.now();

/** A plugin with its list open on a page with fields and a button of its own. */
class Page {
  readonly gateway = new FakeGateway();
  readonly box: HTMLElement;
  pressed = 0;

  private constructor(box: HTMLElement) {
    this.box = box;
    this.find('button[data-page]')?.addEventListener('click', () => this.pressed++);
  }

  static async open(): Promise<Page> {
    const box = await fixture<HTMLElement>(
      html`<div><input data-page /><input data-page type="password" /><button data-page type="button"></button></div>`,
    );
    const page = new Page(box);
    const element = document.createElement('wms-inventar');
    const outbox = wayNow() === 'off' ? 'off' : 'on';
    Object.assign(element, { gateway: page.gateway, outbox, locale: 'en', listId: '1' });
    Object.assign(element, { tenant: `bursts ${++runs} ${Math.random()}` });
    element.style.blockSize = '640px';
    box.append(element);
    await waitUntil(() => page.find('#barcode') !== null, 'the form is there');
    return page;
  }

  find(selector: string): HTMLElement | null {
    return find(this.box, selector);
  }

  get quantity(): string | null {
    const field = this.find('#quantity');
    return field instanceof HTMLInputElement ? field.value : null;
  }

  /** Whatever stands is discarded, and a count of 3 made and confirmed. */
  async countAsPerson(): Promise<void> {
    // Digits left where codes are would begin the quantity of the item that comes.
    type(this.at('#barcode'), '');
    key('F9');
    // What was scanned before may still be looked up, and come into the form after it.
    await waitUntil(() => !this.quantity, 'what stood is discarded');
    scan('A-01-02');
    scan('Item-MOB-ART-118');
    await waitUntil(() => this.quantity === '' && this.find('.waiting') === null, 'the item is there');
    type(this.find('#quantity') ?? document.body, '3');
    key('F8');
    await waitUntil(() => this.gateway.recorded.length > 0, 'it is recorded');
  }

  at(place: (typeof PLACES)[number]): HTMLElement {
    if (place === 'body') return document.body;
    const own = place.startsWith('#');
    return this.find(own ? place : `${place}[data-page]`) ?? document.body;
  }
}

/** As a browser does: what nobody prevents goes into the field, and Enter presses a button. */
function press(target: HTMLElement, key: string, at: number): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: at });
  if (!target.dispatchEvent(event)) return;
  if (target instanceof HTMLInputElement && key.length === 1) {
    target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
    target.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: key }));
  }
  if (target instanceof HTMLButtonElement && key === 'Enter') target.click();
}

function scan(text: string): void {
  time = Math.max(time + 3000, performance.now());
  for (const each of [...Array.from(text), 'Enter']) press(document.body, each, (time += 2));
}

function key(name: string): void {
  time = Math.max(time + 3000, performance.now());
  press(document.body, name, time);
}

inBothWays('Whatever a scanner types, wherever the focus is', () => {
  it('records nothing that no person confirmed, presses no button with a code, and keeps no secret', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(burst, { minLength: 1, maxLength: 6 }), async bursts => {
        const page = await Page.open();
        let secret = '';
        let mayPress = 0;
        let isMaybeConfirmed = false;
        scan('A-01-02');
        scan('Item-MOB-ART-118');
        await waitUntil(() => page.quantity !== null, 'the item is there');
        type(page.at('#quantity'), '55');
        for (const { text, gap, end, at } of bursts) {
          time = Math.max(time + 3000, performance.now());
          const target = page.at(at);
          if (at !== 'body') target.focus();
          const keys = [...Array.from(text), ...(end === null ? [] : [end])];
          keys.forEach((key, index) => press(target, key, time + index * gap));
          time += keys.length * gap;
          if (at === '[type=password]') secret += text;
          // Too few and too slow for a scanner alone: a person's keys, whose Enter presses the page's button, and confirms.
          const duration = text.length * gap;
          if (end === 'Enter' && at === 'button' && (text.length < 3 || (text.length === 3 && duration > 10)))
            mayPress++;
          if (end === 'Enter' && at === '#quantity' && (text.length < 3 || (text.length === 3 && duration > 100))) {
            isMaybeConfirmed = true;
          }
          await new Promise(resolve => requestAnimationFrame(resolve));
        }
        if (!isMaybeConfirmed) {
          // What is recorded gets there in order: what was before the person's would be there with it.
          const before = page.gateway.recorded.length;
          await page.countAsPerson();
          expect([before, page.gateway.recorded.map(({ entry }) => entry.quantity)]).to.deep.equal([0, ['3']]);
        }
        expect(page.pressed, 'a code pressed a button').to.be.at.most(mayPress);
        expect(page.at('[type=password]')).to.have.property('value', secret);
        page.box.remove();
      }),
      { numRuns: 15 },
    );
  });
});
