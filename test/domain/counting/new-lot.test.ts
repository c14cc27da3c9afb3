import { expect } from '@open-wc/testing';
import type { CodeParts } from '../../../src/domain/code-read.ts';
import type { Found } from '../../../src/domain/counting/state.ts';
import type { Lot } from '../../../src/domain/inventory.ts';
import { Counter } from '../../support/counter.ts';
import { lot, match, row } from '../../support/fixtures.ts';

const GRI = match({ itemClass: 'VOP', code: 'GRI-05', lotManaged: true });
const OF_ALB = lot('26398', { itemClass: 'VOP', itemCode: 'ALB-10' });
const OF_GRI = lot('26398', { itemClass: 'VOP', itemCode: 'GRI-05' });

describe('A lot that the item does not have', () => {
  const withItem = (newLots = true, rules = {}) => new Counter({}, { newLots, ...rules }).readLocation().readItem(GRI);
  const recorded = ({ effects }: Counter) => effects.filter(({ type }) => type === 'record').length;
  const about = ({ state }: Counter) => state.notice;

  /** Each way a lot comes into the form, of an item that has no such lot. */
  const WAYS: Readonly<Record<string, (newLots?: boolean) => Counter>> = {
    'read alone': newLots =>
      withItem(newLots)
        .read(']C11026398', { lot: '26398' })
        .found({ lots: [] })
        .send({ type: 'lot-found', item: GRI, code: '26398', lots: [OF_ALB], sure: true }),
    'read with its item': newLots =>
      new Counter({}, { newLots: newLots ?? true })
        .readLocation()
        .read('Lot-VOP-GRI-05-26398', { item: { itemClass: 'VOP', code: 'GRI-05', variant: null }, lot: '26398' })
        .found({ items: [GRI], lots: [] })
        .send({ type: 'lot-found', item: GRI, code: '26398', lots: [OF_ALB], sure: true }),
    typed: newLots =>
      withItem(newLots)
        .send({ type: 'lots-loaded', item: GRI, lots: [lot('26417')], more: false })
        .send({ type: 'field-typed', field: 'lot', text: '26398' })
        .send({ type: 'field-entered', field: 'lot' })
        .send({ type: 'lot-found', item: GRI, code: '26398', lots: [OF_ALB], sure: true }),
    'typed, while not all of its lots are at hand': newLots =>
      withItem(newLots)
        .send({ type: 'lots-loaded', item: GRI, lots: [], more: true })
        .send({ type: 'field-typed', field: 'lot', text: '26398' })
        .send({ type: 'field-entered', field: 'lot' })
        .send({ type: 'lot-found', item: GRI, code: '26398', lots: [OF_ALB], sure: true }),
    'typed and confirmed at once': newLots =>
      withItem(newLots)
        .send({ type: 'lots-loaded', item: GRI, lots: [], more: false })
        .send({ type: 'field-typed', field: 'lot', text: '26398' })
        .type('5')
        .confirm()
        .send({ type: 'lot-found', item: GRI, code: '26398', lots: [OF_ALB], sure: true }),
  };

  for (const [way, come] of Object.entries(WAYS)) {
    it(`is asked about, with whose it is, and counted once a person means it: ${way}`, () => {
      const counter = come();
      expect(about(counter)).to.deep.equal({ code: 'new-lot', text: '26398', item: 'GRI-05', of: ['ALB-10'] });
      expect(counter.tones).to.include('decide');
      counter.type('5').confirm().confirm();
      expect([counter.notice, recorded(counter)]).to.deep.equal(['new-lot', 0]);
      counter.send({ type: 'lot-meant' });
      expect([counter.notice, recorded(counter)]).to.deep.equal([undefined, 0]);
      counter.confirm();
      expect(counter.request.identity.lot).to.equal('26398');
    });

    it(`is refused, with whose it is, where no new ones are allowed: ${way}`, () => {
      const counter = come(false);
      expect(about(counter)).to.deep.equal({ code: 'unknown-lot', text: '26398', item: 'GRI-05', of: ['ALB-10'] });
      expect(counter.state.form).to.deep.include({ lot: null, lotText: '26398' });
      expect(recorded(counter.type('5').confirm())).to.equal(0);
    });
  }

  it('leaves the focus to the quantity, so that no digit goes to the lot', () => {
    expect(WAYS['read alone']?.().state.focus.field).to.equal('quantity');
    expect(WAYS['typed and confirmed at once']?.().state.focus.field).to.equal('quantity');
  });

  it('is taken for the one that it is, as soon as the host knows it', () => {
    const counter = withItem()
      .send({ type: 'lots-loaded', item: GRI, lots: [], more: true })
      .send({ type: 'field-typed', field: 'lot', text: '26398' })
      .type('5')
      .confirm()
      .send({ type: 'lot-found', item: GRI, code: '26398', lots: [OF_ALB, OF_GRI], sure: true });
    expect([counter.notice, counter.state.form.lot?.known]).to.deep.equal([undefined, OF_GRI]);
    expect(recorded(counter.confirm())).to.equal(1);
  });

  it('is left to the host where nobody can say, and no new ones are allowed', () => {
    const counter = withItem(false)
      .send({ type: 'lots-loaded', item: GRI, lots: [], more: true })
      .send({ type: 'field-typed', field: 'lot', text: '26398' })
      .send({ type: 'field-entered', field: 'lot' })
      .send({ type: 'lot-found', item: GRI, code: '26398', lots: [], sure: false });
    expect(recorded(counter.type('5').confirm())).to.equal(1);
  });

  it('is asked about where nobody can say, and new ones are allowed', () => {
    const counter = withItem()
      .send({ type: 'lots-loaded', item: GRI, lots: [], more: true })
      .send({ type: 'field-typed', field: 'lot', text: '26398' })
      .send({ type: 'field-entered', field: 'lot' })
      .send({ type: 'lot-found', item: GRI, code: '26398', lots: [], sure: false });
    expect([counter.notice, recorded(counter.type('5').confirm())]).to.deep.equal(['new-lot', 0]);
  });

  it('is another one once it is typed over, and asked about again', () => {
    const counter = withItem().read('L', { lot: 'L1' }).found({ lots: [] }).send({ type: 'lot-meant' });
    counter.send({ type: 'field-typed', field: 'lot', text: 'L2' }).type('1').confirm();
    expect(about(counter)).to.deep.include({ code: 'new-lot', text: 'L2' });
  });

  it('is not made by an answer that comes too late', () => {
    const counter = withItem().read('L', { lot: 'L1' }).found({ lots: [] });
    counter.send({ type: 'lot-found', item: GRI, code: 'L0', lots: [OF_GRI], sure: true });
    expect(counter.state.form.lot).to.deep.include({ code: 'L1', known: null });
    counter.send({ type: 'lot-found', item: match(), code: 'L1', lots: [OF_GRI], sure: true });
    expect(counter.state.form.lot).to.deep.include({ code: 'L1', known: null });
  });

  it('is not confirmed by the next item either; meant, it is', () => {
    const counter = withItem(true, { nextItemConfirms: true }).read('L', { lot: 'L1' }).found({ lots: [] }).type('5');
    counter.readItem(match({ code: 'ART-204' }));
    expect([counter.notice, recorded(counter)]).to.deep.equal(['new-lot', 0]);
    counter.send({ type: 'lot-meant' });
    expect(recorded(counter)).to.equal(1);
  });

  it('lets the question that it came before be asked again', () => {
    const counter = withItem().read('L', { lot: 'L1' }).found({ lots: [] }).type('5').readItem(match());
    expect(counter.notice).to.equal('unconfirmed');
    counter.confirm();
    expect(counter.notice).to.equal('new-lot');
    expect(counter.send({ type: 'lot-meant' }).notice).to.equal('unconfirmed');
  });

  it('is seen as new in what was counted last', () => {
    const counter = withItem().read('L', { lot: 'L1' }).found({ lots: [] }).send({ type: 'lot-meant' });
    counter
      .type('5')
      .confirm()
      .recorded(row({ lot: 'L1', quantity: '5' }));
    expect(counter.state.lastNewLot).to.equal('L1');
    counter
      .readItem(GRI)
      .read('L', { lot: '26398' })
      .found({ lots: [OF_GRI] })
      .type('2')
      .confirm();
    counter.recorded(row({ lot: '26398', quantity: '2' }));
    expect(counter.state.lastNewLot).to.equal(null);
  });
});

