import { expect } from '@open-wc/testing';
import { keepable } from '../../src/domain/keepable.ts';

describe('What a host can keep of a text', () => {
  it('is all but a NUL and half a character, wherever they stand', () => {
    expect(keepable('Item-MOB-ART-118\u0000')).to.equal('Item-MOB-ART-118');
    expect(keepable('\u0000A\ud83dB\udc00')).to.equal('AB');
    expect(keepable('\u0000')).to.equal('');
  });

  it('is every other character as it is: separators of labels, blanks, characters of two units', () => {
    const text = ' 01\u001d10 L\u00e9-\u{1f4e6}\t\u0001 ';
    expect(keepable(text)).to.equal(text);
  });
});
