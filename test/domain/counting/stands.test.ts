import { expect } from '@open-wc/testing';
import {
  EMPTY_FORM,
  hasUnconfirmedQuantity,
  hasUnfinishedWork,
  isFree,
  isLocked,
  looksLikeLabel,
  nameOf,
  takesNumber,
} from '../../../src/domain/counting/form.ts';
import type { AttentionWhy } from '../../../src/domain/offline-notice.ts';
import { list, location, lot, match, row } from '../../support/fixtures.ts';
import { Counter } from '../../support/counter.ts';

const SECOND = match({ code: 'ART-204' });
const WITH_LOT = match({ lotManaged: true });
const WITH_SERIAL = match({ serialManaged: true });
const standing = (rules = {}) => new Counter({}, rules).readLocation().readItem().type('7');
/** With a quantity, and without its location. */
const nowhere = (item = match(), rules = {}) => new Counter({}, rules).readItem(item).type('7');

describe('What is read while a count stands unconfirmed and another item is held', () => {
  const holding = (counter: Counter) => counter.readItem(SECOND);

  it('goes into that count where it brings its location, and the held item waits for its end', () => {
    const counter = holding(nowhere()).readLocation();
    expect(counter.state.form).to.deep.include({ location: location(), item: match(), quantityText: '7' });
    expect([counter.state.held?.resolved.item, counter.waiting]).to.deep.equal([SECOND, []]);
    expect(counter.notice).to.equal(undefined);
    counter.confirm().recorded(row({ quantity: '7' }));
    expect(counter.state.form.item).to.deep.equal(SECOND);
  });

  it('goes into that count where it brings its lot', () => {
    const counter = holding(new Counter().readLocation().readItem(WITH_LOT).type('7'));
    counter.read('Lot-L1', { lot: 'L1' }).found({ lots: [lot('L1')] });
    expect([counter.state.form.lot?.code, counter.state.held?.resolved.item]).to.deep.equal(['L1', SECOND]);
  });

  it('goes into that count where it brings its serial number', () => {
    const counter = holding(new Counter().readLocation().readItem(WITH_SERIAL).type('1'));
    counter.read('Ser-S1', { serial: 'S1' }).found({});
    expect([counter.state.form.serial, counter.state.held?.resolved.item]).to.deep.equal(['S1', SECOND]);
    counter.read('Ser-S2', { serial: 'S2' }).found({});
    expect([counter.state.form.serial, counter.waiting]).to.deep.equal(['S1', ['Ser-S2']]);
  });

  it('waits, in its order, where it brings what that count has already', () => {
    const counter = holding(standing()).readLocation(location('B-01-01')).read('three', { raw: 'three' });
    expect(counter.state.form).to.deep.include({ location: location(), item: match(), quantityText: '7' });
    expect(counter.waiting).to.deep.equal(['Loc-01-B-01-01', 'three']);
    counter.confirm().recorded(row({ quantity: '7' }));
    expect(counter.sent.map(({ identity }) => identity.location)).to.deep.equal(['A-01-02']);
  });

  it('waits where it is a third item, with a location that is still missing or not', () => {
    const third = { itemClass: 'MOB', code: 'ART-300', variant: null };
    const counter = holding(nowhere());
    counter.read('three', { item: third, location: { warehouse: '01', code: 'A-01-02' } });
    counter.found({ items: [match({ code: 'ART-300' })], locations: [location()] });
    expect([counter.state.form.location, counter.waiting]).to.deep.equal([null, ['three']]);
  });

  it('confirms the count that it completes only where the next item does so anyhow', () => {
    expect(holding(nowhere()).readLocation().sent).to.be.empty;
    const counter = holding(nowhere(match(), { nextItemConfirms: true })).readLocation();
    expect(counter.sent.map(({ entry }) => entry.quantity)).to.deep.equal(['7']);
  });

  it('is said by the names of what stands and what was read', () => {
    const counter = new Counter().readLocation().readItem().type(' 7 ').readItem(SECOND);
    expect(counter.state.notice).to.deep.equal({
      code: 'unconfirmed',
      item: 'ART-118',
      quantity: '7',
      text: 'Item-MOB-ART-204',
    });
  });
});

