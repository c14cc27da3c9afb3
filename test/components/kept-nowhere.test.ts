import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { LOCALES } from '../../src/messages/locales.ts';
import { loadWords } from '../../src/messages/words.ts';
import { inBothWays } from '../support/both-ways.ts';
import { defineAll } from '../support/define-all.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { counting, find, shown, withQuantity } from '../support/stage.ts';
import { tooSmall } from '../support/usable.ts';
import { waitUntil } from '../support/wait-until.ts';

defineAll();

const textOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A host that takes its time with a count, until it is told to answer. */
function slowHost(): { readonly gateway: FakeGateway; readonly answer: () => void } {
  const gateway = new FakeGateway();
  const recordCount = gateway.recordCount.bind(gateway);
  let answer = () => {};
  const told = new Promise<void>(resolve => (answer = resolve));
  gateway.recordCount = async (...all: Parameters<typeof recordCount>) => {
    await told;
    return recordCount(...all);
  };
  return { gateway, answer };
}

inBothWays('A form whose counts are kept', way => {
  after(() => setViewport({ width: 800, height: 600 }));
  const isKept = way === 'device';

  for (const locale of Object.keys(LOCALES)) {
    it(`on this device or nowhere says so where it is confirmed: ${locale}`, async () => {
      const stage = await counting(new FakeGateway(), locale);
      const { unkept } = (await loadWords(locale)).front;
      const said = find(stage.element, '#confirm small');
      expect(said === null ? null : textOf(said)).to.equal(isKept ? null : unkept);
      if (!isKept) expect(said?.querySelector('svg'), 'a picture, not the words alone').not.to.equal(null);
    });
  }

  for (const [width, height] of [
    [320, 533],
    [360, 360],
    [240, 427],
  ] as const) {
    it(`leaves the quantity and Confirm in sight, ${width} × ${height}`, async () => {
      await setViewport({ width, height });
      const stage = await counting(new FakeGateway(), 'ro');
      stage.element.style.cssText = `display:block;width:${width}px;height:${height}px`;
      stage.scans.next('A-01-02');
      stage.scans.next('Item-MOB-ART-118');
      const quantity = await shown(stage, '#quantity');
      const bar = await shown(stage, '.actions');
      await waitUntil(() => {
        const { top, bottom } = quantity.getBoundingClientRect();
        return top >= 0 && bottom <= bar.getBoundingClientRect().top + 0.5;
      }, 'the quantity is above Confirm');
      expect(bar.getBoundingClientRect().bottom).to.be.at.most(stage.element.getBoundingClientRect().bottom + 0.5);
      expect(tooSmall(bar)).to.deep.equal([]);
    });
  }

  it('is not said to be saved before the host has the count, where it is kept nowhere', async () => {
    const { gateway, answer } = slowHost();
    const stage = await withQuantity('7', gateway);
    await sendKeys({ press: 'F8' });
    const confirm = await shown(stage, '#confirm');
    if (isKept)
      await waitUntil(() => textOf(find(stage.element, '.last')).includes('saved on this device'), 'it is saved');
    else {
      await waitUntil(() => textOf(confirm).includes('waits for the host'), 'it is said that it waits');
      expect(confirm.querySelector('svg'), 'a picture').not.to.equal(null);
      expect(getComputedStyle(confirm).backgroundColor).not.to.equal(
        getComputedStyle(await shown(stage, '#quantity')).backgroundColor,
      );
      expect(
        textOf(find(stage.element, 'wms-inventar-scan-form')?.shadowRoot?.querySelector('[role=status]') ?? null),
      ).to.contain('waits for the host');
      expect(find(stage.element, '.last'), 'nothing is counted yet').to.equal(null);
    }
    answer();
    await waitUntil(() => textOf(find(stage.element, '.last')).includes('at the host'), 'the host has it');
    await waitUntil(() => textOf(confirm).startsWith('Confirm'), 'the form is free');
  });
});
