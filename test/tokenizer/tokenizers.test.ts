import { expect } from '@open-wc/testing';
import {
  type BarcodeReading,
  type BarcodeReaderOptions,
  type Tokenizer,
  createBarcodeReader,
} from '../../src/tokenizer/index.ts';
import { PUBLISHED, shortly, splitsOf, tokenizer } from '../support/tokenizers.ts';

const { read } = createBarcodeReader({ tokenizers: PUBLISHED });

describe('The published examples', () => {
  const examples: readonly [text: string, mainObject: string | null, tokens: string][] = [
    ['Item-MOB-ART', 'FSItem', 'FSItemClass.Code=MOB FSItem.Code=ART'],
    ['Loc-01-L1', 'FSLocation', 'FSWarehouse.Code=01 FSLocation.CodeLocation=L1'],
    ['UDC-2023-5-21', 'FSLoadingUnit', 'FSLoadingUnit.Year=2023 FSLoadingUnit.Group=5 FSLoadingUnit.Number=21'],
    ['Lot-MOB-ART-123', 'FSBatchRegister', 'FSItemClass.Code=MOB FSItem.Code=ART FSBatchRegister.Code=123'],
    ['MesPop-10824', 'FSProductionOrderPhase', 'FSProductionOrderPhase.Id=10824'],
    ['Qty-50', null, '.=50'],
    ['ItemQty-MOB-ART-35', 'FSItem', 'FSItemClass.Code=MOB FSItem.Code=ART .=35'],
  ];
  for (const [text, mainObject, tokens] of examples) {
    it(`${text} is read as published`, () => {
      const reading = read(text);
      expect(reading).to.deep.include({ status: 'ok', kind: 'tokenizer', mainObject, text, missing: [], warnings: [] });
      expect(shortly(reading.tokens)).to.equal(tokens);
    });
  }

  it('say of each value what it is for counting, and where it comes from', () => {
    const roles = (text: string) => read(text).tokens.map(({ role }) => role);
    expect(roles('Lot-MOB-ART-123')).to.deep.equal(['item', 'item', 'lot']);
    expect(roles('Loc-01-L1')).to.deep.equal(['location', 'location']);
    expect(roles('ItemQty-MOB-ART-35')).to.deep.equal(['item', 'item', 'quantity']);
    expect(roles('UDC-2023-5-21')).to.deep.equal(['loadingUnit', 'loadingUnit', 'loadingUnit']);
    expect(roles('MesPop-10824')).to.deep.equal(['other'], "an Id is the host's own number, no code");
    expect(read('Qty-50').tokens[0]?.source).to.deep.equal({ kind: 'tokenizer', code: 'Qty', sequence: 1 });
  });
});

/** One case of the rules: a configuration, a text, and what must come out. */
interface Case {
  readonly title: string;
  readonly tokenizers: readonly Tokenizer[];
  readonly options?: BarcodeReaderOptions;
  readonly text: string;
  readonly status: BarcodeReading['status'];
  /** The values of every split, the first one first. */
  readonly splits?: readonly string[];
  readonly mainObject?: string | null;
  /** Code of the tokenizer that took it. */
  readonly by?: string;
  readonly missing?: readonly number[];
  readonly warnings?: BarcodeReading['warnings'];
  readonly rule?: string;
  readonly sequence?: number;
}

function check(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const each of cases) {
      it(`${each.title}: ${JSON.stringify(each.text)}`, () => {
        const reading = createBarcodeReader({ ...each.options, tokenizers: each.tokenizers }).read(each.text);
        const { status, reason, tokens } = reading;
        expect(status).to.equal(each.status);
        expect(splitsOf(reading)).to.deep.equal(each.splits ?? []);
        expect(reading.missing.map(({ sequence }) => sequence)).to.deep.equal(each.missing ?? []);
        expect(reading.warnings).to.deep.equal(each.warnings ?? []);
        if (each.mainObject !== undefined) expect(reading.mainObject).to.equal(each.mainObject);
        const source = tokens[0]?.source;
        if (each.by !== undefined) expect(source?.kind === 'tokenizer' && source.code).to.equal(each.by);
        const { rule, sequence } = reason?.kind === 'tokenizer' ? reason : {};
        expect({ rule, sequence }).to.deep.equal({ rule: each.rule, sequence: each.sequence });
      });
    }
  });
}

