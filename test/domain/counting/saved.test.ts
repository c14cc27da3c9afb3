import { expect } from '@open-wc/testing';
import { missingField } from '../../../src/domain/counting/form.ts';
import type { CountingEvent } from '../../../src/domain/counting/events.ts';
import type { ParkedRead } from '../../../src/domain/parked-read.ts';
import { Counter } from '../../support/counter.ts';
import { identity, item, list, location, match, row } from '../../support/fixtures.ts';

const SECOND = match({ code: 'ART-204' });
const progress = { rows: 10, expected: 10, counted: 3 };

const onDevice = (keepLocation = true) =>
  new Counter({ listType: { code: 'X', description: 'X', keepLocation } }, { parks: true });
const confirmed = () => onDevice().readLocation().readItem().existing(null).type('5').confirm();
const saved = () => confirmed().send({ type: 'saved', key: 'key-1', row: row({ quantity: '5' }) });

describe('A count that is saved on this device', () => {
  it('says on what it was decided, and what it is of', () => {
    const counter = onDevice().readLocation().readItem();
    counter.send({ type: 'row-read', identity: identity(), row: row(), follows: 'earlier' });
    counter.type('5').confirm().answer('add');
    const effect = counter.effects.findLast(each => each.type === 'record');
    expect(effect).to.deep.include({
      decidedOn: { item: match(), locationDescription: 'Raft A-01-02', base: row(), follows: 'earlier' },
    });
  });

  it('frees the form at once, with the tone of success, and stands as the last one', () => {
    const { state, tones } = saved();
    expect(state.stage.kind).to.equal('idle');
    expect([state.form.item, state.form.quantityText]).to.deep.equal([null, '']);
    expect([state.lastCounted?.quantity, state.lastSaved]).to.deep.equal(['5', 'key-1']);
    expect(state.list.progress?.counted).to.equal(2, 'how far the list is, the host says');
    expect(tones.at(-1)).to.equal('success');
  });

  it('is one, however fast Confirm is pressed again: the second press was for it too', () => {
    const { sent, notice, tones } = saved().confirm();
    expect([sent.length, notice, tones.at(-1)]).to.deep.equal([1, undefined, 'success']);
  });

  const failures = [
    ['full', 'not-saved'],
    ['no-storage', 'not-saved'],
  ] as const;
  for (const [problem, code] of failures) {
    it(`is not free of the form where it could not be saved (${problem}), and can be confirmed again`, () => {
      const counter = confirmed().send({ type: 'save-failed', key: 'key-1', problem });
      expect(counter.notice).to.equal(code);
      expect(counter.state.form).to.deep.include({ quantityText: '5' });
      expect(counter.tones.at(-1)).to.equal('error');
      expect(counter.confirm().request.key).to.equal('key-2');
    });
  }

  it('stays under its key where the storage does not say yet whether it is saved, and is saved once it does', () => {
    const counter = confirmed().send({ type: 'save-failed', key: 'key-1', problem: 'no-answer' });
    expect([counter.notice, counter.state.stage.kind]).to.deep.equal(['not-saved', 'unsure']);
    expect(counter.confirm().request.key).to.equal('key-1');
    expect(counter.send({ type: 'saved', key: 'key-1', row: row({ quantity: '5' }) }).state.form.quantityText).to.equal(
      '',
    );
  });

  it('is not saved, where the storage says so at last, and is confirmed anew', () => {
    const counter = confirmed().send({ type: 'save-failed', key: 'key-1', problem: 'no-answer' });
    counter.send({ type: 'save-failed', key: 'key-1', problem: 'no-storage' });
    expect(counter.confirm().request.key).to.equal('key-2');
  });

  it('is asked about where another count for its row came in between, and what is answered follows that one', () => {
    const there = row({ quantity: '7' });
    const counter = confirmed().send({ type: 'counted-here', key: 'key-1', row: there, follows: 'first' });
    expect(counter.state.stage).to.deep.include({ kind: 'asking', row: there, changed: false, countId: null });
    counter.answer('add');
    expect(counter.effects.at(-1)).to.deep.include({ type: 'record' });
    expect(counter.effects.findLast(each => each.type === 'record')?.decidedOn).to.deep.include({ follows: 'first' });
  });
});

