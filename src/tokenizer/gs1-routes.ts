import type { Gs1Parser } from './gs1-parser.ts';
import { type MakeReading, NONE } from './reading.ts';
import type { BarcodeReading, Token } from './types.ts';

/**
 * What a text says by itself, without symbology identifier and tokenizer: a Digital Link, GS1 in brackets or with GS, a
 * GTIN, an element string that starts with one. `undefined`: none of these.
 */
export function readByItself(
  gs1: Gs1Parser | undefined,
  text: string,
  start: number,
  reading: MakeReading,
): BarcodeReading | undefined {
  if (isGtin(text)) {
    const token: Token = {
      businessObject: null,
      property: null,
      value: text,
      role: 'item',
      span: [start, start + text.length],
      source: { kind: 'gs1', ai: '01' },
    };
    return reading('ok', 'gtin', [token]);
  }
  const found = /^https?:|^\(|\x1d|^0[012]/i.test(text)
    ? readGs1(
        gs1,
        text,
        start,
        reading,
        /^h/i.test(text) ? 'digitalLink' : text.startsWith('(') ? 'bracketed' : 'elementString',
      )
    : undefined;
  // It may only have looked like GS1: an ordinary number or web address, a code in brackets.
  const rule = found?.reason?.rule;
  return rule && (!/^\D|\x1d/.test(text) || /not|unknown|syntax/.test(rule)) ? undefined : found;
}

/**
 * What the parser makes of a text in one of the forms that it reads. Tokens stand where they stand in the original; the
 * identifier that a scan begins with may have come beside it.
 */
export function readGs1(
  gs1: Gs1Parser | undefined,
  text: string,
  start: number,
  reading: MakeReading,
  form: 'scan' | 'digitalLink' | 'bracketed' | 'elementString',
  identifier = '',
): BarcodeReading | undefined {
  if (!gs1) return undefined;
  const result = gs1[form](identifier + text);
  const shift = start - identifier.length;
  const { warnings, reason: rule, at = 0 } = result;
  const kind = form === 'digitalLink' ? 'digital-link' : 'gs1';
  if (rule) return reading('invalid', kind, NONE, null, warnings, { kind: 'gs1', rule, at: at + shift });
  const tokens = gs1.tokens(result, shift);
  return reading('ok', kind, tokens, tokens[0]?.businessObject, warnings);
}

/** GTIN-8, -12, -13 and -14: from the right, digits weigh 1 and 3 in turn (GS1 General Specifications, 7.9). */
function isGtin(text: string): boolean {
  let weight = text.length % 2 ? 3 : 1;
  let sum = 0;
  for (const digit of text) sum += Number(digit) * (weight = 4 - weight);
  return sum % 10 === 0 && /^(\d{8}|\d{12,14})$/.test(text);
}