describe('A read that would change a count that stands unconfirmed', () => {
  const lotRead = (counter: Counter, code: string) =>
    counter.read(`Lot-${code}`, { lot: code }).found({ lots: [lot(code)] });
  const serialRead = (counter: Counter, code: string) => counter.read(`Ser-${code}`, { serial: code }).found({});

  it('is held where it brings another lot, and is taken where it is the same', () => {
    const withLot = () => lotRead(new Counter().readLocation().readItem(WITH_LOT), 'L1').type('7');
    const other = lotRead(withLot(), 'L2');
    expect([other.state.form.lot?.code, other.notice]).to.deep.equal(['L1', 'unconfirmed']);
    const same = lotRead(withLot(), 'L1');
    expect([same.state.form.lot?.code, same.state.held]).to.deep.equal(['L1', null]);
  });

  it('is held where it brings another serial number, and is taken where it is the same or the first', () => {
    const withSerial = () => serialRead(new Counter().readLocation().readItem(WITH_SERIAL), 'S1').type('1');
    const other = serialRead(withSerial(), 'S2');
    expect([other.state.form.serial, other.notice]).to.deep.equal(['S1', 'unconfirmed']);
    expect(serialRead(withSerial(), 'S1').state.held).to.equal(null);
    const spaced = withSerial().send({ type: 'field-typed', field: 'serial', text: ' S1 ' });
    expect(serialRead(spaced, 'S1').state.held).to.equal(null);
    const blank = new Counter().readLocation().readItem(WITH_SERIAL).type('1');
    blank.send({ type: 'field-typed', field: 'serial', text: '  ' });
    expect(serialRead(blank, 'S1').state).to.deep.include({ held: null });
  });

  it('is taken where nothing but spaces stands as quantity', () => {
    const counter = new Counter().readLocation().readItem().type('  ').readItem(SECOND);
    expect([counter.state.held, counter.state.form.item]).to.deep.equal([null, SECOND]);
  });

  it('is another item where its class or its variant is another', () => {
    const large = { code: 'L', description: 'Mare' };
    for (const other of [match({ itemClass: 'FER' }), match({}, large), SECOND]) {
      const counter = new Counter().readLocation().readItem().readItem(other);
      expect([counter.state.form.item, counter.notice]).to.deep.equal([other, 'not-counted']);
    }
    const same = new Counter()
      .readLocation()
      .readItem(match({}, large))
      .readItem(match({}, { ...large }));
    expect(same.notice).to.equal(undefined);
    expect([nameOf(match()), nameOf(match({}, large))]).to.deep.equal(['ART-118', 'ART-118 · L']);
  });

  it('says which quantity it replaced, and says nothing of the same or where none stood', () => {
    const quantity = (text: string, before: string) =>
      new Counter().readLocation().readItem().type(before).read(`Qty-${text}`, { quantity: text }).found({});
    const replaced = quantity('8', ' 7 ');
    expect(replaced.state.notice).to.deep.equal({ code: 'quantity-replaced', from: '7', to: '8' });
    expect(replaced.state.form.quantityText).to.equal('8');
    for (const before of ['', '8', ' 8', ' ']) expect(quantity('8', before).notice).to.equal(undefined);
  });
});

