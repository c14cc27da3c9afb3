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

/** A part of the code that brings elements, each under its tag. */
export type ElementsPart<Tag extends keyof InventarElements = never> = Later<{
  readonly elements: { readonly [T in Tag]: ElementClass<InventarElements[T]> };
}>;

/** An element whose class comes later. */
export interface LaterElement<Tag extends keyof InventarElements = never> {
  readonly part: ElementsPart<Tag>;
}

const badge = later(() => import('./components/outbox-badge/part.ts'));
const status = later(() => import('./components/scanner-status/part.ts'));
const questions = later(() => import('./components/choice-dialog/part.ts'));
const rows = later(() => import('./components/rows/part.ts'));
const outbox = later(() => import('./components/outbox/part.ts'));
const scanners = later(() => import('./components/scanner-setup/part.ts'));
const inspector = later(() => import('./components/barcode-inspector/part.ts'));
const camera = later(() => import('./components/camera/part.ts'));

/**
 * Every element under its tag: the class, where counting needs it from the start, else the part of the code that brings
 * it. The only list of them: registering, types and `custom-elements.json` go by it. The session stands before what may stand
 * in it: markup that is there first becomes elements in this order, and each asks for its session at once.
 */
export const ELEMENTS: {
  readonly [Tag in keyof InventarElements]: ElementClass<InventarElements[Tag]> | LaterElement<Tag>;
} = {
  'wms-inventar': InventarDropInElement,
  'wms-inventar-session': InventarSessionElement,
  'wms-inventar-workspace': InventarWorkspaceElement,
  'wms-inventar-search': InventarSearchElement,
  'wms-inventar-list-picker': InventarListPickerElement,
  'wms-inventar-scan-form': InventarScanFormElement,
  'wms-inventar-missing-parts': InventarMissingPartsElement,
  'wms-inventar-outbox-badge': { part: badge },
  'wms-inventar-scanner-status': { part: status },
  'wms-inventar-add-replace-dialog': { part: questions },
  'wms-inventar-choice-dialog': { part: questions },
  'wms-inventar-leave-dialog': { part: questions },
  'wms-inventar-rows': { part: rows },
  'wms-inventar-outbox': { part: outbox },
  'wms-inventar-outbox-dialog': { part: outbox },
  'wms-inventar-row-history': { part: outbox },
  'wms-inventar-log-out-dialog': { part: outbox },
  'wms-inventar-scanner-setup': { part: scanners },
  'wms-inventar-command-sheet': { part: scanners },
  'wms-inventar-barcode-inspector': { part: inspector },
  'wms-inventar-inspector-dialog': { part: inspector },
  'wms-inventar-camera': { part: camera },
};
