import type { Layout } from '../../tokenizer/explain.ts';
import type { BarcodeReading, TokenRole } from '../../tokenizer/index.ts';
import type { Gs1Failures, Repairs, TokenizerFailures } from '../tables.ts';
import { ltr } from '../text.ts';
import { count } from './plural.ts';

const characters = (value: string) => count(value.length, { one: 'character', other: 'characters' });

const tokenizerFailures: TokenizerFailures = {
  empty: ({ field, place }) => ({ title: `${field} is missing`, text: `${place} finds no value.` }),
  'too-long': ({ field, value, length, place }) => ({
    title: `${field} is too long`,
    text: `${ltr(value)} has ${characters(value)}. ${place} allows at most ${length}.`,
  }),
  'too-short': ({ field, value, length, place }) => ({
    title: `${field} is too short`,
    text: `${ltr(value)} has ${characters(value)}. ${place} needs exactly ${length}.`,
  }),
  'no-separator': ({ field, separator, place }) => ({
    title: `${field} does not end`,
    text: `${place} needs a ${ltr(separator)} behind its value, and there is none.`,
  }),
  'not-a-number': ({ field, value, place }) => ({
    title: `${field} is not a number`,
    text: `${ltr(value)} is not a number. ${place} takes numbers only.`,
  }),
};

const gs1Failures: Gs1Failures = {
  empty: { title: 'Nothing to read', text: 'Behind the symbology identifier there is no data.' },
  'not-gs1': { title: 'Not GS1', text: 'There is no GS1 key in it.' },
  'unknown-ai': (_, value) => ({
    title: 'Unknown identifier',
    text: `No application identifier begins as ${ltr(value)} does.`,
  }),
  'too-short': name => ({ title: `${name} is too short`, text: 'Characters are missing. Scan again.' }),
  'too-long': (name, value) => ({
    title: `${name} is too long`,
    text: `${ltr(value)} is more than fits. A separator may be lost.`,
  }),
  character: (name, value) => ({ title: `${name} has a wrong character`, text: `${ltr(value)} can't stand there.` }),
  'check-digit': (name, value) => ({
    title: `${name}: the check digit is wrong`,
    text: `${ltr(value)} was misread or mistyped, or the label is wrong.`,
  }),
  date: (name, value) => ({ title: `${name}: no such date`, text: `${ltr(value)} is not a date.` }),
  value: (name, value) => ({
    title: `${name}: not allowed`,
    text: `${ltr(value)} is not a value that GS1 allows there.`,
  }),
  'separator-missing': (name, value) => ({
    title: 'A separator is missing',
    text: `${name} ends before ${ltr(value)}.`,
  }),
  repeated: name => ({
    title: `${name} stands there twice`,
    text: 'With two different values: which one holds is not known.',
  }),
  syntax: (_, value) => ({ title: 'Not written as GS1 asks', text: `It can't be read from ${ltr(value)} on.` }),
};

const repairs: Repairs = {
  layout: ({ setTo }, name) =>
    setTo === 'computer'
      ? {
          title: 'Keyboard layout',
          text: `The scanner types as a US keyboard, the computer is set to ${name}. Set both to the same.`,
        }
      : {
          title: 'Keyboard layout',
          text: `The scanner types as a keyboard that is ${name}, the computer is set to US. Set both to the same.`,
        },
  dash: {
    title: 'Another sign for the dash',
    text: 'The label or the typing has another sign where “-” belongs.',
  },
  separator: {
    title: 'A separator (GS) got lost',
    text: 'Set the scanner to transmit GS, the ASCII character 29, between the elements.',
  },
  case: { title: 'Caps Lock', text: 'Capitals and small letters are interchanged. Switch Caps Lock off.' },
  prefix: ({ tokenizer }) => ({
    title: 'The tokenizer is missing',
    text: `The label may lack ${ltr(tokenizer)} in front.`,
  }),
  swap: { title: 'Values in another order', text: 'Two values may stand in the wrong order on the label.' },
  length: ({ length, sequence, tokenizer }, name) => ({
    title: 'The tokenizer is too narrow',
    text: `With length ${length} for row ${sequence} (${name}) of ${ltr(tokenizer)} it reads. The back office can change it.`,
  }),
};

/** Words of the barcode inspector, which loads them itself. English is the type of the other languages. */
export const inspector = {
  code: 'Code',
  codeHint: 'Scan, paste or type a code.',
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
  },
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
  },

  readBy: {
    tokenizer: (code: string) => `tokenizer ${ltr(code)}`,
    gs1: 'GS1',
    'digital-link': 'a GS1 Digital Link',
    gtin: 'a GTIN (EAN/UPC)',
    raw: 'no tokenizer',
  } satisfies Record<BarcodeReading['kind'], string | ((code: string) => string)>,
  summaries: {
    ok: (by: string) => `Read by ${by}.`,
    ambiguous: (by: string) => `Read by ${by}, in more than one way. The form tries them one after the other.`,
    partial: (by: string) => `Read by ${by}, with values missing in front.`,
    invalid: (by: string) => `Begins as ${by}, but does not fit.`,
    'no-match':
      'No tokenizer has this code, and it is not GS1. It is looked up as it is: as barcode, item or location.',
  } satisfies Record<BarcodeReading['status'], string | ((by: string) => string)>,
  quantityDecides: (value: string, separator: string): string =>
    `The ${ltr(separator)} in ${ltr(value)} belongs to the value: the quantity has to be a number, so only the last part can be it.`,
  missingWarehouse: (field: string) => `${field} is not in the barcode: the list's warehouse holds.`,
  missingHelp: (field: string) => `${field} is not in the barcode: all that match are looked up.`,
  caseRead: (read: string, expected: string) => `The tokenizer is ${ltr(expected)}; the code has ${ltr(read)}.`,
  dashRead: 'Typographic dashes were taken for “-”.',
  excluded: (ai: string, others: string) => `AI ${ai} should not stand together with ${others}.`,
  lacking: (ai: string, others: string) => `AI ${ai} should stand together with ${others}.`,

  place: (sequence: number, tokenizer: string) => `Row ${sequence} of tokenizer ${ltr(tokenizer)}`,
  tokenizerFailures,
  leftOut: 'It was left out, and the rest was read without it.',
  gs1Failures,

  layouts: {
    it: 'Italian',
    fr: 'French',
    de: 'German',
    es: 'Spanish',
    uk: 'British',
    ro: 'Romanian',
  } satisfies Record<Layout, string>,
  or: 'or',
  repairs,

  trial: 'Try a tokenizer',
  trialHelp: 'Nothing is saved: it only shows how codes would be read.',
  startFrom: 'Start from',
  newTokenizer: 'a new one',
  tokenizerCode: 'Code (prefix)',
  separator: 'Separator',
  businessObject: 'Business object',
  property: 'Property',
  length: 'Length',
  decimals: 'Decimals',
  mainObject: 'Main object',
  rowNumber: (n: number) => `Row ${n}`,
  addRow: 'Add a row',
  removeRow: (n: number) => `Remove row ${n}`,
  stopTrial: 'Stop trying',
  pasteRows: 'Paste rows from a table',
  pasteHelp: 'One row a line: sequence, business object, property, length, separator, main object, decimals.',
  pasteTake: 'Take these rows',
  pasteProblem: (line: number) => `Line ${line} is not a row: it has to start with its sequence, a number.`,
  trialFine: 'The tokenizer can be used as it stands.',
};

export type InspectorWords = typeof inspector;
