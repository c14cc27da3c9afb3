import { hasUnfinishedWork } from '../../domain/counting/form.ts';
import { openCounting } from '../../domain/counting/counting.ts';
import type { CommandRead } from '../../domain/command.ts';
import { type InventoryList, isClosed } from '../../domain/inventory.ts';
import type { HostConfiguration } from '../../services/inventory-gateway.ts';
import { failureOf } from '../failures.ts';
import type { OpenedListFlow } from './opened-list.ts';
import { whenIdle } from '../../loading/when-idle.ts';
import type { RunningOptions } from '../settings.ts';
import { NO_ROWS, type OpenMode, type OpenedList } from '../state/session-state.ts';
import type { Count } from './counting-flow.ts';
import type { SessionStore } from '../session-store.ts';
import type { SignInFlow } from '../sign-in-flow.ts';

export interface VisitFlowOptions {
  readonly store: SessionStore;
  readonly list: OpenedListFlow;
  readonly signIn: Pick<SignInFlow, 'gateway' | 'current' | 'whenConnected'>;
  /** How the page wants it now. */
  readonly running: RunningOptions;
  readonly showRows: (visit: number) => void;
  readonly count: Count;
}

/** From opening a list to leaving it. Where something stands unfinished, a person is asked before it is left. */
export function createVisitFlow({ store, list, signIn, running, count, showRows }: VisitFlowOptions) {
  let visits = 0;
  /** Whether the host has the next item confirm. */
  let byHost = false;
  /** What to do once the list that is open may be left. */
  let afterLeaving: (() => void) | null = null;

  const load = async (listId: string, mode: OpenMode): Promise<void> => {
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
    list.replace(opened, { unusedScan: null });
    try {
      const configuration = await signIn.whenConnected();
      const [found, draft] = await Promise.all([
        signIn.gateway().list(listId, store.signal),
        signIn.current()?.flow.draft.read(listId) ?? null,
      ]);
      list.change(visit, openedAs(mode, found, configuration));
      const current = list.current(visit);
      if (current === null) return;
      signIn.current()?.work.follow(listId);
      if (draft !== null) count({ type: 'form-restored', form: draft });
      store.tell({ type: 'list-opened', detail: { listId, mode: current.mode } });
      // Counting comes first.
      if (current.counting === null) showRows(visit);
      else whenIdle(() => showRows(visit));
    } catch (error) {
      list.change(visit, { status: 'failed', failure: failureOf(error) });
      store.tell({ type: 'error', detail: { code: failureOf(error).kind, listId } });
    }
  };

  const openedAs = (
    mode: OpenMode,
    found: InventoryList,
    { policies, capabilities, dimensions = [] }: HostConfiguration,
  ): Partial<OpenedList> => {
    if (mode === 'view' || isClosed(found)) return { status: 'open', list: found, mode: 'view' };
    byHost = policies.nextItemConfirms;
    const rules = {
      newLots: policies.newLots,
      nextItemConfirms: running.nextItemConfirms ?? byHost,
      notes: capabilities.notes ?? false,
      serials: capabilities.serials ?? false,
      dimensions: dimensions.filter(({ asked }) => asked),
      parks: store.state().outbox.storage !== 'off',
    };
    return { status: 'open', list: found, counting: openCounting(found, rules) };
  };

  /** Whether a person is asked, because something is unfinished; once they leave, `next` is done. */
  const asksBeforeLeaving = (next?: () => void): boolean => {
    const { opened } = store.state();
    if (opened?.counting == null || !hasUnfinishedWork(opened.counting)) return false;
    list.change(opened.visit, { leaving: true });
    afterLeaving = next ?? afterLeaving;
    return true;
  };

  /** Does it at once where nothing is unfinished. */
  const leaveFirst = (next: () => void): void => {
    if (!asksBeforeLeaving(next)) next();
  };

  const leaveNow = (): void => {
    const { opened, search } = store.state();
    if (opened === null) return;
    signIn.current()?.flow.draft.drop(opened.listId);
    signIn.current()?.work.follow(null);
    const lists = search.lists.map(each => (each.id === opened.listId ? (opened.list ?? each) : each));
    list.replace(null, { unusedScan: null, undo: null, history: null, search: { ...search, lists } });
    store.tell({ type: 'list-left', detail: { listId: opened.listId } });
    const next = afterLeaving;
    afterLeaving = null;
    next?.();
  };

  const stay = (): void => {
    afterLeaving = null;
    const { opened } = store.state();
    if (opened !== null) list.change(opened.visit, { leaving: false });
  };

  /** The page wants it another way: from the next read on. */
  const rulesChanged = (): void => {
    const { opened } = store.state();
    if (opened?.counting == null) return;
    const { counting, visit } = opened;
    const nextItemConfirms = running.nextItemConfirms ?? byHost;
    list.change(visit, { counting: { ...counting, rules: { ...counting.rules, nextItemConfirms } } });
  };

  return {
    leaveFirst,
    rulesChanged,
    /** Who counts is known again: a list that could not be opened is opened now. */
    again: (): void => {
      const { opened } = store.state();
      if (opened?.status === 'failed') void load(opened.listId, opened.mode);
    },
    open: (listId: string, mode: OpenMode): void => leaveFirst(() => void load(listId, mode)),
    leave: (): void => {
      if (!asksBeforeLeaving()) leaveNow();
    },
    leaveNow,
    stay,
    /** A command while it is asked whether to leave. */
    answered: (command: CommandRead['command'], text: string): void => {
      if (command === 'cancel') stay();
      else count({ type: 'command-refused', command, text });
    },
  };
}
