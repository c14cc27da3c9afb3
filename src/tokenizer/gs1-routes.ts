import { type Given, reading } from './given.ts';
import type { Gs1Parser } from './gs1-parser.ts';
import type { BarcodeReading, Token } from './types.ts';

/**
 * What a text says by itself, without symbology identifier and tokenizer: a Digital Link, GS1 in brackets or with GS, a
 * GTIN, an element string that starts with one. `undefined`: none of these.
 */
export function readByItself(gs1: Gs1Parser | undefined, given: Given): BarcodeReading | undefined {
  const { text, start } = given;
  const form = /^https?:/i.test(text) ? 'digitalLink' : text.startsWith('(') ? 'bracketed' : 'elementString';
  const isPlain = form === 'elementString' && !text.includes('\x1d');
  if (isPlain && isGtin(text)) {
    const token: Token = {
      businessObject: null,
      property: null,
      value: text,
      role: 'item',
      span: [start, start + text.length],
      source: { kind: 'gs1', ai: '01' },
    };
    return reading(given, 'ok', 'gtin', [token]);
  }
  const found = isPlain && !/^0[012]/.test(text) ? undefined : readGs1(gs1, form, given);
  // It may only have looked like GS1: an ordinary number or web address, a code in brackets.
  const { rule = '' } = found?.reason ?? {};
  return rule && (isPlain || /not-gs1|unknown-ai|syntax/.test(rule)) ? undefined : found;
}

/**
 * What the parser makes of a text in one of the forms that it reads. Tokens stand where they stand in the original; the
 * identifier that a scan begins with may have come beside it.
 */
export function readGs1(
  gs1: Gs1Parser | undefined,
  form: 'scan' | 'digitalLink' | 'bracketed' | 'elementString',
  given: Given,
  identifier = '',
): BarcodeReading | undefined {
  if (!gs1) return undefined;
  const result = gs1[form](identifier + given.text);
  const { ok, warnings, reason: rule = 'not-gs1', at = 0 } = result;
  const shift = given.start - identifier.length;
  const kind = form === 'digitalLink' ? 'digital-link' : 'gs1';
  if (!ok) return { ...reading(given, 'invalid', kind), warnings, reason: { kind: 'gs1', rule, at: at + shift } };
  const tokens = gs1.tokens(result).map((token): Token => {
    const [from, to] = token.span;
    return { ...token, span: [from + shift, to + shift] };
  });
  return reading(given, 'ok', kind, tokens, tokens.find(each => each.businessObject)?.businessObject, warnings);
}

/** GTIN-8, -12, -13 and -14: the digits of the longest weigh 3 and 1 in turn (GS1 General Specifications, 7.9). */
function isGtin(text: string): boolean {
  const digits = /^(\d{8}|\d{12,14})$/.test(text) ? text.padStart(14, '0') : '1';
  return Array.from(digits).reduce((sum, digit, index) => sum + Number(digit) * (index % 2 ? 1 : 3), 0) % 10 === 0;
}
