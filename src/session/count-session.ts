import { BehaviorSubject, type Observable, Subject, filter } from 'rxjs';
import { hasUnfinishedWork } from '../domain/count-form.ts';
import type { CodeRead } from '../domain/code-read.ts';
import { COMMANDS, type CommandRead } from '../domain/command.ts';
import { counting, openCounting } from '../domain/counting.ts';
import type { CountingEffect, CountingEvent } from '../domain/counting-events.ts';
import { leavesOutcomeOpen } from '../domain/failure.ts';
import { type InventoryList, type Operator, isClosed } from '../domain/inventory.ts';
import { toneOf } from '../domain/notice.ts';
import { COMMAND_PREFIX, readCommand } from '../scanner/commands.ts';
import type { Scan, ScanSource } from '../scanner/scan.ts';
import type { HostConfiguration, InventoryQuery, RowQuery } from '../services/inventory-gateway.ts';
import type { OutboxState } from '../outbox/types.ts';
import { type BarcodeReader, type Gs1Parser, type Tokenizer, createBarcodeReader } from '../tokenizer/index.ts';
import { answerOf } from './answer-effect.ts';
import { failureOf } from './failures.ts';
import { type Gs1Loading, loadGs1 } from './gs1-loading.ts';
import { interpret } from './interpret-reading.ts';
import type { Keeping, KeepingPorts, LastSession } from './keeping.ts';
import { type OfflineDesk, createOfflineDesk, isDeviceEffect } from './offline-desk.ts';
import { INITIAL_OFFLINE, isOfflineAction } from './offline-state.ts';
import { createPendingRows } from './pending-rows.ts';
import type { SessionPorts } from './ports.ts';
import { NO_ROWS, arrived, asked, withPending, withRecorded } from './rows-flow.ts';
import { type FormReceiver, createScanIntake } from './scan-intake.ts';
import { createScannerDesk } from './scanner-desk.ts';
import type { ScannersState } from './scanners-state.ts';
import {
  INITIAL_STATE,
  type InventarAction,
  type InventarEvent,
  type InventarState,
  type OpenMode,
  type OpenedList,
  type RowsState,
} from './session-state.ts';

export interface CountSession {
  /** All its sources of scans, for views that show more of one than its state. */
  readonly sources: readonly ScanSource[];
  /** Replays the current state to each subscriber. */
  readonly state$: Observable<InventarState>;
  readonly events$: Observable<InventarEvent>;
  dispatch(action: InventarAction): void;
  /** Whether counting hears its keys now: no dialog stands over the form. */
  hearsKeys(): boolean;
  /** Gives each scan to this receiver, instead of counting, until what it returns is called. */
  takeScans(receiver: (scan: Scan) => void): () => void;
  dispose(): void;
}

/** What counting has a use for; of two tokenizers with the same head, one of these is meant. */
const COUNTED = ['FSItem', 'FSItemVariant', 'FSLocation', 'FSBatchRegister', 'FSSerialNumber'];

