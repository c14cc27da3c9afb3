import { expect } from '@open-wc/testing';
import { type CopyStore, createCopyStore } from '../../src/device/copy/copy-store.ts';
import { createDrafts } from '../../src/device/drafts.ts';
import { EMPTY_FORM } from '../../src/domain/counting/form.ts';
import type { CountForm } from '../../src/domain/counting/state.ts';
import { location, lot, match } from '../support/fixtures.ts';
import { writesDuring } from '../support/idb-writes.ts';

const NOW = Date.UTC(2026, 10, 22, 10, 32);
let names = 0;

describe('What is not confirmed yet, on this device', () => {
  let store: CopyStore;

  beforeEach(() => {
    store = createCopyStore(`test-drafts-${Date.now()}-${++names}`);
  });
  afterEach(() => store.close());

  it('is kept: half-filled forms till log-out, parked reads till a person is done with them', async () => {
    const notebook = createDrafts(store);
    const read = { id: '1', text: 'X', typed: false, broken: false, candidates: [{ raw: 'X' }] };
    const parked = { id: 'p1', listId: '1', read, location: location(), quantityText: '5', parkedAt: NOW };
    const form = { ...EMPTY_FORM, location: location(), quantityText: '1,5' };
    await notebook.saveDraft('1', form);
    await notebook.park(parked);
    expect(await notebook.draft('1')).to.deep.equal(form);
    await store.clear();
    expect(await notebook.draft('1')).to.equal(null);
    expect(await notebook.parked()).to.deep.equal([parked]);
    await notebook.unpark('p1');
    expect(await notebook.parked()).to.be.empty;
  });

  it('is on the disk when a read is said to be parked, or done with; of a half-filled form that is not waited for', async () => {
    const notebook = createDrafts(store);
    const read = { id: '1', text: 'X', typed: false, broken: false, candidates: [{ raw: 'X' }] };
    const parked = { id: 'p1', listId: '1', read, location: null, quantityText: '', parkedAt: NOW };
    const durabilities = async (work: () => Promise<unknown>) =>
      (await writesDuring(work)).map(({ durability }) => durability);
    expect(await durabilities(() => notebook.park(parked))).to.deep.equal(['strict']);
    expect(await durabilities(() => notebook.unpark('p1'))).to.deep.equal(['strict']);
    expect(await durabilities(() => notebook.saveDraft('1', EMPTY_FORM))).to.deep.equal(['relaxed']);
  });

  it('is not read back where it has not its shape', async () => {
    await store.write(['drafts', 'parked'], 'relaxed', tx =>
      Promise.all([
        tx.objectStore('drafts').put({ v: 9, form: 7 }, '1'),
        tx.objectStore('parked').put({ v: 1, parked: null }, 'p'),
      ]),
    );
    const notebook = createDrafts(store);
    expect([await notebook.draft('1'), await notebook.parked()]).to.deep.equal([null, []]);
  });

  const whole: CountForm = {
    ...EMPTY_FORM,
    location: location(),
    item: match(),
    lot: { code: 'L1', known: lot('L1') },
    lotText: 'L1',
    offeredLots: [lot('L1')],
    lotsComplete: true,
    serial: 'S1',
    dimensions: { PROJECT: 'P1' },
    quantityText: '1,5',
    burst: '1,5',
    noteText: 'a box was open',
    barcode: 'X',
    parked: {
      id: '1',
      text: 'X',
      aim: ']C1',
      typed: false,
      broken: false,
      candidates: [{ raw: 'X', measures: [{ quantity: '1', unit: null }] }],
    },
  };

  it('is read back as it was, each of its fields', async () => {
    const drafts = createDrafts(store);
    await drafts.saveDraft('1', whole);
    expect(await drafts.draft('1')).to.deep.equal(whole);
  });

  const { item, lot: entered, parked } = whole;
  const OTHER: Partial<Record<keyof CountForm, readonly unknown[]>> = {
    location: [{}, 'A-01', { code: 7 }],
    item: [{}, { item: { code: 'X' }, variant: null }, { ...item, variant: 7 }, { item: item?.item }],
    lot: ['L1', { code: 'L1' }, { ...entered, known: { code: 'L1' } }, { ...entered, expiry: 7 }],
    lotText: [7, null],
    offeredLots: [null, [null], [{ code: 'L1' }]],
    lotsComplete: ['yes'],
    serial: [null],
    dimensions: [undefined, null, { PROJECT: 7 }, 'P1'],
    quantityText: [1.5, null],
    burst: [7],
    noteText: [7],
    barcode: [7],
    parked: ['X', {}, { ...parked, candidates: [7] }, { ...parked, candidates: [{ barcodes: 'X' }] }],
  };
  for (const [field, values] of Object.entries(OTHER)) {
    for (const value of values) {
      it(`is read back without ${field} where that is ${JSON.stringify(value)}`, async () => {
        const form = { ...whole, [field]: value };
        await store.write(['drafts'], 'relaxed', tx => tx.objectStore('drafts').put({ v: 2, form }, '1'));
        const empty = EMPTY_FORM[field as keyof CountForm];
        expect(await createDrafts(store).draft('1')).to.deep.equal({ ...whole, [field]: empty });
      });
    }
  }

  for (const change of [{ location: {} }, { read: { id: '1', text: 'X' } }, { parkedAt: '10:32' }]) {
    it(`is not read back where a parked read has ${JSON.stringify(change)}`, async () => {
      const read = { id: '1', text: 'X', typed: false, broken: false, candidates: null };
      const sound = { id: 'p1', listId: '1', read, location: null, quantityText: '5', parkedAt: NOW };
      await store.write(['parked'], 'relaxed', tx =>
        Promise.all([
          tx.objectStore('parked').put({ v: 2, parked: { ...sound, ...change, id: 'p0' } }, 'p0'),
          tx.objectStore('parked').put({ v: 2, parked: sound }, 'p1'),
        ]),
      );
      expect(await createDrafts(store).parked()).to.deep.equal([sound]);
    });
  }

  for (const v of [1, 9]) {
    it(`is read back as far as it is known where version ${v} wrote it`, async () => {
      const { noteText, dimensions, ...before } = { ...EMPTY_FORM, location: location(), quantityText: '1,5' };
      await store.write(['drafts'], 'relaxed', tx => tx.objectStore('drafts').put({ v, form: before }, '1'));
      expect(await createDrafts(store).draft('1')).to.deep.equal({ ...before, noteText, dimensions });
    });
  }
});
