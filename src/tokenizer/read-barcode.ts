import { type CompiledTokenizer, compile, isWarning } from './compile.ts';
import { MOST_SPLITS, type Split, splits } from './tokenize.ts';
import type { BarcodeReading, ConfigurationWarning, MissingValue, Token, Tokenizer } from './types.ts';

export interface BarcodeReaderOptions {
  readonly tokenizers?: readonly Tokenizer[];
}

export interface BarcodeReader {
  /** Says what a text means. Every failure is a value; nothing is thrown. */
  readonly read: (text: string) => BarcodeReading;
  readonly warnings: readonly ConfigurationWarning[];
}

const AROUND = /^[\0\t\n\r ]+|[\0\t\n\r ]+$/g;

/**
 * A reader for the tokenizers a host has configured. A tokenizer that is configured wrongly is left out and named in
 * `warnings`; the others work.
 */
export function createBarcodeReader(options: BarcodeReaderOptions = {}): BarcodeReader {
  const warnings: ConfigurationWarning[] = [];
  const tokenizers: CompiledTokenizer[] = [];
  for (const tokenizer of options.tokenizers ?? []) {
    const compiled = compile(tokenizer);
    if (isWarning(compiled)) warnings.push(compiled);
    else tokenizers.push(compiled);
  }
  // The longest head first: `ItemQty-` must not be taken for a code that starts with `Item`. The sort is stable, so
  // that among equals the table's order decides.
  tokenizers.sort((a, b) => b.head.length - a.head.length);

  return {
    warnings,
    read: original => {
      const text = original.replace(AROUND, '');
      const offset = original.indexOf(text);
      const tokenizer = tokenizers.find(({ head }) => text.startsWith(head));
      return tokenizer === undefined ? raw(text) : readWith(tokenizer, text, offset);
    },
  };
}

function raw(text: string): BarcodeReading {
  return { status: 'no-match', kind: 'raw', text, mainObject: null, tokens: [], missing: [], alternatives: [] };
}

function readWith(tokenizer: CompiledTokenizer, text: string, offset: number): BarcodeReading {
  const { code, mainObject, rows } = tokenizer;
  const full = splits(rows, text, tokenizer.head.length);
  const { skipped, partial } = splitsWithoutLeadingRows(tokenizer, text);
  const tokensOf = (split: Split, from: number) => toTokens(tokenizer, split, from, text, offset);
  const all = [...full.map(split => tokensOf(split, 0)), ...partial.map(split => tokensOf(split, skipped))];
  const [tokens, ...alternatives] = all.slice(0, MOST_SPLITS);
  const found = { kind: 'tokenizer', text, mainObject } as const;
  if (tokens === undefined) {
    const reason = { code: 'no-split', tokenizer: code } as const;
    return { ...found, status: 'invalid', tokens: [], missing: [], alternatives: [], reason };
  }
  if (full.length === 0) {
    return { ...found, status: 'partial', tokens, missing: rows.slice(0, skipped).map(missingValue), alternatives };
  }
  return { ...found, status: full.length > 1 ? 'ambiguous' : 'ok', tokens, missing: [], alternatives };
}

/** Rows of another object at the front may be left out: a location without its warehouse, an item without its class. */
function splitsWithoutLeadingRows({ rows, head }: CompiledTokenizer, text: string) {
  const skipped = rows.findIndex(row => !row.optional);
  const partial = skipped > 0 ? splits(rows.slice(skipped), text, head.length) : [];
  return { skipped, partial };
}

function missingValue(row: CompiledTokenizer['rows'][number]): MissingValue {
  return { businessObject: row.businessObject ?? '', property: row.property ?? '', sequence: row.sequence };
}

function toTokens(
  { code, rows }: CompiledTokenizer,
  split: Split,
  from: number,
  text: string,
  offset: number,
): Token[] {
  return split.flatMap(([start, end], index) => {
    const row = rows[from + index];
    if (row === undefined) return [];
    const { businessObject, property, role, sequence } = row;
    const value = text.slice(start, end);
    const span = [offset + start, offset + end] as const;
    return [{ businessObject, property, value, role, span, source: { kind: 'tokenizer', code, sequence } }];
  });
}
