import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { type Later, later, missing$, need } from '../../src/loading/later.ts';
import { inBothWays } from '../support/both-ways.ts';
import { defineAll } from '../support/define-all.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { type Stage, counting, find, mount, shown } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

defineAll();

/** A part that can't be had until it is there. */
interface Part {
  readonly part: Later<string>;
  isThere: boolean;
}

function partThatFails(): Part {
  const state: Part = {
    part: later(() => (state.isThere ? Promise.resolve('part') : Promise.reject(new Error('offline')))),
    isThere: false,
  };
  return state;
}

/** What has the focus, through every shadow root. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

async function toButton(button: HTMLElement): Promise<void> {
  // Past the end of a page the browser's own bar has the focus, for the tests to come too: here it goes round.
  const [first, last] = [document.createElement('button'), document.createElement('button')];
  last.addEventListener('focus', () => first.focus());
  document.body.prepend(first);
  document.body.append(last);
  for (let n = 0; n < 40 && focused() !== button; n++) await sendKeys({ press: 'Tab' });
  first.remove();
  last.remove();
  expect(focused(), 'the button is reached by keys').to.equal(button);
}

const inAlert = ({ element }: Pick<Stage, 'element'>, selector: string) => {
  const alert = find(element, 'wms-inventar-missing-parts');
  return alert === null ? null : find(alert, selector);
};
const tryAgain = (stage: Pick<Stage, 'element'>) => inAlert(stage, '.again');

async function isOffered(stage: Pick<Stage, 'element'>): Promise<HTMLElement> {
  await waitUntil(() => tryAgain(stage) !== null, 'it is offered to try again');
  const button = tryAgain(stage);
  if (button === null) throw new Error('It went away');
  return button;
}

inBothWays('What could not be loaded and is tried again with the keyboard alone', () => {
  afterEach(() => missing$.next([]));

  it('leaves the focus in the barcode field, once it is there', async () => {
    const stage = await counting();
    const missing = partThatFails();
    await need(missing.part);
    await toButton(await isOffered(stage));
    missing.isThere = true;
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => tryAgain(stage) === null, 'nothing is missing');
    await waitUntil(() => focused()?.id === 'barcode', 'the next key is the form’s');
  });

  it('leaves the focus in the quantity that stands', async () => {
    const stage = await counting();
    stage.scans.next('A-01-02');
    stage.scans.next('Item-MOB-ART-118');
    await shown(stage, '#quantity');
    await waitUntil(() => focused()?.id === 'quantity', 'the quantity is asked for');
    const missing = partThatFails();
    await need(missing.part);
    await toButton(await isOffered(stage));
    missing.isThere = true;
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'quantity', 'the next key is the quantity’s');
  });

  it('leaves the focus in the search while no list is open', async () => {
    const stage = await mount();
    await shown(stage, '[name=number]');
    const missing = partThatFails();
    await need(missing.part);
    await toButton(await isOffered(stage));
    missing.isThere = true;
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.getAttribute('name') === 'number', 'the next key is the search’s');
  });

  it('leaves the focus at the way back where a list is only viewed', async () => {
    const stage = await mount(new FakeGateway(), { listId: '1', mode: 'view' });
    await shown(stage, 'main.view');
    const missing = partThatFails();
    await need(missing.part);
    await toButton(await isOffered(stage));
    missing.isThere = true;
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.matches('header button') === true, 'the next key is not lost');
  });

  it('leaves the focus in a form that the page has laid out itself', async () => {
    const element = await fixture<HTMLElement>(html`
      <wms-inventar-session .gateway=${new FakeGateway()} keyboard-wedge="off" locale="en">
        <wms-inventar-scan-form></wms-inventar-scan-form>
      </wms-inventar-session>
    `);
    const session = element as HTMLElement & { own: { dispatch(action: object): void } | null };
    await waitUntil(() => session.own !== null, 'the session is there');
    session.own?.dispatch({ type: 'open-list', listId: '1', mode: 'count' });
    await waitUntil(() => find(element, '#barcode') !== null, 'the form is shown');
    const missing = partThatFails();
    await need(missing.part);
    await toButton(await isOffered({ element }));
    missing.isThere = true;
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'barcode', 'the next key is the form’s');
  });

  it('keeps the focus on the button while it is missing still', async () => {
    const stage = await counting();
    await need(partThatFails().part);
    const button = await isOffered(stage);
    await toButton(button);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => inAlert(stage, '.again + .again') !== null, 'a reload is offered');
    expect(focused()).to.equal(button);
  });

  it('takes no focus from where it is, when what is missing comes by itself', async () => {
    const stage = await counting();
    stage.scans.next('A-01-02');
    stage.scans.next('Item-MOB-ART-118');
    const field = await shown(stage, '#quantity');
    await waitUntil(() => focused() === field, 'the quantity is asked for');
    const missing = partThatFails();
    await need(missing.part);
    await isOffered(stage);
    find(stage.element, '#barcode')?.focus();
    missing.isThere = true;
    await need(missing.part);
    await waitUntil(() => tryAgain(stage) === null, 'nothing is missing');
    expect(focused()?.id).to.equal('barcode');
  });
});
