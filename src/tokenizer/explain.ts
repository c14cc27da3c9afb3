import { type Repair, repairsOf } from './explain/repairs.ts';
import { type Broken, type Segment, segmentsOf } from './explain/segments.ts';
import type { Gs1Parser, Gs1Reason, Gs1Result } from './gs1-parser.ts';
import { createBarcodeReader } from './read-barcode.ts';
import type {
  BarcodeReading,
  BrokenRule,
  ConfigurationWarning,
  MissingValue,
  Token,
  Tokenizer,
  TokenizerRow,
} from './types.ts';

export type { Segment, SegmentKind } from './explain/segments.ts';
export type { Repair, RepairCause } from './explain/repairs.ts';
export type { Layout } from './explain/keyboard-layouts.ts';

export interface ExplainOptions {
  readonly tokenizers?: readonly Tokenizer[];
  readonly gs1?: Gs1Parser | undefined;
  readonly acceptedMainObjects?: readonly string[];
  /** The symbology identifier that the scanner sent beside the text. */
  readonly aim?: string | undefined;
}

/** One way to cut the text. */
export interface ExplainedSplit {
  readonly tokens: readonly Token[];
  readonly missing: readonly MissingValue[];
  readonly segments: readonly Segment[];
}

/** Where reading broke off, and which rule was broken. */
export type ExplainedFailure =
  | {
      readonly kind: 'tokenizer';
      readonly tokenizer: string;
      /** The row that asks for the value; its configuration says how. */
      readonly row: TokenizerRow | null;
      readonly sequence: number;
      readonly rule: BrokenRule;
      readonly value: string;
      readonly length: number | null;
      readonly separator: string;
    }
  | {
      readonly kind: 'gs1';
      readonly rule: Gs1Reason;
      /** The identifier whose value is wrong, where it can be told. */
      readonly ai: string | null;
      /** What stands there, from the fault on. */
      readonly value: string;
    }
  /** No tokenizer has this code, and it is not GS1. */
  | { readonly kind: 'no-match' };

export interface Explanation {
  readonly text: string;
  readonly reading: BarcodeReading;
  /** The tokenizer that took the text, as it is configured. */
  readonly tokenizer: Tokenizer | null;
  /** The chosen split, then the others; where reading failed, one without tokens, or with those before the fault. */
  readonly splits: readonly ExplainedSplit[];
  /** Of a partial reading, why its leading values could not be cut. */
  readonly failure: ExplainedFailure | null;
  /** A separator stands inside a value, since what comes last has to be a quantity: which token of the first split. */
  readonly decidedByQuantity: number | null;
  readonly repairs: readonly Repair[];
  readonly warnings: readonly ConfigurationWarning[];
}

/** Says how a text is read, piece by piece; where it is not, why, and what may have happened to it. */
export function explain(text: string, options: ExplainOptions = {}): Explanation {
  const { tokenizers = [], gs1, acceptedMainObjects, aim } = options;
  const reader = createBarcodeReader({ tokenizers, gs1, ...(acceptedMainObjects && { acceptedMainObjects }) });
  const reading = reader.read(text, { aim });
  const code = codeOf(reading);
  const tokenizer = tokenizers.find(each => each.code === code) ?? null;
  const { failure, broken, tokens } = failureOf(text, reading, tokenizer, gs1);
  const splits = [tokens, ...reading.alternatives].map(each => ({
    tokens: each,
    missing: missingIn(each, reading, tokenizer),
    segments: segmentsOf(text, reading, each, broken),
  }));
  return {
    text,
    reading,
    tokenizer,
    splits,
    failure,
    decidedByQuantity: decidedByQuantity(reading, tokenizer, text),
    repairs: text.trim() === '' ? [] : repairsOf(text, reading, { tokenizers, gs1, reader }),
    warnings: reader.warnings,
  };
}

function codeOf({ tokens, reason }: BarcodeReading): string | null {
  const source = tokens[0]?.source;
  if (source?.kind === 'tokenizer') return source.code;
  return reason?.kind === 'tokenizer' ? reason.tokenizer : null;
}

interface Failed {
  readonly failure: ExplainedFailure | null;
  readonly broken: Broken | null;
  readonly tokens: readonly Token[];
}

