import { type Given, NONE, reading } from './given.ts';
import type { Gs1Parser } from './gs1-parser.ts';
import type { BarcodeReading, Token } from './types.ts';

/**
 * What a text says by itself, without symbology identifier and tokenizer: a Digital Link, GS1 in brackets or with GS, a
 * GTIN, an element string that starts with one. `undefined`: none of these.
 */
export function readByItself(gs1: Gs1Parser | undefined, given: Given): BarcodeReading | undefined {
  const { text, start } = given;
  if (isGtin(text)) {
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
  if (!/^https?:|^\(|\x1d|^0[012]/i.test(text)) return undefined;
  const form = /^h/i.test(text) ? 'digitalLink' : text.startsWith('(') ? 'bracketed' : 'elementString';
  const found = readGs1(gs1, form, given);
  // It may only have looked like GS1: an ordinary number or web address, a code in brackets.
  const { rule = '' } = found?.reason ?? {};
  return rule && (!/^\D|\x1d/.test(text) || /not-gs1|unknown-ai|syntax/.test(rule)) ? undefined : found;
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
  const shift = given.start - identifier.length;
  const { ok, warnings, reason: rule = 'not-gs1', at = 0 } = result;
  const tokens = gs1.tokens(ok ? result : { ...result, elements: NONE }).map((token): Token => {
    const [from, to] = token.span;
    return { ...token, span: [from + shift, to + shift] };
  });
  return reading(
    given,
    ok ? 'ok' : 'invalid',
    form === 'digitalLink' ? 'digital-link' : 'gs1',
    tokens,
    tokens.find(each => each.businessObject)?.businessObject,
    warnings,
    ok ? undefined : { kind: 'gs1', rule, at: at + shift },
  );
}

/** GTIN-8, -12, -13 and -14: from the right, digits weigh 1 and 3 in turn (GS1 General Specifications, 7.9). */
function isGtin(text: string): boolean {
  const weighed = (sum: number, digit: string, index: number) =>
    sum + Number(digit) * ((text.length - index) % 2 ? 1 : 3);
  return /^(\d{8}|\d{12,14})$/.test(text) && Array.from(text).reduce(weighed, 0) % 10 === 0;
}
