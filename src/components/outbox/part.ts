import { InventarOutboxElement } from './outbox.ts';
import { InventarOutboxDialogElement } from './outbox-dialog.ts';
import { InventarRowHistoryElement } from '../row-history/row-history.ts';
import { InventarLogOutDialogElement } from '../log-out-dialog/log-out-dialog.ts';

/** What is done with counts after they are saved: loaded together. */
export const elements = {
  'wms-inventar-outbox': InventarOutboxElement,
  'wms-inventar-outbox-dialog': InventarOutboxDialogElement,
  'wms-inventar-row-history': InventarRowHistoryElement,
  'wms-inventar-log-out-dialog': InventarLogOutDialogElement,
};
