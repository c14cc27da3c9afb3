import { InventarAddReplaceDialogElement } from '../add-replace-dialog/add-replace-dialog.ts';
import { InventarChoiceDialogElement } from './choice-dialog.ts';
import { InventarLeaveDialogElement } from '../leave-dialog/leave-dialog.ts';

/** What is asked now and then while counting: loaded together. */
export const elements = {
  'wms-inventar-add-replace-dialog': InventarAddReplaceDialogElement,
  'wms-inventar-choice-dialog': InventarChoiceDialogElement,
  'wms-inventar-leave-dialog': InventarLeaveDialogElement,
};
