import type { Failure, Refusal } from '../../domain/failure.ts';
import type { Notice } from '../../domain/notice.ts';
import { isOfflineNotice } from '../../domain/offline-notice.ts';
import type { QuantityProblem } from '../../domain/quantity.ts';
import { offline } from './offline.ts';
import { outbox } from './outbox.ts';
import { scanners } from './scanners.ts';
import { type NoticeText, ltr, plural } from '../text.ts';
import { tokenizer } from './tokenizer.ts';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

/** English. The type of all other languages: a word that is missing in one of them does not compile. */
export const front = {
  inventory: 'Inventory',
  inventories: 'Inventories',
  search: 'Search',
  modify: 'Modify',
  view: 'View',
  confirm: 'Confirm',
  add: 'Add',
  replace: 'Replace',
  barcode: 'Barcode',
  item: 'Item',
  class: 'Class',
  variant: 'Variant',
  location: 'Location',
  lot: 'Lot',
  serial: 'Serial number',
  quantity: 'Quantity',
  warehouse: 'Warehouse',
  operator: 'Operator',
  row: 'Row',
  state: 'State',
  number: 'Number',
  description: 'Description',
  from: 'From',
  to: 'To',
  closed: 'Closed',
  open: 'Open',
  all: 'All',
  status: 'Status',

  tryAgain: 'Try again',
  reload: 'Reload the page',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back to the lists',
  leave: 'Leave',
  stay: 'Stay',
  goOn: 'Go on',
  discard: 'Discard',
  clear: 'Clear',
  less: 'One less',
  more: 'One more',
  loading: 'Loading…',
  notLoaded: 'This part of the program could not be loaded. Check the network.',
  showMore: 'Show more',

  searching: 'Searching…',
  searchFilters: 'Dates and status',
  noInventories: 'No inventory found',
  noInventoriesHelp: 'Search with fewer words or another date.',
  noLists: 'No list for you here',
  noListsHelp: 'Lists of other operators are not shown.',
  searchFirst: 'Search an inventory to see its lists.',
  found: (inventories: number, lists: number) =>
    `${count(inventories, 'inventory', 'inventories')}, ${count(lists, 'list', 'lists')}`,
  chooseList: 'Choose a list',
  noOperator: 'no operator',
  /** `of`: all rows, where the list was filled beforehand; else 0. */
  counted: (done: number, of: number) => (of === 0 ? `${done} counted` : `${done} of ${of} counted`),
  notStarted: 'not started',
  inProgress: 'in progress',
  allCounted: 'counted',
  viewOnly: 'view only',

  scanItem: 'Scan the item',
  scanLocation: 'Scan the location',
  orTypeCode: 'or type a code',
  enterLot: 'Enter the lot',
  enterSerial: 'Scan or type the serial number',
  enterQuantity: 'Type the quantity',
  readyToConfirm: 'Confirm the count',
  lookingUp: 'Looking up',
  recording: 'Saving…',
  kept: 'kept',
  newLot: 'new',
  expires: (date: string) => `expires ${date}`,
  lots: 'Lots of this item',
  expectedHere: 'Expected here, not counted yet',
  equals: (entered: string, main: string) => `${entered} = ${main}`,
  lastCounted: 'Counted',
  waiting: (n: number) => count(n, 'scan waiting', 'scans waiting'),
  confirmFirst: 'Confirm it',
  discardFirst: 'Discard it',
  showKeyboard: 'Keyboard',
  explain: 'Why?',
  explainCode: 'How this code is read',

  alreadyCounted: (item: string) => `${item} is already counted here`,
  changedMeanwhile: (item: string) => `${item} changed meanwhile`,
  readNow: 'Read now',
  inTheList: 'In the list',
  byAt: (name: string, time: string) => (name === '' ? time : `${name}, ${time}`),
  nothingChanges: 'Cancel · nothing changes',
  chooseMeaning: 'Which one is it?',
  chooseMeaningOf: (text: string) => `${ltr(text)} means more than one thing.`,
  chooseAmong: (text: string) => `Found for ${ltr(text)}:`,
  moreMatches: 'There are more. Type more of the code to narrow them down.',
  leaveTitle: 'Leave the list?',
  leaveText: 'The quantity that is not confirmed, or the scans that wait, will be lost.',

  rows: 'Rows',
  newestFirst: 'Newest first',
  byLocation: 'By location',
  countedRows: 'Counted',
  expectedRows: 'To count',
  findRow: 'Find a code',
  noRows: 'Nothing counted yet',
  noRowsFound: 'No row found',
  rowCounted: 'counted',
  rowZero: 'counted · zero',
  rowExpected: 'to count',
  notOpened: 'The list could not be opened',

  offline,
  outbox,
  scanners,
  tokenizer,

  failure: (failure: Failure): string => {
    switch (failure.kind) {
      case 'unreachable':
        return 'The host does not answer. Check the network and try again.';
      case 'host-error':
        return 'The host reports an error of its own. Try again in a moment.';
      case 'contract-broken':
        return "The host's reply is not understood. Tell the back office.";
      case 'signed-out':
        return 'Your sign-in has expired. Sign in again on this page, then try again.';
      case 'forbidden':
        return 'You are not allowed to do this. Ask a supervisor.';
      case 'refused':
        return front.refusal(failure.refusal);
      case 'row-exists':
      case 'changed-meanwhile':
        return 'The row changed meanwhile. Confirm again.';
    }
  },

  refusal: (refusal: Refusal): string => {
    const texts: Record<Refusal, string> = {
      'list-closed': 'The list is closed. It can be viewed, not counted.',
      'not-your-list': 'The list belongs to another operator.',
      'unknown-list': 'The list is no longer there. Search again.',
      'unknown-item': 'The host does not know the item. Scan another one.',
      'phantom-item': "A phantom item can't be counted. Scan another one.",
      'archived-item': "An archived item can't be counted. Scan another one.",
      'variant-required': 'The item is counted by variant. Scan the variant.',
      'unknown-location': 'The host does not know the location. Scan another one.',
      'inactive-location': 'The location is not in use. Scan another one.',
      'other-warehouse': "The location is not in the list's warehouse. Scan another one.",
      'lot-required': 'The item is managed in lots. Enter the lot.',
      'lot-not-managed': 'The item has no lots. Scan it again.',
      'unknown-lot': 'The item has no such lot. Choose one of its lots.',
      'serial-required': 'The item has serial numbers. Enter one.',
      'serial-not-managed': 'The item has no serial numbers. Scan it again.',
      'serial-quantity': 'A serial number is there once or not at all: type 1 or 0.',
      'serial-repeated': 'This serial number is already counted here.',
      'unknown-unit': 'The item has no such unit. Scan it again.',
      'too-many-decimals': 'The unit allows fewer decimals. Correct the quantity.',
      'negative-quantity': "A quantity can't be negative. Correct it.",
      'too-large-quantity': 'The quantity is too large. Correct it.',
      'nothing-to-undo': 'There is nothing to undo here.',
      'already-undone': 'This count is already undone.',
      'key-reused': 'The count was refused. Confirm again.',
      'bad-request': 'The host refused the count. Tell the back office.',
    };
    return texts[refusal];
  },

  quantityProblem: (problem: QuantityProblem, decimals: number, unit: string): string => {
    switch (problem) {
      case 'empty':
        return 'Type the quantity; 0 if there is none.';
      case 'not-a-number':
        return 'Only digits and one decimal separator are taken.';
      case 'negative':
        return "A quantity can't be negative; 0 if there is none.";
      case 'two-separators':
        return 'There are two separators. Type the number without thousands separators.';
      case 'too-many-decimals':
        return decimals === 0
          ? `${unit} is counted in whole numbers.`
          : `${unit} has at most ${count(decimals, 'decimal', 'decimals')}.`;
      case 'too-large':
        return 'The number is too large. Was a barcode typed?';
    }
  },

  unusedScan: (text: string): NoticeText => ({
    title: 'Scan not used',
    text: `${ltr(text)} was read, but no list is open for counting.`,
  }),

  notice: (notice: Notice): NoticeText => {
    if (isOfflineNotice(notice)) return front.offline.notice(notice, front);
    switch (notice.code) {
      case 'unknown-code':
        return {
          title: 'Unknown code',
          text: `${ltr(notice.text)} is no item and no location. Scan another label, or type a part of the description.`,
        };
      case 'nothing-found':
        return {
          title: 'Nothing found',
          text: `No item or location contains ${ltr(notice.text)}. Type another part of the code or description.`,
        };
      case 'unreadable-code':
        return {
          title: 'Code not understood',
          text: `${ltr(notice.text)} does not fit its tokenizer. Scan again, or type the code.`,
        };
      case 'broken-scan':
        return { title: 'Scan broken off', text: `Only parts arrived: ${ltr(notice.text)}. Scan again.` };
      case 'code-without-use':
        return {
          title: 'Not used for counting',
          text: `${ltr(notice.text)} is neither item, location, lot nor quantity. Scan another label.`,
        };
      case 'command-without-use':
        return scanners.commandWithoutUse(scanners.command[notice.command]);
      case 'unknown-command':
        return scanners.unknownCommand(notice.text);
      case 'unknown-item':
        return {
          title: 'Unknown item',
          text: `There is no item ${ltr(notice.text)}. Scan another label, or type a part of the description.`,
        };
      case 'unknown-location':
        return { title: 'Unknown location', text: `There is no location ${ltr(notice.text)}. Scan another label.` };
      case 'unknown-lot':
        return {
          title: 'Unknown lot',
          text: `${ltr(notice.item)} has no lot ${ltr(notice.text)}. Choose one of its lots.`,
        };
      case 'lot-without-item':
        return { title: 'Item first', text: `Scan the item that lot ${ltr(notice.text)} belongs to, then the lot.` };
      case 'serial-without-item':
        return {
          title: 'Item first',
          text: `Scan the item that ${ltr(notice.text)} belongs to, then the serial number.`,
        };
      case 'quantity-without-item':
        return {
          title: 'Item first',
          text: `Scan the item that the quantity ${ltr(notice.text)} belongs to, then this label.`,
        };
      case 'loading-unit':
        return {
          title: 'Loading unit',
          text: `${ltr(notice.text)} is a pallet or container. Scan what is on it, one item after the other.`,
        };
      case 'location-ignored':
        return {
          title: 'Location on the label not used',
          text: `${ltr(notice.text)} is no location here. The location in the form stays.`,
        };
      case 'expiry-differs':
        return {
          title: 'Other expiry date',
          text: `Lot ${ltr(notice.lot)}: ${ltr(notice.onLabel)} on the label, ${ltr(notice.inHost)} in the ERP.`,
        };
      case 'other-unit':
        return {
          title: 'Quantity of the label left out',
          text: `The label says ${ltr(`${notice.quantity} ${notice.labelUnit ?? 'pcs'}`)}, counted is in ${ltr(notice.unit.code)}. Type the quantity.`,
        };
      case 'lot-ignored':
        return {
          title: 'Lot not needed',
          text: `${ltr(notice.item)} is not managed in lots; ${ltr(notice.text)} was left out.`,
        };
      case 'serial-ignored':
        return {
          title: 'Serial number not needed',
          text: `${ltr(notice.item)} has no serial numbers; ${ltr(notice.text)} was left out.`,
        };
      case 'phantom-item':
        return { title: 'Phantom item', text: `${ltr(notice.item)} can't be counted. Scan another item.` };
      case 'archived-item':
        return { title: 'Archived item', text: `${ltr(notice.item)} can't be counted. Scan another item.` };
      case 'inactive-location':
        return {
          title: 'Location not in use',
          text: `${ltr(notice.location)} is inactive or obsolete. Scan another location.`,
        };
      case 'other-warehouse':
        return {
          title: 'Other warehouse',
          text: `${ltr(notice.location)} is in warehouse ${ltr(notice.warehouse)}, the list in ${ltr(notice.listWarehouse)}. Scan a location of ${ltr(notice.listWarehouse)}.`,
        };
      case 'item-missing':
        return { title: 'Item missing', text: 'Scan the item before you confirm.' };
      case 'location-missing':
        return { title: 'Location missing', text: 'Scan the location before you confirm.' };
      case 'lot-missing':
        return { title: 'Lot missing', text: 'The item is managed in lots. Enter its lot.' };
      case 'serial-missing':
        return { title: 'Serial number missing', text: 'Scan or type the serial number.' };
      case 'quantity':
        return {
          title: notice.typed === '' ? 'Quantity missing' : `Quantity not taken: ${ltr(notice.typed)}`,
          text: front.quantityProblem(notice.problem, notice.unit.decimals, notice.unit.code),
        };
      case 'serial-quantity':
        return { title: 'Once or not at all', text: 'A serial number is there once or not at all: type 1 or 0.' };
      case 'serial-repeated':
        return { title: 'Already counted', text: `Serial number ${ltr(notice.serial)} is already counted here.` };
      case 'not-counted':
        return { title: 'Not counted', text: `${ltr(notice.item)} was left without a quantity.` };
      case 'quantity-replaced':
        return { title: 'Quantity changed', text: `${ltr(notice.from)} became ${ltr(notice.to)}.` };
      case 'unconfirmed':
        return {
          title: `${ltr(`${notice.item}: ${notice.quantity}`)} is not confirmed`,
          text: `${ltr(notice.text)} waits until you confirm or discard.`,
        };
      case 'discarded':
        return { title: 'Discarded', text: `${ltr(notice.item)} was not counted.` };
      case 'row-gone':
        return { title: 'Changed meanwhile', text: 'The row was changed at the host. Confirm again.' };
      case 'list-closed':
        return { title: 'List closed', text: 'The list can be viewed, not counted.' };
      case 'outcome-unknown':
        return {
          title: 'Not known whether it was saved',
          text: `${front.failure(notice.failure)} Asking again never counts twice.`,
        };
      case 'look-up-failed':
        return { title: `${ltr(notice.text)} not looked up`, text: front.failure(notice.failure) };
      case 'refused':
        return { title: 'Not counted', text: front.refusal(notice.refusal) };
      case 'failed':
        return { title: 'Not counted', text: front.failure(notice.failure) };
    }
  },
};

export type FrontWords = typeof front;
