import { expect } from '@open-wc/testing';
import type { Gs1Reason, Gs1Result } from '../../../src/tokenizer/gs1-parser.ts';
import { createGs1Parser } from '../../../src/tokenizer/gs1/index.ts';

const GS = '\x1D';
const parser = createGs1Parser({ currentYear: 2026 });

function written({ elements }: Gs1Result): string {
  return elements.map(({ ai, value }) => `(${ai})${value}`).join('');
}

function refusal({ ok, reason, at }: Gs1Result) {
  return { ok, reason, at };
}

describe('The bracketed form', () => {
  const right: readonly [text: string, elements: string][] = [
    ['(01)09506000134352', '(01)09506000134352'],
    ['(01)09506000134352(10)AB-1(3103)001250', '(01)09506000134352(10)AB-1(3103)001250'],
    ['(10)A)B', '(10)A)B'],
    ['(10)A\\(B', '(10)A(B'],
    ['(10)A\\(21)B(21)C', '(10)A(21)B(21)C'],
  ];
  for (const [text, elements] of right) {
    it(`reads ${text}`, () => {
      const result = parser.bracketed(text);
      expect(result.ok, result.reason).to.be.true;
      expect(written(result)).to.equal(elements);
    });
  }

  it('says where a value stands, as it is written', () => {
    const text = '(10)A\\(B(21)C';
    expect(parser.bracketed(text).elements.map(({ span }) => text.slice(...span))).to.deep.equal(['A\\(B', 'C']);
  });

  const wrong: readonly [text: string, reason: Gs1Reason, at: number][] = [
    ['', 'empty', 0],
    ['10)A', 'syntax', 0],
    ['(10', 'syntax', 0],
    ['x(10)A', 'syntax', 0],
    ['()A', 'unknown-ai', 1],
    ['(1)A', 'unknown-ai', 1],
    ['(0101)A', 'unknown-ai', 1],
    ['(10)A(99999)B', 'unknown-ai', 6],
    ['(10)', 'too-short', 4],
    ['(10)(21)A', 'too-short', 4],
    [`(10)${'A'.repeat(21)}`, 'too-long', 24],
    ['(10)A B', 'character', 5],
    ['(10)A\\)B', 'character', 5],
    [`(10)A${GS}21B`, 'character', 5],
    ['(01)09506000134353', 'check-digit', 4],
    ['(10)A(10)B', 'repeated', 9],
  ];
  for (const [text, reason, at] of wrong) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(refusal(parser.bracketed(text))).to.deep.equal({ ok: false, reason, at });
    });
  }
});

