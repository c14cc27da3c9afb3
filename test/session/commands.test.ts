import { expect } from '@open-wc/testing';
import { Subject, firstValueFrom } from 'rxjs';
import type { CountingState } from '../../src/domain/counting/state.ts';
import { fromObservable } from '../../src/scanner/from-observable.ts';
import { type CountSession, createCountSession } from '../../src/session/count-session.ts';
import type { InventarState } from '../../src/session/state/session-state.ts';
import { inBothWays } from '../support/both-ways.ts';
import { FakeDevice } from '../support/fake-device.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { match, row } from '../support/fixtures.ts';
import { countingWhere, stateWhere } from '../support/session-states.ts';

inBothWays('Command barcodes in a session', way => {
  let gateway: FakeGateway;
  let scans: Subject<string>;
  let session: CountSession;
  let tones: string[];
  let keys = 0;

  const start = (commandPrefix?: string) => {
    session = createCountSession({
      gateway,
      device: new FakeDevice(gateway, way),
      sources: [fromObservable(scans)],
      feedback: { signal: tone => tones.push(tone), dispose: () => undefined },
      mintKey: () => `key-${++keys}`,
      running: { commandPrefix },
    });
  };
  const until = (isWanted: (state: InventarState) => boolean) => stateWhere(session, isWanted);
  const counting = (isWanted: (counting: CountingState) => boolean) => countingWhere(session, isWanted);
  const now = () => firstValueFrom(session.state$);
  const openList = async () => {
    session.dispatch({ type: 'open-list', listId: '1', mode: 'count' });
    await until(state => state.opened?.status === 'open');
  };
  const scan = (...texts: string[]) => {
    for (const text of texts) scans.next(text);
  };

  beforeEach(() => {
    gateway = new FakeGateway();
    scans = new Subject();
    tones = [];
    keys = 0;
    start();
  });
  afterEach(() => session.dispose());

  it('count a whole shelf without a touch, all read before the host answers once', async () => {
    await openList();
    scan('A-01-02', 'Item-MOB-ART-118', '$$ZERO', '$$CONFIRM', 'Item-MOB-ART-204', '$$ZERO', '$$CONFIRM');
    await counting(({ lastCounted }) => lastCounted?.itemCode === 'ART-204');
    await until(state => state.outbox.done.length === 2);
    expect(gateway.recorded.map(({ identity, entry }) => `${identity.itemCode} ${entry.quantity}`)).to.deep.equal([
      'ART-118 0',
      'ART-204 0',
    ]);
    expect(new Set(gateway.recorded.map(({ key }) => key)).size, 'a key of its own for each').to.equal(2);
  });

  it('are never looked up, nor split by a tokenizer', async () => {
    gateway.settings = {
      ...gateway.settings,
      tokenizers: [{ code: '$$ZERO', description: '', separator: '', rows: [] }],
    };
    session.dispose();
    start();
    await openList();
    scan('$$ZERO', '$$NONSENSE');
    const { notice, stage } = await counting(() => true);
    expect(notice).to.deep.equal({ code: 'unknown-command', text: '$$NONSENSE' });
    expect(stage.kind, 'nothing is asked of the host').to.equal('idle');
    expect(tones).to.deep.equal(['error', 'error']);
  });

  it('have the prefix of the page, else of the host, else ours', async () => {
    await until(state => state.host.status === 'ready');
    expect((await now()).scanners.commandPrefix).to.equal('$$');
    session.dispose();
    gateway.settings = { ...gateway.settings, policies: { ...gateway.settings.policies, commandPrefix: 'CMD:' } };
    start();
    await openList();
    scan('A-01-02', 'Item-MOB-ART-118', 'CMD:ZERO');
    expect((await counting(({ form }) => form.quantityText !== '')).form.quantityText).to.equal('0');
    session.dispose();
    start('*');
    await until(state => state.host.status === 'ready');
    expect((await now()).scanners.commandPrefix).to.equal('*');
  });

  it('can be switched off: then each code is a code', async () => {
    session.dispose();
    start('');
    await openList();
    scan('$$CONFIRM');
    expect((await counting(({ notice }) => notice !== null)).notice).to.deep.equal({
      code: 'unknown-code',
      text: '$$CONFIRM',
    });
  });

  // With an outbox, what the host says of a count never stands in the way of what is scanned after it.
  if (way === 'off') {
    it('answer a dialog that opens in the middle of a burst; each scan has exactly one receiver', async () => {
      await openList();
      scan('A-01-02', 'Item-MOB-ART-118');
      await counting(({ form }) => form.item !== null);
      gateway.existing = row();
      session.dispatch({ type: 'field-typed', field: 'quantity', text: '5' });
      const { RowExistsError } = await import('../../src/services/errors.ts');
      gateway.failures.set('recordCount', new RowExistsError(row()));
      scan('$$CONFIRM', 'Item-MOB-ART-204');
      await counting(({ stage }) => stage.kind === 'asking');
      gateway.failures.clear();
      gateway.existing = null;
      // Behind the dialog codes wait, in order; what is no answer is said; the answer is taken at once.
      scan('Qty-nonsense', '$$ZERO');
      const asking = await counting(({ notice }) => notice !== null);
      expect([asking.stage.kind, asking.notice?.code]).to.deep.equal(['asking', 'command-without-use']);
      expect(asking.waiting.length).to.equal(2);
      expect(session.hearsKeys()).to.equal(false);
      scan('$$ADD');
      const after = await counting(({ notice }) => notice?.code === 'unknown-code');
      expect(gateway.recorded.at(-1)).to.deep.include({ mode: 'add', baseVersion: 3 });
      expect(gateway.recorded, 'the refused one, and the answer').to.have.lengthOf(2);
      expect([after.form.item?.item.code, after.waiting.length]).to.deep.equal(['ART-204', 0]);
    });
  }

  it('choose among several meanings by number', async () => {
    gateway.foundItems = [match({ itemClass: 'CAR', code: 'ETI-1' }), match({ itemClass: 'PLA', code: 'ETI-1' })];
    await openList();
    scan('ETI-1', '$$ZERO');
    await counting(({ stage }) => stage.kind === 'choosing');
    scan('$$CHOICE2');
    const { form } = await counting(({ form: { quantityText } }) => quantityText !== '');
    expect([form.item?.item.itemClass, form.quantityText]).to.deep.equal(['PLA', '0']);
  });

  describe('while it is asked whether to leave', () => {
    const leaving = async () => {
      await openList();
      scan('A-01-02', 'Item-MOB-ART-118');
      await counting(({ form }) => form.item !== null);
      session.dispatch({ type: 'field-typed', field: 'quantity', text: '5' });
      session.dispatch({ type: 'leave-list' });
      await until(state => state.opened?.leaving === true);
    };

    it('Cancel stays; codes are kept until then, and are shown as waiting', async () => {
      await leaving();
      scan('Item-MOB-ART-204');
      expect((await now()).scanners.waiting).to.equal(1);
      expect((await now()).opened?.counting?.form.item?.item.code).to.equal('ART-118');
      scan('$$CANCEL');
      expect((await until(state => state.opened?.leaving === false)).scanners.waiting).to.equal(0);
      expect((await counting(({ held }) => held !== null)).notice?.code).to.equal('unconfirmed');
    });

    it('no command leaves: what is not confirmed would be lost by a scan', async () => {
      await leaving();
      for (const command of ['$$CONFIRM', '$$NEXT', '$$REPLACE', '$$XYZ']) {
        tones.splice(0);
        scan(command);
        expect((await now()).opened?.leaving, command).to.equal(true);
        expect(tones, command).to.deep.equal(['error']);
      }
      expect(gateway.recorded).to.be.empty;
    });

    it('codes kept for a list that is left are said', async () => {
      await leaving();
      scan('Item-MOB-ART-204');
      session.dispatch({ type: 'leave-anyway' });
      expect((await now()).unusedScan).to.equal('Item-MOB-ART-204');
      expect(tones.at(-1)).to.equal('error');
    });
  });

  it('while no list is open are said like any scan', async () => {
    scan('$$CONFIRM');
    expect((await now()).unusedScan).to.equal('$$CONFIRM');
  });

  it('can be typed as well', async () => {
    await openList();
    scan('A-01-02', 'Item-MOB-ART-118');
    await counting(({ form }) => form.item !== null);
    session.dispatch({ type: 'type-code', text: '$$ZERO' });
    expect((await now()).opened?.counting?.form.quantityText).to.equal('0');
  });
});
