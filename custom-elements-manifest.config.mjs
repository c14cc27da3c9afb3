import { settingFields } from './scripts/settings.ts';

/** What the elements offer, for editors and documentation tools. */
const CLASSES = {
  InventarDropInElement: 'wms-inventar',
  InventarCameraElement: 'wms-inventar-camera',
  InventarWorkspaceElement: 'wms-inventar-workspace',
  InventarSessionElement: 'wms-inventar-session',
  InventarSearchElement: 'wms-inventar-search',
  InventarListPickerElement: 'wms-inventar-list-picker',
  InventarScanFormElement: 'wms-inventar-scan-form',
  InventarAddReplaceDialogElement: 'wms-inventar-add-replace-dialog',
  InventarChoiceDialogElement: 'wms-inventar-choice-dialog',
  InventarLeaveDialogElement: 'wms-inventar-leave-dialog',
  InventarRowsElement: 'wms-inventar-rows',
  InventarOutboxElement: 'wms-inventar-outbox',
  InventarOutboxDialogElement: 'wms-inventar-outbox-dialog',
  InventarOutboxBadgeElement: 'wms-inventar-outbox-badge',
  InventarRowHistoryElement: 'wms-inventar-row-history',
  InventarLogOutDialogElement: 'wms-inventar-log-out-dialog',
  InventarScannerStatusElement: 'wms-inventar-scanner-status',
  InventarScannerSetupElement: 'wms-inventar-scanner-setup',
  InventarCommandSheetElement: 'wms-inventar-command-sheet',
  InventarBarcodeInspectorElement: 'wms-inventar-barcode-inspector',
  InventarInspectorDialogElement: 'wms-inventar-inspector-dialog',
};

/** The tags are registered elsewhere than the classes are written, under an optional suffix: here they meet. */
function tags() {
  return {
    name: 'tags',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations ?? []) {
          const tagName = CLASSES[declaration.name];
          if (tagName === undefined) continue;
          declaration.tagName = tagName;
          declaration.customElement = true;
          // The analyzer also lists a dispatch whose name is composed; the documented ones have theirs.
          declaration.events = declaration.events?.filter(event => event.name !== undefined);
        }
      }
    },
  };
}

/** The class that has the settings takes them from their table. */
function settings() {
  return {
    name: 'settings',
    moduleLinkPhase({ moduleDoc }) {
      const element = moduleDoc.declarations.find(({ name }) => name === 'SettingsElement');
      if (element === undefined) return;
      element.members = settingFields();
      element.attributes = element.members
        .filter(({ attribute }) => attribute !== undefined)
        .map(({ kind: _, attribute, name: fieldName, reflects: __, ...rest }) => ({
          name: attribute,
          ...rest,
          fieldName,
        }));
    },
  };
}

export default {
  globs: ['src/components/*/*.ts'],
  exclude: ['**/*.styles.ts', '**/*-view.ts'],
  litelement: true,
  plugins: [settings(), tags()],
};
