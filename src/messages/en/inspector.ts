import type { ExplainedFailure, Explanation, Layout, RepairCause } from '../../tokenizer/explain.ts';
import type { ConfigurationWarning, Gs1Reason, TokenRole } from '../../tokenizer/index.ts';
import { type NoticeText, ltr } from '../text.ts';

/** A failure of one kind; its row's field in words. */
type TokenizerFailure = Extract<ExplainedFailure, { kind: 'tokenizer' }> & { readonly field: string };

const characters = (n: number) => (n === 1 ? '1 character' : `${n} characters`);

/** Words of the barcode inspector, which loads them itself. English is the type of the other languages. */
export const inspector = {
  title: 'Barcode inspector',
  code: 'Code',
  codeHint: 'Scan, paste or type a code.',
  loading: 'Loading…',
  close: 'Close',
  splitTitle: 'How it is cut',
  fieldsTitle: 'What it says',
  value: 'Value',
  meaning: 'Meaning',
  source: 'From',
  missing: 'not in the barcode',
  row: (sequence: number) => `row ${sequence}`,
  aiShort: (ai: string) => `AI ${ai}`,
  otherSplits: 'Ways to cut it',
  splitNumber: (n: number) => `Way ${n}`,
  lacks: (fields: string) => `without ${fields}`,
  repairsTitle: 'What may have happened',
  reads: 'It would read:',
  take: 'Take this',

  kinds: {
    around: 'blank',
    aim: 'symbology',
    head: 'tokenizer',
    ai: 'identifier',
    separator: 'separator',
    unread: 'before it',
    broken: 'fault',
    rest: 'not read',
  },
  fields: {
    'FSItemClass.Code': 'Class',
    'FSItem.Code': 'Item',
    'FSItemVariant.Code': 'Variant',
    'FSWarehouse.Code': 'Warehouse',
    'FSLocation.CodeLocation': 'Location',
    'FSBatchRegister.Code': 'Lot',
    'FSLoadingUnit.Year': 'Loading unit, year',
    'FSLoadingUnit.Group': 'Loading unit, group',
    'FSLoadingUnit.Number': 'Loading unit, number',
  } as Readonly<Record<string, string>>,
  roles: {
    item: 'Item',
    location: 'Location',
    lot: 'Lot',
    serial: 'Serial number',
    quantity: 'Quantity',
    expiry: 'Expiry date',
    loadingUnit: 'Loading unit',
    other: 'Other',
  } satisfies Record<TokenRole, string> as Readonly<Record<TokenRole, string>>,
  /** GS1 application identifiers that warehouses see; all others have their number. */
  identifiers: {
    '00': 'Loading unit (SSCC)',
    '01': 'Item (GTIN)',
    '02': 'Content (GTIN)',
    '10': 'Lot',
    '11': 'Produced on',
    '13': 'Packed on',
    '15': 'Best before',
    '17': 'Expires',
    '20': 'Variant',
    '21': 'Serial number',
    '30': 'Quantity',
    '37': 'Quantity',
    '240': 'Additional item code',
    '254': 'Location, extension',
    '400': 'Order number',
    '414': 'Location (GLN)',
    '310': 'Net weight',
    '330': 'Gross weight',
  } as Readonly<Record<string, string>>,

  summary: ({ reading, tokenizer }: Explanation): string => {
    const by = {
      tokenizer: `tokenizer ${ltr(tokenizer?.code ?? '')}`,
      gs1: 'GS1',
      'digital-link': 'a GS1 Digital Link',
      gtin: 'a GTIN (EAN/UPC)',
      raw: 'no tokenizer',
    }[reading.kind];
    switch (reading.status) {
      case 'ok':
        return `Read by ${by}.`;
      case 'ambiguous':
        return `Read by ${by}, in more than one way. The form tries them one after the other.`;
      case 'partial':
        return `Read by ${by}, with values missing in front.`;
      case 'invalid':
        return `Begins as ${by}, but does not fit.`;
      case 'no-match':
        return 'No tokenizer has this code, and it is not GS1. It is looked up as it is: as barcode, item or location.';
    }
  },
  quantityDecides: (value: string, separator: string): string =>
    `The ${ltr(separator)} in ${ltr(value)} belongs to the value: the quantity has to be a number, so only the last part can be it.`,
  missingHelp: (field: string, businessObject: string): string =>
    businessObject === 'FSWarehouse'
      ? `${field} is not in the barcode: the list's warehouse holds.`
      : `${field} is not in the barcode: all that match are looked up.`,
  caseRead: (read: string, expected: string) => `The tokenizer is ${ltr(expected)}; the code has ${ltr(read)}.`,
  dashRead: 'Typographic dashes were taken for “-”.',
  excluded: (ai: string, others: string) => `AI ${ai} should not stand together with ${others}.`,
  lacking: (ai: string, others: string) => `AI ${ai} should stand together with ${others}.`,

  tokenizerFailure: (failure: TokenizerFailure, leftOut: boolean): NoticeText => {
    const { field, value, sequence, tokenizer, length, separator, rule } = failure;
    const place = `Row ${sequence} of tokenizer ${ltr(tokenizer)}`;
    const text = {
      empty: `${place} finds no value.`,
      'too-long': `${ltr(value)} has ${characters(value.length)}. ${place} allows at most ${length ?? ''}.`,
      'too-short': `${ltr(value)} has ${characters(value.length)}. ${place} needs exactly ${length ?? ''}.`,
      'no-separator': `${place} needs a ${ltr(separator)} behind its value, and there is none.`,
      'not-a-number': `${ltr(value)} is not a number. ${place} takes numbers only.`,
    }[rule];
    const title = {
      empty: `${field} is missing`,
      'too-long': `${field} is too long`,
      'too-short': `${field} is too short`,
      'no-separator': `${field} does not end`,
      'not-a-number': `${field} is not a number`,
    }[rule];
    return leftOut ? { title, text: `${text} It was left out, and the rest was read without it.` } : { title, text };
  },
  gs1Failure: (rule: Gs1Reason, name: string, value: string): NoticeText => {
    const shown = ltr(value);
    const texts: Record<Gs1Reason, NoticeText> = {
      empty: { title: 'Nothing to read', text: 'Behind the symbology identifier there is no data.' },
      'not-gs1': { title: 'Not GS1', text: 'There is no GS1 key in it.' },
      'unknown-ai': { title: 'Unknown identifier', text: `No application identifier begins as ${shown} does.` },
      'too-short': { title: `${name} is too short`, text: 'Characters are missing. Scan again.' },
      'too-long': { title: `${name} is too long`, text: `${shown} is more than fits. A separator may be lost.` },
      character: { title: `${name} has a wrong character`, text: `${shown} can't stand there.` },
      'check-digit': {
        title: `${name}: the check digit is wrong`,
        text: `${shown} was misread or mistyped, or the label is wrong.`,
      },
      date: { title: `${name}: no such date`, text: `${shown} is not a date.` },
      value: { title: `${name}: not allowed`, text: `${shown} is not a value that GS1 allows there.` },
      'separator-missing': { title: 'A separator is missing', text: `${name} ends before ${shown}.` },
      repeated: {
        title: `${name} stands there twice`,
        text: 'With two different values: which one holds is not known.',
      },
      syntax: { title: 'Not written as GS1 asks', text: `It can't be read from ${shown} on.` },
    };
    return texts[rule];
  },

  layouts: {
    it: 'Italian',
    fr: 'French',
    de: 'German',
    es: 'Spanish',
    uk: 'British',
    ro: 'Romanian',
  } satisfies Record<Layout, string> as Readonly<Record<Layout, string>>,
  or: 'or',
  repair: (cause: RepairCause, layouts: string, field: string): NoticeText => {
    switch (cause.kind) {
      case 'layout':
        return cause.setTo === 'computer'
          ? {
              title: 'Keyboard layout',
              text: `The scanner types as a US keyboard, the computer is set to ${layouts}. Set both to the same.`,
            }
          : {
              title: 'Keyboard layout',
              text: `The scanner types as a keyboard that is ${layouts}, the computer is set to US. Set both to the same.`,
            };
      case 'dash':
        return {
          title: 'Another sign for the dash',
          text: 'The label or the typing has another sign where “-” belongs.',
        };
      case 'separator':
        return {
          title: 'A separator (GS) got lost',
          text: 'Set the scanner to transmit GS, the ASCII character 29, between the elements.',
        };
      case 'case':
        return { title: 'Caps Lock', text: 'Capitals and small letters are interchanged. Switch Caps Lock off.' };
      case 'prefix':
        return { title: 'The tokenizer is missing', text: `The label may lack ${ltr(cause.tokenizer)} in front.` };
      case 'swap':
        return { title: 'Values in another order', text: 'Two values may stand in the wrong order on the label.' };
      case 'length':
        return {
          title: 'The tokenizer is too narrow',
          text: `With length ${cause.length} for row ${cause.sequence} (${field}) of ${ltr(cause.tokenizer)} it reads. The back office can change it.`,
        };
    }
  },

  trial: 'Try a tokenizer',
  trialHelp: 'Nothing is saved: it only shows how codes would be read.',
  startFrom: 'Start from',
  newTokenizer: 'a new one',
  tokenizerCode: 'Code (prefix)',
  separator: 'Separator',
  sequence: 'Sequence',
  businessObject: 'Business object',
  property: 'Property',
  length: 'Length',
  mainObject: 'Main object',
  description: 'Description',
  rows: 'Rows',
  rowNumber: (n: number) => `Row ${n}`,
  addRow: 'Add a row',
  removeRow: (n: number) => `Remove row ${n}`,
  stopTrial: 'Stop trying',
  pasteRows: 'Paste rows from a table',
  pasteHelp: 'One row a line: sequence, business object, property, length, separator, main object.',
  pasteTake: 'Take these rows',
  pasteProblem: (line: number) => `Line ${line} is not a row: it has to start with its sequence, a number.`,
  trialFine: 'The tokenizer can be used as it stands.',
  warning: ({ tokenizer, sequence, problem }: ConfigurationWarning, field: string): string => {
    const place = sequence === null ? ltr(tokenizer) : `${ltr(tokenizer)}, row ${sequence}`;
    const texts: Record<ConfigurationWarning['problem'], string> = {
      empty: 'is empty.',
      'not-text': 'is not a text.',
      'not-a-number': 'is not a number.',
      'not-a-length': 'is not a length: digits, or nothing for no limit.',
      unbounded: 'is empty, and there is no length either: nothing says where the value ends.',
      contradicting: 'is not the one of the other rows: a barcode stands for one object.',
      repeated: 'is there twice.',
    };
    return `${place}, ${field}: ${texts[problem]}`;
  },
};

export type InspectorWords = typeof inspector;
