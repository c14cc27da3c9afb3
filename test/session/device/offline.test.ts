import { expect } from '@open-wc/testing';
import { Subject, firstValueFrom } from 'rxjs';
import type { CountingState } from '../../../src/domain/counting/state.ts';
import { fromObservable } from '../../../src/scanner/from-observable.ts';
import { ForbiddenError, OtherUserError, SignedOutError, UnreachableError } from '../../../src/services/errors.ts';
import { type CountSession, createCountSession } from '../../../src/session/count-session.ts';
import type { InventarEvent, InventarState } from '../../../src/session/state/session-state.ts';
import { CountingGateway } from '../../support/counting-gateway.ts';
import { FakeDevice } from '../../support/fake-device.ts';
import { identity, list } from '../../support/fixtures.ts';
import { countingWhere, stateWhere } from '../../support/session-states.ts';
import { waitUntil } from '../../support/wait-until.ts';

const SECOND = identity({ itemCode: 'ART-204' });

const lastCount = ({ undo }: InventarState) => (undo?.of === 'count' ? undo : null);

describe('A session on a device that keeps its counts', () => {
  let gateway: CountingGateway;
  let device: FakeDevice;
  let scans: Subject<string>;
  let session: CountSession;
  let tones: string[];
  let events: InventarEvent[];
  let keys = 0;

  const start = () => {
    scans = new Subject();
    tones = [];
    events = [];
    session = createCountSession({
      gateway,
      sources: [fromObservable(scans)],
      feedback: { signal: tone => tones.push(tone), dispose: () => undefined },
      mintKey: () => `key-${++keys}`,
      device,
    });
    session.events$.subscribe(event => events.push(event));
  };
  const until = (isWanted: (state: InventarState) => boolean) => stateWhere(session, isWanted);
  const now = () => firstValueFrom(session.state$);
  const counting = (isWanted: (counting: CountingState) => boolean) => countingWhere(session, isWanted);
  const openList = async (listId = '1') => {
    session.dispatch({ type: 'open-list', listId, mode: 'count' });
    await until(state => state.opened?.rows.status === 'ready' || state.opened?.rows.status === 'failed');
  };
  const enter = async (code: string, quantity: string) => {
    scans.next(code);
    await counting(({ form }) => form.item !== null && typeof form.existing !== 'string');
    session.dispatch({ type: 'field-typed', field: 'quantity', text: quantity });
  };
  const confirm = async () => {
    session.dispatch({ type: 'confirm' });
    await counting(({ stage }) => stage.kind === 'idle' || stage.kind === 'asking');
  };
  const count = async (code: string, quantity: string, mode?: 'add' | 'replace') => {
    await enter(code, quantity);
    await confirm();
    if (mode !== undefined) session.dispatch({ type: 'answer', mode });
    await counting(({ form }) => form.item === null);
  };
  const reload = async () => {
    session.dispose();
    start();
    await openList();
  };
  const atHost = () => [...gateway.held.values()].map(each => `${each.itemCode} ${each.quantity}`);
  const told = (type: InventarEvent['type']) => events.filter(event => event.type === type);

  beforeEach(async () => {
    gateway = new CountingGateway();
    gateway.foundLists = [list({ id: '1' })];
    device = new FakeDevice(gateway, 'device');
    keys = 0;
    start();
    await openList();
    scans.next('A-01-02');
    await counting(({ form }) => form.location !== null);
  });
  afterEach(() => session.dispose());

  describe('while the host does not answer', () => {
    const offline = () => gateway.failures.set('recordCount', new UnreachableError('down'));
    const online = () => {
      gateway.failures.clear();
      device.online();
    };
    beforeEach(() => {
      offline();
    });

    it('saves a count, frees the form, and shows the row and the last count as pending', async () => {
      await count('Item-MOB-ART-118', '36');
      const { opened, outbox } = await until(state => state.outbox.unknown.length === 1);
      expect(opened?.counting?.lastCounted?.quantity).to.equal('36');
      expect(opened?.counting?.lastSaved).to.equal('key-1');
      expect([...(opened?.rows.rows ?? [])].map(({ quantity, pending }) => [quantity, pending])).to.deep.equal([
        ['36', 'waiting'],
      ]);
      expect(outbox.unknown[0]?.request.device).to.equal('MC33-07');
      expect(tones).to.deep.equal(['success']);
      expect(told('count-saved')).to.have.lengthOf(1);
      expect(told('count-recorded')).to.be.empty;
    });

    it('puts the host’s row in its place when it answers again, and tells how far the list is', async () => {
      await count('Item-MOB-ART-118', '36');
      online();
      const { opened } = await until(state => state.outbox.done.length === 1);
      expect([...(opened?.rows.rows ?? [])].map(({ id, pending }) => [id, pending])).to.deep.equal([['h1', undefined]]);
      expect(opened?.counting?.lastSaved).to.equal(null);
      expect(opened?.list?.progress?.counted).to.equal(1);
      expect(told('count-recorded')).to.have.lengthOf(1);
      expect(atHost()).to.deep.equal(['ART-118 36']);
    });

    it('asks Add or Replace on what is pending, and the host gets both counts in order', async () => {
      await count('Item-MOB-ART-118', '36');
      await enter('Item-MOB-ART-118', '4');
      await confirm();
      const { stage } = await counting(({ stage: { kind } }) => kind === 'asking');
      expect(stage).to.deep.include({ countId: null });
      expect(stage.kind === 'asking' && stage.row.quantity).to.equal('36');
      session.dispatch({ type: 'answer', mode: 'add' });
      expect((await counting(({ form }) => form.item === null)).lastCounted?.quantity).to.equal('40');
      await until(({ outbox }) => outbox.unknown.length === 1 && outbox.pause !== null);
      online();
      await until(state => state.outbox.done.length === 2);
      expect(gateway.recorded.filter(({ mode }) => mode === 'add')).to.have.lengthOf(1);
      expect(atHost()).to.deep.equal(['ART-118 40']);
    });

    it('has all of it after a reload, and sends it then', async () => {
      await count('Item-MOB-ART-118', '36');
      await count('Item-MOB-ART-118', '4', 'add');
      scans.next('B-01-01');
      await counting(({ form }) => form.location?.code === 'B-01-01');
      await count('Item-MOB-ART-204', '7');
      await reload();
      const { opened } = await until(state => state.opened?.rows.rows.length === 2);
      expect(
        [...(opened?.rows.rows ?? [])].map(each => `${each.itemCode} ${each.quantity} ${each.pending}`),
      ).to.deep.equal(['ART-204 7 waiting', 'ART-118 40 waiting']);
      online();
      await until(state => state.outbox.done.length === 3);
      expect(atHost().sort()).to.deep.equal(['ART-118 40', 'ART-204 7']);
    });

    it('goes on after a reload where the host answers nothing at all', async () => {
      await count('Item-MOB-ART-118', '36');
      await until(state => state.outbox.unknown.length === 1);
      session.dispose();
      gateway.down = true;
      start();
      const { host } = await until(state => state.host.status === 'ready');
      expect(host).to.deep.include({ fromDevice: true });
      await until(state => state.outbox.unknown.length === 1);
      gateway.down = false;
      online();
      await until(state => state.host.status === 'ready' && !state.host.fromDevice);
      await until(state => state.outbox.done.length === 1);
    });

    it('says that the host is silent where its work can’t be opened either, and goes on once it can', async () => {
      session.dispose();
      gateway.down = true;
      const open = device.open.bind(device);
      device.open = () => Promise.reject(new Error('A part of the code could not be loaded'));
      start();
      const { host } = await until(state => state.host.status === 'failed');
      expect(host).to.have.nested.property('failure.kind', 'unreachable');
      device.open = open;
      session.dispatch({ type: 'open-list', listId: '1', mode: 'count' });
      await until(state => state.host.status === 'ready');
    });

    it('keeps the form filled where the disk is full, and says so', async () => {
      device.disk('ana').capacity = 10;
      await enter('Item-MOB-ART-118', '36');
      await confirm();
      const { notice, form } = await counting(state => state.notice !== null);
      expect(notice).to.deep.equal({ code: 'not-saved', problem: 'full' });
      expect(form.quantityText).to.equal('36');
      expect(tones.at(-1)).to.equal('error');
    });

    it('parks a code it does not know, and takes it up again when the host answers', async () => {
      gateway.failures.set('items', new UnreachableError('down'));
      scans.next('Item-MOB-ART-204');
      await counting(({ form }) => form.parked !== null);
      session.dispatch({ type: 'field-typed', field: 'quantity', text: '12' });
      await confirm();
      const { parked } = await until(state => state.parked.length === 1);
      expect(parked[0]).to.deep.include({ quantityText: '12', meaning: 'unasked' });
      expect(parked[0]?.location?.code).to.equal('A-01-02');
      expect([...device.parkedReads.values()].map(({ quantityText }) => quantityText)).to.deep.equal(['12']);
      online();
      const known = await until(state => state.parked[0]?.meaning === 'known');
      session.dispatch({ type: 'finish-parked', id: known.parked[0]?.id ?? '' });
      await counting(({ form }) => form.item?.item.code === 'ART-204' && form.existing === null);
      await confirm();
      await until(state => state.parked.length === 0 && state.outbox.done.length === 1);
      expect(atHost()).to.deep.equal(['ART-204 12']);
      expect(device.parkedReads.size).to.equal(0);
    });

    it('lets a person name the item of a code that the host does not know either', async () => {
      gateway.failures.set('items', new UnreachableError('down'));
      scans.next('XYZ-1');
      await counting(({ form }) => form.parked !== null);
      session.dispatch({ type: 'field-typed', field: 'quantity', text: '12' });
      await confirm();
      online();
      const unknown = await until(state => state.parked[0]?.meaning === 'unknown');
      session.dispatch({ type: 'finish-parked', id: unknown.parked[0]?.id ?? '' });
      await counting(({ notice }) => notice?.code === 'name-item');
      scans.next('Item-MOB-ART-204');
      await counting(({ form }) => form.item?.item.code === 'ART-204' && form.existing === null);
      await confirm();
      await until(state => state.parked.length === 0 && state.outbox.done.length === 1);
      expect(atHost()).to.deep.equal(['ART-204 12']);
      expect(device.parkedReads.size).to.equal(0);
    });

    it('shows parked reads after a reload until a person discards them', async () => {
      gateway.failures.set('items', new UnreachableError('down'));
      scans.next('X-9');
      await until(state => state.parked.length === 1);
      await reload();
      const { parked } = await until(state => state.parked.length === 1);
      session.dispatch({ type: 'discard-parked', id: parked[0]?.id ?? '' });
      await until(state => state.parked.length === 0);
      expect(device.parkedReads.size).to.equal(0);
    });

    it('keeps the half-filled form over a reload', async () => {
      await enter('Item-MOB-ART-118', '1,5');
      await reload();
      const { form, notice } = await counting(state => state.form.item !== null);
      expect([form.location?.code, form.quantityText, notice?.code]).to.deep.equal(['A-01-02', '1,5', 'restored']);
    });

    it('does not bring back a form that the operator left', async () => {
      await enter('Item-MOB-ART-118', '1,5');
      session.dispatch({ type: 'leave-anyway' });
      await openList();
      expect((await counting(() => true)).form.item).to.equal(null);
    });
  });

  describe('a count that the host does not take', () => {
    it('is asked about at once where the form is empty; what is answered is at the host', async () => {
      await enter('Item-MOB-ART-118', '5');
      gateway.put(identity(), '12');
      await confirm();
      const { stage, form } = await counting(({ stage: { kind } }) => kind === 'asking');
      expect(stage.kind === 'asking' && [stage.row.quantity, stage.countId]).to.deep.equal(['12', 'key-1']);
      expect(form.item).to.equal(null);
      session.dispatch({ type: 'answer', mode: 'add' });
      await until(state => state.outbox.done.length === 1);
      expect(atHost()).to.deep.equal(['ART-118 17']);
      expect((await counting(({ lastCounted }) => lastCounted?.quantity === '17')).lastSaved).to.equal(null);
    });

    it('leaves the form to what stands in it, and is said', async () => {
      let release = () => {};
      gateway.gates.set('recordCount', new Promise(resolve => (release = resolve)));
      await enter('Item-MOB-ART-118', '5');
      gateway.put(identity(), '12');
      await confirm();
      await enter('Item-MOB-ART-204', '7');
      release();
      const { notice, form, stage } = await counting(state => state.notice !== null);
      expect(notice).to.deep.include({ code: 'needs-attention', why: { kind: 'changed' } });
      expect([stage.kind, form.item?.item.code, form.quantityText]).to.deep.equal(['idle', 'ART-204', '7']);
      expect((await now()).outbox.attention).to.have.lengthOf(1);
      expect((await now()).opened?.rows.rows.find(each => each.itemCode === 'ART-118')?.pending).to.equal('attention');
    });

    it('is said with its reason, and stays until a person discards it', async () => {
      gateway.failures.set('recordCount', new ForbiddenError('no'));
      await count('Item-MOB-ART-118', '5');
      const { notice } = await counting(state => state.notice !== null);
      expect(notice).to.deep.include({ code: 'needs-attention', why: { kind: 'forbidden' } });
      const { outbox } = await until(state => state.outbox.attention.length === 1);
      session.dispatch({ type: 'outbox-discard', id: outbox.attention[0]?.id ?? '', reason: 'miscounted' });
      const { opened } = await until(state => state.outbox.discarded.length === 1);
      expect(opened?.rows.rows).to.have.lengthOf(0);
    });

    it('asks again where the discard is undone, and what was counted before can be undone after that', async () => {
      gateway.failures.set('recordCount', new ForbiddenError('no'));
      await count('Item-MOB-ART-118', '5');
      const { outbox } = await until(state => state.outbox.attention.length === 1);
      const id = outbox.attention[0]?.id ?? '';
      const before = (await now()).undo;
      session.dispatch({ type: 'outbox-discard', id, reason: 'miscounted' });
      const { discards } = await until(state => state.undo?.of === 'discarded');
      expect(discards).to.deep.equal([[id]]);
      session.dispatch({ type: 'undo' });
      const { notice } = await counting(state => state.notice?.code === 'undiscarded');
      expect(notice).to.deep.equal({ code: 'undiscarded', counts: 1 });
      const after = await until(state => state.outbox.attention.length === 1);
      expect([after.discards, after.undo?.id, after.outbox.discarded]).to.deep.equal([[], before?.id, []]);
    });

    it('stays discarded where its row has been counted since, and that is said', async () => {
      gateway.failures.set('recordCount', new ForbiddenError('no'));
      await count('Item-MOB-ART-118', '5');
      const { outbox } = await until(state => state.outbox.attention.length === 1);
      session.dispatch({ type: 'outbox-discard', id: outbox.attention[0]?.id ?? '', reason: 'miscounted' });
      await until(state => state.discards.length === 1);
      gateway.failures.clear();
      await count('Item-MOB-ART-118', '6');
      await until(state => state.outbox.done.length === 1);
      session.dispatch({ type: 'outbox-restore' });
      const { outboxProblem, discards } = await until(state => state.outboxProblem !== null);
      expect([outboxProblem?.kind, discards]).to.deep.equal(['not-possible', []]);
      expect((await now()).outbox.discarded).to.have.lengthOf(1);
    });

    it('for a sign-in that has expired, waits and is said once', async () => {
      gateway.failures.set('recordCount', new SignedOutError('expired'));
      await count('Item-MOB-ART-118', '5');
      const { notice } = await counting(state => state.notice !== null);
      expect(notice).to.deep.equal({ code: 'sending-paused', why: 'signed-out' });
      gateway.failures.clear();
      session.dispatch({ type: 'outbox-send-now' });
      await until(state => state.outbox.done.length === 1);
    });
  });

  describe('asked to undo the last count', () => {
    it('says so where nothing was confirmed', async () => {
      session.dispatch({ type: 'undo' });
      const { notice } = await counting(state => state.notice !== null);
      expect(notice).to.deep.equal({ code: 'not-undone', problem: { kind: 'nothing' } });
    });

    it('takes back what was never sent, and keeps it in the history', async () => {
      gateway.gates.set('recordCount', new Promise(() => undefined));
      // Two for one row: the second waits behind the first, which is on its way.
      await count('Item-MOB-ART-118', '5');
      await count('Item-MOB-ART-118', '2', 'add');
      expect(lastCount(await until(state => lastCount(state)?.way === 'withdraw'))?.row.quantity).to.equal('7');
      session.dispatch({ type: 'undo' });
      const { outbox, opened, undo } = await until(state => state.outbox.discarded.length === 1);
      expect(outbox.discarded[0]?.fate).to.have.nested.property('discard.kind', 'withdrawn');
      expect([...(opened?.rows.rows ?? [])].map(({ quantity }) => quantity)).to.deep.equal(['5']);
      expect((await counting(({ notice }) => notice !== null)).notice?.code).to.equal('undone');
      expect(undo?.status === 'undone' || undo?.status === 'running').to.equal(true);
    });

    it('says so where somebody else is signed in by now, and undoes nothing', async () => {
      session.dispose();
      gateway.settings = { ...gateway.settings, capabilities: { ...gateway.settings.capabilities, undo: true } };
      start();
      await openList();
      scans.next('A-01-02');
      gateway.failures.set('undoCount', new OtherUserError('Mihai is'));
      await count('Item-MOB-ART-118', '5');
      await until(state => lastCount(state)?.way === 'host');
      session.dispatch({ type: 'undo' });
      const { notice } = await counting(state => state.notice?.code === 'not-undone');
      expect(notice).to.deep.equal({ code: 'not-undone', problem: { kind: 'other-user' } });
      expect(lastCount(await now())?.status).to.equal('possible');
    });

    describe('where a read was parked since', () => {
      const park = async (text: string, quantity: string) => {
        scans.next(text);
        await counting(({ form }) => form.parked?.text === text);
        session.dispatch({ type: 'field-typed', field: 'quantity', text: quantity });
      };
      beforeEach(() => {
        gateway.failures.set('items', new UnreachableError('down'));
        gateway.failures.set('recordCount', new UnreachableError('down'));
      });

      it('takes that back, and leaves the count before it', async () => {
        gateway.failures.delete('items');
        await count('Item-MOB-ART-118', '9');
        gateway.failures.set('items', new UnreachableError('down'));
        await park('Item-XYZ-1', '5');
        await confirm();
        expect((await counting(({ notice }) => notice !== null)).notice).to.deep.equal({
          code: 'kept',
          text: 'Item-XYZ-1',
          quantity: '5',
        });
        session.dispatch({ type: 'undo' });
        const { notice } = await counting(state => state.notice?.code !== 'kept');
        expect(notice).to.deep.equal({ code: 'not-kept', text: 'Item-XYZ-1' });
        const { parked, undo, outbox } = await now();
        expect([parked, undo?.status, outbox.discarded]).to.deep.equal([[], 'undone', []]);
        expect(device.parkedReads.size).to.equal(0);
        session.dispatch({ type: 'undo' });
        expect((await counting(state => state.notice?.code === 'not-undone')).notice).to.deep.equal({
          code: 'not-undone',
          problem: { kind: 'nothing' },
        });
      });

      it('takes it back while it stands in the form, with what was typed', async () => {
        await park('X-9', '5');
        session.dispatch({ type: 'undo' });
        const { form } = await counting(state => state.form.parked === null);
        expect(form.quantityText).to.equal('');
        expect([(await now()).parked, device.parkedReads.size]).to.deep.equal([[], 0]);
      });

      it('takes back the count, where that came last', async () => {
        await park('X-9', '5');
        await confirm();
        gateway.failures.clear();
        device.online();
        gateway.put(identity(), '12');
        await count('Item-MOB-ART-118', '9', 'add');
        await until(state => state.outbox.done.length === 1 && lastCount(state)?.way === 'count-back');
        session.dispatch({ type: 'undo' });
        await counting(({ notice }) => notice?.code === 'undone');
        expect((await now()).parked.map(({ quantityText }) => quantityText)).to.deep.equal(['5']);
      });

      it('leaves one of earlier as it was, which was taken up again and parked anew', async () => {
        await park('X-9', '5');
        await confirm();
        const { parked } = await until(state => state.parked[0]?.quantityText === '5');
        session.dispatch({ type: 'leave-anyway' });
        await openList();
        session.dispatch({ type: 'finish-parked', id: parked[0]?.id ?? '' });
        await counting(({ form }) => form.parked !== null);
        session.dispatch({ type: 'field-typed', field: 'quantity', text: '6' });
        await confirm();
        await until(state => state.parked[0]?.quantityText === '6');
        session.dispatch({ type: 'undo' });
        await until(state => state.parked[0]?.quantityText === '5');
        expect([...device.parkedReads.values()].map(({ quantityText }) => quantityText)).to.deep.equal(['5']);
      });

      it('says that there is nothing, where a person has discarded it since', async () => {
        await park('X-9', '5');
        await confirm();
        const { parked } = await until(state => state.parked.length === 1);
        session.dispatch({ type: 'discard-parked', id: parked[0]?.id ?? '' });
        expect((await until(state => state.parked.length === 0)).undo).to.equal(null);
        session.dispatch({ type: 'undo' });
        expect((await counting(({ notice }) => notice?.code === 'not-undone')).notice).to.deep.include({
          problem: { kind: 'nothing' },
        });
      });

      it('keeps each read of its own, whatever was read before and after the page was left', async () => {
        await park('X-9', '5');
        await reload();
        await counting(({ form }) => form.parked !== null);
        await confirm();
        await park('X-10', '6');
        await confirm();
        await until(state => state.parked.some(({ quantityText }) => quantityText === '6'));
        const kept = [...device.parkedReads.values()].map(({ read, quantityText }) => `${read.text}: ${quantityText}`);
        expect(kept).to.have.members(['X-9: 5', 'X-10: 6']);
      });

      it('keeps one read for one that stood in the form when the page was left', async () => {
        await park('X-9', '5');
        await reload();
        await counting(({ form }) => form.parked !== null);
        await confirm();
        await until(state => state.parked.some(({ quantityText }) => quantityText === '5'));
        expect(device.parkedReads.size).to.equal(1);
      });
    });

    it('says of one that is on its way that it is', async () => {
      gateway.gates.set('recordCount', new Promise(() => undefined));
      await count('Item-MOB-ART-118', '5');
      await until(state => state.outbox.sending.length === 1);
      session.dispatch({ type: 'undo' });
      const { notice } = await counting(state => state.notice !== null);
      expect(notice).to.deep.equal({ code: 'not-undone', problem: { kind: 'under-way' } });
    });

    it('has the host take back what it has, where it can', async () => {
      session.dispose();
      gateway.settings = { ...gateway.settings, capabilities: { idempotencyKeys: true, versions: true, undo: true } };
      start();
      await openList();
      scans.next('A-01-02');
      await count('Item-MOB-ART-118', '5');
      await until(state => lastCount(state)?.way === 'host');
      session.dispatch({ type: 'undo' });
      await until(state => state.undo?.status === 'undone');
      expect(atHost()).to.be.empty;
      expect((await now()).opened?.rows.rows).to.have.lengthOf(0);
      expect(gateway.undone.map(each => each.device)).to.deep.equal(['MC33-07']);
    });

    it('tells the host of no device where it has no name', async () => {
      session.dispose();
      device.device = '';
      gateway.settings = { ...gateway.settings, capabilities: { idempotencyKeys: true, versions: true, undo: true } };
      start();
      await openList();
      scans.next('A-01-02');
      await count('Item-MOB-ART-118', '5');
      await until(state => lastCount(state)?.way === 'host');
      session.dispatch({ type: 'undo' });
      await until(state => state.undo?.status === 'undone');
      expect([...gateway.recorded, ...gateway.undone].map(each => each.device)).to.deep.equal([null, null]);
    });

    it('counts back to what was there before, where the host can not', async () => {
      gateway.put(identity(), '12');
      await count('Item-MOB-ART-118', '5', 'add');
      await until(state => state.outbox.done.length === 1 && lastCount(state)?.way === 'count-back');
      expect(atHost()).to.deep.equal(['ART-118 17']);
      session.dispatch({ type: 'undo' });
      await until(state => state.outbox.done.length === 2);
      expect(atHost()).to.deep.equal(['ART-118 12']);
    });

    it('counts back behind one that is on its way, where what was there before is known', async () => {
      gateway.put(identity(), '12');
      let release = () => {};
      gateway.gates.set('recordCount', new Promise(resolve => (release = resolve)));
      await count('Item-MOB-ART-118', '5', 'add');
      await until(state => lastCount(state)?.way === 'count-back');
      session.dispatch({ type: 'undo' });
      await until(state => state.undo?.status === 'undone');
      gateway.gates.clear();
      release();
      await until(state => state.outbox.done.length === 2);
      expect(atHost()).to.deep.equal(['ART-118 12']);
    });

    it('says where what was there before is not known', async () => {
      await count('Item-MOB-ART-118', '5');
      await until(state => state.outbox.done.length === 1);
      session.dispatch({ type: 'undo' });
      const { notice } = await counting(state => state.notice !== null);
      expect(notice).to.deep.equal({ code: 'not-undone', problem: { kind: 'unknown-before' } });
      expect(atHost()).to.deep.equal(['ART-118 5']);
    });
  });

  it('tells the history of a row: what the host keeps, and this device has besides', async () => {
    await count('Item-MOB-ART-118', '5');
    const { opened } = await until(state => state.outbox.done.length === 1);
    session.dispatch({ type: 'show-history', rowId: opened?.rows.rows.at(0)?.id ?? '' });
    const { history } = await until(state => state.history !== null);
    expect(history?.status).to.equal('here-only');
    expect(history?.here.map(record => [record.id, record.request.barcode])).to.deep.equal([
      ['key-1', 'Item-MOB-ART-118'],
    ]);
    session.dispatch({ type: 'close-history' });
    expect((await now()).history).to.equal(null);
  });

  it('where the browser keeps nothing, waits with Confirm for the host', async () => {
    session.dispose();
    device.storage = 'none';
    device.disks.clear();
    start();
    await openList();
    scans.next('A-01-02');
    let release = () => {};
    gateway.gates.set('recordCount', new Promise(resolve => (release = resolve)));
    await enter('Item-MOB-ART-118', '5');
    session.dispatch({ type: 'confirm' });
    const { outbox } = await until(state => state.outbox.sending.length === 1);
    expect(outbox.storage).to.equal('none');
    expect((await counting(() => true)).stage.kind).to.equal('recording');
    release();
    expect((await counting(({ lastCounted }) => lastCounted !== null)).lastSaved).to.equal(null);
    expect(told('count-recorded')).to.have.lengthOf(1);
  });

  describe('logging out', () => {
    const pending = async () => {
      gateway.failures.set('recordCount', new UnreachableError('down'));
      await count('Item-MOB-ART-118', '5');
      await until(({ outbox }) => outbox.unknown.length === 1 && outbox.pause !== null);
    };

    it('is done at once where nothing is left behind, and nothing can be read after it', async () => {
      await count('Item-MOB-ART-118', '5');
      await until(state => state.outbox.done.length === 1);
      session.dispatch({ type: 'log-out' });
      const { outbox, opened, search } = await until(state => state.host.status === 'logged-out');
      expect([outbox.done.length, opened, search.lists.length]).to.deep.equal([0, null, 0]);
      expect([device.remembered, device.drafts.size, device.disk('ana').rows.size]).to.deep.equal([null, 0, 0]);
      expect(events.at(-1)).to.deep.equal({ type: 'logged-out', detail: { unfinished: 0 } });
    });

    it('asks where counts would stay behind; staying changes nothing', async () => {
      await pending();
      session.dispatch({ type: 'log-out' });
      const { logOut } = await until(state => state.logOut !== null);
      expect(logOut).to.deep.equal({ status: 'asking', unfinished: 1, parked: 0, canKeep: true, canDiscard: false });
      session.dispatch({ type: 'log-out-answer', answer: 'stay' });
      expect((await now()).logOut).to.equal(null);
      expect((await now()).opened).to.not.equal(null);
    });

    it('sends first, and is done when all is at the host', async () => {
      await pending();
      session.dispatch({ type: 'log-out' });
      gateway.failures.clear();
      session.dispatch({ type: 'log-out-answer', answer: 'send' });
      await until(state => state.host.status === 'logged-out');
      expect(atHost()).to.deep.equal(['ART-118 5']);
    });

    it('leaves agreed counts on this device, for their operator alone', async () => {
      await pending();
      session.dispatch({ type: 'log-out' });
      session.dispatch({ type: 'log-out-answer', answer: 'keep' });
      await until(state => state.host.status === 'logged-out');
      gateway.operator = () => Promise.resolve({ userName: 'mihai', name: 'Mihai Ionescu', roles: ['counter'] });
      gateway.failures.clear();
      session.dispatch({ type: 'connect' });
      const { outbox } = await until(state => state.host.status === 'ready' && state.outbox.ready);
      expect(outbox.unknown).to.be.empty;
      expect(atHost()).to.be.empty;
    });

    it('discards only for a supervisor, and with a reason', async () => {
      gateway.failures.set('recordCount', new ForbiddenError('no'));
      await count('Item-MOB-ART-118', '5');
      await until(state => state.outbox.attention.length === 1);
      session.dispatch({ type: 'log-out' });
      session.dispatch({ type: 'log-out-answer', answer: 'discard', reason: 'counted twice' });
      expect((await now()).outbox.attention).to.have.lengthOf(1);
    });
  });

  it('shows nothing of one operator to the next, whoever signs in', async () => {
    gateway.failures.set('recordCount', new UnreachableError('down'));
    await count('Item-MOB-ART-118', '5');
    gateway.operator = () => Promise.resolve({ userName: 'mihai', name: 'Mihai Ionescu', roles: ['counter'] });
    session.dispatch({ type: 'connect' });
    const { opened, undo } = await until(
      state => state.host.status === 'ready' && state.host.operator.userName === 'mihai' && state.outbox.ready,
    );
    expect([opened, undo]).to.deep.equal([null, null]);
    expect((await now()).outbox.unknown).to.be.empty;
    expect(device.disk('ana').rows.size).to.equal(1);
  });

  it('keeps counts for whoever signed in last, though somebody else came in between', async () => {
    session.dispose();
    const open = device.open.bind(device);
    const opening = new Map<string, () => void>();
    device.open = async (operator, configuration) => {
      await new Promise<void>(resolve => opening.set(operator.userName, resolve));
      return open(operator, configuration);
    };
    const signIn = async (userName: string, connect: () => void) => {
      gateway.operator = () => Promise.resolve({ userName, name: userName, roles: ['counter'] });
      connect();
      await waitUntil(() => opening.has(userName));
    };
    await signIn('ana', start);
    await signIn('mihai', () => session.dispatch({ type: 'connect' }));
    opening.get('ana')?.();
    opening.get('mihai')?.();
    await openList();
    scans.next('A-01-02');
    await count('Item-MOB-ART-118', '5');
    const { host } = await until(state => state.outbox.done.length === 1);
    expect(host.status === 'ready' && host.operator.userName).to.equal('mihai');
    expect(device.disk('ana').rows.size).to.equal(0);
    expect(device.disk('mihai').rows.size).to.equal(1);
  });

  it('asks on what another count of this device left, however fast it was confirmed', async () => {
    gateway.failures.set('recordCount', new UnreachableError('down'));
    await count('Item-MOB-ART-204', '5');
    scans.next('Item-MOB-ART-204');
    await counting(({ form }) => form.item !== null);
    session.dispatch({ type: 'field-typed', field: 'quantity', text: '2' });
    session.dispatch({ type: 'confirm' });
    const { stage } = await counting(({ stage: { kind } }) => kind === 'asking');
    expect(stage.kind === 'asking' && [stage.row.quantity, stage.row.itemCode]).to.deep.equal(['5', SECOND.itemCode]);
  });
});
