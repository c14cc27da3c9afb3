import type { Location } from '../../../src/domain/inventory.ts';

export const WAREHOUSES = [
  { code: '01', description: 'Depozit central' },
  { code: '02', description: 'Magazzino Verona' },
] as const;

const OPEN = { active: true, blocked: false, reserved: false, obsolete: false };

/** 240 locations in Cluj and 160 in Verona. `L1` and the shelves of aisle A have the same codes in both. */
export function createLocations(): Location[] {
  return [
    ...shelves('01', 'Raft', ['A', 'B', 'C', 'D', 'E'], 238),
    ...shelves('02', 'Scaffale', ['A', 'V', 'W', 'Z'], 158),
  ];
}

function shelves(warehouse: string, word: string, aisles: readonly string[], count: number): Location[] {
  const floor = warehouse === '01' ? 'Zona de recepție' : 'Area ricevimento';
  const locations: Location[] = [
    { ...OPEN, warehouse, code: 'L1', description: floor, type: 'floor' },
    { ...OPEN, warehouse, code: 'QC-157/A', description: `${floor} · QC`, type: 'quality' },
  ];
  for (let index = 0; index < count; index++) {
    const aisle = aisles[Math.floor(index / 48)] ?? 'X';
    const bay = String(1 + Math.floor((index % 48) / 6)).padStart(2, '0');
    const level = String(1 + (index % 6)).padStart(2, '0');
    const code = `${aisle}-${bay}-${level}`;
    locations.push({
      ...OPEN,
      warehouse,
      code,
      description: `${word} ${aisle}, ${bay}/${level}`,
      type: 'shelf',
      ...state(index),
    });
  }
  return locations;
}

/** The last two levels of aisle A's bay 08 are the inactive and the obsolete one. */
function state(index: number): Partial<Location> {
  if (index === 46) return { active: false };
  if (index === 47) return { obsolete: true };
  if (index % 61 === 60) return { blocked: true };
  return index % 53 === 52 ? { reserved: true } : {};
}
