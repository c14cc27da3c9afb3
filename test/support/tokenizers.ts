import type { BarcodeReading, Token, Tokenizer, TokenizerRow } from '../../src/tokenizer/index.ts';

/** A row in short: `FSItem.Code`, or `''` for the quantity; its length; its separator where it is not `-`. */
export type ShortRow = readonly [path: string, length: string | number | null, separator?: string];

export function row([path, length, separator = '-']: ShortRow, sequence: number, mainObject: string | null) {
  const [businessObject = null, property = null] = path === '' ? [] : path.split('.');
  return { sequence, businessObject, property, length, separator, mainObject } satisfies TokenizerRow;
}

export function tokenizer(
  code: string,
  mainObject: string | null,
  rows: readonly ShortRow[],
  separator = '-',
): Tokenizer {
  const all = rows.map((each, index) => row(each, index + 1, mainObject));
  return { code, description: code, separator, rows: all };
}

/** The seven published examples. */
export const PUBLISHED: readonly Tokenizer[] = [
  tokenizer('Item', 'FSItem', [
    ['FSItemClass.Code', '3'],
    ['FSItem.Code', '50'],
  ]),
  tokenizer('Loc', 'FSLocation', [
    ['FSWarehouse.Code', '10'],
    ['FSLocation.CodeLocation', '100'],
  ]),
  tokenizer('UDC', 'FSLoadingUnit', [
    ['FSLoadingUnit.Year', '4'],
    ['FSLoadingUnit.Group', '4'],
    ['FSLoadingUnit.Number', '4'],
  ]),
  tokenizer('Lot', 'FSBatchRegister', [
    ['FSItemClass.Code', '3'],
    ['FSItem.Code', '50'],
    ['FSBatchRegister.Code', '05'],
  ]),
  tokenizer('MesPop', 'FSProductionOrderPhase', [['FSProductionOrderPhase.Id', '']]),
  tokenizer('Qty', null, [['', '100']]),
  tokenizer('ItemQty', 'FSItem', [
    ['FSItemClass.Code', '3'],
    ['FSItem.Code', '50'],
    ['', '100'],
  ]),
];

/** `FSItemClass.Code=MOB FSItem.Code=ART .=35` */
export function shortly(tokens: readonly Token[]): string {
  return tokens.map(each => `${each.businessObject ?? ''}.${each.property ?? ''}=${each.value}`).join(' ');
}

/** The values of every split: `MOB|ART`, the first one first. */
export function splitsOf({ tokens, alternatives }: BarcodeReading): string[] {
  const all = tokens.length === 0 ? alternatives : [tokens, ...alternatives];
  return all.map(each => each.map(({ value }) => value).join('|'));
}