describe('An answer that comes late', () => {
  it('about the row of another identity, that it can’t be read, changes nothing', () => {
    const counter = new Counter().readLocation().readItem();
    const asked = counter.effects.findLast(effect => effect.type === 'read-row');
    if (asked?.type !== 'read-row') throw new Error('No row was asked for');
    counter.readLocation(location('B-01-01')).send({ type: 'row-unreadable', identity: asked.identity });
    expect(counter.state.form.existing).to.equal('reading');
    const now = counter.effects.findLast(effect => effect.type === 'read-row');
    if (now?.type === 'read-row') counter.send({ type: 'row-unreadable', identity: now.identity });
    expect(counter.state.form.existing).to.equal('unread');
    expect(counter.state.form.location?.code).to.equal('B-01-01');
  });

  it('to another look-up, or to another reading of the same code, is left', () => {
    const counter = new Counter().read('two', { raw: 'two' }, { barcodes: ['two'] });
    const { stage } = counter.state;
    if (stage.kind !== 'resolving') throw new Error('Nothing is looked up');
    const { read } = stage;
    const found = { items: [match()] };
    for (const late of [
      { type: 'resolved', read: { ...read, id: 'other' }, candidate: 0, found },
      { type: 'resolved', read, candidate: 1, found },
      { type: 'resolve-failed', read, candidate: 1, failure: { kind: 'unreachable' } },
      { type: 'resolve-failed', read: { ...read, id: 'other' }, candidate: 0, failure: { kind: 'forbidden' } },
      { type: 'interpreted', read: { ...read, id: 'other' }, candidates: [] },
    ] as const) {
      expect(counter.send(late).state.stage).to.deep.equal(stage);
    }
    expect(counter.send({ type: 'resolved', read, candidate: 0, found }).state.form.item).to.deep.equal(match());
  });

  it('to another count than the one on its way is left, whatever it says', () => {
    const counter = standing().confirm();
    const { stage } = counter.state;
    for (const late of [
      { type: 'recorded', key: 'other', row: row(), progress: { rows: 1, expected: 0, counted: 1 } },
      { type: 'saved', key: 'other', row: row() },
      { type: 'save-failed', key: 'other', problem: 'full' },
      { type: 'record-failed', key: 'other', failure: { kind: 'forbidden' } },
      { type: 'left-to-person', key: 'other' },
      { type: 'serial-elsewhere', key: 'other', places: [] },
      { type: 'counted-here', key: 'other', row: row(), follows: 'x' },
    ] as const) {
      const { state } = counter.send(late);
      expect(state.stage).to.deep.equal(stage);
    }
    expect(counter.state.form.quantityText).to.equal('7');
    expect(counter.send({ type: 'left-to-person', key: counter.request.key }).state.form.item).to.equal(null);
  });
});

describe('Discard', () => {
  const discard = (counter: Counter) => counter.send({ type: 'discard' });

  it('gives up an item with its quantity, and says so; the location stays', () => {
    for (const counter of [standing(), new Counter().readLocation().readItem()]) {
      expect(discard(counter).notice).to.equal('discarded');
      expect(counter.state.form).to.deep.equal({ ...EMPTY_FORM, location: location() });
    }
  });

  it('gives up a quantity without an item', () => {
    const counter = discard(new Counter().readLocation().type('7'));
    expect([counter.state.form.quantityText, counter.notice]).to.deep.equal(['', undefined]);
  });

  it('changes nothing where nothing stands, or while a count is on its way', () => {
    const counter = new Counter().readLocation();
    const { state } = counter;
    expect(discard(counter).state).to.equal(state);
    const sent = standing().confirm();
    const before = sent.state;
    expect(discard(sent).state).to.equal(before);
  });

  it('goes on with the item that was held', () => {
    const counter = discard(standing().readItem(SECOND));
    expect([counter.state.form.item, counter.state.held]).to.deep.equal([SECOND, null]);
  });
});