describe('Word of a count that was saved before', () => {
  const changed: CountingEvent = {
    type: 'changed-at-host',
    id: 'key-1',
    row: row({ quantity: '20' }),
    item: item(),
    entry: { quantity: '5', unit: 'buc' },
    mode: 'add',
  };
  const atHost: CountingEvent = { type: 'at-host', key: 'key-1', row: row({ quantity: '6' }), progress };

  it('puts the host’s row in the place of the projected one, and says how far the list is', () => {
    const { state } = saved().send(atHost);
    expect([state.lastCounted?.quantity, state.lastSaved]).to.deep.equal(['6', null]);
    expect(state.list.progress?.counted).to.equal(3);
  });

  it('leaves what was counted later as the last one', () => {
    const counter = saved().readItem(SECOND).existing(null).type('2').confirm();
    counter.send({ type: 'saved', key: counter.request.key, row: row({ itemCode: 'ART-204' }) }).send(atHost);
    expect(counter.state.lastCounted?.itemCode).to.equal('ART-204');
    expect(counter.state.lastSaved).to.equal('key-2');
  });

  it('changes no field and no focus of the count that stands', () => {
    const counter = saved().readItem(SECOND).existing(null).type('2');
    const { form, focus } = counter.state;
    counter.send(atHost);
    expect([counter.state.form, counter.state.focus]).to.deep.equal([form, focus]);
  });

  it('shows its row beside the form where that stands for the same one', () => {
    const counter = saved().readItem();
    counter
      .send({ type: 'row-read', identity: identity(), row: row({ quantity: '5' }), follows: 'key-1' })
      .send(atHost);
    expect(counter.state.form.existing).to.deep.include({ quantity: '6' });
    expect(counter.state.form.follows).to.equal(null);
  });

  it('asks Add or Replace at once where the form is empty', () => {
    const counter = saved().send(changed);
    expect(counter.state.stage).to.deep.include({ kind: 'asking', changed: true, countId: 'key-1' });
    expect(counter.tones.at(-1)).to.equal('decide');
    counter.answer('replace');
    expect(counter.effects.at(-1)).to.deep.equal({ type: 'answer-count', id: 'key-1', mode: 'replace' });
    expect(counter.state.stage.kind).to.equal('idle');
    expect(counter.sent).to.have.lengthOf(1);
  });

  it('dismissed, it stays in the outbox, and the reads behind the question go on', () => {
    const counter = saved().send(changed).read('later', { raw: 'later' });
    counter.send({ type: 'question-dismissed' });
    expect(counter.state.stage.kind).to.equal('resolving');
  });

  const standing: readonly [what: string, counter: () => Counter][] = [
    ['an item', () => saved().readItem(SECOND)],
    ['a quantity', () => saved().type('7')],
  ];
  for (const [what, counter] of standing) {
    it(`takes the form from nobody: with ${what} in it, it is said and heard`, () => {
      const { state, notice, tones } = counter().send(changed);
      expect([state.stage.kind, notice, tones.at(-1)]).to.deep.equal(['idle', 'needs-attention', 'error']);
    });
  }

  it('is only heard while the operator is asked something else', () => {
    const counter = saved().readItem(SECOND).existing(row()).type('2').confirm();
    const { state } = counter;
    counter.send({ type: 'needs-attention', item: 'ART-118', location: 'A-01-02', why: { kind: 'forbidden' } });
    expect(counter.state.stage).to.equal(state.stage);
    expect(counter.tones.at(-1)).to.equal('error');
  });

  it('closes the list where the host says that it is closed', () => {
    const why = { kind: 'list-closed' } as const;
    const counter = saved().send({ type: 'needs-attention', item: 'ART-118', location: 'A-01-02', why });
    expect(counter.state.list.closingDate).to.equal(list().inventory.date);
    expect(counter.notice).to.equal('needs-attention');
  });

  it('undone, it is no longer the last one, and its row beside the form is read anew', () => {
    const counter = saved().readItem().existing(row()).send({ type: 'undone', item: 'ART-118', identity: identity() });
    expect(counter.state.lastCounted).to.equal(null);
    expect(counter.notice).to.equal('undone');
    expect(counter.effects.at(-1)?.type).to.equal('read-row');
  });
});

