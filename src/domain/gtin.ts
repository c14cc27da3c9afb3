/** GS1's lengths of a GTIN; the longer ones hold the shorter ones with zeros in front. */
const LENGTHS = [14, 13, 12, 8];

/** Whether digits are a GTIN by length and check digit: what a label says, far likelier than a quantity. */
export function isGtin(text: string): boolean {
  if (!LENGTHS.includes(text.length) || !/^\d+$/.test(text)) return false;
  const digits = Array.from(text.padStart(14, '0'), Number);
  return digits.reduce((sum, digit, place) => sum + digit * (place % 2 === 0 ? 3 : 1), 0) % 10 === 0;
}

/**
 * The ways one GTIN is written, the given one in front: a label has 14 digits, the host's table 13, and they are the
 * same where only zeros stand before them. What is not a GTIN is given back alone.
 */
export function gtinForms(text: string): readonly string[] {
  if (!LENGTHS.includes(text.length) || !/^\d+$/.test(text)) return [text];
  const digits = text.replace(/^0+/, '');
  const forms = LENGTHS.filter(length => digits.length <= length).map(length => digits.padStart(length, '0'));
  return [text, ...forms.filter(form => form !== text)];
}
