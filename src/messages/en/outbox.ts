import type { Quarantined, RecordState, StorageTrouble } from '../../outbox/types.ts';
import { type NoticeText, ltr } from '../text.ts';
import { count } from './plural.ts';

const counts = (n: number) => count(n, { one: 'count', other: 'counts' });

/** What this device keeps until the host has it. English; the type of the other languages. */
export const outbox = {
  title: 'On this device',
  sent: 'Sent',

  nothingToDecide: 'Nothing to decide',
  nothingToDecideHelp: 'A count that the host did not take is shown here.',
  notLookedUp: 'Not looked up yet',
  nothingWaiting: 'Nothing waits',
  nothingWaitingHelp: 'Every count of this device is at the host.',
  nothingSent: 'Nothing sent yet',
  nothingSentHelp: 'Counts are listed here once the host has them.',

  state: {
    queued: 'waiting',
    sending: 'being sent',
    unknown: 'no answer yet',
    attention: 'to decide',
    done: 'at the host',
    superseded: 'replaced, never sent',
    discarded: 'discarded',
  } satisfies Record<RecordState, string>,
  withdrawn: 'taken back, never sent',
  unknownHelp: 'Sent, but no answer came. It is asked again by itself and never counted twice.',
  mode: { new: 'Count', add: 'Add', replace: 'Replace' },

  pausedUntil: (time: string) => `Next try at ${time}.`,
  pausedHelp: {
    'signed-out': 'The counts stay on this device and are sent once you are signed in again.',
    'other-user': 'These counts are sent only in the name of who made them.',
  },
  storageHelp: {
    full: 'The disk is full: free some space. What is saved stays saved, and is sent where that is possible without the disk.',
    silent:
      'Its storage does not answer: close other tabs of this page. What is saved stays saved, and is sent where that is possible without the storage.',
  } satisfies Record<StorageTrouble, string>,
  notTaken: 'Not taken by the host',
  answered: (status: number, title: string | null) =>
    title === null ? `It answered ${status}.` : `It answered ${status}: ${ltr(title)}`,
  parked: {
    unasked: (text: string): NoticeText => ({
      title: `Not looked up yet: ${ltr(text)}`,
      text: 'Read while the host did not answer. It is looked up as soon as it does.',
    }),
    known: (text: string): NoticeText => ({
      title: `${ltr(text)} is known now`,
      text: 'Finish the count.',
    }),
    unknown: (text: string): NoticeText => ({
      title: `${ltr(text)} is not known`,
      text: 'The host does not know this code either. Name the item it stands for, or discard it.',
    }),
  },
  quarantined: {
    newer: {
      title: 'Saved by a newer version',
      text: 'This version can’t read it. Export it, or open the page with the newer one.',
    },
    corrupt: {
      title: 'Unreadable record',
      text: 'It was kept as it is and is not sent. Export it and show it to a supervisor.',
    },
  } satisfies Record<Quarantined['why'], NoticeText>,
  elsewhere: (n: number) => `${counts(n)} for another host`,
  elsewhereHelp: 'Kept on this device, and sent when this address is opened again:',
  sendNow: 'Send now',

  changed: (quantity: string, who: string, entered: string): NoticeText => ({
    title: 'Changed meanwhile',
    text: `In the list now: ${quantity}${who === '' ? '' : ` (${who})`}. You counted ${entered}.`,
  }),
  gone: (entered: string): NoticeText => ({
    title: 'The row is gone',
    text: `The host has no such row any more. You counted ${entered}.`,
  }),
  maybeContained: 'It got no answer before: the quantity in the list may already contain it.',
  uncertain: (quantity: string, entered: string): NoticeText => ({
    title: 'Already counted?',
    text: `No answer came. The host shows ${quantity}, you counted ${entered}. Does it contain your count?`,
  }),
  otherOperator: (name: string, quantity: string, entered: string): NoticeText => ({
    title: `Recorded as a count of ${name}`,
    text: `Somebody else was signed in. The host has your ${entered} in the name of ${name}, and shows ${quantity}. Sign in again, then say what holds. Nothing more is sent until then.`,
  }),
  lost: (quantity: string, entered: string): NoticeText => ({
    title: 'Gone from the host',
    text: `It said that it has your count of ${entered}, and shows ${quantity} now: perhaps a backup was put back.`,
  }),
  maybeLost: 'It does not tell whether that contains your count.',
  lostCounts: (n: number): NoticeText => ({
    title: 'The host has lost counts',
    text: `${count(n, { one: 'count that it had is', other: 'counts that it had are' })} not there any more, and nobody has counted there since. Perhaps a backup was put back.`,
  }),
  sendAgain: 'Send them all again',
  notThere: 'nothing',
  contained: 'It is contained',
  countAnew: 'Count it anew',
  listClosed: (n: number): NoticeText => ({
    title: 'List closed',
    text: `The host closed the list. ${count(n, { one: 'count stays', other: 'counts stay' })} here until you decide.`,
  }),
  listClosedCount: {
    title: 'List closed',
    text: 'The list was closed before this count arrived.',
  },
  forbidden: { title: 'Not allowed', text: 'The host does not let you count here.' },
  moveTo: 'Move to another list',
  moveHere: 'Move',
  noOtherList: 'Search the list first: only lists that were found can be chosen.',
  finish: 'Finish',
  nameItem: 'Name the item',
  showRaw: 'Show it raw',

  discard: 'Discard',
  tryAll: 'Try all again',
  discardAll: 'Discard all',
  oneReason: (n: number) => `${counts(n)}, one reason`,
  drops: (n: number) => `${counts(n)} would be dropped:`,
  andMore: (n: number) => `and ${n} more`,
  discardReason: 'Why is it discarded?',
  discardNow: 'Yes, discard',
  discarded: (n: number) => `${counts(n)} discarded`,
  keptCopy: 'A copy stays under “Sent”. It can be undone as long as this page is open.',
  problem: {
    'not-found': 'It is not on this device any more.',
    'in-flight': 'It is being sent right now. Try again in a moment.',
    'not-possible': 'That is not possible any more.',
    quota: 'The disk is full. Free some space and try again.',
    'no-storage': 'The browser’s storage does not answer. Reload the page.',
  },
  seen: 'OK',

  export: 'Export as a file',
  import: 'Import a file',
  imported: {
    title: (n: number, user: string) => `${counts(n)} of ${ltr(user)}`,
    exportedAt: (time: string) => `Exported: ${time}.`,
    known: (n: number) => `${counts(n)} of it are here already.`,
    unreadable: (n: number) => `${counts(n)} can’t be read and stay in the file.`,
    take: 'Take over',
    taken: 'Taken over: they are sent from here too, each once.',
    keptFor: (user: string) => `Kept on this device for ${ltr(user)}, and sent as soon as ${ltr(user)} signs in here.`,
    nothing: 'Nothing to take over',
    damaged: 'The file is damaged, or no export of the outbox.',
    newer: 'The file is from a newer version. Open the page with that one.',
    otherHost: (host: string) => `The file is for another host: ${ltr(host)}.`,
    otherUser: (user: string) => `The file is of another user, ${ltr(user)}. Only a supervisor may take it over.`,
    notPossible: 'The file can’t be taken over here.',
  },
  exported: (file: string) => `Saved as ${ltr(file)} in the downloads.`,
  persisted: 'The browser promises to keep what is stored here.',
  notPersisted:
    'The browser does not promise to keep what is stored here: it may delete it when the disk fills up. Send soon.',
  fullDisk: 'The disk is full: codes can’t be looked up without the host.',
  cacheReady: (items: number, locations: number, asOf: string) =>
    `Ready for work without network: ${count(items, { one: 'item', other: 'items' })}, ${count(locations, { one: 'location', other: 'locations' })}, as of ${asOf}.`,

  historyOf: (item: string) => `History of ${ltr(item)}`,
  historyEmpty: 'Nothing was counted here yet.',
  historyHereOnly: 'Only what this device knows: the host does not say more.',
  historyMore: 'There are older entries at the host.',
  undone: 'undone',
  notCounted: 'not counted',
  device: (name: string) => `Device ${ltr(name)}`,
  read: (text: string) => `Read: ${ltr(text)}`,

  logOutTitle: 'Sign out?',
  logOutText: (n: number, parked: number) =>
    `Not at the host yet: ${[n > 0 ? counts(n) : '', parked > 0 ? count(parked, { one: 'unknown code', other: 'unknown codes' }) : ''].filter(part => part !== '').join(', ')}.`,
  logOutNothing: 'Every count of this device is at the host.',
  logOutSend: 'Send, then sign out',
  logOutSending: (n: number) => `Sending: ${n} left…`,
  logOutKeep: 'Sign out, keep them here',
  logOutKeepHelp: 'They are sent when you are back. Nobody else sees them.',
  logOutStay: 'Stay',
  logOutDiscard: 'Discard them (supervisor)',
  logOut: 'Sign out',
};

export type OutboxWords = typeof outbox;
