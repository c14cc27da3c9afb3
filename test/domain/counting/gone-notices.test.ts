import { expect } from '@open-wc/testing';
import { Counter } from '../../support/counter.ts';
import { KILOS, location, lot, match, row } from '../../support/fixtures.ts';

const SECOND = match({ code: 'ART-204' });
const ready = (rules = {}) => new Counter({}, rules).readLocation().readItem().existing(null).type('7');
const COUNTED = row({ quantity: '5' });
const WITH_LOT = match({ lotManaged: true });
const UNREACHABLE = { kind: 'unreachable' } as const;

/** What was said stands until it is no longer so: each of these takes it away. */
describe('What was said goes', () => {
  it('with the next read, and stays while another read is held', () => {
    const counter = new Counter().read('x', { raw: 'x' }).found({});
    expect(counter.notice).to.equal('unknown-code');
    expect(counter.read('y', { raw: 'y' }).notice).to.equal(undefined);
    const holding = new Counter().readItem().type('7').readItem(SECOND);
    expect(holding.read('z', { raw: 'z' }).notice).to.equal('unconfirmed');
  });

  it('with Confirm, before the host answers', () => {
    const counter = ready().confirm();
    expect([counter.state.stage.kind, counter.notice]).to.deep.equal(['recording', undefined]);
    const missing = new Counter().readItem().type('7').confirm();
    expect(missing.notice).to.equal('location-missing');
    const again = missing.readLocation().existing(COUNTED).confirm();
    expect([again.state.stage.kind, again.notice]).to.deep.equal(['asking', undefined]);
  });

  it('with the answer, with a retry of a look-up and with going on after a pause', () => {
    const stuck = new Counter().read('x', { raw: 'x' }).lookUpFails({ kind: 'forbidden' });
    expect(stuck.notice).to.equal('look-up-failed');
    expect(stuck.confirm().notice).to.equal(undefined);
    const paused = new Counter().read('x', { raw: 'x' }).read('y', { raw: 'y' }).found({});
    expect(paused.state.stage.kind).to.equal('paused');
    expect(paused.confirm().state).to.deep.include({ notice: null, waiting: [] });
  });

  it('with the choice', () => {
    const counter = new Counter().read('x', { raw: 'x' }).found({ items: [match(), SECOND] });
    counter.send({ type: 'command-refused', command: 'unknown', text: '$$' });
    expect(counter.send({ type: 'option-chosen', index: 0 }).notice).to.equal(undefined);
  });

  it('with what is discarded where nothing had a name', () => {
    const counter = new Counter().type('7').send({ type: 'command-refused', command: 'unknown', text: '$$' });
    counter.send({ type: 'discard' });
    expect([counter.notice, counter.state.form.quantityText]).to.deep.equal([undefined, '']);
  });

  it('with a count that is left to a person, and what was held comes next', () => {
    const counter = ready().readItem(SECOND).confirm().recordFails(UNREACHABLE);
    expect(counter.notice).to.equal('outcome-unknown');
    counter.send({ type: 'left-to-person', key: 'key-1' });
    expect([counter.notice, counter.state.form.item, counter.state.held]).to.deep.equal([undefined, SECOND, null]);
  });
});

describe('Nothing is discarded', () => {
  it('where nothing stands, and what was said stays', () => {
    const counter = new Counter().readLocation().read('x', { raw: 'x' }).found({});
    expect(counter.send({ type: 'discard' }).notice).to.equal('unknown-code');
  });

  const something: Record<string, Counter> = {
    'an item': new Counter().readItem(),
    'a quantity': new Counter().type('7'),
    'a code that is named': new Counter().readLocation(),
    'a read that was kept': new Counter({}, { parks: true }).read('x', { raw: 'x' }).lookUpFails(UNREACHABLE),
  };
  for (const [name, counter] of Object.entries(something)) {
    it(`but what stands there: ${name}`, () => {
      counter.send({ type: 'discard' });
      const { item, parked, barcode, quantityText } = counter.state.form;
      expect({ item, parked, barcode, quantityText }).to.deep.equal({
        item: null,
        parked: null,
        barcode: null,
        quantityText: '',
      });
    });
  }
});

