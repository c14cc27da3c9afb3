import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Location, Lot } from '../../src/domain/inventory.ts';
import type { CatalogueItem } from '../../src/services/inventory-gateway.ts';
import { type Client, aCount, problemOf } from './client.ts';
import { onEachDatabase } from './databases.ts';

interface Loaded<T> {
  readonly items: T[];
  readonly pages: number;
  readonly revision: string;
}

/** A part of the catalogue, page by page. */
async function load<T>(client: Client, listId: string, part: string, limit = 1000): Promise<Loaded<T>> {
  const items: T[] = [];
  let revision = '';
  let pages = 0;
  for (let cursor: string | null = ''; cursor !== null; pages++) {
    const at: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body, headers } = await client.get(`/lists/${listId}/catalogue/${part}?limit=${limit}${at}`);
    assert.equal(status, 200);
    assert.ok(body.items.length <= limit, 'no page is longer than asked for');
    assert.equal(headers.get('etag'), `"${body.revision}"`);
    if (revision !== '') assert.equal(body.revision, revision, 'the revision of the first page holds for all');
    items.push(...body.items);
    ({ next: cursor, revision } = body);
  }
  return { items, pages, revision };
}

onEachDatabase('The catalogue', {}, stage => {
  it("gives every location of the list's warehouse once, in the order of their codes, those not in use too", async () => {
    const { ana } = stage();
    const { id, warehouse } = await ana.list(14, 1);
    const whole = await load<Location>(ana, id, 'locations');
    const paged = await load<Location>(ana, id, 'locations', 7);
    assert.equal(whole.items.length, 240);
    assert.equal(paged.pages, 35);
    assert.deepEqual(paged.items, whole.items);
    const codes = whole.items.map(({ code }) => code);
    assert.equal(new Set(codes).size, 240);
    assert.ok(whole.items.every(each => each.warehouse === warehouse.code));
    assert.equal(whole.items.find(({ code }) => code === 'A-08-05')?.active, false);
  });

  it('gives every item, or each of its variants, with the barcodes that a look-up would take for it', async () => {
    const { ana } = stage();
    const { id } = await ana.list(14, 1);
    const { items } = await load<CatalogueItem>(ana, id, 'items', 100);
    const name = ({ item, variant }: CatalogueItem) => `${item.itemClass}/${item.code}/${variant?.code ?? ''}`;
    assert.equal(new Set(items.map(name)).size, items.length);
    const shirts = items.filter(({ item }) => item.code === 'TRI-01');
    assert.deepEqual(
      shirts.map(({ variant }) => variant?.code),
      ['M', 'L', 'XL'],
    );
    assert.ok(items.some(({ item }) => item.phantom) && items.some(({ item }) => item.archived));
    const withUnits = items.find(({ item }) => item.code === 'ART-204');
    assert.equal(withUnits?.item.alternativeUnits[0]?.unit.code, 'cutii');

    const byBarcode = Map.groupBy(
      items.flatMap(each => each.barcodes.map(barcode => ({ barcode, name: name(each) }))),
      ({ barcode }) => barcode,
    );
    assert.ok(byBarcode.size > 10);
    for (const barcode of ['8000000005557', '5940000007010', '5940000000103']) {
      const { body } = await ana.get(`/items?barcode=${barcode}`);
      assert.deepEqual(
        byBarcode
          .get(barcode)
          ?.map(each => each.name)
          .sort(),
        body.matches.map(name).sort(),
        barcode,
      );
    }
  });

  it('gives every lot, with its item', async () => {
    const { ana } = stage();
    const { id } = await ana.list(14, 1);
    const whole = await load<Lot>(ana, id, 'lots');
    const paged = await load<Lot>(ana, id, 'lots', 3);
    assert.deepEqual(paged.items, whole.items);
    assert.deepEqual(
      whole.items
        .filter(({ code }) => code === '26417')
        .map(({ itemCode }) => itemCode)
        .sort(),
      ['ALB-10', 'GRI-05'],
    );
  });

  it('is not sent again where nothing changed, and is another one once a lot came in', async () => {
    const { ana } = stage();
    const { id } = await ana.list(14, 1);
    const ask = (part: string, tag: string) => ana.get(`/lists/${id}/catalogue/${part}`, { 'if-none-match': tag });
    for (const part of ['items', 'locations', 'lots']) {
      const { revision } = await load(ana, id, part);
      for (const tag of [`"${revision}"`, `W/"${revision}"`]) {
        const unchanged = await ask(part, tag);
        assert.deepEqual([unchanged.status, unchanged.body], [304, null]);
      }
      assert.equal((await ask(part, '"another"')).status, 200);
    }
    const [items, lots] = [await load(ana, id, 'items'), await load(ana, id, 'lots')];
    await ana.count(id, aCount({ itemCode: 'ART', lot: 'NEW-1' }));
    assert.equal((await ask('lots', `"${lots.revision}"`)).status, 200);
    assert.equal((await ask('items', `"${items.revision}"`)).status, 304, 'items did not change');
  });

  it('stays whole while it is paged: a lot that comes in between leaves nothing out and brings nothing twice', async () => {
    const { ana } = stage();
    const { id } = await ana.list(14, 1);
    const { items: before } = await load<Lot>(ana, id, 'lots');
    const first = await ana.get(`/lists/${id}/catalogue/lots?limit=3`);
    await ana.count(id, aCount({ itemCode: 'ART', lot: '000-FIRST', location: 'A-01-03' }));
    const items: Lot[] = [...first.body.items];
    for (let { next } = first.body; next !== null;) {
      const { body } = await ana.get(`/lists/${id}/catalogue/lots?limit=3&cursor=${encodeURIComponent(next)}`);
      assert.equal(body.revision, first.body.revision);
      items.push(...body.items);
      ({ next } = body);
    }
    const codes = items.map(({ itemCode, code }) => `${itemCode}/${code}`);
    assert.equal(new Set(codes).size, codes.length);
    for (const { itemCode, code } of before) assert.ok(codes.includes(`${itemCode}/${code}`));
    const again = await ana.get(`/lists/${id}/catalogue/lots`, { 'if-none-match': `"${first.body.revision}"` });
    assert.equal(again.status, 200, 'what was read while it changed is read again next time');
  });

  it('refuses a limit beyond 1,000, a made-up cursor and a list of somebody else', async () => {
    const { ana, mihai } = stage();
    const { id } = await ana.list(12, 1);
    for (const query of ['limit=1001', 'limit=0', 'limit=many', 'cursor=made-up']) {
      assert.equal(problemOf(await ana.get(`/lists/${id}/catalogue/locations?${query}`)), 'bad-request', query);
    }
    for (const part of ['items', 'locations', 'lots']) {
      assert.equal(problemOf(await mihai.get(`/lists/${id}/catalogue/${part}`)), 'not-your-list');
    }
  });
});
