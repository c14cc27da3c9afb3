import type { Random } from './random.ts';

export interface SeedItem {
  readonly itemClass: string;
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly lotManaged?: boolean;
  readonly serialManaged?: boolean;
  readonly archived?: boolean;
  readonly phantom?: boolean;
  readonly variants?: readonly { readonly code: string; readonly description: string }[];
  readonly alternatives?: readonly {
    readonly unit: string;
    readonly factor: string;
    readonly operation: 'multiply' | 'divide';
    readonly defaultWms: boolean;
  }[];
  readonly lots?: readonly { readonly code: string; readonly expiryDate: string | null }[];
  /** EAN-13 barcodes without their check digit. */
  readonly eans?: readonly string[];
}

export const UNITS = [
  { code: 'buc', description: 'Bucată', decimals: 0 },
  { code: 'cutii', description: 'Cutie', decimals: 0 },
  { code: 'pal', description: 'Palet', decimals: 0 },
  { code: 'm', description: 'Metru', decimals: 2 },
  { code: 'mp', description: 'Metru pătrat', decimals: 2 },
  { code: 'kg', description: 'Chilogram', decimals: 3 },
  { code: 'l', description: 'Litru', decimals: 3 },
] as const;

interface SeedClass {
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly lotManaged: boolean;
  readonly nouns: readonly string[];
  readonly kinds: readonly string[];
}

export const CLASSES: readonly SeedClass[] = [
  {
    code: 'MOB',
    description: 'Mobilier',
    unit: 'buc',
    lotManaged: false,
    nouns: ['Scaun', 'Masă', 'Raft', 'Dulap', 'Birou'],
    kinds: ['pliant', 'stejar', 'fag', 'alb', 'metalic', 'cu sertare'],
  },
  {
    code: 'VOP',
    description: 'Vopsele și lacuri',
    unit: 'kg',
    lotManaged: true,
    nouns: ['Vopsea lavabilă', 'Lac', 'Grund', 'Email'],
    kinds: ['albă', 'gri', 'mat', 'lucios', 'de exterior'],
  },
  {
    code: 'ELE',
    description: 'Electrice',
    unit: 'm',
    lotManaged: false,
    nouns: ['Cablu', 'Conductor', 'Tub copex', 'Canal cablu'],
    kinds: ['3x1,5', '3x2,5', '5x4', 'flexibil', 'rigid'],
  },
  {
    code: 'FER',
    description: 'Feronerie',
    unit: 'buc',
    lotManaged: false,
    nouns: ['Balama', 'Șurub', 'Piuliță', 'Mâner', 'Zăvor'],
    kinds: ['M6', 'M8', 'zincat', 'inox', 'negru'],
  },
  {
    code: 'LEM',
    description: 'Lemn',
    unit: 'mp',
    lotManaged: false,
    nouns: ['Scândură', 'Placaj', 'PAL', 'OSB'],
    kinds: ['brad', 'fag', '18 mm', '22 mm', 'melaminat'],
  },
  {
    code: 'TEX',
    description: 'Textile',
    unit: 'buc',
    lotManaged: false,
    nouns: ['Tricou', 'Pantalon', 'Jachetă', 'Mănuși'],
    kinds: ['de lucru', 'reflectorizant', 'bumbac', 'termic'],
  },
  {
    code: 'ALI',
    description: 'Alimentari',
    unit: 'kg',
    lotManaged: true,
    nouns: ['Farina', 'Riso', 'Pasta', 'Zucchero', 'Caffè'],
    kinds: ['integrale', 'tipo 00', 'biologico', 'arabica', 'carnaroli'],
  },
  {
    code: 'CHI',
    description: 'Prodotti chimici',
    unit: 'l',
    lotManaged: true,
    nouns: ['Detergente', 'Solvente', 'Diluente', 'Sgrassatore'],
    kinds: ['concentrato', 'neutro', 'nitro', 'industriale'],
  },
  {
    code: 'PLA',
    description: 'Plastica',
    unit: 'buc',
    lotManaged: false,
    nouns: ['Contenitore', 'Cassetta', 'Tappo', 'Film'],
    kinds: ['blu', 'grigio', 'trasparente', 'impilabile'],
  },
  {
    code: 'UTE',
    description: 'Utensili',
    unit: 'buc',
    lotManaged: false,
    nouns: ['Trapano', 'Chiave', 'Cacciavite', 'Martello'],
    kinds: ['a batteria', '12 mm', 'a croce', 'da banco'],
  },
  {
    code: 'CAR',
    description: 'Carta e imballaggi',
    unit: 'buc',
    lotManaged: false,
    nouns: ['Scatola', 'Etichetta', 'Nastro', 'Busta'],
    kinds: ['50x40', 'adesiva', 'avana', 'imbottita'],
  },
  {
    code: 'RIC',
    description: 'Ricambi',
    unit: 'buc',
    lotManaged: false,
    nouns: ['Cuscinetto', 'Cinghia', 'Guarnizione', 'Filtro'],
    kinds: ['6204', 'A-38', 'NBR', 'olio', 'aria'],
  },
];

const BOXES_OF_12 = { unit: 'cutii', factor: '12', operation: 'multiply', defaultWms: true } as const;

