import type { ConfigurationWarning } from '../../tokenizer/types.ts';
import { plural } from '../text.ts';

/** About how barcodes are read: what is wrong with the host's tables, for whoever looks after them. */
export const tokenizer = {
  warnings: (n: number): string =>
    plural('en', n, { one: 'problem in the barcode tables', other: 'problems in the barcode tables' }),
  warningsHelp: 'Barcodes of these tokenizers are not split until the table is corrected in the ERP.',
  row: (sequence: number): string => `row ${sequence}`,
  field: (field: ConfigurationWarning['field']): string => {
    const names: Record<ConfigurationWarning['field'], string> = {
      code: 'code',
      description: 'description',
      separator: 'separator',
      rows: 'rows',
      sequence: 'sequence',
      businessObject: 'business object',
      property: 'property',
      length: 'length',
      mainObject: 'main object',
    };
    return names[field];
  },
  problem: (problem: ConfigurationWarning['problem']): string => {
    const texts: Record<ConfigurationWarning['problem'], string> = {
      empty: 'is empty',
      'not-text': 'is not a text',
      'not-a-number': 'is not a number',
      'not-a-length': 'is not a whole number',
      unbounded: 'is missing, and so is a length: nothing ends the value',
      contradicting: 'differs from that of another row',
      repeated: 'stands there twice',
    };
    return texts[problem];
  },
  gs1Failed: 'GS1 labels are not read: a part of the program could not be loaded. Other codes work. Reload the page.',
};

export type TokenizerWords = typeof tokenizer;
