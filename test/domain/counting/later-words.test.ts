import { expect } from '@open-wc/testing';
import { Counter } from '../../support/counter.ts';
import { identity, item, list, location, lot, match, row } from '../../support/fixtures.ts';

const UNREACHABLE = { kind: 'unreachable' } as const;
const CLOSED_ON = '2026-11-25';
const parking = () => new Counter({}, { parks: true });
const kept = (counter: Counter, id: string, text = 'X-9') =>
  counter.effects.flatMap(effect => (effect.type === 'park' ? [{ ...effect.read, id, text }] : [])).at(-1);

describe('Word of an earlier count', () => {
  it('closes the list on its own date where it has one, else on that of its inventory', () => {
    const why = { kind: 'list-closed' } as const;
    const told = (counter: Counter) =>
      counter.send({ type: 'needs-attention', item: 'ART-118', location: 'A-01-02', why }).state.list.closingDate;
    expect([told(new Counter({ closingDate: CLOSED_ON })), told(new Counter())]).to.deep.equal([
      CLOSED_ON,
      list().inventory.date,
    ]);
    const refused = (of: { closingDate?: string }) => {
      const counter = new Counter().readLocation().readItem().existing(null).type('7').confirm();
      counter.state = { ...counter.state, list: list(of) };
      return counter.recordFails({ kind: 'refused', refusal: 'list-closed' }).state.list.closingDate;
    };
    expect([refused({ closingDate: CLOSED_ON }), refused({})]).to.deep.equal([CLOSED_ON, list().inventory.date]);
  });

  it('leaves a row alone that is still being read for the form', () => {
    const counter = new Counter().readLocation().readItem();
    expect(counter.state.form.existing).to.equal('reading');
    counter.send({ type: 'at-host', key: 'key-0', row: row({ quantity: '5' }), progress: null });
    expect(counter.state.form.existing).to.equal('reading');
  });

  it('asks at once where nothing stands, and what was said before goes', () => {
    const counter = new Counter().read('x', { raw: 'x' }).found({});
    const entry = { quantity: '7', unit: 'buc' };
    const event = { type: 'changed-at-host', id: 'key-0', row: row({ quantity: '5' }), item: item(), entry } as const;
    expect(counter.send({ ...event, mode: 'add' }).state).to.deep.include({ notice: null });
    expect(counter.state.stage).to.deep.include({ kind: 'asking', changed: true, countId: 'key-0' });
    expect(new Counter().send({ ...event, mode: 'new' }).state.stage).to.deep.include({ changed: false });
  });

  it('reads the row anew that was undone, which follows nothing any more', () => {
    const counter = new Counter().readLocation().readItem();
    counter.send({ type: 'row-read', identity: identity(), row: row({ quantity: '5' }), follows: 'key-0' });
    expect(counter.state.form.follows).to.equal('key-0');
    counter.send({ type: 'undone', item: 'ART-118', identity: identity() });
    expect([counter.state.form.existing, counter.state.form.follows]).to.deep.equal(['reading', null]);
  });

  it('asks about a serial number by that number, whatever else was said of the count', () => {
    const counter = new Counter().readLocation().readItem(match({ serialManaged: true }));
    counter.read('S', { serial: 'S1' }).found({}).existing(null).confirm();
    counter.recordFails({ kind: 'refused', refusal: 'serial-elsewhere' });
    expect(counter.state.notice).to.deep.equal({ code: 'serial-elsewhere', serial: 'S1', places: [] });
  });

  it('asks Add or Replace about a row that was counted here in between, as changed only where one was decided on', () => {
    const asked = (counter: Counter) => {
      counter.send({ type: 'counted-here', key: counter.request.key, row: row({ quantity: '5' }), follows: 'key-0' });
      return counter.state.stage.kind === 'asking' ? counter.state.stage.changed : counter.state.stage.kind;
    };
    const fresh = new Counter().readLocation().readItem().existing(null).type('7').confirm();
    expect([asked(fresh), fresh.state.form.follows]).to.deep.equal([false, 'key-0']);
    const decided = new Counter()
      .readLocation()
      .readItem()
      .existing(row({ quantity: '4' }))
      .type('7')
      .confirm();
    expect(asked(decided.answer('replace'))).to.equal(true);
  });

  it('is nothing to a form that awaits none', () => {
    const counter = new Counter().readLocation().readItem().existing(null).type('7');
    const before = counter.state;
    counter.send({ type: 'record-failed', key: 'key-0', failure: UNREACHABLE });
    counter.send({ type: 'serial-elsewhere', key: 'key-0', places: [] });
    counter.send({ type: 'counted-here', key: 'key-0', row: row(), follows: null });
    expect(counter.state).to.equal(before);
  });
});

