import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { defineAll } from '../support/define-all.ts';
import type { RecordedCount } from '../../src/domain/count-request.ts';
import { inBothWays } from '../support/both-ways.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { says, shown, withQuantity } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

defineAll();

/** A host that takes its time, for ever. */
class SilentHost extends FakeGateway {
  override recordCount(): Promise<RecordedCount> {
    return new Promise(() => undefined);
  }
}

/** All that its texts were, as they changed. */
function texts(of: Node): readonly string[] {
  const said: string[] = [];
  const observer = new MutationObserver(changes => said.push(...changes.map(({ target }) => target.textContent ?? '')));
  observer.observe(of, { subtree: true, childList: true, characterData: true });
  return said;
}

inBothWays('The scan form', way => {
  it('says that a count is being saved where that takes a while', async () => {
    const stage = await withQuantity('5', new SilentHost());
    await sendKeys({ press: 'F8' });
    // With an outbox it is safe before the host has it, and nothing is waited for.
    await says(stage, way === 'device' ? 'saved on this device' : 'waits for the host');
  });

  it('says it of no count that is saved at once, since it would only delay what matters', async () => {
    const stage = await withQuantity('5');
    const said = texts(await shown(stage, '#confirm'));
    await sendKeys({ press: 'F8' });
    await shown(stage, '.last');
    expect(said.filter(text => text.includes('Saving'))).to.deep.equal([]);
  });

  it('gives the focus to the barcode before the quantity that has it goes', async () => {
    const stage = await withQuantity('5');
    const quantity = await shown(stage, '#quantity');
    const barcode = await shown(stage, '#barcode');
    quantity.focus();
    let next: EventTarget | null = null;
    quantity.addEventListener('focusout', ({ relatedTarget }) => (next = relatedTarget));
    await sendKeys({ press: 'F8' });
    await waitUntil(() => !quantity.isConnected, 'the quantity goes');
    expect(next).to.equal(barcode);
  });
});
