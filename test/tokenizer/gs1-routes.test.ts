import { expect } from '@open-wc/testing';
import type { Gs1Parser, Gs1Result } from '../../src/tokenizer/gs1-parser.ts';
import { createBarcodeReader } from '../../src/tokenizer/index.ts';
import { PUBLISHED } from '../support/tokenizers.ts';

/** A parser that says what it was asked, and takes what ends with `ok`. */
function listener(): { gs1: Gs1Parser; asked: string[] } {
  const asked: string[] = [];
  const answer =
    (form: string) =>
    (text: string): Gs1Result => {
      asked.push(`${form} ${text}`);
      const element = { ai: '01', value: text.slice(-2), span: [text.length - 2, text.length] } as const;
      if (text.endsWith('ok')) return { ok: true, elements: [element], warnings: [] };
      const reason = text.endsWith('else') ? 'not-gs1' : 'check-digit';
      return { ok: false, elements: [], warnings: [], reason, at: text.length - 1 };
    };
  const gs1: Gs1Parser = {
    scan: answer('scan'),
    elementString: answer('elementString'),
    bracketed: answer('bracketed'),
    digitalLink: answer('digitalLink'),
    tokens: ({ elements }, shift = 0) =>
      elements.map(({ ai, value, span: [start, end] }) => {
        const span = [start + shift, end + shift] as const;
        return {
          businessObject: 'FSItem',
          property: 'Barcode',
          role: 'item',
          value,
          span,
          source: { kind: 'gs1', ai },
        };
      }),
  };
  return { gs1, asked };
}

describe('A text is taken', () => {
  const routes: readonly [why: string, text: string, kind: string, status: string, asked: string[]][] = [
    [
      'as GS1 by its symbology identifier, before any tokenizer',
      ']C1Item-MOB-ok',
      'gs1',
      'ok',
      ['scan ]C1Item-MOB-ok'],
    ],
    ...[']e0', ']d2', ']Q3', ']J1']
      .map(aim => {
        return ['as GS1 by any identifier that means it', `${aim}ok`, 'gs1', 'ok', [`scan ${aim}ok`]] as const;
      })
      .map(([why, text, kind, status, asked]): (typeof routes)[number] => [why, text, kind, status, [...asked]]),
    [
      'by a tokenizer where the identifier says GS1 and the text does not',
      ']C1Item-MOB-ART',
      'tokenizer',
      'ok',
      ['scan ]C1Item-MOB-ART'],
    ],
    ['as broken GS1 where the identifier says so and nothing takes it', ']C101x', 'gs1', 'invalid', ['scan ]C101x']],
    ['by a tokenizer before anything the text may look like', 'Item-MOB-ok', 'tokenizer', 'ok', []],
    ['as a Digital Link', 'HTTPS://id.gs1.org/ok', 'digital-link', 'ok', ['digitalLink HTTPS://id.gs1.org/ok']],
    [
      'as a broken Digital Link',
      'https://id.gs1.org/x',
      'digital-link',
      'invalid',
      ['digitalLink https://id.gs1.org/x'],
    ],
    [
      'as it is, where a web address is no Digital Link',
      'https://x.org/else',
      'raw',
      'no-match',
      ['digitalLink https://x.org/else'],
    ],
    ['as GS1 in brackets', '(01)ok', 'gs1', 'ok', ['bracketed (01)ok']],
    ['as it is, where a code in brackets is not GS1', '(7) else', 'raw', 'no-match', ['bracketed (7) else']],
    ['as GS1 where it contains GS', '10AB\x1dok', 'gs1', 'ok', ['elementString 10AB\x1dok']],
    ['as broken GS1 where it contains GS', '10AB\x1dx', 'gs1', 'invalid', ['elementString 10AB\x1dx']],
    ...['5940000001186', '96385074', '614141000036', '00012345600012', '01234565'].map(
      (text): (typeof routes)[number] => {
        return ['as a GTIN by length and check digit', text, 'gtin', 'ok', []];
      },
    ),
    ['as it is, where the check digit is wrong', '5940000001187', 'raw', 'no-match', []],
    ['as it is, where no GTIN has as many digits', '59400000011', 'raw', 'no-match', []],
    ...['00', '01', '02'].map((text): (typeof routes)[number] => {
      return ['as a plain element string that fits whole', `${text}ok`, 'gs1', 'ok', [`elementString ${text}ok`]];
    }),
    ['as it is, where a plain element string does not fit', '01-A-02', 'raw', 'no-match', ['elementString 01-A-02']],
    ['as it is, where it starts otherwise', '10ok', 'raw', 'no-match', []],
    ['as it is, where it is a location code', 'A-01-02', 'raw', 'no-match', []],
  ];
  for (const [why, text, kind, status, expected] of routes) {
    it(`${why}: ${JSON.stringify(text)}`, () => {
      const { gs1, asked } = listener();
      const reading = createBarcodeReader({ tokenizers: PUBLISHED, gs1 }).read(text);
      expect(reading).to.include({ kind, status });
      expect(asked).to.deep.equal(expected);
    });
  }

  it('as GS1 where the identifier came beside it, and values stand where they stand in the text', () => {
    const { gs1, asked } = listener();
    const { read } = createBarcodeReader({ gs1 });
    expect(read(' 01ok', { aim: ']C1' })).to.deep.include({
      status: 'ok',
      aim: ']C1',
      text: '01ok',
      mainObject: 'FSItem',
    });
    expect(asked).to.deep.equal(['scan ]C101ok']);
    for (const [text, aim] of [
      [' 01ok', ']C1'],
      [' ]C101ok', undefined],
      ['01ok', ']C1'],
      ['\r(01)ok', undefined],
    ] as const) {
      const { tokens } = read(text, { aim });
      expect(tokens.map(({ span: [start, end] }) => text.slice(start, end))).to.deep.equal(['ok']);
    }
    const text = ' 0100x';
    expect(read(text, { aim: ']C1' }).reason).to.deep.equal({ kind: 'gs1', rule: 'check-digit', at: text.length - 1 });
  });

  it('as no more than a GTIN without a GS1 parser', () => {
    const { read } = createBarcodeReader({ tokenizers: PUBLISHED });
    for (const text of [']C101ok', '(01)ok', 'https://id.gs1.org/ok', '10A\x1dok', '01ok']) {
      expect(read(text).status).to.equal('no-match');
    }
    const { kind, tokens } = read(' 5940000001186');
    expect(kind).to.equal('gtin');
    expect(tokens).to.deep.equal([
      {
        businessObject: null,
        property: null,
        value: '5940000001186',
        role: 'item',
        span: [1, 14],
        source: { kind: 'gs1', ai: '01' },
      },
    ]);
  });
});