describe('A read that nobody could look up', () => {
  const unknown = (counter: Counter) => counter.read('X-9', { raw: 'X-9' }).lookUpFails({ kind: 'unreachable' });
  const parks = (counter: Counter) => counter.effects.filter(effect => effect.type === 'park');

  it('stops at a question where nothing is parked', () => {
    expect(unknown(new Counter()).state.stage.kind).to.equal('stuck');
  });

  it('is kept with its location, stands for the item, and takes a quantity', () => {
    const counter = unknown(onDevice().readLocation());
    expect(counter.notice).to.equal('parked');
    expect(parks(counter)[0]).to.deep.include({ location: location(), quantityText: '' });
    expect(missingField(counter.state)).to.equal('quantity');
    counter.type('12').confirm();
    expect(parks(counter)[1]).to.deep.include({ location: location(), quantityText: '12' });
    expect(parks(counter)[1]?.read.text).to.equal('X-9');
    expect(counter.state.form).to.deep.include({ parked: null, quantityText: '', location: location() });
    expect(counter.sent).to.be.empty;
  });

  it('is said to be kept when it is confirmed, with its quantity, and once for a double press', () => {
    for (const quantity of ['12', '0', '1,5', '']) {
      const counter = unknown(onDevice().readLocation()).type(quantity).confirm().confirm();
      expect(counter.state.notice).to.deep.equal({ code: 'kept', text: 'X-9', quantity });
      expect(parks(counter)).to.have.lengthOf(2);
      expect(counter.tones.at(-1)).to.equal('info');
    }
  });

  it('is said to be kept where the next item confirms it', () => {
    const counter = new Counter({}, { parks: true, nextItemConfirms: true }).readLocation();
    const parts = { item: { itemClass: 'MOB', code: 'NEW', variant: null } };
    counter.read('Item-MOB-NEW', parts).lookUpFails({ kind: 'unreachable' }).type('12').readItem();
    expect(counter.state.notice).to.deep.equal({ code: 'kept', text: 'Item-MOB-NEW', quantity: '12' });
    expect(counter.state.form.item).to.deep.equal(match());
  });

  it('is said to be kept where what was typed for it is discarded, or nothing was', () => {
    for (const quantity of ['5', '']) {
      const counter = unknown(onDevice().readLocation()).type(quantity).send({ type: 'discard' });
      expect(counter.state.notice).to.deep.equal({ code: 'kept', text: 'X-9', quantity: '' });
      expect(counter.state.form).to.deep.include({ parked: null, quantityText: '', location: location() });
    }
  });

  it('asks about a quantity that looks like a label before it is kept', () => {
    const counter = unknown(onDevice().readLocation()).type('96385074').confirm();
    expect([counter.notice, parks(counter).length]).to.deep.equal(['label-as-quantity', 1]);
    counter.send({ type: 'confirm', key: 'key-9', meant: true });
    expect(parks(counter)[1]).to.deep.include({ quantityText: '96385074' });
  });

  it('taken back, leaves the form, and what was held for it comes next', () => {
    const counter = unknown(onDevice().readLocation());
    const read = parks(counter)[0]?.read ?? expect.fail('nothing is parked');
    counter.type('5').readItem().send({ type: 'unparked', read });
    expect([counter.notice, counter.state.form.parked, counter.state.held]).to.deep.equal(['not-kept', null, null]);
    expect(counter.state.form.item).to.deep.equal(match());
  });

  it('taken back, changes nothing of the count that stands since', () => {
    const counter = unknown(onDevice().readLocation()).confirm().readItem().existing(null).type('7');
    const read = parks(counter)[0]?.read ?? expect.fail('nothing is parked');
    const { form } = counter.state;
    counter.send({ type: 'unparked', read });
    expect([counter.state.notice, counter.state.form]).to.deep.equal([{ code: 'not-kept', text: 'X-9' }, form]);
  });

  it('is not taken for unknown because this device does not know it', () => {
    const found = { items: [], locations: [], asOf: 1 };
    const counter = onDevice().readLocation().read('X-9', { raw: 'X-9' }).found(found);
    expect(counter.notice).to.equal('parked');
  });

  it('brings its quantity along', () => {
    const parts = { item: { itemClass: 'MOB', code: 'NEW', variant: null }, quantity: '3' };
    const counter = onDevice().readLocation().read('ItemQty', parts).lookUpFails({ kind: 'unreachable' });
    expect(counter.state.form.quantityText).to.equal('3');
    expect(parks(counter)[0]).to.deep.include({ quantityText: '3' });
  });

  it('never blocks the next item; what may have been a location is not taken for the old one', () => {
    const raw = unknown(onDevice().readLocation()).readItem();
    expect(raw.state.form).to.deep.include({ item: match(), location: null, parked: null });
    expect(raw.notice).to.equal('location-again');
    const parts = { item: { itemClass: 'MOB', code: 'NEW', variant: null } };
    const sure = onDevice().readLocation().read('Item', parts).lookUpFails({ kind: 'unreachable' }).readItem();
    expect(sure.state.form).to.deep.include({ item: match(), location: location() });
  });

  it('waits for a count that stands unconfirmed, as any other item does', () => {
    const counter = unknown(onDevice().readLocation().readItem().existing(null).type('5'));
    expect(counter.notice).to.equal('unconfirmed');
    counter.confirm().send({ type: 'saved', key: 'key-1', row: row() });
    expect(counter.state.form.parked?.text).to.equal('X-9');
  });

  it('that can only be a location leaves the form without one', () => {
    const counter = onDevice().readLocation();
    counter.read('Loc', { location: { warehouse: '01', code: 'Z' } }).lookUpFails({ kind: 'unreachable' });
    expect([counter.notice, counter.state.form.location]).to.deep.equal(['parked-location', null]);
  });

  it('asks as before about a lot alone: there is no count in it that could be finished later', () => {
    const counter = onDevice().readLocation().readItem().read('L', { lot: 'L9' }).lookUpFails({ kind: 'unreachable' });
    expect(counter.state.stage.kind).to.equal('stuck');
    expect(counter.state.form.location).to.deep.equal(location());
  });

  it('asks as before where the host answered, but not by its contract', () => {
    const counter = onDevice().read('X-9', { raw: 'X-9' }).lookUpFails({ kind: 'contract-broken' });
    expect(counter.state.stage.kind).to.equal('stuck');
  });

  describe('taken up again', () => {
    const read = {
      id: '9',
      text: 'X-9',
      typed: false,
      broken: false,

      candidates: [{ raw: 'X-9' }],
    };
    const parked: ParkedRead = { id: '9', listId: '1', read, location: location(), quantityText: '12', parkedAt: 0 };

    it('fills the form with all that stood around it', () => {
      const counter = onDevice()
        .send({ type: 'parked-resumed', parked })
        .found({ items: [match()], locations: [] });
      expect(counter.state.form).to.deep.include({ item: match(), location: location(), quantityText: '12' });
      expect(counter.existing(null).confirm().request.entry.quantity).to.equal('12');
    });

    for (const type of ['parked-resumed', 'parked-named'] as const) {
      it(`waits while something else stands in the form (${type})`, () => {
        const counter = onDevice().readLocation().readItem().send({ type, parked });
        expect(counter.notice).to.equal('not-resumed');
        expect(counter.state.form.item).to.deep.equal(match());
      });
    }

    describe('whose item a person names', () => {
      const named = (change: Partial<ParkedRead> = {}) =>
        onDevice().send({ type: 'parked-named', parked: { ...parked, ...change } });

      it('has its location and quantity, and is counted as what was read for it', () => {
        const counter = named();
        expect([counter.notice, counter.state.focus.field]).to.deep.equal(['name-item', 'barcode']);
        expect(missingField(counter.state)).to.equal('item');
        counter.readItem(SECOND).existing(null).confirm();
        expect(counter.request).to.deep.include({ entry: { quantity: '12', unit: 'buc' }, barcode: 'X-9' });
        expect(counter.request.identity).to.deep.include({ itemCode: 'ART-204', location: 'A-01-02' });
      });

      it('is asked for its location where none was read', () => {
        expect(missingField(named({ location: null }).state)).to.equal('location');
      });

      it('is asked for its quantity where none was typed, and what stands there can be corrected', () => {
        expect(missingField(named({ quantityText: '' }).readItem().state)).to.equal('quantity');
        expect(named().readItem().type('13').confirm().request.entry.quantity).to.equal('13');
      });

      it('is left by discarding, and what is read next is counted as itself', () => {
        for (const quantityText of ['12', '']) {
          const counter = named({ quantityText }).send({ type: 'discard' });
          expect(counter.state.form).to.deep.include({ quantityText: '', barcode: null });
          expect(counter.readItem().type('1').confirm().request.barcode).to.equal('Item-MOB-ART-118');
        }
      });

      it('may be another one than the first that was read', () => {
        const counter = named({ quantityText: '' }).readItem().readItem(SECOND).type('1').confirm();
        expect(counter.request).to.deep.include({ barcode: 'Item-MOB-ART-204' });
      });
    });
  });
});

it('Undo, read as a command, reverses the last count', () => {
  const counter = saved().send({ type: 'command-read', command: 'undo', text: '$$UNDO', key: 'k' });
  expect(counter.effects.at(-1)).to.deep.equal({ type: 'undo' });
});

describe('A form that was left half filled', () => {
  it('comes back as it was typed, and says so; the row already there is read anew', () => {
    const { form } = onDevice().readLocation().readItem().existing(row()).type('1,5').state;
    const counter = onDevice().send({ type: 'form-restored', form });
    expect(counter.state.form).to.deep.include({ item: match(), location: location(), quantityText: '1,5' });
    expect(counter.state.form.existing).to.equal('reading');
    expect(counter.notice).to.equal('restored');
  });

  it('does not overwrite what was read since', () => {
    const { form } = onDevice().readLocation().readItem().type('5').state;
    const counter = onDevice().readItem(SECOND).send({ type: 'form-restored', form });
    expect(counter.state.form.item).to.deep.equal(SECOND);
  });
});
