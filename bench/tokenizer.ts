/**
 * Reading barcodes: nanoseconds per read with 10, 100 and 1,000 tokenizers, against the least that any reader of these
 * tables has to do; and GS1 element strings against the package that is used most.
 *
 * Every contender gets the same texts in turn, in short rounds that alternate, and counts by its best round: on a
 * machine that others use as well, that is the one in which nobody interrupted it. All are checked to give the right
 * answer before they are measured.
 */
import assert from 'node:assert/strict';
// @ts-expect-error the package has no types: what is used of it is said in `ParsedBarcode`.
import { parseBarcode as parseUntyped } from 'gs1-barcode-parser-mod';
import { createGs1Parser } from '../src/tokenizer/gs1/index.ts';
import {
  type BarcodeReading,
  type Token,
  type TokenRole,
  type Tokenizer,
  createBarcodeReader,
} from '../src/tokenizer/index.ts';
import { report } from './report.ts';

interface ParsedBarcode {
  readonly parsedCodeItems: readonly { readonly ai: string; readonly data: string | number | Date }[];
}
const parseBarcode = parseUntyped as (text: string) => ParsedBarcode;

const ROUNDS = 600;
const READS_PER_ROUND = 2_000;
const MOST_OF_FLOOR = 2;
const MOST_APART = 1.2;
const LEAST_OF_GS1_PACKAGE = 10;

/** The published tables, by what their codes begin with: rows as `object.property:length`. */
const SHAPES = {
  Item: ['FSItem', 'FSItemClass.Code:3', 'FSItem.Code:50'],
  Loc: ['FSLocation', 'FSWarehouse.Code:10', 'FSLocation.CodeLocation:100'],
  UDC: ['FSLoadingUnit', 'FSLoadingUnit.Year:4', 'FSLoadingUnit.Group:4', 'FSLoadingUnit.Number:4'],
  Lot: ['FSBatchRegister', 'FSItemClass.Code:3', 'FSItem.Code:50', 'FSBatchRegister.Code:05'],
  MesPop: ['FSProductionOrderPhase', 'FSProductionOrderPhase.Id:'],
  Qty: ['', ':100'],
  ItemQty: ['FSItem', 'FSItemClass.Code:3', 'FSItem.Code:50', ':100'],
} as const;
const VALUES = {
  Item: ['MOB-ART118', 'FER-M6X40'],
  Loc: ['01-A0102', '02-B0711'],
  UDC: ['2026-5-21', '2026-12-3'],
  Lot: ['VOP-ALB10-26417', 'ALI-CAF01-25102'],
  MesPop: ['10824', '731'],
  Qty: ['50', '12.5'],
  ItemQty: ['MOB-ART118-35', 'ALI-CAF01-0.125'],
} as const;

type Shape = keyof typeof SHAPES;
const NAMES: readonly Shape[] = ['Item', 'Loc', 'UDC', 'Lot', 'MesPop', 'Qty', 'ItemQty'];

function tokenizerOf(shape: Shape, code: string): Tokenizer {
  const [mainObject, ...rows] = SHAPES[shape];
  return {
    code,
    description: '',
    separator: '-',
    rows: rows.map((row, index) => {
      const [path = '', length = ''] = row.split(':');
      const [businessObject = '', property = ''] = path.split('.');
      return { sequence: index + 1, businessObject, property, length, separator: '-', mainObject };
    }),
  };
}

/** A table of so many tokenizers; those that are read stand at its beginning, in its midst and at its end. */
function tableOf(count: number): Tokenizer[] {
  const table = Array.from({ length: count - NAMES.length }, (_, index) => {
    const shape = NAMES[index % NAMES.length] ?? 'Item';
    return tokenizerOf(shape, `${shape}${index}`);
  });
  for (const [index, shape] of NAMES.entries()) {
    table.splice(Math.floor((index * table.length) / (NAMES.length - 1)), 0, tokenizerOf(shape, shape));
  }
  return table;
}

/** Joined, as a scan source joins what it heard: in one piece, which a sum of texts would not be yet. */
const texts = NAMES.flatMap(shape => VALUES[shape].map(value => Array.of(shape, '-', value).join('')));

interface FloorRow {
  readonly businessObject: string | null;
  readonly property: string | null;
  readonly role: TokenRole;
  readonly source: Token['source'];
}
interface FloorTable {
  readonly mainObject: string | null;
  readonly rows: readonly FloorRow[];
  readonly hasOptionalRow: boolean;
}

