import type { ConfigurationWarning, TokenRole, Tokenizer, TokenizerRow } from './types.ts';

export interface CompiledRow {
  readonly sequence: number;
  readonly businessObject: string | null;
  readonly property: string | null;
  readonly role: TokenRole;
  /** `null`: no limit. */
  readonly length: number | null;
  readonly separator: string;
  /** What a value must look like, beside its length. */
  readonly pattern: RegExp | null;
  /** The value may be left out at the front: it belongs to another object than the one the barcode stands for. */
  readonly optional: boolean;
}

export interface CompiledTokenizer {
  readonly code: string;
  /** Code and separator: what a barcode of this tokenizer starts with. */
  readonly head: string;
  readonly mainObject: string | null;
  readonly rows: readonly CompiledRow[];
}

const DIGITS = /^\d+$/;
const QUANTITY = /^\d+(?:[.,]\d+)?$/;
const NUMERIC_PROPERTIES = new Set(['year', 'group', 'number', 'id']);

const ROLES: Readonly<Record<string, TokenRole>> = {
  FSItem: 'item',
  FSItemClass: 'item',
  FSItemVariant: 'item',
  FSLocation: 'location',
  FSWarehouse: 'location',
  FSBatchRegister: 'lot',
  FSSerialNumber: 'serial',
  FSLoadingUnit: 'loadingUnit',
};

/** Prepares a tokenizer for reading, or says which field of which row makes it unusable. */
export function compile(tokenizer: Tokenizer): CompiledTokenizer | ConfigurationWarning {
  const { code, separator } = tokenizer;
  const warn = (
    sequence: number | null,
    field: ConfigurationWarning['field'],
    problem: ConfigurationWarning['problem'],
  ): ConfigurationWarning => ({ tokenizer: code, sequence, field, problem });

  if (code === '') return warn(null, 'code', 'empty');
  const sorted = [...tokenizer.rows].sort((a, b) => a.sequence - b.sequence);
  if (sorted.length === 0) return warn(null, 'rows', 'empty');
  const mainObjects = [
    ...new Set(sorted.map(row => row.mainObject).filter(object => object !== null && object !== '')),
  ];
  if (mainObjects.length > 1) return warn(null, 'mainObject', 'contradicting');
  const mainObject = mainObjects[0] ?? null;

  const rows: CompiledRow[] = [];
  for (const [index, row] of sorted.entries()) {
    const length = lengthOf(row);
    if (length === undefined) return warn(row.sequence, 'length', 'not-a-length');
    const isLast = index === sorted.length - 1;
    if (!isLast && row.separator === '' && length === null) return warn(row.sequence, 'separator', 'unbounded');
    rows.push(compileRow(row, length, mainObject));
  }
  return { code, head: code + separator, mainObject, rows };
}

export function isWarning(compiled: CompiledTokenizer | ConfigurationWarning): compiled is ConfigurationWarning {
  return 'problem' in compiled;
}

function compileRow(row: TokenizerRow, length: number | null, mainObject: string | null): CompiledRow {
  const businessObject = row.businessObject === '' ? null : row.businessObject;
  const property = row.property === '' ? null : row.property;
  const isQuantity = businessObject === null && property === null;
  const isNumeric = NUMERIC_PROPERTIES.has(property?.toLowerCase() ?? '');
  return {
    sequence: row.sequence,
    businessObject,
    property,
    role: isQuantity ? 'quantity' : roleOf(businessObject),
    length,
    separator: row.separator,
    pattern: isQuantity ? QUANTITY : isNumeric ? DIGITS : null,
    optional: businessObject !== null && mainObject !== null && businessObject !== mainObject,
  };
}

function roleOf(businessObject: string | null): TokenRole {
  return businessObject !== null && Object.hasOwn(ROLES, businessObject) ? (ROLES[businessObject] ?? 'other') : 'other';
}

/** `null`: no limit; `undefined`: not a length. */
function lengthOf({ length }: TokenizerRow): number | null | undefined {
  const text = String(length ?? '').trim();
  if (text === '') return null;
  if (!DIGITS.test(text)) return undefined;
  return Number(text) === 0 ? null : Number(text);
}
