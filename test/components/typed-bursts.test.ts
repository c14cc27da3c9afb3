import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import { defineInventar } from '../../src/define.ts';
import { inBothWays, wayNow } from '../support/both-ways.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { find, type } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

defineInventar();

/** Where the focus may be when a burst begins: in the form of either plugin, on the bare page and on what the page has. */
const PLACES = [
  'body',
  '#barcode',
  '#quantity',
  '#confirm',
  'second #barcode',
  'second #quantity',
  'second #confirm',
  'input',
  '[type=password]',
  '[autocomplete]',
  'textarea',
  'button',
] as const;
type Place = (typeof PLACES)[number];
/** What nobody may look at. */
const SECRETS: readonly Place[] = ['[type=password]', '[autocomplete]'];

/** What a scanner types: no command barcode, since with that a person confirms. */
const burst = fc.record({
  text: fc.oneof(
    fc.constantFrom('A-01-02', 'Item-MOB-ART-118', 'ItemQty-MOB-ART-118-55', '96385074', '036000291452', '101', '7'),
    fc.stringMatching(/^[A-Za-z0-9.-]{1,14}$/),
  ),
  // A scanner's pace, mostly; or a slow one's, or a person's.
  gap: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 50 }) }, fc.integer({ min: 51, max: 150 })),
  end: fc.constantFrom('Enter', 'Tab', null),
  at: fc.constantFrom(...PLACES),
  /** As an input method does: all characters at once, and the end. */
  atOnce: fc.boolean(),
});

let runs = 0;
let time = performance.now();

/** A plugin with its list open on a page with fields and a button of its own, and another plugin. */
class Page {
  readonly gateway = new FakeGateway();
  readonly second = new FakeGateway();
  readonly box: HTMLElement;
  pressed = 0;

  private constructor(box: HTMLElement) {
    this.box = box;
    box.querySelector('button[data-page]')?.addEventListener('click', () => this.pressed++);
  }

  static async open(): Promise<Page> {
    const box = await fixture<HTMLElement>(
      html`<div>
        <input data-page />
        <input data-page type="password" />
        <input data-page autocomplete="one-time-code" />
        <textarea data-page></textarea>
        <button data-page type="button"></button>
      </div>`,
    );
    const page = new Page(box);
    for (const [name, gateway] of [
      ['second', page.second],
      ['first', page.gateway],
    ] as const) {
      const element = document.createElement('wms-inventar');
      const outbox = wayNow() === 'off' ? 'off' : 'on';
      Object.assign(element, { gateway, outbox, locale: 'en', listId: '1' });
      Object.assign(element, { tenant: `bursts ${name} ${++runs} ${Math.random()}` });
      element.dataset['name'] = name;
      element.style.blockSize = '640px';
      box.append(element);
      await waitUntil(() => page.find('#barcode', name) !== null, 'the form is there');
    }
    return page;
  }

  find(selector: string, plugin: 'first' | 'second' = 'first'): HTMLElement | null {
    const element = this.box.querySelector(`[data-name=${plugin}]`);
    return element === null ? null : find(element, selector);
  }

  /** An item and a quantity stand in both, that nobody has confirmed. */
  async fill(): Promise<void> {
    for (const plugin of ['second', 'first'] as const) {
      this.find('#barcode', plugin)?.focus();
      scan('A-01-02');
      scan('Item-MOB-ART-118');
      await waitUntil(() => this.find('#quantity', plugin) !== null, 'the item is there');
      type(this.find('#quantity', plugin) ?? document.body, '55');
    }
  }

  get quantity(): string | null {
    const field = this.find('#quantity');
    return field instanceof HTMLInputElement ? field.value : null;
  }

  /** Whatever stands is discarded, and a count of 3 made and confirmed. */
  async countAsPerson(): Promise<void> {
    // Digits left where codes are would begin the quantity of the item that comes.
    this.at('#barcode').focus();
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

  at(place: Place): HTMLElement {
    if (place === 'body') return document.body;
    const [selector = '', plugin = 'first'] = place.split(' ').reverse();
    const own = selector.startsWith('#');
    const field = own
      ? this.find(selector, plugin === 'second' ? 'second' : 'first')
      : this.box.querySelector<HTMLElement>(`${selector}[data-page]`);
    return field ?? document.body;
  }
}

/** As a browser does: what nobody prevents goes into the field, and Enter presses a button. */
function press(target: HTMLElement, key: string, at: number): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: at });
  if (!target.dispatchEvent(event)) return;
  if ((target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && key.length === 1) {
    target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
    target.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: key }));
  }
  if (target instanceof HTMLButtonElement && key === 'Enter') target.click();
}

/** As an input method does: the text comes without keys, and all at once. */
function insert(target: HTMLElement, text: string, at: number): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  press(target, 'Unidentified', at);
  const init = { bubbles: true, composed: true, cancelable: true, inputType: 'insertText', data: text };
  const event = new InputEvent('beforeinput', init);
  Object.defineProperty(event, 'timeStamp', { value: at });
  if (!target.dispatchEvent(event)) return;
  target.setRangeText(text, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
  target.dispatchEvent(new InputEvent('input', init));
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
        const secrets = new Map<Place, string>(SECRETS.map(place => [place, '']));
        let mayPress = 0;
        let isMaybeConfirmed = false;
        await page.fill();
        for (const { text, gap, end, at, atOnce } of bursts) {
          time = Math.max(time + 3000, performance.now());
          const target = page.at(at);
          if (at !== 'body') target.focus();
          const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
          const isInserted = atOnce && isField;
          const keys = [...(isInserted ? [] : Array.from(text)), ...(end === null ? [] : [end])];
          if (isInserted) insert(target, text, time);
          keys.forEach((key, index) => press(target, key, time + (index + (isInserted ? 1 : 0)) * gap));
          time += (keys.length + 1) * gap;
          if (secrets.has(at)) secrets.set(at, `${secrets.get(at) ?? ''}${text}`);
          // Too few and too slow for a scanner alone: a person's keys, whose Enter presses the page's button, and confirms.
          const duration = text.length * gap;
          const isPersons = text.length < 3 || gap > 50;
          if (end === 'Enter' && at === 'button' && (isPersons || (text.length === 3 && duration > 10))) mayPress++;
          if (end === 'Enter' && at.endsWith('#quantity') && (isPersons || (text.length === 3 && duration > 100))) {
            isMaybeConfirmed = true;
          }
          await new Promise(resolve => requestAnimationFrame(resolve));
        }
        if (!isMaybeConfirmed) {
          // What is recorded gets there in order: what was before the person's would be there with it.
          const before = [...page.gateway.recorded, ...page.second.recorded].length;
          await page.countAsPerson();
          const recorded = page.gateway.recorded.map(({ entry }) => entry.quantity);
          expect([before, recorded, page.second.recorded.length]).to.deep.equal([0, ['3'], 0]);
        }
        expect(page.pressed, 'a code pressed a button').to.be.at.most(mayPress);
        for (const [place, secret] of secrets) expect(page.at(place)).to.have.property('value', secret);
        page.box.remove();
      }),
      { numRuns: 15 },
    );
  }).timeout(600_000);
});