describe('A GS1 Digital Link', () => {
  const right: readonly [uri: string, elements: string, why: string][] = [
    ['https://id.gs1.org/01/09506000134352', '(01)09506000134352', 'a key'],
    ['http://example.com/01/09506000134352', '(01)09506000134352', 'any resolver'],
    ['HTTPS://example.com:8080/01/09506000134352', '(01)09506000134352', 'as QR Codes in capitals have it'],
    ['https://[2001:db8::1]/01/09506000134352', '(01)09506000134352', 'an address for a name'],
    ['https://example.com/some/shop/01/09506000134352', '(01)09506000134352', 'something before the key'],
    ['https://example.com/01/x/01/09506000134352', '(01)09506000134352', 'something before it that looks like a key'],
    ['https://id.gs1.org/01/09506000134352/22/2A/10/B/21/C', '(01)09506000134352(22)2A(10)B(21)C', 'all qualifiers'],
    ['https://id.gs1.org/01/09506000134352/235/T', '(01)09506000134352(235)T', 'the other order of qualifiers'],
    ['https://id.gs1.org/414/9501101020917/254/A%2FB', '(414)9501101020917(254)A/B', 'a slash in a value'],
    ['https://id.gs1.org/8006/095060001343520102/10/L', '(8006)095060001343520102(10)L', 'four digits'],
    [
      'https://id.gs1.org/01/09506000134352?17=261231&3103=001250',
      '(01)09506000134352(17)261231(3103)001250',
      'attributes',
    ],
    ['https://id.gs1.org/01/09506000134352?&&17=261231&', '(01)09506000134352(17)261231', 'empty attributes'],
    [
      'https://id.gs1.org/01/09506000134352?utm=x&17=261231&flag',
      '(01)09506000134352(17)261231',
      "somebody else's attributes",
    ],
    ['https://id.gs1.org/01/09506000134352?17=261231#10=X', '(01)09506000134352(17)261231', 'a fragment'],
    ['https://id.gs1.org/01/09506000134352/10/A+B', '(01)09506000134352(10)A+B', 'a plus in the path is a plus'],
    [
      'https://id.gs1.org/00/395011010013000129?02=09506000134352&37=24',
      '(00)395011010013000129(02)09506000134352(37)24',
      'a loading unit',
    ],
    ['https://id.gs1.org/01/09506000134352/235/T?10=L', '(01)09506000134352(235)T(10)L', 'no qualifier of this order'],
  ];
  for (const [uri, elements, why] of right) {
    it(`reads ${uri}: ${why}`, () => {
      const result = parser.digitalLink(uri);
      expect(result.ok, `${result.reason} at ${result.at}`).to.be.true;
      expect(written(result)).to.equal(elements);
      for (const { value, span } of result.elements) expect(decodeURIComponent(uri.slice(...span))).to.equal(value);
    });
  }

  const wrong: readonly [uri: string, reason: Gs1Reason, why: string][] = [
    ['', 'not-gs1', 'nothing'],
    ['ftp://example.com/01/09506000134352', 'not-gs1', 'another scheme'],
    ['HtTp://example.com/01/09506000134352', 'not-gs1', 'GS1 has one case or the other'],
    ['https://example.com', 'not-gs1', 'no path'],
    ['https://example.com/', 'not-gs1', 'an empty path'],
    ['https://example.com/shop/article/7', 'not-gs1', 'no key'],
    ['https://example.com/01/09506000134352/', 'not-gs1', 'half a pair'],
    ['https://example.com/10/ABC', 'not-gs1', 'no key'],
    ['https://exa$mple.com/01/09506000134352', 'not-gs1', 'no host'],
    ['https://example.com/01/09506000134352 ', 'character', 'a blank'],
    ['https://example.com/01/09506000134352/10/ă', 'character', 'not ASCII'],
    ['https://example.com/01/09506000134352/10/%00', 'character', 'a control character'],
    ['https://example.com/01/09506000134352/10/', 'too-short', 'an empty qualifier'],
    ['https://example.com/01/09506000134352?17=', 'too-short', 'an empty attribute'],
    ['https://example.com/01/9506000134352', 'too-short', 'a GTIN of 13 digits'],
    ['https://example.com/01/09506000134353', 'check-digit', 'a wrong digit'],
    ['https://example.com/01/09506000134352/21/C/10/B', 'syntax', 'the wrong order'],
    ['https://example.com/00/395011010013000129/10/B', 'syntax', 'no qualifier of this key'],
    ['https://example.com/01/09506000134352?10=B', 'syntax', 'a qualifier in the query'],
    ['https://example.com/8004/9501101A?21=B', 'syntax', 'no attribute'],
    ['https://example.com/01/09506000134352?89=B', 'unknown-ai', 'no identifier'],
    ['https://example.com/01/09506000134352?98=A+B', 'character', 'a plus in the query is a blank'],
    ['https://example.com/01/09506000134352?98=A&98=B', 'repeated', 'one or the other'],
  ];
  for (const [uri, reason, why] of wrong) {
    it(`refuses ${JSON.stringify(uri)}: ${why}`, () => {
      const result = parser.digitalLink(uri);
      expect([result.ok, result.reason]).to.deep.equal([false, reason]);
    });
  }

  it('fills up a GTIN with zeros only where that is asked for', () => {
    const lenient = createGs1Parser({ zeroSuppressedGtin: true });
    for (const [short, full] of [
      ['9506000134352', '09506000134352'],
      ['614141123452', '00614141123452'],
      ['96385074', '00000096385074'],
    ]) {
      const uri = `https://example.com/01/${short}`;
      expect(parser.digitalLink(uri).reason).to.equal('too-short');
      expect(written(lenient.digitalLink(uri))).to.equal(`(01)${full}`);
    }
    expect(lenient.digitalLink('https://example.com/01/506000134352').ok).to.be.false;
    expect(lenient.digitalLink('https://example.com/01/12345678901').reason).to.equal('too-short');
  });
});

