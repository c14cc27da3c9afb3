import { gtinForms, isGtin } from './gtin.ts';

/**
 * The barcodes that a text may be, the likeliest in front: eight digits may be a UPC-E symbol's, and `withAddOn`, an EAN with
 * two or five digits beside it, which are no part of its number.
 */
export function barcodesIn(text: string, withAddOn: boolean): readonly string[] {
  if (withAddOn) return [...gtinForms(withoutAddOn(text)), text];
  const whole = fromUpcE(text);
  return whole === null ? gtinForms(text) : [...gtinForms(text), ...gtinForms(whole)];
}

/** What an EAN or UPC symbol says, without the two or five digits of an add-on beside it. */
function withoutAddOn(text: string): string {
  return /^(\d{13}|\d{12}|\d{8})(?:\d{5}|\d{2})$/.exec(text)?.[1] ?? text;
}

/** The twelve digits that a UPC-E symbol leaves zeros out of; `null`: it is none, by its check digit. */
function fromUpcE(text: string): string | null {
  const [, head = '', maker = '', middle = '', last = '', check = ''] =
    /^([01])(\d\d)(\d{3})(\d)(\d)$/.exec(text) ?? [];
  const [third = '', ...rest] = middle;
  const [fourth = '', fifth = ''] = rest;
  const body =
    last < '3'
      ? `${maker}${last}0000${middle}`
      : last === '3'
        ? `${maker}${third}00000${fourth}${fifth}`
        : last === '4'
          ? `${maker}${third}${fourth}00000${fifth}`
          : `${maker}${middle}0000${last}`;
  const whole = head + body + check;
  return isGtin(whole) ? whole : null;
}
