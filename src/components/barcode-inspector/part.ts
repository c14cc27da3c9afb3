/** What explains a barcode, in the page or in a dialog: loaded together. */
export { InventarBarcodeInspectorElement } from './barcode-inspector.ts';
export { InventarInspectorDialogElement } from '../inspector-dialog/inspector-dialog.ts';
