import type { CodeParts, CodeRead } from '../code-read.ts';
import type { CommandRead, Order } from '../command.ts';
import type { CountedSerial } from '../counted-serial.ts';
import type { CountIdentity } from '../count-identity.ts';
import type { CountRequest, Decided, Press } from '../count-request.ts';
import type { CountForm, Found, Meaning, TypedField } from './state.ts';
import type { Failure } from '../failure.ts';
import type { CountRow, Item, ItemMatch, ListProgress, Location, Lot } from '../inventory.ts';
import type { NoticeTone } from '../notice.ts';
import type { AttentionWhy, UndoProblem } from '../offline-notice.ts';
import type { ParkedRead } from '../parked-read.ts';
import type { CountMode, Entry } from '../record-count.ts';
import type { SaveProblem } from '../offline-notice.ts';

/** What can happen to counting, and what it wants done: it talks with the session in these alone. */

/** An answer names what was asked, so that one that comes too late is known as such and left. */
export type CountingEvent =
  | Order
  | { readonly type: 'code-read'; readonly read: CodeRead }
  | { readonly type: 'interpreted'; readonly read: CodeRead; readonly candidates: readonly CodeParts[] }
  | { readonly type: 'resolved'; readonly read: CodeRead; readonly candidate: number; readonly found: Found }
  | { readonly type: 'resolve-failed'; readonly read: CodeRead; readonly candidate: number; readonly failure: Failure }
  /** A command barcode; `command-due`: one that waited, and whose turn it is. */
  | (CommandRead & Press & { readonly type: 'command-read' | 'command-due' })
  /** One that means nothing to a dialog over the form. */
  | (CommandRead & { readonly type: 'command-refused' })
  /** No meaning of the read is beyond doubt; these resolved. */
  | { readonly type: 'weigh'; readonly read: CodeRead; readonly meanings: readonly Meaning[] }
  /** The lots of all items with this code. `sure`: there are no others. */
  | {
      readonly type: 'lot-found';
      readonly item: ItemMatch;
      readonly code: string;
      readonly lots: readonly Lot[];
      readonly sure: boolean;
    }
  /** A person says that the lot in the form is a new one. */
  | { readonly type: 'lot-meant' }
  | { readonly type: 'lots-loaded'; readonly item: ItemMatch; readonly lots: readonly Lot[]; readonly more: boolean }
  | {
      readonly type: 'row-read';
      readonly identity: CountIdentity;
      readonly row: CountRow | null;
      /** The count of this device whose result `row` is; absent: it is the host's. */
      readonly follows?: string;
    }
  | { readonly type: 'row-unreadable'; readonly identity: CountIdentity }
  /** All that stands in a field now. */
  | { readonly type: 'field-typed'; readonly field: TypedField; readonly text: string }
  /** Taken over by Enter, or on leaving the field. */
  | { readonly type: 'field-entered'; readonly field: TypedField }
  /** The quantity, taken over by an Enter that came with it faster than anybody types. */
  | { readonly type: 'burst-entered'; readonly text: string }
  | { readonly type: 'quantity-stepped'; readonly by: 1 | -1 }
  /** The host has the count that the form waited with. `progress`: where it said how far the list is. */
  | { readonly type: 'recorded'; readonly key: string; readonly row: CountRow; readonly progress: ListProgress | null }
  | { readonly type: 'record-failed'; readonly key: string; readonly failure: Failure }
  /** The count is safe on this device; `row` is what it will lead to. */
  | { readonly type: 'saved'; readonly key: string; readonly row: CountRow }
  /** A count that was asked about is decided, and safe on this device. */
  | { readonly type: 'answer-saved'; readonly key: string; readonly row: CountRow }
  /** Nobody can tell whether the host has it: it waits in the outbox for a person. */
  | { readonly type: 'left-to-person'; readonly key: string }
  | { readonly type: 'save-failed'; readonly key: string; readonly problem: SaveProblem }
  /** Another count for the row is here already: `row` is what that one leads to, and nothing was saved. */
  | { readonly type: 'counted-here'; readonly key: string; readonly row: CountRow; readonly follows: string | null }
  /** The serial number is counted in these places already: nothing was saved. */
  | { readonly type: 'serial-elsewhere'; readonly key: string; readonly places: readonly CountedSerial[] }
  /** The host has a count that was saved here. `progress`: where it said how far the list is. */
  | {
      readonly type: 'at-host';
      readonly key: string;
      readonly row: CountRow | null;
      readonly progress: ListProgress | null;
    }
  /** A count that was saved here met a row that had changed. `mode`: as it was decided. */
  | {
      readonly type: 'changed-at-host';
      readonly id: string;
      readonly row: CountRow;
      readonly item: Item;
      readonly entry: Entry;
      readonly mode: CountMode;
    }
  /** A count that was saved here is not taken, and a person has to look. */
  | { readonly type: 'needs-attention'; readonly item: string; readonly location: string; readonly why: AttentionWhy }
  | { readonly type: 'sending-paused'; readonly why: 'signed-out' | 'other-user' }
  | { readonly type: 'undone'; readonly item: string; readonly identity: CountIdentity }
  /** So many counts that had been discarded stand as they did before. */
  | { readonly type: 'undiscarded'; readonly counts: number }
  | { readonly type: 'not-undone'; readonly problem: UndoProblem }
  /** It is kept under this id from now on. */
  | { readonly type: 'parked-as'; readonly read: CodeRead; readonly id: string }
  /** What was parked last was taken back. */
  | { readonly type: 'unparked'; readonly read: CodeRead }
  | { readonly type: 'parked-resumed' | 'parked-named'; readonly parked: ParkedRead }
  /** What stood in the form when the page was left. */
  | { readonly type: 'form-restored'; readonly form: CountForm }
  | { readonly type: 'notice-dismissed' };

