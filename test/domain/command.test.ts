import { expect } from '@open-wc/testing';
import { COMMANDS, COMMAND_KEYS, type Command } from '../../src/domain/command.ts';
import { Counter } from '../support/counter.ts';
import { list, location, match, row } from '../support/fixtures.ts';

const FIRST = match();
const SECOND = match({ code: 'ART-204' });
const parts = (code: string) => ({ item: { itemClass: 'MOB', code, variant: null } });
const standing = (rules = {}) => new Counter({}, rules).readLocation().readItem(FIRST).type('7');
const asking = (change = {}) => new Counter().readLocation().readItem().existing(row(change)).type('5').confirm();

describe('A command barcode on the form', () => {
  it('Confirm confirms, and says what is missing', () => {
    expect(standing().command('confirm').request.entry.quantity).to.equal('7');
    expect(new Counter().readLocation().command('confirm').notice).to.equal('item-missing');
  });

  it('Zero is a quantity like any other: it is shown, waits for Confirm, and what it replaces is said', () => {
    const counter = new Counter().readLocation().readItem().command('zero');
    expect(counter.state.form.quantityText).to.equal('0');
    expect(counter.state.focus.field).to.equal('barcode');
    expect(counter.command('confirm').request.entry.quantity).to.equal('0');
    expect(standing().command('zero').state.notice).to.deep.equal({ code: 'quantity-replaced', from: '7', to: '0' });
  });

  it('Next confirms what was entered, and leaves an item without a quantity, which is said', () => {
    expect(standing().command('next').request.entry.quantity).to.equal('7');
    const counter = new Counter().readLocation().readItem().command('next');
    expect(counter.sent).to.be.empty;
    expect(counter.state.form.item).to.equal(null);
    expect(counter.notice).to.equal('discarded');
  });

  it('Cancel discards what is not confirmed; the location stays', () => {
    const { form } = standing().command('cancel').state;
    expect([form.item, form.quantityText, form.location?.code]).to.deep.equal([null, '', 'A-01-02']);
  });

  it('Clear location clears it', () => {
    expect(standing().command('clear-location').state.form).to.deep.include({ location: null, quantityText: '7' });
  });

  it('that means nothing now is said, changes nothing, and sounds as an error', () => {
    const empty: Command[] = ['add', 'replace', 'zero', 'next', 'cancel', 'clear-location', 'choice-1'];
    for (const command of empty) {
      const counter = new Counter().command(command);
      expect(counter.state.notice, command).to.deep.equal({ code: 'command-without-use', command });
      expect(counter.tones, command).to.deep.equal(['error']);
      expect(counter.state.form, command).to.deep.equal(new Counter().state.form);
    }
  });

  it('that is none of those known is said by its text, and never looked up', () => {
    const counter = new Counter().command('unknown');
    expect(counter.state.notice).to.deep.equal({ code: 'unknown-command', text: '$$unknown' });
    expect(counter.effects.map(({ type }) => type)).to.deep.equal(['feedback']);
  });

  it('is refused in a closed list as a read is (rule 1)', () => {
    for (const command of COMMANDS) {
      expect(new Counter({ closingDate: '2026-11-20' }).command(command).notice).to.equal('list-closed');
    }
  });
});

