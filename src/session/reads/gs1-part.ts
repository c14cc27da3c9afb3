import type { CodeParts } from '../../domain/code-read.ts';
import { barcodesIn } from '../../domain/ean-symbol.ts';
import { gtinForms } from '../../domain/gtin.ts';
import type { Measure } from '../../domain/measure.ts';
import { withLostSeparators } from '../../tokenizer/explain/lost-separators.ts';
import { type Gs1ParserOptions, createGs1Parser } from '../../tokenizer/gs1/index.ts';
import type { BarcodeReading, Gs1Parser, Token } from '../../tokenizer/index.ts';
import type { Gs1 } from './code-meanings.ts';
import { ofRoles } from './interpret-reading.ts';

/** The GS1 parser, and what counting makes of its tokens: a part of the code of its own, which most reads do not need. */
export function createGs1(options: Gs1ParserOptions = {}): Gs1 {
  const parser = createGs1Parser(options);
  const meaningsOf = (tokens: readonly Token[]) => withLocations(tokens, partsOf(tokens));
  return {
    parser,
    barcodesIn,
    meaningsOf: reading => [
      ...(reading.status === 'ok' ? meaningsOf(reading.tokens) : []),
      ...guesses(parser, reading)
        .flatMap(meaningsOf)
        .map((parts): CodeParts => ({ ...parts, lost: true })),
    ],
  };
}

/** What a label says if a separator was lost: of one that reads, only if its lot or serial number is another one then. */
function guesses(parser: Gs1Parser, { kind, status, text, tokens }: BarcodeReading): (readonly Token[])[] {
  // Digits that do not fit as GS1 are taken for an ordinary number.
  if (kind === 'raw' ? !/^0[0-2]\d{14}/.test(text) : kind !== 'gs1' || text.startsWith('(')) return [];
  const before = keyOf(tokens);
  return withLostSeparators(parser, text)
    .map(each => parser.tokens(parser.elementString(each)))
    .filter(guess => status !== 'ok' || (keyOf(guess) !== before && guess.slice(tokens.length).some(isTelling)));
}

function keyOf(tokens: readonly Token[]): string {
  return JSON.stringify(ofRoles(tokens, 'lot', 'serial'));
}

/** A variant (20) is any two digits: many a number ends as if it had one, a year for instance. */
function isTelling({ source }: Token): boolean {
  return source.kind === 'gs1' && source.ai !== '20';
}

function partsOf(tokens: readonly Token[]): CodeParts {
  // 01 is the trade item itself, 02 what a logistic unit holds of; 17 is the expiry date, 15 best before.
  const item = tokenOf(tokens, 'item', '01');
  const date = tokenOf(tokens, 'expiry', '17')?.typed?.date?.slice(0, 10);
  const measures = tokens
    .filter(token => token.role === 'quantity')
    .map(({ value, typed }): Measure => ({ quantity: typed?.decimal ?? value, unit: typed?.unit ?? null }));
  return {
    ...(item !== undefined && { barcodes: gtinForms(item.value) }),
    ...(date !== undefined && { expiry: date }),
    ...(measures.length > 0 && { measures }),
    ...ofRoles(tokens, 'lot', 'serial', 'loadingUnit'),
  };
}

/**
 * The locations of a GS1 label: its own code within a GLN (254), then GLNs. On a logistic label they may be the
 * recipient's, so that what else it says is taken without them where the host knows none.
 */
function withLocations(tokens: readonly Token[], parts: CodeParts): CodeParts[] {
  const locations = tokens.filter(token => token.role === 'location');
  const ordered = [...locations].sort((a, b) => Number(isExtension(b)) - Number(isExtension(a)));
  const all = ordered.map(({ value }): CodeParts => ({ ...parts, location: { warehouse: null, code: value } }));
  const [first] = ordered;
  if (first === undefined) return [parts];
  return Object.keys(parts).length === 0 ? all : [...all, { ...parts, locationLeftOut: first.value }];
}

function isExtension({ source }: Token): boolean {
  return source.kind === 'gs1' && source.ai === '254';
}

/** The token with this role, by preference that of this application identifier. */
function tokenOf(tokens: readonly Token[], role: Token['role'], ai: string): Token | undefined {
  const all = tokens.filter(token => token.role === role);
  return all.find(({ source }) => source.kind === 'gs1' && source.ai === ai) ?? all[0];
}