/**
 * What nobody can do without: find the code in a Map, cut at the separators, and make the reading of the tokens. It
 * checks nothing, so that it is right for texts like these only; whatever stands behind a first value of another object
 * is the other split that the rules ask for.
 */
function floorFor(tables: readonly Tokenizer[]): (text: string) => BarcodeReading {
  const reader = createBarcodeReader({ tokenizers: tables });
  const byCode = new Map<string, FloorTable>();
  for (const { code } of tables) {
    const shape = NAMES.find(name => new RegExp(`^${name}\\d*$`).test(code)) ?? 'Item';
    const { tokens, mainObject } = reader.read(`${code}-${VALUES[shape][0]}`);
    byCode.set(code, {
      mainObject,
      rows: tokens,
      hasOptionalRow: ['Item', 'Loc', 'Lot', 'ItemQty'].includes(shape),
    });
  }
  const cut = (rows: readonly FloorRow[], from: number, text: string, first: number): Token[] => {
    const tokens: Token[] = [];
    let start = first;
    for (let index = from; index < rows.length; index++) {
      const row = rows[index];
      if (row === undefined) break;
      const end = index === rows.length - 1 ? text.length : text.indexOf('-', start);
      const { businessObject, property, role, source } = row;
      tokens.push({ businessObject, property, value: text.slice(start, end), role, span: [start, end], source });
      start = end + 1;
    }
    return tokens;
  };
  const none: readonly never[] = [];
  return text => {
    const end = text.indexOf('-');
    const table = byCode.get(text.slice(0, end));
    if (table === undefined) throw new Error(`No table for ${text}`);
    const { rows, mainObject, hasOptionalRow } = table;
    const tokens = cut(rows, 0, text, end + 1);
    const alternatives = hasOptionalRow ? [lastOf(rows, text, end + 1)] : none;
    return {
      status: 'ok',
      kind: 'tokenizer',
      text,
      aim: null,
      mainObject,
      tokens,
      missing: none,
      alternatives,
      warnings: none,
    };
  };

  /** Without the first row: what two rows would hold belongs to the second. */
  function lastOf(rows: readonly FloorRow[], text: string, first: number): Token[] {
    if (rows.length === 2) return cut(rows, 1, text, first);
    const [, row, last] = rows;
    if (row === undefined || last === undefined) return [];
    const end = text.lastIndexOf('-');
    return [
      { ...tokenOf(row), value: text.slice(first, end), span: [first, end] },
      { ...tokenOf(last), value: text.slice(end + 1), span: [end + 1, text.length] },
    ];
  }
  function tokenOf({ businessObject, property, role, source }: FloorRow): FloorRow {
    return { businessObject, property, role, source };
  }
}

const GS = '\x1d';
/** Element strings as suppliers' labels have them: the application identifiers, each with its value. */
const LABELS: readonly (readonly [ai: string, value: string][])[] = [
  [['01', '09506000134352']],
  [
    ['01', '09506000134352'],
    ['10', 'AB-1'],
  ],
  [
    ['01', '09506000134352'],
    ['17', '270430'],
    ['10', 'L26417'],
  ],
  [
    ['01', '95012345678903'],
    ['3103', '012500'],
    ['15', '270430'],
  ],
  [['00', '106141412345678908']],
  [
    ['02', '09506000134352'],
    ['37', '24'],
    ['10', '26417'],
  ],
  [
    ['01', '09506000134352'],
    ['21', 'S-000123'],
    ['10', 'A1'],
    ['17', '281231'],
  ],
  [
    ['414', '4012345000009'],
    ['254', 'A-01-02'],
  ],
];
const FIXED = ['00', '01', '02', '15', '17', '3103', '414'];
const elementStrings = LABELS.map(elements =>
  elements
    .map(([ai, value], index) => ai + value + (FIXED.includes(ai) || index === elements.length - 1 ? '' : GS))
    .join(''),
);
const digitalLinks = [
  'https://id.gs1.org/01/09506000134352',
  'https://id.gs1.org/01/09506000134352/10/AB-1?17=270430',
  'https://example.com/some/path/01/09506000134352/21/S-000123',
];

const gs1 = createGs1Parser({ currentYear: 2026 });

