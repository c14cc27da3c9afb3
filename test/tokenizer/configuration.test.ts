import { expect } from '@open-wc/testing';
import { type ConfigurationWarning, type Tokenizer, createBarcodeReader } from '../../src/tokenizer/index.ts';
import { PUBLISHED, tokenizer } from '../support/tokenizers.ts';

/** What a host may send, whatever the types say: as it comes out of JSON. */
function fromJson(value: unknown): Tokenizer {
  return JSON.parse(JSON.stringify(value));
}

describe('A configuration', () => {
  const item = tokenizer('Bad', 'FSItem', [
    ['FSItemClass.Code', 3],
    ['FSItem.Code', 50],
  ]);
  const [first, second] = item.rows;
  const withRow = (change: Record<string, unknown>) => fromJson({ ...item, rows: [{ ...first, ...change }, second] });
  const header = (field: ConfigurationWarning['field'], problem: ConfigurationWarning['problem'], name = 'Bad') => ({
    tokenizer: name,
    sequence: null,
    field,
    problem,
  });
  const inRow = (
    field: ConfigurationWarning['field'],
    problem: ConfigurationWarning['problem'],
    sequence: unknown = 1,
  ) => ({
    ...header(field, problem),
    sequence,
  });

  const wrong: (readonly [title: string, given: Tokenizer, warning: object])[] = [
    ['no code', fromJson({ ...item, code: '' }), header('code', 'empty', '#1')],
    ['null as code', fromJson({ ...item, code: null }), header('code', 'empty', '#1')],
    ['a number as code', fromJson({ ...item, code: 5 }), header('code', 'not-text', '#1')],
    ['an object as separator', fromJson({ ...item, separator: {} }), header('separator', 'not-text')],
    ['no rows', fromJson({ ...item, rows: [] }), header('rows', 'empty')],
    ['rows that are no list', fromJson({ ...item, rows: { length: 1 } }), header('rows', 'empty')],
    ['a length in words', withRow({ length: 'three' }), inRow('length', 'not-a-length')],
    ['a length below zero', withRow({ length: -1 }), inRow('length', 'not-a-length')],
    ['half a length', withRow({ length: 2.5 }), inRow('length', 'not-a-length')],
    ['a list as length', withRow({ length: [3] }), inRow('length', 'not-text')],
    ['neither length nor separator', withRow({ length: 0, separator: '' }), inRow('separator', 'unbounded')],
    [
      'neither length nor separator, both null',
      withRow({ length: null, separator: null }),
      inRow('separator', 'unbounded'),
    ],
    ['a number as separator', withRow({ separator: 5 }), inRow('separator', 'not-text')],
    ['a number as business object', withRow({ businessObject: 5 }), inRow('businessObject', 'not-text')],
    ['a number as property', withRow({ property: false }), inRow('property', 'not-text')],
    ['a number as main object', withRow({ mainObject: 1 }), inRow('mainObject', 'not-text')],
    ['two main objects', withRow({ mainObject: 'FSLocation' }), inRow('mainObject', 'contradicting', 2)],
    ['ten decimals', withRow({ decimals: 10 }), inRow('decimals', 'not-a-length')],
    ['decimals in words', withRow({ decimals: 'two' }), inRow('decimals', 'not-a-length')],
    ['a list as decimals', withRow({ decimals: [3] }), inRow('decimals', 'not-text')],
    ...['{RS}', '<TAB>', '[EOT]', '\\t', '\\u001e', '\\x1', '&#30;', 'a{FN1}b'].map(
      separator =>
        [
          `a separator that is a name nobody knows (${separator})`,
          withRow({ separator }),
          inRow('separator', 'unknown-name'),
        ] as const,
    ),
    ['such a name behind the code', fromJson({ ...item, separator: '<EOT>' }), header('separator', 'unknown-name')],
    ['one sequence twice', withRow({ sequence: 2 }), inRow('sequence', 'repeated', 2)],
  ];
  for (const [title, given, warning] of wrong) {
    it(`with ${title} is named by table, row and field, and left out; the others work`, () => {
      const { read, warnings } = createBarcodeReader({ tokenizers: [given, ...PUBLISHED] });
      expect(warnings).to.deep.equal([warning]);
      expect(read('Bad-MOB-ART').status).to.equal('no-match');
      expect(read('Item-MOB-ART').status).to.equal('ok');
    });
  }

  it('names all that is wrong with one tokenizer', () => {
    const { warnings } = createBarcodeReader({
      tokenizers: [fromJson({ ...item, rows: [{ ...first, sequence: 'one', length: 'x' }, null] })],
    });
    expect(warnings.map(({ sequence, field }) => `${sequence ?? ''} ${field}`)).to.include.members([
      '1 sequence',
      '2 sequence',
    ]);
    expect(warnings.some(({ field }) => field === 'length')).to.equal(true);
  });

  it('that is right gives no warning', () => {
    expect(createBarcodeReader({ tokenizers: PUBLISHED }).warnings).to.deep.equal([]);
    expect(createBarcodeReader().warnings).to.deep.equal([]);
  });

  for (const name of [
    '<GS>',
    '{gs}',
    '[GS]',
    'FNC1',
    '{FNC1}',
    '<FNC1>',
    '[fnc1]',
    '\\x1D',
    '\\x1d',
    '\\u001d',
    '\\u001D',
    '0x1D',
    '%1D',
    '&#29;',
    '^]',
    '\u241d',
    '\x1d',
  ]) {
    it(`may name GS as a separator: ${JSON.stringify(name)}`, () => {
      const tokenizers = [
        tokenizer(
          'X',
          'FSItem',
          [
            ['FSItemClass.Code', 3, name],
            ['FSItem.Code', 50, name],
          ],
          name,
        ),
      ];
      const { read, warnings } = createBarcodeReader({ tokenizers });
      expect(warnings).to.deep.equal([]);
      expect(read('X\x1dMOB\x1dART').tokens.map(({ value }) => value)).to.deep.equal(['MOB', 'ART']);
    });
  }

  for (const separator of ['-', '/', '::', ' ', '|', '(', ')', '[]', '{', '\\', '$', '^', '%', '<->', '[x]']) {
    it(`may have any other separator, as it stands: ${JSON.stringify(separator)}`, () => {
      const rows = [
        ['FSItemClass.Code', 3, separator],
        ['FSItem.Code', 50, separator],
      ] as const;
      const { read, warnings } = createBarcodeReader({ tokenizers: [tokenizer('X', 'FSItem', rows, separator)] });
      expect(warnings).to.deep.equal([]);
      expect(read(['X', 'MOB', 'ART'].join(separator)).tokens.map(({ value }) => value)).to.deep.equal(['MOB', 'ART']);
    });
  }

  it('may name things as objects of the language are named', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const tokenizers = names.map(name => tokenizer(name, name, [[`${name}.${name}`, 9]]));
    const { read, warnings } = createBarcodeReader({ tokenizers });
    expect(warnings).to.deep.equal([]);
    for (const name of names) {
      expect(read(`${name}-5`)).to.deep.include({ status: 'ok', mainObject: name });
      expect(read(`${name}-5`).tokens[0]).to.deep.include({ businessObject: name, property: name, role: 'other' });
    }
  });

  it('is read with whatever a host in plain JavaScript gives', () => {
    const anything: unknown[] = [null, undefined, 5, 'Item', [], {}, { rows: [null, 5] }];
    const tokenizers: Tokenizer[] = JSON.parse(JSON.stringify(anything));
    const { read, warnings } = createBarcodeReader({ tokenizers: [...tokenizers, ...PUBLISHED] });
    expect(new Set(warnings.map(each => each.tokenizer)).size).to.equal(anything.length);
    const texts: string[] = JSON.parse('[null, 5, {}, [], true]');
    for (const text of texts) expect(read(text)).to.include({ status: 'no-match', kind: 'raw', text: '' });
    const scan: { aim: string } = JSON.parse('{"aim": 5}');
    expect(read('Qty-5', scan).status).to.equal('ok');
    expect(createBarcodeReader(JSON.parse('{"tokenizers": null, "acceptedMainObjects": null}')).warnings).to.deep.equal(
      [],
    );
  });
});
