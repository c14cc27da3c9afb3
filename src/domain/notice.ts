import type { Command, CommandRead } from './command.ts';
import type { Failure, Refusal } from './failure.ts';
import type { Unit } from './inventory.ts';
import type { OfflineNotice } from './offline-notice.ts';
import type { QuantityProblem } from './quantity.ts';

/** Something the operator is told. The words are in `messages`; here stands only what they are about. */
export type Notice = Told & {
  /** Commands read behind it that were not carried out, since they were about what failed. */
  readonly skipped?: readonly CommandRead['command'][];
};

type Told =
  | { readonly code: 'unknown-code'; readonly text: string }
  | { readonly code: 'nothing-found'; readonly text: string }
  | { readonly code: 'unreadable-code'; readonly text: string }
  | { readonly code: 'broken-scan'; readonly text: string }
  | { readonly code: 'code-without-use'; readonly text: string }
  /** The command means nothing at this moment. */
  | { readonly code: 'command-without-use'; readonly command: Command }
  /** It has the prefix of commands, and is none. */
  | { readonly code: 'unknown-command'; readonly text: string }
  | { readonly code: 'unknown-item'; readonly text: string }
  | { readonly code: 'unknown-location'; readonly text: string }
  | { readonly code: 'unknown-lot'; readonly text: string; readonly item: string }
  | { readonly code: 'lot-without-item'; readonly text: string }
  | { readonly code: 'serial-without-item'; readonly text: string }
  | { readonly code: 'quantity-without-item'; readonly text: string }
  | { readonly code: 'loading-unit'; readonly text: string }
  | { readonly code: 'location-ignored'; readonly text: string }
  | { readonly code: 'expiry-differs'; readonly lot: string; readonly onLabel: string; readonly inHost: string }
  /** The label's quantity is in another unit than is entered (`labelUnit: null`: pieces), so that it was left out. */
  | { readonly code: 'other-unit'; readonly quantity: string; readonly labelUnit: string | null; readonly unit: Unit }
  | { readonly code: 'lot-ignored'; readonly text: string; readonly item: string }
  | { readonly code: 'serial-ignored'; readonly text: string; readonly item: string }
  | { readonly code: 'phantom-item'; readonly item: string }
  | { readonly code: 'archived-item'; readonly item: string }
  | { readonly code: 'inactive-location'; readonly location: string }
  | {
      readonly code: 'other-warehouse';
      readonly location: string;
      readonly warehouse: string;
      readonly listWarehouse: string;
    }
  | { readonly code: 'item-missing' | 'location-missing' | 'lot-missing' | 'serial-missing' }
  /** One of the host's own dimensions, as the host calls it. */
  | { readonly code: 'dimension-missing'; readonly label: string }
  | { readonly code: 'quantity'; readonly problem: QuantityProblem; readonly typed: string; readonly unit: Unit }
  | { readonly code: 'serial-quantity' }
  /** In code points. */
  | { readonly code: 'note-too-long'; readonly length: number; readonly longest: number }
  | { readonly code: 'serial-repeated'; readonly serial: string }
  | { readonly code: 'not-counted'; readonly item: string }
  | { readonly code: 'quantity-replaced'; readonly from: string; readonly to: string }
  /** `item` with its `quantity` stands; `text` was read and waits. */
  | { readonly code: 'unconfirmed'; readonly item: string; readonly quantity: string; readonly text: string }
  | { readonly code: 'discarded'; readonly item: string }
  | { readonly code: 'row-gone' }
  | { readonly code: 'list-closed' }
  | { readonly code: 'outcome-unknown'; readonly failure: Failure }
  | { readonly code: 'look-up-failed'; readonly failure: Failure; readonly text: string }
  | { readonly code: 'refused'; readonly refusal: Refusal }
  | { readonly code: 'failed'; readonly failure: Failure }
  | OfflineNotice;

export type NoticeCode = Notice['code'];

const INFORMS: readonly NoticeCode[] = [
  'not-counted',
  'quantity-replaced',
  'discarded',
  'lot-ignored',
  'serial-ignored',
  'parked',
  'restored',
  'undone',
  'location-ignored',
  'expiry-differs',
  'other-unit',
];
const DECIDES: readonly NoticeCode[] = ['unconfirmed', 'outcome-unknown'];

/** `error`: something was refused. `decide`: the operator has to say how to go on. `info`: it went on, and is said. */
export type NoticeTone = 'error' | 'decide' | 'info';

export function toneOf(notice: Notice): NoticeTone {
  if (INFORMS.includes(notice.code)) return 'info';
  return DECIDES.includes(notice.code) ? 'decide' : 'error';
}
