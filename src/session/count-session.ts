import type { Observable } from 'rxjs';
import type { Press } from '../domain/count-request.ts';
import { deviceName } from '../domain/device-name.ts';
import { COMMAND_PREFIX } from '../scanner/commands.ts';
import type { Scan, ScanSource } from '../scanner/scan.ts';
import { createCodeMeanings } from './reads/code-meanings.ts';
import { type Count, createCountingFlow } from './list/counting-flow.ts';
import { createDeviceFlow } from './device/device-flow.ts';
import { INITIAL_DEVICE } from './state/device-state.ts';
import { type Late, createLate } from './late.ts';
import { createOpenedList } from './list/opened-list.ts';
import type { SessionPorts } from './ports.ts';
import { createReadsFlow } from './reads/reads-flow.ts';
import { createScanIntake } from './reads/scan-intake.ts';
import { createKeptSettings } from './scanners/kept-settings.ts';
import type { ScannersContext } from './scanners/scanner-ports.ts';
import { createSources } from './scanners/sources.ts';
import type { createSessionTasks } from './session-tasks.ts';
import type { ScannersState } from './state/scanners-state.ts';
import { createSearchFlow } from './list/search-flow.ts';
import { INITIAL_STATE, type InventarAction, type InventarEvent, type InventarState } from './state/session-state.ts';
import { isSameToken } from '../domain/same-token.ts';
import type { RunningOptions } from './settings.ts';
import { createSessionStore } from './session-store.ts';
import { createSignInFlow } from './sign-in-flow.ts';
import { createVisitFlow } from './list/visit-flow.ts';

type SessionTasks = ReturnType<typeof createSessionTasks>;

export interface CountSession {
  /** All its sources of scans, for views that show more of one than its state. */
  readonly sources: readonly ScanSource[];
  /** Replays the current state to each subscriber. */
  readonly state$: Observable<InventarState>;
  readonly events$: Observable<InventarEvent>;
  dispatch(action: InventarAction): void;
  /** Other settings from now on; what is counted goes on. */
  change(options: RunningOptions): void;
  /** Whether counting hears its keys now: no dialog stands over the form. */
  hearsKeys(): boolean;
  /** Whether an event of keys is its own, and not the page's or another plugin's. */
  hears(event: Event): boolean;
  /** An element shows it, until what this gives is called: where none that shows it can be seen, it hears nothing. */
  shownBy(element: Element): () => void;
  /** Gives each scan to this receiver, instead of counting, until what it returns is called. */
  takeScans(receiver: (scan: Scan) => void): () => void;
  dispose(): void;
}

