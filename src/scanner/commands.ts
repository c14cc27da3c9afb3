/**
 * Starts every command barcode. No GS1 data has a `$`, it stands at the same key of nearly all keyboards, and two of them
 * start no code that we know of.
 */
export const COMMAND_PREFIX = '$$';

/**
 * The text of a command's barcode: the prefix, and its name in capitals, as in `$$CLEARLOCATION`. Letters and digits only,
 * which come through more wrong keyboard layouts than anything else.
 */
export function commandText(command: string, prefix: string = COMMAND_PREFIX): string {
  return prefix + command.toUpperCase().replaceAll('-', '');
}

/** `null`: no command, as it has not their prefix. `unknown`: it has, and is none of these. */
export function readCommand<Name extends string>(
  text: string,
  prefix: string,
  commands: readonly Name[],
): Name | 'unknown' | null {
  // Without a prefix there are no commands: every code would have it.
  if (prefix === '' || !text.startsWith(prefix)) return null;
  return commands.find(command => commandText(command, prefix) === text) ?? 'unknown';
}
