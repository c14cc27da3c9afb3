import { hasUnconfirmedQuantity, nameOf } from './form.ts';
import { fill } from './fill.ts';
import { CONFIRM, ask, commandNow, giveUp, nextConfirms, takeNext } from './queue.ts';
import type { CountingState, HeldRead, Resolved } from './state.ts';
import type { Notice } from '../notice.ts';
import { type Transition, focusOn, say, become, then } from './transition.ts';

/** Whether a read that is understood may go into the form now: it does so as a whole or not at all. */

/** Fills a resolved read in, or holds it where it would overwrite a quantity that stands unconfirmed. */
export function apply(state: CountingState, { read, resolved }: HeldRead): Transition {
  const refusal = refuse(state, resolved);
  if (refusal !== null) return giveUp(state, refusal);
  if (state.held !== null) return applyBesideHeld(state, { read, resolved });
  if (wouldOverwrite(state, resolved)) return hold(state, { read, resolved });
  return then(fill(state, read, resolved), takeNext);
}

/** Goes on after a count: with the read that was held for it, or with what waits next. */
export function applyNext(state: CountingState, held: HeldRead | null): Transition {
  return held === null ? takeNext(state) : apply(state, held);
}

export function hold(state: CountingState, held: HeldRead): Transition {
  const holding = focusOn({ ...state, held }, 'barcode');
  if (nextConfirms(state, held)) return commandNow(holding, CONFIRM);
  const item = state.form.item === null ? '' : nameOf(state.form.item);
  const quantity = state.form.quantityText.trim();
  // Pressed or read behind this read, Confirm was meant for the count that stands.
  return ask(holding, asking => say(asking, { code: 'unconfirmed', item, quantity, text: held.read.text }));
}

/** While a read is held, one that brings what the unconfirmed count still lacks is let through; others wait. */
function applyBesideHeld(state: CountingState, { read, resolved }: HeldRead): Transition {
  const { form } = state;
  const completes =
    resolved.item === undefined &&
    resolved.parked === undefined &&
    !wouldOverwrite(state, resolved) &&
    ((resolved.location !== undefined && form.location === null) ||
      (resolved.lot !== undefined && form.lot === null) ||
      (resolved.serial !== undefined && form.serial.trim() === ''));
  if (!completes) return become({ ...state, waiting: [read, ...state.waiting] });
  const filled = fill({ ...state, notice: null }, read, resolved);
  return then(filled, after => (nextConfirms(state, state.held) ? commandNow(after, CONFIRM) : takeNext(after)));
}

/** Rules 8 and 12: what can't be counted, or not in this list. */
function refuse(state: CountingState, { item, location }: Resolved): Notice | null {
  if (item?.item.phantom === true) return { code: 'phantom-item', item: item.item.code };
  if (item?.item.archived === true) return { code: 'archived-item', item: item.item.code };
  if (location === undefined) return null;
  const listWarehouse = state.list.warehouse.code;
  if (location.warehouse !== listWarehouse) {
    return { code: 'other-warehouse', location: location.code, warehouse: location.warehouse, listWarehouse };
  }
  if (!location.active || location.obsolete) return { code: 'inactive-location', location: location.code };
  return null;
}

function wouldOverwrite({ form }: CountingState, { item, location, lot, serial, parked }: Resolved): boolean {
  if (!hasUnconfirmedQuantity(form)) return false;
  if (item !== undefined || parked !== undefined) return true;
  if (location !== undefined && form.location !== null && location.code !== form.location.code) return true;
  if (lot !== undefined && form.lot !== null && lot.code !== form.lot.code) return true;
  return serial !== undefined && form.serial.trim() !== '' && serial !== form.serial.trim();
}
