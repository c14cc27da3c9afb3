import { expect } from '@open-wc/testing';
import { characterOn, composeDeadKey } from '../../../src/scanner/wedge/layouts.ts';
import type { ScannerLayout } from '../../../src/scanner/wedge/profile.ts';

/** Keys as they are printed on keyboards one can buy: layout, code, plain, Shift, AltGr. */
const PRINTED: readonly (readonly [ScannerLayout, string, string])[] = [
  ['us', 'BracketRight', ']}'],
  ['us', 'Digit2', '2@'],
  ['us', 'Minus', '-_'],
  ['us', 'Quote', `'"`],
  ['uk', 'Digit2', '2"'],
  ['uk', 'Quote', `'@`],
  ['uk', 'Backslash', '#~'],
  ['uk', 'Digit3', '3£'],
  ['it', 'BracketRight', '+*]'],
  ['it', 'BracketLeft', 'èé['],
  ['it', 'Minus', `'?`],
  ['it', 'Slash', '-_'],
  ['it', 'Semicolon', 'òç@'],
  ['it', 'Quote', 'à°#'],
  ['it', 'Backquote', '\\|'],
  ['it', 'Digit7', '7/'],
  ['fr', 'KeyQ', 'aA'],
  ['fr', 'KeyA', 'qQ'],
  ['fr', 'KeyW', 'zZ'],
  ['fr', 'Semicolon', 'mM'],
  ['fr', 'KeyM', ',?'],
  ['fr', 'Digit1', '&1'],
  ['fr', 'Digit6', '-6|'],
  ['fr', 'Digit0', 'à0@'],
  ['fr', 'BracketRight', '$£¤'],
  ['fr', 'Minus', ')°]'],
  ['de', 'KeyY', 'zZ'],
  ['de', 'KeyZ', 'yY'],
  ['de', 'KeyQ', 'qQ@'],
  ['de', 'BracketRight', '+*~'],
  ['de', 'Slash', '-_'],
  ['de', 'Minus', 'ß?\\'],
  ['de', 'Digit9', '9)]'],
  ['de', 'IntlBackslash', '<>|'],
  ['es', 'BracketRight', '+*]'],
  ['es', 'Semicolon', 'ñÑ'],
  ['es', 'Digit2', '2"@'],
  ['es', 'Backslash', 'çÇ}'],
  ['es', 'Backquote', 'ºª\\'],
];

describe('Keyboard layouts', () => {
  for (const [layout, code, printed] of PRINTED) {
    it(`has ${printed} on ${code} of ${layout}`, () => {
      const levels = [characterOn(layout, code, false, false), characterOn(layout, code, true, false)];
      const altGr = Array.from(printed).length > 2 ? [characterOn(layout, code, false, true)] : [];
      expect([...levels, ...altGr].join('')).to.equal(printed);
    });
  }

  it('has the number pad and the space everywhere, and no other key', () => {
    expect(characterOn('fr', 'Numpad7', false, false)).to.equal('7');
    expect(characterOn('fr', 'Space', true, false)).to.equal(' ');
    expect(characterOn('fr', 'ArrowLeft', false, false)).to.equal(null);
    expect(characterOn('it', 'KeyX', false, true)).to.equal('');
  });

  it('joins a dead key with the letter after it, and shows it alone where they do not join', () => {
    expect(composeDeadKey('\u0302', 'e')).to.equal('ê');
    expect(composeDeadKey('\u0302', ' ')).to.equal('^');
    expect(composeDeadKey('\u0302', 'x')).to.equal('^x');
    expect(composeDeadKey('\u0300', '\u0300')).to.equal('``');
  });
});
