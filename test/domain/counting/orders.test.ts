import { expect } from '@open-wc/testing';
import { COMMANDS, COMMAND_KEYS, orderOf } from '../../../src/domain/command.ts';
import { meaningOf } from '../../../src/domain/counting/command-meaning.ts';
import { EMPTY_FORM } from '../../../src/domain/counting/form.ts';
import { identity, location, lot, match, row } from '../../support/fixtures.ts';
import { Counter } from '../../support/counter.ts';

const PRESS = { key: 'k' };
const NOTHING = {
  press: PRESS,
  hasItem: false,
  hasLocation: false,
  hasQuantity: false,
  isBegun: false,
  isSerial: false,
  options: 9,
};
const standing = (rules = {}) => new Counter({}, rules).readLocation().readItem().type('7');
const serial = () => new Counter().readLocation().readItem(match({ serialManaged: true }));

describe('A command', () => {
  it('chooses by its number, of nine', () => {
    const choices = COMMANDS.filter(name => name.startsWith('choice'));
    expect(choices).to.have.lengthOf(9);
    const indexes = choices.map(name => orderOf(name, 'choosing', NOTHING));
    expect(indexes).to.deep.equal(choices.map((_, index) => ({ type: 'option-chosen', index })));
  });

  it('goes on, or gives up, where a serial number is in another place', () => {
    const goesOn = orderOf('next', 'stuck', NOTHING);
    expect(orderOf('next', 'elsewhere', NOTHING)).to.deep.equal(goesOn);
    expect(orderOf('cancel', 'elsewhere', NOTHING)).to.deep.equal({ type: 'discard' });
  });

  it('takes back by the key that does so everywhere, with Ctrl', () => {
    expect(COMMAND_KEYS.filter(key => 'withCtrl' in key)).to.deep.equal([
      { setting: 'undoKey', does: 'undo', withCtrl: 'z' },
    ]);
  });

  it('gives up whatever is begun: an item, a code that nobody knows, a quantity; and nothing else', () => {
    const { state } = new Counter().readLocation();
    const parked = { id: '1', text: 'X', typed: false, broken: false, candidates: [] };
    const cancelled = (form: object) =>
      meaningOf({ ...state, form: { ...state.form, ...form } }, 'cancel', PRESS)?.type;
    expect([{ item: match() }, { parked }, { quantityText: '7' }].map(cancelled)).to.deep.equal([
      'discard',
      'discard',
      'discard',
    ]);
    expect(cancelled({})).to.equal(undefined);
  });
});

