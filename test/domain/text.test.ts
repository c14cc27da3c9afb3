import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { compare, finder, fold, naturalKey } from '../../src/domain/text.ts';

describe('A folded text', () => {
  for (const [a, b] of [
    ['Şurub', 'șurub'],
    ['S\u0326urub', 'surub'],
    ['S\u0327URUB', 'șurub'],
    ['Piuliță', 'Piulita'],
    ['Caffè', 'caffe\u0301'],
    ['Đuro Łódź Ørsted', 'duro lodz orsted'],
    ['STRASSE', 'Straße'],
    ['STRAẞE', 'strasse'],
    ['İstanbul Iğdır', 'istanbul igdir'],
    ['Œuvre Æ', 'oeuvre ae'],
    ['ΛΌΓΟΣ', 'λογος'],
    ['ЙОД', 'иод'],
  ] as const) {
    it(`is the same for ${a} and ${b}`, () => expect(fold(a)).to.equal(fold(b)));
  }

  it('keeps signs, blanks and digits, which codes are made of', () => {
    expect(fold('A-01/02 B_3')).to.equal('a-01/02 b_3');
    expect(fold('a')).not.to.equal(fold('b'));
    expect(fold('0')).not.to.equal(fold('O'));
  });

  it('is the same however its letters are composed, and folded again', () => {
    const letters = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          ...Array.from('ăâîșțşţáàçéñüőžćčđłøßıİŠŽÅΆϊς́ĭ̈йёїўўґ'),
          '\u0326',
          '\u0327',
          '\u0301',
          '\u030c',
          '%',
          '_',
        ),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(letters, text => {
        const folded = fold(text);
        expect([fold(text.normalize('NFC')), fold(text.normalize('NFD')), fold(folded)]).to.deep.equal([
          folded,
          folded,
          folded,
        ]);
      }),
    );
  });

  it('is found by each part of a text as it stands there, however that is written', () => {
    const parts = fc.tuple(
      fc.constantFrom('Șurub', 'ŢEAVĂ', 'Piuliță M8', 'İĞDIR', 'Straße', 'ΟΔΟΣ', 'Йод', '50%_x'),
      fc.nat(),
      fc.nat(),
    );
    fc.assert(
      fc.property(parts, fc.constantFrom('NFC', 'NFD'), ([text, from, length], form) => {
        const all = Array.from(text);
        const start = from % all.length;
        const part = all.slice(start, start + 1 + (length % all.length)).join('');
        for (const typed of [part, part.toUpperCase(), part.toLowerCase(), part.normalize(form)]) {
          if (typed.trim() !== '') expect(finder(typed)([null, text.normalize(form)]), typed).to.equal(true);
        }
      }),
    );
  });

  it('contains what was typed, without the blanks around it', () => {
    expect(finder(' PIULITA ')([null, 'Piuliţă M8'])).to.equal(true);
    expect(finder('surubel')(['Șurub'])).to.equal(false);
  });
});

describe('The natural order of codes', () => {
  const inOrder = (codes: readonly string[]) =>
    [...codes].sort((a, b) => compare(naturalKey(a), naturalKey(b))).join(' ');

  for (const order of [
    'R1-1 R1-2 R1-10 R2-1 R10-1',
    'A-01 A-1 A-2 A-010 A-100',
    'a-1 B-1 c-1',
    'S-1 Ș-2 T-1',
    'L1 L1-1 L1-A L2',
    'N9 N99999999 N999999999 N1000000000 N999999999999999999 N1000000000000000000',
    '1 1A 2 10',
  ]) {
    it(`is ${order}`, () => {
      const codes = order.split(' ');
      expect(inOrder([...codes].reverse())).to.equal(order);
      expect(inOrder(codes)).to.equal(order);
    });
  }

  it('is that of the numbers in them, of any length and with any zeros in front', () => {
    const digits = fc.stringMatching(/^\d{1,60}$/);
    fc.assert(
      fc.property(digits, digits, fc.constantFrom('', 'R', 'R1-', 'ș '), (a, b, head) => {
        const [one, other] = [BigInt(a), BigInt(b)];
        const order = compare(naturalKey(head + a), naturalKey(head + b));
        if (one !== other) expect(order).to.equal(one < other ? -1 : 1);
        else expect(order === 0).to.equal(a === b);
      }),
    );
  });

  it('tells any two codes apart', () => {
    expect(new Set(['r1', 'R1', 'R01', 'Ř1'].map(naturalKey)).size).to.equal(4);
  });
});
