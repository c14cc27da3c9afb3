import type { TokenizerRow } from '../../tokenizer/index.ts';

/** Rows out of a table that was pasted, or the number of the first line, from 1, that is none. */
export type PastedRows = { readonly rows: TokenizerRow[] } | { readonly line: number };

/**
 * Reads lines as a spreadsheet or an ERP gives them: sequence, business object, property, length, separator, main object
 * and decimals, with tabs or semicolons between. A first line without a number is the heading.
 */
export function pastedRows(text: string): PastedRows {
  const rows: TokenizerRow[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [
      sequence = '',
      businessObject = '',
      property = '',
      length = '',
      separator = '',
      mainObject = '',
      decimals = '',
    ] = line.split(/[\t;]/).map(cell => cell.trim());
    if (!/^\d+$/.test(sequence)) {
      if (index === 0) continue;
      return { line: index + 1 };
    }
    rows.push({
      sequence: Number(sequence),
      businessObject: businessObject || null,
      property: property || null,
      length,
      separator,
      mainObject: mainObject || null,
      ...(decimals !== '' && { decimals }),
    });
  }
  return { rows };
}
