import type { Scan } from '../../scanner/scan.ts';
import type { ScannerAction } from '../state/scanners-state.ts';
import { createKeptSettings } from './kept-settings.ts';
import type { ScannersContext } from './scanner-ports.ts';
import { createSetupFlow } from './setup-flow.ts';
import { createSourcesFlow } from './sources-flow.ts';

export interface ScannersFlow {
  dispatch(action: ScannerAction): void;
  /** A scan for the setup. */
  tryScan(scan: Scan): void;
  dispose(): void;
}

/** Knows the scanners of this device: what is on, what came last, how the keyboard one types, and what is heard. */
export function createScannersFlow(context: ScannersContext): ScannersFlow {
  const settings = createKeptSettings(context);
  const setup = createSetupFlow(context, settings);
  const sources = createSourcesFlow(context, settings, setup.tried);

  return {
    tryScan: setup.tried,
    dispatch: action => {
      switch (action.type) {
        case 'open-scanner-setup':
          return setup.open();
        case 'close-scanner-setup':
          return setup.close();
        case 'start-calibration':
          return setup.start();
        case 'stop-calibration':
          return setup.stop();
        case 'forget-profile':
          return setup.forgetProfile();
        case 'connect-source':
          return sources.connect(action.id);
        case 'disconnect-source':
          return sources.disconnect(action.id);
        case 'set-sound':
          return settings.setSound(action.sound);
        case 'try-tone':
          return context.feedback.signal(action.tone);
      }
    },
    dispose: () => {
      setup.dispose();
      sources.dispose();
    },
  };
}