/** Joins scans, tokenizer, counting and gateway: each flow does its part, and what they are joined by stands here. */
export function createCountSession(ports: SessionPorts): CountSession {
  const { feedback, mintKey, device, running = {}, hearing } = ports;
  const store = createSessionStore();
  const { state, set, tell } = store;

  /** A press of Confirm, or of what confirms too: with its key, by this device, now. */
  const press = (): Press => ({
    key: mintKey(),
    device: deviceName(device.device),
    confirmedAt: new Date(device.now()).toISOString(),
  });
  const setScanners = (change: Partial<ScannersState>) => set({ scanners: { ...state().scanners, ...change } });
  let prefixOfHost = COMMAND_PREFIX;
  const setPrefix = () => setScanners({ commandPrefix: running.commandPrefix ?? prefixOfHost });
  setPrefix();
  hearing?.setOpen(() => state().opened !== null);

  const intake = createScanIntake({
    isCommand: ({ text }) => reads.commandIn(text) !== null,
    onScan: scan => reads.scanned(scan),
    onLeavingCommand: ({ text }) => visit.answered(reads.commandIn(text) ?? 'unknown', text),
    onUnused: ({ text }) => reads.notUsed(text),
    onWaiting: waiting => setScanners({ waiting }),
  });
  const gateway = () => signIn.gateway();
  const late: Late<SessionTasks> = createLate(part =>
    part.createSessionTasks({
      store,
      list,
      gateway,
      scanners,
      settings,
      sources,
      meanings,
      count,
      mintKey,
      leaveFirst: visit.leaveFirst,
      onDevice: signIn.onDevice,
    }),
  );
  const list = createOpenedList(store, intake, (opened, outbox) => late.now()?.withPending(opened, outbox) ?? opened);
  const meanings = createCodeMeanings({ running, gs1: ports.gs1, onGs1: gs1 => set({ gs1 }) });

  const signIn = createSignInFlow({
    store,
    gateway: ports.gateway,
    device,
    configure: ({ policies, tokenizers }) => {
      prefixOfHost = policies.commandPrefix ?? COMMAND_PREFIX;
      setPrefix();
      return meanings.use(tokenizers);
    },
    openFlow: (work, { operator, configuration: { capabilities } }) =>
      createDeviceFlow({
        work,
        operator,
        capabilities,
        feedback,
        now: () => device.now(),
        mintKey,
        press,
        state,
        set: list.changeKept,
        setOpened: list.change,
        count: event => count(event),
        tell,
        loggedOut: unfinished => signIn.loggedOut(unfinished),
      }),
    clear: () => list.replace(null, { ...INITIAL_DEVICE, search: INITIAL_STATE.search }),
  });

  const undoLast = () => dispatch({ type: 'undo' });
  const count: Count = createCountingFlow({ store, list, signIn, meanings, feedback, press, late, undoLast });
  const findRows = (text: string) => late.ask(tasks => void tasks.findRows(text));
  const reads = createReadsFlow({ store, meanings, feedback, list, mintKey, count, findRows });
  const search = createSearchFlow(store, gateway);
  const showRows = (visited: number) => late.tell(tasks => tasks.firstRows(visited));
  const visit = createVisitFlow({ store, list, signIn, running, count, showRows });
  const scanners: ScannersContext = {
    ...ports,
    add: intake.add,
    take: intake.take,
    onReject: reject => reads.rejected(reject),
    isShown: () => hearing?.isShown() ?? true,
    onTriedReject: reject => late.now()?.tried(reject),
    state: () => state().scanners,
    set: setScanners,
  };
  const settings = createKeptSettings(scanners);
  const sources = createSources(scanners, settings);
  signIn.connect();

  const dispatch = (action: InventarAction): void => {
    switch (action.type) {
      case 'connect':
        signIn.connect();
        return visit.again();
      case 'search':
        return search.search(action.query);
      case 'search-more':
        return search.more();
      case 'select-list':
        return search.select(action.listId);
      case 'open-list':
        return visit.open(action.listId, action.mode);
      case 'leave-list':
        return visit.leave();
      case 'leave-anyway':
        return visit.leaveNow();
      case 'stay':
        return visit.stay();
      case 'type-code':
        return reads.typed(action.text);
      case 'confirm':
        return count({ ...action, ...press() });
      case 'answer':
        return count({ type: 'answered', mode: action.mode, ...press() });
      case 'unused-scan-seen':
        return set({ unusedScan: null });
      case 'option-chosen':
      case 'lot-meant':
      case 'choice-cancelled':
      case 'field-typed':
      case 'field-entered':
      case 'burst-entered':
      case 'quantity-stepped':
      case 'question-dismissed':
      case 'go-on':
      case 'discard':
      case 'location-cleared':
      case 'notice-dismissed':
        return count(action);
      default: {
        // Meanwhile another may be confirmed: which one is to be undone, only the operator knows.
        const { undo } = state();
        return late.ask(tasks => tasks.dispatch(action, undo));
      }
    }
  };

  /** It goes on; only who counts is asked again where that may be another one now. */
  const change = (options: RunningOptions): void => {
    const { token, userName } = running;
    Object.assign(running, options);
    setPrefix();
    meanings.renew();
    visit.rulesChanged();
    if (running.userName !== undefined && running.userName !== userName) signIn.isNow(running.userName);
    if (!isSameToken(token, running.token)) dispatch({ type: 'connect' });
  };

  return {
    change,
    state$: store.state$,
    events$: store.events$,
    dispatch,
    hearsKeys: intake.formIsOnTop,
    hears: event => hearing?.hears(event) ?? true,
    shownBy: element => hearing?.shownBy(element) ?? (() => undefined),
    sources: [...ports.sources, ...(ports.offered ?? [])],
    takeScans: intake.take,
    dispose: () => {
      store.dispose();
      late.now()?.dispose();
      late.dispose();
      signIn.dispose();
      sources.dispose();
      intake.dispose();
      feedback.dispose();
    },
  };
}
