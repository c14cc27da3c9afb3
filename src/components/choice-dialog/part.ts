/** What is asked now and then while counting: loaded together. */
export { InventarChoiceDialogElement } from './choice-dialog.ts';
export { InventarLeaveDialogElement } from '../leave-dialog/leave-dialog.ts';