describe('The form', () => {
  const withStage = (kind: 'recording' | 'asking' | 'unsure') => {
    if (kind === 'asking') return standing().existing(row()).confirm();
    const recording = standing().confirm();
    return kind === 'recording' ? recording : recording.recordFails({ kind: 'unreachable' });
  };

  for (const kind of ['recording', 'asking', 'unsure'] as const) {
    it(`can’t be changed while it is ${kind}: it shows what is being decided`, () => {
      const counter = withStage(kind);
      const { form } = counter.state;
      expect([counter.state.stage.kind, isLocked(counter.state), takesNumber(counter.state)]).to.deep.equal([
        kind,
        true,
        false,
      ]);
      counter
        .type('8')
        .send({ type: 'zero' })
        .send({ type: 'location-cleared' })
        .send({ type: 'quantity-stepped', by: 1 });
      counter.send({ type: 'field-entered', field: 'quantity' });
      expect(counter.state.form).to.deep.equal(form);
    });
  }

  it('of a closed list can’t be changed', () => {
    const { state } = new Counter({ closingDate: '2026-11-22' }).type('8');
    expect([isLocked(state), takesNumber(state), state.form.quantityText]).to.deep.equal([true, false, '']);
    expect(isLocked(new Counter({ inventory: { ...list().inventory, closed: true } }).state)).to.equal(true);
  });

  it('takes a number typed where codes are only where nothing but the quantity is asked, or one stands', () => {
    expect(takesNumber(new Counter().state)).to.equal(false);
    expect(takesNumber(new Counter().readLocation().state)).to.equal(false);
    expect(takesNumber(new Counter().readLocation().readItem().state)).to.equal(true);
    expect(takesNumber(standing().state)).to.equal(true);
    expect(takesNumber(nowhere().state)).to.equal(true);
    expect(takesNumber(new Counter().readLocation().readItem(WITH_LOT).state)).to.equal(false);
    expect(takesNumber(standing().read('one', { raw: 'one' }).state)).to.equal(false);
  });

  it('would lose something on leaving where a quantity, a held or waiting read, or something under way is there', () => {
    expect(hasUnfinishedWork(new Counter().readLocation().readItem().state)).to.equal(false);
    expect(hasUnfinishedWork(new Counter().readLocation().readItem().type(' ').state)).to.equal(false);
    expect(hasUnfinishedWork(standing().state)).to.equal(true);
    expect(hasUnfinishedWork(new Counter().read('one', { raw: 'one' }).state)).to.equal(true);
    const { state } = new Counter();
    const read = { id: '1', text: 'one', typed: false, broken: false, candidates: [] };
    expect(hasUnfinishedWork({ ...state, waiting: [read] })).to.equal(true);
    expect(hasUnfinishedWork({ ...state, held: { read, resolved: {} } })).to.equal(true);
    expect([isFree(state), isFree({ ...state, waiting: [read] })]).to.deep.equal([true, false]);
    expect(isFree({ ...state, form: { ...state.form, parked: read } })).to.equal(false);
    expect(hasUnconfirmedQuantity({ ...EMPTY_FORM, quantityText: '7' })).to.equal(false);
    expect(hasUnconfirmedQuantity({ ...EMPTY_FORM, parked: read, quantityText: ' 7 ' })).to.equal(true);
  });

  it('has a label as quantity by its shape or its pace, spaces or not; an empty one is none', () => {
    const asks = (quantityText: string, burst: string | null) => looksLikeLabel({ ...EMPTY_FORM, quantityText, burst });
    expect([
      asks(' 123 ', '123'),
      asks(' 5940000000103 ', null),
      asks('123', null),
      asks('', ''),
      asks(' ', ''),
    ]).to.deep.equal([true, true, false, false, false]);
  });

  it('asks for the row anew as soon as anything of its identity changes', () => {
    const reads = (counter: Counter) => counter.effects.filter(({ type }) => type === 'read-row').length;
    const serial = new Counter().readLocation().readItem(WITH_SERIAL);
    serial.read('Ser-S1', { serial: 'S1' }).found({});
    serial.existing(null).type('');
    expect(reads(serial)).to.equal(1);
    serial.send({ type: 'field-typed', field: 'serial', text: 'S2' }).send({ type: 'field-entered', field: 'serial' });
    expect([reads(serial), serial.state.form.existing]).to.deep.equal([2, 'reading']);
    serial.existing(row({ serial: 'S2' })).send({ type: 'location-cleared' });
    expect([serial.state.form.location, serial.state.form.existing]).to.deep.equal([null, 'unread']);
    const known = new Counter().readLocation().readItem(WITH_LOT);
    const item = known.state.form.item ?? WITH_LOT;
    known.send({ type: 'lots-loaded', item, lots: [lot('L1'), lot('L2')], more: false });
    for (const [n, code] of ['L1', ' L2 '].entries()) {
      known.send({ type: 'field-typed', field: 'lot', text: code });
      expect([known.state.form.lot, known.state.form.existing]).to.deep.equal([null, 'unread']);
      known.send({ type: 'field-entered', field: 'lot' });
      expect([known.state.form.lot?.code, reads(known)]).to.deep.equal([code.trim(), n + 1]);
      known.existing(null);
    }
  });

  it('takes no lots of another item', () => {
    const counter = new Counter().readLocation().readItem(WITH_LOT);
    counter.send({ type: 'lots-loaded', item: match({ lotManaged: true }), lots: [lot('L1')], more: false });
    expect([counter.state.form.offeredLots, counter.state.form.lotsComplete]).to.deep.equal([[], false]);
  });

  it('steps from nothing, and from what stands with spaces around it', () => {
    const stepped = (text: string, by: 1 | -1) =>
      new Counter().readLocation().readItem().type(text).send({ type: 'quantity-stepped', by }).state.form.quantityText;
    expect([stepped('', 1), stepped(' ', 1), stepped(' 4 ', 1), stepped('4', -1), stepped('x', 1)]).to.deep.equal([
      '1',
      '1',
      '5',
      '3',
      'x',
    ]);
  });
});

