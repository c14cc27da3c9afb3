import { expect } from '@open-wc/testing';
import { defineAll } from '../support/define-all.ts';
import { inBothWays } from '../support/both-ways.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { find, mount, says, shown } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';
import { isUsable } from '../support/usable.ts';

defineAll();

/** A host with one length that is none, and a code that is missing. */
function misconfigured(): FakeGateway {
  const gateway = new FakeGateway();
  const [item] = gateway.settings.tokenizers;
  if (item === undefined) throw new Error('No tokenizer to spoil');
  const [first, ...others] = item.rows;
  if (first === undefined) throw new Error('No row to spoil');
  const spoilt = { ...item, code: 'Art', rows: [{ ...first, length: 'three' }, ...others] };
  gateway.settings = { ...gateway.settings, tokenizers: [item, spoilt, { ...item, code: '' }] };
  return gateway;
}

inBothWays('Wrong barcode tables', () => {
  const words = {
    en: ['2 problems in the barcode tables', 'Art · row 1', 'length: is not a whole number', '#3 ·'],
    it: ['2 problemi nelle tabelle dei barcode', 'Art · riga 1', 'lunghezza: non è un numero intero', '#3 ·'],
    ro: ['2 probleme în tabelele de coduri de bare', 'Art · rândul 1', 'lungime: nu este un număr întreg', '#3 ·'],
  };
  for (const [locale, texts] of Object.entries(words)) {
    it(`are one quiet line before a list is chosen, with table, row and field behind it (${locale})`, async () => {
      const stage = await mount(misconfigured(), { locale });
      const line = await shown(stage, 'details.configuration summary');
      expect(line.textContent).to.include(texts[0]);
      line.click();
      const details = await shown(stage, 'details.configuration');
      const said = () => details.textContent.replace(/\s+/g, ' ');
      for (const text of texts) await waitUntil(() => said().includes(text), `"${text}" is said`);
      await isUsable(stage.element);
    });
  }

  it('stand below the lists too', async () => {
    const stage = await mount(misconfigured());
    (await shown(stage, '.search')).click();
    await shown(stage, 'input[type=radio]');
    await shown(stage, 'details.configuration');
  });

  it('are not spoken of where there are none', async () => {
    const stage = await mount();
    await says(stage, 'Search an inventory');
    expect(find(stage.element, '.configuration')).to.equal(null);
  });
});
