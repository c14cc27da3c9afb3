import { InventarScannerSetupElement } from './scanner-setup.ts';
import { InventarCommandSheetElement } from '../command-sheet/command-sheet.ts';

/** What sets scanners up, and is printed for them: loaded together. */
export const elements = {
  'wms-inventar-scanner-setup': InventarScannerSetupElement,
  'wms-inventar-command-sheet': InventarCommandSheetElement,
};
