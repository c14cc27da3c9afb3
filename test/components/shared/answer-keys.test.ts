import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import { LitElement } from 'lit';
import { AnswerKeys } from '../../../src/components/shared/answer-keys.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** An element with a dialog that two digits answer, on a clock of the test's own. */
class Asking extends LitElement {
  readonly clock = new VirtualClock(1000);
  readonly answers: string[] = [];
  hears = true;

  constructor() {
    super();
    const { clock } = this;
    new AnswerKeys(this, { dialog: () => this.dialog, clock: () => clock, hears: () => this.hears });
  }

  get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  override render() {
    const answer = (key: string) => () => this.answers.push(key);
    return html`
      <dialog>
        <h2 tabindex="-1">Which?</h2>
        <button data-key="1" @click=${answer('1')}>One</button>
        <button data-key="2" @click=${answer('2')}>Two</button>
      </dialog>
    `;
  }

  /** So many milliseconds later. */
  press(
    key: string,
    after = 0,
    init: KeyboardEventInit = {},
    target: EventTarget | null = this.dialog,
    at?: number,
  ): void {
    this.clock.advance(after);
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...init });
    Object.defineProperty(event, 'timeStamp', { value: at ?? this.clock.monotonic() });
    target?.dispatchEvent(event);
  }
}
customElements.define('x-asking', Asking);

const asking = async (): Promise<Asking> => {
  const element = await fixture<Asking>(html`<x-asking></x-asking>`);
  element.dialog?.showModal();
  return element;
};

describe('A digit pressed in a dialog', () => {
  it('answers after a moment in which no other key comes', async () => {
    const element = await asking();
    element.press('2');
    element.clock.advance(149);
    expect(element.answers).to.be.empty;
    element.clock.advance(1);
    expect(element.answers).to.deep.equal(['2']);
  });

  for (const [what, init] of [
    ['held down', { repeat: true }],
    ['with Ctrl', { ctrlKey: true }],
    ['with Alt', { altKey: true }],
  ] as const) {
    it(`answers nothing ${what}`, async () => {
      const element = await asking();
      element.press('1', 0, init);
      element.clock.advance(1000);
      expect(element.answers).to.be.empty;
    });
  }

  it('answers nothing where another key follows too soon, or came too shortly before, be it none of the dialog', async () => {
    const element = await asking();
    element.press('1');
    element.press('2', 149);
    element.clock.advance(1000);
    element.press('Enter', 0, {}, document.body);
    element.press('1', 149);
    element.clock.advance(1000);
    expect(element.answers).to.be.empty;
    element.press('1');
    element.clock.advance(1000);
    expect(element.answers).to.deep.equal(['1']);
  });

  it('answers nothing that has no such answer, is closed, is not in front, or is another session’s', async () => {
    const element = await asking();
    element.press('3');
    element.press('1', 1000, {}, document.body);
    element.hears = false;
    element.press('1', 1000);
    element.hears = true;
    element.dialog?.close();
    element.press('1', 1000);
    element.clock.advance(1000);
    expect(element.answers).to.be.empty;
  });

  it('answers nothing where another thing is asked by then', async () => {
    const element = await asking();
    element.press('1');
    element.requestUpdate();
    await element.updateComplete;
    element.clock.advance(1000);
    expect(element.answers).to.be.empty;
  });

  it('waits as long again where the page was busy meanwhile: the next key may be late too', async () => {
    const element = await asking();
    element.press('1');
    element.clock.stall(400);
    expect(element.answers).to.be.empty;
    element.press('2', 0, {}, element.dialog, element.clock.monotonic() - 380);
    element.clock.advance(1000);
    expect(element.answers).to.be.empty;
  });

  it('answers nothing as a part of a scan, of any text and pace that a scanner has', async () => {
    const element = await asking();
    const text = fc.stringMatching(/^[12]{1,20}$/);
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 149 }), fc.boolean(), (digits, gap, ends) => {
        fc.pre(digits.length > 1 || ends);
        element.clock.advance(1000);
        for (const key of [...Array.from(digits), ...(ends ? ['Enter'] : [])]) element.press(key, gap);
        element.clock.advance(1000);
        return element.answers.length === 0;
      }),
    );
  });
});
