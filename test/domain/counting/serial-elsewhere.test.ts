import { expect } from '@open-wc/testing';
import type { CountedSerial } from '../../../src/domain/counted-serial.ts';
import type { CountingRules } from '../../../src/domain/counting/state.ts';
import { Counter } from '../../support/counter.ts';
import { match, row } from '../../support/fixtures.ts';

const THERE: CountedSerial = {
  itemClass: 'ELE',
  itemCode: 'CTR-1F',
  listId: '2',
  inventory: '12',
  row: 2,
  warehouse: '01',
  location: 'A-06-01',
  countedAt: '2026-11-22T08:32:00.000Z',
};

describe('A serial number that is counted elsewhere', () => {
  /** Confirmed, and the session has found where else it is. */
  const asked = (rules: Partial<CountingRules> = {}, places: readonly CountedSerial[] = [THERE]) => {
    const counter = new Counter({}, rules)
      .readLocation()
      .readItem(match({ serialManaged: true }))
      .send({ type: 'field-typed', field: 'serial', text: 'SN901' })
      .type('1')
      .confirm();
    return counter.send({ type: 'serial-elsewhere', key: counter.request.key, places });
  };

  it('is asked about, with where it is, before it is counted here', () => {
    const counter = asked();
    expect(counter.state.stage.kind).to.equal('elsewhere');
    expect(counter.state.notice).to.deep.include({ code: 'serial-elsewhere', serial: 'SN901', places: [THERE] });
    expect(counter.tones.at(-1)).to.equal('decide');
    expect(counter.state.lastCounted).to.equal(null);
  });

  it('is counted here too by one more Confirm, which tells the host so', () => {
    const counter = asked().confirm();
    expect(counter.sent.map(({ acknowledged }) => acknowledged)).to.deep.equal([undefined, ['serial-elsewhere']]);
    expect(counter.effects.findLast(({ type }) => type === 'record')).to.deep.include({ elsewhereToo: true });
    counter.recorded(row({ serial: 'SN901', quantity: '1' }));
    expect(counter.state.form.item).to.equal(null);
  });

  it('is told to no host that does not know of it', () => {
    expect(asked({ serials: false }).confirm().sent.at(-1)).not.to.have.property('acknowledged');
  });

  it('is not counted where that is declined, and the location stays', () => {
    const counter = asked().send({ type: 'discard' });
    expect(counter.notice).to.equal('discarded');
    expect(counter.state.form.item).to.equal(null);
    expect(counter.state.form.location).not.to.equal(null);
    expect(counter.sent).to.have.length(1);
  });

  it('holds up what is read meanwhile, and no label answers the question', () => {
    const counter = asked().read('Item-MOB-ART-204', { item: { itemClass: 'MOB', code: 'ART-204', variant: null } });
    expect(counter.state.stage.kind).to.equal('elsewhere');
    expect(counter.waiting).to.deep.equal(['Item-MOB-ART-204']);
    expect(counter.type('7').state.form.quantityText).to.equal('1');
  });

  it('is asked about too where the host alone knew, and does not say where', () => {
    const counter = new Counter()
      .readLocation()
      .readItem(match({ serialManaged: true }))
      .send({ type: 'field-typed', field: 'serial', text: 'SN901' })
      .type('1')
      .confirm()
      .recordFails({ kind: 'refused', refusal: 'serial-elsewhere' });
    expect(counter.state.stage.kind).to.equal('elsewhere');
    expect(counter.confirm().sent.at(-1)?.acknowledged).to.deep.equal(['serial-elsewhere']);
  });

  it('is an answer to that very count alone', () => {
    const counter = new Counter().readLocation().readItem(match({ serialManaged: true }));
    counter.send({ type: 'serial-elsewhere', key: 'another', places: [THERE] });
    expect(counter.state.stage.kind).to.equal('idle');
  });
});
