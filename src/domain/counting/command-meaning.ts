import { type CommandRead, type Order, orderOf } from '../command.ts';
import { hasUnconfirmedQuantity } from './form.ts';
import type { CountingState } from './state.ts';

/**
 * The order that a command stands for now; `null`: it means nothing here. What asks a person something is answered by
 * it, and otherwise it is about the form. `key` is the idempotency key of a count that it may lead to.
 */
export function meaningOf(
  { stage, held, form }: CountingState,
  command: CommandRead['command'],
  key: string,
): Order | null {
  const inForm = held === null ? 'form' : 'held';
  return orderOf(command, stage.kind === 'idle' ? inForm : stage.kind, {
    key,
    hasItem: form.item !== null,
    hasLocation: form.location !== null,
    hasQuantity: hasUnconfirmedQuantity(form),
    isBegun: form.item !== null || form.quantityText !== '',
    isSerial: stage.kind === 'asking' && stage.row.serial !== null,
    options: stage.kind === 'choosing' ? stage.options.length : 0,
  });
}
