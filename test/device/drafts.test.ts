import { expect } from '@open-wc/testing';
import { type CopyStore, createCopyStore } from '../../src/device/copy/copy-store.ts';
import { createDrafts } from '../../src/device/drafts.ts';
import { EMPTY_FORM } from '../../src/domain/counting/form.ts';
import { location } from '../support/fixtures.ts';

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

  it('is not read back where it has not its shape', async () => {
    await store.write(['drafts', 'parked'], 'relaxed', tx =>
      Promise.all([
        tx.objectStore('drafts').put({ v: 9, form: {} }, '1'),
        tx.objectStore('parked').put({ v: 1, parked: null }, 'p'),
      ]),
    );
    const notebook = createDrafts(store);
    expect([await notebook.draft('1'), await notebook.parked()]).to.deep.equal([null, []]);
  });

  for (const v of [1, 9]) {
    it(`is read back as far as it is known where version ${v} wrote it`, async () => {
      const { noteText, dimensions, ...before } = { ...EMPTY_FORM, location: location(), quantityText: '1,5' };
      await store.write(['drafts'], 'relaxed', tx => tx.objectStore('drafts').put({ v, form: before }, '1'));
      expect(await createDrafts(store).draft('1')).to.deep.equal({ ...before, noteText, dimensions });
    });
  }
});
