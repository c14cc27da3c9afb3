import { createLate } from '../late.ts';
import type { ScannerAction } from '../state/scanners-state.ts';
import { createKeptSettings } from './kept-settings.ts';
import type { ScannersContext } from './scanner-ports.ts';
import { createSources } from './sources.ts';

export interface ScannersFlow {
  dispatch(action: ScannerAction): void;
  dispose(): void;
}

/** Knows the scanners of this device: what is on, what came last, how the keyboard one types, and what is heard. */
export function createScannersFlow(context: ScannersContext): ScannersFlow {
  const settings = createKeptSettings(context);
  const setup = createLate(part => part.createSetupFlow(context, settings, sources));
  const sources = createSources(context, settings, reject => setup.now()?.tried(reject));

  return {
    dispatch: action => setup.ask(flow => flow.dispatch(action)),
    dispose: () => {
      setup.now()?.dispose();
      setup.dispose();
      sources.dispose();
    },
  };
}