describe('A label that may have lost a separator', () => {
  const ALB = match({ itemClass: 'VOP', code: 'ALB-10', lotManaged: true });
  const known: Lot = lot('26417', { itemClass: 'VOP', itemCode: 'ALB-10' });
  const barcodes = ['05940000000103'];
  const asItIs: CodeParts = { barcodes, lot: '2641717270430' };
  const guessed: CodeParts = { barcodes, lot: '26417', expiry: '2027-04-30', lost: true };
  const raw: CodeParts = { raw: '0105940000000103102641717270430' };

  const readIn = (newLots: boolean, ...answers: readonly [CodeParts, Found][]) => {
    const counter = new Counter({}, { newLots }).readLocation();
    counter.read('0105940000000103102641717270430', ...answers.map(([parts]) => parts));
    for (const [, found] of answers) counter.found(found);
    return counter;
  };
  const lots = ({ state }: Counter) =>
    state.stage.kind === 'choosing'
      ? state.stage.options.map(option => (option.kind === 'reading' ? option.parts.lot : option.kind))
      : state.form.lotText;
  const none: Found = { items: [], locations: [] };

  for (const newLots of [true, false]) {
    it(`asks, with the lot in front that the item has, ${newLots ? 'also' : 'even'} where new ones are ${newLots ? '' : 'not '}allowed`, () => {
      const counter = readIn(
        newLots,
        [asItIs, { items: [ALB], lots: [] }],
        [guessed, { items: [ALB], lots: [known] }],
        [raw, none],
      );
      expect(lots(counter)).to.deep.equal(['26417', '2641717270430']);
      counter.send({ type: 'option-chosen', index: 0 });
      expect(counter.state.form.lot).to.deep.equal({ code: '26417', known, expiry: '2027-04-30' });
    });
  }

  it('takes a new lot that was chosen there as meant', () => {
    const counter = readIn(
      true,
      [asItIs, { items: [ALB], lots: [] }],
      [guessed, { items: [ALB], lots: [] }],
      [raw, none],
    );
    expect(lots(counter)).to.deep.equal(['26417', '2641717270430']);
    counter.send({ type: 'option-chosen', index: 1 }).type('1').confirm();
    expect(counter.request.identity.lot).to.equal('2641717270430');
  });

  it('asks nothing where the item has the lot as it was read', () => {
    const counter = readIn(true, [asItIs, { items: [ALB], lots: [lot('2641717270430')] }]);
    expect(lots(counter)).to.equal('2641717270430');
  });

  it('asks nothing of an item that has no lots', () => {
    const counter = readIn(true, [asItIs, { items: [match()], lots: [] }], [guessed, { items: [match()], lots: [] }]);
    expect([lots(counter), counter.notice]).to.deep.equal(['', 'lot-ignored']);
  });

  it('asks about a serial number too, which may hold what follows it', () => {
    const item = match({ serialManaged: true });
    const counter = readIn(
      true,
      [{ barcodes, serial: 'SN90017270430' }, { items: [item] }],
      [{ barcodes, serial: 'SN900', expiry: '2027-04-30', lost: true }, { items: [item] }],
      [raw, none],
    );
    expect(counter.state.stage.kind).to.equal('choosing');
    counter.send({ type: 'option-chosen', index: 0 });
    expect(counter.state.form.serial).to.equal('SN900');
  });

  it('takes no guess of a label that reads in no other way without asking', () => {
    const counter = readIn(true, [guessed, { items: [ALB], lots: [known] }], [{ ...raw, misread: true }, none]);
    expect(lots(counter)).to.deep.equal(['26417']);
    expect(counter.send({ type: 'choice-cancelled' }).state.form.item).to.equal(null);
  });

  it('is misread where no guess names an item either', () => {
    const counter = readIn(true, [guessed, { items: [] }], [{ ...raw, misread: true }, none]);
    expect(counter.notice).to.equal('unreadable-code');
  });

  it('is what the host has under the whole text, before anything is guessed', () => {
    const counter = readIn(
      true,
      [asItIs, { items: [ALB], lots: [] }],
      [guessed, { items: [ALB], lots: [known] }],
      [raw, { items: [match({ code: 'WHOLE' })], locations: [] }],
    );
    expect(counter.state.form.item?.item.code).to.equal('WHOLE');
  });
});

