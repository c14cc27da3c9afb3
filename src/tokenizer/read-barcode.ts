import { type CompiledTokenizer, compile } from './compile.ts';
import { byHead } from './find-tokenizer.ts';
import type { Gs1Parser } from './gs1-parser.ts';
import { readByItself, readGs1 } from './gs1-routes.ts';
import { type MakeReading, NONE } from './reading.ts';
import { found, reason, split } from './split.ts';
import type { BarcodeReading, ConfigurationWarning, ReadingWarning, Tokenizer } from './types.ts';

export interface BarcodeReaderOptions {
  /** As the host sends them, in the order of its table. */
  readonly tokenizers?: readonly Tokenizer[];
  /** From `wms-inventar/tokenizer/gs1`. Without it, GS1 data is `no-match`. */
  readonly gs1?: Gs1Parser | undefined;
  /** Of two tokenizers with the same head, one with such a main object is tried first. */
  readonly acceptedMainObjects?: readonly string[];
  /** Takes `'` for `-` where nothing else matches: a scanner set to US on an Italian layout. Off by default. */
  readonly apostropheAsDash?: boolean;
}

export interface BarcodeReader {
  /** Says what a text means. Every failure is a value; nothing is thrown. */
  readonly read: (text: string, scan?: { readonly aim?: string | undefined }) => BarcodeReading;
  readonly warnings: readonly ConfigurationWarning[];
}

/**
 * A reader for the tokenizers a host has configured. A tokenizer that is configured wrongly is left out and named in
 * `warnings`; the others work.
 */
export function createBarcodeReader(options: BarcodeReaderOptions = {}): BarcodeReader {
  const { tokenizers, gs1, acceptedMainObjects, apostropheAsDash } = options;
  const warnings: ConfigurationWarning[] = [];
  const compiled = (tokenizers ?? []).flatMap((tokenizer, index) => compile(tokenizer, index, warnings) ?? []);
  const rank = ({ mainObject }: CompiledTokenizer) => Number(!acceptedMainObjects?.includes(mainObject ?? ''));
  compiled.sort((a, b) => rank(a) - rank(b));
  const find = byHead(compiled);
  const findInAnyCase = byHead(compiled, head => head.toLowerCase());
  const dashes = apostropheAsDash ? /['\u2010-\u2015\u2212\uff0d]/g : /[\u2010-\u2015\u2212\uff0d]/g;

  // The text at hand: each reader's own, and no read is ever interrupted by another.
  let text: string;
  /** Where it stands in the text as it was given. */
  let start: number;
  let aim: string | null;

  /** Takes away what scanners and keyboards put around a code, and keeps a symbology identifier apart. */
  const clean = (original: string, identifier: string): void => {
    start = 0;
    let end = original.length;
    while (isAround(original.charCodeAt(start))) start++;
    while (end > start && isAround(original.charCodeAt(end - 1))) end--;
    // 93 is `]`: a character of its own would have to be made for each text.
    const head = original.charCodeAt(start) === 93 && original.slice(start, start + 3);
    if (head && /][a-z]\w/i.test(head) && (identifier || head) === head) {
      identifier = head;
      start += 3;
    }
    text = original.slice(start, end);
    aim = identifier || null;
  };

  /** Always of the same shape. */
  const reading: MakeReading = (
    status,
    kind,
    tokens = NONE,
    mainObject = null,
    warnings = NONE,
    reason,
    missing = NONE,
    alternatives = NONE,
  ) => {
    const found = { status, kind, text, aim, mainObject, tokens, missing, alternatives, warnings };
    return reason ? { ...found, reason } : found;
  };

  /** By the first tokenizer that splits the text; where none does, the first says why. */
  const readWithTokenizer = (cut: string, flags: readonly ReadingWarning[]): BarcodeReading | undefined => {
    const exact = find(cut);
    let result: BarcodeReading | undefined;
    for (const tokenizer of exact ?? findInAnyCase(cut.toLowerCase()) ?? NONE) {
      const { code, rows } = tokenizer;
      const count = split(tokenizer, cut, text, start);
      const tokens = count ? found[0] : undefined;
      const other = count > 1 ? found[1] : undefined;
      const missing = tokens ? rows.length - tokens.length : 0;
      const each = reading(
        !tokens ? 'invalid' : missing > 0 ? 'partial' : other?.length === rows.length ? 'ambiguous' : 'ok',
        'tokenizer',
        tokens,
        tokenizer.mainObject,
        exact ? flags : [...flags, { code: 'case', read: cut.slice(0, code.length), expected: code }],
        reason,
        missing > 0
          ? rows
              .slice(0, missing)
              .map(({ businessObject, property, sequence }) => ({ businessObject, property, sequence }))
          : NONE,
        count > 2 ? found.slice(1, count) : other ? [other] : NONE,
      );
      if (tokens) return each;
      result ??= each;
    }
    return result;
  };

  /** With whatever looks like a dash taken for one; the values are cut from the text as it is. */
  const readWithDashes = (): BarcodeReading | undefined => {
    const at: number[] = [];
    const cut = text.replace(dashes, (_, place: number) => {
      at.push(start + place);
      return '-';
    });
    return at.length ? readWithTokenizer(cut, [{ code: 'dash', at }]) : undefined;
  };

  return {
    warnings,
    read: (original, scan) => {
      // A host in plain JavaScript may give anything.
      clean(typeof original === 'string' ? original : '', scan?.aim ?? '');
      // By its AIM symbology identifier (ISO/IEC 15424), whatever else it looks like.
      const marked =
        aim && /^](C1|e0|d2|Q3|J1)$/.test(aim) ? readGs1(gs1, text, start, reading, 'scan', aim) : undefined;
      if (marked?.status === 'ok') return marked;
      return (
        readWithTokenizer(text, NONE) ??
        marked ??
        readByItself(gs1, text, start, reading) ??
        readWithDashes() ??
        reading('no-match', 'raw')
      );
    },
  };
}

/**
 * NUL, TAB, LF, CR and blank: the bits 0, 9, 10, 13, and 32, which is 0 again where bits are shifted. And what nobody sees of
 * a text that was pasted: other blanks, marks of byte order, direction and width.
 */
function isAround(code: number): boolean {
  return code < 33
    ? ((0b10_0110_0000_0001 >> code) & 1) > 0
    : code > 126 && /[\s\p{Cf}]/u.test(String.fromCharCode(code));
}
