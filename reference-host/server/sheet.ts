import { asc, eq, inArray } from 'drizzle-orm';
import type { Database } from './database/database.ts';
import { barcode, item, location, lot } from './database/schema.ts';
import { NAMED_ITEMS, ean13 } from './seed/catalogue.ts';

export interface SheetCode {
  /** What the scanner reads. */
  readonly text: string;
  readonly label: string;
}

export interface SheetGroup {
  readonly title: string;
  readonly codes: readonly SheetCode[];
}

/** The sheet of barcodes to try without a scanner: things that are in the data base, in every form of the tokenizers. */
export async function readSheet(db: Database): Promise<SheetGroup[]> {
  const locations = await db
    .select()
    .from(location)
    .where(inArray(location.code, ['L1', 'A-01-01', 'A-01-02', 'A-08-05', 'A-08-06', 'V-01-01']))
    .orderBy(asc(location.warehouse), asc(location.code));
  const codes = NAMED_ITEMS.map(({ code }) => code);
  const items = await db.select().from(item).where(inArray(item.code, codes)).orderBy(asc(item.id));
  const lots = await db
    .select({ itemClass: item.itemClass, itemCode: item.code, code: lot.code })
    .from(lot)
    .innerJoin(item, eq(item.id, lot.itemId))
    .where(inArray(item.code, codes))
    .orderBy(asc(lot.id));
  const eans = await db
    .select({ value: barcode.value, code: item.code, description: item.description })
    .from(barcode)
    .innerJoin(item, eq(item.id, barcode.itemId))
    .where(inArray(item.code, codes))
    .orderBy(asc(barcode.id));
  return [
    {
      title: 'Locations',
      codes: locations.map(({ warehouse, code, description, active, obsolete }) => ({
        text: `Loc-${warehouse}-${code}`,
        label: `${description}${active && !obsolete ? '' : ' (not in use)'}`,
      })),
    },
    {
      title: 'Items',
      codes: items.map(({ itemClass, code, description }) => ({
        text: `Item-${itemClass}-${code}`,
        label: description,
      })),
    },
    {
      title: 'Items by EAN',
      codes: eans.map(({ value, code, description }) => ({ text: value, label: `${code} · ${description}` })),
    },
    {
      title: 'Lots',
      codes: lots.map(each => ({
        text: `Lot-${each.itemClass}-${each.itemCode}-${each.code}`,
        label: `Lot ${each.code}`,
      })),
    },
    {
      title: 'Quantities',
      codes: ['0', '1', '12', '2.5', '35'].map(n => ({ text: `Qty-${n}`, label: `Quantity ${n}` })),
    },
    {
      title: 'Item with quantity',
      codes: [
        { text: 'ItemQty-MOB-ART-118-36', label: 'ART-118, 36' },
        { text: 'ItemQty-ELE-CAB-3X15-148.5', label: 'CAB-3X15, 148.5 m' },
        { text: 'ItemQty-MOB-ART-35', label: 'ART, 35 (asks for its lot)' },
      ],
    },
    {
      title: 'Commands',
      codes: [
        { text: '$$CONFIRM', label: 'Confirm' },
        { text: '$$ADD', label: 'Add' },
        { text: '$$REPLACE', label: 'Replace' },
        { text: '$$ZERO', label: 'Zero' },
        { text: '$$NEXT', label: 'Next' },
        { text: '$$CANCEL', label: 'Cancel' },
        { text: '$$CLEARLOCATION', label: 'Clear location' },
      ],
    },
    {
      title: 'Not readable',
      codes: [
        { text: 'Item-MOBX-ART', label: 'A class of four characters' },
        { text: ean13('594000000999'), label: 'An EAN of no item' },
        { text: 'UDC-2023-5-21', label: 'A loading unit' },
      ],
    },
  ];
}
