import { expect, fixture, nextFrame } from '@open-wc/testing';
import { LitElement, html } from 'lit';
import { LongList } from '../../../src/components/shared/long-list.ts';
import { waitUntil } from '../../support/wait-until.ts';

class ListOfNumbers extends LitElement {
  numbers: readonly number[] = [];
  height = 20;
  readonly list = new LongList<number>(this);

  protected override willUpdate(): void {
    this.list.show(this.numbers, this.height);
  }

  protected override render() {
    const { above, shown, below } = this.list.render(
      number => number,
      (number, index) => html`<li style="block-size:${this.height}px" data-index=${index}>${number}</li>`,
    );
    return html`
      <div class="scroll" tabindex="0" style="block-size:200px;overflow:auto">
        <ul style="margin:0;padding:0;list-style:none;padding-block:${above}px ${below}px">
          ${shown}
        </ul>
      </div>
    `;
  }
}
customElements.define('list-of-numbers', ListOfNumbers);

describe('A long list', () => {
  const mount = async (length: number) => {
    const element = await fixture<ListOfNumbers>(html`<list-of-numbers></list-of-numbers>`);
    element.numbers = Array.from({ length }, (_, index) => index * 10);
    element.requestUpdate();
    const scroller = element.shadowRoot?.querySelector('.scroll');
    if (scroller == null) throw new Error('Nothing to scroll');
    const items = () => [...scroller.querySelectorAll('li')];
    await waitUntil(() => items().length > 0);
    return { element, scroller, items };
  };

  it('of thousands has only those in sight in the document, and scrolls as far as all of them would', async () => {
    const { scroller, items } = await mount(5000);
    expect(items().length).to.be.within(10, 40);
    expect(scroller.scrollHeight).to.equal(5000 * 20);
  });

  it('shows what it is scrolled to, and knows the last of it', async () => {
    const { element, scroller, items } = await mount(5000);
    scroller.scrollTop = 2000 * 20;
    await waitUntil(() => items().some(({ textContent }) => textContent === '20000'));
    expect(items().at(-1)?.dataset['index']).to.equal(String(element.list.last));
    element.list.toTop();
    await waitUntil(() => items()[0]?.textContent === '0');
  });

  it('takes other heights, and fewer entries', async () => {
    const { element, scroller, items } = await mount(5000);
    element.height = 40;
    element.requestUpdate();
    await waitUntil(() => scroller.scrollHeight === 5000 * 40);
    element.numbers = [7, 8];
    element.requestUpdate();
    await waitUntil(() => items().length === 2);
    await nextFrame();
    expect(items().map(({ textContent }) => textContent)).to.deep.equal(['7', '8']);
  });
});