function failureOf(
  text: string,
  reading: BarcodeReading,
  tokenizer: Tokenizer | null,
  gs1: Gs1Parser | undefined,
): Failed {
  const { status, reason, tokens } = reading;
  if (status === 'no-match') return { failure: { kind: 'no-match' }, broken: null, tokens };
  if (reason === undefined) return { failure: null, broken: null, tokens };
  if (reason.kind === 'tokenizer') {
    const { sequence, rule, span, length, separator } = reason;
    const row = tokenizer?.rows.find(each => each.sequence === sequence) ?? null;
    const value = text.slice(...span);
    const head = reason.tokenizer.length + (tokenizer?.separator ?? '').length;
    return {
      failure: { kind: 'tokenizer', tokenizer: reason.tokenizer, row, sequence, rule, value, length, separator },
      broken: status === 'invalid' ? { span, head } : null,
      tokens,
    };
  }
  return gs1Failure(text, reading, reason.rule, reason.at, gs1);
}

function gs1Failure(
  text: string,
  reading: BarcodeReading,
  rule: Gs1Reason,
  at: number,
  gs1: Gs1Parser | undefined,
): Failed {
  const start = text.lastIndexOf(reading.text);
  const result = gs1 === undefined ? null : readAgain(gs1, reading);
  const tokens = (result === null || gs1 === undefined ? [] : gs1.tokens(result)).map((token): Token => ({
    ...token,
    span: [token.span[0] + start, token.span[1] + start],
  }));
  const separator = text.indexOf('\x1D', at);
  const end = separator === -1 ? start + reading.text.length : separator;
  const ai =
    reading.kind === 'digital-link' || rule === 'unknown-ai' ? null : identifierBefore(text, at, tokens, start);
  return {
    failure: { kind: 'gs1', rule, ai, value: text.slice(at, end) },
    broken: { span: [at, Math.max(at, end)], head: 0 },
    tokens,
  };
}

function readAgain(gs1: Gs1Parser, { kind, text }: BarcodeReading): Gs1Result {
  if (kind === 'digital-link') return gs1.digitalLink(text);
  return text.startsWith('(') ? gs1.bracketed(text) : gs1.elementString(text);
}

/** How many digits an application identifier has, by its first two. */
function identifierBefore(text: string, at: number, tokens: readonly Token[], start: number): string | null {
  const from = tokens.at(-1)?.span[1] ?? start;
  const [digits = ''] = /\d+/.exec(text.slice(from, Math.max(at, from + 4))) ?? [];
  const length = /^(?:3[1-69]|43|70|72|8)/.test(digits) ? 4 : /^(?:2[345]|4|71)/.test(digits) ? 3 : 2;
  return digits.length >= length ? digits.slice(0, length) : null;
}

/** The rows that a split has no token for. */
function missingIn(tokens: readonly Token[], reading: BarcodeReading, tokenizer: Tokenizer | null): MissingValue[] {
  if (tokens.length === 0 || tokenizer === null || reading.status === 'invalid') return [...reading.missing];
  const there = new Set(tokens.map(({ source }) => (source.kind === 'tokenizer' ? source.sequence : null)));
  return tokenizer.rows
    .filter(({ sequence }) => !there.has(sequence))
    .map(({ businessObject, property, sequence }) => ({ businessObject, property, sequence }));
}

/** Whether there would be more ways to cut it if the quantity might be any text. */
function decidedByQuantity({ status, tokens }: BarcodeReading, tokenizer: Tokenizer | null, text: string) {
  const quantity = tokens.findIndex(({ role }) => role === 'quantity');
  if (status !== 'ok' || tokenizer === null || quantity < 1) return null;
  const rows = tokenizer.rows.map(row => ((row.businessObject ?? '') === '' ? { ...row, businessObject: '?' } : row));
  const anyText = createBarcodeReader({ tokenizers: [{ ...tokenizer, rows }] }).read(text);
  if (anyText.status !== 'ambiguous') return null;
  const inside = tokens.findIndex(({ value }, index) => {
    const separator = tokenizer.rows[index]?.separator ?? '';
    return separator !== '' && value.includes(separator);
  });
  return inside === -1 ? null : inside;
}
