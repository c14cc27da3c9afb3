import type { Subscription } from 'rxjs';
import { later, need } from '../../loading/later.ts';
import type { Scan, ScanReject } from '../../scanner/scan.ts';
import type { Calibration } from '../../scanner/wedge/calibration.ts';
import type { ScannerSetup } from '../state/scanners-state.ts';
import type { KeptSettings } from './kept-settings.ts';
import type { ScannersContext } from './scanner-ports.ts';
import type { setupBarcode } from './setup-barcode.ts';

const loadBarcode = later(() => import('./setup-barcode.ts'));

const MOST_TRIED = 5;

/** The scanner setup: while it is open it tries what is scanned, and learns from one barcode how a scanner types. */
export function createSetupFlow(context: ScannersContext, settings: Pick<KeptSettings, 'setProfile'>) {
  const { feedback, state, set, recordKeys } = context;
  let barcode: { readonly setupBarcode: typeof setupBarcode } | null = null;
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

  const read = (calibration: Calibration | null): void => {
    // Whoever presses a key instead of reading the barcode wants their keyboard back.
    if (calibration === null) return stop();
    change({ calibration });
    if ('failure' in calibration) {
      feedback.signal('error');
      return;
    }
    stop();
    settings.setProfile(calibration.profile);
    feedback.signal('success');
  };

  const start = async (): Promise<void> => {
    // Once it is there, it listens within the press.
    barcode ??= await need(loadBarcode);
    // Closed in the meantime, or pressed twice.
    if (barcode === null || state().setup === null || recording !== null) return;
    change({ listening: true, calibration: null, tried: [] });
    recording = barcode.setupBarcode(recordKeys).subscribe(read);
  };

  return {
    open: (): void => {
      set({ setup: state().setup ?? { listening: false, calibration: null, tried: [] } });
      void need(loadBarcode).then(loaded => (barcode = loaded));
    },
    close: (): void => {
      stop();
      set({ setup: null });
    },
    tried: (reading: Scan | ScanReject): void =>
      change({ tried: [reading, ...(state().setup?.tried ?? [])].slice(0, MOST_TRIED) }),
    start: (): void => void start(),
    stop,
    forgetProfile: (): void => {
      change({ calibration: null });
      settings.setProfile(null);
    },
    dispose: (): void => recording?.unsubscribe(),
  };
}
