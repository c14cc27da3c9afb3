/** What an operator can order without touching the screen: printed as barcodes, and read like any code. */
export const COMMANDS = [
  'confirm',
  'add',
  'replace',
  'zero',
  'next',
  'cancel',
  'clear-location',
  'undo',
  'choice-1',
  'choice-2',
  'choice-3',
  'choice-4',
  'choice-5',
  'choice-6',
  'choice-7',
  'choice-8',
  'choice-9',
] as const;

export type Command = (typeof COMMANDS)[number];

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
