import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { defineAll } from '../support/define-all.ts';
import { inBothWays } from '../support/both-ways.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { match, row } from '../support/fixtures.ts';
import { type Stage, counting, find, shown, withQuantity } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

defineAll();

const keysOf = (stage: Stage): string[] => {
  const dialog = find(stage.element, 'dialog[open]');
  return [...(dialog?.querySelectorAll('kbd') ?? [])].map(({ textContent }) => textContent);
};
const isOpen = (stage: Stage) => find(stage.element, 'dialog[open]') !== null;

inBothWays('A dialog that asks', () => {
  const asked = async (there = row({ quantity: '12' })): Promise<Stage> => {
    const gateway = new FakeGateway();
    gateway.existing = there;
    const stage = await withQuantity('5', gateway);
    await shown(stage, '.existing');
    // By touch: no key came before.
    (await shown(stage, '#confirm')).click();
    await shown(stage, 'dialog[open] [data-mode=replace]');
    return stage;
  };

  for (const [key, mode] of [
    ['1', 'add'],
    ['2', 'replace'],
  ] as const) {
    it(`takes ${key} for ${mode}, and shows it there`, async () => {
      const stage = await asked();
      expect(keysOf(stage)).to.deep.equal(['1', '2', 'Esc']);
      await sendKeys({ press: key });
      await waitUntil(() => stage.gateway.recorded.length === 1, 'it is recorded');
      expect(stage.gateway.recorded[0]?.mode).to.equal(mode);
    });
  }

  it('takes keys wherever it was tapped before', async () => {
    const stage = await asked();
    const { x, y } = (await shown(stage, 'dialog[open] dl')).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x) + 4, Math.round(y) + 4] });
    await sendKeys({ press: '1' });
    await waitUntil(() => stage.gateway.recorded.length === 1, 'it is recorded');
  });

  it('gives the focus to the quantity that stands, once it is closed by its key', async () => {
    const stage = await asked();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !isOpen(stage), 'it is closed');
    const field = await shown(stage, '#quantity');
    await waitUntil(() => field.matches(':focus'), 'the quantity has the focus');
    expect(stage.gateway.recorded).to.be.empty;
  });

  it('takes the number of what it offers', async () => {
    const gateway = new FakeGateway();
    const stage = await counting(gateway);
    stage.scans.next('A-01-02');
    await waitUntil(() => find(stage.element, '[data-line=location] b') !== null, 'the location is there');
    gateway.foundItems = [match(), match({ itemClass: 'VOP' })];
    stage.scans.next('ART-118');
    await shown(stage, 'dialog[open] [data-key="2"]');
    expect(keysOf(stage)).to.deep.equal(['1', '2', 'Esc']);
    await sendKeys({ press: '2' });
    const item = await shown(stage, '[data-line=item]');
    await waitUntil(() => item.textContent.includes('VOP'), 'the second is taken');
  });
});