/** One value and no more, by code and header separator. */
const one = (code: string, separator: string, mainObject: string | null = null) =>
  tokenizer(code, mainObject, [['FSItem.Code', 50]], separator);

check('Which tokenizer reads a text', [
  {
    title: 'one whose code and separator it starts with',
    tokenizers: [one('A', '-'), one('B', '-')],
    text: 'B-1',
    status: 'ok',
    by: 'B',
    splits: ['1'],
  },
  {
    title: 'the longest head, wherever it stands in the table',
    tokenizers: [one('I', ''), one('Item', ''), one('ItemQty', '')],
    text: 'ItemQty5',
    status: 'ok',
    by: 'ItemQty',
    splits: ['5'],
  },
  {
    title: 'the longest head, also where the longer code has a separator in it',
    tokenizers: [one('A', '-'), one('A-B', '-')],
    text: 'A-B-C',
    status: 'ok',
    by: 'A-B',
    splits: ['C'],
  },
  {
    title: 'the separator alone tells two with the same code apart',
    tokenizers: [one('A', '-'), one('A', '/')],
    text: 'A/1',
    status: 'ok',
    splits: ['1'],
  },
  {
    title: 'exact case before another case',
    tokenizers: [one('LOC', '-', 'FSItem'), one('Loc', '-', 'FSLocation')],
    text: 'Loc-a',
    status: 'ok',
    by: 'Loc',
    splits: ['a'],
  },
  {
    title: 'the code in another case, and this is flagged; the value is not folded',
    tokenizers: [one('Loc', '-')],
    text: 'lOC-aB',
    status: 'ok',
    by: 'Loc',
    splits: ['aB'],
    warnings: [{ code: 'case', read: 'lOC', expected: 'Loc' }],
  },
  {
    title: 'the longest head in another case as well',
    tokenizers: [one('Item', '-'), one('Item-X', '-')],
    text: 'ITEM-X-1',
    status: 'ok',
    by: 'Item-X',
    splits: ['1'],
    warnings: [{ code: 'case', read: 'ITEM-X', expected: 'Item-X' }],
  },
  {
    title: 'of equal heads one with an accepted main object',
    tokenizers: [one('A', '-', 'FSItem'), one('A', '-', 'FSLocation')],
    options: { acceptedMainObjects: ['FSLocation'] },
    text: 'A-1',
    status: 'ok',
    mainObject: 'FSLocation',
    splits: ['1'],
  },
  {
    title: 'a longer head before an accepted main object',
    tokenizers: [one('A', '-', 'FSLocation'), one('A-B', '-', 'FSItem')],
    options: { acceptedMainObjects: ['FSLocation'] },
    text: 'A-B-1',
    status: 'ok',
    mainObject: 'FSItem',
    splits: ['1'],
  },
  {
    title: 'among equals the first of the table',
    tokenizers: [one('A', '-', 'FSItem'), one('A', '-', 'FSLocation')],
    text: 'A-1',
    status: 'ok',
    mainObject: 'FSItem',
    splits: ['1'],
  },
  {
    title: 'among equals the next one where the first can not split it',
    tokenizers: [tokenizer('A', 'FSLoadingUnit', [['FSLoadingUnit.Number', 4]]), one('A', '-', 'FSItem')],
    text: 'A-x',
    status: 'ok',
    mainObject: 'FSItem',
    splits: ['x'],
  },
  {
    title: 'none without the separator',
    tokenizers: [one('A', '-')],
    text: 'A1',
    status: 'no-match',
  },
]);

