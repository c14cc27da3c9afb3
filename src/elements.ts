import type { InventarAddReplaceDialogElement } from './components/add-replace-dialog/add-replace-dialog.ts';
import { InventarDropInElement } from './components/inventar/inventar.ts';
import { InventarListPickerElement } from './components/list-picker/list-picker.ts';
import { InventarMissingPartsElement } from './components/missing-parts/missing-parts.ts';
import { InventarScanFormElement } from './components/scan-form/scan-form.ts';
import { InventarSearchElement } from './components/search/search.ts';
import { InventarSessionElement } from './components/session/session.ts';
import { InventarWorkspaceElement } from './components/workspace/workspace.ts';
import { type Later, later } from './loading/later.ts';
import type { InventarChoiceDialogElement } from './components/choice-dialog/choice-dialog.ts';
import type { InventarLeaveDialogElement } from './components/leave-dialog/leave-dialog.ts';
import type { InventarRowsElement } from './components/rows/rows.ts';
import type { InventarOutboxElement } from './components/outbox/outbox.ts';
import type { InventarOutboxDialogElement } from './components/outbox/outbox-dialog.ts';
import type { InventarRowHistoryElement } from './components/row-history/row-history.ts';
import type { InventarLogOutDialogElement } from './components/log-out-dialog/log-out-dialog.ts';
import type { InventarOutboxBadgeElement } from './components/outbox-badge/outbox-badge.ts';
import type { InventarScannerStatusElement } from './components/scanner-status/scanner-status.ts';
import type { InventarScannerSetupElement } from './components/scanner-setup/scanner-setup.ts';
import type { InventarCommandSheetElement } from './components/command-sheet/command-sheet.ts';
import type { InventarBarcodeInspectorElement } from './components/barcode-inspector/barcode-inspector.ts';
import type { InventarInspectorDialogElement } from './components/inspector-dialog/inspector-dialog.ts';
import type { InventarCameraElement } from './components/camera/camera.ts';

/** The element behind each tag. */
export interface InventarElements {
  'wms-inventar': InventarDropInElement;
  'wms-inventar-workspace': InventarWorkspaceElement;
  'wms-inventar-session': InventarSessionElement;
  'wms-inventar-search': InventarSearchElement;
  'wms-inventar-list-picker': InventarListPickerElement;
  'wms-inventar-scan-form': InventarScanFormElement;
  'wms-inventar-add-replace-dialog': InventarAddReplaceDialogElement;
  'wms-inventar-choice-dialog': InventarChoiceDialogElement;
  'wms-inventar-leave-dialog': InventarLeaveDialogElement;
  'wms-inventar-outbox-badge': InventarOutboxBadgeElement;
  'wms-inventar-missing-parts': InventarMissingPartsElement;
  'wms-inventar-scanner-status': InventarScannerStatusElement;
  'wms-inventar-rows': InventarRowsElement;
  'wms-inventar-outbox': InventarOutboxElement;
  'wms-inventar-outbox-dialog': InventarOutboxDialogElement;
  'wms-inventar-row-history': InventarRowHistoryElement;
  'wms-inventar-log-out-dialog': InventarLogOutDialogElement;
  'wms-inventar-scanner-setup': InventarScannerSetupElement;
  'wms-inventar-command-sheet': InventarCommandSheetElement;
  'wms-inventar-barcode-inspector': InventarBarcodeInspectorElement;
  'wms-inventar-inspector-dialog': InventarInspectorDialogElement;
  'wms-inventar-camera': InventarCameraElement;
}

export type ElementClass<T extends HTMLElement = HTMLElement> = new () => T;

/** An element whose class comes with a part of the code. */
export interface LaterElement<T extends HTMLElement = HTMLElement> {
  /** The same function for all elements that come together. */
  readonly part: Later<unknown>;
  readonly load: () => Promise<ElementClass<T>>;
}

const badge = later(() => import('./components/outbox-badge/outbox-badge.ts'));
const status = later(() => import('./components/scanner-status/scanner-status.ts'));
const questions = later(() => import('./components/choice-dialog/part.ts'));
const rows = later(() => import('./components/rows/rows.ts'));
const outbox = later(() => import('./components/outbox/part.ts'));
const scanners = later(() => import('./components/scanner-setup/part.ts'));
const inspector = later(() => import('./components/barcode-inspector/part.ts'));
const camera = later(() => import('./components/camera/camera.ts'));

/**
 * Every element under its tag: the class, where counting needs it from the start, else the part of the code that brings
 * it. The only list of them: registering, types and `custom-elements.json` go by it. The session stands before what may stand
 * in it: markup that is there first becomes elements in this order, and each asks for its session at once.
 */
export const ELEMENTS: {
  readonly [Tag in keyof InventarElements]: ElementClass<InventarElements[Tag]> | LaterElement<InventarElements[Tag]>;
} = {
  'wms-inventar': InventarDropInElement,
  'wms-inventar-session': InventarSessionElement,
  'wms-inventar-workspace': InventarWorkspaceElement,
  'wms-inventar-search': InventarSearchElement,
  'wms-inventar-list-picker': InventarListPickerElement,
  'wms-inventar-scan-form': InventarScanFormElement,
  'wms-inventar-missing-parts': InventarMissingPartsElement,
  'wms-inventar-outbox-badge': from(badge, 'InventarOutboxBadgeElement'),
  'wms-inventar-scanner-status': from(status, 'InventarScannerStatusElement'),
  'wms-inventar-add-replace-dialog': from(questions, 'InventarAddReplaceDialogElement'),
  'wms-inventar-choice-dialog': from(questions, 'InventarChoiceDialogElement'),
  'wms-inventar-leave-dialog': from(questions, 'InventarLeaveDialogElement'),
  'wms-inventar-rows': from(rows, 'InventarRowsElement'),
  'wms-inventar-outbox': from(outbox, 'InventarOutboxElement'),
  'wms-inventar-outbox-dialog': from(outbox, 'InventarOutboxDialogElement'),
  'wms-inventar-row-history': from(outbox, 'InventarRowHistoryElement'),
  'wms-inventar-log-out-dialog': from(outbox, 'InventarLogOutDialogElement'),
  'wms-inventar-scanner-setup': from(scanners, 'InventarScannerSetupElement'),
  'wms-inventar-command-sheet': from(scanners, 'InventarCommandSheetElement'),
  'wms-inventar-barcode-inspector': from(inspector, 'InventarBarcodeInspectorElement'),
  'wms-inventar-inspector-dialog': from(inspector, 'InventarInspectorDialogElement'),
  'wms-inventar-camera': from(camera, 'InventarCameraElement'),
};

function from<Name extends string, Part extends Readonly<Record<Name, ElementClass>>>(
  part: Later<Part>,
  name: Name,
): LaterElement<InstanceType<Part[Name]>>;
function from(part: Later<Readonly<Record<string, ElementClass>>>, name: string): LaterElement {
  return {
    part,
    load: async () => {
      const { [name]: element } = await part();
      if (element === undefined) throw new Error(`A part without ${name}`);
      return element;
    },
  };
}
