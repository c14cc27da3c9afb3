/** What sets scanners up, and is printed for them: loaded together. */
export { InventarScannerSetupElement } from './scanner-setup.ts';
export { InventarCommandSheetElement } from '../command-sheet/command-sheet.ts';
