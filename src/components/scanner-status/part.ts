import { InventarScannerStatusElement } from './scanner-status.ts';

/** Loaded alone. */
export const elements = { 'wms-inventar-scanner-status': InventarScannerStatusElement };
