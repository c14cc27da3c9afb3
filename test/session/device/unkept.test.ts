import { expect } from '@open-wc/testing';
import { Subject, firstValueFrom } from 'rxjs';
import type { CountingState } from '../../../src/domain/counting/state.ts';
import { fromObservable } from '../../../src/scanner/from-observable.ts';
import {
  ChangedMeanwhileError,
  ForbiddenError,
  ListClosedError,
  RefusedError,
  RetryLaterError,
  SignedOutError,
  UnreachableError,
} from '../../../src/services/errors.ts';
import { type CountSession, createCountSession } from '../../../src/session/count-session.ts';
import type { InventarEvent, InventarState } from '../../../src/session/state/session-state.ts';
import { CountingGateway } from '../../support/counting-gateway.ts';
import { FakeDevice } from '../../support/fake-device.ts';
import { identity, list, row } from '../../support/fixtures.ts';
import { countingWhere, stateWhere } from '../../support/session-states.ts';

const LIST_TYPE = { keepLocation: true, code: 'X', description: 'X' };

for (const storage of ['off', 'none'] as const) {
  const where = storage === 'off' ? 'the page wants nothing kept' : 'the browser keeps nothing';

  describe(`A count where ${where}`, () => {
    let gateway: CountingGateway;
    let device: FakeDevice;
    let scans: Subject<string>;
    let session: CountSession;
    let tones: string[];
    let events: InventarEvent[];
    let keys = 0;

    const until = (isWanted: (state: InventarState) => boolean) => stateWhere(session, isWanted);
    const now = () => firstValueFrom(session.state$);
    const counting = (isWanted: (counting: CountingState) => boolean) => countingWhere(session, isWanted);
    const enter = async (quantity: string, code = 'Item-MOB-ART-118') => {
      scans.next(code);
      await counting(({ form }) => form.item !== null && typeof form.existing !== 'string');
      session.dispatch({ type: 'field-typed', field: 'quantity', text: quantity });
    };
    const count = async (quantity: string, mode?: 'add' | 'replace') => {
      await enter(quantity);
      session.dispatch({ type: 'confirm' });
      if (mode !== undefined) {
        await counting(({ stage }) => stage.kind === 'asking');
        session.dispatch({ type: 'answer', mode });
      }
      return counting(({ form, lastCounted }) => form.item === null && lastCounted !== null);
    };
    const told = (type: InventarEvent['type']) => events.filter(event => event.type === type);
    const held = () => [...gateway.held.values()].map(each => `${each.itemCode} ${each.quantity}`);
    const start = async (settings = gateway.settings) => {
      gateway.settings = settings;
      scans = new Subject();
      tones = [];
      events = [];
      session = createCountSession({
        gateway,
        device,
        sources: [fromObservable(scans)],
        feedback: { signal: tone => tones.push(tone), dispose: () => undefined },
        mintKey: () => `key-${++keys}`,
      });
      session.events$.subscribe(event => events.push(event));
      session.dispatch({ type: 'open-list', listId: '1', mode: 'count' });
      await until(state => state.opened?.rows.status === 'ready');
      scans.next('A-01-02');
      await counting(({ form }) => form.location !== null);
    };
    const restart = (capabilities: CountingGateway['settings']['capabilities']) => {
      session.dispose();
      return start({ ...gateway.settings, capabilities });
    };

    beforeEach(async () => {
      keys = 0;
      gateway = new CountingGateway();
      gateway.foundLists = [list({ id: '1', listType: LIST_TYPE })];
      device = new FakeDevice(gateway, storage);
      await start();
    });
    afterEach(() => session.dispose());

    it('is being recorded until the host answers, and saved nowhere else', async () => {
      let release = () => {};
      gateway.gates.set('recordCount', new Promise(resolve => (release = resolve)));
      await enter('5');
      session.dispatch({ type: 'confirm' });
      const { opened, outbox } = await until(state => state.outbox.sending.length === 1);
      expect([opened?.counting?.stage.kind, outbox.storage]).to.deep.equal(['recording', storage]);
      release();
      const { lastSaved, lastCounted } = await counting(after => after.lastCounted !== null);
      expect([lastSaved, lastCounted?.id, held()]).to.deep.equal([null, 'h1', ['ART-118 5']]);
      expect([told('count-saved').length, told('count-recorded').length, tones]).to.deep.equal([0, 1, ['success']]);
      expect([...((await now()).opened?.rows.rows ?? [])].map(each => each.pending)).to.deep.equal([undefined]);
    });

    it('tells the host which device it was made on, and when', async () => {
      await count('5');
      expect(gateway.recorded[0]).to.deep.include({ device: 'MC33-07', confirmedAt: '2026-11-22T10:32:00.000Z' });
    });

    it('is undone by the host right after it, under the device’s name', async () => {
      await restart({ idempotencyKeys: true, versions: true, undo: true });
      await count('5');
      expect((await until(state => state.undo !== null)).undo).to.deep.include({ way: 'host', status: 'possible' });
      session.dispatch({ type: 'undo' });
      await until(state => state.undo?.status === 'undone');
      expect([held(), gateway.undone.map(each => each.device)]).to.deep.equal([[], ['MC33-07']]);
    });

    it('is undone by counting back, where the host takes nothing back', async () => {
      gateway.put(identity(), '12');
      await count('5', 'add');
      expect(held()).to.deep.equal(['ART-118 17']);
      session.dispatch({ type: 'undo' });
      await until(state => state.undo?.status === 'undone');
      expect(held()).to.deep.equal(['ART-118 12']);
    });

    it('is sent without what no host can keep of its label', async () => {
      await enter('5', 'Item-MOB-ART-118\u0000');
      session.dispatch({ type: 'confirm' });
      await counting(({ lastCounted }) => lastCounted !== null);
      expect(gateway.recorded[0]?.barcode).to.equal('Item-MOB-ART-118');
    });

    it('names an item without what no host can keep, wherever in the label that stands', async () => {
      await enter('5', 'Item-MOB-\ud83dART-\u0000118');
      session.dispatch({ type: 'confirm' });
      await counting(({ lastCounted }) => lastCounted !== null);
      const [recorded] = gateway.recorded;
      expect([recorded?.identity.itemCode, recorded?.barcode]).to.deep.equal(['ART-118', 'Item-MOB-ART-118']);
    });

    it('is in the history of its row, the host’s and this device’s', async () => {
      await restart({ idempotencyKeys: true, versions: true, history: true });
      await count('5');
      session.dispatch({ type: 'show-history', rowId: (await now()).opened?.rows.rows.at(0)?.id ?? '' });
      const { history } = await until(state => state.history?.status === 'ready');
      expect(history?.here.map(record => record.request.barcode)).to.deep.equal(['Item-MOB-ART-118']);
    });

    describe('that gets no answer', () => {
      const silences = [
        ['nothing answers', new UnreachableError('lost'), 'unreachable'],
        ['the host asks to wait', new RetryLaterError(503, 5_000), 'host-error'],
      ] as const;
      for (const [what, error, kind] of silences) {
        it(`leaves the form filled and says that it is not known, then asks again with the same body: ${what}`, async () => {
          await enter('36');
          const asked: unknown[] = [];
          const recordCount = gateway.recordCount.bind(gateway);
          gateway.recordCount = (listId, request) => {
            asked.push(request);
            return asked.length === 1 ? Promise.reject(error) : recordCount(listId, request);
          };
          session.dispatch({ type: 'confirm' });
          const unsure = await counting(({ stage }) => stage.kind === 'unsure');
          expect(unsure.notice).to.deep.equal({ code: 'outcome-unknown', failure: { kind } });
          expect([unsure.form.quantityText, told('count-recorded').length]).to.deep.equal(['36', 0]);
          session.dispatch({ type: 'confirm' });
          await counting(({ lastCounted }) => lastCounted !== null);
          expect(asked).to.have.lengthOf(2);
          expect(asked[1]).to.deep.equal(asked[0]);
        });
      }

      it('frees the form by itself where the answer comes after all', async () => {
        await enter('36');
        gateway.failures.set('recordCount', new UnreachableError('lost'));
        session.dispatch({ type: 'confirm' });
        await counting(({ stage }) => stage.kind === 'unsure');
        gateway.failures.clear();
        device.online();
        const { form, lastCounted } = await counting(({ stage }) => stage.kind === 'idle');
        expect([form.item, lastCounted?.quantity]).to.deep.equal([null, '36']);
      });

      it('says the same where nobody answers even who is signed in', async () => {
        gateway.failures.set('operator', new UnreachableError('down'));
        await enter('36');
        session.dispatch({ type: 'confirm' });
        await counting(({ stage }) => stage.kind === 'unsure');
        expect(gateway.recorded).to.be.empty;
        gateway.failures.clear();
        session.dispatch({ type: 'go-on' });
        await counting(({ lastCounted }) => lastCounted !== null);
        expect(gateway.recorded).to.have.lengthOf(1);
      });

      it('is for a person to decide where the host can’t tell whether it has it', async () => {
        await restart({ idempotencyKeys: false, versions: false });
        gateway.put(identity(), '12');
        await enter('5');
        gateway.failures.set('recordCount', new UnreachableError('lost'));
        session.dispatch({ type: 'confirm' });
        await counting(({ stage }) => stage.kind === 'asking');
        session.dispatch({ type: 'answer', mode: 'add' });
        await counting(({ stage }) => stage.kind === 'unsure');
        session.dispatch({ type: 'go-on' });
        const { notice, form, lastCounted, lastSaved } = await counting(
          after => after.stage.kind === 'idle' && after.notice !== null,
        );
        expect(notice).to.deep.include({ code: 'needs-attention', why: { kind: 'uncertain' } });
        expect([form.item, lastCounted, lastSaved]).to.deep.equal([null, null, null]);
        expect((await now()).outbox.attention).to.have.lengthOf(1);
      });
    });

    describe('that the host does not take', () => {
      const refusals = [
        [new RefusedError('unknown-location'), { code: 'refused', refusal: 'unknown-location' }],
        [new ForbiddenError('no'), { code: 'failed', failure: { kind: 'forbidden' } }],
        [new SignedOutError('expired'), { code: 'failed', failure: { kind: 'signed-out' } }],
        [new ListClosedError(), { code: 'list-closed' }],
      ] as const;
      for (const [error, said] of refusals) {
        it(`stays in the form, and is nowhere else: ${said.code} ${error.name}`, async () => {
          gateway.failures.set('recordCount', error);
          await enter('36');
          session.dispatch({ type: 'confirm' });
          const { notice, form, stage } = await counting(after => after.notice !== null);
          expect([notice, stage.kind, form.quantityText]).to.deep.equal([said, 'idle', '36']);
          const { outbox } = await until(state => state.outbox.attention.length + state.outbox.waiting.length === 0);
          expect([outbox.blockedLists, outbox.done]).to.deep.equal([[], []]);
        });
      }

      it('is confirmed anew as a count of its own, as soon as what stood in the way is mended', async () => {
        gateway.failures.set('recordCount', new SignedOutError('expired'));
        await enter('36');
        session.dispatch({ type: 'confirm' });
        await counting(({ notice }) => notice !== null);
        gateway.failures.clear();
        session.dispatch({ type: 'confirm' });
        await counting(({ lastCounted }) => lastCounted !== null);
        expect([held(), gateway.recorded.map(({ key }) => key)]).to.deep.equal([['ART-118 36'], ['key-2']]);
      });

      it('is asked about where the row changed meanwhile: Add or Replace on what is there now', async () => {
        await enter('5');
        gateway.put(identity(), '20');
        session.dispatch({ type: 'confirm' });
        const { stage } = await counting(({ stage: { kind } }) => kind === 'asking');
        expect(stage.kind === 'asking' && [stage.row.quantity, stage.countId]).to.deep.equal(['20', null]);
        session.dispatch({ type: 'answer', mode: 'add' });
        await counting(({ lastCounted }) => lastCounted !== null);
        expect([held(), (await now()).outbox.attention]).to.deep.equal([['ART-118 25'], []]);
      });

      it('is told once to the page', async () => {
        gateway.failures.set('recordCount', new ChangedMeanwhileError(row({ quantity: null })));
        await enter('36');
        session.dispatch({ type: 'confirm' });
        await counting(({ notice }) => notice !== null);
        expect(told('error')).to.have.lengthOf(1);
      });
    });

    it('is not left behind by logging out: it can only be sent, or be stayed for', async () => {
      gateway.failures.set('recordCount', new UnreachableError('lost'));
      await enter('36');
      session.dispatch({ type: 'confirm' });
      await counting(({ stage }) => stage.kind === 'unsure');
      session.dispatch({ type: 'leave-anyway' });
      session.dispatch({ type: 'log-out' });
      expect((await until(state => state.logOut !== null)).logOut).to.deep.include({ unfinished: 1, canKeep: false });
      session.dispatch({ type: 'log-out-answer', answer: 'keep' });
      expect((await now()).host.status).to.equal('ready');
      gateway.failures.clear();
      session.dispatch({ type: 'log-out-answer', answer: 'send' });
      await until(state => state.host.status === 'logged-out');
      expect(held()).to.deep.equal(['ART-118 36']);
    });
  });
}
