import { type Given, reading } from './given.ts';
import type { Gs1Parser } from './gs1-parser.ts';
import type { BarcodeReading, Token } from './types.ts';

/** The forms in which GS1 data is written: each is a function of the parser. */
type Form = 'scan' | 'digitalLink' | 'bracketed' | 'elementString';

/** GS1 data by its AIM symbology identifier (ISO/IEC 15424). */
export function readMarked(gs1: Gs1Parser | undefined, given: Given): BarcodeReading | undefined {
  return /^](C1|e0|d2|Q3|J1)$/.test(given.aim ?? '') ? readAs(gs1, 'scan', given) : undefined;
}

/**
 * What a text says by itself, without symbology identifier and tokenizer: a Digital Link, GS1 in brackets or with GS, a
 * GTIN, an element string that starts with one. `undefined`: none of these.
 */
export function readByItself(gs1: Gs1Parser | undefined, given: Given): BarcodeReading | undefined {
  const { text, start } = given;
  const form = /^https?:/i.test(text) ? 'digitalLink' : /^\(\d/.test(text) ? 'bracketed' : 'elementString';
  const isPlain = form === 'elementString' && !text.includes('\x1d');
  if (isPlain && isGtin(text)) {
    const span = [start, start + text.length] as const;
    const source = { kind: 'gs1', ai: '01' } as const;
    return reading(given, 'ok', 'gtin', [
      { businessObject: null, property: null, value: text, role: 'item', span, source },
    ]);
  }
  const found = isPlain && !/^0[012]/.test(text) ? undefined : readAs(gs1, form, given);
  // It may only have looked like GS1: an ordinary number or web address, a code in brackets.
  const { rule = '' } = found?.reason ?? {};
  return rule && (isPlain || /not-gs1|unknown-ai|syntax/.test(rule)) ? undefined : found;
}

/** What the parser makes of a text in this form. Its tokens stand where they stand in the original. */
function readAs(gs1: Gs1Parser | undefined, form: Form, given: Given): BarcodeReading | undefined {
  if (!gs1) return undefined;
  // The identifier may have come beside the text.
  const prefix = form === 'scan' ? (given.aim ?? '') : '';
  const result = gs1[form](prefix + given.text);
  const { ok, warnings, reason: rule = 'not-gs1', at = 0 } = result;
  const shift = given.start - prefix.length;
  const kind = form === 'digitalLink' ? 'digital-link' : 'gs1';
  if (!ok) return { ...reading(given, 'invalid', kind), warnings, reason: { kind: 'gs1', rule, at: at + shift } };
  const tokens = gs1.tokens(result).map((token): Token => {
    const [from, to] = token.span;
    return { ...token, span: [from + shift, to + shift] };
  });
  return reading(given, 'ok', kind, tokens, tokens.find(each => each.businessObject)?.businessObject, warnings);
}

/** GTIN-8, -12, -13 and -14; from the right the digits weigh 1 and 3 in turn (GS1 General Specifications, 7.9). */
function isGtin(text: string): boolean {
  let sum = 0;
  for (let index = text.length; index-- > 0;) sum = Number(text[index]) * ((text.length - index) % 2 ? 1 : 3) + sum;
  return /^(\d{8}|\d{12,14})$/.test(text) && sum % 10 === 0;
}
