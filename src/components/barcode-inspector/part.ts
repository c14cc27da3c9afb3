import { InventarBarcodeInspectorElement } from './barcode-inspector.ts';
import { InventarInspectorDialogElement } from '../inspector-dialog/inspector-dialog.ts';

/** What explains a barcode, in the page or in a dialog: loaded together. */
export const elements = {
  'wms-inventar-barcode-inspector': InventarBarcodeInspectorElement,
  'wms-inventar-inspector-dialog': InventarInspectorDialogElement,
};
