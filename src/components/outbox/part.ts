/** What is done with counts after they are saved: loaded together. */
export { InventarOutboxElement } from './outbox.ts';
export { InventarOutboxDialogElement } from './outbox-dialog.ts';
export { InventarRowHistoryElement } from '../row-history/row-history.ts';
export { InventarLogOutDialogElement } from '../log-out-dialog/log-out-dialog.ts';