describe('A command barcode answers', () => {
  it('Add or Replace', () => {
    expect(asking().command('add').request.mode).to.equal('add');
    expect(asking().command('replace').request.mode).to.equal('replace');
    const cancelled = asking().command('cancel');
    expect(cancelled.sent).to.be.empty;
    expect(cancelled.state).to.deep.include({ stage: { kind: 'idle' } });
    expect(cancelled.state.form.quantityText).to.equal('5');
  });

  it('with nothing but an answer: anything else is said, and the question stays', () => {
    for (const command of ['confirm', 'next', 'zero', 'clear-location', 'choice-1'] as const) {
      const counter = asking().command(command);
      expect(counter.notice, command).to.equal('command-without-use');
      expect(counter.state.stage.kind, command).to.equal('asking');
      expect(counter.state.form.quantityText, command).to.equal('5');
    }
  });

  it('not Add, where a serial number can be there only once', () => {
    const item = match({ serialManaged: true });
    const counter = new Counter()
      .readLocation()
      .readItem(item)
      .send({ type: 'field-typed', field: 'serial', text: 'S-1' });
    counter
      .send({ type: 'field-entered', field: 'serial' })
      .existing(row({ serial: 'S-1', quantity: '0' }))
      .type('1')
      .confirm();
    expect(counter.command('add').notice).to.equal('command-without-use');
    expect(counter.command('replace').request.mode).to.equal('replace');
  });

  it('which of several things is meant, by its number', () => {
    const choosing = () => new Counter().read('ETI', { raw: 'ETI' }).found({ items: [FIRST, SECOND] });
    expect(choosing().command('choice-2').state.form.item).to.equal(SECOND);
    expect(choosing().command('choice-3').notice).to.equal('command-without-use');
    expect(choosing().command('cancel').notice).to.equal('discarded');
  });

  it('what is to become of a count that stands while another read waits', () => {
    const held = () => standing().readItem(SECOND);
    const confirmed = held()
      .command('confirm')
      .recorded(row({ quantity: '7' }));
    expect([confirmed.sent[0]?.entry.quantity, confirmed.state.form.item]).to.deep.equal(['7', SECOND]);
    const discarded = held().command('cancel');
    expect([discarded.sent.length, discarded.state.form.item]).to.deep.equal([0, SECOND]);
    const zero = held().command('zero');
    expect([zero.notice, zero.state.form.quantityText]).to.deep.equal(['command-without-use', '7']);
  });

  it('whether to ask the host again, with the same key', () => {
    const counter = standing().confirm().recordFails({ kind: 'unreachable' });
    expect(counter.command('cancel').notice).to.equal('command-without-use');
    counter.command('confirm');
    expect(counter.sent[1]).to.equal(counter.sent[0]);
    const stuck = new Counter().read('one', { raw: 'one' }).lookUpFails({ kind: 'unreachable' });
    expect(stuck.command('confirm').state.stage.kind).to.equal('resolving');
    stuck.lookUpFails({ kind: 'unreachable' });
    expect(stuck.command('cancel').state.stage.kind).to.equal('idle');
  });

  it('whether to go on after a read that failed', () => {
    const paused = () =>
      new Counter().read('one', { raw: 'one' }).read('two', { raw: 'two' }).found({ items: [], locations: [] });
    expect(paused().command('next').state.stage.kind).to.equal('resolving');
    expect(paused().command('cancel').waiting).to.be.empty;
  });
});