const pair = (first: string | number | null, second: string | number | null, separator = '-') =>
  tokenizer('T', null, [
    ['X.First', first, separator],
    ['X.Second', second, separator],
  ]);

check('Where a value ends', [
  { title: "at its row's separator", tokenizers: [pair('', '')], text: 'T-a-b', status: 'ok', splits: ['a|b'] },
  {
    title: 'each row at its own separator',
    tokenizers: [
      tokenizer('T', null, [
        ['X.A', '', '/'],
        ['X.B', '', '+'],
        ['X.C', ''],
      ]),
    ],
    text: 'T-a-1/b/2+c+3',
    status: 'ambiguous',
    splits: ['a-1|b/2|c+3', 'a-1|b/2+c|3', 'a-1/b|2|c+3', 'a-1/b|2+c|3'],
  },
  {
    title: 'without one at its length',
    tokenizers: [pair(3, 5, '')],
    text: 'T-MOBART',
    status: 'ok',
    splits: ['MOB|ART'],
  },
  {
    title: 'with a separator behind a fixed length and the other way round',
    tokenizers: [
      tokenizer('T', null, [
        ['X.A', 2, ''],
        ['X.B', 3, '-'],
        ['X.C', 1, ''],
        ['X.D', ''],
      ]),
    ],
    text: 'T-aabb-cd',
    status: 'ok',
    splits: ['aa|bb|c|d'],
  },
  {
    title: 'the last takes the rest, whatever its separator',
    tokenizers: [one('T', '-')],
    text: 'T-a-b-',
    status: 'ok',
    splits: ['a-b-'],
  },
  {
    title: 'rows apply in the order of their sequence',
    tokenizers: [{ ...pair(3, 5, ''), rows: [...pair(3, 5, '').rows].reverse() }],
    text: 'T-MOBART',
    status: 'ok',
    splits: ['MOB|ART'],
  },
]);

check('A length', [
  {
    title: 'with a separator is a maximum',
    tokenizers: [pair(3, 3)],
    text: 'T-abc-abc',
    status: 'ok',
    splits: ['abc|abc'],
  },
  {
    title: 'with a separator makes a longer value invalid, never truncated',
    tokenizers: [pair(3, 3)],
    text: 'T-abcd-abc',
    status: 'invalid',
    rule: 'too-long',
    sequence: 1,
  },
  {
    title: 'of the last row is a maximum',
    tokenizers: [pair(3, 3)],
    text: 'T-abc-abcd',
    status: 'invalid',
    rule: 'too-long',
    sequence: 2,
  },
  {
    title: 'without separator is exact',
    tokenizers: [pair(3, 5, '')],
    text: 'T-MO',
    status: 'invalid',
    rule: 'too-short',
    sequence: 1,
  },
  {
    title: 'without separator leaves something for the rows behind it',
    tokenizers: [pair(3, 5, '')],
    text: 'T-MOB',
    status: 'invalid',
    rule: 'empty',
    sequence: 2,
  },
  {
    title: 'without separator is a maximum on the last row',
    tokenizers: [pair(3, 5, '')],
    text: 'T-MOBARTICLE',
    status: 'invalid',
    rule: 'too-long',
    sequence: 2,
  },
  ...[5, '5', '05', ' 5 '].map(length => ({
    title: `may be ${JSON.stringify(length)}`,
    tokenizers: [tokenizer('T', null, [['X.A', length]])],
    text: 'T-123456',
    status: 'invalid' as const,
    rule: 'too-long',
    sequence: 1,
  })),
  ...[0, '0', '', null].map(length => ({
    title: `${JSON.stringify(length)} is no limit`,
    tokenizers: [pair(length, length)],
    text: `T-${'a'.repeat(300)}-b`,
    status: 'ok' as const,
    splits: [`${'a'.repeat(300)}|b`],
  })),
]);