/** What no first count needs to answer: its code comes later. */
export type LaterEvent = Extract<
  CountingEvent,
  {
    type:
      | 'weigh'
      | 'lot-found'
      | 'lot-meant'
      | 'counted-here'
      | 'serial-elsewhere'
      | 'record-failed'
      | 'save-failed'
      | 'left-to-person'
      | 'answer-saved'
      | 'at-host'
      | 'changed-at-host'
      | 'needs-attention'
      | 'sending-paused'
      | 'undone'
      | 'not-undone'
      | 'undiscarded'
      | 'parked-as'
      | 'unparked'
      | 'parked-resumed'
      | 'parked-named';
  }
>;

/** What the session is to do for counting. Answers come back as events. */
export type CountingEffect =
  /** Say what a read means that could not be understood when it came. */
  | { readonly type: 'interpret'; readonly read: CodeRead }
  | {
      readonly type: 'resolve';
      readonly read: CodeRead;
      readonly candidate: number;
      /** The list's warehouse: a location read without one is looked up there (rule 12). */
      readonly warehouse: string;
      /** The item in the form, which a lot read alone belongs to. */
      readonly item: ItemMatch | null;
      /** A text that no tokenizer took may be a lot of the item. */
      readonly asksLot: boolean;
    }
  | { readonly type: 'load-lots'; readonly item: ItemMatch }
  /** Whose is a lot that is not known to be the item's. */
  | { readonly type: 'find-lot'; readonly item: ItemMatch; readonly code: string }
  | { readonly type: 'read-row'; readonly listId: string; readonly identity: CountIdentity }
  | {
      readonly type: 'record';
      readonly listId: string;
      readonly request: CountRequest;
      readonly decidedOn: Decided;
      /** A person wants the serial number counted here, wherever else it is. */
      readonly elsewhereToo?: true;
    }
  /** Goes on with what comes later. */
  | { readonly type: 'later'; readonly event: LaterEvent }
  | { readonly type: 'undo' }
  /** The answer to what was asked about a count that was saved here. */
  | { readonly type: 'answer-count'; readonly id: string; readonly mode: 'add' | 'replace' }
  /** Keep a read with what stands around it; once more, with the quantity. */
  | {
      readonly type: 'park';
      readonly read: CodeRead;
      readonly location: Location | null;
      readonly quantityText: string;
    }
  /** The turn of a command has come: it comes back as `command-due`, with a key. */
  | (CommandRead & { readonly type: 'command' })
  | { readonly type: 'feedback'; readonly tone: NoticeTone | 'success' };