describe('A read that was kept', () => {
  it('is known by what it was kept as, where it still stands in the form', () => {
    const counter = parking().readLocation().read('X-9', { raw: 'X-9' }).lookUpFails(UNREACHABLE);
    const standing = counter.state.form.parked;
    if (standing === null) throw new Error('Nothing was kept');
    counter.send({ type: 'parked-as', read: { ...standing }, id: 'other' });
    expect(counter.state.form.parked).to.equal(standing);
    counter.send({ type: 'parked-as', read: standing, id: 'kept-1' });
    expect(counter.state.form.parked).to.deep.equal({ ...standing, id: 'kept-1' });
  });

  it('goes out of the form where it is kept no more, and the location stays', () => {
    const counter = parking().readLocation().read('X-9', { raw: 'X-9' }).lookUpFails(UNREACHABLE).type('5');
    const read = kept(counter, counter.state.form.parked?.id ?? '');
    if (read === undefined) throw new Error('Nothing was kept');
    counter.send({ type: 'unparked', read });
    expect(counter.state.form).to.deep.include({ parked: null, quantityText: '', location: location() });
  });

  it('comes back with its own location, else at the one that stands', () => {
    const own = location('B-01-01');
    const resumed = (type: 'parked-resumed' | 'parked-named', at: typeof own | null) => {
      const counter = parking().readLocation();
      const read = { id: '9', text: 'X-9', typed: false, broken: false, candidates: [{ raw: 'X-9' }] };
      const parked = { id: 'kept-1', listId: '1', read, location: at, quantityText: '5', parkedAt: 0 };
      return counter.send({ type, parked }).state.form.location;
    };
    for (const type of ['parked-resumed', 'parked-named'] as const) {
      expect([resumed(type, own), resumed(type, null)], type).to.deep.equal([own, location()]);
    }
  });

  it('is said as a location where it can be none else: the one before stands no more', () => {
    const counter = parking().readLocation();
    counter.read('Loc', { location: { warehouse: '01', code: 'B-01' } }).lookUpFails(UNREACHABLE);
    expect([counter.notice, counter.state.form.location]).to.deep.equal(['parked-location', null]);
    const effect = counter.effects.find(({ type }) => type === 'park');
    expect(effect).to.deep.include({ location: null });
  });

  it('puts what comes after it at the same location where it was an item’s', () => {
    const counter = parking().readLocation();
    counter.read('Item-X', { item: { itemClass: 'MOB', code: 'X', variant: null } }).lookUpFails(UNREACHABLE);
    counter.readItem();
    expect([counter.state.form.location, counter.notice]).to.deep.equal([location(), undefined]);
    const bare = parking().readLocation().read('X-9', { raw: 'X-9' }).lookUpFails(UNREACHABLE).readItem();
    expect([bare.state.form.location, bare.notice]).to.deep.equal([null, 'location-again']);
  });
});

describe('A lot that nobody was sure of', () => {
  const MANAGED = match({ lotManaged: true });
  const withLot = (rules = {}) =>
    new Counter({}, { newLots: true, ...rules }).readLocation().readItem(MANAGED).read('L', { lot: 'L1' });

  it('is found for the item that stands there, and for no other', () => {
    const found = (event: object) => {
      const counter = withLot().found({ lots: [] });
      const base = { type: 'lot-found', item: MANAGED, code: 'L1', lots: [lot('L1')], sure: true } as const;
      return counter.send({ ...base, ...event }).state.form.lot?.known ?? null;
    };
    expect([found({}), found({ item: match({ lotManaged: true }) }), found({ code: 'L2' })]).to.deep.equal([
      lot('L1'),
      null,
      null,
    ]);
  });

  it('stays as it is once it is meant, whatever the host says later', () => {
    const counter = withLot().found({ lots: [] }).send({ type: 'lot-meant' });
    counter.send({ type: 'lot-found', item: MANAGED, code: 'L1', lots: [lot('L1')], sure: true });
    expect(counter.state.form.lot).to.deep.include({ known: null, meant: true });
  });

  it('keeps the date of its label when the host knows it', () => {
    const counter = new Counter({}, { newLots: true }).readLocation().readItem(MANAGED);
    counter.read('L', { lot: 'L1', expiry: '2027-05-01' }).found({ lots: [] });
    counter.send({ type: 'lot-found', item: MANAGED, code: 'L1', lots: [lot('L1')], sure: true });
    expect(counter.state.form.lot).to.deep.equal({ code: 'L1', known: lot('L1'), expiry: '2027-05-01' });
    expect(counter.notice).to.equal(undefined);
  });

  it('leaves another notice alone where it is the item’s', () => {
    const counter = withLot().found({ lots: [] });
    counter.send({ type: 'command-refused', command: 'unknown', text: '$$' });
    counter.send({ type: 'lot-found', item: MANAGED, code: 'L1', lots: [lot('L1')], sure: true });
    expect([counter.notice, counter.state.form.lot?.known]).to.deep.equal(['unknown-command', lot('L1')]);
  });
});