describe('What became of the last count', () => {
  const ROW = row({ quantity: '7' });
  const saved = () => {
    const counter = standing().confirm();
    return counter.send({ type: 'saved', key: counter.request.key, row: ROW });
  };

  it('is shown beside the form as the host has it, and that of an earlier one is not', () => {
    const counter = saved();
    expect([counter.state.lastCounted, counter.state.lastSaved]).to.deep.equal([ROW, 'key-1']);
    counter.send({ type: 'at-host', key: 'earlier', row: row({ quantity: '3' }), progress: null });
    expect([counter.state.lastCounted, counter.state.lastSaved]).to.deep.equal([ROW, 'key-1']);
    const progress = { rows: 11, expected: 10, counted: 4 };
    counter.send({ type: 'at-host', key: 'key-1', row: null, progress });
    expect([counter.state.lastCounted, counter.state.lastSaved]).to.deep.equal([ROW, null]);
    expect(counter.state.list.progress).to.deep.equal(progress);
    counter.send({ type: 'at-host', key: 'key-1', row: null, progress: null });
    expect(counter.state.list.progress).to.deep.equal(progress, 'not said is not changed');
  });

  it('reversed, is shown no more, and its row, where it stands in the form, is read anew', () => {
    const counter = saved().readItem();
    counter.existing(ROW);
    const identity = counter.effects.findLast(effect => effect.type === 'read-row');
    if (identity?.type !== 'read-row') throw new Error('No row was asked for');
    counter.send({ type: 'undone', item: 'ART-118', identity: identity.identity });
    expect([counter.state.lastCounted, counter.state.lastSaved]).to.deep.equal([null, null]);
    expect([counter.state.form.existing, counter.notice]).to.deep.equal(['reading', 'undone']);
  });

  it('closes the list only where the host said so', () => {
    const told = (why: AttentionWhy) =>
      new Counter().send({ type: 'needs-attention', item: 'ART-118', location: 'A-01-02', why }).state.list;
    expect(told({ kind: 'list-closed' }).closingDate).to.equal('2026-11-22');
    expect(told({ kind: 'forbidden' }).closingDate).to.equal(null);
  });

  it('is told by its sound alone while something is asked', () => {
    const why = { kind: 'forbidden' } as const;
    const asked = standing().existing(row()).confirm();
    const held = standing().readItem(SECOND);
    for (const counter of [asked, held]) {
      const { notice } = counter.state;
      counter.send({ type: 'needs-attention', item: 'ART-118', location: 'A-01-02', why });
      expect([counter.state.notice, counter.tones.at(-1)]).to.deep.equal([notice, 'error']);
    }
  });
});
