import { expect } from '@open-wc/testing';
import type { RowQuery } from '../../src/domain/row-query.ts';
import { inBothWays } from '../support/both-ways.ts';
import { defineAll } from '../support/define-all.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { list, lot, match, row } from '../support/fixtures.ts';
import { type Stage, find, mount, shown } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

defineAll();

class RowsGateway extends FakeGateway {
  /** For the eye; this device's copy, which may come at any time, asks by location. */
  readonly asked: RowQuery[] = [];
  override rows(listId: string, query: RowQuery) {
    if (query.order !== 'location') this.asked.push(query);
    return super.rows(listId, query);
  }
}

const plain = (element: Element | null | undefined) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const table = (stage: Stage) => find(stage.element, 'tbody');
const valueOf = (stage: Stage, selector: string): string | null => {
  const field = find(stage.element, selector);
  return field instanceof HTMLInputElement ? field.value : null;
};

async function rowsShown(gateway: FakeGateway, mode?: 'view'): Promise<Stage> {
  const stage = await mount(gateway, { listId: '1', ...(mode && { mode }) });
  if (mode === undefined) (await shown(stage, '.toggle')).click();
  await waitUntil(() => find(stage.element, '.row .item') !== null, 'there are rows');
  return stage;
}

inBothWays('Rows', () => {
  describe('are told apart', () => {
    const twins = () => {
      const gateway = new FakeGateway();
      gateway.allRows = [
        row({ id: '1', itemCode: 'ALB-10', lot: '26398' }),
        row({ id: '2', itemCode: 'ALB-10', lot: '26417' }),
        row({ id: '3', itemCode: 'TRI-01', variant: 'S' }),
        row({ id: '4', itemCode: 'POM-03', serial: 'SN-900' }),
        row({ id: '5', itemCode: 'POM-03', dimensions: { owner: 'ACME' } }),
      ];
      return gateway;
    };
    const items = (stage: Stage) => [...(table(stage)?.querySelectorAll('.item') ?? [])].map(plain);
    const lots = (stage: Stage) => [...(table(stage)?.querySelectorAll('.lot') ?? [])].map(plain);

    it('in two lines by lot, variant, serial number and what else the host knows', async () => {
      const stage = await rowsShown(twins());
      find(stage.element, 'wms-inventar-rows')?.style.setProperty('inline-size', '320px');
      await waitUntil(() => find(stage.element, 'wms-inventar-rows')?.classList.contains('narrow') === true, 'narrow');
      await waitUntil(() => items(stage)[0]?.includes('26398') === true, 'the lot is beside the item');
      const told = [/ALB-10.*26398 · /, /ALB-10.*26417 · /, /TRI-01 · S/, /POM-03.*SN-900 · /, /POM-03.*ACME · /];
      items(stage).forEach((text, index) => expect(text).to.match(told[index] ?? /never/));
    });

    it('in columns, where a variant stands with its item and never under the lot', async () => {
      const stage = await rowsShown(twins());
      find(stage.element, 'wms-inventar-rows')?.style.setProperty('inline-size', '900px');
      await waitUntil(() => find(stage.element, 'wms-inventar-rows')?.classList.contains('narrow') === false, 'wide');
      expect(lots(stage)).to.deep.equal(['26398', '26417', '', 'SN-900', 'ACME']);
      expect(items(stage)[2]).to.contain('TRI-01 · S');
    });
  });

  describe('of long codes', () => {
    const LONG = 'WMS-4711-SECTION-09-STEEL-BRUSHED-'.padEnd(40, 'X');
    const LONG_LOT = 'L2026-0417-SUPPLIER-0000118-PALL';
    const longTwins = () => {
      const gateway = new FakeGateway();
      gateway.allRows = [
        row({ id: '1', itemCode: LONG, variant: 'S', location: 'A-01-02-SHELF-LEFT' }),
        row({ id: '2', itemCode: LONG, variant: 'XXL' }),
        row({ id: '3', itemCode: 'POM-03', lot: LONG_LOT, serial: 'SN-2026-000000000901' }),
        row({ id: '4', itemCode: 'POM-03', lot: LONG_LOT, serial: 'SN-2026-000000000902' }),
        row({ id: '5', itemCode: LONG, variant: 'S', lot: LONG_LOT, serial: 'SN-2026-000000000902' }),
        row({
          id: '6',
          itemCode: 'ALB-10',
          lot: '26398',
          itemDescription: 'Vopsea lavabilă albă, găleată de zece litri',
        }),
      ];
      return gateway;
    };
    const PARTS = '.history, .history b, .lot-beside, .lot, .lot bdi, .location';
    const rowsOf = (stage: Stage) => [...(table(stage)?.querySelectorAll<HTMLElement>('.row') ?? [])];

    for (const width of [320, 880, 1280]) {
      it(`hide nothing of what tells them apart, ${width} px wide`, async () => {
        const stage = await rowsShown(longTwins());
        const rows = find(stage.element, 'wms-inventar-rows');
        if (rows === null) throw new Error('There are no rows');
        rows.style.cssText = `inline-size: ${width}px; block-size: 700px`;
        await waitUntil(() => rows.classList.contains('narrow') === width < 700, 'it is laid out');
        await waitUntil(() => rowsOf(stage).length === 6, 'all are there');
        const cut = rowsOf(stage).flatMap(each => {
          const { left, right, top, bottom } = each.getBoundingClientRect();
          return [...each.querySelectorAll<HTMLElement>(PARTS)]
            .filter(part => part.getClientRects().length > 0)
            .filter(part => {
              const box = part.getBoundingClientRect();
              const isWithin =
                box.left >= left - 1 && box.right <= right + 1 && box.top >= top - 1 && box.bottom <= bottom + 1;
              return !isWithin || part.scrollWidth > part.offsetWidth;
            })
            .map(part => `${part.className}: ${plain(part)}`);
        });
        expect(cut).to.deep.equal([]);
        expect(new Set(rowsOf(stage).map(each => each.offsetHeight)).size, 'as high as the list reckons').to.equal(1);
      });
    }
  });

  describe('to be counted', () => {
    const expected = (change: Parameters<typeof row>[0] = {}) => {
      const gateway = new FakeGateway();
      gateway.allRows = [row({ quantity: null, location: 'B-01-01', ...change })];
      return gateway;
    };
    const open = (stage: Stage) => find(stage.element, '.row .history')?.click();

    it('are counted where they are opened: location and item are filled in, and the form asks for the quantity', async () => {
      const stage = await rowsShown(expected());
      expect(plain(find(stage.element, '.row .history'))).to.contain('Count');
      open(stage);
      await shown(stage, '#quantity');
      await waitUntil(
        () => plain(find(stage.element, '[data-line=location]')).includes('B-01-01'),
        'the location is there',
      );
      expect(plain(find(stage.element, '[data-line=item]'))).to.contain('ART-118');
    });

    it('bring their lot along', async () => {
      const gateway = expected({ itemCode: 'ALB-10', lot: '26417' });
      gateway.foundItems = [match({ code: 'ALB-10', lotManaged: true })];
      gateway.foundLots = [lot('26417', { itemClass: 'MOB', itemCode: 'ALB-10' })];
      const stage = await rowsShown(gateway);
      open(stage);
      await waitUntil(() => valueOf(stage, '#lot') === '26417', 'the lot is there');
    });

    const withSeven = async (nextItemConfirms = false) => {
      const stage = await mount(expected(), { listId: '1' });
      if (nextItemConfirms) stage.element.setAttribute('next-item-confirms', 'on');
      await shown(stage, '#barcode');
      stage.scans.next('A-01-02');
      stage.scans.next('Item-MOB-ART-204');
      const quantity = await shown(stage, '#quantity');
      if (quantity instanceof HTMLInputElement) quantity.value = '7';
      quantity.dispatchEvent(new InputEvent('input', { bubbles: true }));
      (await shown(stage, '.toggle')).click();
      await waitUntil(() => find(stage.element, '.row .item') !== null, 'there are rows');
      open(stage);
      await shown(stage, '.alert.decide');
      return stage;
    };

    for (const nextItemConfirms of [false, true]) {
      const rule = nextItemConfirms ? 'also where the next item read confirms it' : 'as a read does';
      it(`wait behind a quantity that is not confirmed, ${rule}`, async () => {
        const stage = await withSeven(nextItemConfirms);
        expect(valueOf(stage, '#quantity')).to.equal('7');
        expect(plain(find(stage.element, '[data-line=location]'))).to.contain('A-01-02');
        expect(stage.gateway.recorded).to.be.empty;
      });
    }

    it('lead to the question that is open, where the rows stand in its place', async () => {
      const stage = await withSeven();
      await waitUntil(() => find(stage.element, '.shows-rows') === null, 'the question is shown');
      (await shown(stage, '.toggle')).click();
      await waitUntil(() => find(stage.element, '.shows-rows') !== null, 'the rows are shown');
      const history = await shown(stage, '.row .history');
      await waitUntil(() => history.isConnected && history.clientWidth > 0, 'the row is laid out');
      open(stage);
      await waitUntil(() => find(stage.element, '.shows-rows') === null, 'the question is shown again');
      expect(find(stage.element, '.alert.decide')).not.to.equal(null);
    });

    it('show their history where nobody counts, and so do counted ones', async () => {
      const viewed = await rowsShown(expected(), 'view');
      expect(plain(find(viewed.element, '.row .history'))).to.contain('History');
      const counted = await rowsShown(expected({ quantity: '5' }));
      expect(plain(find(counted.element, '.row .history'))).to.contain('History');
    });
  });

  describe('that are looked at', () => {
    const viewed = async (prepare: (gateway: RowsGateway) => void = () => undefined) => {
      const gateway = new RowsGateway();
      gateway.allRows = [row()];
      prepare(gateway);
      const stage = await rowsShown(gateway, 'view');
      gateway.asked.length = 0;
      return { gateway, stage };
    };

    for (const [scan, text] of [
      ['Item-MOB-ART-118', 'ART-118'],
      ['B-01-01', 'B-01-01'],
      ['ART-204', 'ART-204'],
      ['nobody knows it', 'nobody knows it'],
    ] as const) {
      it(`are found by a scan: ${scan}`, async () => {
        const { gateway, stage } = await viewed();
        stage.scans.next(scan);
        await waitUntil(() => gateway.asked.length > 0, 'they are asked for');
        expect(gateway.asked).to.deep.equal([{ order: 'newest', text }]);
        await waitUntil(() => valueOf(stage, '[name=text]') === text, 'what they are found by is shown');
      });
    }

    it('are found by what was read while the host does not answer', async () => {
      const { gateway, stage } = await viewed();
      gateway.failures.set('items', new Error('silent'));
      stage.scans.next('Item-MOB-ART-118');
      await waitUntil(() => gateway.asked[0]?.text === 'ART-118', 'they are asked for by the code in the label');
    });

    it('are those of the latest scan, where the one before takes longer to be looked up', async () => {
      const { gateway, stage } = await viewed();
      let answer = () => {};
      gateway.gates.set('items', new Promise(resolve => (answer = resolve)));
      stage.scans.next('Item-MOB-ART-118');
      gateway.gates.delete('items');
      stage.scans.next('Item-MOB-ART-204');
      await waitUntil(() => gateway.asked.some(({ text }) => text === 'ART-204'), 'the second is asked for');
      answer();
      await new Promise(resolve => setTimeout(resolve));
      expect(gateway.asked).to.deep.equal([{ order: 'newest', text: 'ART-204' }]);
    });

    it('are found in a closed list too, and no command is searched for', async () => {
      const { gateway, stage } = await viewed(each => {
        each.foundLists = [list({ closingDate: '2026-01-02' })];
      });
      stage.scans.next('$$CONFIRM');
      await waitUntil(() => find(stage.element, '.unused') !== null, 'it is said that it is of no use');
      expect(gateway.asked.filter(({ text }) => text !== undefined)).to.be.empty;
      find(stage.element, '.unused button')?.click();
      await waitUntil(() => find(stage.element, '.unused') === null, 'it is seen');
      stage.scans.next('ART-118');
      await waitUntil(() => gateway.asked.some(({ text }) => text === 'ART-118'), 'they are asked for');
    });
  });
});
