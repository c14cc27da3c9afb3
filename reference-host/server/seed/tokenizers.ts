/** The seven published examples of the barcode tokenizer, as the ERP's table holds them. */

interface Row {
  readonly businessObject: string | null;
  readonly property: string | null;
  readonly length: string;
  readonly mainObject: string | null;
}

function row(path: string, length: string, mainObject: string | null): Row {
  const [businessObject = null, property = null] = path === '' ? [] : path.split('.');
  return { businessObject, property, length, mainObject };
}

function tokenizer(code: string, description: string, mainObject: string | null, rows: readonly [string, string][]) {
  return { code, description, rows: rows.map(([path, length]) => row(path, length, mainObject)) };
}

export const TOKENIZERS = [
  tokenizer('Item', 'Articol', 'FSItem', [
    ['FSItemClass.Code', '3'],
    ['FSItem.Code', '50'],
  ]),
  tokenizer('Loc', 'Locație', 'FSLocation', [
    ['FSWarehouse.Code', '10'],
    ['FSLocation.CodeLocation', '100'],
  ]),
  tokenizer('UDC', 'Unitate de încărcare', 'FSLoadingUnit', [
    ['FSLoadingUnit.Year', '4'],
    ['FSLoadingUnit.Group', '4'],
    ['FSLoadingUnit.Number', '4'],
  ]),
  tokenizer('Lot', 'Lot', 'FSBatchRegister', [
    ['FSItemClass.Code', '3'],
    ['FSItem.Code', '50'],
    ['FSBatchRegister.Code', '05'],
  ]),
  tokenizer('MesPop', 'Fază de producție', 'FSProductionOrderPhase', [['FSProductionOrderPhase.Id', '']]),
  tokenizer('Qty', 'Cantitate', null, [['', '100']]),
  tokenizer('ItemQty', 'Articol cu cantitate', 'FSItem', [
    ['FSItemClass.Code', '3'],
    ['FSItem.Code', '50'],
    ['', '100'],
  ]),
];
