import type { ConfigurationWarning, Token, TokenRole, Tokenizer, TokenizerRow } from './types.ts';

/** A row as reading needs it, and what all of its tokens have in common. */
export interface CompiledRow extends Pick<Token, 'businessObject' | 'property' | 'role' | 'source'> {
  readonly sequence: number;
  /** `NO_LIMIT` or more: as long as it likes. */
  readonly length: number;
  readonly separator: string;
  /** The row behind it. */
  next: CompiledRow | undefined;
  /** How long a separator it ends at; 0 for the last row, which takes the rest, and for one of a fixed length. */
  gap: number;
  /** The value consists of digits; a quantity's has decimals, if it likes. */
  readonly isNumeric: boolean;
  readonly isQuantity: boolean;
  /** How many of the digits are decimals; 0: as it stands. */
  readonly decimals: number;
  /** Of the search that runs (`split.ts`): the next end that was not tried, those that lead to a split, the one at hand. */
  untried: number;
  alive: number[];
  end: number;
  /** Where it was tried from last, and in vain; 0: never. */
  failed: number;
}

export interface CompiledTokenizer {
  readonly code: string;
  /** Code and separator: what a barcode of this tokenizer starts with. */
  readonly head: string;
  readonly mainObject: string | null;
  readonly rows: readonly CompiledRow[];
  /** How many leading rows may be left out, since they are of another object than the barcode stands for. */
  readonly leading: number;
}

/** What a host sends is not what its types say until it was looked at. */
type Untrusted<T> = { readonly [K in keyof T]?: unknown };

/** Longer than any text, and a small integer all the same: sums with it stay whole numbers to the engine. */
export const NO_LIMIT = 1e9;

type Field = ConfigurationWarning['field'];

const ROLES: Readonly<Record<string, TokenRole | null>> = {
  __proto__: null,
  FSItem: 'item',
  FSItemClass: 'item',
  FSItemVariant: 'item',
  FSLocation: 'location',
  FSWarehouse: 'location',
  FSBatchRegister: 'lot',
  FSSerialNumber: 'serial',
  FSLoadingUnit: 'loadingUnit',
};

/** Prepares a tokenizer for reading, unless its configuration is wrong: then all that is wrong goes to `warnings`. */
export function compile(
  tokenizer: Tokenizer,
  index: number,
  warnings: ConfigurationWarning[],
): CompiledTokenizer | undefined {
  const before = warnings.length;
  const header = Object(tokenizer) as Untrusted<Tokenizer>;
  let name = `#${index + 1}`;
  let sequence: ConfigurationWarning['sequence'] = null;
  const warn = (field: Field, problem: ConfigurationWarning['problem']) =>
    warnings.push({ tokenizer: name, sequence, field, problem });
  const textIn = <F extends Field>(fields: { readonly [K in F]?: unknown }, field: F): string => {
    const value = fields[field] ?? '';
    if (typeof value === 'string') return value;
    warn(field, 'not-text');
    return '';
  };

  const code = textIn(header, 'code');
  if (!header.code) warn('code', 'empty');
  name = code || name;
  const wholeIn = <F extends Field>(fields: { readonly [K in F]?: unknown }, field: F, wrong: RegExp): number => {
    const value = fields[field];
    const digits = typeof value === 'number' ? `${value}` : textIn(fields, field).trim();
    if (wrong.test(digits)) warn(field, 'not-a-length');
    return Number(digits);
  };
  /** A character that tables can't hold stands there by its name, or as an escape. */
  const separatorIn = (fields: { readonly separator?: unknown }): string => {
    const separator = textIn(fields, 'separator').replace(
      /[<{[](GS|FNC1)[>}\]]|FNC1|\^]|\u241d|(0x|%|\\x|\\u00)1d|&#29;/gi,
      '\x1d',
    );
    if (/[<{[]\w{2,}[>}\]]|\\\w|&#/.test(separator)) warn('separator', 'unknown-name');
    return separator;
  };
  const head = code + separatorIn(header);
  let mainObject = '';
  const rows = (Array.isArray(header.rows) ? header.rows : []).map((given, index): CompiledRow => {
    const row = Object(given) as Untrusted<TokenizerRow>;
    sequence = index + 1;
    if (!Number.isFinite(row.sequence)) warn('sequence', 'not-a-number');
    const order = (sequence = Number(row.sequence));
    const businessObject = textIn(row, 'businessObject');
    const property = textIn(row, 'property');
    const main = textIn(row, 'mainObject');
    if (main && mainObject && main !== mainObject) warn('mainObject', 'contradicting');
    mainObject ||= main;
    const isQuantity = !businessObject && !property;
    const decimals = wholeIn(row, 'decimals', /\D|../);
    return {
      next: undefined,
      alive: [],
      gap: 0,
      end: 0,
      untried: 0,
      failed: 0,
      sequence: order,
      length: wholeIn(row, 'length', /\D/) || NO_LIMIT,
      separator: separatorIn(row),
      businessObject: businessObject || null,
      property: property || null,
      // An Id is the host's own number of a record: it is nobody's code.
      role: ROLES[/^id$/i.test(property) ? '' : businessObject] ?? (isQuantity ? 'quantity' : 'other'),
      source: { kind: 'tokenizer', code, sequence: order },
      isNumeric: isQuantity || /^(year|group|number|id)$/i.test(property),
      isQuantity: isQuantity && !decimals,
      decimals: isQuantity ? decimals : 0,
    };
  });
  rows.sort((a, b) => a.sequence - b.sequence);

  let leading = 0;
  rows.forEach((row, index) => {
    const { businessObject, separator, length } = row;
    const next = (row.next = rows[index + 1]);
    ({ sequence } = row);
    if (!next) return;
    row.gap = separator.length;
    if (next.sequence === sequence) warn('sequence', 'repeated');
    if (!separator && length === NO_LIMIT) warn('separator', 'unbounded');
    if (leading === index && mainObject && businessObject && businessObject !== mainObject) leading++;
  });
  sequence = null;
  if (!rows.length) warn('rows', 'empty');
  return warnings.length > before ? undefined : { code, head, mainObject: mainObject || null, rows, leading };
}
