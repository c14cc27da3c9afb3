import { type CommandRead, type Order, orderOf } from '../command.ts';
import type { Press } from '../count-request.ts';
import { hasUnconfirmedQuantity } from './form.ts';
import type { CountingState } from './state.ts';

/**
 * The order that a command stands for now; `null`: it means nothing here. What asks a person something is answered by
 * it, and otherwise it is about the form. `press`: of a count that it may lead to.
 */
export function meaningOf(
  { stage, held, form }: CountingState,
  command: CommandRead['command'],
  press: Press,
): Order | null {
  const inForm = held === null ? 'form' : 'held';
  return orderOf(command, stage.kind === 'idle' ? inForm : stage.kind, {
    press,
    hasItem: form.item !== null,
    hasLocation: form.location !== null,
    hasQuantity: hasUnconfirmedQuantity(form),
    isBegun: form.item !== null || form.parked !== null || form.quantityText !== '',
    isSerial: stage.kind === 'asking' && stage.row.serial !== null,
    options: stage.kind === 'choosing' ? stage.options.length : 0,
  });
}
