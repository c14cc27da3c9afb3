import type { CountRow } from './inventory.ts';

/** Refusals a host may answer, by the stable name it gives them. The sentence for each is in `messages`. */
export const REFUSALS = [
  'list-closed',
  'not-your-list',
  'unknown-list',
  'unknown-item',
  'phantom-item',
  'archived-item',
  'variant-required',
  'unknown-location',
  'inactive-location',
  'other-warehouse',
  'lot-required',
  'lot-not-managed',
  'unknown-lot',
  'serial-required',
  'serial-not-managed',
  'serial-quantity',
  'serial-repeated',
  'serial-elsewhere',
  'unknown-unit',
  'too-many-decimals',
  'negative-quantity',
  'too-large-quantity',
  'nothing-to-undo',
  'already-undone',
  'key-reused',
  'bad-request',
] as const;

export type Refusal = (typeof REFUSALS)[number];

/** Why a request to the host brought nothing, as counting needs to tell it apart. */
export type Failure =
  /** Nothing answered, or not in time: what was sent may or may not have been applied. */
  | { readonly kind: 'unreachable' }
  /** The host answered with an error of its own (5xx), or with something that is not its contract. */
  | { readonly kind: 'host-error' }
  | { readonly kind: 'contract-broken' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** A new count met a counted row (409), or a row changed after it was decided on (412). `null`: it is gone. */
  | { readonly kind: 'row-exists' | 'changed-meanwhile'; readonly row: CountRow | null };

/** Whether a count may have been applied although the reply said nothing usable: then only asking again tells. */
export function leavesOutcomeOpen(failure: Failure): boolean {
  return failure.kind === 'unreachable' || failure.kind === 'host-error' || failure.kind === 'contract-broken';
}