check('A separator inside values', [
  {
    title: 'gives all splits, the earliest cut first',
    tokenizers: [pair('', '')],
    text: 'T-a-b-c',
    status: 'ambiguous',
    splits: ['a|b-c', 'a-b|c'],
  },
  {
    title: 'counts for nothing where lengths decide',
    tokenizers: [pair(3, '')],
    text: 'T-abc-d-e',
    status: 'ok',
    splits: ['abc|d-e'],
  },
  {
    title: 'never makes a value empty',
    tokenizers: [pair('', '')],
    text: 'T--a--b-',
    status: 'ambiguous',
    splits: ['-a|-b-', '-a-|b-'],
  },
  {
    title: 'counts for nothing where numbers decide',
    tokenizers: [
      tokenizer('T', null, [
        ['X.Code', ''],
        ['X.Number', ''],
      ]),
    ],
    text: 'T-a-1-2',
    status: 'ok',
    splits: ['a-1|2'],
  },
  ...['Year', 'group', 'NUMBER', 'Id'].map(property => ({
    title: `${property} takes digits only`,
    tokenizers: [tokenizer('T', null, [[`X.${property}`, 8]])],
    text: 'T-12a',
    status: 'invalid' as const,
    rule: 'not-a-number',
    sequence: 1,
  })),
  {
    title: 'gives at most eight splits',
    tokenizers: [pair('', '')],
    text: `T-${'a-'.repeat(20)}a`,
    status: 'ambiguous',
    splits: Array.from({ length: 8 }, (_, n) => `${'a-'.repeat(n)}a|${'a-'.repeat(19 - n)}a`),
  },
]);

check('Fewer values than rows', [
  {
    title: 'are taken for those behind leading rows of another object (rule 12)',
    tokenizers: PUBLISHED,
    text: 'Loc-L1',
    status: 'partial',
    splits: ['L1'],
    missing: [1],
    rule: 'no-separator',
    sequence: 1,
  },
  {
    title: 'leave out as few rows as they can',
    tokenizers: PUBLISHED,
    text: 'Lot-ART-123',
    status: 'partial',
    splits: ['ART|123'],
    missing: [1],
    rule: 'no-separator',
    sequence: 2,
  },
  {
    title: 'leave out all leading rows at most',
    tokenizers: PUBLISHED,
    text: 'Lot-123',
    status: 'partial',
    splits: ['123'],
    missing: [1, 2],
    rule: 'no-separator',
    sequence: 1,
  },
  {
    title: 'are also how a value too long for its row may be meant, and it is said why it did not fit',
    tokenizers: PUBLISHED,
    text: 'Item-MOBX-ART',
    status: 'partial',
    splits: ['MOBX-ART'],
    missing: [1],
    rule: 'too-long',
    sequence: 1,
  },
  {
    title: 'are the lowest alternative of full splits',
    tokenizers: PUBLISHED,
    text: 'Loc-01-A-01',
    status: 'ambiguous',
    splits: ['01|A-01', '01-A|01', '01-A-01'],
  },
  {
    title: 'are the last alternative also where there are more than eight splits',
    tokenizers: [
      tokenizer('Loc', 'FSLocation', [
        ['FSWarehouse.Code', ''],
        ['FSLocation.CodeLocation', ''],
      ]),
    ],
    text: 'Loc-1-2-3-4-5-6-7-8-9-10',
    status: 'ambiguous',
    splits: [
      ...['1|2-3-4-5-6-7-8-9-10', '1-2|3-4-5-6-7-8-9-10', '1-2-3|4-5-6-7-8-9-10', '1-2-3-4|5-6-7-8-9-10'],
      ...['1-2-3-4-5|6-7-8-9-10', '1-2-3-4-5-6|7-8-9-10', '1-2-3-4-5-6-7|8-9-10', '1-2-3-4-5-6-7-8-9-10'],
    ],
  },
  {
    title: 'are refused where the row is of the main object itself',
    tokenizers: PUBLISHED,
    text: 'UDC-2023-5',
    status: 'invalid',
    rule: 'no-separator',
    sequence: 2,
  },
  {
    title: 'are refused behind the leading rows',
    tokenizers: PUBLISHED,
    text: 'ItemQty-MOB-ART',
    status: 'invalid',
    rule: 'no-separator',
    sequence: 2,
  },
  {
    title: 'are refused where there are none',
    tokenizers: PUBLISHED,
    text: 'Item-',
    status: 'invalid',
    rule: 'empty',
    sequence: 1,
  },
  {
    title: 'are refused where one is empty',
    tokenizers: PUBLISHED,
    text: 'UDC--5-21',
    status: 'invalid',
    rule: 'not-a-number',
    sequence: 1,
  },
]);

