import type { Sentences } from '../tables.ts';
import { placesText } from '../places.ts';
import { tell } from '../telling.ts';
import { ltr } from '../text.ts';
import { count } from './plural.ts';

const whose = (of: readonly string[]) => (of.length === 0 ? '' : ` It is a lot of ${of.map(ltr).join(', ')}.`);

/** English: what is told in sentences, by what it is about. */
export const sentences: Sentences = {
  tell,
  notices: {
    'unknown-code': ({ text }) => ({
      title: 'Unknown code',
      text: `${ltr(text)} is no item and no location. Scan another label, or type a part of the description.`,
    }),
    'nothing-found': ({ text }) => ({
      title: 'Nothing found',
      text: `No item or location contains ${ltr(text)}. Type another part of the code or description.`,
    }),
    'unreadable-code': ({ text }) => ({
      title: 'Code not understood',
      text: `${ltr(text)} was misread, or its label is wrong. Scan again, or type the code.`,
    }),
    'not-shown': ({ text }) => ({
      title: 'Not counted',
      text: `Nobody could see the form when ${ltr(text)} was read. Scan again.`,
    }),
    'wrong-end': ({ text }) => ({
      title: 'Scanner set up differently',
      text: `${ltr(text)} ended with another key than the one set up. Open Scanners and sound, and set the scanner up.`,
    }),
    'label-as-quantity': ({ text }) => ({
      title: 'Is that the quantity?',
      text: `${ltr(text)} looks like a barcode. Type the quantity, or say that it is meant.`,
    }),
    'broken-scan': ({ text }) => ({ title: 'Scan broken off', text: `Only parts arrived: ${ltr(text)}. Scan again.` }),
    'code-without-use': ({ text }) => ({
      title: 'Not used for counting',
      text: `${ltr(text)} is neither item, location, lot nor quantity. Scan another label.`,
    }),
    'command-without-use': (_, why) => ({
      title: `${why}: not now`,
      text: 'This command means nothing here. Nothing was changed.',
    }),
    'unknown-command': ({ text }) => ({
      title: 'Unknown command',
      text: `${ltr(text)} is no command. If others don’t work either, set up the scanner.`,
    }),
    'unknown-item': ({ text }) => ({
      title: 'Unknown item',
      text: `There is no item ${ltr(text)}. Scan another label, or type a part of the description.`,
    }),
    'unknown-location': ({ text }) => ({
      title: 'Unknown location',
      text: `There is no location ${ltr(text)}. Scan another label.`,
    }),
    'unknown-lot': ({ item, text, of }) => ({
      title: 'Unknown lot',
      text: `${ltr(item)} has no lot ${ltr(text)}.${whose(of)} Choose one of its lots.`,
    }),
    'new-lot': ({ item, text, of }) => ({
      title: 'New lot?',
      text: `${ltr(item)} has no lot ${ltr(text)} so far.${whose(of)} Correct it, or say that it is new.`,
    }),
    'lot-without-item': ({ text }) => ({
      title: 'Item first',
      text: `Scan the item that lot ${ltr(text)} belongs to, then the lot.`,
    }),
    'serial-without-item': ({ text }) => ({
      title: 'Item first',
      text: `Scan the item that ${ltr(text)} belongs to, then the serial number.`,
    }),
    'quantity-without-item': ({ text }) => ({
      title: 'Item first',
      text: `Scan the item that the quantity ${ltr(text)} belongs to, then this label.`,
    }),
    'loading-unit': ({ text }) => ({
      title: 'Loading unit',
      text: `${ltr(text)} is a pallet or container. Scan what is on it, one item after the other.`,
    }),
    'location-ignored': ({ text }) => ({
      title: 'Location on the label not used',
      text: `${ltr(text)} is no location here. The location in the form stays.`,
    }),
    'expiry-differs': ({ lot, onLabel, inHost }) => ({
      title: 'Other expiry date',
      text: `Lot ${ltr(lot)}: ${ltr(onLabel)} on the label, ${ltr(inHost)} in the ERP.`,
    }),
    'other-unit': ({ quantity, labelUnit, unit }) => ({
      title: 'Quantity of the label left out',
      text: `The label says ${ltr(`${quantity} ${labelUnit ?? 'pcs'}`)}, counted is in ${ltr(unit.code)}. Type the quantity.`,
    }),
    'lot-ignored': ({ item, text }) => ({
      title: 'Lot not needed',
      text: `${ltr(item)} is not managed in lots; ${ltr(text)} was left out.`,
    }),
    'serial-ignored': ({ item, text }) => ({
      title: 'Serial number not needed',
      text: `${ltr(item)} has no serial numbers; ${ltr(text)} was left out.`,
    }),
    'phantom-item': ({ item }) => ({
      title: 'Phantom item',
      text: `${ltr(item)} can't be counted. Scan another item.`,
    }),
    'archived-item': ({ item }) => ({
      title: 'Archived item',
      text: `${ltr(item)} can't be counted. Scan another item.`,
    }),
    'inactive-location': ({ location }) => ({
      title: 'Location not in use',
      text: `${ltr(location)} is inactive or obsolete. Scan another location.`,
    }),
    'other-warehouse': ({ location, warehouse, listWarehouse }) => ({
      title: 'Other warehouse',
      text: `${ltr(location)} is in warehouse ${ltr(warehouse)}, the list in ${ltr(listWarehouse)}. Scan a location of ${ltr(listWarehouse)}.`,
    }),
    'item-missing': { title: 'Item missing', text: 'Scan the item before you confirm.' },
    'location-missing': { title: 'Location missing', text: 'Scan the location before you confirm.' },
    'lot-missing': { title: 'Lot missing', text: 'The item is managed in lots. Enter its lot.' },
    'serial-missing': { title: 'Serial number missing', text: 'Scan or type the serial number.' },
    'dimension-missing': ({ label }) => ({ title: `Missing: ${label}`, text: 'Type it, then confirm.' }),
    quantity: ({ typed }, why) => ({
      title: typed === '' ? 'Quantity missing' : `Quantity not taken: ${ltr(typed)}`,
      text: why,
    }),
    'serial-quantity': {
      title: 'Once or not at all',
      text: 'A serial number is there once or not at all: type 1 or 0.',
    },
    'note-too-long': ({ length, longest }) => ({
      title: 'Note too long',
      text: `It has ${length} characters, and at most ${longest} are kept. Shorten it.`,
    }),
    'serial-elsewhere': ({ serial, places }) => ({
      title: `${ltr(serial)} is counted elsewhere`,
      text:
        places.length === 0
          ? 'The number is counted in another place already. Count it here too?'
          : `Counted at ${placesText('en', 'list', places)}. Count it here too?`,
    }),
    'serial-repeated': ({ serial }) => ({
      title: 'Already counted',
      text: `Serial number ${ltr(serial)} is already counted here.`,
    }),
    'not-counted': ({ item }) => ({ title: 'Not counted', text: `${ltr(item)} was left without a quantity.` }),
    'quantity-replaced': ({ from, to }) => ({ title: 'Quantity changed', text: `${ltr(from)} became ${ltr(to)}.` }),
    unconfirmed: ({ item, quantity, text }) => ({
      title: `${ltr(`${item}: ${quantity}`)} is not confirmed`,
      text: `${ltr(text)} waits until you confirm or discard.`,
    }),
    discarded: ({ item }) => ({ title: 'Discarded', text: `${ltr(item)} was not counted.` }),
    'row-gone': { title: 'Changed meanwhile', text: 'The row was changed at the host. Confirm again.' },
    'list-closed': { title: 'List closed', text: 'The list can be viewed, not counted.' },
    'outcome-unknown': (_, why) => ({
      title: 'Not known whether it was saved',
      text: `${why} Asking again never counts twice.`,
    }),
    'look-up-failed': ({ text }, why) => ({ title: `${ltr(text)} not looked up`, text: why }),
    refused: (_, why) => ({ title: 'Not counted', text: why }),
    failed: (_, why) => ({ title: 'Not counted', text: why }),
    'not-saved': ({ problem }) => {
      if (problem === 'full')
        return {
          title: 'Not saved: the device is full',
          text: 'Nothing is lost, the form stays as it is. Free some space, or wait until counts are sent, then confirm again.',
        };
      if (problem === 'no-answer')
        return {
          title: 'Not saved yet: the device’s storage does not answer',
          text: 'Nothing is lost, the form stays as it is. It goes on by itself once the storage answers; asking again never counts twice. Close other tabs of this page.',
        };
      return {
        title: 'Not saved: the device’s storage does not answer',
        text: 'Nothing is lost, the form stays as it is. Confirm again; if that does not help, reload this page.',
      };
    },
    'needs-attention': ({ item, location }, why) => ({
      title: `${ltr(item)}, ${ltr(location)}: not counted yet`,
      text: why,
    }),
    'sending-paused': ({ why }) =>
      why === 'signed-out'
        ? {
            title: 'Your sign-in has expired',
            text: 'Go on counting: all is saved on this device. Sign in again on this page, so that it is sent.',
          }
        : {
            title: 'Somebody else is signed in',
            text: 'These counts are not sent in their name. They are kept until you sign in again.',
          },
    parked: ({ text, left }) => ({
      title: `${ltr(text)} is not known yet`,
      text: `${left === null ? '' : `${ltr(left)} was left without a quantity. `}Type its quantity and confirm, or scan on. It is kept until the host answers.`,
    }),
    kept: ({ text, quantity }) => ({
      title: `${ltr(text)} is kept`,
      text: `${quantity === '' ? 'Without a quantity.' : `Quantity: ${ltr(quantity)}.`} It can be finished when the host answers.`,
    }),
    'not-kept': ({ text }) => ({ title: 'Undone', text: `${ltr(text)} is no longer kept.` }),
    'parked-location': ({ text }) => ({
      title: `Location ${ltr(text)} is not known yet`,
      text: 'The host does not answer, so nothing can be counted there now. Scan another location.',
    }),
    'location-again': ({ text }) => ({
      title: 'Scan the location again',
      text: `${ltr(text)} is not known yet and may have been a location.`,
    }),
    'name-item': ({ text }) => ({
      title: 'Which item is it?',
      text: `Scan or type the item that ${ltr(text)} stands for. Location and quantity stay.`,
    }),
    'not-resumed': ({ text }) => ({
      title: 'The form is not empty',
      text: `Confirm or discard what stands there before ${ltr(text)}.`,
    }),
    restored: { title: 'As you left it', text: 'What was not confirmed when the page was left is here again.' },
    undone: ({ item }) => ({ title: 'Undone', text: `The last count of ${ltr(item)} was reversed.` }),
    undiscarded: ({ counts }) => ({
      title: 'Taken back',
      text: `${counts === 1 ? 'The discarded count is' : `${counts} discarded counts are`} here again.`,
    }),
    'not-undone': (_, why) => ({ title: 'Not undone', text: why }),
  },

  refusals: {
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
    'serial-elsewhere': 'The serial number is already counted in another place.',
    'unknown-unit': 'The item has no such unit. Scan it again.',
    'too-many-decimals': 'The unit allows fewer decimals. Correct the quantity.',
    'negative-quantity': "A quantity can't be negative. Correct it.",
    'too-large-quantity': 'The quantity is too large. Correct it.',
    'nothing-to-undo': 'There is nothing to undo here.',
    'already-undone': 'This count is already undone.',
    'key-reused': 'The count was refused. Confirm again.',
    'bad-request': 'The host refused the count. Tell the back office.',
  },

  quantityProblems: {
    empty: 'Type the quantity; 0 if there is none.',
    'not-a-number': 'Only digits and one decimal separator are taken.',
    negative: "A quantity can't be negative; 0 if there is none.",
    'two-separators': 'There are two separators. Type the number without thousands separators.',
    'too-many-decimals': (decimals, unit) =>
      decimals === 0
        ? `${unit} is counted in whole numbers.`
        : `${unit} has at most ${count(decimals, { one: 'decimal', other: 'decimals' })}.`,
    'too-large': 'The number is too large. Was a barcode typed?',
  },

  attention: {
    changed: 'The row changed meanwhile. Open “To decide” and choose Add or Replace.',
    uncertain: 'The host gave no answer. Open “To decide” and say whether it is counted.',
    'other-operator': 'The host recorded it in somebody else’s name. Sign in again, then open “To decide”.',
    lost: 'The host does not have it any more. Open “To decide” and send it again.',
    'list-closed': 'The list was closed meanwhile. The count is kept on this device; ask a supervisor.',
    forbidden: 'You are not allowed to count this. The count is kept on this device; ask a supervisor.',
    rejected: 'The host did not take it. The count is kept on this device; open “To decide”.',
    refused: (_, why) => `${why} The count is kept on this device.`,
  },

  undoProblems: {
    nothing: 'Nothing was confirmed here since the list was opened.',
    'under-way': 'The count is on its way to the host. Try again in a moment.',
    changed: 'Somebody counted the row again meanwhile. Count it anew.',
    'other-user': 'Somebody else is signed in. Sign in again, then undo it.',
    'unknown-before': 'What was there before is not known. Count the row anew and choose Replace.',
  },

  tableRow: sequence => `row ${sequence}`,
  tableFields: {
    code: 'code',
    description: 'description',
    separator: 'separator',
    rows: 'rows',
    sequence: 'sequence',
    businessObject: 'business object',
    property: 'property',
    length: 'length',
    decimals: 'decimals',
    mainObject: 'main object',
  },
  tableProblems: {
    empty: 'is empty',
    'not-text': 'is not a text',
    'not-a-number': 'is not a number',
    'not-a-length': 'is not a whole number',
    unbounded: 'is missing, and so is a length: nothing ends the value',
    contradicting: 'differs from that of another row',
    repeated: 'stands there twice',
    'unknown-name': 'looks like the name of a character, and is none that is known',
  },
  banners: {
    oldTab: 'An older version is open in another tab. Close that tab: it can’t show what is counted here.',
    evicted:
      'The browser deleted what this device kept. What this page knew is saved again: compare the last counts with the list.',
    none: 'This browser keeps nothing: each count waits for the host. Don’t close the page while it is saved.',
    off: 'Nothing is kept on this device: each count waits for the host. Don’t close the page while one waits.',
    silent:
      'This device’s storage does not answer: each count waits for the host. Counts kept before are still in it: close other tabs, then reload this page.',
  },
};
