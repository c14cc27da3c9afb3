import { expect } from '@open-wc/testing';
import { localeFor } from '../../src/messages/locales.ts';

describe('The language of the screens', () => {
  for (const [wish, locale] of [
    ['ro_RO', 'ro'],
    ['ro-RO', 'ro'],
    ['RO', 'ro'],
    ['it_IT.UTF-8', 'it'],
    ['it-Latn-CH', 'it'],
    ['hr_HR@euro', 'hr'],
    ['HR-hr', 'hr'],
    ['en_US', 'en'],
  ] as const) {
    it(`is ${locale} for ${wish}`, () => expect(localeFor([wish])).to.equal(locale));
  }

  it('is the first that is spoken, of several wishes', () => {
    expect(localeFor(['de_AT', 'ro_MD', 'it'])).to.equal('ro');
    expect(localeFor(['', null, undefined, 'hr_BA'])).to.equal('hr');
  });

  it('is English where none is spoken, whatever is wished for', () => {
    for (const wish of ['de-DE', 'rom', 'r', '_ro', '__proto__', 'toString', 'constructor', '-', ' ']) {
      expect(localeFor([wish]), wish).to.equal('en');
    }
    expect(localeFor([])).to.equal('en');
  });
});