describe('Commands read faster than the host answers', () => {
  const fast = (...commands: Command[]) => {
    const counter = new Counter().readLocation().read('first', parts('ART-118'));
    for (const command of commands) counter.command(command);
    return counter;
  };

  it('take their turn: item, Zero, Confirm is about that item', () => {
    const counter = fast('zero', 'confirm');
    expect([counter.sent.length, counter.waiting]).to.deep.equal([0, ['zero', 'confirm']]);
    counter.found({ items: [FIRST] });
    expect(counter.request).to.deep.include({ mode: 'new', entry: { quantity: '0', unit: 'buc' } });
    expect(counter.request.identity.itemCode).to.equal('ART-118');
  });

  it('keep each to the item before it, however many follow', () => {
    const counter = fast('zero', 'confirm').read('second', parts('ART-204')).command('zero').command('confirm');
    counter.found({ items: [FIRST] }).recorded(row({ quantity: '0' }));
    expect(counter.waiting).to.deep.equal(['zero', 'confirm']);
    counter.found({ items: [SECOND] }).recorded(row({ quantity: '0' }));
    expect(counter.sent.map(({ identity }) => identity.itemCode)).to.deep.equal(['ART-118', 'ART-204']);
    expect(counter.waiting).to.be.empty;
  });

  it('answer the question that they lead to', () => {
    const counter = fast('zero', 'confirm', 'replace').read('second', parts('ART-204'));
    counter.found({ items: [FIRST] });
    counter.recordFails({ kind: 'row-exists', row: row() });
    expect(counter.request).to.deep.include({ mode: 'replace', baseVersion: 3 });
    expect(counter.tones, 'nothing is left to decide').to.not.include('decide');
    counter.recorded(row({ quantity: '0' })).found({ items: [SECOND] });
    expect(counter.state.form.item).to.equal(SECOND);
  });

  it('answer no question that nobody could foresee', () => {
    const counter = asking().command('add').command('replace');
    counter.recordFails({ kind: 'changed-meanwhile', row: row({ version: 4 }) });
    expect(counter.state.stage).to.deep.include({ kind: 'asking', changed: true });
    expect(counter.waiting).to.deep.equal(['replace']);
  });

  it('wait behind a question that they do not answer', () => {
    const counter = new Counter()
      .read('ETI', { raw: 'ETI' })
      .command('zero')
      .found({ items: [FIRST, SECOND] });
    expect([counter.state.stage.kind, counter.waiting]).to.deep.equal(['choosing', ['zero']]);
    counter.command('choice-1');
    expect([counter.state.form.item, counter.state.form.quantityText]).to.deep.equal([FIRST, '0']);
  });

  it('are about the count that stands, where the read before them would overwrite it', () => {
    const counter = standing().read('second', parts('ART-204')).command('confirm').command('zero').command('confirm');
    counter
      .found({ items: [SECOND] })
      .recorded(row({ quantity: '7' }))
      .recorded(row({ quantity: '0' }));
    expect(counter.sent.map(({ identity, entry }) => `${identity.itemCode} ${entry.quantity}`)).to.deep.equal([
      'ART-118 7',
      'ART-204 0',
    ]);
  });

  it('are not carried out on something else when the item is not found, and that is said', () => {
    const counter = standing().read('nothing', { raw: 'nothing' }).command('zero').command('confirm');
    counter.read('second', parts('ART-204')).found({ items: [], locations: [] });
    expect(counter.state.notice).to.deep.equal({
      code: 'unknown-code',
      text: 'nothing',
      skipped: ['zero', 'confirm'],
    });
    expect(counter.state.stage.kind).to.equal('paused');
    expect([counter.sent.length, counter.state.form.quantityText]).to.deep.equal([0, '7']);
    expect(counter.waiting).to.deep.equal(['second']);
  });

  it('are kept while the host can not be reached', () => {
    const counter = fast('zero', 'confirm').lookUpFails({ kind: 'unreachable' });
    expect(counter.waiting).to.deep.equal(['zero', 'confirm']);
    counter.command('confirm').found({ items: [FIRST] });
    expect(counter.request.entry.quantity).to.equal('0');
  });

  it('stop what waits behind them when they mean nothing', () => {
    const counter = fast('add')
      .read('second', parts('ART-204'))
      .found({ items: [FIRST] });
    expect([counter.notice, counter.state.stage.kind]).to.deep.equal(['command-without-use', 'paused']);
    expect(counter.waiting).to.deep.equal(['second']);
  });

  it('are each an order of its own: a second Confirm finds nothing to confirm, and counts nothing twice (rule 7)', () => {
    const counter = standing()
      .command('confirm')
      .command('confirm')
      .recorded(row({ quantity: '7' }));
    expect([counter.sent.length, counter.notice]).to.deep.equal([1, 'item-missing']);
  });

  it('never change what a list that does not keep its location asks for (rule 2)', () => {
    const counter = new Counter(list({ listType: { code: 'X', description: '', keepLocation: false } }));
    counter.read('A', { location: { warehouse: '01', code: 'A-01-02' } }).command('clear-location');
    counter.found({ locations: [location()] });
    expect(counter.state.form.location).to.equal(null);
  });
});

describe('The keys of commands', () => {
  it('do what a button does, each by a setting of its own', () => {
    const keys = COMMAND_KEYS.map(({ setting, does }) => `${setting}: ${does}`);
    expect(keys).to.deep.equal(['confirmKey: confirm', 'discardKey: discard', 'undoKey: undo']);
  });
});
