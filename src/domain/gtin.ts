/** GS1's lengths of a GTIN; the longer ones hold the shorter ones with zeros in front. */
const LENGTHS = [14, 13, 12, 8];

/** Whether digits are a GTIN by length and check digit: what a label says, far likelier than a quantity. */
export function isGtin(text: string): boolean {
  if (!LENGTHS.includes(text.length) || !/^\d+$/.test(text)) return false;
  const digits = Array.from(text.padStart(14, '0'), Number);
  return digits.reduce((sum, digit, place) => sum + digit * (place % 2 === 0 ? 3 : 1), 0) % 10 === 0;
}

/** What an EAN or UPC symbol says, without the two or five digits of an add-on beside it. */
export function withoutAddOn(text: string): string {
  return /^(\d{13}|\d{12}|\d{8})(?:\d{5}|\d{2})$/.exec(text)?.[1] ?? text;
}

/**
 * The ways one GTIN is written, the given one in front: a label has 14 digits, the host's table 13, and they are the
 * same where only zeros stand before them; eight digits may be a UPC-E symbol's. What is not a GTIN is given back alone.
 */
export function gtinForms(text: string): readonly string[] {
  if (!LENGTHS.includes(text.length) || !/^\d+$/.test(text)) return [text];
  const whole = fromUpcE(text);
  return [...zeroForms(text), ...(whole === null ? [] : zeroForms(whole))];
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

function zeroForms(text: string): string[] {
  const digits = text.replace(/^0+/, '');
  const forms = LENGTHS.filter(length => digits.length <= length).map(length => digits.padStart(length, '0'));
  return [text, ...forms.filter(form => form !== text)];
}
