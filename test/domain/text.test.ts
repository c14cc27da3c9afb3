import { expect } from '@open-wc/testing';
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

  it('tells any two codes apart', () => {
    expect(new Set(['r1', 'R1', 'R01', 'Ř1'].map(naturalKey)).size).to.equal(4);
  });
});