describe('A count in the form', () => {
  it('whose outcome was unknown is done when its answer comes, and no other', () => {
    const counter = standing().confirm();
    const { key } = counter.request;
    counter.recordFails({ kind: 'unreachable' });
    const progress = { rows: 10, expected: 10, counted: 3 };
    counter.send({ type: 'recorded', key: 'other', row: row(), progress });
    expect(counter.state.stage.kind).to.equal('unsure');
    counter.send({ type: 'recorded', key, row: row({ quantity: '7' }), progress });
    expect([counter.state.stage.kind, counter.state.lastCounted?.quantity]).to.deep.equal(['idle', '7']);
  });

  it('has its codes without the spaces that were typed around them, and is not there where there are only spaces', () => {
    const typed = (text: string) =>
      serial().send({ type: 'field-typed', field: 'serial', text }).send({ type: 'field-entered', field: 'serial' });
    expect(typed(' S1 ').confirm().request.identity).to.deep.equal(identity({ serial: 'S1' }));
    expect(typed('  ').confirm().notice).to.equal('serial-missing');
    const dimensions = [{ name: 'owner', label: 'Owner', asked: true }];
    const owned = (text: string) =>
      standing({ dimensions }).send({ type: 'field-typed', field: 'dimension-0', text }).confirm();
    expect(owned(' ACME ').request.identity.dimensions).to.deep.equal({ owner: 'ACME' });
    expect(owned('  ').state.notice).to.deep.equal({ code: 'dimension-missing', label: 'Owner' });
    const wrong = new Counter().readLocation().readItem().type(' 1,5 ').confirm();
    expect(wrong.state.notice).to.deep.include({ code: 'quantity', typed: '1,5' });
    const noted = (text: string) => standing().send({ type: 'field-typed', field: 'note', text }).confirm();
    expect(noted(` ${'a'.repeat(500)} `).request.note).to.have.lengthOf(500);
  });

  it('has no lot and no serial number of an item that has none', () => {
    const { state } = standing();
    const form = { ...state.form, lot: { code: 'L1', known: null }, serial: 'S1' };
    const counter = standing();
    counter.state = { ...state, form };
    expect(counter.confirm().request.identity).to.deep.equal(identity());
  });

  it('is complained about until what is wrong is typed anew, there and not elsewhere', () => {
    const counter = serial().type('1').confirm();
    expect(counter.type('2').notice).to.equal('serial-missing');
    expect(counter.send({ type: 'field-typed', field: 'serial', text: 'S' }).notice).to.equal(undefined);
    const lotted = new Counter()
      .readLocation()
      .readItem(match({ lotManaged: true }))
      .type('1')
      .confirm();
    expect(lotted.notice).to.equal('lot-missing');
    expect(lotted.send({ type: 'field-typed', field: 'lot', text: 'L' }).notice).to.equal(undefined);
  });

  it('is decided on the row that was asked about, and the count of this device that it follows', () => {
    const counter = standing().confirm();
    const own = row({ quantity: '20', version: 9 });
    counter.send({ type: 'counted-here', key: counter.request.key, row: own, follows: 'first' });
    expect(counter.state.form).to.deep.include({ existing: own, follows: 'first' });
    counter.answer('add');
    const recording = counter.effects.findLast(({ type }) => type === 'record');
    expect(recording).to.deep.include({ type: 'record' });
    expect(recording?.type === 'record' && recording.decidedOn).to.deep.include({ base: own, follows: 'first' });
    const first = standing()
      .confirm()
      .effects.findLast(({ type }) => type === 'record');
    expect(first?.type === 'record' && first.decidedOn).to.deep.include({ base: null, follows: null });
  });

  it('of an answer from the outbox is the last that was counted', () => {
    const counter = new Counter().send({ type: 'answer-saved', key: 'new-key', row: row({ quantity: '19' }) });
    expect([counter.state.lastCounted?.quantity, counter.state.lastSaved]).to.deep.equal(['19', 'new-key']);
  });

  it('is brought back as it was left, its row to be read anew, and never over what stands', () => {
    const form = { ...EMPTY_FORM, location: location(), item: match(), quantityText: '7', follows: 'gone' };
    const restored = new Counter().send({ type: 'form-restored', form });
    expect(restored.state.form).to.deep.include({ quantityText: '7', follows: null, existing: 'reading' });
    const elsewhere = new Counter().readLocation(location('B-01-01')).send({ type: 'form-restored', form });
    expect([elsewhere.state.form.location?.code, elsewhere.state.form.item]).to.deep.equal(['B-01-01', null]);
  });
});

describe('A count that the host did not take', () => {
  it('because its row is gone, or nobody has counted it any more, stands as it was, on what is there now', () => {
    for (const there of [null, row({ quantity: null, version: 5 })]) {
      const counter = standing().existing(row()).confirm().answer('add');
      counter.recordFails({ kind: 'changed-meanwhile', row: there });
      expect([counter.state.stage.kind, counter.notice]).to.deep.equal(['idle', 'row-gone']);
      expect(counter.state.form).to.deep.include({ existing: there, quantityText: '7' });
      expect(counter.confirm().request).to.include({ mode: 'new', baseVersion: there === null ? null : 5 });
    }
  });
});

