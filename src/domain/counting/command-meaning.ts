import type { CommandRead } from '../command.ts';
import { hasUnconfirmedQuantity } from './form.ts';
import type { CountingEvent } from './events.ts';
import type { CountForm, CountingState } from './state.ts';

type Name = CommandRead['command'];

/**
 * The event that a command stands for now; `null`: it means nothing here. What asks a person something is answered by
 * it, and otherwise it is about the form. `key` is the idempotency key of a count that it may lead to.
 */
export function meaningOf(state: CountingState, command: Name, key: string): CountingEvent | null {
  switch (state.stage.kind) {
    case 'asking':
      return answerTo(state.stage.row.serial !== null, command, key);
    case 'choosing':
      return choiceAmong(state.stage.options.length, command);
    case 'stuck':
    case 'paused':
      if (command === 'cancel') return { type: 'discard' };
      return goesOn(command) ? { type: 'go-on' } : null;
    case 'unsure':
      return goesOn(command) ? { type: 'go-on' } : null;
    case 'idle':
      return state.held === null ? meaningInForm(state.form, command, key) : answerToHeld(command, key);
    case 'resolving':
    case 'recording':
      return null;
  }
}

function goesOn(command: Name): boolean {
  return command === 'confirm' || command === 'next';
}

function answerTo(isSerial: boolean, command: Name, key: string): CountingEvent | null {
  if (command === 'cancel') return { type: 'question-dismissed' };
  if (command === 'replace' || (command === 'add' && !isSerial)) return { type: 'answered', mode: command, key };
  return null;
}

function choiceAmong(options: number, command: Name): CountingEvent | null {
  if (command === 'cancel') return { type: 'choice-cancelled' };
  if (!command.startsWith('choice-')) return null;
  const index = Number(command.slice('choice-'.length)) - 1;
  return index < options ? { type: 'option-chosen', index } : null;
}

/** A count stands unconfirmed and another read waits for it: nothing else is done before that is settled. */
function answerToHeld(command: Name, key: string): CountingEvent | null {
  if (goesOn(command)) return { type: 'confirm', key };
  return command === 'cancel' ? { type: 'discard' } : null;
}

function meaningInForm(form: CountForm, command: Name, key: string): CountingEvent | null {
  switch (command) {
    case 'confirm':
      return { type: 'confirm', key };
    case 'next':
      // On to the next item: what was entered is confirmed, an item without a quantity is left, and that is said.
      if (form.item === null) return null;
      return hasUnconfirmedQuantity(form) ? { type: 'confirm', key } : { type: 'discard' };
    case 'cancel':
      return form.item !== null || form.quantityText !== '' ? { type: 'discard' } : null;
    case 'zero':
      return form.item === null ? null : { type: 'zero' };
    case 'undo':
      return { type: 'undo-asked' };
    case 'clear-location':
      return form.location === null ? null : { type: 'location-cleared' };
    default:
      return null;
  }
}
