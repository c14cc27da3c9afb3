/** What is asked now and then while counting: loaded together. */
export { InventarAddReplaceDialogElement } from '../add-replace-dialog/add-replace-dialog.ts';
export { InventarChoiceDialogElement } from './choice-dialog.ts';
export { InventarLeaveDialogElement } from '../leave-dialog/leave-dialog.ts';
