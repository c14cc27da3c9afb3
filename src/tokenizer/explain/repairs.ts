import type { Gs1Parser } from '../gs1-parser.ts';
import { type BarcodeReader, createBarcodeReader } from '../read-barcode.ts';
import type { BarcodeReading, InvalidReason, Tokenizer } from '../types.ts';
import { LAYOUTS, type Layout, typedBy, typedOn } from './keyboard-layouts.ts';
import { withLostSeparators } from './lost-separators.ts';

/** What may have happened to a code, and what it reads as if it did. Each was tried: `reading` is what came out. */
export interface Repair {
  readonly text: string;
  readonly reading: BarcodeReading;
  readonly cause: RepairCause;
}

export type RepairCause =
  /** Scanner and computer are set to different keyboard layouts; on any of these it reads so. */
  | { readonly kind: 'layout'; readonly setTo: 'computer' | 'scanner'; readonly layouts: readonly Layout[] }
  /** Other signs stand where dashes should. */
  | { readonly kind: 'dash' }
  /** GS1 data whose separators (GS) got lost. */
  | { readonly kind: 'separator' }
  /** Caps lock. */
  | { readonly kind: 'case' }
  /** The code of a tokenizer is missing in front. */
  | { readonly kind: 'prefix'; readonly tokenizer: string }
  /** Two values stand in the wrong order. */
  | { readonly kind: 'swap' }
  /** The label may be right and the configuration too narrow: with this length for the row it reads. */
  | { readonly kind: 'length'; readonly tokenizer: string; readonly sequence: number; readonly length: number };

export interface RepairOptions {
  readonly tokenizers: readonly Tokenizer[];
  readonly gs1: Gs1Parser | undefined;
  readonly reader: BarcodeReader;
}

const MOST_REPAIRS = 6;
const MOST_PREFIXES = 4;
/** Hosts with more tokenizers than these would wait for an answer. */
const MOST_TOKENIZERS = 200;
const DASHES = /['’´`_\u2010-\u2015\u2212\u00AD]/g;

/** What may have happened to a text that was read, likeliest first; nothing where it reads well. */
export function repairsOf(original: string, before: BarcodeReading, options: RepairOptions): Repair[] {
  const { reader } = options;
  const found: Repair[] = [];
  const propose = (text: string, cause: RepairCause, read = reader.read) => {
    if (text === original && cause.kind !== 'length') return;
    const known = found.find(each => each.text === text);
    if (known !== undefined) {
      merge(found, known, cause);
      return;
    }
    const reading = read(text);
    if (isBetter(reading, before, cause)) found.push({ text, reading, cause });
  };

  if (before.kind === 'gs1' || before.aim !== null) proposeSeparators(original, before, options, propose);
  if (before.warnings.some(({ code }) => code === 'case')) propose(swapCase(original), { kind: 'case' });
  const { reason, status } = before;
  const isTooLong = reason?.kind === 'tokenizer' && reason.rule === 'too-long';
  if (isTooLong) proposeForTooLong(original, reason, options, propose);
  if (status !== 'invalid' && status !== 'no-match') return found.slice(0, MOST_REPAIRS);

  for (const layout of LAYOUTS) {
    propose(typedOn(layout, original), { kind: 'layout', setTo: 'computer', layouts: [layout] });
  }
  for (const layout of LAYOUTS) {
    propose(typedBy(layout, original), { kind: 'layout', setTo: 'scanner', layouts: [layout] });
  }
  propose(original.replace(DASHES, '-'), { kind: 'dash' });
  propose(swapCase(original), { kind: 'case' });
  if (status === 'no-match') proposePrefixes(before.text, options, propose, found);
  return found.slice(0, MOST_REPAIRS);
}

type Propose = (text: string, cause: RepairCause, read?: BarcodeReader['read']) => void;

/** The same text by another cause: of layouts, all are named. */
function merge(found: Repair[], known: Repair, cause: RepairCause): void {
  if (known.cause.kind !== 'layout' || cause.kind !== 'layout' || known.cause.setTo !== cause.setTo) return;
  const layouts = [...new Set([...known.cause.layouts, ...cause.layouts])];
  found[found.indexOf(known)] = { ...known, cause: { ...known.cause, layouts } };
}

function isBetter(reading: BarcodeReading, before: BarcodeReading, { kind }: RepairCause): boolean {
  if (reading.status === 'invalid' || reading.status === 'no-match') return false;
  // The code that is missing in front may be any, and values may stand in any order: only a whole one says something.
  if (kind === 'prefix' || kind === 'swap' || kind === 'length') return reading.status !== 'partial';
  return kind !== 'case' || !reading.warnings.some(({ code }) => code === 'case') || before.status === 'no-match';
}

function proposeSeparators(original: string, { text, aim }: BarcodeReading, { gs1 }: RepairOptions, propose: Propose) {
  if (gs1 === undefined || text.startsWith('(') || text.includes('://')) return;
  const head = original.includes(aim ?? ']') ? (aim ?? '') : '';
  for (const each of withLostSeparators(gs1, text)) propose(head + each, { kind: 'separator' });
}

/** The values in another order, or a row that takes as many characters. */
function proposeForTooLong(
  original: string,
  { tokenizer, sequence, span, separator }: Extract<InvalidReason, { kind: 'tokenizer' }>,
  { tokenizers, gs1 }: RepairOptions,
  propose: Propose,
): void {
  const [, ...values] = separator === '' ? [] : original.split(separator);
  const head = original.slice(0, original.length - values.join(separator).length);
  for (let index = 0; index + 1 < values.length; index++) {
    const swapped = [...values];
    swapped.splice(index, 2, values[index + 1] ?? '', values[index] ?? '');
    propose(head + swapped.join(separator), { kind: 'swap' });
  }
  const length = span[1] - span[0];
  const wider = tokenizers.map(each =>
    each.code !== tokenizer
      ? each
      : { ...each, rows: each.rows.map(row => (row.sequence === sequence ? { ...row, length } : row)) },
  );
  const reader = createBarcodeReader({ tokenizers: wider, gs1 });
  propose(original, { kind: 'length', tokenizer, sequence, length }, reader.read);
}

function proposePrefixes(
  text: string,
  { tokenizers }: RepairOptions,
  propose: Propose,
  found: readonly Repair[],
): void {
  const before = found.length;
  for (const { code, separator } of tokenizers.slice(0, MOST_TOKENIZERS)) {
    if (found.length - before === MOST_PREFIXES || text === '') return;
    const values = text.startsWith(code) ? text.slice(code.length).replace(/^[^A-Za-z0-9]/, '') : text;
    propose(code + separator + values, { kind: 'prefix', tokenizer: code });
  }
}

function swapCase(text: string): string {
  return text.replace(/[A-Za-z]/g, letter =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
}
