import { filter } from 'rxjs';
import type { LastSession } from '../device/last-session.ts';
import { leavesOutcomeOpen } from '../domain/failure.ts';
import type { HostConfiguration, InventoryGateway } from '../services/inventory-gateway.ts';
import type { ConfigurationWarning } from '../tokenizer/index.ts';
import type { DeviceFlow } from './device/device-flow.ts';
import type { DevicePort, OperatorWork } from './device/operator-work.ts';
import { failureOf } from './failures.ts';
import type { SessionStore } from './session-store.ts';

export interface SignInFlowOptions {
  readonly store: SessionStore;
  readonly gateway: InventoryGateway;
  readonly device: DevicePort;
  /** Counts as this host wants it from now on; gives what is wrong with its tokenizers. */
  readonly configure: (configuration: HostConfiguration) => readonly ConfigurationWarning[];
  readonly openFlow: (work: OperatorWork, session: LastSession) => DeviceFlow;
  /** Somebody else counts from now on, or nobody: nothing of the one before is shown any more. */
  readonly clear: () => void;
}

/** Who counts, and what there is of their work. */
export interface CurrentOperator {
  readonly userName: string;
  readonly work: OperatorWork;
  readonly flow: DeviceFlow;
}

export interface SignInFlow {
  /** Asks the host who counts, and how; where it is silent, whoever counted here last goes on. Never throws. */
  connect(): void;
  /** How codes are read comes from the host, so that a list is opened only after it; a failure is tried once more. */
  whenConnected(): Promise<HostConfiguration>;
  /** `null`: it is not known yet, or nobody any more. */
  current(): CurrentOperator | null;
  /** The host; once it is known who counts, with what this device knows of its answers. */
  gateway(): InventoryGateway;
  /** The page says who is signed in: nobody else's work is shown from then on. */
  isNow(userName: string): void;
  loggedOut(unfinished: number): void;
  /** What concerns the counts that this device has of whoever counts. */
  readonly onDevice: DeviceFlow['dispatch'];
  dispose(): void;
}

/** Who counts here: from the first answer of the host, or what this device remembers of it, to logging out. */
export function createSignInFlow(options: SignInFlowOptions): SignInFlow {
  const { store, device, configure, openFlow, clear } = options;
  const { signal, set, tell } = store;
  let current: CurrentOperator | null = null;
  let known: HostConfiguration | null = null;
  let lastFailure: unknown = null;
  let connecting: Promise<void> = Promise.resolve();
  let turn = 0;

  /** Asked anew meanwhile, the earlier answer counts no more: it may be about somebody else. */
  const isOver = (mine: number) => signal.aborted || mine !== turn;

  const ask = async (): Promise<void> => {
    const mine = ++turn;
    if (store.state().host.status !== 'ready') set({ host: { status: 'connecting' } });
    try {
      const [operator, configuration] = await Promise.all([
        options.gateway.operator(signal),
        options.gateway.configuration(signal),
      ]);
      if (isOver(mine)) return;
      device.remember({ operator, configuration });
      await begin({ operator, configuration }, false, mine);
    } catch (error) {
      if (isOver(mine) || (leavesOutcomeOpen(failureOf(error)) && (await goOn(mine))) || isOver(mine)) return;
      lastFailure = error;
      set({ host: { status: 'failed', failure: failureOf(error) } });
      tell({ type: 'error', detail: { code: failureOf(error).kind, listId: null } });
    }
  };

  /** As whoever counted here last; `false`: nobody did, or what their work needs could not be had. */
  const goOn = async (mine: number): Promise<boolean> => {
    const last = await device.lastSession();
    if (last === null || isOver(mine)) return false;
    return begin(last, true, mine).then(
      () => true,
      () => false,
    );
  };

  const begin = async (session: LastSession, fromDevice: boolean, mine: number): Promise<void> => {
    const { operator, configuration } = session;
    known = configuration;
    const warnings = configure(configuration);
    if (current !== null && current.userName !== operator.userName) forget();
    if (current === null) await open(session, mine);
    if (isOver(mine)) return;
    if (!fromDevice) current?.work.signedIn();
    set({ host: { status: 'ready', operator, tokenizers: configuration.tokenizers, warnings, fromDevice } });
  };

  const open = async (session: LastSession, mine: number): Promise<void> => {
    const { operator, configuration } = session;
    const opened = await device.open(operator, configuration);
    if (isOver(mine)) {
      opened.dispose();
      return;
    }
    const flow = openFlow(opened, session);
    // Who counts is asked again as soon as the host answers: nothing of one operator is shown to another.
    opened.answers$.pipe(filter(Boolean)).subscribe(() => {
      const { host } = store.state();
      if (host.status === 'ready' && host.fromDevice) connect();
    });
    current = { userName: operator.userName, work: opened, flow };
  };

  const forget = (): void => {
    current?.flow.dispose();
    current = null;
    clear();
  };

  const connect = (): void => {
    connecting = ask();
  };

  const connected = async (): Promise<void> => {
    for (let last: unknown = null; last !== connecting;) {
      last = connecting;
      await connecting;
    }
  };

  const loggedOut = (unfinished: number): void => {
    device.remember(null);
    forget();
    set({ host: { status: 'logged-out' } });
    tell({ type: 'logged-out', detail: { unfinished } });
  };

  const hasFailed = () => store.state().host.status === 'failed';

  return {
    connect,
    whenConnected: async () => {
      await connected();
      if (hasFailed()) {
        connect();
        await connected();
      }
      if (hasFailed() || known === null) throw lastFailure;
      return known;
    },
    current: () => current,
    gateway: () => current?.work.gateway ?? options.gateway,
    isNow: userName => {
      if (current !== null && current.userName !== userName) {
        forget();
        set({ host: { status: 'connecting' } });
      }
      if (current === null) connect();
    },
    loggedOut,
    onDevice: (action, asked) => {
      if (current !== null) current.flow.dispatch(action, asked);
      // Nobody counts yet: nothing is left behind.
      else if (action.type === 'log-out') loggedOut(0);
    },
    dispose: () => current?.flow.dispose(),
  };
}
