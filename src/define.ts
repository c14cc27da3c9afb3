import { InventarAddReplaceDialogElement } from './components/add-replace-dialog/add-replace-dialog.ts';
import { InventarBarcodeInspectorElement } from './components/barcode-inspector/barcode-inspector.ts';
import { InventarCameraElement } from './components/camera/camera.ts';
import { InventarChoiceDialogElement } from './components/choice-dialog/choice-dialog.ts';
import { InventarCommandSheetElement } from './components/command-sheet/command-sheet.ts';
import { InventarDropInElement } from './components/inventar/inventar.ts';
import { InventarInspectorDialogElement } from './components/inspector-dialog/inspector-dialog.ts';
import { InventarLeaveDialogElement } from './components/leave-dialog/leave-dialog.ts';
import { InventarListPickerElement } from './components/list-picker/list-picker.ts';
import { InventarRowsElement } from './components/rows/rows.ts';
import { InventarScanFormElement } from './components/scan-form/scan-form.ts';
import { InventarScannerSetupElement } from './components/scanner-setup/scanner-setup.ts';
import { InventarScannerStatusElement } from './components/scanner-status/scanner-status.ts';
import { InventarSearchElement } from './components/search/search.ts';
import { InventarSessionElement } from './components/session/session.ts';
import { InventarWorkspaceElement } from './components/workspace/workspace.ts';

const ELEMENTS: Readonly<Record<string, new () => HTMLElement>> = {
  'wms-inventar': InventarDropInElement,
  'wms-inventar-workspace': InventarWorkspaceElement,
  'wms-inventar-session': InventarSessionElement,
  'wms-inventar-search': InventarSearchElement,
  'wms-inventar-list-picker': InventarListPickerElement,
  'wms-inventar-scan-form': InventarScanFormElement,
  'wms-inventar-add-replace-dialog': InventarAddReplaceDialogElement,
  'wms-inventar-choice-dialog': InventarChoiceDialogElement,
  'wms-inventar-leave-dialog': InventarLeaveDialogElement,
  'wms-inventar-rows': InventarRowsElement,
  'wms-inventar-scanner-status': InventarScannerStatusElement,
  'wms-inventar-scanner-setup': InventarScannerSetupElement,
  'wms-inventar-command-sheet': InventarCommandSheetElement,
  'wms-inventar-barcode-inspector': InventarBarcodeInspectorElement,
  'wms-inventar-inspector-dialog': InventarInspectorDialogElement,
  'wms-inventar-camera': InventarCameraElement,
};

export interface DefineOptions {
  /** Stands behind each tag: `-v2` gives `wms-inventar-v2`. */
  readonly suffix?: string;
}

/**
 * Registers the elements; the only place that does. What another bundle on the page has registered stays as it is.
 *
 * All stand under their tags, or under their tags with a suffix (`-v2` gives `wms-inventar-v2`), for a
 * page on which another version has the plain ones. Throws RangeError for a suffix that no tag may have.
 */
export function defineInventar({ suffix = '' }: DefineOptions = {}): void {
  if (!/^(-[a-z0-9]+)*$/.test(suffix)) throw new RangeError(`Not a suffix for a tag: ${suffix}`);
  for (const [tag, element] of Object.entries(ELEMENTS)) {
    // A class can be registered once only; another tag needs a class of its own.
    const Element = suffix === '' ? element : class extends element {};
    if (customElements.get(tag + suffix) === undefined) customElements.define(tag + suffix, Element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wms-inventar': InventarDropInElement;
    'wms-inventar-camera': InventarCameraElement;
    'wms-inventar-workspace': InventarWorkspaceElement;
    'wms-inventar-session': InventarSessionElement;
    'wms-inventar-search': InventarSearchElement;
    'wms-inventar-list-picker': InventarListPickerElement;
    'wms-inventar-scan-form': InventarScanFormElement;
    'wms-inventar-add-replace-dialog': InventarAddReplaceDialogElement;
    'wms-inventar-choice-dialog': InventarChoiceDialogElement;
    'wms-inventar-leave-dialog': InventarLeaveDialogElement;
    'wms-inventar-rows': InventarRowsElement;
    'wms-inventar-scanner-status': InventarScannerStatusElement;
    'wms-inventar-scanner-setup': InventarScannerSetupElement;
    'wms-inventar-command-sheet': InventarCommandSheetElement;
    'wms-inventar-barcode-inspector': InventarBarcodeInspectorElement;
    'wms-inventar-inspector-dialog': InventarInspectorDialogElement;
  }
}
