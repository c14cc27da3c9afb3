import { expect } from '@open-wc/testing';
import { hasUnfinishedWork, missingField } from '../../../src/domain/counting/form.ts';
import { KILOS, PIECES, alternative, identity, location, lot, match, row } from '../../support/fixtures.ts';
import { Counter } from '../../support/counter.ts';

const SECOND = match({ code: 'ART-204' });

describe('Counting', () => {
  it('takes location, item and quantity, and sends one new count', () => {
    const counter = new Counter().readLocation().readItem().type('36').confirm();
    expect(counter.sent).to.deep.equal([
      {
        key: 'key-1',
        mode: 'new',
        identity: identity(),
        entry: { quantity: '36', unit: 'buc' },
        baseVersion: null,
        barcode: 'Item-MOB-ART-118',
      },
    ]);
    counter.recorded(row({ quantity: '36' }));
    expect(counter.state.lastCounted?.quantity).to.equal('36');
    expect(counter.state.list.progress?.counted).to.equal(3);
    expect(counter.tones).to.include('success');
  });

  it('takes item and location that a look-up names for a loading unit, and says one that it knows nothing of', () => {
    const { form } = new Counter()
      .read('HU-1', { loadingUnit: '106141412345678908' })
      .found({ items: [match()], locations: [location()] }).state;
    expect([form.item?.item.code, form.location?.code]).to.deep.equal(['ART-118', 'A-01-02']);
    const unknown = new Counter().read('HU-2', { loadingUnit: '206141412345678905' }).found({});
    expect([unknown.notice, unknown.state.form.item]).to.deep.equal(['loading-unit', null]);
  });

  it('takes the item first and the location then, or both and the quantity of one read', () => {
    const itemFirst = new Counter().readItem().readLocation().type('1').confirm();
    expect(itemFirst.sent).to.have.lengthOf(1);
    const parts = { item: { itemClass: 'MOB', code: 'ART-118', variant: null }, quantity: '3' };
    const atOnce = new Counter()
      .read('all', { ...parts, location: { warehouse: '01', code: 'A-01-02' } })
      .found({ items: [match()], locations: [location()] })
      .confirm();
    expect(atOnce.sent[0]?.entry.quantity).to.equal('3');
  });

  describe('the location (rule 2)', () => {
    const confirmOnce = (keepLocation: boolean) =>
      new Counter({ listType: { code: 'X', description: 'X', keepLocation } })
        .readLocation()
        .readItem()
        .type('1')
        .confirm()
        .recorded(row({ quantity: '1' }));

    it('stays after a confirmation where the list type keeps it, until another one is read', () => {
      const counter = confirmOnce(true);
      expect(counter.state.form.location?.code).to.equal('A-01-02');
      expect(counter.readLocation(location('B-01-01')).state.form.location?.code).to.equal('B-01-01');
    });

    it('is cleared by a confirmation and asked for before the next one elsewhere', () => {
      const counter = confirmOnce(false);
      expect(missingField(counter.state)).to.equal('location');
      counter.readItem(SECOND).type('1').confirm();
      expect(counter.notice).to.equal('location-missing');
      expect(counter.sent).to.have.lengthOf(1);
    });
  });

  describe('a row that is already there (rules 3 and 4)', () => {
    const atQuestion = () => new Counter().readLocation().readItem().existing(row()).type('5').confirm();

    it('is read as soon as the identity is known', () => {
      const counter = new Counter().readLocation();
      expect(counter.effects.some(effect => effect.type === 'read-row')).to.equal(false);
      counter.readItem();
      expect(counter.effects.at(-1)?.type).to.equal('read-row');
      expect(counter.existing(row()).state.form.existing).to.deep.equal(row());
    });

    it('is asked about at Confirm, and nothing is sent before the answer', () => {
      const counter = atQuestion();
      expect(counter.state.stage.kind).to.equal('asking');
      expect(counter.sent).to.be.empty;
    });

    for (const mode of ['add', 'replace'] as const) {
      it(`takes ${mode}, on the version that was shown`, () => {
        const counter = atQuestion().answer(mode);
        expect(counter.request).to.include({ mode, baseVersion: 3, key: 'key-2' });
      });
    }

    it('dismissed, it changes nothing and loses nothing', () => {
      const before = new Counter().readLocation().readItem().existing(row()).type('5').state;
      const { state, sent } = atQuestion().send({ type: 'question-dismissed' });
      expect(sent).to.be.empty;
      expect(state.form).to.deep.equal(before.form);
      expect(state.focus.field).to.equal('quantity');
    });

    it('expected and not yet counted, it is filled without asking', () => {
      const expected = row({ quantity: null, version: 1 });
      const counter = new Counter().readLocation().readItem().existing(expected).type('5').confirm();
      expect(counter.request).to.include({ mode: 'new', baseVersion: 1 });
    });

    it('is asked for anew in another location, and only that one is asked about', () => {
      const counter = new Counter().readLocation().readItem().existing(row()).readLocation(location('B-01-01'));
      expect(counter.effects.at(-1)).to.deep.include({ type: 'read-row', identity: identity({ location: 'B-01-01' }) });
      counter.existing(null).type('5').confirm();
      expect(counter.request.mode).to.equal('new');
    });

    it('answers that come for another identity are left', () => {
      const counter = new Counter().readLocation().readItem();
      const old = counter.effects.findLast(effect => effect.type === 'read-row');
      counter.readLocation(location('B-01-01'));
      if (old?.type === 'read-row') counter.send({ type: 'row-read', identity: old.identity, row: row() });
      expect(counter.state.form.existing).to.equal('reading');
    });

    it('that the host reports only at Confirm is asked about then, also for Add (409, 412)', () => {
      const counter = new Counter().readLocation().readItem().type('5').confirm();
      counter.recordFails({ kind: 'row-exists', row: row() });
      expect(counter.state.stage).to.deep.include({ kind: 'asking', changed: false });
      counter.answer('add').recordFails({ kind: 'changed-meanwhile', row: row({ quantity: '20', version: 4 }) });
      expect(counter.state.stage).to.deep.include({ kind: 'asking', changed: true });
      counter.answer('add');
      expect(counter.request.baseVersion).to.equal(4);
      expect(new Set(counter.sent.map(request => request.key)).size).to.equal(3);
    });
  });

  describe('a serial number', () => {
    const serial = () => new Counter().readLocation().readItem(match({ serialManaged: true }));

    it('is asked for, and counted once or not at all', () => {
      const counter = serial();
      expect(missingField(counter.state)).to.equal('serial');
      expect(counter.confirm().notice).to.equal('serial-missing');
      counter.send({ type: 'field-typed', field: 'serial', text: 'S-1' }).type('2').confirm();
      expect(counter.notice).to.equal('serial-quantity');
      counter.type('1').confirm();
      expect(counter.request.identity.serial).to.equal('S-1');
    });

    it('repeated as it stands is refused, and can be replaced by 0 but not added to', () => {
      const there = row({ serial: 'S-1', quantity: '1' });
      const repeated = serial()
        .send({ type: 'field-typed', field: 'serial', text: 'S-1' })
        .send({ type: 'field-entered', field: 'serial' });
      repeated.existing(there).type('1').confirm();
      expect(repeated.notice).to.equal('serial-repeated');
      repeated.type('0').confirm();
      expect(repeated.state.stage.kind).to.equal('asking');
      expect(repeated.answer('add').sent).to.be.empty;
      expect(repeated.answer('replace').request.entry.quantity).to.equal('0');
    });
  });

  describe('What no host can keep', () => {
    const lotItem = match({ lotManaged: true });
    it('is not taken from a field: a NUL and half a character, in a lot, a serial number and a note', () => {
      const typed = new Counter().readLocation().readItem(lotItem);
      typed.send({ type: 'lots-loaded', item: lotItem, lots: [lot('L1')], more: false });
      typed.send({ type: 'field-typed', field: 'lot', text: 'L\u00001\ud83d' });
      expect(typed.state.form.lotText).to.equal('L1');
      typed.send({ type: 'field-entered', field: 'lot' }).type('1').confirm();
      expect(typed.request.identity.lot).to.equal('L1');

      const noted = new Counter().readLocation().readItem().type('5');
      noted.send({ type: 'field-typed', field: 'note', text: '\u0000' }).confirm();
      expect(noted.request).not.to.have.property('note');

      const serial = new Counter().send({ type: 'field-typed', field: 'serial', text: '\udc00S-1\u0000' });
      expect(serial.state.form.serial).to.equal('S-1');
    });

    it('is no more than that: characters of two units, tabs and blanks within stay', () => {
      const text = 'box \u{1f4e6}\twet';
      const counter = new Counter().readLocation().readItem().type('5');
      counter.send({ type: 'field-typed', field: 'note', text }).confirm();
      expect(counter.request.note).to.equal(text);
    });
  });

  describe('A note', () => {
    const note = (text: string) =>
      new Counter().readLocation().readItem().type('5').send({ type: 'field-typed', field: 'note', text });

    it('goes with the count it was typed for, and with no other', () => {
      const counter = note('  box torn, 2 wet  ').confirm();
      expect(counter.request.note).to.equal('box torn, 2 wet');
      counter.recorded(row()).readItem().type('1').confirm();
      expect(counter.request).not.to.have.property('note');
    });

    it('is absent where nothing but spaces was typed', () => {
      expect(note('  ').confirm().request).not.to.have.property('note');
    });

    it('goes with the answer to Add or Replace', () => {
      const counter = note('second pallet').existing(row()).confirm().answer('add');
      expect(counter.request).to.include({ mode: 'add', note: 'second pallet' });
    });

    it('of another item is not taken along', () => {
      const counter = new Counter()
        .readLocation()
        .readItem()
        .send({ type: 'field-typed', field: 'note', text: 'torn' });
      counter
        .readItem(match({ code: 'ART-204' }))
        .type('1')
        .confirm();
      expect(counter.request).not.to.have.property('note');
    });

    it('is kept up to 500 characters as a person counts them, and beyond that said, whole', () => {
      expect(note('📦'.repeat(500)).confirm().request.note).to.have.length(1000);
      const counter = note('ă'.repeat(501)).confirm();
      expect(counter.state.notice).to.deep.equal({ code: 'note-too-long', length: 501, longest: 500 });
      expect(counter.state.focus.field).to.equal('note');
      expect(counter.state.form.noteText).to.have.length(501);
      counter.send({ type: 'field-typed', field: 'note', text: 'ă' });
      expect(counter.notice).to.equal(undefined);
    });

    it('left by Enter gives the focus to what is missing', () => {
      const counter = new Counter().readLocation().readItem().send({ type: 'field-entered', field: 'note' });
      expect(counter.state.focus.field).to.equal('quantity');
    });
  });

  describe('the dimensions of a host', () => {
    const owner = { name: 'owner', label: 'Owner', asked: true };
    const project = { name: 'project', label: 'Project', asked: true };
    const asks = () => new Counter({}, { dimensions: [owner, project] }).readLocation().readItem();
    const typed = (counter: Counter, place: number, text: string) =>
      counter
        .send({ type: 'field-typed', field: `dimension-${place}`, text })
        .send({ type: 'field-entered', field: `dimension-${place}` });

    it('are asked one after the other, before the quantity, and are part of what is counted', () => {
      const counter = asks();
      expect(counter.state.focus.field).to.equal('dimension-0');
      expect(counter.effects.some(({ type }) => type === 'read-row')).to.equal(false);
      typed(counter, 0, ' ACME ');
      expect(counter.state.focus.field).to.equal('dimension-1');
      typed(counter, 1, 'P-7');
      expect(counter.state.focus.field).to.equal('quantity');
      const dimensions = { owner: 'ACME', project: 'P-7' };
      expect(counter.effects.find(({ type }) => type === 'read-row')).to.have.deep.nested.property(
        'identity.dimensions',
        dimensions,
      );
      expect(counter.type('2').confirm().request.identity.dimensions).to.deep.equal(dimensions);
    });

    it('that are missing stand in the way of a Confirm, by the name the host gives them', () => {
      const counter = typed(asks(), 0, 'ACME').type('2').confirm();
      expect(counter.state.notice).to.deep.equal({ code: 'dimension-missing', label: 'Project' });
      expect(counter.state.focus.field).to.equal('dimension-1');
      expect(typed(counter, 1, 'P-7').notice).to.equal(undefined);
    });

    it('are typed anew for each item: stock of one owner is never counted as another’s unseen', () => {
      const counter = typed(typed(asks(), 0, 'ACME'), 1, 'P-7').readItem(match({ code: 'ART-204' }));
      expect(counter.state.form.dimensions).to.deep.equal({});
    });

    it('make another row of the same item when they are changed, so that it is read again', () => {
      const counter = typed(typed(asks(), 0, 'ACME'), 1, 'P-7');
      const reads = () => counter.effects.filter(({ type }) => type === 'read-row').length;
      expect(reads()).to.equal(1);
      typed(counter, 0, 'Globex');
      expect(reads()).to.equal(2);
    });

    it('may have any name, those that every object has too', () => {
      for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
        const counter = new Counter({}, { dimensions: [{ name, label: 'Owner', asked: true }] });
        typed(counter.readLocation().readItem(), 0, 'ACME');
        expect(Object.entries(counter.type('2').confirm().request.identity.dimensions ?? {})).to.deep.equal([
          [name, 'ACME'],
        ]);
      }
    });

    it('that are not asked are no part of a count', () => {
      const request = new Counter().readLocation().readItem().type('2').confirm().request;
      expect(request.identity).not.to.have.property('dimensions');
    });
  });

  describe('a lot', () => {
    const lotItem = match({ lotManaged: true });

    it('is mandatory where the item has lots, and not asked for elsewhere', () => {
      expect(new Counter().readLocation().readItem(lotItem).type('1').confirm().notice).to.equal('lot-missing');
      expect(missingField(new Counter().readLocation().readItem().state)).to.equal('quantity');
    });

    it("offered is one of the item's; another one is refused where the host allows no new ones (rule 8)", () => {
      const counter = new Counter().readLocation().readItem(lotItem);
      counter.send({ type: 'lots-loaded', item: lotItem, lots: [lot('L1')], more: false });
      counter.send({ type: 'field-typed', field: 'lot', text: 'L9' }).send({ type: 'field-entered', field: 'lot' });
      expect(counter.notice).to.equal('unknown-lot');
      expect(counter.state.form.lotText).to.equal('L9');
      counter
        .send({ type: 'field-typed', field: 'lot', text: 'L1' })
        .send({ type: 'field-entered', field: 'lot' })
        .type('1')
        .confirm();
      expect(counter.request.identity.lot).to.equal('L1');
    });

    it('that is not there yet can be typed where the host allows it, once it is meant (rule 8)', () => {
      const counter = new Counter({}, { newLots: true }).readLocation().readItem(lotItem);
      counter.send({ type: 'lots-loaded', item: lotItem, lots: [], more: false });
      counter.send({ type: 'field-typed', field: 'lot', text: 'NEW' }).type('1').confirm();
      expect([counter.notice, counter.sent]).to.deep.equal(['new-lot', []]);
      counter.send({ type: 'lot-meant' }).confirm();
      expect(counter.request.identity.lot).to.equal('NEW');
    });

    it('of a read that is not found is said, and the item of that read stays', () => {
      const counter = new Counter()
        .readLocation()
        .read('Lot', { item: { itemClass: 'MOB', code: 'ART-118', variant: null }, lot: 'L9' })
        .found({ items: [lotItem], lots: [] });
      expect(counter.notice).to.equal('unknown-lot');
      expect(counter.state.form).to.deep.include({ item: lotItem, lot: null, lotText: 'L9' });
    });

    it('of an item without lots is left out, and that is said', () => {
      const counter = new Counter()
        .read('Lot', { item: { itemClass: 'MOB', code: 'ART-118', variant: null }, lot: 'L9' })
        .found({ items: [match()], lots: [] });
      expect(counter.notice).to.equal('lot-ignored');
    });
  });

  it('enters a default WMS unit only, and sends it as entered (rule 5)', () => {
    const counter = new Counter()
      .readLocation()
      .readItem(match({ alternativeUnits: [alternative()] }))
      .type('2')
      .confirm();
    expect(counter.request.entry).to.deep.equal({ quantity: '2', unit: 'cutii' });
  });

  it('takes of a scanned quantity the decimals that the unit has, where the others are zeros', () => {
    const read = (quantity: string, unit = KILOS) =>
      new Counter().readItemWithQuantity(quantity, match({ unit })).state.form.quantityText;
    const twice = { ...KILOS, decimals: 2 };
    expect([read('2.750'), read('2.750', twice), read('2.751', twice), read('5.00', PIECES)]).to.deep.equal([
      '2.750',
      '2.75',
      '2.751',
      '5',
    ]);
    expect([read('148.5'), read('36', PIECES), read('1,5')]).to.deep.equal(['148.5', '36', '1,5']);
  });

  it('counts zero (rule 10)', () => {
    expect(new Counter().readLocation().readItem().type('0').confirm().request.entry.quantity).to.equal('0');
  });

  describe('the focus (rule 6)', () => {
    it('goes to quantity once all else is known, and back to the barcode field after each confirmation', () => {
      const counter = new Counter().readLocation();
      expect(counter.state.focus.field).to.equal('barcode');
      expect(counter.readItem().state.focus.field).to.equal('quantity');
      counter.type('1').confirm();
      const { turn } = counter.state.focus;
      counter.recorded(row());
      expect(counter.state.focus).to.deep.equal({ field: 'barcode', turn: turn + 1 });
    });

    it('goes back to the barcode field after a message and a dialog', () => {
      const phantom = new Counter().readItem(match({ phantom: true }));
      expect(phantom.state.focus.field).to.equal('barcode');
      expect(phantom.send({ type: 'notice-dismissed' }).state.focus.field).to.equal('barcode');
      const two = new Counter().read('ETI-1', { raw: 'ETI-1' }).found({ items: [match(), SECOND], locations: [] });
      expect(two.send({ type: 'choice-cancelled' }).state.focus.field).to.equal('barcode');
    });

    it('goes to the quantity that stands after a message and a dialog', () => {
      const typed = () => new Counter().readLocation().readItem().existing(row()).type('7');
      const asked = typed().confirm();
      expect(asked.state.stage.kind).to.equal('asking');
      expect(asked.send({ type: 'question-dismissed' }).state.focus.field).to.equal('quantity');
      const unknown = typed().read('NIX').send({ type: 'notice-dismissed' });
      expect([unknown.notice, unknown.state.focus.field]).to.deep.equal([undefined, 'quantity']);
      const failed = typed().confirm().answer('add').recordFails({ kind: 'refused', refusal: 'not-your-list' });
      expect(failed.state.focus.field).to.equal('quantity');
      const noneTyped = typed().type('').read('NIX').send({ type: 'notice-dismissed' });
      expect(noneTyped.state.focus.field).to.equal('barcode');
    });
  });

  describe('one Confirm is one count (rule 7)', () => {
    it('whatever is pressed while it runs', () => {
      const counter = new Counter().readLocation().readItem().type('5').confirm().confirm().confirm();
      counter.send({ type: 'go-on' });
      expect(counter.sent).to.have.lengthOf(1);
    });

    it('also when the reply is lost: asking again sends the same key and the same body', () => {
      const counter = new Counter().readLocation().readItem().type('5').confirm();
      counter.recordFails({ kind: 'unreachable' });
      expect(counter.notice).to.equal('outcome-unknown');
      counter.type('6');
      expect(counter.state.form.quantityText).to.equal('5', 'the form is locked');
      counter.confirm();
      expect(counter.sent).to.have.lengthOf(2);
      expect(counter.sent[1]).to.equal(counter.sent[0]);
    });

    it('an answer to an earlier one is left', () => {
      const counter = new Counter().readLocation().readItem().type('5').confirm();
      counter.send({
        type: 'recorded',
        key: 'other',
        row: row(),
        progress: { rows: 1, expected: 0, counted: 1 },
      });
      expect(counter.state.stage.kind).to.equal('recording');
    });
  });

  describe('Confirm, pressed while reads are on their way', () => {
    it('waits behind them, and counts once', () => {
      const counter = new Counter().readLocation();
      counter.read('ItemQty', { item: { itemClass: 'MOB', code: 'ART-118', variant: null }, quantity: '7' });
      counter.confirm().confirm();
      expect(counter.sent).to.be.empty;
      counter.found({ items: [match()] });
      expect(counter.request.entry.quantity).to.equal('7');
      counter.recorded(row({ quantity: '7' }));
      expect(counter.sent).to.have.lengthOf(1);
      expect(counter.notice).to.equal(undefined);
    });

    it('is due after the last one, when the next item confirms each', () => {
      const counter = new Counter({}, { nextItemConfirms: true }).readLocation().readItemWithQuantity('7');
      counter.read('two', { item: { itemClass: 'MOB', code: 'ART-204', variant: null }, quantity: '8' }).confirm();
      counter.found({ items: [SECOND] });
      expect(counter.sent.map(request => request.entry.quantity)).to.deep.equal(['7']);
      counter.recorded(row({ quantity: '7' }));
      expect(counter.sent.map(request => request.entry.quantity)).to.deep.equal(['7', '8']);
    });

    it('is meant for the count that stands, where that would be overwritten', () => {
      const counter = new Counter()
        .readLocation()
        .readItem()
        .type('7')
        .read('two', {
          item: { itemClass: 'MOB', code: 'ART-204', variant: null },
          quantity: '8',
        });
      counter
        .confirm()
        .found({ items: [SECOND] })
        .recorded(row({ quantity: '7' }));
      expect(counter.sent.map(request => request.entry.quantity)).to.deep.equal(['7']);
      expect(counter.state.form).to.deep.include({ item: SECOND, quantityText: '8' });
    });

    it('that can not be done stops what waits behind it', () => {
      const counter = new Counter().readLocation().read('one', { raw: 'one' }).confirm().read('two', { raw: 'two' });
      counter.found({ items: [match()], locations: [] });
      expect(counter.notice).to.equal('quantity');
      expect(counter.state.stage.kind).to.equal('paused');
      counter.confirm();
      expect(counter.state.stage.kind).to.equal('resolving');
    });

    it('a second time within the request of the first, it does nothing', () => {
      const counter = new Counter().readLocation().readItem().type('7').readItem(SECOND).confirm().confirm();
      counter.recorded(row({ quantity: '7' }));
      expect(counter.sent).to.have.lengthOf(1);
    });
  });

  describe('what is read while something runs', () => {
    const quick = () =>
      new Counter().read('one', { raw: 'one' }).read('two', { raw: 'two' }).read('three', { raw: 'three' });

    it('is kept and handled in order', () => {
      const counter = quick();
      expect(counter.waiting).to.deep.equal(['two', 'three']);
      counter.found({ locations: [location()] }).found({ items: [match()] });
      expect(counter.state.stage).to.deep.include({ kind: 'resolving' });
      expect(counter.state.waiting).to.be.empty;
    });

    it('waits for a person when the read before it failed, for it may belong to what failed', () => {
      const counter = quick().found({ locations: [], items: [] });
      expect(counter.notice).to.equal('unknown-code');
      expect(counter.state.stage.kind).to.equal('paused');
      expect(counter.state.waiting).to.have.lengthOf(2);
      counter.confirm();
      expect(counter.state.stage).to.deep.include({ kind: 'resolving' });
    });

    it('in pieces is said in its turn, and what comes behind it waits for a person', () => {
      const counter = new Counter().read('one', { raw: 'one' });
      const broken = { id: 'x', text: 'Item-MO', typed: false, broken: true, candidates: [] };
      counter.send({ type: 'code-read', read: broken }).read('three', { raw: 'three' });
      counter.found({ items: [match()], locations: [] });
      expect(counter.notice).to.equal('broken-scan');
      expect(counter.waiting).to.deep.equal(['three']);
    });

    it('can be discarded after such a failure', () => {
      const counter = quick().found({ locations: [], items: [] }).send({ type: 'discard' });
      expect(counter.state).to.deep.include({ waiting: [], notice: null, stage: { kind: 'idle' } });
    });

    it('stays when the host does not answer, and is looked up again by one key', () => {
      const counter = new Counter().read('one', { raw: 'one' }).lookUpFails({ kind: 'unreachable' });
      expect(counter.notice).to.equal('look-up-failed');
      counter.read('two', { raw: 'two' });
      expect(counter.state.waiting).to.have.lengthOf(1);
      counter.confirm().found({ items: [match()], locations: [] });
      expect(counter.state.form.item?.item.code).to.equal('ART-118');
    });
  });

  describe('another item, read while a quantity stands unconfirmed', () => {
    const standing = (rules = {}) => new Counter({}, rules).readLocation().readItem().type('7');

    it('overwrites nothing: it waits, and that is said', () => {
      const counter = standing().readItem(SECOND);
      expect(counter.notice).to.equal('unconfirmed');
      expect(counter.state.form.item?.item.code).to.equal('ART-118');
      expect(counter.state.form.quantityText).to.equal('7');
    });

    it('comes next when the first is confirmed', () => {
      const counter = standing()
        .readItem(SECOND)
        .confirm()
        .recorded(row({ quantity: '7' }));
      expect(counter.state.form.item?.item.code).to.equal('ART-204');
      expect(counter.state.held).to.equal(null);
    });

    it('comes next when the first is discarded, which is said', () => {
      const counter = standing().readItem(SECOND).send({ type: 'discard' });
      expect(counter.state.form.item?.item.code).to.equal('ART-204');
      expect(counter.sent).to.be.empty;
      expect(counter.notice).to.equal('discarded');
    });

    it('confirms the first where the host has switched that on', () => {
      const counter = standing({ nextItemConfirms: true }).readItem(SECOND);
      expect(counter.sent).to.have.lengthOf(1);
      counter.recorded(row({ quantity: '7' }));
      expect(counter.state.form.item?.item.code).to.equal('ART-204');
    });

    it('lets through what the first still lacks', () => {
      const counter = new Counter({}, { nextItemConfirms: true })
        .readItemWithQuantity('7')
        .readItemWithQuantity('8', SECOND);
      expect(counter.notice).to.equal('location-missing');
      counter.readLocation();
      expect(counter.request.entry.quantity).to.equal('7');
      counter.recorded(row({ quantity: '7' }));
      expect(counter.state.form).to.deep.include({ quantityText: '8' });
    });

    it('replaces the first where no quantity was typed, which is shown as not counted', () => {
      const counter = new Counter().readLocation().readItem().readItem(SECOND);
      expect(counter.state.form.item?.item.code).to.equal('ART-204');
      expect(counter.notice).to.equal('not-counted');
    });

    it('is held back for another location, too; the same one again changes nothing', () => {
      expect(standing().readLocation(location('B-01-01')).notice).to.equal('unconfirmed');
      expect(standing().readLocation().state.held).to.equal(null);
    });
  });

  describe('a code with several meanings', () => {
    it('opens a chooser; the chosen one is taken', () => {
      const counter = new Counter().read('ETI-1', { raw: 'ETI-1' });
      counter.found({ items: [match({ itemClass: 'CAR' }), match({ itemClass: 'PLA' })], locations: [] });
      expect(counter.state.stage.kind).to.equal('choosing');
      counter.send({ type: 'option-chosen', index: 1 });
      expect(counter.state.form.item?.item.itemClass).to.equal('PLA');
    });

    it('of one lot number on two items, settles the item with the lot', () => {
      const one = match({ lotManaged: true });
      const two = match({ code: 'ART-204', lotManaged: true });
      const counter = new Counter().read('L1', { lot: 'L1' });
      counter.found({ items: [one, two], lots: [lot('L1'), lot('L1', { itemCode: 'ART-204' })] });
      counter.send({ type: 'option-chosen', index: 1 });
      expect(counter.state.form.item).to.equal(two);
      expect(counter.state.form.lot?.code).to.equal('L1');
    });

    it('of which one resolves takes that one', () => {
      const counter = new Counter().read(
        'Loc-01-A-01',
        { location: { warehouse: '01', code: 'A-01' } },
        { location: { warehouse: '01-A', code: '01' } },
      );
      counter.found({ locations: [] }).found({ locations: [location('01')] });
      expect(counter.state.form.location?.code).to.equal('01');
    });

    it('of which one has its lot takes that one, before a new lot is made up', () => {
      const short = match({ code: 'ART', lotManaged: true });
      const long = match({ code: 'ART-1', lotManaged: true });
      const lotOf = (code: string, number: string) => ({
        item: { itemClass: 'MOB', code, variant: null },
        lot: number,
      });
      const read = () =>
        new Counter({}, { newLots: true }).read('Lot-MOB-ART-1-12', lotOf('ART', '1-12'), lotOf('ART-1', '12'));
      const whole = read()
        .found({ items: [short], lots: [] })
        .found({ items: [long], lots: [lot('12')] });
      expect(whole.state.form).to.deep.include({ item: long, lotText: '12' });
      const fresh = read()
        .found({ items: [short], lots: [] })
        .found({ items: [] });
      expect(fresh.state.form).to.deep.include({ item: short, lotText: '1-12' });
    });

    it('is said to be given up when nobody chooses, and what waits behind it waits for a person', () => {
      const counter = new Counter().read('ETI-1', { raw: 'ETI-1' }).read('Qty-5', { quantity: '5' });
      counter.found({ items: [match(), SECOND], locations: [] }).send({ type: 'choice-cancelled' });
      expect(counter.notice).to.equal('discarded');
      expect(counter.state.stage.kind).to.equal('paused');
    });

    it('found by typing a part is offered, even when it is the only one', () => {
      const counter = new Counter();
      counter.send({
        type: 'code-read',
        read: {
          id: '1',
          text: 'scaun',
          typed: true,
          broken: false,
          candidates: [{ raw: 'scaun' }],
        },
      });
      counter.found({ items: [match()], locations: [], searched: true });
      expect(counter.state.stage.kind).to.equal('choosing');
    });
  });

  describe('bad input is said, and keeps what was entered', () => {
    const codes: readonly [string, () => Counter, string][] = [
      [
        'an unknown code',
        () => new Counter().read('?', { raw: '?' }).found({ items: [], locations: [] }),
        'unknown-code',
      ],
      ['a code that can not be split', () => new Counter().read('Item-MOBX'), 'unreadable-code'],
      ['a code that is no use here', () => new Counter().read('UDC', {}).found({}), 'code-without-use'],
      ['a phantom item (rule 8)', () => new Counter().readItem(match({ phantom: true })), 'phantom-item'],
      ['an archived item (rule 8)', () => new Counter().readItem(match({ archived: true })), 'archived-item'],
      [
        'an inactive location (rule 8)',
        () => new Counter().readLocation(location('X', { active: false })),
        'inactive-location',
      ],
      [
        'an obsolete location (rule 8)',
        () => new Counter().readLocation(location('X', { obsolete: true })),
        'inactive-location',
      ],
      [
        'a location of another warehouse',
        () => new Counter().readLocation(location('X', { warehouse: '02' })),
        'other-warehouse',
      ],
      ['an empty confirm', () => new Counter().readLocation().confirm(), 'item-missing'],
      ['no quantity', () => new Counter().readLocation().readItem().confirm(), 'quantity'],
      ['letters in a quantity', () => new Counter().readLocation().readItem().type('12a').confirm(), 'quantity'],
      [
        'an expired sign-in',
        () => new Counter().readLocation().readItem().type('1').confirm().recordFails({ kind: 'signed-out' }),
        'failed',
      ],
    ];
    for (const [what, counter, notice] of codes) {
      it(`${what}: ${notice}`, () => {
        const { state, tones } = counter();
        expect(state.notice?.code).to.equal(notice);
        expect(tones).to.include('error');
      });
    }

    it('a location that can not be counted leaves the one before it', () => {
      const counter = new Counter().readLocation().readLocation(location('X', { active: false }));
      expect(counter.state.form.location?.code).to.equal('A-01-02');
    });

    it('a quantity with too many decimals stays as it was typed', () => {
      const counter = new Counter()
        .readLocation()
        .readItem(match({ unit: KILOS }))
        .type('1,2345')
        .confirm();
      expect(counter.state.notice).to.deep.include({ code: 'quantity', problem: 'too-many-decimals' });
      expect(counter.state.form.quantityText).to.equal('1,2345');
      expect(counter.type('1,234').notice).to.equal(undefined);
    });

    it('a quantity scanned over another one is said', () => {
      const counter = new Counter().readItem().type('5').read('Qty-50', { quantity: '50' }).found({});
      expect(counter.state.form.quantityText).to.equal('50');
      expect(counter.notice).to.equal('quantity-replaced');
    });
  });

  describe('a closed list', () => {
    it('takes no reads and no Confirm (rule 1)', () => {
      const counter = new Counter({ closingDate: '2026-11-20' }).read('one', { raw: 'one' });
      expect(counter.notice).to.equal('list-closed');
      expect(counter.confirm().sent).to.be.empty;
    });

    it('closed meanwhile is said at Confirm, and nothing typed is lost', () => {
      const counter = new Counter().readLocation().readItem().type('5').confirm();
      counter.recordFails({ kind: 'refused', refusal: 'list-closed' });
      expect(counter.notice).to.equal('list-closed');
      expect(counter.state.form.quantityText).to.equal('5');
      expect(counter.confirm().sent).to.have.lengthOf(1);
    });
  });

  it('knows what would be lost on leaving', () => {
    expect(hasUnfinishedWork(new Counter().readLocation().readItem().state)).to.equal(false);
    expect(hasUnfinishedWork(new Counter().readLocation().readItem().type('1').state)).to.equal(true);
    expect(hasUnfinishedWork(new Counter().read('one', { raw: 'one' }).state)).to.equal(true);
  });
});
