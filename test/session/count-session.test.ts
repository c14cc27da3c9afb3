import { expect } from '@open-wc/testing';
import { Subject, firstValueFrom } from 'rxjs';
import type { CountingState } from '../../src/domain/counting/state.ts';
import { fromObservable } from '../../src/scanner/from-observable.ts';
import type { ScanReject } from '../../src/scanner/scan.ts';
import { SignedOutError, UnreachableError } from '../../src/services/errors.ts';
import { type CountSession, createCountSession } from '../../src/session/count-session.ts';
import type { SessionPorts } from '../../src/session/ports.ts';
import type { InventarEvent, InventarState } from '../../src/session/state/session-state.ts';
import { inBothWays } from '../support/both-ways.ts';
import { FakeDevice } from '../support/fake-device.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { list, location, row } from '../support/fixtures.ts';
import { countingWhere, stateWhere } from '../support/session-states.ts';

inBothWays('A counting session', way => {
  let gateway: FakeGateway;
  let scans: Subject<string>;
  let session: CountSession;
  let tones: string[];
  let events: InventarEvent[];
  let keys = 0;

  const start = (more: Partial<SessionPorts> = {}) => {
    session = createCountSession({
      gateway,
      device: new FakeDevice(gateway, way),
      sources: [fromObservable(scans)],
      feedback: { signal: tone => tones.push(tone), dispose: () => undefined },
      mintKey: () => `key-${++keys}`,
      ...more,
    });
    session.events$.subscribe(event => events.push(event));
  };
  const until = (isWanted: (state: InventarState) => boolean) => stateWhere(session, isWanted);
  const counting = (isWanted: (counting: CountingState) => boolean) => countingWhere(session, isWanted);
  const openList = async () => {
    session.dispatch({ type: 'open-list', listId: '1', mode: 'count' });
    await until(state => state.opened?.status === 'open');
  };

  beforeEach(() => {
    gateway = new FakeGateway();
    scans = new Subject();
    tones = [];
    events = [];
    keys = 0;
    start();
  });
  afterEach(() => session.dispose());

  it('knows its operator once it is connected, and replays its state to whoever comes later', async () => {
    const { host } = await until(state => state.host.status === 'ready');
    expect(host).to.deep.include({
      status: 'ready',
      operator: { userName: 'ana', name: 'Ana Pop', roles: ['counter'] },
    });
    expect((await firstValueFrom(session.state$)).host).to.equal(host);
  });

  it('says when the host can not be reached, and tries again', async () => {
    session.dispose();
    gateway.failures.set('operator', new UnreachableError('down'));
    start();
    expect((await until(state => state.host.status === 'failed')).host).to.deep.include({
      failure: { kind: 'unreachable' },
    });
    gateway.failures.clear();
    session.dispatch({ type: 'connect' });
    await until(state => state.host.status === 'ready');
  });

  for (const apostropheAsDash of [false, true]) {
    it(`takes an apostrophe for a dash only where the page wants that: ${apostropheAsDash}`, async () => {
      session.dispose();
      start({ running: { apostropheAsDash } });
      await openList();
      scans.next("Item'MOB'ART-118");
      const { form, notice } = await counting(after => after.notice !== null || after.form.item !== null);
      expect(form.item?.item.code).to.equal(apostropheAsDash ? 'ART-118' : undefined);
      expect(notice?.code).to.equal(apostropheAsDash ? undefined : 'unknown-code');
    });
  }

  it('searches: searching, then what was found; a search that fails says why', async () => {
    session.dispatch({ type: 'search', query: { number: '12' } });
    expect((await firstValueFrom(session.state$)).search.status).to.equal('searching');
    const { search } = await until(state => state.search.status === 'done');
    expect(search.lists).to.have.lengthOf(1);
    expect(search.selectedListId).to.equal('1', 'the only list is selected');
    gateway.failures.set('inventories', new SignedOutError('expired'));
    session.dispatch({ type: 'search', query: {} });
    expect((await until(state => state.search.status === 'failed')).search.failure).to.deep.equal({
      kind: 'signed-out',
    });
  });

  it('shows the answer of the last search only', async () => {
    let release = () => {};
    gateway.gates.set('inventories', new Promise(resolve => (release = resolve)));
    session.dispatch({ type: 'search', query: { number: '1' } });
    gateway.gates.clear();
    session.dispatch({ type: 'search', query: { number: '2' } });
    await until(state => state.search.status === 'done');
    release();
    expect((await firstValueFrom(session.state$)).search.query).to.deep.equal({ number: '2' });
  });

  it('counts what is scanned: tokenizer, look-up, row already there, record, row in the list', async () => {
    await openList();
    scans.next('A-01-02');
    scans.next('Item-MOB-ART-118');
    await counting(({ form }) => form.item !== null);
    session.dispatch({ type: 'field-typed', field: 'quantity', text: '36' });
    session.dispatch({ type: 'confirm' });
    await until(state => state.outbox.done.length === 1 && state.opened?.counting?.lastCounted != null);
    expect(gateway.recorded.map(({ key, mode, entry }) => [key, mode, entry.quantity])).to.deep.equal([
      ['key-1', 'new', '36'],
    ]);
    // What shows rows may be there before or after what tells the progress.
    await until(({ opened }) => opened?.rows.rows.at(0)?.quantity === '36' && opened.list?.progress?.counted === 3);
    const saved = way === 'device' ? ['count-saved'] : [];
    expect(events.map(event => event.type)).to.deep.equal(['list-opened', ...saved, 'count-recorded']);
  });

  it('keeps scans in order while the host takes its time', async () => {
    await openList();
    let release = () => {};
    gateway.gates.set('items', new Promise(resolve => (release = resolve)));
    scans.next('A-01-02');
    scans.next('Item-MOB-ART-118');
    expect((await counting(({ waiting }) => waiting.length === 1)).stage.kind).to.equal('resolving');
    gateway.gates.clear();
    release();
    const { form } = await counting(({ form: { item } }) => item !== null);
    expect([form.location?.code, form.item?.item.code]).to.deep.equal(['A-01-02', 'ART-118']);
  });

  it('finds item and location by a part of code or description when it is typed, and never when it is scanned', async () => {
    await openList();
    session.dispatch({ type: 'type-code', text: 'Scaun' });
    const { stage } = await counting(state => state.stage.kind === 'choosing');
    expect(stage.kind === 'choosing' && stage.options.length).to.equal(2);
    session.dispatch({ type: 'choice-cancelled' });
    scans.next('Scaun');
    expect((await counting(({ notice }) => notice !== null)).notice?.code).to.equal('unknown-code');
  });

  it('names a location of another warehouse as such', async () => {
    gateway.foundLocations = [location('V-01-01', { warehouse: '02' })];
    await openList();
    scans.next('V-01-01');
    expect((await counting(({ notice }) => notice !== null)).notice?.code).to.equal('other-warehouse');
    expect(tones).to.include('error');
    expect(events.at(-1)).to.deep.equal({ type: 'error', detail: { code: 'other-warehouse', listId: '1' } });
  });

  it('says of a scan that nobody takes that no list is open', async () => {
    scans.next('A-01-02');
    expect((await firstValueFrom(session.state$)).unusedScan).to.equal('A-01-02');
    expect(tones).to.deep.equal(['error']);
  });

  it('says of a scan of which only pieces arrived that it is to be scanned again, and keeps saying it', async () => {
    session.dispose();
    const rejects$ = new Subject<ScanReject>();
    session = createCountSession({
      gateway,
      device: new FakeDevice(gateway, way),
      sources: [{ ...fromObservable(scans), rejects$ }],
      feedback: { signal: tone => tones.push(tone), dispose: () => undefined },
      mintKey: () => 'key',
    });
    await openList();
    rejects$.next({ text: 'Item-MO', reason: 'too-slow', sourceId: 'keyboard', at: 0 });
    expect((await counting(({ notice }) => notice !== null)).notice).to.deep.equal({
      code: 'broken-scan',
      text: 'Item-MO',
    });
    expect(tones).to.deep.equal(['error']);
  });

  it('loses nothing when a scanner connects or drops: the session and what was typed stay (rule 11)', async () => {
    await openList();
    scans.next('A-01-02');
    scans.next('Item-MOB-ART-118');
    await counting(({ form }) => form.item !== null);
    session.dispatch({ type: 'field-typed', field: 'quantity', text: '36' });
    const { host } = await firstValueFrom(session.state$);
    scans.error(new Error('Bluetooth connection lost'));
    const after = await firstValueFrom(session.state$);
    expect(after.host).to.equal(host, 'nobody is signed in anew');
    expect(after.opened?.counting?.form).to.deep.include({ quantityText: '36' });
    session.dispatch({ type: 'confirm' });
    await counting(({ lastCounted }) => lastCounted !== null);
  });

  it('asks before it leaves what is unfinished; staying changes nothing', async () => {
    await openList();
    scans.next('Item-MOB-ART-118');
    await counting(({ form }) => form.item !== null);
    session.dispatch({ type: 'field-typed', field: 'quantity', text: '3' });
    session.dispatch({ type: 'leave-list' });
    expect((await until(state => state.opened?.leaving === true)).opened?.counting?.form.quantityText).to.equal('3');
    expect(session.hearsKeys()).to.equal(false, 'the dialog has the top claim');
    session.dispatch({ type: 'stay' });
    expect(session.hearsKeys()).to.equal(true);
    session.dispatch({ type: 'leave-list' });
    session.dispatch({ type: 'leave-anyway' });
    await until(state => state.opened === null);
    expect(events.at(-1)).to.deep.equal({ type: 'list-left', detail: { listId: '1' } });
  });

  it('opens another list only after asking about what is unfinished in this one', async () => {
    await openList();
    scans.next('Item-MOB-ART-118');
    await counting(({ form }) => form.item !== null);
    session.dispatch({ type: 'field-typed', field: 'quantity', text: '3' });
    session.dispatch({ type: 'open-list', listId: '2', mode: 'count' });
    const { opened } = await firstValueFrom(session.state$);
    expect(opened).to.deep.include({ listId: '1', leaving: true });
    session.dispatch({ type: 'leave-anyway' });
    await until(state => state.opened?.listId === '2' && state.opened.status === 'open');
  });

  it('opens a closed list to be viewed only (rule 1)', async () => {
    gateway.foundLists = [list({ closingDate: '2026-11-20' })];
    await openList();
    const { opened } = await firstValueFrom(session.state$);
    expect(opened).to.deep.include({ mode: 'view', counting: null });
    expect(session.hearsKeys()).to.equal(false);
  });

  it('opens no list without knowing how codes are read', async () => {
    session.dispose();
    gateway.failures.set('configuration', new UnreachableError('down'));
    start();
    session.dispatch({ type: 'open-list', listId: '1', mode: 'count' });
    expect((await until(state => state.opened?.status === 'failed')).opened?.failure).to.deep.equal({
      kind: 'unreachable',
    });
  });

  it('takes no answer for a list that was left meanwhile', async () => {
    await openList();
    let release = () => {};
    gateway.gates.set('items', new Promise(resolve => (release = resolve)));
    scans.next('Item-MOB-ART-118');
    session.dispatch({ type: 'leave-anyway' });
    await openList();
    release();
    await Promise.resolve();
    expect((await counting(() => true)).form.item).to.equal(null);
  });

  it('keeps the rows as they are asked for: newest first, or counted only', async () => {
    gateway.allRows = [row({ id: '1', quantity: null }), row({ id: '2' })];
    await openList();
    expect((await until(state => state.opened?.rows.status === 'ready')).opened?.rows.rows).to.have.lengthOf(2);
    session.dispatch({ type: 'query-rows', query: { order: 'newest', status: 'counted' } });
    await until(state => state.opened?.rows.rows.length === 1);
  });

  it('hears nothing more once it is disposed of', () => {
    session.dispose();
    expect(scans.observed).to.equal(false);
  });

  it('gives scans to whoever takes them, and to counting again afterwards', async () => {
    await openList();
    const taken: string[] = [];
    const giveBack = session.takeScans(({ text }) => taken.push(text));
    expect(session.hearsKeys()).to.equal(false, 'keys are not of counting either');
    scans.next('A-01-02');
    expect(taken).to.deep.equal(['A-01-02']);
    giveBack();
    expect(session.hearsKeys()).to.equal(true);
    scans.next('B-01-01');
    const { form } = await counting(each => each.form.location !== null);
    expect([form.location?.code, taken.length]).to.deep.equal(['B-01-01', 1]);
  });

  it('keeps scans with who took them while a list opens', async () => {
    const taken: string[] = [];
    session.takeScans(({ text }) => taken.push(text));
    await openList();
    scans.next('A-01-02');
    expect(taken).to.deep.equal(['A-01-02']);
  });

  it('remembers what was read last as a whole', async () => {
    await openList();
    scans.next('Item-MOBX-ART');
    const { opened } = await until(state => state.opened?.counting?.notice != null);
    expect([opened?.lastRead, opened?.counting?.notice]).to.deep.equal([
      'Item-MOBX-ART',
      { code: 'unknown-item', text: 'MOBX-ART' },
    ]);
  });
});
