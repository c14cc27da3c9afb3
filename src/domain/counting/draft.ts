import { EMPTY_FORM, fieldToFocus, hasUnconfirmedQuantity, isFree } from './form.ts';
import type { CountForm, CountingState } from './state.ts';
import { type Transition, focusOn, readExistingRow, say, become, then } from './transition.ts';

/** What stood in the form when the page was left, as it was typed, and perhaps by an older version; what came since is not overwritten. */
export function restore(state: CountingState, form: CountForm): Transition {
  if (!isFree(state) || state.form.location !== null) return become(state);
  const restored = { ...state, form: { ...EMPTY_FORM, ...form, existing: 'unread' as const, follows: null } };
  const field = hasUnconfirmedQuantity(form) ? 'barcode' : fieldToFocus(restored);
  return then(say(focusOn(restored, field), { code: 'restored' }), readExistingRow);
}
