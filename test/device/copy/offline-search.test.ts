import { expect } from '@open-wc/testing';
import { createCopyStore } from '../../../src/device/copy/copy-store.ts';
import { createDeviceCopy } from '../../../src/device/copy/device-copy.ts';
import { createOfflineAnswers } from '../../../src/device/copy/offline-answers.ts';
import type { InventoryQuery } from '../../../src/services/inventory-gateway.ts';
import { list, location, match, row } from '../../support/fixtures.ts';

let names = 0;

describe('A serial number, without the host', () => {
  it('is found in all lists of the inventory that this device has rows of', async () => {
    const copy = createDeviceCopy(createCopyStore(`offline-serials-${Date.now()}-${++names}`));
    const other = list({ id: '3' });
    await copy.saveList(list(), 1);
    await copy.saveList(list({ id: '2', row: 2 }), 2);
    await copy.saveList({ ...other, inventory: { ...other.inventory, id: '13', number: '13' } }, 3);
    await copy.saveRows('2', [
      row({ serial: 'SN1', quantity: '1', location: 'A-06-01' }),
      row({ serial: 'SN1', quantity: '0', location: 'A-06-02' }),
      row({ serial: 'SN1', quantity: null, location: 'A-06-03' }),
      row({ serial: 'sn1', quantity: '1', location: 'A-06-04' }),
    ]);
    await copy.saveRows('3', [row({ serial: 'SN1', quantity: '1', location: 'Z-01-01' })]);
    const found = await createOfflineAnswers(copy, () => 1).here.serials('1', 'SN1');
    expect(found?.answer.matches.map(each => [each.listId, each.row, each.location])).to.deep.equal([
      ['2', 2, 'A-06-01'],
    ]);
  });
});

describe('What is searched for without the host', () => {
  const SET = { set: 's1', revision: 'r1', cursor: null, loaded: 1, asOf: 1 };
  const WHOLE = { complete: SET, loading: null };

  async function answers() {
    const copy = createDeviceCopy(createCopyStore(`offline-search-${Date.now()}-${++names}`));
    copy.use('1');
    const { inventory } = list();
    await copy.saveList(
      list({
        inventory: {
          ...inventory,
          number: '112',
          description: 'Rotație octombrie',
          notes: 'Zona de recepție',
          operator: { userName: 'elena', name: 'Elena Łuczak' },
        },
      }),
      1,
    );
    const items = ['Șurub M8', 'Piuliţă M8', 'Caffe\u0300'].map((description, index) => ({
      ...match({ code: `I-${index}`, description }),
      barcodes: [],
    }));
    await copy.saveItems('1', items, WHOLE);
    await copy.saveLocations('1', [{ ...location('Q-1'), description: 'Secția Đ' }, location('q-1')], WHOLE);
    return createOfflineAnswers(copy, () => 1).here;
  }

  it('is found without its accents, with a cedilla for a comma, composed or not', async () => {
    const here = await answers();
    const found = async (text: string) =>
      (await here.items({ text }))?.answer.matches.map(({ item }) => item.code).join(' ');
    for (const text of ['surub', 'Şurub', 'S\u0326URUB']) expect(await found(text), text).to.equal('I-0');
    expect(await found('Piulita')).to.equal('I-1');
    expect(await found('piuliță')).to.equal('I-1');
    expect(await found('Caffè')).to.equal('I-2');
    expect(await found('m8')).to.equal('I-0 I-1');
    expect((await here.locations({ text: 'sectia d' }))?.answer.matches.length).to.equal(1);
  });

  it('is never a code that is read whole', async () => {
    const here = await answers();
    const codes = async (code: string) =>
      (await here.locations({ code }))?.answer.matches.map(each => each.code).join(' ');
    expect(await codes('Q-1')).to.equal('Q-1');
    expect(await codes('q-1')).to.equal('q-1');
    expect((await here.items({ code: 'i-0' }))?.answer.matches).to.deep.equal([]);
  });

  it('is an inventory by its notes, its operator and a part of its number too', async () => {
    const here = await answers();
    const isFound = async (query: InventoryQuery) => (await here.inventories(query, null)) !== null;
    for (const query of [
      { description: 'rotatie' },
      { notes: 'RECEPTIE' },
      { operator: 'luczak' },
      { operator: 'ELENA' },
      { number: '12' },
      { notes: 'zona', operator: 'elena', number: '1' },
    ])
      expect(await isFound(query), JSON.stringify(query)).to.equal(true);
    for (const query of [{ notes: 'octombrie' }, { operator: 'mihai' }, { number: '13' }])
      expect(await isFound(query), JSON.stringify(query)).to.equal(false);
  });
});