/** Both right: the same application identifiers with the same values, where the package leaves a value as it stands. */
function checkLabels(): void {
  for (const [index, text] of elementStrings.entries()) {
    const expected = LABELS[index] ?? [];
    const ours = gs1.elementString(text);
    assert.ok(ours.ok, text);
    assert.deepEqual(
      ours.elements.map(({ ai, value }) => [ai, value]),
      expected,
    );
    const theirs = parseBarcode(text).parsedCodeItems;
    assert.deepEqual(
      theirs.map(({ ai }) => ai),
      expected.map(([ai]) => ai),
      text,
    );
    for (const [place, { ai, data }] of theirs.entries()) {
      const value = expected[place]?.[1] ?? '';
      if (typeof data === 'string') assert.equal(data, value, text);
      else if (typeof data === 'number') assert.equal(data, ai === '3103' ? Number(value) / 1000 : Number(value), text);
      else assert.equal(String(data.getFullYear()).slice(2), value.slice(0, 2), text);
    }
  }
  for (const uri of digitalLinks) assert.ok(gs1.digitalLink(uri).ok, uri);
}

/** Keeps what is measured from being left out as without effect. */
let kept: unknown;

interface Contender {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly run: (text: string) => unknown;
}

/** Nanoseconds per call, by the best of all rounds. */
function measure(contenders: readonly Contender[]): Map<string, number> {
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, inputs, run } of contenders) {
      const started = process.hrtime.bigint();
      for (let n = 0; n < READS_PER_ROUND; n++) kept = run(inputs[n % inputs.length] ?? '');
      const nanoseconds = Number(process.hrtime.bigint() - started) / READS_PER_ROUND;
      best.set(name, Math.min(best.get(name) ?? Infinity, nanoseconds));
    }
  }
  return best;
}

const sizes = [10, 100, 1000];
const contenders: Contender[] = [];
for (const size of sizes) {
  const table = tableOf(size);
  const { read, warnings } = createBarcodeReader({ tokenizers: table, gs1 });
  const floor = floorFor(table);
  assert.deepEqual(warnings, []);
  assert.equal(table.length, size);
  for (const text of texts) assert.deepEqual(floor(text), read(text));
  contenders.push({ name: `read ${size}`, inputs: texts, run: read });
  contenders.push({ name: `floor ${size}`, inputs: texts, run: floor });
}
checkLabels();
const best = measure(contenders);

const { read } = createBarcodeReader({ tokenizers: tableOf(100), gs1 });
const others: Contender[] = [
  { name: 'gs1', inputs: elementStrings, run: text => gs1.elementString(text) },
  { name: 'gs1 package', inputs: elementStrings, run: text => parseBarcode(text) },
  { name: 'read gs1', inputs: elementStrings.map(text => [']C1', text].join('')), run: text => read(text) },
  { name: 'digital link', inputs: digitalLinks, run: text => gs1.digitalLink(text) },
  { name: 'plain', inputs: ['5940000001186', 'A-01-02'], run: text => read(text) },
];

for (const [name, nanoseconds] of measure(others)) best.set(name, nanoseconds);
const of = (name: string) => best.get(name) ?? Infinity;
const rounded = (value: number) => Math.round(value * 100) / 100;
const reads = sizes.map(size => of(`read ${size}`));
const ratios = sizes.map(size => of(`read ${size}`) / of(`floor ${size}`));
const apart = Math.max(...reads) / Math.min(...reads);
const gs1Ratio = of('gs1 package') / of('gs1');

for (const [name, nanoseconds] of best) console.log(`${name.padEnd(14)} ${nanoseconds.toFixed(0).padStart(7)} ns`);
console.log(
  `Of the floor at most ${Math.max(...ratios).toFixed(2)}, table sizes ${apart.toFixed(2)} apart, GS1 ${gs1Ratio.toFixed(1)} times as fast.`,
);
if (kept === undefined) throw new Error('Nothing was read');

report(
  'tokenizer',
  {
    ...Object.fromEntries(sizes.map(size => [`nsPerReadOf${size}`, rounded(of(`read ${size}`))])),
    ...Object.fromEntries(sizes.map(size => [`nsFloorOf${size}`, rounded(of(`floor ${size}`))])),
    mostOfFloor: rounded(Math.max(...ratios)),
    tableSizesApart: rounded(apart),
    nsPerElementString: rounded(of('gs1')),
    nsPerElementStringOfPackage: rounded(of('gs1 package')),
    timesAsFastAsPackage: rounded(gs1Ratio),
    nsPerGs1Read: rounded(of('read gs1')),
    nsPerDigitalLink: rounded(of('digital link')),
    nsPerPlainRead: rounded(of('plain')),
  },
  Math.max(...ratios) <= MOST_OF_FLOOR && apart <= MOST_APART && gs1Ratio >= LEAST_OF_GS1_PACKAGE,
);
