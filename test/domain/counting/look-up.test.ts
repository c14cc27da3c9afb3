import { expect } from '@open-wc/testing';
import type { CodeParts } from '../../../src/domain/code-read.ts';
import type { Found } from '../../../src/domain/counting/state.ts';
import { Counter } from '../../support/counter.ts';
import { location, lot, match } from '../../support/fixtures.ts';

const SECOND = match({ code: 'ART-204' });
const THIRD = match({ code: 'ART-300' });
const ITEM = { itemClass: 'MOB', code: 'ART-118', variant: null };
const PLACE = { warehouse: '01', code: 'A-01-02' };
const AS_OF = Date.UTC(2026, 10, 20);

const shown = (counter: Counter) => {
  const { stage } = counter.state;
  return stage.kind === 'choosing' ? stage.options.map(({ kind }) => kind) : null;
};

describe('What a read means', () => {
  it('is asked where there are two of a kind, of a code that names its kind', () => {
    const two: [CodeParts, Found, string[]][] = [
      [
        { location: PLACE },
        { locations: [location(), location('A-01-02', { warehouse: '02' })] },
        ['location', 'location'],
      ],
      [{ item: ITEM }, { items: [match(), SECOND] }, ['item', 'item']],
      [
        { lot: 'L1' },
        { lots: [lot('L1'), lot('L1', { itemCode: 'ART-204' })], items: [match(), SECOND] },
        ['lot', 'lot'],
      ],
    ];
    for (const [parts, found, options] of two) {
      const counter = new Counter().read('code', parts).found(found);
      expect(shown(counter), JSON.stringify(parts)).to.deep.equal(options);
    }
  });

  it('is one thing where there is one of each kind, of a code that names them', () => {
    const counter = new Counter().read('both', { item: ITEM, location: PLACE });
    counter.found({ items: [match()], locations: [location()] });
    expect([counter.state.form.item, counter.state.form.location]).to.deep.equal([match(), location()]);
  });

  it('of several that a bare text may be, is the chosen one, and the others fall away', () => {
    const found = { items: [match(), SECOND], locations: [location()], lots: [lot('L1')] };
    const raw = () => new Counter().read('A-01', { raw: 'A-01' }).found(found);
    expect(shown(raw())).to.deep.equal(['location', 'item', 'item', 'lot']);
    const asLocation = raw().send({ type: 'option-chosen', index: 0 });
    expect([asLocation.state.form.location, asLocation.state.form.item]).to.deep.equal([location(), null]);
    const asItem = raw().send({ type: 'option-chosen', index: 2 });
    expect([asItem.state.form.location, asItem.state.form.item]).to.deep.equal([null, SECOND]);
  });

  it('of a code that names its kind keeps what came with the chosen one', () => {
    const counter = new Counter().read('both', { item: ITEM, location: PLACE });
    counter.found({ items: [match(), SECOND], locations: [location()] });
    expect(shown(counter)).to.deep.equal(['item', 'item']);
    counter.send({ type: 'option-chosen', index: 1 });
    expect([counter.state.form.item, counter.state.form.location]).to.deep.equal([SECOND, location()]);
  });

  it('keeps item and location with the lot that is chosen, and takes no other item', () => {
    const managed = match({ lotManaged: true });
    const lots = [lot('L1', { itemCode: 'ART-204' }), lot('L1')];
    const counter = new Counter().read('lot', { lot: 'L1', location: PLACE });
    counter.found({ lots, items: [SECOND, managed], locations: [location()] });
    expect(shown(counter)).to.deep.equal(['lot', 'lot']);
    counter.send({ type: 'option-chosen', index: 1 });
    const { form } = counter.state;
    expect([form.item, form.location, form.lot?.known]).to.deep.equal([managed, location(), lots[1]]);
  });

  it('is that of the item in the form where the chosen lot brings none', () => {
    const managed = match({ lotManaged: true });
    const lots = [lot('L1', { supplierLot: 'S1' }), lot('L2', { supplierLot: 'S1' })];
    const counter = new Counter().readItem(managed).read('S1', { lot: 'S1' }).found({ lots });
    counter.send({ type: 'option-chosen', index: 1 });
    expect([counter.state.form.item, counter.state.form.lot?.known]).to.deep.equal([managed, lots[1]]);
  });

  it('is shown, even one alone, where a person searched', () => {
    const search = (found: Found) => new Counter().read('scaun', { raw: 'scaun' }).found({ ...found, searched: true });
    expect(shown(search({ items: [match()] }))).to.deep.equal(['item']);
    const chosen = search({ items: [match()] }).send({ type: 'option-chosen', index: 0 });
    expect(chosen.state.form.item).to.deep.equal(match());
    expect([search({}).notice, shown(search({}))]).to.deep.equal(['unknown-code', null]);
  });
});

