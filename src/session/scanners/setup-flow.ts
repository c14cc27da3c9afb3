import type { Subscription } from 'rxjs';
import type { Scan, ScanReject } from '../../scanner/scan.ts';
import { calibrate } from '../../scanner/wedge/calibration.ts';
import type { KeyRecord } from '../../scanner/wedge/key-record.ts';
import { recordKeys as recordPageKeys } from '../../scanner/wedge/key-recorder.ts';
import type { ScannerAction, ScannerSetup } from '../state/scanners-state.ts';
import type { KeptSettings } from './kept-settings.ts';
import type { ScannersContext } from './scanner-ports.ts';
import type { Sources } from './sources.ts';

const MOST_TRIED = 5;
/** Fewer keys are a person who wants something, not the setup barcode. */
const FEWEST_KEYS = 4;

/** The scanner setup: while it is open it tries what is scanned, and learns from one barcode how a scanner types. */
export function createSetupFlow(context: ScannersContext, settings: KeptSettings, sources: Sources) {
  const { feedback, state, set, offered = [], recordKeys = recordPageKeys } = context;
  let recording: Subscription | null = null;
  let giveScansBack: (() => void) | null = null;

  const change = (changed: Partial<ScannerSetup>): void => {
    const { setup } = state();
    if (setup !== null) set({ setup: { ...setup, ...changed } });
  };

  const stop = (): void => {
    recording?.unsubscribe();
    recording = null;
    change({ listening: false });
  };

  const recorded = (records: readonly KeyRecord[]): void => {
    // Whoever presses a key instead of reading the barcode wants their keyboard back.
    if (records.filter(({ type }) => type !== 'keyup').length < FEWEST_KEYS) {
      stop();
      return;
    }
    const calibration = calibrate(records);
    change({ calibration });
    if ('failure' in calibration) {
      feedback.signal('error');
      return;
    }
    stop();
    settings.change({ profile: calibration.profile });
    feedback.signal('success');
  };

  const start = (): void => {
    if (state().setup === null || recording !== null) return;
    change({ listening: true, calibration: null, tried: [] });
    recording = recordKeys().subscribe(recorded);
  };

  const want = (id: string, wanted: boolean): void => {
    const source = offered.find(each => each.id === id);
    if (source === undefined) return;
    sources.change(id, { wanted });
    if (wanted) {
      source.connect();
      void source.request?.();
    } else source.disconnect();
    const others = settings.wanted().filter(each => each !== id);
    settings.change({ sources: wanted ? [...others, id] : others });
  };

  const tried = (reading: Scan | ScanReject): void =>
    change({ tried: [reading, ...(state().setup?.tried ?? [])].slice(0, MOST_TRIED) });

  const open = (): void => {
    giveScansBack ??= context.take(tried);
    set({ setup: state().setup ?? { listening: false, calibration: null, tried: [] } });
  };

  const close = (): void => {
    stop();
    giveScansBack?.();
    giveScansBack = null;
    set({ setup: null });
  };

  return {
    /** A scan of which only pieces came. */
    tried,
    dispatch: (action: ScannerAction): void => {
      switch (action.type) {
        case 'open-scanner-setup':
          return open();
        case 'close-scanner-setup':
          return close();
        case 'start-calibration':
          return start();
        case 'stop-calibration':
          return stop();
        case 'forget-profile':
          change({ calibration: null });
          return settings.change({ profile: null });
        case 'connect-source':
        case 'disconnect-source':
          return want(action.id, action.type === 'connect-source');
        case 'set-sound':
          return settings.change({ sound: action.sound });
        case 'try-tone':
          return feedback.signal(action.tone);
      }
    },
    dispose: (): void => recording?.unsubscribe(),
  };
}
