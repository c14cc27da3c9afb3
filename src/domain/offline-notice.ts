import type { Failure, Refusal } from './failure.ts';

/** Why a count that was saved on this device needs a person. */
export type AttentionWhy =
  | { readonly kind: 'changed' | 'uncertain' | 'other-operator' | 'lost' | 'list-closed' | 'forbidden' | 'rejected' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Why a count is not saved on this device; `no-answer`: it may be, the storage does not say yet. */
export type SaveProblem = 'full' | 'no-storage' | 'no-answer';

/** Why the last confirmation was not reversed. */
export type UndoProblem =
  | { readonly kind: 'nothing' | 'under-way' | 'changed' | 'unknown-before' | 'other-user' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What the operator is told of counts that are on this device, and of reads that nobody could look up. */
export type OfflineNotice =
  | { readonly code: 'not-saved'; readonly problem: SaveProblem }
  | { readonly code: 'needs-attention'; readonly item: string; readonly location: string; readonly why: AttentionWhy }
  | { readonly code: 'sending-paused'; readonly why: 'signed-out' | 'other-user' }
  /** `left`: the item that stood there without a quantity. */
  | { readonly code: 'parked'; readonly text: string; readonly left: string | null }
  /** It was confirmed, or its quantity discarded: the read stays. `quantity`: as it was entered. */
  | { readonly code: 'kept'; readonly text: string; readonly quantity: string }
  | { readonly code: 'not-kept'; readonly text: string }
  | { readonly code: 'parked-location'; readonly text: string }
  /** The code before may have been a location: the one before it is not taken on trust. */
  | { readonly code: 'location-again'; readonly text: string }
  | { readonly code: 'not-resumed'; readonly text: string }
  /** The host does not know the code either: what item it stands for, a person says. */
  | { readonly code: 'name-item'; readonly text: string }
  | { readonly code: 'restored' }
  | { readonly code: 'undone'; readonly item: string }
  | { readonly code: 'undiscarded'; readonly counts: number }
  | { readonly code: 'not-undone'; readonly problem: UndoProblem };