describe('What a read means nothing by', () => {
  const withItem = () => new Counter().readItem();

  it('is said by the part that is missing', () => {
    const said: [CodeParts, string][] = [
      [{ item: ITEM }, 'unknown-item'],
      [{ barcodes: ['5940000000103'] }, 'unknown-item'],
      [{ barcodes: ['5940000000103', '2'], lot: 'L1' }, 'unknown-item'],
      [{ location: PLACE, item: ITEM }, 'unknown-location'],
      [{ lot: 'L1' }, 'lot-without-item'],
      [{ serial: 'S1' }, 'serial-without-item'],
      [{ measures: [{ quantity: '1.5', unit: 'kg' }] }, 'quantity-without-item'],
      [{ expiry: '2027-01-01' }, 'code-without-use'],
      [{ loadingUnit: '106141412345678908' }, 'loading-unit'],
    ];
    for (const [parts, notice] of said) {
      expect(new Counter().read('code', parts).found({}).notice, JSON.stringify(parts)).to.equal(notice);
    }
  });

  it('names the barcode that was looked for', () => {
    const counter = new Counter().read('code', { barcodes: ['5940000000103', '0594000000010'] }).found({});
    expect(counter.state.notice).to.deep.equal({ code: 'unknown-item', text: '5940000000103' });
  });

  it('is taken where the item that it lacks stands in the form, or was found', () => {
    const serial = match({ serialManaged: true });
    expect(new Counter().readItem(serial).read('S', { serial: 'S1' }).found({}).state.form.serial).to.equal('S1');
    const found = new Counter().read('S', { serial: 'S1' }).found({ items: [serial] });
    expect([found.state.form.serial, found.notice]).to.deep.equal(['S1', undefined]);
    const measured = withItem()
      .read('Q', { measures: [{ quantity: '24', unit: null }] })
      .found({});
    expect(measured.state.form.quantityText).to.equal('24');
    const ofLot = match({ lotManaged: true });
    const withLot = new Counter()
      .readItem(ofLot)
      .read('L', { lot: 'L1' })
      .found({ lots: [lot('L1')] });
    expect(withLot.state.form.lot?.code).to.equal('L1');
    expect(withItem().read('Q', { quantity: '3' }).found({}).state.form.quantityText).to.equal('3');
  });

  it('is an item or a location all the same where the host names one by a loading unit', () => {
    const unit = () => new Counter().read('HU', { loadingUnit: '106141412345678908' });
    expect(unit().found({ items: [match()] }).state.form.item).to.deep.equal(match());
    expect(unit().found({ locations: [location()] }).state.form.location).to.deep.equal(location());
  });

  it('is said as not found where it was typed, and as unknown where it was read', () => {
    const read = (typed: boolean) =>
      new Counter()
        .send({
          type: 'code-read',
          read: { id: '1', text: 'x', typed, broken: false, candidates: [{ raw: 'x' }] },
        })
        .found({}).notice;
    expect([read(true), read(false)]).to.deep.equal(['nothing-found', 'unknown-code']);
  });

  it('is said by what its parts lacked rather than by the text as it is, and by a misreading before all', () => {
    const after = (last: CodeParts) => {
      const counter = new Counter().read('code', { item: ITEM }, last);
      return counter.found({}).found({}).notice;
    };
    expect(after({ raw: 'code' })).to.equal('unknown-item');
    expect(after({ raw: 'code', misread: true })).to.equal('unreadable-code');
    expect(after({ location: PLACE })).to.equal('unknown-location');
    expect(new Counter().read('code', { raw: 'code' }).found({}).notice).to.equal('unknown-code');
  });
});

describe('A read that only this device’s copy could be asked about', () => {
  const parked = (counter: Counter) => counter.effects.some(({ type }) => type === 'park');
  const offline = (parts: CodeParts, found: Found = { asOf: AS_OF }, parks = true) =>
    new Counter({}, { parks }).readLocation().read('code', parts).found(found);

  it('is kept where it may be an item or a location, whatever it was unknown as', () => {
    const kept: CodeParts[] = [{ raw: 'code' }, { item: ITEM }, { barcodes: ['5940000000103'] }, { location: PLACE }];
    for (const parts of kept) expect(parked(offline(parts)), JSON.stringify(parts)).to.equal(true);
    const typed = new Counter({}, { parks: true }).send({
      type: 'code-read',
      read: { id: '1', text: 'x', typed: true, broken: false, candidates: [{ raw: 'x' }] },
    });
    expect(parked(typed.found({ asOf: AS_OF }))).to.equal(true);
  });

  it('is kept where one of its meanings may be an item or a location', () => {
    const either = new Counter({}, { parks: true }).read('code', { lot: 'L1' }, { location: PLACE });
    expect(parked(either.found({ asOf: AS_OF }).found({ asOf: AS_OF }))).to.equal(true);
    const item = new Counter({}, { parks: true }).read('code', { lot: 'L1' }, { barcodes: ['1'] });
    expect(parked(item.found({ asOf: AS_OF }).found({ asOf: AS_OF }))).to.equal(true);
  });

  it('is said as unknown where the host answered, where nothing is kept, or where it lacks something else', () => {
    const asked = offline({ raw: 'code' }, {});
    expect([parked(asked), asked.notice]).to.deep.equal([false, 'unknown-code']);
    const never = offline({ raw: 'code' }, { asOf: AS_OF }, false);
    expect([parked(never), never.notice]).to.deep.equal([false, 'unknown-code']);
    const lotOnly = offline({ lot: 'L1' });
    expect([parked(lotOnly), lotOnly.notice]).to.deep.equal([false, 'lot-without-item']);
    const second = offline({ item: ITEM }, { asOf: AS_OF, items: [THIRD] });
    expect(parked(second)).to.equal(false);
  });
});
