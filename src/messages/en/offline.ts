import type { Failure, Refusal } from '../../domain/failure.ts';
import type { AttentionWhy, OfflineNotice, UndoProblem } from '../../domain/offline-notice.ts';
import { type NoticeText, ltr } from '../text.ts';

/** The sentences that are said elsewhere in the same language. */
export interface Words {
  failure(failure: Failure): string;
  refusal(refusal: Refusal): string;
}

/** What is said of counts on this device, and of what could not be looked up. */
export const offline = {
  savedHere: 'saved on this device',
  waits: 'waits for the host',
  needsAttention: 'to decide',
  loading: (n: number) => `loading for work without a network: ${n}`,
  undo: 'Undo',
  undoing: 'Undoing…',
  notKnownYet: 'not known yet',

  attention: (why: AttentionWhy, words: Words): string => {
    switch (why.kind) {
      case 'changed':
        return 'The row changed meanwhile. Open “To decide” and choose Add or Replace.';
      case 'uncertain':
        return 'The host gave no answer. Open “To decide” and say whether it is counted.';
      case 'list-closed':
        return 'The list was closed meanwhile. The count is kept on this device; ask a supervisor.';
      case 'forbidden':
        return 'You are not allowed to count this. The count is kept on this device; ask a supervisor.';
      case 'rejected':
        return 'The host did not take it. The count is kept on this device; open “To decide”.';
      case 'refused':
        return `${words.refusal(why.refusal)} The count is kept on this device.`;
    }
  },

  undoProblem: (problem: UndoProblem, words: Words): string => {
    switch (problem.kind) {
      case 'nothing':
        return 'Nothing was confirmed here since the list was opened.';
      case 'under-way':
        return 'The count is on its way to the host. Try again in a moment.';
      case 'changed':
        return 'Somebody counted the row again meanwhile. Count it anew.';
      case 'unknown-before':
        return 'What was there before is not known. Count the row anew and choose Replace.';
      case 'failed':
        return words.failure(problem.failure);
    }
  },

  notice: (notice: OfflineNotice, words: Words): NoticeText => {
    switch (notice.code) {
      case 'not-saved':
        return notice.problem === 'full'
          ? {
              title: 'Not saved: the device is full',
              text: 'Nothing is lost, the form stays as it is. Free some space, or wait until counts are sent, then confirm again.',
            }
          : {
              title: 'Not saved: the device’s storage does not answer',
              text: 'Nothing is lost, the form stays as it is. Confirm again; if that does not help, reload this page.',
            };
      case 'needs-attention':
        return {
          title: `${ltr(notice.item)}, ${ltr(notice.location)}: not counted yet`,
          text: offline.attention(notice.why, words),
        };
      case 'sending-paused':
        return notice.why === 'signed-out'
          ? {
              title: 'Your sign-in has expired',
              text: 'Go on counting: all is saved on this device. Sign in again on this page, so that it is sent.',
            }
          : {
              title: 'Somebody else is signed in',
              text: 'These counts are not sent in their name. They are kept until you sign in again.',
            };
      case 'parked':
        return {
          title: `${ltr(notice.text)} is not known yet`,
          text: `${notice.left === null ? '' : `${ltr(notice.left)} was left without a quantity. `}Type its quantity and confirm, or scan on. It is kept until the host answers.`,
        };
      case 'parked-location':
        return {
          title: `Location ${ltr(notice.text)} is not known yet`,
          text: 'The host does not answer, so nothing can be counted there now. Scan another location.',
        };
      case 'location-again':
        return {
          title: 'Scan the location again',
          text: `${ltr(notice.text)} is not known yet and may have been a location.`,
        };
      case 'not-resumed':
        return {
          title: 'The form is not empty',
          text: `Confirm or discard what stands there before ${ltr(notice.text)}.`,
        };
      case 'restored':
        return { title: 'As you left it', text: 'What was not confirmed when the page was left is here again.' };
      case 'undone':
        return { title: 'Undone', text: `The last count of ${ltr(notice.item)} was reversed.` };
      case 'not-undone':
        return { title: 'Not undone', text: offline.undoProblem(notice.problem, words) };
    }
  },
};

export type OfflineWords = typeof offline;