describe('A press of Confirm', () => {
  it('waits behind a look-up, once', () => {
    const counter = ready().read('x', { raw: 'x' }).confirm().confirm();
    expect(counter.waiting).to.deep.equal(['confirm']);
  });

  it('waits once more behind a Confirm that was scanned, and behind a read', () => {
    const scanned = ready().read('x', { raw: 'x' }).command('confirm').confirm();
    expect(scanned.waiting).to.deep.equal(['confirm', 'confirm']);
    const behind = ready().confirm().read('x', { raw: 'x' }).confirm();
    expect(behind.waiting).to.deep.equal(['x', 'confirm']);
  });

  it('does nothing while a count runs and nothing was read since', () => {
    expect(ready().confirm().confirm().waiting).to.deep.equal([]);
  });

  it('is no second count where the form is free behind one, unless the list was closed since', () => {
    const counter = ready()
      .confirm()
      .recorded(row({ quantity: '7' }))
      .confirm();
    expect([counter.notice, counter.state.focus.field]).to.deep.equal([undefined, 'barcode']);
    const closed = ready()
      .confirm()
      .recorded(row({ quantity: '7' }));
    closed.state = { ...closed.state, list: { ...closed.state.list, closingDate: '2026-11-22' } };
    expect(closed.confirm().notice).to.equal('list-closed');
  });

  it('sends what it was decided on: item, the words of the location, the row', () => {
    const decided = (counter: Counter) => {
      const effect = counter.effects.findLast(({ type }) => type === 'record');
      return effect?.type === 'record' ? effect.decidedOn : null;
    };
    expect(decided(ready().confirm())).to.deep.equal({
      item: match(),
      locationDescription: location().description,
      base: null,
      follows: null,
    });
    const counter = new Counter().readLocation().readItem();
    counter.send({ type: 'row-read', identity: lastIdentity(counter), row: COUNTED, follows: 'key-0' });
    expect(decided(counter.type('7').confirm().answer('add'))).to.deep.include({ base: COUNTED, follows: 'key-0' });
    const none = new Counter().readLocation().readItem();
    none.send({ type: 'row-read', identity: lastIdentity(none), row: null, follows: 'key-0' });
    expect(decided(none.type('7').confirm())).to.deep.include({ base: null, follows: null });
  });

  it('with what looks like a label says it without the spaces round it', () => {
    const counter = new Counter()
      .readLocation()
      .readItem(match({ unit: KILOS }))
      .type(' 96385074 ')
      .confirm();
    expect(counter.state.notice).to.deep.equal({ code: 'label-as-quantity', text: '96385074' });
  });

  it('keeps a read that nobody knows with its quantity, said without the spaces round it', () => {
    const counter = new Counter({}, { parks: true }).readLocation().read('X-9', { raw: 'X-9' });
    counter.lookUpFails(UNREACHABLE).type(' 5 ').confirm();
    expect(counter.state.notice).to.deep.equal({ code: 'kept', text: 'X-9', quantity: '5' });
  });

  it('takes a lot that was typed as entered, and reads its row anew', () => {
    const counter = new Counter().readLocation().readItem(WITH_LOT);
    counter.send({ type: 'lots-loaded', item: WITH_LOT, lots: [lot('L1'), lot('L2')], more: false });
    counter
      .read('L1', { lot: 'L1' })
      .found({ lots: [lot('L1')] })
      .existing(COUNTED);
    counter.send({ type: 'field-typed', field: 'lot', text: ' L2 ' }).type('7').confirm();
    expect([counter.state.stage.kind, counter.sent[0]?.identity.lot, counter.sent[0]?.mode]).to.deep.equal([
      'recording',
      'L2',
      'new',
    ]);
  });
});

describe('A serial number that is counted again as it stands', () => {
  it('is refused, leaves the form idle and is the row that stands there', () => {
    const managed = match({ serialManaged: true });
    const counted = row({ serial: 'S1', quantity: '1' });
    const counter = new Counter().readLocation().readItem(managed).read('S', { serial: 'S1' }).found({}).existing(null);
    counter.confirm().recordFails({ kind: 'row-exists', row: counted });
    expect(counter.state.stage.kind).to.equal('idle');
    expect([counter.state.notice, counter.state.form.existing]).to.deep.equal([
      { code: 'serial-repeated', serial: 'S1' },
      counted,
    ]);
  });
});

function lastIdentity(counter: Counter) {
  const effect = counter.effects.findLast(({ type }) => type === 'read-row');
  if (effect?.type !== 'read-row') throw new Error('No row was asked for');
  return effect.identity;
}
