import { expect } from '@open-wc/testing';
import { COMMANDS } from '../../src/domain/command.ts';
import { COMMAND_PREFIX, commandText, readCommand } from '../../src/scanner/commands.ts';

describe('A command barcode', () => {
  it('is the prefix and the name, and is read as that command again', () => {
    expect(commandText('clear-location')).to.equal('$$CLEARLOCATION');
    for (const command of COMMANDS) {
      expect(readCommand(commandText(command), COMMAND_PREFIX, COMMANDS)).to.equal(command);
      expect(readCommand(commandText(command, '*'), '*', COMMANDS)).to.equal(command);
    }
  });

  it('is exact: with the prefix and another name it is unknown, and never a code to be looked up', () => {
    for (const text of ['$$', '$$ZER', '$$ZERO ', '$$zero', '$$YERO']) {
      expect(readCommand(text, COMMAND_PREFIX, COMMANDS), text).to.equal('unknown');
    }
  });

  it('is no code that a host, GS1 or a scanner on another keyboard gives', () => {
    const codes = [
      'ZERO',
      '$C10104012345678901',
      '$ZERO',
      '(01)04012345678901',
      '\u001d$$ZERO',
      'https://id.gs1.org/01/1',
    ];
    for (const text of codes) expect(readCommand(text, COMMAND_PREFIX, COMMANDS), text).to.equal(null);
  });

  it('is long enough for the wedge, and capitals and digits alone', () => {
    for (const command of COMMANDS) expect(commandText(command)).to.match(/^\$\$[A-Z0-9]{3,}$/);
  });

  it('is none at all where there is no prefix', () => {
    expect(readCommand('ZERO', '', COMMANDS)).to.equal(null);
  });
});