describe('What a scanner transmits', () => {
  for (const identifier of [']C1', ']e0', ']d2', ']Q3', ']J1']) {
    it(`reads an element string behind ${identifier}`, () => {
      const text = `${identifier}0109506000134352`;
      const { ok, elements } = parser.scan(text);
      expect([ok, text.slice(...(elements[0]?.span ?? [0, 0]))]).to.deep.equal([true, '09506000134352']);
      expect(refusal(parser.scan(identifier))).to.deep.equal({ ok: false, reason: 'empty', at: 3 });
    });
  }

  for (const identifier of [']Q1', ']d1', ']J0']) {
    it(`reads a Digital Link, or plain text, behind ${identifier}`, () => {
      const text = `${identifier}https://id.gs1.org/01/09506000134352?17=261231`;
      const { ok, elements } = parser.scan(text);
      expect(ok).to.be.true;
      expect(elements.map(({ span }) => text.slice(...span))).to.deep.equal(['09506000134352', '261231']);
      const plain = parser.scan(`${identifier}ITEM 7`);
      expect([plain.ok, plain.elements, plain.plain]).to.deep.equal([true, [], 'ITEM 7']);
      const link = parser.scan(`${identifier}https://example.com/shop`);
      expect(refusal(link)).to.deep.equal({ ok: false, reason: 'not-gs1', at: 22 });
    });
  }

  it('takes the digits of an EAN/UPC symbol, which has no identifiers', () => {
    for (const [text, digits] of [
      [']E09506000134352', '9506000134352'],
      [']E496385074', '96385074'],
    ]) {
      const { ok, elements, plain } = parser.scan(text ?? '');
      expect([ok, elements, plain]).to.deep.equal([true, [], digits]);
    }
  });

  it('reads the composite component over an EAN/UPC symbol, and keeps its digits', () => {
    const result = parser.scan(`]E09506000134352|]e010AB${GS}17261231`);
    expect([written(result), result.plain]).to.deep.equal(['(10)AB(17)261231', '9506000134352']);
  });

  const wrong: readonly [text: string, reason: Gs1Reason, at: number][] = [
    ['', 'not-gs1', 0],
    ['0109506000134352', 'not-gs1', 0],
    [']', 'not-gs1', 0],
    [']C0ITEM', 'not-gs1', 0],
    [']A00109506000134352', 'not-gs1', 0],
    [']c10109506000134352', 'not-gs1', 0],
    [']E0950600013435', 'too-short', 15],
    [']E095060001343521', 'too-long', 16],
    [']E0950600013435A', 'character', 15],
    [']E09506000134353', 'check-digit', 15],
    [']E496385075', 'check-digit', 10],
    [']C1(01)09506000134352', 'unknown-ai', 3],
    [']C10109506000134353', 'check-digit', 5],
  ];
  for (const [text, reason, at] of wrong) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(refusal(parser.scan(text))).to.deep.equal({ ok: false, reason, at });
    });
  }
});

describe('Words for FNC1', () => {
  for (const alias of ['<GS>', '{GS}', '\\x1D', '\u241D']) {
    it(`takes ${alias} for it, where no GS is in the text`, () => {
      const text = `]C110AB${alias}17261231${alias}21C`;
      const result = parser.scan(text);
      expect(written(result)).to.equal('(10)AB(17)261231(21)C');
      expect(result.elements.map(({ span }) => text.slice(...span))).to.deep.equal(['AB', '261231', 'C']);
    });
  }

  it('leaves them in the value where there is a GS', () => {
    expect(written(parser.elementString(`10A<GS>B${GS}21C`))).to.equal('(10)A<GS>B(21)C');
  });

  it('takes a word that values may contain only where a host asks for it', () => {
    expect(written(parser.elementString('10AFNC121B'))).to.equal('(10)AFNC121B');
    const asked = createGs1Parser({ separatorAliases: ['FNC1'] });
    expect(written(asked.elementString('10AFNC121B'))).to.equal('(10)A(21)B');
    expect(written(asked.elementString('10A<GS>21B'))).to.equal('(10)A<GS>21B');
  });
});
