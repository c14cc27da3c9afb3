/** Their PINs stand in the README too: what they keep apart is who counted, not who may come in. */
export const EMPLOYEES = [
  { userName: 'ana', name: 'Ana Pop', supervisor: false, pin: '4711' },
  { userName: 'mihai', name: 'Mihai Ionescu', supervisor: false, pin: '2846' },
  { userName: 'giulia', name: 'Giulia Rossi', supervisor: false, pin: '9053' },
  { userName: 'elena', name: 'Elena Radu', supervisor: true, pin: '7318' },
] as const;

export const LIST_TYPES = [
  { code: 'RAF', description: 'Rafturi', keepLocation: true },
  { code: 'REC', description: 'Zona rece', keepLocation: false },
  { code: 'PAL', description: 'Paleți', keepLocation: true },
  { code: 'CIC', description: 'Conteggio ciclico', keepLocation: false },
] as const;

export interface SeedList {
  readonly listType: (typeof LIST_TYPES)[number]['code'];
  readonly operator: string | null;
  readonly warehouse: '01' | '02';
  readonly closingDate: string | null;
  /** How many expected rows it is filled with, and how many of those are counted already. */
  readonly expected: number;
  readonly counted: number;
}

function list(
  listType: SeedList['listType'],
  operator: string | null,
  warehouse: SeedList['warehouse'],
  more: Partial<SeedList> = {},
): SeedList {
  return { listType, operator, warehouse, closingDate: null, expected: 0, counted: 0, ...more };
}

export const INVENTORIES = [
  {
    number: 12,
    date: '2026-11-22',
    description: 'Inventar anual 2026',
    notes: 'Depozit central, toate zonele',
    operator: 'elena',
    closed: false,
    lists: [
      list('RAF', 'ana', '01', { expected: 120, counted: 36 }),
      list('RAF', null, '01'),
      list('REC', 'ana', '01'),
      list('RAF', 'mihai', '01', { expected: 40, counted: 12 }),
      list('PAL', null, '01', { expected: 5000, counted: 250 }),
      list('REC', 'ana', '01', { closingDate: '2026-11-20', expected: 20, counted: 20 }),
    ],
  },
  {
    number: 13,
    date: '2026-11-23',
    description: 'Inventario Verona novembre',
    notes: '',
    operator: 'giulia',
    closed: false,
    lists: [
      list('RAF', 'giulia', '02', { expected: 60, counted: 0 }),
      list('CIC', 'ana', '02'),
      list('CIC', null, '02'),
    ],
  },
  {
    number: 14,
    date: '2026-11-30',
    description: 'Control rafturi A',
    notes: '',
    operator: 'elena',
    closed: false,
    lists: [list('RAF', 'ana', '01'), list('RAF', 'mihai', '01')],
  },
  {
    number: 11,
    date: '2026-10-05',
    description: 'Rotație octombrie',
    notes: '',
    operator: 'elena',
    closed: true,
    lists: [list('RAF', 'ana', '01', { closingDate: '2026-10-06', expected: 30, counted: 30 })],
  },
] as const;
