import { isAim } from '../code-text.ts';
import type { HidCollection, HidReportItem } from '../web-apis.ts';

/** The Bar Code Scanner page of the HID Point of Sale usage tables, and what we need of it. */
export const BARCODE_PAGE = 0x8c;
const SYMBOLOGY_IDENTIFIERS: readonly number[] = [0x8c_00fb, 0x8c_00fc, 0x8c_00fd];
const DECODED_DATA = 0x8c_00fe;
const DATA_CONTINUED = 0x8c_00ff;
/** Of the Generic Desktop page: how many bytes of the data field are the code's. */
const BYTE_COUNT = 0x01_003b;

/** One value of a report. */
interface Field {
  readonly bit: number;
  readonly bits: number;
}

/** An array's field: its value says which of the usages is on. */
interface Selector extends Field {
  readonly value: number;
}

/** Where in a report what stands, as the device itself describes it. */
export interface ReportLayout {
  readonly reportId: number;
  readonly bits: number;
  readonly data: readonly Field[];
  readonly identifier: readonly Field[];
  readonly byteCount: Field | null;
  readonly continued: readonly (Field | Selector)[];
}

/** One report of a code. A long code comes in several; all but the last say that it goes on. */
export interface CodePart {
  readonly bytes: Uint8Array;
  readonly aim?: string;
  readonly continued: boolean;
}

/**
 * The reports of a device that carry scanned codes: every maker orders and sizes the fields as they like, so offsets
 * come from the descriptor. Reports without decoded data (status, trigger) are left out.
 */
export function scanReports(collections: readonly HidCollection[]): readonly ReportLayout[] {
  const items = new Map<number, HidReportItem[]>();
  const collect = (collection: HidCollection): void => {
    for (const { reportId = 0, items: own = [] } of collection.inputReports ?? []) {
      items.set(reportId, [...(items.get(reportId) ?? []), ...own]);
    }
    collection.children?.forEach(collect);
  };
  collections.forEach(collect);
  return [...items].map(([id, of]) => layout(id, of)).filter(({ data }) => data.length > 0);
}

function layout(reportId: number, items: readonly HidReportItem[]): ReportLayout {
  const data: Field[] = [];
  const identifier: Field[] = [];
  const continued: (Field | Selector)[] = [];
  let byteCount: Field | null = null;
  let bit = 0;
  for (const item of items) {
    const { reportSize: bits = 0, reportCount = 0, isConstant = false, isArray = false } = item;
    for (let index = 0; index < reportCount; index++, bit += bits) {
      if (isConstant) continue;
      const field = { bit, bits };
      const usage = usageAt(item, index);
      // Some scanners declare their bytes an array; each is its own value all the same.
      if (usage === DECODED_DATA && bits === 8) data.push(field);
      else if (SYMBOLOGY_IDENTIFIERS.includes(usage) && bits === 8) identifier.push(field);
      else if (usage === BYTE_COUNT) byteCount ??= field;
      else if (isArray) {
        const value = selection(item, DATA_CONTINUED);
        if (value !== null) continued.push({ ...field, value });
      } else if (usage === DATA_CONTINUED) continued.push(field);
    }
  }
  return { reportId, bits: bit, data, identifier, byteCount, continued };
}

/** The usage of an item's field: where there are more fields than usages, the last one goes on. */
function usageAt({ isRange = false, usages = [], usageMinimum = 0, usageMaximum = 0 }: HidReportItem, index: number) {
  if (isRange) return Math.min(usageMinimum + index, usageMaximum);
  return usages[Math.min(index, usages.length - 1)] ?? 0;
}

/** The value by which an array's field selects a usage; `null`: it can't. */
function selection(item: HidReportItem, usage: number): number | null {
  const { isRange = false, usages = [], usageMinimum = 0, usageMaximum = 0, logicalMinimum = 0 } = item;
  if (isRange) return usage < usageMinimum || usage > usageMaximum ? null : usage - usageMinimum + logicalMinimum;
  const index = usages.indexOf(usage);
  return index === -1 ? null : index + logicalMinimum;
}

/** What a report says; `null` where it does not fit the device's own description, so that nothing of it is certain. */
export function readReport(layout: ReportLayout, report: DataView): CodePart | null {
  if (report.byteLength * 8 < layout.bits) return null;
  const all = Uint8Array.from(layout.data, field => valueOf(report, field));
  const count = layout.byteCount === null ? null : valueOf(report, layout.byteCount);
  if (count !== null && count > all.length) return null;
  const aim = String.fromCharCode(...layout.identifier.map(field => valueOf(report, field)));
  return {
    bytes: count === null ? withoutFill(all) : all.slice(0, count),
    continued: layout.continued.some(field =>
      'value' in field ? valueOf(report, field) === field.value : valueOf(report, field) !== 0,
    ),
    ...(isAim(aim) && { aim }),
  };
}

/** Little endian and bit by bit: a field may begin anywhere. */
function valueOf(report: DataView, { bit, bits }: Field): number {
  let value = 0;
  for (let n = 0; n < bits; n++) {
    const at = bit + n;
    if ((report.getUint8(at >> 3) >> (at & 7)) & 1) value += 2 ** n;
  }
  return value;
}

/** Without a byte count, the zeros at the end are what the code left of the field. */
function withoutFill(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.slice(0, end);
}
