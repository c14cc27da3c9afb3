import type { DecimalText, Unit } from './inventory.ts';

/** A quantity as a label states it, in a unit of its own. */
export interface Measure {
  readonly quantity: DecimalText;
  /** UN/ECE Recommendation 20 common code, such as `KGM`; `null`: a count of pieces. */
  readonly unit: string | null;
}

/** How hosts call the units that labels are in, beside the common code itself. */
const NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['kgm', ['kg']],
  ['grm', ['g', 'gr']],
  ['lbr', ['lb', 'lbs']],
  ['onz', ['oz']],
  ['mtr', ['m', 'mt']],
  ['inh', ['in']],
  ['fot', ['ft']],
  ['yrd', ['yd']],
  ['mtk', ['m2', 'm²', 'mq', 'mp']],
  ['ftk', ['ft2', 'ft²']],
  ['mtq', ['m3', 'm³', 'mc']],
  ['ltr', ['l', 'lt']],
]);

/** Units of weight, length, area and volume that no label is in, by their names and common codes: `ml`, `CMT`, `to`. */
const MEASURED = /^((da|[mcdhk])?(g|l|m[23²³]?)|[mcdh](gm|lt|mt|mk|mq)|tne|to?|q)$/;

/** Whether a unit of the host is the one of the measure. Nothing is ever converted on the strength of a name. */
export function isInUnit({ unit }: Measure, { code }: Unit): boolean {
  const name = code.toLowerCase();
  if (unit !== null) return name === unit.toLowerCase() || (NAMES.get(unit.toLowerCase()) ?? []).includes(name);
  return !MEASURED.test(name) && !NAMES.has(name) && ![...NAMES.values()].some(names => names.includes(name));
}
