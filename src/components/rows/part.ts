import { InventarRowsElement } from './rows.ts';

/** Loaded alone. */
export const elements = { 'wms-inventar-rows': InventarRowsElement };
