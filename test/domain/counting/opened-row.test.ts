import { expect } from '@open-wc/testing';
import type { CountingRules, Found } from '../../../src/domain/counting/state.ts';
import type { CountRow } from '../../../src/domain/inventory.ts';
import { readOf } from '../../../src/session/list/read-rows.ts';
import { list, location, lot, match, row } from '../../support/fixtures.ts';
import { Counter } from '../../support/counter.ts';

const NEXT_CONFIRMS: Partial<CountingRules> = { nextItemConfirms: true };
const SECOND = match({ code: 'ART-204' });
const THERE = location('B-01-01');
/** An expected row of the second item, elsewhere. */
const EXPECTED = row({ id: '9', itemCode: 'ART-204', location: 'B-01-01', quantity: null });

const standing = (rules = NEXT_CONFIRMS) => new Counter({}, rules).readLocation().readItem().type('7');
let keys = 0;
const open = (counter: Counter, opened: CountRow) => counter.send(readOf(opened, () => String(++keys)));
/** A person opens the row, and the host knows all of it. */
const openKnown = (counter: Counter, opened = EXPECTED, found: Found = { items: [SECOND], locations: [THERE] }) =>
  open(counter, opened).found(found);

describe('An expected row that is opened to be counted', () => {
  it('confirms nothing, also where the next item read does: what stands is asked about', () => {
    const counter = openKnown(standing());
    expect([counter.sent, counter.notice]).to.deep.equal([[], 'unconfirmed']);
    expect(counter.state.form).to.deep.include({ location: location(), item: match(), quantityText: '7' });
    expect(counter.state.stage.kind).to.equal('idle');
  });

  it('goes into the form once what stood is confirmed, which is recorded once', () => {
    const counter = openKnown(standing()).confirm();
    counter.recorded(row({ quantity: '7' }));
    expect(
      counter.sent.map(({ entry, identity }) => [identity.itemCode, identity.location, entry.quantity]),
    ).to.deep.equal([['ART-118', 'A-01-02', '7']]);
    expect(counter.state.form).to.deep.include({ location: THERE, item: SECOND, quantityText: '' });
  });

  it('goes into the form once what stood is discarded, and nothing is recorded', () => {
    const counter = openKnown(standing()).send({ type: 'discard' });
    expect(counter.sent).to.be.empty;
    expect(counter.state.form).to.deep.include({ location: THERE, item: SECOND, quantityText: '' });
  });

  it('is not confirmed by a second press that was for what stood', () => {
    const counter = openKnown(standing()).confirm().confirm();
    counter.recorded(row({ quantity: '7' }));
    expect([counter.sent.length, counter.waiting, counter.notice]).to.deep.equal([1, [], undefined]);
  });

  it('does not lend its location to a count that stands without one', () => {
    const counter = openKnown(new Counter({}, NEXT_CONFIRMS).readItem().type('7'));
    expect(counter.state.form).to.deep.include({ location: null, item: match(), quantityText: '7' });
    expect([counter.sent, counter.notice]).to.deep.equal([[], 'unconfirmed']);
  });

  it('leaves Confirm to a person, also where a scan completes what stands meanwhile', () => {
    const counter = openKnown(new Counter({}, NEXT_CONFIRMS).readItem().type('7')).readLocation();
    expect(counter.state.form.location).to.deep.equal(location());
    expect(counter.sent).to.be.empty;
    counter.confirm().recorded(row({ quantity: '7' }));
    expect(counter.state.form.item).to.deep.equal(SECOND);
  });

  it('lets a scan behind it wait, which confirms nothing either', () => {
    const counter = openKnown(standing()).readItem(match({ code: 'ART-300' }));
    expect([counter.sent, counter.waiting]).to.deep.equal([[], ['Item-MOB-ART-300']]);
  });

  it('asks as well where it is opened while a read is looked up', () => {
    const counter = new Counter({}, NEXT_CONFIRMS).readLocation();
    counter.read('ItemQty-MOB-ART-118-7', {
      item: { itemClass: 'MOB', code: 'ART-118', variant: null },
      quantity: '7',
    });
    open(counter, EXPECTED);
    counter.found({ items: [match()] }).found({ items: [SECOND], locations: [THERE] });
    expect([counter.sent, counter.notice]).to.deep.equal([[], 'unconfirmed']);
  });

  it('goes in as a whole: nothing of it where its item is not found', () => {
    const counter = openKnown(new Counter().readLocation(), EXPECTED, { items: [], locations: [THERE] });
    expect(counter.state.form).to.deep.include({ location: location(), item: null });
    expect(counter.notice).to.equal('unknown-item');
  });

  it('brings what else the host tells its stock apart by', () => {
    const owner = { name: 'owner', label: 'Owner', asked: true };
    const counter = new Counter({}, { dimensions: [owner] }).readLocation();
    openKnown(counter, { ...EXPECTED, dimensions: { owner: 'ACME' } });
    expect(counter.state.form.dimensions).to.deep.equal({ owner: 'ACME' });
    counter.type('3').confirm();
    expect(counter.sent.map(({ identity }) => [identity.location, identity.dimensions])).to.deep.equal([
      ['B-01-01', { owner: 'ACME' }],
    ]);
  });

  for (const [what, change] of [
    ['of another lot', { lot: 'L2' }],
    ['without a lot', { lot: null }],
  ] as const) {
    it(`takes no lot of the same item over that was read before: a row ${what}`, () => {
      const managed = match({ lotManaged: true });
      const counter = new Counter().readLocation().readItem(managed);
      counter.read('Lot-L1', { lot: 'L1' }).found({ lots: [lot('L1')] });
      const lots = change.lot === null ? {} : { lots: [lot(change.lot)] };
      openKnown(counter, row({ ...change, quantity: null }), { items: [managed], locations: [location()], ...lots });
      expect(counter.state.form.lot?.code ?? null).to.equal(change.lot);
    });
  }

  it('is not parked where nobody can look it up: it stays a row, and is tried again', () => {
    const counter = open(new Counter({}, { parks: true }).readLocation(), EXPECTED);
    counter.lookUpFails({ kind: 'unreachable' });
    expect([counter.state.stage.kind, counter.state.form.parked]).to.deep.equal(['stuck', null]);
    counter.send({ type: 'go-on' }).found({ items: [SECOND], locations: [THERE] });
    expect(counter.state.form).to.deep.include({ location: THERE, item: SECOND });
  });

  it('is not opened in a closed list', () => {
    const counter = open(new Counter({ ...list(), closingDate: '2026-01-02' }), EXPECTED);
    expect([counter.notice, counter.state.stage.kind]).to.deep.equal(['list-closed', 'idle']);
  });
});
