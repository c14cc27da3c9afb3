import type { CountingEvent } from '../domain/counting/events.ts';
import type { InventoryGateway } from '../services/inventory-gateway.ts';
import type { OpenedListFlow } from './list/opened-list.ts';
import { COUNTING_LATER } from './list/counting-later.ts';
import { codeToFind, readOf } from './list/read-rows.ts';
import { createRowsFlow } from './list/rows-flow.ts';
import type { CodeMeanings } from './reads/code-meanings.ts';
import type { KeptSettings } from './scanners/kept-settings.ts';
import type { ScannersContext } from './scanners/scanner-ports.ts';
import { createSetupFlow } from './scanners/setup-flow.ts';
import type { Sources } from './scanners/sources.ts';
import type { SessionStore } from './session-store.ts';
import type { DeviceAction, UndoState } from './state/device-state.ts';
import type { RowsAction } from './state/session-state.ts';
import type { ScannerAction } from './state/scanners-state.ts';

export interface SessionTasksOptions {
  readonly store: SessionStore;
  readonly list: OpenedListFlow;
  readonly gateway: () => InventoryGateway;
  readonly scanners: ScannersContext;
  readonly settings: KeptSettings;
  readonly sources: Sources;
  readonly meanings: CodeMeanings;
  readonly count: (event: CountingEvent) => void;
  readonly mintKey: () => string;
  /** Does it once the opened list may be left. */
  readonly leaveFirst: (next: () => void) => void;
  /** `asked`: which confirmation was the last when the operator asked for this. */
  readonly onDevice: (action: DeviceAction, asked: UndoState | null) => void;
}

/** What is done beside counting: the rows that are shown, the scanner setup, and what concerns this device's counts. */
export function createSessionTasks(options: SessionTasksOptions) {
  const { store, list, gateway, scanners, settings, sources, meanings, count, mintKey, leaveFirst, onDevice } = options;
  const rows = createRowsFlow(store, gateway, list);
  const setup = createSetupFlow(scanners, settings, sources);

  /** Of what was read to find rows, the latest counts, however long the ones before take to be looked up. */
  let finds = 0;
  const countRow = (rowId: string): void => {
    const row = store.state().opened?.rows.rows.find(({ id }) => id === rowId);
    if (row !== undefined) count(readOf(row, mintKey));
  };

  return {
    ...COUNTING_LATER,
    /** Shows the rows of what was read while nobody counts. */
    findRows: async (text: string): Promise<void> => {
      const { opened } = store.state();
      if (opened === null) return;
      const turn = ++finds;
      const code = await codeToFind(text, opened.list?.warehouse.code ?? '', meanings, gateway());
      if (turn === finds && list.current(opened.visit) !== null)
        rows.query({ order: opened.rows.query.order, text: code });
    },
    firstRows: rows.first,
    withPending: rows.withPending,
    tried: setup.tried,
    dispatch: (action: RowsAction | ScannerAction | DeviceAction, asked: UndoState | null): void => {
      switch (action.type) {
        case 'query-rows':
          return rows.query(action.query);
        case 'more-rows':
          return rows.more();
        case 'count-row':
          return countRow(action.rowId);
        case 'open-scanner-setup':
        case 'close-scanner-setup':
        case 'start-calibration':
        case 'stop-calibration':
        case 'forget-profile':
        case 'connect-source':
        case 'disconnect-source':
        case 'set-sound':
        case 'try-tone':
          return setup.dispatch(action);
        case 'log-out':
          return leaveFirst(() => onDevice(action, asked));
        default:
          return onDevice(action, asked);
      }
    },
    dispose: setup.dispose,
  };
}
