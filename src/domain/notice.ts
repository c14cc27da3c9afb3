import type { Command, CommandRead } from './command.ts';
import type { CountedSerial } from './counted-serial.ts';
import type { Failure, Refusal } from './failure.ts';
import type { Unit } from './inventory.ts';
import type { OfflineNotice } from './offline-notice.ts';
import type { QuantityProblem } from './quantity.ts';

/** Something the operator is told. The words are in `messages`; here stands only what they are about. */
export type Notice = Told & {
  /** Commands read behind it that were not carried out, since they were about what failed. */
  readonly skipped?: readonly CommandRead['command'][];
};

/** By what they are about. */
type Told =
  | { readonly code: AboutText; readonly text: string }
  | { readonly code: 'lot-ignored' | 'serial-ignored'; readonly text: string; readonly item: string }
  /** The item has no such lot; it is one of the items in `of`. `new-lot`: whether it is to be made, a person says. */
  | {
      readonly code: 'unknown-lot' | 'new-lot';
      readonly text: string;
      readonly item: string;
      readonly of: readonly string[];
    }
  | { readonly code: 'phantom-item' | 'archived-item' | 'not-counted' | 'discarded'; readonly item: string }
  | { readonly code: 'inactive-location'; readonly location: string }
  | {
      readonly code: 'other-warehouse';
      readonly location: string;
      readonly warehouse: string;
      readonly listWarehouse: string;
    }
  /** The command means nothing at this moment. */
  | { readonly code: 'command-without-use'; readonly command: Command }
  | { readonly code: 'item-missing' | 'location-missing' | 'lot-missing' | 'serial-missing' }
  /** One of the host's own dimensions, as the host calls it. */
  | { readonly code: 'dimension-missing'; readonly label: string }
  | { readonly code: 'quantity'; readonly problem: QuantityProblem; readonly typed: string; readonly unit: Unit }
  | { readonly code: 'quantity-replaced'; readonly from: string; readonly to: string }
  /** The label's quantity is in another unit than is entered (`labelUnit: null`: pieces), so that it was left out. */
  | { readonly code: 'other-unit'; readonly quantity: string; readonly labelUnit: string | null; readonly unit: Unit }
  | { readonly code: 'expiry-differs'; readonly lot: string; readonly onLabel: string; readonly inHost: string }
  | { readonly code: 'serial-repeated'; readonly serial: string }
  /** `places`: where it is counted; none where the host does not say. */
  | { readonly code: 'serial-elsewhere'; readonly serial: string; readonly places: readonly CountedSerial[] }
  /** In code points. */
  | { readonly code: 'note-too-long'; readonly length: number; readonly longest: number }
  /** `item` with its `quantity` stands; `text` was read and waits. */
  | { readonly code: 'unconfirmed'; readonly item: string; readonly quantity: string; readonly text: string }
  | { readonly code: 'serial-quantity' | 'row-gone' | 'list-closed' }
  | { readonly code: 'outcome-unknown' | 'failed'; readonly failure: Failure }
  | { readonly code: 'look-up-failed'; readonly failure: Failure; readonly text: string }
  | { readonly code: 'refused'; readonly refusal: Refusal }
  | OfflineNotice;

/** A text that was read or typed, and came to nothing. `unknown-command`: it has the prefix of commands, and is none. */
type AboutText =
  | `unknown-${'code' | 'command' | 'item' | 'location'}`
  | `${'lot' | 'serial' | 'quantity'}-without-item`
  | 'nothing-found'
  | 'unreadable-code'
  | 'broken-scan'
  | 'not-shown'
  | 'wrong-end'
  | 'label-as-quantity'
  | 'code-without-use'
  | 'loading-unit'
  | 'location-ignored';

export type NoticeCode = Notice['code'];

const INFORMS: readonly NoticeCode[] = [
  'not-counted',
  'quantity-replaced',
  'discarded',
  'lot-ignored',
  'serial-ignored',
  'parked',
  'kept',
  'not-kept',
  'restored',
  'name-item',
  'undone',
  'undiscarded',
  'location-ignored',
  'expiry-differs',
  'other-unit',
];
const DECIDES: readonly NoticeCode[] = [
  'unconfirmed',
  'outcome-unknown',
  'label-as-quantity',
  'new-lot',
  'serial-elsewhere',
];

/** `error`: something was refused. `decide`: the operator has to say how to go on. `info`: it went on, and is said. */
export type NoticeTone = 'error' | 'decide' | 'info';

export function toneOf(notice: Notice): NoticeTone {
  if (INFORMS.includes(notice.code)) return 'info';
  return DECIDES.includes(notice.code) ? 'decide' : 'error';
}