/** The items that the sheet of barcodes, the documentation and the tests name. */
export const NAMED_ITEMS: readonly SeedItem[] = [
  {
    itemClass: 'MOB',
    code: 'ART',
    description: 'Articol din exemplele publicate',
    unit: 'buc',
    lotManaged: true,
    lots: [
      { code: '123', expiryDate: null },
      { code: '124', expiryDate: null },
    ],
  },
  { itemClass: 'MOB', code: 'ART-118', description: 'Scaun pliant fag', unit: 'buc', eans: ['594000000118'] },
  {
    itemClass: 'MOB',
    code: 'ART-204',
    description: 'Raft metalic cu 5 polițe',
    unit: 'buc',
    alternatives: [BOXES_OF_12],
    eans: ['594000000204', '594000001204'],
  },
  { itemClass: 'MOB', code: 'ART-900', description: 'Set birou (articol fictiv)', unit: 'buc', phantom: true },
  { itemClass: 'FER', code: 'BAL-OLD', description: 'Balama scoasă din fabricație', unit: 'buc', archived: true },
  {
    itemClass: 'VOP',
    code: 'ALB-10',
    description: 'Vopsea lavabilă albă 10 kg',
    unit: 'kg',
    lotManaged: true,
    lots: [
      { code: '26398', expiryDate: '2027-02-28' },
      { code: '26417', expiryDate: '2027-04-30' },
      { code: '25102', expiryDate: '2026-01-31' },
    ],
    eans: ['594000000010'],
  },
  {
    itemClass: 'VOP',
    code: 'GRI-05',
    description: 'Vopsea lavabilă gri 5 kg',
    unit: 'kg',
    lotManaged: true,
    lots: [{ code: '26417', expiryDate: '2027-04-30' }],
  },
  { itemClass: 'ALI', code: 'CAF-01', description: 'Caffè arabica in grani', unit: 'kg', eans: ['800000000001'] },
  { itemClass: 'ELE', code: 'CAB-3X15', description: 'Cablu electric 3x1,5', unit: 'm', eans: ['594000000315'] },
  { itemClass: 'ELE', code: 'CTR-1F', description: 'Contor monofazat', unit: 'buc', serialManaged: true },
  {
    itemClass: 'LEM',
    code: 'SCA-2',
    description: 'Scândură brad 2 m',
    unit: 'mp',
    alternatives: [{ unit: 'buc', factor: '3', operation: 'divide', defaultWms: true }],
  },
  {
    itemClass: 'TEX',
    code: 'TRI-01',
    description: 'Tricou de lucru bumbac',
    unit: 'buc',
    variants: [
      { code: 'M', description: 'Mărimea M' },
      { code: 'L', description: 'Mărimea L' },
      { code: 'XL', description: 'Mărimea XL' },
    ],
    eans: ['594000000701'],
  },
  { itemClass: 'CAR', code: 'ETI-1', description: 'Etichetta adesiva 100x150', unit: 'buc', eans: ['800000000555'] },
  { itemClass: 'PLA', code: 'ETI-1', description: 'Porta etichetta trasparente', unit: 'buc', eans: ['800000000555'] },
];

const ITEM_COUNT = 2000;

/** The named items, and as many made-up ones as it takes to 2,000, spread over the classes. */
export function createItems(random: Random): SeedItem[] {
  const items: SeedItem[] = [...NAMED_ITEMS];
  for (let index = 0; items.length < ITEM_COUNT; index++) {
    const ofClass = CLASSES[index % CLASSES.length];
    if (ofClass !== undefined) items.push(createItem(ofClass, 1000 + Math.floor(index / CLASSES.length), random));
  }
  return items;
}

function createItem(ofClass: SeedClass, number: number, random: Random): SeedItem {
  const code = `${random
    .pick(ofClass.nouns)
    .slice(0, 3)
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .toUpperCase()}-${number}`;
  const serialManaged = ofClass.code === 'UTE' && random.chance(0.15);
  const withVariants = ofClass.code === 'TEX' && random.chance(0.5);
  return {
    itemClass: ofClass.code,
    code,
    description: `${random.pick(ofClass.nouns)} ${random.pick(ofClass.kinds)}`,
    unit: ofClass.unit,
    lotManaged: ofClass.lotManaged,
    serialManaged,
    archived: random.chance(0.02),
    phantom: random.chance(0.01),
    ...(ofClass.lotManaged && { lots: createLots(random) }),
    ...(withVariants && {
      variants: ['S', 'M', 'L', 'XL'].map(size => ({ code: size, description: `Mărimea ${size}` })),
    }),
    ...(ofClass.unit === 'buc' && !serialManaged && random.chance(0.2) && { alternatives: createAlternatives(random) }),
    eans: Array.from({ length: random.whole(1, 3) }, () => String(random.whole(590_000_000_000, 599_999_999_999))),
  };
}

function createAlternatives(random: Random): NonNullable<SeedItem['alternatives']> {
  const box = { ...BOXES_OF_12, factor: String(random.pick([6, 10, 12, 24])), defaultWms: random.chance(0.5) };
  const pallet = {
    unit: 'pal',
    factor: String(Number(box.factor) * 40),
    operation: 'multiply',
    defaultWms: false,
  } as const;
  return random.chance(0.3) ? [box, pallet] : [box];
}

function createLots(random: Random): NonNullable<SeedItem['lots']> {
  return Array.from({ length: random.whole(1, 3) }, (_, index) => ({
    code: `L26-${String(random.whole(1, 99)).padStart(2, '0')}${index + 1}${random.whole(0, 9)}`,
    expiryDate: `2027-${String(random.whole(1, 12)).padStart(2, '0')}-28`,
  }));
}

/** Completes the first 12 digits of an EAN-13 with its check digit (GS1 General Specifications, 7.9). */
export function ean13(digits: string): string {
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return digits + String((10 - (sum % 10)) % 10);
}
