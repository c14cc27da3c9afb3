import type { Press } from './count-request.ts';

/** What an operator orders, by a button, a key or a command barcode; and counting does it, or it means nothing there. */
export type Order =
  /** `meant`: what looks like a label's number is the quantity all the same. */
  | (Press & { readonly type: 'confirm'; readonly meant?: true })
  | (Press & { readonly type: 'answered'; readonly mode: 'add' | 'replace' })
  | { readonly type: 'option-chosen'; readonly index: number }
  | { readonly type: 'question-dismissed' }
  | { readonly type: 'choice-cancelled' }
  | { readonly type: 'go-on' }
  | { readonly type: 'discard' }
  | { readonly type: 'zero' }
  | { readonly type: 'location-cleared' }
  /** The last confirmation is to be reversed. */
  | { readonly type: 'undo-asked' };

/** What counting is at when a command is read. */
export interface Situation {
  /** For a count that the order may lead to. */
  readonly press: Press;
  readonly hasItem: boolean;
  readonly hasLocation: boolean;
  readonly hasQuantity: boolean;
  /** There is an item, a read in its place, or at least a text in the quantity. */
  readonly isBegun: boolean;
  /** The row that is asked about is of one serial number, which can be there only once. */
  readonly isSerial: boolean;
  /** So many things are offered to choose from. */
  readonly options: number;
}

/** `held`: in the form a count stands unconfirmed, and another read waits until that is settled. */
export type Place =
  'form' | 'held' | 'asking' | 'choosing' | 'stuck' | 'paused' | 'unsure' | 'elsewhere' | 'resolving' | 'recording';

type Meaning = (situation: Situation) => Order | null;

/** A command: its name, which its barcode and its words go by, what it means where, and its key if it has one. */
interface Definition extends Partial<Record<Place, Meaning>> {
  readonly name: string;
  /** The key is the page's to set, by this setting of the session; `does` is what it does, which a button does too. */
  readonly key?: { readonly setting: string; readonly does: string; readonly withCtrl?: string };
}

const goOn: Meaning = () => ({ type: 'go-on' });
const discard: Meaning = () => ({ type: 'discard' });
const confirm: Meaning = ({ press }) => ({ type: 'confirm', ...press });
/** What waits for a person goes on. */
const going = { held: confirm, stuck: goOn, paused: goOn, unsure: goOn, elsewhere: goOn };
/** One of what is offered, by its number. */
const choice = <Nr extends number>(nr: Nr) => {
  const choosing: Meaning = ({ options }) => (nr <= options ? { type: 'option-chosen', index: nr - 1 } : null);
  return { name: `choice-${nr}` as const, choosing };
};

/** All commands, in the order of the printed sheet. Their words are in `messages`, by name. */
const TABLE = [
  { name: 'confirm', key: { setting: 'confirmKey', does: 'confirm' }, form: confirm, ...going },
  { name: 'add', asking: ({ isSerial, press }) => (isSerial ? null : { type: 'answered', mode: 'add', ...press }) },
  { name: 'replace', asking: ({ press }) => ({ type: 'answered', mode: 'replace', ...press }) },
  { name: 'zero', form: ({ hasItem }) => (hasItem ? { type: 'zero' } : null) },
  {
    // On to the next item: what was entered is confirmed, an item without a quantity is left, and that is said.
    name: 'next',
    form: ({ hasItem, hasQuantity, press }) =>
      hasItem ? (hasQuantity ? { type: 'confirm', ...press } : { type: 'discard' }) : null,
    ...going,
  },
  {
    name: 'cancel',
    key: { setting: 'discardKey', does: 'discard' },
    form: ({ isBegun }) => (isBegun ? { type: 'discard' } : null),
    held: discard,
    asking: () => ({ type: 'question-dismissed' }),
    choosing: () => ({ type: 'choice-cancelled' }),
    stuck: discard,
    paused: discard,
    elsewhere: discard,
  },
  { name: 'clear-location', form: ({ hasLocation }) => (hasLocation ? { type: 'location-cleared' } : null) },
  { name: 'undo', key: { setting: 'undoKey', does: 'undo', withCtrl: 'z' }, form: () => ({ type: 'undo-asked' }) },
  ...[choice(1), choice(2), choice(3), choice(4), choice(5), choice(6), choice(7), choice(8), choice(9)],
] as const satisfies readonly Definition[];

export type Command = (typeof TABLE)[number]['name'];

export const COMMANDS: readonly Command[] = TABLE.map(({ name }) => name);

/** The keys of commands. */
export const COMMAND_KEYS = TABLE.flatMap(command => ('key' in command ? [command.key] : []));

/** The order that a command stands for where counting is; `null`: it means nothing there. */
export function orderOf(command: Command | 'unknown', place: Place, situation: Situation): Order | null {
  const all: readonly Definition[] = TABLE;
  return all.find(({ name }) => name === command)?.[place]?.(situation) ?? null;
}

/** A command as it was read; `unknown`: it has the prefix of commands, and is none that is known here. */
export interface CommandRead {
  readonly command: Command | 'unknown';
  /** The barcode's text; `''` where a key was pressed. */
  readonly text: string;
}

/**
 * A command that was read, or Confirm pressed, while something runs: it takes its turn behind the reads before it, so
 * that "item, Zero, Confirm", read faster than a host answers, is about that item.
 */
export interface QueuedCommand extends CommandRead {
  /** Read, and not pressed: each read is an order of its own, while a double press is one. */
  readonly scanned: boolean;
}