describe('A read', () => {
  it('that fails takes the commands along that were about it, says so, and stops what waits behind them', () => {
    const failed = (...behind: readonly ('zero' | 'confirm' | 'read')[]) => {
      const counter = new Counter().readLocation().read('one', { raw: 'one' });
      for (const each of behind) {
        if (each === 'read') counter.read('two', { raw: 'two' });
        else counter.command(each);
      }
      const { state, waiting } = counter.found({ locations: [], items: [] });
      return [state.stage.kind, state.notice, waiting];
    };
    const unknown = { code: 'unknown-code', text: 'one' };
    expect(failed()).to.deep.equal(['idle', unknown, []]);
    expect(failed('zero', 'confirm')).to.deep.equal(['idle', { ...unknown, skipped: ['zero', 'confirm'] }, []]);
    expect(failed('zero', 'read', 'confirm')).to.deep.equal([
      'paused',
      { ...unknown, skipped: ['zero'] },
      ['two', 'confirm'],
    ]);
    expect(failed('read')).to.deep.equal(['paused', unknown, ['two']]);
  });

  it('that brings nothing the count lacks waits while another is held, whatever else is missing', () => {
    const held = () =>
      new Counter()
        .readItem()
        .type('7')
        .readItem(match({ code: 'ART-204' }));
    const counter = held().read('Qty-8', { quantity: '8' }).found({});
    expect([counter.state.form.quantityText, counter.waiting]).to.deep.equal(['7', ['Qty-8']]);
    const lotted = new Counter()
      .readItem(match({ lotManaged: true, serialManaged: true }))
      .type('1')
      .readItem(match({ code: 'ART-204' }))
      .read('Qty-8', { quantity: '8' })
      .found({});
    expect([lotted.state.form.quantityText, lotted.waiting]).to.deep.equal(['1', ['Qty-8']]);
  });

  it('of a label that was read wrong is not looked up again: it is to be read once more', () => {
    const counter = new Counter().read('X', { barcodes: ['X'], misread: true }).lookUpFails({ kind: 'unreachable' });
    expect([counter.notice, counter.state.stage.kind]).to.deep.equal(['unreadable-code', 'idle']);
  });

  for (const kind of ['unreachable', 'host-error', 'forbidden'] as const) {
    it(`is kept without an answer where the device keeps such reads, and asked about otherwise: ${kind}`, () => {
      const kept = new Counter({}, { parks: true }).readLocation().read('X', { raw: 'X' }).lookUpFails({ kind });
      expect(kept.state.form.parked?.text).to.equal(kind === 'forbidden' ? undefined : 'X');
      const asked = new Counter().readLocation().read('X', { raw: 'X' }).lookUpFails({ kind });
      expect([asked.state.stage.kind, asked.notice]).to.deep.equal(['stuck', 'look-up-failed']);
    });
  }

  it('that waits behind a message comes next when that is dismissed', () => {
    const counter = new Counter().read('one', { raw: 'one' }).read('two', { raw: 'two' });
    counter.found({ locations: [], items: [] }).send({ type: 'notice-dismissed' });
    expect(counter.state.stage).to.deep.include({ kind: 'resolving' });
    expect([counter.notice, counter.waiting]).to.deep.equal([undefined, []]);
  });

  it('of the location that stands already changes nothing of its row', () => {
    const counter = new Counter().readLocation().readItem().existing(row());
    expect(counter.readLocation().state.form.existing).to.deep.equal(row());
  });

  it('of a lot says where the label and the host disagree about its expiry, and only there', () => {
    const lotted = (expiry: string | undefined, inHost: string | null) =>
      new Counter()
        .readLocation()
        .readItem(match({ lotManaged: true }))
        .read('L', { lot: 'L1', ...(expiry !== undefined && { expiry }) })
        .found({ lots: [lot('L1', { expiryDate: inHost })] }).state.notice;
    expect(lotted('2027-05-31', '2027-04-30')).to.deep.equal({
      code: 'expiry-differs',
      lot: 'L1',
      onLabel: '2027-05-31',
      inHost: '2027-04-30',
    });
    expect([
      lotted('2027-04-30', '2027-04-30'),
      lotted('2027-05-31', null),
      lotted(undefined, '2027-04-30'),
    ]).to.deep.equal([null, null, null]);
  });
});
