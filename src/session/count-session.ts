import type { Observable } from 'rxjs';
import type { Dimension } from '../domain/count-identity.ts';
import type { Press } from '../domain/count-request.ts';
import type { CountingEvent } from '../domain/counting/events.ts';
import { deviceName } from '../domain/device-name.ts';
import { COMMAND_PREFIX } from '../scanner/commands.ts';
import type { Scan, ScanSource } from '../scanner/scan.ts';
import type { HostConfiguration } from '../services/inventory-gateway.ts';
import { createCodeMeanings } from './reads/code-meanings.ts';
import { createCountingFlow } from './list/counting-flow.ts';
import { createDeviceFlow } from './device/device-flow.ts';
import { INITIAL_DEVICE, type DeviceAction, isDeviceAction } from './state/device-state.ts';
import { createOpenedList } from './list/opened-list.ts';
import type { SessionPorts } from './ports.ts';
import { createReadsFlow } from './reads/reads-flow.ts';
import { NO_ROWS } from './list/shown-rows.ts';
import { createRowsFlow } from './list/rows-flow.ts';
import { createScanIntake } from './reads/scan-intake.ts';
import { createScannersFlow } from './scanners/scanners-flow.ts';
import type { ScannersState } from './state/scanners-state.ts';
import { createSearchFlow } from './list/search-flow.ts';
import { INITIAL_STATE, type InventarAction, type InventarEvent, type InventarState } from './state/session-state.ts';
import { createSessionStore } from './session-store.ts';
import { createSignInFlow } from './sign-in-flow.ts';
import { createVisitFlow } from './list/visit-flow.ts';

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

/** Joins scans, tokenizer, counting and gateway: each flow does its part, and what they are joined by stands here. */
export function createCountSession(ports: SessionPorts): CountSession {
  const { feedback, mintKey, device, counting = {} } = ports;
  const store = createSessionStore();
  const { state, set, tell } = store;
  let policies: HostConfiguration['policies'] = { newLots: false, nextItemConfirms: false };
  let dimensions: readonly Dimension[] = [];
  let capabilities: HostConfiguration['capabilities'] = { idempotencyKeys: false, versions: false };

  /** A press of Confirm, or of what confirms too: with its key, by this device, now. */
  const press = (): Press => ({
    key: mintKey(),
    device: deviceName(device.device),
    confirmedAt: new Date(device.now()).toISOString(),
  });
  const setScanners = (change: Partial<ScannersState>) => set({ scanners: { ...state().scanners, ...change } });
  const commandPrefix = () => counting.commandPrefix ?? policies.commandPrefix ?? COMMAND_PREFIX;
  setScanners({ commandPrefix: commandPrefix() });

  const intake = createScanIntake({
    isCommand: ({ text }) => reads.commandIn(text) !== null,
    onScan: scan => reads.scanned(scan),
    onLeavingCommand: ({ text }) => {
      const command = reads.commandIn(text) ?? 'unknown';
      if (command === 'cancel') visit.stay();
      else count({ type: 'command-refused', command, text });
    },
    onTry: scan => scanners.tryScan(scan),
    onUnused: ({ text }) => reads.notUsed(text),
    onWaiting: waiting => setScanners({ waiting }),
  });
  const list = createOpenedList(store, intake);
  const meanings = createCodeMeanings({ ...counting, gs1: ports.gs1, onGs1: gs1 => set({ gs1 }) });

  const signIn = createSignInFlow({
    store,
    gateway: ports.gateway,
    device,
    configure: configuration => {
      ({ policies, capabilities, dimensions = [] } = configuration);
      setScanners({ commandPrefix: commandPrefix() });
      return meanings.use(configuration.tokenizers);
    },
    openFlow: (opened, { operator, configuration }) =>
      createDeviceFlow(
        {
          work: opened,
          operator,
          capabilities: configuration.capabilities,
          feedback,
          now: () => device.now(),
          mintKey,
          press,
          state,
          set: change => list.changeKept(change),
          setOpened: (visited, change) => list.change(visited, change),
          count: event => count(event),
          tell,
        },
        unfinished => signIn.loggedOut(unfinished),
      ),
    clear: () => list.replace(null, { ...INITIAL_DEVICE, search: INITIAL_STATE.search }),
  });

  const count: (event: CountingEvent) => void = createCountingFlow({
    store,
    list,
    signIn,
    meanings,
    feedback,
    press,
    undo: () => dispatch({ type: 'undo' }),
  });
  const reads = createReadsFlow({ store, meanings, feedback, list, mintKey, count });
  const search = createSearchFlow(store, () => signIn.gateway());
  const rows = createRowsFlow(store, () => signIn.gateway(), list);
  const visit = createVisitFlow({
    store,
    list,
    signIn,
    rules: () => ({
      newLots: policies.newLots,
      nextItemConfirms: counting.nextItemConfirms ?? policies.nextItemConfirms,
      notes: capabilities.notes ?? false,
      dimensions: dimensions.filter(({ asked }) => asked),
      parks: state().outbox.storage !== 'off',
    }),
    loadRows: visited => rows.query(visited, NO_ROWS.query),
    count,
  });
  const scanners = createScannersFlow({
    ...ports,
    add: source => intake.add(source),
    onReject: reject => reads.rejected(reject),
    state: () => state().scanners,
    set: setScanners,
  });
  signIn.connect();

  const offline = (action: DeviceAction): void => {
    const current = signIn.current();
    if (current !== null) current.flow.dispatch(action);
    // Nobody counts yet: nothing is left behind.
    else if (action.type === 'log-out') signIn.loggedOut(0);
  };

  const dispatch = (action: InventarAction): void => {
    const { opened } = state();
    switch (action.type) {
      case 'connect':
        return signIn.connect();
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
        return count({ type: 'confirm', ...press() });
      case 'answer':
        return count({ type: 'answered', mode: action.mode, ...press() });
      case 'query-rows':
        return opened === null ? undefined : rows.query(opened.visit, action.query);
      case 'more-rows':
        return rows.more();
      case 'unused-scan-seen':
        return set({ unusedScan: null });
      case 'open-scanner-setup':
      case 'close-scanner-setup':
        intake.setSetup(action.type === 'open-scanner-setup');
        return scanners.dispatch(action);
      case 'start-calibration':
      case 'stop-calibration':
      case 'forget-profile':
      case 'connect-source':
      case 'disconnect-source':
      case 'set-sound':
      case 'try-tone':
        return scanners.dispatch(action);
      case 'log-out':
        return visit.leaveFirst(() => offline(action));
      default:
        if (isDeviceAction(action)) offline(action);
        else count(action);
    }
  };

  return {
    state$: store.state$,
    events$: store.events$,
    dispatch,
    hearsKeys: () => intake.formIsOnTop(),
    sources: [...ports.sources, ...(ports.offered ?? [])],
    takeScans: receiver => intake.take(receiver),
    dispose: () => {
      store.dispose();
      signIn.dispose();
      scanners.dispose();
      intake.dispose();
      feedback.dispose();
    },
  };
}
