import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { InventoryQuery } from '../../src/services/inventory-gateway.ts';
import { inBothWays } from '../support/both-ways.ts';
import { defineAll } from '../support/define-all.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { list } from '../support/fixtures.ts';
import { find, mount, shown } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';
import { isUsable } from '../support/usable.ts';

defineAll();

class AskedGateway extends FakeGateway {
  readonly asked: InventoryQuery[] = [];
  override inventories(query: InventoryQuery = {}) {
    this.asked.push(query);
    return super.inventories();
  }
}

inBothWays('The search', () => {
  it('asks for what stands in each of its fields, notes and operator too', async () => {
    const gateway = new AskedGateway();
    const stage = await mount(gateway);
    (await shown(stage, 'form summary')).click();
    const typed = { number: '2', description: 'anual', notes: 'toate zonele', operator: 'Radu' };
    for (const [name, text] of Object.entries(typed)) {
      const field = await shown(stage, `input[name=${name}]`);
      if (field instanceof HTMLInputElement) field.value = text;
    }
    (await shown(stage, '.search')).click();
    await waitUntil(() => gateway.asked.length > 0, 'the host is asked');
    expect(gateway.asked[0]).to.deep.equal(typed);
  });

  it('shows who looks after an inventory, and its notes as they were written', async () => {
    const gateway = new FakeGateway();
    const { inventory } = list();
    const more = { notes: 'Zona <b>rece</b>\nși rafturi', operator: { userName: 'elena', name: 'Elena Radu' } };
    gateway.foundLists = [list({ inventory: { ...inventory, ...more } })];
    const stage = await mount(gateway);
    (await shown(stage, '.search')).click();
    const kept = await shown(stage, '.kept');
    expect(kept.textContent.trim()).to.equal('Elena Radu · Zona <b>rece</b>\nși rafturi');
    await isUsable(stage.element);
  });

  it('has the focus at the start, where nothing else has it', async () => {
    const stage = await mount();
    const number = await shown(stage, '[name=number]');
    await waitUntil(() => number.matches(':focus'), 'the number has the focus');
  });

  it('leaves the focus where it is', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    const stage = await mount();
    await shown(stage, '[name=number]');
    await waitUntil(() => find(stage.element, '.search') !== null, 'the search is there');
    expect(document.activeElement).to.equal(field);
    field.remove();
  });

  it('says of a list that it keeps the location', async () => {
    const gateway = new FakeGateway();
    const { listType } = list();
    gateway.foundLists = [
      list({ id: '1', listType: { ...listType, keepLocation: true } }),
      list({ id: '2', row: 2, listType: { ...listType, keepLocation: false } }),
    ];
    const stage = await mount(gateway);
    (await shown(stage, '.search')).click();
    await shown(stage, '.what');
    const told = [...(find(stage.element, '.card')?.querySelectorAll('.what small') ?? [])].map(
      each => each.textContent,
    );
    expect(told.map(text => text.includes('keeps the location'))).to.deep.equal([true, false]);
  });
});

inBothWays('A scan while lists are looked through', () => {
  it('is said where it is seen, however far they are scrolled', async () => {
    const gateway = new FakeGateway();
    gateway.foundLists = Array.from({ length: 60 }, (_, n) => list({ id: `${n + 1}`, row: n + 1 }));
    const stage = await mount(gateway);
    stage.element.style.blockSize = '533px';
    (await shown(stage, '.search')).click();
    await waitUntil(() => find(stage.element, '.card:last-of-type .what') !== null, 'the lists are there');
    const rows = () => find(stage.element, 'wms-inventar-list-picker')?.shadowRoot?.querySelectorAll('.what') ?? [];
    await waitUntil(() => rows().length === 60, 'all of them');
    rows()[55]?.scrollIntoView();
    const scrolled = rows()[55]?.getBoundingClientRect().top ?? 0;
    stage.scans.next('Item-MOB-ART-118');
    const said = await shown(stage, '.unused');
    const { top, bottom } = said.getBoundingClientRect();
    const window = stage.element.getBoundingClientRect();
    expect(top).to.be.within(window.top, window.bottom);
    expect(bottom).to.be.within(window.top, window.bottom);
    expect(rows()[0]?.getBoundingClientRect().bottom).to.be.lessThan(window.top);
    expect(Math.abs(scrolled)).to.be.lessThan(800);
  });
});

inBothWays('What else can be searched by', () => {
  after(async () => {
    document.body.style.inlineSize = '';
    await setViewport({ width: 800, height: 600 });
  });

  for (const [width, height, inline, isOpen] of [
    [1920, 1080, 1280, true],
    [1280, 800, 1280, true],
    [1920, 1080, 400, false],
    [1280, 500, 1280, false],
    [360, 640, 360, false],
  ] as const) {
    it(`is ${isOpen ? 'unfolded' : 'folded'} in ${inline} px of a page of ${width} × ${height}`, async () => {
      await setViewport({ width, height });
      // The page gives the plugin a column of its own.
      document.body.style.inlineSize = `${inline}px`;
      const details = await shown(await mount(), 'details');
      expect(details.hasAttribute('open')).to.equal(isOpen);
    });
  }
});