check('A quantity', [
  {
    title: 'is a row without object and property, whatever the code is called',
    tokenizers: [tokenizer('Bunch', null, [['', 9]])],
    text: 'Bunch-12',
    status: 'ok',
    splits: ['12'],
  },
  { title: 'has one decimal point', tokenizers: PUBLISHED, text: 'Qty-12.5', status: 'ok', splits: ['12.5'] },
  { title: 'or one comma, kept as it stands', tokenizers: PUBLISHED, text: 'Qty-12,5', status: 'ok', splits: ['12,5'] },
  ...['1.2.3', '1,2.3', '12.', '.5', 'many', '1e3', '+1', '1 2', '١٢'].map(text => ({
    title: 'is digits, and no other',
    tokenizers: PUBLISHED,
    text: `Qty-${text}`,
    status: 'invalid' as const,
    rule: 'not-a-number',
    sequence: 1,
  })),
  {
    title: 'decides between splits',
    tokenizers: PUBLISHED,
    text: 'ItemQty-MOB-ART-12-35',
    status: 'ok',
    splits: ['MOB|ART-12|35', 'MOB-ART-12|35'],
  },
  {
    title: 'decides between splits where it does not stand last',
    tokenizers: [
      tokenizer('T', null, [
        ['', ''],
        ['FSItem.Code', ''],
      ]),
    ],
    text: 'T-12-ART-7',
    status: 'ok',
    splits: ['12|ART-7'],
  },
  {
    title: 'does not end with its point, also where that is the separator',
    tokenizers: [
      tokenizer('T', null, [
        ['', '', '.'],
        ['FSItem.Code', ''],
      ]),
    ],
    text: 'T-12.5.ART',
    status: 'ambiguous',
    splits: ['12|5.ART', '12.5|ART'],
  },
]);

const GS = '\x1d';
check('A separator', [
  {
    title: 'has any length',
    tokenizers: [
      tokenizer(
        'T',
        null,
        [
          ['X.A', '', '::'],
          ['X.B', ''],
        ],
        '=>',
      ),
    ],
    text: 'T=>a:b::c:::d',
    status: 'ambiguous',
    splits: ['a:b|c:::d', 'a:b::c|:d', 'a:b::c:|d'],
  },
  ...['<GS>', '{GS}', 'FNC1', '\\x1D', '\\x1d', GS].map(separator => ({
    title: `${JSON.stringify(separator)} is the control character, in the header as well`,
    tokenizers: [
      tokenizer(
        'T',
        null,
        [
          ['X.A', '', separator],
          ['X.B', ''],
        ],
        separator,
      ),
    ],
    text: `T${GS}a${GS}b`,
    status: 'ok' as const,
    splits: ['a|b'],
  })),
]);

