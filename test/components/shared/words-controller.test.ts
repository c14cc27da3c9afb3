import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import type { Presentation } from '../../../src/components/shared/contexts.ts';
import { WordsController } from '../../../src/components/shared/words-controller.ts';
import { language as en } from '../../../src/messages/en/index.ts';
import { Words } from '../../../src/messages/words.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { waitUntil } from '../../support/wait-until.ts';

class PartOfScreenElement extends LitElement {
  static override readonly properties = { presentation: { attribute: false } };

  presentation!: Presentation;
  private readonly words = new WordsController(this, 'outbox');

  protected override render(): TemplateResult {
    return this.words.render(this.presentation, ({ part: t }) => html`<h2>${t.title}</h2>`);
  }
}

customElements.define('test-part-of-screen', PartOfScreenElement);

/** The screen in a language whose words of the outbox come as told. */
async function show(outbox: typeof en.parts.outbox) {
  const words = new Words('en', { ...en, parts: { ...en.parts, outbox } });
  const presentation: Presentation = {
    locale: 'en',
    messages: words.front,
    sentences: null,
    words,
    settings: { locale: 'en', confirmKey: 'F8', discardKey: 'F9', undoKey: 'F7' },
    clock: new VirtualClock(),
  };
  const screen = await fixture<PartOfScreenElement>(
    html`<test-part-of-screen .presentation=${presentation}></test-part-of-screen>`,
  );
  return { words, text: () => screen.shadowRoot?.textContent.trim() ?? '', screen };
}

describe('The words of a part of the screens', () => {
  it('are shown as soon as they are there; until then it says that it loads', async () => {
    let arrive = () => {};
    const arrived = new Promise<void>(resolve => (arrive = resolve));
    const { text } = await show(() => arrived.then(() => en.parts.outbox()));
    expect(text()).to.equal(en.front.loading);
    arrive();
    await waitUntil(() => text() === 'On this device');
  });

  it('are said to be missing where they can’t be loaded, and loaded again when asked for', async () => {
    let tries = 0;
    const { screen, text } = await show(() =>
      ++tries === 1 ? Promise.reject(new TypeError('no network')) : en.parts.outbox(),
    );
    await waitUntil(() => screen.shadowRoot?.querySelector('[role="alert"]') !== null);
    expect(text()).to.include(en.front.notLoaded);
    screen.shadowRoot?.querySelector('button')?.click();
    await waitUntil(() => text() === 'On this device');
    expect(tries).to.equal(2);
  });

  it('are loaded once, and at once there for who asks later', async () => {
    let tries = 0;
    const { words, text } = await show(() => {
      tries++;
      return en.parts.outbox();
    });
    await waitUntil(() => text() === 'On this device');
    expect(await words.load('outbox')).to.equal(words.get('outbox'));
    expect(tries).to.equal(1);
  });
});
