import { expect } from '@open-wc/testing';
import { FakeGateway } from '../support/fake-gateway.ts';
import { defineAll } from '../support/define-all.ts';
import { KILOS, match } from '../support/fixtures.ts';
import { inBothWays } from '../support/both-ways.ts';
import { type Stage, counting, shown, type } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

defineAll();

inBothWays('Asked whether to leave', () => {
  /** What stands in the list of what is lost. */
  const lostIn = async (stage: Stage): Promise<string[]> => {
    (await shown(stage, 'button[aria-label="Back to the lists"]')).click();
    const list = await shown(stage, 'dialog[open] ul');
    return [...list.children].map(({ textContent }) => textContent);
  };
  const withQuantity = async (locale = 'en'): Promise<Stage> => {
    const gateway = new FakeGateway();
    gateway.foundItems = [match({ unit: KILOS }), match({ code: 'ART-204' })];
    const stage = await counting(gateway, locale);
    stage.scans.next('A-01-02');
    stage.scans.next('Item-MOB-ART-118');
    type(await shown(stage, '#quantity'), '7');
    return stage;
  };

  it('says which count is lost, with its quantity', async () => {
    expect(await lostIn(await withQuantity())).to.deep.equal(['ART-118: 7 kg']);
  });

  it('says what was read and waits', async () => {
    const stage = await withQuantity();
    stage.scans.next('Item-MOB-ART-204');
    await shown(stage, '[part=notice] .answers');
    expect(await lostIn(stage)).to.deep.equal(['ART-118: 7 kg', 'Item-MOB-ART-204']);
  });

  it('says what is lost by now', async () => {
    const stage = await withQuantity();
    await lostIn(stage);
    const dialog = await shown(stage, 'dialog[open]');
    type(await shown(stage, '#quantity'), '1.5');
    await waitUntil(() => dialog.textContent.includes('ART-118: 1.5 kg'), 'it is said');
  });
});
