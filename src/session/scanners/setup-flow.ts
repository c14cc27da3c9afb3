import { NEVER, type Subscription } from 'rxjs';
import type { Scan, ScanReject } from '../../scanner/scan.ts';
import { calibrate } from '../../scanner/wedge/calibration.ts';
import type { KeyRecord } from '../../scanner/wedge/key-record.ts';
import type { ScannerSetup } from '../state/scanners-state.ts';
import type { KeptSettings } from './kept-settings.ts';
import type { ScannersContext } from './scanner-ports.ts';

const MOST_TRIED = 5;
/** Fewer keys are a person who wants something, not the setup barcode. */
const FEWEST_KEYS = 4;

/** The scanner setup: while it is open it tries what is scanned, and learns from one barcode how a scanner types. */
export function createSetupFlow(context: ScannersContext, settings: Pick<KeptSettings, 'setProfile'>) {
  const { feedback, state, set, recordKeys = () => NEVER } = context;
  let recording: Subscription | null = null;

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
    settings.setProfile(calibration.profile);
    feedback.signal('success');
  };

  return {
    open: (): void => set({ setup: state().setup ?? { listening: false, calibration: null, tried: [] } }),
    close: (): void => {
      stop();
      set({ setup: null });
    },
    tried: (reading: Scan | ScanReject): void =>
      change({ tried: [reading, ...(state().setup?.tried ?? [])].slice(0, MOST_TRIED) }),
    start: (): void => {
      if (state().setup === null || recording !== null) return;
      change({ listening: true, calibration: null, tried: [] });
      recording = recordKeys().subscribe(recorded);
    },
    stop,
    forgetProfile: (): void => {
      change({ calibration: null });
      settings.setProfile(null);
    },
    dispose: (): void => recording?.unsubscribe(),
  };
}