/** Joins scans, tokenizer, counting and gateway. Runs the effects of counting; holds no rule of its own. */
export function createCountSession(ports: SessionPorts): CountSession {
  const { feedback, mintKey, keeping } = ports;
  const state$ = new BehaviorSubject<InventarState>(INITIAL_STATE);
  const events$ = new Subject<InventarEvent>();
  const aborter = new AbortController();
  const { signal } = aborter;
  let tokenizers: readonly Tokenizer[] = [];
  let gs1: Gs1Parser | undefined;
  let reader: BarcodeReader = createBarcodeReader();
  const renewReader = () => (reader = createBarcodeReader({ tokenizers, gs1, acceptedMainObjects: COUNTED }));
  let policies: HostConfiguration['policies'] = { newLots: false, nextItemConfirms: false };
  let lastFailure: unknown = null;
  /** What to do once the list that is open may be left. */
  let afterLeaving: (() => void) | null = null;
  /** What this device keeps of the operator, as soon as it is known who that is. */
  let kept: { readonly userName: string; readonly keeping: Keeping; readonly desk: OfflineDesk } | null = null;
  let visits = 0;
  let reads = 0;

  const set = (change: Partial<InventarState>) => {
    if (!signal.aborted) state$.next({ ...state$.value, ...change });
  };
  const setSearch = (change: Partial<InventarState['search']>) =>
    set({ search: { ...state$.value.search, ...change } });
  const tell = (event: InventarEvent) => events$.next(event);

  const setScanners = (change: Partial<ScannersState>) => set({ scanners: { ...state$.value.scanners, ...change } });
  const commandIn = (text: string) => readCommand(text, state$.value.scanners.commandPrefix, COMMANDS);
  const readScan = ({ id, text, aim }: Scan) => {
    // The list it was kept for may have been left.
    if (state$.value.opened?.counting == null) notUsed(text);
    else readText(text, { id, ...(aim !== undefined && { aim }) });
  };
  const intake = createScanIntake({
    isCommand: ({ text }) => commandIn(text) !== null,
    onScan: readScan,
    onLeavingCommand: ({ text }) => {
      const command = commandIn(text) ?? 'unknown';
      if (command === 'cancel') dispatch({ type: 'stay' });
      else count({ type: 'command-refused', command, text });
    },
    onTry: scan => desk.tryScan(scan),
    onUnused: ({ text }) => notUsed(text),
    onWaiting: waiting => setScanners({ waiting }),
  });
  const notUsed = (text: string) => {
    set({ unusedScan: text });
    feedback.signal('error');
  };

  setScanners({ commandPrefix: ports.commandPrefix ?? COMMAND_PREFIX });
  const desk = createScannerDesk({
    ...ports,
    add: source => intake.add(source),
    onReject: ({ text }) => {
      if (state$.value.opened?.counting == null) notUsed(text);
      else readCode(text, { id: 'rejected', broken: true });
    },
    state: () => state$.value.scanners,
    set: setScanners,
  });

  const loadingGs1: Gs1Loading = loadGs1(ports.gs1, (status, parser) => {
    gs1 = parser;
    renewReader();
    set({ gs1: status });
  });

  /** Changes the opened list, unless it was left meanwhile; and lets the scans' receiver follow. */
  const setOpened = (visit: number, change: Partial<OpenedList>) => {
    const { opened } = state$.value;
    if (opened === null || opened.visit !== visit || signal.aborted) return;
    const next = withPendingRows({ ...opened, ...change });
    const release = intake.claimFor(receiverOf(next));
    set({ opened: next });
    release();
  };

  const pendingRows = createPendingRows(() => operatorOf(state$.value));
  /** What the rows were last shown with: while neither changes, they are not made again. */
  let shown: { readonly outbox: OutboxState; readonly rows: RowsState } | null = null;
  const withPendingRows = (opened: OpenedList, outbox = state$.value.outbox): OpenedList => {
    if (shown?.outbox === outbox && shown.rows === opened.rows) return opened;
    const rows = withPending(opened.rows, pendingRows(outbox, opened.listId, opened.rows.atHost));
    shown = { outbox, rows };
    return rows === opened.rows ? opened : { ...opened, rows };
  };
  const gateway = () => kept?.keeping.gateway ?? ports.gateway;

  const connect = async () => {
    if (state$.value.host.status !== 'ready') set({ host: { status: 'connecting' } });
    try {
      const [operator, configuration] = await Promise.all([
        ports.gateway.operator(signal),
        ports.gateway.configuration(signal),
      ]);
      if (signal.aborted) return;
      keeping?.remember({ operator, configuration });
      await begin({ operator, configuration }, false);
    } catch (error) {
      if (signal.aborted) return;
      const last = leavesOutcomeOpen(failureOf(error)) ? ((await keeping?.lastSession()) ?? null) : null;
      if (last !== null) {
        await begin(last, true);
        return;
      }
      lastFailure = error;
      set({ host: { status: 'failed', failure: failureOf(error) } });
      tell({ type: 'error', detail: { code: failureOf(error).kind, listId: null } });
    }
  };
  const begin = async ({ operator, configuration }: LastSession, fromDevice: boolean) => {
    ({ tokenizers } = configuration);
    renewReader();
    policies = configuration.policies;
    setScanners({ commandPrefix: ports.commandPrefix ?? policies.commandPrefix ?? COMMAND_PREFIX });
    if (kept !== null && kept.userName !== operator.userName) forget();
    if (kept === null && keeping !== undefined) await keep({ operator, configuration }, keeping);
    if (!fromDevice) kept?.keeping.signedIn();
    set({ host: { status: 'ready', operator, tokenizers, warnings: reader.warnings, fromDevice } });
  };
  const keep = async ({ operator, configuration }: LastSession, of: KeepingPorts) => {
    const opened = await of.open(operator, configuration);
    // Disposed of, or connected once more, meanwhile.
    if (signal.aborted || kept !== null) {
      opened.dispose();
      return;
    }
    const { capabilities } = configuration;
    const desk = createOfflineDesk(
      {
        keeping: opened,
        operator,
        capabilities,
        device: of.device,
        feedback,
        now: () => of.now(),
        mintKey,
        state: () => state$.value,
        set: setKept,
        setOpened,
        count: event => count(event),
        tell,
      },
      loggedOut,
    );
    // Who counts is asked again as soon as the host answers: nothing of one operator is shown to another.
    opened.answers$.pipe(filter(Boolean)).subscribe(() => {
      const { host } = state$.value;
      if (host.status === 'ready' && host.fromDevice) connecting = connect();
    });
    kept = { userName: operator.userName, keeping: opened, desk };
  };
  /** The outbox and the rows that show it change at once. */
  const setKept = (change: Partial<InventarState>) => {
    const { opened } = state$.value;
    if (change.outbox === undefined || opened === null) set(change);
    else set({ ...change, opened: withPendingRows(opened, change.outbox) });
  };
  /** Somebody else counts from now on, or nobody. */
  const forget = () => {
    const release = intake.claimFor(null);
    kept?.desk.dispose();
    kept = null;
    set({ ...INITIAL_OFFLINE, opened: null, search: INITIAL_STATE.search });
    release();
  };
  const loggedOut = (unfinished: number) => {
    keeping?.remember(null);
    forget();
    set({ host: { status: 'logged-out' } });
    tell({ type: 'logged-out', detail: { unfinished } });
  };
  const hasFailed = () => state$.value.host.status === 'failed';
  let connecting = connect();
  /** How codes are read comes from the host, so that a list is opened only after it; a failure is tried once more. */
  const whenConnected = async () => {
    await connecting;
    if (!hasFailed()) return;
    connecting = connect();
    await connecting;
    if (hasFailed()) throw lastFailure;
  };

  let searches = 0;
  const search = async (query: InventoryQuery, cursor: string | null) => {
    const turn = ++searches;
    const more = cursor !== null;
    setSearch({ query, status: 'searching', failure: null, ...(!more && { selectedListId: null }) });
    try {
      const page = await gateway().inventories(query, cursor, signal);
      const found = await gateway().lists(
        page.items.map(inventory => inventory.id),
        signal,
      );
      if (turn !== searches) return;
      const before = more ? state$.value.search : { inventories: [], lists: [] };
      const inventories = [...before.inventories, ...page.items];
      const lists = [...before.lists, ...found];
      // The only one there is needs no choosing.
      const only = lists.length === 1 ? (lists[0]?.id ?? null) : state$.value.search.selectedListId;
      setSearch({ status: 'done', inventories, lists, next: page.next, selectedListId: only });
    } catch (error) {
      if (turn === searches) setSearch({ status: 'failed', failure: failureOf(error) });
    }
  };

  /** Opens a list; where another one would be left with something unfinished, that is asked first. */
  const open = (listId: string, mode: OpenMode) => {
    const next = () => void load(listId, mode);
    if (askBeforeLeaving()) afterLeaving = next;
    else next();
  };

  const load = async (listId: string, mode: OpenMode) => {
    const visit = ++visits;
    const opened: OpenedList = {
      visit,
      listId,
      mode,
      status: 'opening',
      failure: null,
      list: null,
      counting: null,
      rows: NO_ROWS,
      lastRead: null,
      leaving: false,
    };
    const release = intake.claimFor(null);
    set({ opened, unusedScan: null });
    release();
    try {
      await whenConnected();
      const [list, draft] = await Promise.all([gateway().list(listId, signal), kept?.desk.draft.read(listId) ?? null]);
      setOpened(visit, openedAs(mode, list));
      if (state$.value.opened?.visit !== visit) return;
      kept?.keeping.follow(listId);
      if (draft !== null) count({ type: 'form-restored', form: draft });
      tell({ type: 'list-opened', detail: { listId, mode: state$.value.opened.mode } });
      void loadRows(visit, NO_ROWS.query, null);
    } catch (error) {
      setOpened(visit, { status: 'failed', failure: failureOf(error) });
      tell({ type: 'error', detail: { code: failureOf(error).kind, listId } });
    }
  };

  const openedAs = (mode: OpenMode, list: InventoryList): Partial<OpenedList> => {
    if (mode === 'view' || isClosed(list)) return { status: 'open', list, mode: 'view' };
    const nextItemConfirms = ports.nextItemConfirms ?? policies.nextItemConfirms;
    return {
      status: 'open',
      list,
      counting: openCounting(list, { newLots: policies.newLots, nextItemConfirms, savesHere: kept !== null }),
    };
  };

  const loadRows = async (visit: number, query: RowQuery, cursor: string | null) => {
    const current = () => (state$.value.opened?.visit === visit ? state$.value.opened : null);
    const opened = current();
    if (opened === null) return;
    setOpened(visit, { rows: asked(opened.rows, query) });
    const stillAsked = () => current()?.rows.query === query;
    try {
      const page = await gateway().rows(opened.listId, query, cursor, signal);
      const now = current();
      if (now !== null && stillAsked()) setOpened(visit, { rows: arrived(now.rows, page, cursor === null) });
    } catch (error) {
      const now = current();
      if (now === null || !stillAsked()) return;
      setOpened(visit, { rows: { ...now.rows, status: 'failed', failure: failureOf(error) } });
    }
  };

  /** Commands are known before any tokenizer is asked, and never looked up. */
  const readText = (text: string, from: { id: string; aim?: string; typed?: boolean }) => {
    const command = commandIn(text);
    if (command === null) readCode(text, from);
    else count({ type: 'command-read', command, text, key: mintKey() });
  };

  const readCode = (text: string, from: { id: string; aim?: string; typed?: boolean; broken?: boolean }) => {
    const { id, typed = false, broken = false, ...scan } = from;
    if (state$.value.opened !== null) setOpened(state$.value.opened.visit, { lastRead: text });
    const candidates = broken ? [] : meaningsOf(text, scan);
    count({ type: 'code-read', read: { id: `${++reads}:${id}`, text, ...scan, typed, broken, candidates } });
  };
  /** What no tokenizer takes may be GS1: it waits in its turn until that can be told; all others never wait. */
  const meaningsOf = (text: string, scan: { aim?: string }) => {
    const reading = reader.read(text, scan);
    return reading.kind === 'tokenizer' || loadingGs1.isSettled() ? interpret(reading) : null;
  };

  /** One step of counting, with its effects. */
  const count = (event: CountingEvent) => {
    const { opened } = state$.value;
    if (opened === null || opened.counting === null) return;
    const before = opened.counting;
    const [after, effects] = counting(before, event);
    const rows = event.type === 'recorded' ? withRecorded(opened.rows, event.recorded.row) : opened.rows;
    setOpened(opened.visit, { counting: after, list: after.list, rows });
    kept?.desk.follow(after);
    if (after.notice !== null && after.notice !== before.notice && toneOf(after.notice) === 'error') {
      tell({ type: 'error', detail: { code: after.notice.code, listId: opened.listId } });
    }
    // What this device keeps, the outbox tells of.
    if (kept === null && event.type === 'recorded' && after.lastCounted !== before.lastCounted) {
      tell({ type: 'count-recorded', detail: { listId: opened.listId, row: event.recorded.row } });
    }
    if (event.type === 'saved') tell({ type: 'count-saved', detail: { listId: opened.listId, row: event.row } });
    for (const effect of effects) void run(effect, opened.visit);
  };

  const run = async (effect: CountingEffect, visit: number): Promise<void> => {
    if (effect.type === 'feedback') {
      feedback.signal(effect.tone);
      return;
    }
    const events = effect.type === 'command' ? [commandDue(effect)] : await answersTo(effect);
    for (const event of events) if (state$.value.opened?.visit === visit) count(event);
  };
  const confirmNow = (): CountingEvent => ({ type: 'confirm', key: mintKey() });

  const answersTo = async (
    effect: Exclude<CountingEffect, { type: 'feedback' | 'command' }>,
  ): Promise<readonly CountingEvent[]> => {
    const { opened } = state$.value;
    if (kept !== null && isDeviceEffect(effect)) return kept.desk.run(effect, opened?.listId ?? '');
    if (effect.type === 'park' || effect.type === 'answer-count') return [];
    if (effect.type === 'undo') {
      dispatch({ type: 'undo' });
      return [];
    }
    if (effect.type === 'interpret') return [await interpreted(effect.read)];
    const pending = effect.type === 'read-row' ? kept?.desk.pendingRow(effect) : null;
    return [pending ?? (await answerOf(gateway(), effect, signal))];
  };

  const commandDue = ({ command, text }: CommandRead): CountingEvent => {
    return { type: 'command-due', command, text, key: mintKey() };
  };

  const interpreted = async (read: CodeRead): Promise<CountingEvent> => {
    await loadingGs1.settled();
    return { type: 'interpreted', read, candidates: interpret(reader.read(read.text, { aim: read.aim })) };
  };

  /** Whether there is something unfinished; then the operator is asked. */
  const askBeforeLeaving = (): boolean => {
    const { opened } = state$.value;
    if (opened?.counting == null || !hasUnfinishedWork(opened.counting)) return false;
    setOpened(opened.visit, { leaving: true });
    return true;
  };

  const leave = () => {
    const { opened, search } = state$.value;
    if (opened === null) return;
    kept?.desk.draft.drop(opened.listId);
    kept?.keeping.follow(null);
    const lists = search.lists.map(list => (list.id === opened.listId ? (opened.list ?? list) : list));
    const release = intake.claimFor(null);
    set({ opened: null, unusedScan: null, undo: null, history: null, search: { ...search, lists } });
    // Scans that were kept behind the question have no list any more, and that is said.
    release();
    tell({ type: 'list-left', detail: { listId: opened.listId } });
    const next = afterLeaving;
    afterLeaving = null;
    next?.();
  };

  const dispatch = (action: InventarAction): void => {
    const { opened, search: found } = state$.value;
    switch (action.type) {
      case 'connect':
        connecting = connect();
        return;
      case 'search':
        void search(action.query, null);
        return;
      case 'search-more':
        if (found.next !== null && found.status !== 'searching') void search(found.query, found.next);
        return;
      case 'select-list':
        return setSearch({ selectedListId: action.listId });
      case 'open-list':
        return open(action.listId, action.mode);
      case 'leave-list':
        if (!askBeforeLeaving()) leave();
        return;
      case 'leave-anyway':
        return leave();
      case 'stay':
        afterLeaving = null;
        return opened === null ? undefined : setOpened(opened.visit, { leaving: false });
      case 'type-code':
        return readText(action.text, { id: 'typed', typed: true });
      case 'confirm':
        return count(confirmNow());
      case 'answer':
        return count({ type: 'answered', mode: action.mode, key: mintKey() });
      case 'query-rows':
        if (opened !== null) void loadRows(opened.visit, action.query, null);
        return;
      case 'more-rows':
        if (opened === null || opened.rows.next === null || opened.rows.status === 'loading') return;
        void loadRows(opened.visit, opened.rows.query, opened.rows.next);
        return;
      case 'unused-scan-seen':
        return set({ unusedScan: null });
      case 'open-scanner-setup':
      case 'close-scanner-setup':
        intake.setSetup(action.type === 'open-scanner-setup');
        return desk.dispatch(action);
      case 'start-calibration':
      case 'stop-calibration':
      case 'forget-profile':
      case 'connect-source':
      case 'disconnect-source':
      case 'set-sound':
      case 'try-tone':
        return desk.dispatch(action);
      default:
        if (!isOfflineAction(action)) return count(action);
        if (action.type === 'log-out' && askBeforeLeaving()) {
          afterLeaving = () => dispatch(action);
          return;
        }
        kept?.desk.dispatch(action);
        if (kept !== null) return;
        // Nothing is kept: there is nothing to be taken back here, and nothing to be left behind.
        if (action.type === 'undo') count({ type: 'not-undone', problem: { kind: 'nothing' } });
        if (action.type === 'log-out') loggedOut(0);
    }
  };

  return {
    state$,
    events$,
    dispatch,
    hearsKeys: () => intake.formIsOnTop(),
    sources: [...ports.sources, ...(ports.offered ?? [])],
    takeScans: receiver => intake.take(receiver),
    dispose: () => {
      aborter.abort();
      kept?.desk.dispose();
      desk.dispose();
      intake.dispose();
      feedback.dispose();
      state$.complete();
      events$.complete();
    },
  };
}

function operatorOf({ host }: InventarState): Operator | null {
  return host.status === 'ready' ? host.operator : null;
}

function receiverOf({ counting, leaving }: OpenedList): FormReceiver {
  if (counting === null) return null;
  if (leaving) return 'leaving';
  return counting.stage.kind === 'asking' || counting.stage.kind === 'choosing' ? 'question' : 'form';
}