const DASHED = [{ code: 'dash' as const, at: [4, 8] }];
check('Clean-up', [
  ...['\r', '\n', '\r\n', '\t', '\0', ' ', ' \t\0\r\n '].map(around => ({
    title: 'takes away what stands at the ends',
    tokenizers: PUBLISHED,
    text: `${around}Item-MOB-A T${around}`,
    status: 'ok' as const,
    splits: ['MOB|A T', 'MOB-A T'],
  })),
  {
    title: 'keeps a symbology identifier apart',
    tokenizers: PUBLISHED,
    text: ']C0Item-MOB-ART',
    status: 'ok',
    splits: ['MOB|ART', 'MOB-ART'],
  },
  {
    title: 'takes no other bracket for one',
    tokenizers: [one(']', '-')],
    text: ']-ART',
    status: 'ok',
    splits: ['ART'],
  },
  ...['‐', '‑', '‒', '–', '—', '―', '−', '－'].map(dash => ({
    title: 'takes a Unicode dash for one where nothing else matched, and flags it',
    tokenizers: PUBLISHED,
    text: `Item${dash}MOB${dash}ART`,
    status: 'ok' as const,
    splits: ['MOB|ART', `MOB${dash}ART`],
    warnings: DASHED,
  })),
  {
    title: 'flags another case beside the dash',
    tokenizers: PUBLISHED,
    text: 'ITEM–MOB–ART',
    status: 'ok',
    splits: ['MOB|ART', 'MOB–ART'],
    warnings: [...DASHED, { code: 'case', read: 'ITEM', expected: 'Item' }],
  },
  {
    title: 'leaves a Unicode dash in a value that something else matches',
    tokenizers: PUBLISHED,
    text: 'Item-MOB-A–1',
    status: 'ok',
    splits: ['MOB|A–1', 'MOB-A–1'],
  },
  {
    title: 'leaves a text with dashes that is of no tokenizer',
    tokenizers: PUBLISHED,
    text: 'A–01–02',
    status: 'no-match',
  },
  {
    title: 'takes an apostrophe for a dash where that is switched on',
    tokenizers: PUBLISHED,
    options: { apostropheAsDash: true },
    text: "Item'MOB'A'1",
    status: 'ok',
    splits: ["MOB|A'1", "MOB'A'1"],
    warnings: [{ code: 'dash', at: [4, 8, 10] }],
  },
  {
    title: 'takes none for a dash where it is not',
    tokenizers: PUBLISHED,
    text: "Item'MOB'ART",
    status: 'no-match',
  },
]);

describe('A reading', () => {
  it('says where each value stands, in the text as it was read', () => {
    for (const original of ['\rItem-MOB-ART\n', ' ]C0Item-MOB-ART', 'Item–MOB–ART\r']) {
      const { tokens } = read(original);
      expect(tokens.map(({ span: [start, end] }) => original.slice(start, end))).to.deep.equal(['MOB', 'ART']);
    }
  });

  it('says which value of which row breaks which rule, and where it stands', () => {
    expect(read(' Lot-MOB-ART-123456').reason).to.deep.equal({
      kind: 'tokenizer',
      tokenizer: 'Lot',
      sequence: 3,
      rule: 'too-long',
      span: [13, 19],
      length: 5,
      separator: '-',
    });
    expect(read('ItemQty-MOB-ART-x-y').reason).to.deep.include({ sequence: 3, rule: 'not-a-number', span: [18, 19] });
    expect(read('Loc-L1').reason).to.deep.include({ sequence: 1, rule: 'no-separator', span: [4, 6] });
  });

  it('names the object and the property of what is missing', () => {
    expect(read('Loc-L1').missing).to.deep.equal([{ businessObject: 'FSWarehouse', property: 'Code', sequence: 1 }]);
  });

  it('has the symbology identifier, from the text or from the scanner', () => {
    expect(read(']Q1Qty-5').aim).to.equal(']Q1');
    expect(read('Qty-5', { aim: ']Q1' }).aim).to.equal(']Q1');
    expect(read(']Q1Qty-5', { aim: ']Q1' })).to.include({ aim: ']Q1', status: 'ok' });
    expect(read('Qty-5').aim).to.equal(null);
  });

  it('is of the text alone: nothing of the reading before it is left', () => {
    read('UDC-2023-x-21');
    read('Loc-01-A-01-02');
    expect(read('Item-MOB-ART')).to.deep.equal(createBarcodeReader({ tokenizers: PUBLISHED }).read('Item-MOB-ART'));
  });
});