describe('A bare label while the form asks', () => {
  const lotItem = match({ lotManaged: true });
  const serialItem = match({ serialManaged: true });
  const none: Found = { items: [], locations: [], lots: [] };
  const asked = (item = lotItem, rules = {}) => new Counter({}, rules).readLocation().readItem(item);
  const looked = ({ effects }: Counter) => {
    const effect = effects.findLast(({ type }) => type === 'resolve');
    return effect?.type === 'resolve' && effect.asksLot;
  };

  it('for a lot is the lot that the item has', () => {
    const counter = asked().read('26398', { raw: '26398' });
    expect(looked(counter)).to.equal(true);
    counter.found({ ...none, lots: [lot('26398')] });
    expect(counter.state.form.lot?.known?.code).to.equal('26398');
    expect(counter.state.focus.field).to.equal('quantity');
  });

  it('for a lot is asked about where it is an item too', () => {
    const counter = asked().read('26398', { raw: '26398' });
    counter.found({ items: [match({ code: '26398' })], locations: [], lots: [lot('26398')] });
    expect(counter.state.stage).to.deep.include({ kind: 'choosing' });
    counter.send({ type: 'option-chosen', index: 1 });
    expect([counter.state.form.item, counter.state.form.lotText]).to.deep.equal([lotItem, '26398']);
  });

  it('for a lot that nobody knows is no lot', () => {
    const counter = asked(lotItem, { newLots: true }).read('26398', { raw: '26398' }).found(none);
    expect([counter.notice, counter.state.form.lot]).to.deep.equal(['unknown-code', null]);
  });

  it('is looked up as a lot only while one is asked for', () => {
    expect(looked(new Counter().readLocation().readItem().read('26398', { raw: '26398' }))).to.equal(false);
    const filled = asked()
      .read('L', { lot: 'L1' })
      .found({ lots: [lot('L1')] });
    expect(looked(filled.read('26398', { raw: '26398' }))).to.equal(false);
  });

  it('for a serial number is that, once, where it means nothing else', () => {
    const counter = asked(serialItem).read('SN-900', { raw: 'SN-900' }).found(none);
    expect(counter.state.form).to.deep.include({ serial: 'SN-900', quantityText: '1' });
    expect(counter.confirm().request).to.deep.include({ entry: { quantity: '1', unit: 'buc' } });
  });

  it('for a serial number is that where this device alone answered', () => {
    const counter = asked(serialItem, { parks: true })
      .read('10D9T', { raw: '10D9T' })
      .found({ ...none, asOf: 1 });
    expect(counter.state.form).to.deep.include({ serial: '10D9T', parked: null });
  });

  it('for a serial number is parked where nobody answered', () => {
    const counter = asked(serialItem, { parks: true }).read('10D9T', { raw: '10D9T' });
    counter.lookUpFails({ kind: 'unreachable' });
    expect(counter.state.form.parked?.text).to.equal('10D9T');
  });

  it('for a serial number is asked about where it is a GTIN by its check digit', () => {
    const counter = asked(serialItem).read('5940000000103', { raw: '5940000000103' }).found(none);
    expect(counter.state.stage.kind).to.equal('choosing');
    expect(counter.state.form.serial).to.equal('');
    expect(counter.send({ type: 'option-chosen', index: 0 }).state.form.serial).to.equal('5940000000103');
  });

  const NO_SERIALS: readonly (readonly [string, CodeParts[], string])[] = [
    ['an item that it is', [{ raw: 'ART-204' }], 'item'],
    ['misread', [{ raw: 'X', misread: true }], 'unreadable-code'],
    [
      'another label that nobody knows',
      [{ lot: 'X', item: { itemClass: 'A', code: 'B', variant: null } }, { raw: 'X' }],
      'unknown-item',
    ],
    ['longer than any', [{ raw: 'X'.repeat(51) }], 'unknown-code'],
  ];
  for (const [what, candidates, outcome] of NO_SERIALS) {
    it(`for a serial number is none where it is ${what}`, () => {
      const counter = asked(serialItem).read('label', ...candidates);
      const found = outcome === 'item' ? { ...none, items: [match({ code: 'ART-204' })] } : none;
      for (const _ of candidates) counter.found(found);
      expect(counter.state.form.serial).to.equal('');
      if (outcome !== 'item') expect(counter.notice).to.equal(outcome);
    });
  }

  it('for a serial number stays where the item has lots as well, and the lot is asked for first', () => {
    const both = match({ lotManaged: true, serialManaged: true });
    const counter = asked(both).read('SN-900', { raw: 'SN-900' }).found(none);
    expect([counter.notice, counter.state.form.serial]).to.deep.equal(['unknown-code', '']);
  });

  it('types a serial number that starts with one', () => {
    const typed = (text: string, counter = asked(serialItem)) =>
      counter.send({ type: 'field-typed', field: 'serial', text }).state.form.quantityText;
    expect(typed('S')).to.equal('1');
    expect(typed('S', asked(serialItem).type('0'))).to.equal('0');
    expect(typed(' ')).to.equal('');
  });
});
